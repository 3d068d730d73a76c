package i18n

import (
	"context"
	"log/slog"
	"sync"
	"unicode"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"vigil/content"
)

// Locale is one language: its words, direction, digits, dates and order. It may
// be used from several goroutines.
type Locale struct {
	lang    content.Lang
	tag     language.Tag
	rtl     bool
	zero    rune        // the language's digit nought
	names   func() cldr // read on first use
	own     *messages
	english *Locale // what the language lacks is said in English; English is its own
	order   order
	logged  sync.Map // messages found wanting, so that each is logged once
}

// newLocale makes a locale; english is nil for English itself.
func newLocale(lang content.Lang, own *messages, english *Locale) *Locale {
	tag := language.Make(string(lang))
	l := &Locale{
		lang: lang, tag: tag, rtl: rightToLeft(tag), zero: zeroDigit(tag), names: sync.OnceValue(func() cldr { return readCLDR(lang) }),
		own: own, english: english, order: order{tag: tag},
	}
	if english == nil {
		l.english = l
	}
	return l
}

func rightToLeft(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm":
		return true
	}
	return false
}

// Lang is the language.
func (l *Locale) Lang() content.Lang { return l.lang }

// Name is the language's own name, such as "Français".
func (l *Locale) Name() string {
	if l.own.ids["language.name"] {
		return l.Say("language.name")
	}
	if name := display.Self.Name(l.tag); name != "" {
		return name
	}
	return string(l.lang)
}

// Writes reports whether a name begins with a letter of the script that the
// language is written in.
func (l *Locale) Writes(name string) bool {
	table := Script(l.lang)
	for _, r := range name {
		if unicode.IsLetter(r) {
			return unicode.Is(table, r)
		}
	}
	return false
}

// Script is the letters that a language is written in, or all letters where its
// script is not known.
func Script(lang content.Lang) *unicode.RangeTable {
	script, _ := language.Make(string(lang)).Script()
	if table := scripts[script.String()]; table != nil {
		return table
	}
	return unicode.L
}

// scripts are the scripts of languages by their ISO 15924 codes.
var scripts = map[string]*unicode.RangeTable{
	"Latn": unicode.Latin, "Arab": unicode.Arabic, "Hebr": unicode.Hebrew, "Cyrl": unicode.Cyrillic, "Grek": unicode.Greek,
	"Armn": unicode.Armenian, "Geor": unicode.Georgian, "Ethi": unicode.Ethiopic, "Khmr": unicode.Khmer, "Mymr": unicode.Myanmar,
	"Beng": unicode.Bengali, "Deva": unicode.Devanagari, "Taml": unicode.Tamil, "Syrc": unicode.Syriac, "Thaa": unicode.Thaana,
}

// RTL reports whether the language is written from right to left.
func (l *Locale) RTL() bool { return l.rtl }

// Say is the message of an id. An id that no catalogue has is returned in
// brackets; a test keeps that from happening.
func (l *Locale) Say(id string) string {
	return l.localize(&goi18n.LocalizeConfig{MessageID: id})
}

// SayWith is the message of an id with names filled in. In a right-to-left
// language each is isolated, so that it cannot disturb the order of the rest.
func (l *Locale) SayWith(id string, values map[string]string) string {
	return l.fill(id, l.isolated(values))
}

// Count is the message of an id in the plural form that n needs. {{.Count}} is
// n in the language's digits and grouping.
func (l *Locale) Count(id string, n int, values map[string]string) string {
	data := l.isolated(values)
	data["Count"] = l.Number(float64(n))
	return l.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: n})
}

// fill is a message with words of the same language filled in, which need no
// isolation.
func (l *Locale) fill(id string, values map[string]string) string {
	return l.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: values})
}

func (l *Locale) isolated(values map[string]string) map[string]string {
	out := make(map[string]string, len(values)+1)
	for name, value := range values {
		out[name] = l.isolate(value)
	}
	return out
}

// isolate isolates a text where the language runs from right to left.
func (l *Locale) isolate(s string) string {
	if !l.rtl || s == "" {
		return s
	}
	return Isolate(s)
}

// localize asks go-i18n for a message that the language is known to have: its
// own way back to English would choose the plural form by the wrong language's
// rule and not say which language it answered in.
func (l *Locale) localize(config *goi18n.LocalizeConfig) string {
	id, from := config.MessageID, l.own
	if !from.ids[id] {
		from = l.english.own
		if !from.ids[id] {
			l.log(slog.LevelError, "no catalogue has this message", id, nil)
			return "[" + id + "]"
		}
		if len(l.own.ids) > 0 {
			l.log(slog.LevelWarn, "message said in English", id, nil)
		}
	}
	text, err := from.localizer.Localize(config)
	if err != nil {
		l.log(slog.LevelWarn, "message lacks a plural form or cannot be filled in", id, err)
	}
	if text == "" {
		return "[" + id + "]"
	}
	if l.rtl && from != l.own {
		return leftToRight(text)
	}
	return text
}

// leftToRight isolates words of a language that runs from left to right (UAX #9,
// LRI and PDI), so that their numbers and marks keep their order on a page that does
// not.
func leftToRight(text string) string { return "\u2066" + text + "\u2069" }

func (l *Locale) log(level slog.Level, what, id string, err error) {
	if _, known := l.logged.LoadOrStore(what+id, true); !known {
		slog.Log(context.Background(), level, what, "id", id, "language", l.lang, "err", err)
	}
}
