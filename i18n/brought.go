package i18n

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"vigil/content"
)

// mostInterface and mostMessage bound an interface that an archive brings, bytes.
const (
	mostInterface = 256 << 10
	mostMessage   = 2000
)

// Of is the catalogue of an archive: the languages it offers, in its order, each in
// the words of this catalogue, or else in those that the archive brings
// (interface.LANG.toml, the same messages in the same form). A language that has
// neither has its own digits, direction and order, and English words. Locale gives
// the other languages of this catalogue too, for whoever asks for one. The error
// names the interfaces that could not be read; the catalogue serves all the same.
func (c *Catalogue) Of(languages []content.Lang, interfaces map[content.Lang]string) (*Catalogue, error) {
	out := &Catalogue{locales: maps.Clone(c.locales)}
	var failed []error
	for _, lang := range languages {
		if l, ok := c.locales[lang]; ok {
			out.add(lang, l)
			continue
		}
		if like, ok := c.locales[baseOf(lang)]; ok {
			// German of Austria is German; its numbers and order are its own.
			out.add(lang, newLocale(lang, like.own, c.locales[source]))
			continue
		}
		own := &messages{ids: map[string]bool{}}
		if text, ok := interfaces[lang]; ok {
			read, err := parseInterface(lang, text)
			if err != nil {
				failed = append(failed, fmt.Errorf("read interface.%s.toml: %w", lang, err))
			} else {
				own = read
			}
		}
		out.add(lang, newLocale(lang, own, c.locales[source]))
	}
	if len(out.languages) == 0 {
		return c, errors.Join(failed...)
	}
	return out, errors.Join(failed...)
}

func (c *Catalogue) add(lang content.Lang, l *Locale) {
	if !slices.Contains(c.languages, lang) {
		c.languages = append(c.languages, lang)
	}
	c.locales[lang] = l
}

// Speaks reports whether the interface has words of its own in a language.
func (c *Catalogue) Speaks(lang content.Lang) bool {
	l, ok := c.locales[lang]
	if !ok {
		l, ok = c.locales[baseOf(lang)]
	}
	return ok && len(l.own.ids) > 0
}

// baseOf is a language without its region, where it is written in the script that the
// language usually is.
func baseOf(lang content.Lang) content.Lang {
	tag, err := language.Parse(string(lang))
	if err != nil {
		return lang
	}
	base, confidence := tag.Base()
	if confidence != language.Exact {
		return lang
	}
	script, _ := tag.Script()
	if usual, _ := language.Make(base.String()).Script(); usual != script {
		return lang
	}
	return content.Lang(base.String())
}

// parseInterface reads an interface that may be damaged or made to do harm.
func parseInterface(lang content.Lang, text string) (m *messages, err error) {
	defer func() {
		if r := recover(); r != nil {
			m, err = nil, errors.New("it cannot be read")
		}
	}()
	if len(text) > mostInterface {
		return nil, fmt.Errorf("it has %d bytes, at most %d are read", len(text), mostInterface)
	}
	if flaws := Inspect(lang, text); slices.ContainsFunc(flaws, func(f Flaw) bool { return !f.Warning }) {
		// What is wrong with one message must not cost the others.
		text, err = without(text, flaws)
		if err != nil {
			return nil, err
		}
	}
	return parseMessages(lang, []byte(text))
}

// Flaw is one mistake of an interface that an archive brings.
type Flaw struct {
	Line    int    // from 1; 0 for the whole file
	ID      string // the message, or ""
	Message string
	Mend    string
	Warning bool
}

