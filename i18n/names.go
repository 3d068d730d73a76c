package i18n

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Quote sets a text in the language's quotation marks. In a right-to-left
// language the text is isolated.
func (l *Locale) Quote(s string) string {
	return strings.ReplaceAll(l.Say("quote.marks"), "…", l.isolate(s))
}

// List joins items as the language does: "A, B and C". In a right-to-left
// language each is isolated, or a run of Latin names would stand in the wrong
// order.
func (l *Locale) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	isolated := make([]string, len(items))
	for i, item := range items {
		isolated[i] = l.isolate(item)
	}
	return strings.Join(isolated[:last], l.Say("list.between")+" ") + " " + l.and(items[last]) + isolated[last]
}

// and stands before the last item. Arabic and Hebrew write it as part of the
// word after it; Hebrew puts a maqaf before what is not Hebrew. Spanish says "e"
// before the sound of i, Kinyarwanda "n’" before a vowel.
func (l *Locale) and(last string) string {
	and := l.Say("list.and")
	switch r, _ := utf8.DecodeRuneInString(and); {
	case unicode.Is(unicode.Hebrew, r):
		if next, _ := utf8.DecodeRuneInString(last); !unicode.Is(unicode.Hebrew, next) {
			return and + "־"
		}
		return and
	case unicode.Is(unicode.Arabic, r):
		return and
	case l.lang == "es" && soundsAsI.MatchString(last):
		return "e "
	case l.lang == "rw" && vowelFirst.MatchString(last):
		return strings.TrimSuffix(and, "a") + "’"
	default:
		return and + " "
	}
}

// vowelFirst finds a word before which Kinyarwanda "na" loses its vowel.
var vowelFirst = regexp.MustCompile(`^(?i:[aeiouâêîôûéè])`)

// soundsAsI finds a Spanish word that begins with i or hi, but not as in "hielo".
var soundsAsI = regexp.MustCompile(`^(?i:[ií]|h[ií]([^aeoáéó]|$))`)

// Collate orders names as the language's readers expect (CLDR): -1, 0 or 1.
func (l *Locale) Collate(a, b string) int { return l.order.compare(a, b) }

// order shares one collator, which is dear to make and not safe for concurrent
// use.
type order struct {
	tag      language.Tag
	mu       sync.Mutex
	collator *collate.Collator
}

func (o *order) compare(a, b string) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.collator == nil {
		o.collator = collate.New(orderOf(o.tag))
	}
	return o.collator.CompareString(a, b)
}

// orderOf is the language whose order another takes: golang.org/x/text has none
// of Bosnian, which CLDR orders as Croatian.
func orderOf(tag language.Tag) language.Tag {
	if tag == language.Make("bs") {
		return language.Croatian
	}
	return tag
}
