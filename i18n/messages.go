package i18n

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"vigil/content"
)

// Message is one message of the interface in English, for who translates it.
type Message struct {
	ID    string            // nav.back
	Forms map[string]string // by plural form (CLDR); one without is "other" alone
	About string            // the remark that stands above it or its table, on one line
	Line  int               // in active.en.toml
}

// Plural reports whether the message has a form for each kind of number.
func (m Message) Plural() bool { return len(m.Forms) > 1 }

// Messages lists the messages of the interface in English, in the order of their file,
// which is that of the screens.
func Messages() ([]Message, error) {
	data, err := files.ReadFile("active." + string(source) + ".toml")
	if err != nil {
		return nil, fmt.Errorf("read the interface in English: %w", err)
	}
	lines, abouts := linesOf(string(data)), remarks(string(data))
	var out []Message
	for id, texts := range englishMessages() {
		out = append(out, Message{id, texts, abouts[lines[id]], lines[id]})
	}
	slices.SortFunc(out, func(a, b Message) int { return a.Line - b.Line })
	return out, nil
}

// remarks are what is said above lines of a catalogue, by the line below. What is said
// above a table is said of each line in it, what is said above a line of those below it too
// until something else is said; what stands at the head of the file is said of none.
func remarks(text string) map[int]string {
	out := map[int]string{}
	var table, group, said []string
	head := true
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
			said = append(said, strings.TrimSpace(strings.TrimPrefix(line, "#")))
		case line == "":
			if head {
				said, head = nil, false
			}
		case strings.HasPrefix(line, "["):
			table, group, said = said, nil, nil
			out[i+1] = strings.Join(table, " ")
		default:
			if said != nil {
				group, said = said, nil
			}
			out[i+1] = strings.Join(append(slices.Clone(table), group...), " ")
		}
	}
	return out
}

// ReadMessages reads an interface that an archive brings: its messages by their plural
// forms, one without as "other". What is wrong with them, Inspect says.
func ReadMessages(text string) (map[string]map[string]string, error) {
	if len(text) > mostInterface {
		return nil, fmt.Errorf("it has %d bytes, at most %d are read", len(text), mostInterface)
	}
	all, err := decodeMessages(text)
	if err != nil {
		return nil, err
	}
	out := make(map[string]map[string]string, len(all))
	for id, texts := range all {
		out[id] = texts
	}
	return out, nil
}

// WriteMessages is an interface as a curator would write it, in the order of the English
// one; messages that English has not, such as refinements of dates, stand behind those of
// their table.
func WriteMessages(lang content.Lang, all map[string]map[string]string) string {
	english, lines := englishMessages(), map[string]int{}
	if data, err := files.ReadFile("active." + string(source) + ".toml"); err == nil {
		lines = linesOf(string(data))
	}
	place := func(id string) int {
		for at := id; ; {
			if line, ok := lines[at]; ok {
				return line
			}
			if i := strings.LastIndexAny(at, "-."); i > 0 {
				at = at[:i]
				continue
			}
			return 1 << 30
		}
	}
	ids := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var tables []string
	plain := map[string][]string{}
	for _, id := range ids {
		table := id
		if !isPlural(id, all[id], english) {
			table = id[:max(strings.LastIndexByte(id, '.'), 0)]
			plain[table] = append(plain[table], id)
		}
		if !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}
	var b strings.Builder
	for _, table := range tables {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		if table != "" {
			fmt.Fprintf(&b, "[%s]\n", keyPath(table))
		}
		for _, id := range plain[table] {
			fmt.Fprintf(&b, "%s = %s\n", keyPath(id[strings.LastIndexByte(id, '.')+1:]), inQuotes(all[id]["other"]))
		}
		if texts, ok := all[table]; ok && isPlural(table, texts, english) {
			for _, form := range pluralForms {
				if texts[form] != "" {
					fmt.Fprintf(&b, "%s = %s\n", form, inQuotes(texts[form]))
				}
			}
		}
	}
	return b.String()
}

func isPlural(id string, texts map[string]string, english map[string]forms) bool {
	return len(texts) > 1 || len(english[id]) > 1
}

// keyPath writes a name of TOML, each part in quotation marks where it needs them.
func keyPath(path string) string {
	parts := strings.Split(path, ".")
	for i, p := range parts {
		if p == "" || strings.ContainsFunc(p, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '_'
		}) {
			parts[i] = inQuotes(p)
		}
	}
	return strings.Join(parts, ".")
}

// inQuotes writes a text of TOML. What Go escapes TOML escapes alike, but for three letters.
func inQuotes(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		case strconv.IsPrint(r) || r == '\u200c' || r == '\u200d' || r >= 0x2066 && r <= 0x2069:
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	return b.String() + `"`
}

// Forms are the plural forms of a language (CLDR): those that whole numbers take, and
// "other", which fractions take where whole numbers do not.
func Forms(lang content.Lang) []string { return needed(lang) }

// FormOf is the plural form that a whole number takes in a language (CLDR).
func FormOf(lang content.Lang, n int) string {
	return ordinalForm(plural.Cardinal.MatchPlural(language.Make(pluralTag(lang)), n, 0, 0, 0, 0))
}

// Refines is the message that a language's own refinement is of, such as date.since of
// date.since-day, and whether it is one.
func Refines(id string) (string, bool) { return refined(id), refinement(id) }