// Inspect lists what is wrong with the interface in a language: what is not TOML,
// messages that there are not, plural forms (CLDR) and placeholders that are missing
// or unknown, and, as warnings, messages that are missing.
func Inspect(lang content.Lang, text string) []Flaw {
	if len(text) > mostInterface {
		return []Flaw{{Message: fmt.Sprintf("it has %d bytes, at most %d are read", len(text), mostInterface), Mend: "keep to the messages of the interface"}}
	}
	all, err := decodeMessages(text)
	if err != nil {
		return []Flaw{notTOML(err)}
	}
	lines := linesOf(text)
	english := englishMessages()
	var out []Flaw
	for _, id := range slices.Sorted(maps.Keys(all)) {
		for _, flaw := range flawsOf(lang, id, all[id], english) {
			flaw.Line, flaw.ID = lines[id], id
			out = append(out, flaw)
		}
	}
	var missing []string
	for _, id := range slices.Sorted(maps.Keys(english)) {
		if _, there := all[id]; !there && !refinement(id) && !strings.HasPrefix(id, "country.") {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		named := strings.Join(missing[:min(len(missing), 8)], ", ")
		out = append(out, Flaw{Message: fmt.Sprintf("%d messages are missing and are said in English: %s", len(missing), named), Mend: "translate them; active.en.toml of package i18n has all", Warning: true})
	}
	return out
}

func notTOML(err error) Flaw {
	f := Flaw{Message: "this is not TOML", Mend: "look at the quotation marks and brackets of this line"}
	if at := new(toml.ParseError); errors.As(err, at) {
		f.Line, f.Message = at.Position.Line, "this is not TOML: "+at.Message
	}
	return f
}

// Counted is how many messages the interface has in a language, and how many it
// lacks; an interface that Vigil has itself lacks none.
func Counted(lang content.Lang, text string) (has, lacks int) {
	english := englishMessages()
	for id := range english {
		if !refinement(id) && !strings.HasPrefix(id, "country.") {
			lacks++
		}
	}
	all, err := decodeMessages(text)
	if err != nil {
		return 0, lacks
	}
	for id := range all {
		if _, known := english[id]; known && !refinement(id) && !strings.HasPrefix(id, "country.") && len(flawsOf(lang, id, all[id], english)) == 0 {
			has++
		}
	}
	return has, lacks - has
}

// flawsOf says what is wrong with one message.
func flawsOf(lang content.Lang, id string, own forms, english map[string]forms) []Flaw {
	like, known := english[id]
	if !known {
		like, known = english[refined(id)], refinable(id) && english[refined(id)] != nil
	}
	if !known && strings.HasPrefix(id, "country.") && IsCountry(strings.TrimPrefix(id, "country.")) {
		like, known = forms{"other": ""}, true
	}
	if !known {
		return []Flaw{{Message: fmt.Sprintf("there is no message %q", id), Mend: "take it out, or give it the name that it has in active.en.toml"}}
	}
	var out []Flaw
	if len(like) > 1 {
		for _, form := range needed(lang) {
			if own[form] == "" {
				out = append(out, Flaw{Message: fmt.Sprintf("the message %q lacks the plural form %q", id, form), Mend: fmt.Sprintf("the forms of this language are %s (CLDR)", strings.Join(needed(lang), ", "))})
			}
		}
	}
	for _, form := range slices.Sorted(maps.Keys(own)) {
		out = append(out, flawsOfText(id, form, own[form], like)...)
	}
	if len(own) == 0 {
		out = append(out, Flaw{Message: fmt.Sprintf("the message %q is no text", id), Mend: "write it in quotation marks"})
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// dateSlots is what messages about dates have at hand, whatever the English one uses.
var dateSlots = []string{"Date", "The", "To", "Of", "From", "Day", "Month", "MonthOf", "Year", "Season", "SeasonOf", "First", "Last", "Ordinal", "Number", "Roman"}

func flawsOfText(id, form, text string, like forms) []Flaw {
	if strings.TrimSpace(text) == "" || len(text) > mostMessage {
		return []Flaw{{Message: fmt.Sprintf("the message %q is empty or has more than %d bytes", id, mostMessage), Mend: "write it as it is to be read"}}
	}
	known, want := map[string]bool{}, map[string]bool{}
	for _, english := range like {
		for _, m := range placeholder.FindAllStringSubmatch(english, -1) {
			known[m[1]], want[m[1]] = true, true
		}
	}
	if len(like) > 1 {
		known["Count"] = true
		if form != "other" {
			clear(want) // "one event, 1992" needs neither a figure nor a second year
		}
		delete(want, "Count")
	}
	if strings.HasPrefix(id, "date.") {
		clear(want)
		for _, slot := range dateSlots {
			known[slot] = true
		}
	}
	if i := strings.IndexFunc(text, unfit); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return []Flaw{{Message: fmt.Sprintf("the message %q has U+%04X, which no text may hold", id, r), Mend: "delete it"}}
	}
	rest := text
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		rest = strings.ReplaceAll(rest, m[0], "")
		if !known[m[1]] {
			return []Flaw{{Message: fmt.Sprintf("the message %q has the placeholder %s, which is not filled in", id, m[0]), Mend: "keep the placeholders of the English message"}}
		}
		delete(want, m[1])
	}
	if strings.Contains(rest, "{{") || strings.Contains(rest, "}}") {
		return []Flaw{{Message: fmt.Sprintf("the message %q has braces that are no placeholder", id), Mend: "write a placeholder as the English message does, such as {{.name}}"}}
	}
	for slot := range want {
		return []Flaw{{Message: fmt.Sprintf("the message %q lacks the placeholder {{.%s}}", id, slot), Mend: "keep the placeholders of the English message"}}
	}
	return nil
}

// unfit reports letters that reorder others, lines within a message, and what is no
// letter.
func unfit(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r == 0xfeff || r == 0xfffd || r < ' ' && r != '\n' || r >= 0x7f && r <= 0x9f || r == 0x2028 || r == 0x2029
}

// refinable reports whether languages may add refinements to a message.
func refinable(id string) bool { return strings.HasPrefix(id, "date.") }

// refined is the message that a refinement is of: date.since of date.since-day-of.
func refined(id string) string {
	id, _, _ = strings.Cut(id, "-")
	return id
}

// refinement reports whether a message refines another, which not every language
// does.
func refinement(id string) bool { return refinable(id) && strings.Contains(id, "-") }

// needed are the plural forms that whole numbers take in a language (CLDR), and
// "other".
func needed(lang content.Lang) []string {
	tag := language.Make(pluralTag(lang))
	found := map[string]bool{"other": true}
	for n := range 1200 {
		found[ordinalForm(plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0))] = true
	}
	return slices.DeleteFunc(slices.Clone(pluralForms), func(form string) bool { return !found[form] })
}

