package authoring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Text of a file of the manuscript as a curator would write it.
func (s *manuscriptFile) render(name string) (string, error) {
	form, ok := FormOf(name)
	if !ok {
		return "", fmt.Errorf("write %s: the format knows no such file", Quote(name))
	}
	w := &emitter{}
	w.record(s.entry, form, "", "", true)
	text := w.String()
	if s.prose {
		if text != "" {
			text = "---\n" + text + "---\n\n"
		}
		text += s.body + "\n"
	}
	return text, unwritable(name, text)
}

// unwritable refuses a text with a letter that no file may hold.
func unwritable(name, text string) error {
	i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && !Permitted(r) })
	if i < 0 {
		return nil
	}
	return fmt.Errorf("write %s: %s holds a letter that no file may hold", name, Quote(text[i:min(i+16, len(text))]))
}

// Clean is a text without the letters that no file may hold, its lines ended by a line
// feed, and whether anything was lost.
func Clean(text string) (string, bool) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\ufffd"))
	if !strings.ContainsFunc(text, func(r rune) bool { return !Permitted(r) }) {
		return text, false
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x2028, r == 0x2029:
			return '\n'
		case !Permitted(r):
			return -1
		}
		return r
	}, text), true
}

// emitter writes entries as the plain part of YAML.
type emitter struct{ strings.Builder }

// record writes a map: its first line begins with lead, the others with indent. Apart says
// that records in its lists are parted by empty lines.
func (w *emitter) record(e *Entry, form *Form, lead, indent string, apart bool) {
	for _, f := range ordered(e, form) {
		field := form.Field(f.key)
		if field == nil {
			field = &FormField{Name: f.key}
		}
		w.WriteString(lead)
		lead = indent
		w.field(f, field, indent, apart)
	}
}

// ordered are the fields that have a value, in the order of the form.
func ordered(e *Entry, form *Form) []*written {
	var out []*written
	for i := range form.Fields {
		if f := e.field(form.Fields[i].Name); f != nil && !f.cleared {
			out = append(out, f)
		}
	}
	for i := range e.fields {
		if f := &e.fields[i]; form.Field(f.key) == nil && !f.cleared {
			out = append(out, f)
		}
	}
	return out
}

func (w *emitter) field(f *written, field *FormField, indent string, apart bool) {
	switch {
	case field.Kind == NamedField || field.Kind == PairsField:
		w.named(f, field, indent, apart)
	case field.Kind == RecordField && field.Many:
		w.records(f, field, indent, apart)
	case field.Kind == RecordField:
		fmt.Fprintf(w, "%s: %s\n", f.key, flow(f.entries[0], field.Form))
	case field.Many:
		fmt.Fprintf(w, "%s: %s\n", f.key, flowList(f.list, field))
	case field.Kind == TextField || field.Kind == PlainField && strings.Contains(f.text, "\n"):
		w.block(f.key, f.text, indent)
	default:
		fmt.Fprintf(w, "%s: %s\n", f.key, plain(f.text, field))
	}
}

func (w *emitter) records(f *written, field *FormField, indent string, apart bool) {
	if len(f.entries) == 0 {
		fmt.Fprintf(w, "%s: []\n", f.key)
		return
	}
	w.WriteString(f.key + ":\n")
	for i, one := range f.entries {
		if apart && i > 0 {
			w.WriteString("\n")
		}
		w.item(one, field.Form, indent+"  ")
	}
}

// item writes a record of a list, whose dash stands behind the indent.
func (w *emitter) item(e *Entry, form *Form, indent string) {
	if len(ordered(e, form)) == 0 {
		w.WriteString(indent + "- {}\n")
		return
	}
	w.record(e, form, indent+"- ", indent+"  ", false)
}

func (w *emitter) named(f *written, field *FormField, indent string, apart bool) {
	if len(f.keyed) == 0 {
		fmt.Fprintf(w, "%s: {}\n", f.key)
		return
	}
	w.WriteString(f.key + ":\n")
	for i, k := range f.keyed {
		if apart && i > 0 && k.entry != nil {
			w.WriteString("\n")
		}
		w.name(k, field, indent+"  ")
	}
}

// name writes a record or a text under its name.
func (w *emitter) name(k keyed, field *FormField, indent string) {
	key := plain(k.key, &FormField{Kind: IDField})
	switch {
	case k.entry == nil:
		fmt.Fprintf(w, "%s%s: %s\n", indent, key, plain(k.text, &FormField{}))
	case len(ordered(k.entry, field.Form)) == 0:
		fmt.Fprintf(w, "%s%s: {}\n", indent, key)
	default:
		fmt.Fprintf(w, "%s%s:\n", indent, key)
		w.record(k.entry, field.Form, indent+"  ", indent+"  ", false)
	}
}

// block writes a text of several lines.
func (w *emitter) block(key, text, indent string) {
	text = strings.TrimSpace(text)
	if text == "" {
		fmt.Fprintf(w, "%s: \"\"\n", key)
		return
	}
	fmt.Fprintf(w, "%s: |\n", key)
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			w.WriteString(indent + "  " + line)
		}
		w.WriteString("\n")
	}
}

// flow writes a small record on one line.
func flow(e *Entry, form *Form) string {
	var parts []string
	for _, f := range ordered(e, form) {
		field := form.Field(f.key)
		if field == nil {
			field = &FormField{}
		}
		if field.Many {
			parts = append(parts, f.key+": "+flowList(f.list, field))
			continue
		}
		parts = append(parts, f.key+": "+plain(f.text, field))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func flowList(list []string, field *FormField) string {
	written := make([]string, len(list))
	for i, s := range list {
		written[i] = plain(s, field)
	}
	return "[" + strings.Join(written, ", ") + "]"
}

var (
	numeral  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	bareName = regexp.MustCompile(`^[a-z][a-z0-9]*([-/#.][a-z0-9]+)*$|^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)
	// yamlWords are words that some readers of YAML take for something else than text.
	yamlWords = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)

// plain writes a value on one line, so that it can be read as nothing else.
func plain(text string, field *FormField) string {
	switch field.Kind {
	case DateField:
		return quoted(text)
	case WholeField, NumberField:
		if numeral.MatchString(text) {
			return text
		}
		return quoted(text)
	case TruthField:
		if text == "true" || text == "false" {
			return text
		}
		return quoted(text)
	case IDField, LanguageField:
		if bareName.MatchString(text) && !slices.Contains(yamlWords, text) {
			return text
		}
		return quoted(text)
	}
	if bareLine(text) && !strings.Contains(text, "\n") || loneWord(text) {
		return text
	}
	return quoted(text)
}

// loneWord reports whether a text is one word of letters that YAML takes for nothing else.
func loneWord(text string) bool {
	return len(text) > 5 && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}
