// Package i18n holds the program's own words and the habits of each language:
// direction, digits, dates, plural forms, order of names. It does not hold the
// archive's words; those are content.
//
// A catalogue is a TOML file active.LANGUAGE.toml in go-i18n's format. English
// is complete by definition: what another language lacks is said in English.
package i18n

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/go-playground/locales"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"vigil/content"
)

//go:embed active.*.toml
var files embed.FS

// source is the language that every message has.
const source content.Lang = "en"

// offered is the order in which visitors are offered languages; one that is not
// listed comes after these.
var offered = []content.Lang{"en", "fr", "de", "es", "bs", "ar", "he", "rw"}

// Catalogue holds the words of every language of the interface. It does not
// change after Load.
type Catalogue struct {
	languages []content.Lang
	locales   map[content.Lang]*Locale
}

// Load reads the catalogues that are built into the program.
func Load() (*Catalogue, error) {
	names, err := fs.Glob(files, "active.*.toml")
	if err != nil {
		return nil, fmt.Errorf("list the catalogues: %w", err)
	}
	bundle := goi18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	c := &Catalogue{locales: map[content.Lang]*Locale{}}
	for _, name := range names {
		if _, err := bundle.LoadMessageFileFS(files, name); err != nil {
			return nil, fmt.Errorf("read catalogue %s: %w", name, err)
		}
		c.languages = append(c.languages, content.Lang(strings.TrimSuffix(strings.TrimPrefix(name, "active."), ".toml")))
	}
	slices.SortFunc(c.languages, func(a, b content.Lang) int { return rank(a) - rank(b) })
	for _, lang := range c.languages {
		c.locales[lang] = newLocale(bundle, lang)
	}
	return c, nil
}

func rank(lang content.Lang) int {
	if i := slices.Index(offered, lang); i >= 0 {
		return i
	}
	return len(offered)
}

// Languages lists the languages of the interface in the order in which visitors
// are offered them.
func (c *Catalogue) Languages() []content.Lang { return slices.Clone(c.languages) }

// Locale is the locale of a language, or of English where there is none.
func (c *Catalogue) Locale(lang content.Lang) *Locale {
	if l, ok := c.locales[lang]; ok {
		return l
	}
	return c.locales[source]
}

// Locale is one language: its words, direction, digits, dates and order. It may
// be used from several goroutines.
type Locale struct {
	lang     content.Lang
	tag      language.Tag
	calendar locales.Translator
	messages *goi18n.Localizer
	lacking  sync.Map // ids that were said in English, so that each is logged once
}

func newLocale(bundle *goi18n.Bundle, lang content.Lang) *Locale {
	return &Locale{
		lang: lang, tag: language.Make(string(lang)), calendar: calendar(lang),
		messages: goi18n.NewLocalizer(bundle, string(lang), string(source)),
	}
}

// Lang is the language.
func (l *Locale) Lang() content.Lang { return l.lang }

// Name is the language's own name.
func (l *Locale) Name() string { return l.Say("language.name") }

// RTL reports whether the language is written from right to left.
func (l *Locale) RTL() bool {
	base, _ := l.tag.Base()
	return base.String() == "ar" || base.String() == "he"
}

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

// fill is a message with words of the same language filled in.
func (l *Locale) fill(id string, values map[string]string) string {
	return l.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: values})
}

// Count is the message of an id in the plural form that n needs. {{.Count}} is
// the number in the language's digits.
func (l *Locale) Count(id string, n int, values map[string]string) string {
	data := l.isolated(values)
	data["Count"] = l.Number(int64(n))
	return l.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: n})
}

func (l *Locale) isolated(values map[string]string) map[string]string {
	out := make(map[string]string, len(values)+1)
	for k, v := range values {
		if l.RTL() {
			v = "\u2068" + v + "\u2069"
		}
		out[k] = v
	}
	return out
}

func (l *Locale) localize(config *goi18n.LocalizeConfig) string {
	text, tag, err := l.messages.LocalizeWithTag(config)
	if text == "" {
		slog.Error("message", "id", config.MessageID, "language", l.lang, "err", err)
		return "[" + config.MessageID + "]"
	}
	base, _ := tag.Base()
	own, _ := l.tag.Base()
	var missing *goi18n.MessageNotFoundErr
	if base != own || err != nil && !errors.As(err, &missing) {
		if _, known := l.lacking.LoadOrStore(config.MessageID, true); !known {
			slog.Warn("message said in another language or form", "id", config.MessageID, "language", l.lang, "err", err)
		}
	}
	return text
}