// linesOf is the line of each message.
func linesOf(text string) map[string]int {
	out := map[string]int{}
	table := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch name, _, ok := strings.Cut(line, "="); {
		case strings.HasPrefix(line, "[") && strings.Contains(line, "]"):
			table = strings.TrimSpace(line[1:strings.Index(line, "]")])
			if _, there := out[table]; !there {
				out[table] = i + 1
			}
		case ok && !strings.HasPrefix(line, "#"):
			id := strings.Trim(strings.TrimSpace(name), `"'`)
			if table != "" {
				id = table + "." + id
			}
			out[id] = i + 1
		}
	}
	return out
}

// without writes an interface anew, leaving out the messages that have flaws.
func without(text string, flaws []Flaw) (string, error) {
	all, err := decodeMessages(text)
	if err != nil {
		return "", err
	}
	for _, f := range flaws {
		if !f.Warning {
			delete(all, f.ID)
		}
	}
	var out strings.Builder
	for _, id := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&out, "[%q]\n", id)
		for _, form := range slices.Sorted(maps.Keys(all[id])) {
			fmt.Fprintf(&out, "%s = %q\n", form, all[id][form])
		}
	}
	return out.String(), nil
}

// englishMessages are the messages of the source of all others.
var englishMessages = sync.OnceValue(func() map[string]forms {
	data, err := files.ReadFile("active." + string(source) + ".toml")
	if err != nil {
		return nil
	}
	all, err := decodeMessages(string(data))
	if err != nil {
		return nil
	}
	return all
})
