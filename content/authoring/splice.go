package authoring

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// spliced is the file's text with records and keys written anew in their places, or added,
// and everything else as it stood, remarks too. Where the file is not written in lines, a
// record to each, what comes of it says something else, which the caller looks for.
func (s *manuscriptFile) spliced(list []splice, form *Form) string {
	t := &taken{lines: slices.Clone(s.lines), form: form, edits: map[int]edit{}}
	for len(t.lines) > 0 && strings.TrimSpace(t.lines[len(t.lines)-1]) == "" {
		t.lines = t.lines[:len(t.lines)-1]
	}
	again := &source{found: s.found, text: s.text, lines: s.lines}
	t.chart(again.parseYAML())
	for _, one := range list {
		t.write(one)
	}
	return t.String()
}

// stretch is the lines of a key or a record: from first up to, not with, end.
type stretch struct{ first, end int }

// edit is what a stretch of lines becomes.
type edit struct {
	end  int
	text string
}

// block is what stands behind a key of the file.
type block struct {
	stretch
	items  map[string]stretch // of records, by id or name
	last   int                // the line behind the last record
	indent string             // of a record's first line
	apart  bool               // an empty line stands between two records
}

// taken is a file's text taken apart.
type taken struct {
	lines []string
	form  *Form
	keys  map[string]*block
	edits map[int]edit // by their first line
	added strings.Builder
	more  map[string]*strings.Builder // records added to what stands behind a key
}

// chart finds the lines of each key, and of each record behind it.
func (t *taken) chart(body ast.Node) {
	t.keys, t.more = map[string]*block{}, map[string]*strings.Builder{}
	if body == nil {
		return
	}
	d := &decoder{source: &source{}}
	entries, ok := d.entries(body)
	if !ok {
		return
	}
	for i, e := range entries {
		name, at, ok := d.key(e)
		if !ok {
			continue
		}
		end := len(t.lines)
		if i+1 < len(entries) {
			_, next, _ := d.key(entries[i+1])
			end = next.line - 1
		}
		b := &block{stretch: t.trimmed(at.line-1, end), indent: "  "}
		b.last = b.end
		t.records(b, e.Value, d)
		t.keys[name] = b
	}
}

// trimmed is a stretch without the empty lines and remarks at its end, which belong to
// what follows.
func (t *taken) trimmed(first, end int) stretch {
	for end > first+1 {
		line := strings.TrimSpace(t.lines[end-1])
		if line != "" && !strings.HasPrefix(line, "#") {
			break
		}
		end--
	}
	return stretch{first, end}
}

// records finds the lines of the records behind a key.
func (t *taken) records(b *block, n ast.Node, d *decoder) {
	type begun struct {
		name string
		line int
	}
	var starts []begun
	switch n := n.(type) {
	case *ast.SequenceNode:
		for i, item := range n.Values {
			line := d.start(item, position{}).line - 1
			if i < len(n.Entries) && n.Entries[i].Start != nil {
				line = n.Entries[i].Start.Position.Line - 1
			}
			starts = append(starts, begun{idOf(item, d), line})
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		entries, _ := d.entries(n)
		for _, e := range entries {
			name, at, _ := d.key(e)
			starts = append(starts, begun{name, at.line - 1})
		}
	}
	if len(starts) == 0 || starts[0].line <= b.first {
		return
	}
	b.items = map[string]stretch{}
	for i, s := range starts {
		end := b.end
		if i+1 < len(starts) {
			end = starts[i+1].line
		}
		if end <= s.line || s.line >= len(t.lines) {
			b.items = nil
			return
		}
		one := t.trimmed(s.line, end)
		b.items[s.name] = one
		b.apart = b.apart || i+1 < len(starts) && one.end < end
		b.last = one.end
	}
	line := t.lines[starts[0].line]
	b.indent = line[:len(line)-len(strings.TrimLeft(line, " "))]
	b.apart = b.apart || len(starts) == 1
}

func idOf(item ast.Node, d *decoder) string {
	entries, ok := []*ast.MappingValueNode(nil), false
	switch item.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		entries, ok = d.entries(item)
	}
	if !ok {
		return ""
	}
	for _, e := range entries {
		if name, _, _ := d.key(e); name == "id" {
			if s, ok := e.Value.(*ast.StringNode); ok {
				return s.Value
			}
		}
	}
	return ""
}

// write takes in one change.
func (t *taken) write(s splice) {
	b, field := t.keys[s.key], t.form.Field(s.key)
	w := &emitter{}
	switch {
	case s.id == "":
		if s.entry != nil {
			w.field(s.entry.field(s.key), field, "", true)
		}
		if b == nil {
			t.added.WriteString(w.String())
			return
		}
		t.edits[b.first] = edit{b.end, w.String()}
	case b == nil || b.items == nil:
		t.begin(s, field)
	default:
		t.item(w, s, field, b.indent)
		if at, there := b.items[s.id]; there {
			t.edits[at.first] = edit{at.end, w.String()}
			return
		}
		t.append(s.key, w.String(), b.apart)
	}
}

func (t *taken) item(w *emitter, s splice, field *FormField, indent string) {
	if field.Kind == NamedField {
		w.name(keyed{key: s.id, entry: s.entry}, field, indent)
		return
	}
	w.item(s.entry, field.Form, indent)
}

// begin adds a record behind a key that the file has not.
func (t *taken) begin(s splice, field *FormField) {
	w := &emitter{}
	t.item(w, s, field, "  ")
	t.append(s.key, w.String(), true)
}

func (t *taken) append(key, text string, apart bool) {
	if t.more[key] == nil {
		t.more[key] = &strings.Builder{}
	}
	if apart && (t.more[key].Len() > 0 || t.keys[key] != nil) {
		t.more[key].WriteString("\n")
	}
	t.more[key].WriteString(text)
}

// String puts the text together again.
func (t *taken) String() string {
	behind := map[int]string{}
	var begun []string
	for key, more := range t.more {
		if b := t.keys[key]; b != nil && b.items != nil {
			behind[b.last] += more.String()
			continue
		}
		begun = append(begun, key)
	}
	var out strings.Builder
	for i := 0; i <= len(t.lines); i++ {
		out.WriteString(behind[i])
		if i == len(t.lines) {
			break
		}
		if e, ok := t.edits[i]; ok {
			out.WriteString(e.text)
			for ; i < e.end-1; i++ {
				out.WriteString(behind[i+1])
			}
			continue
		}
		out.WriteString(t.lines[i] + "\n")
	}
	out.WriteString(t.added.String())
	slices.SortFunc(begun, func(a, b string) int { return cmp.Compare(t.place(a), t.place(b)) })
	for _, key := range begun {
		out.WriteString(key + ":\n" + t.more[key].String())
	}
	return out.String()
}

// place is where a key stands in the form.
func (t *taken) place(key string) int {
	return slices.IndexFunc(t.form.Fields, func(f FormField) bool { return f.Name == key })
}
