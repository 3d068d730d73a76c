// Package i18n holds the program's own words and the habits of each language:
// direction, digits, dates, plural forms, order of names. It does not hold the
// archive's words; those are content.
//
// A catalogue is a TOML file active.LANGUAGE.toml in go-i18n's format, built
// into the program. To add a language, add its catalogue; a test then demands
// every English message and every plural form of the language (CLDR).
//
//	[nav]
//	back = "Back"                     # Say("nav.back")
//
//	[person]
//	born = "Born {{.date}}"           # SayWith("person.born", {"date": ...})
//
//	[case.events]                     # Count("case.events", 60, nil)
//	one = "{{.Count}} event"
//	other = "{{.Count}} events"
//
// English is complete by definition: what another language lacks is said in
// English and logged once. Messages under date may be refined by language; see
// the head of [date] in active.en.toml.
package i18n

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
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
func Load() (*Catalogue, error) { return load(files) }

func load(catalogues fs.FS) (*Catalogue, error) {
	names, err := fs.Glob(catalogues, "active.*.toml")
	if err != nil {
		return nil, fmt.Errorf("list the catalogues: %w", err)
	}
	read, err := readAll(catalogues, names)
	if err != nil {
		return nil, err
	}
	if read[source] == nil {
		return nil, fmt.Errorf("there is no catalogue of %q, the source of all others", source)
	}
	english := newLocale(source, read[source], nil)
	c := &Catalogue{locales: make(map[content.Lang]*Locale, len(read))}
	for lang, own := range read {
		l := english
		if lang != source {
			l = newLocale(lang, own, english)
		}
		c.add(lang, l)
	}
	slices.SortFunc(c.languages, inOrderOffered)
	return c, nil
}

func inOrderOffered(a, b content.Lang) int {
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	return strings.Compare(string(a), string(b))
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

// messages is one catalogue.
type messages struct {
	ids       map[string]bool
	localizer *goi18n.Localizer
}

// readAll reads catalogues side by side, for the program waits for them to start.
func readAll(catalogues fs.FS, names []string) (map[content.Lang]*messages, error) {
	read, failed := make([]*messages, len(names)), make([]error, len(names))
	var all sync.WaitGroup
	for i, name := range names {
		all.Go(func() {
			if read[i], failed[i] = readMessages(catalogues, name); failed[i] != nil {
				failed[i] = fmt.Errorf("read catalogue %s: %w", name, failed[i])
			}
		})
	}
	all.Wait()
	byLang := make(map[content.Lang]*messages, len(names))
	for i, name := range names {
		byLang[langOf(name)] = read[i]
	}
	return byLang, errors.Join(failed...)
}

func langOf(name string) content.Lang {
	return content.Lang(strings.TrimSuffix(strings.TrimPrefix(name, "active."), ".toml"))
}

// readMessages reads a catalogue into a bundle of its own.
func readMessages(catalogues fs.FS, name string) (*messages, error) {
	data, err := fs.ReadFile(catalogues, name)
	if err != nil {
		return nil, err
	}
	return parseMessages(langOf(name), data)
}

func parseMessages(lang content.Lang, data []byte) (*messages, error) {
	tag, err := language.Parse(pluralTag(lang))
	if err != nil {
		return nil, err
	}
	bundle := goi18n.NewBundle(tag)
	parsed, err := bundle.ParseMessageBytes(tag, data, toml.Unmarshal)
	if err != nil {
		return nil, err
	}
	m := &messages{ids: make(map[string]bool, len(parsed)), localizer: goi18n.NewLocalizer(bundle, tag.String())}
	for _, message := range parsed {
		if message.Other != "" {
			m.ids[message.ID] = true
		}
	}
	return m, nil
}

// pluralTag is the tag under which go-i18n holds a language. It knows no plural
// rule of Kinyarwanda and refuses the catalogue; as a language of the "art"
// family it gets the English rule, one and other, which CLDR has for rw too.
func pluralTag(lang content.Lang) string {
	if lang == "rw" {
		return "art-x-rw"
	}
	return string(lang)
}
