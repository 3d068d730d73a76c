package authoring

import (
	"context"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"vigil/content"
)

// Manuscript is an archive as its files have it, record by record: what an import makes of
// a source, and what an export takes from a folder. Nothing in it is judged; Load and
// content/check do that once it is written.
type Manuscript struct {
	sheets   map[string]*manuscriptFile
	attached map[string]Attachment
}

// manuscriptFile is a file of records, or of prose under a head of records.
type manuscriptFile struct {
	*source // what was read, or nil
	entry   *Entry
	body    string // of an essay or a speech's text, without white space around it
	prose   bool
	begun   bool // stands only where there is no such file yet
}

// Attachment opens a file that is taken over as it is: a picture, a font, an interface.
type Attachment func() (io.ReadCloser, error)

// NewManuscript is a manuscript in which nothing stands.
func NewManuscript() *Manuscript {
	return &Manuscript{sheets: map[string]*manuscriptFile{}, attached: map[string]Attachment{}}
}

// File is the records of a file, by its path in the folder, such as people.yaml; of an
// essay's or a speech's text its head. It is begun where it is not there.
func (m *Manuscript) File(name string) *Entry { return m.sheet(name).entry }

func (m *Manuscript) sheet(name string) *manuscriptFile {
	if m.sheets[name] == nil {
		m.sheets[name] = &manuscriptFile{entry: &Entry{}}
	}
	return m.sheets[name]
}

// Begin is a file that is written only where the folder has no such file: what an import
// has to say because an archive needs it, not because its source says so.
func (m *Manuscript) Begin(name string) *Entry {
	if m.sheets[name] == nil {
		m.sheet(name).begun = true
	}
	return m.sheets[name].entry
}

// Find is the records of a file, or nil where there is no such file.
func (m *Manuscript) Find(name string) *Entry {
	if s := m.sheets[name]; s != nil {
		return s.entry
	}
	return nil
}

// Names are the files that have records or prose, in order.
func (m *Manuscript) Names() []string { return slices.Sorted(maps.Keys(m.sheets)) }

// Words are the words of a record in a language: base is the file of its facts without
// its end, such as cases/bosnia/timeline, id the record's name among its words.
func (m *Manuscript) Words(base string, lang content.Lang, id string) *Entry {
	return m.File(base+"."+string(lang)+".yaml").Name("words", id)
}

// Word is a wording as Words gives it, or nil where there is none.
func (m *Manuscript) Word(base string, lang content.Lang, id string) *Entry {
	if file := m.Find(base + "." + string(lang) + ".yaml"); file != nil {
		return file.Named("words", id)
	}
	return nil
}

// Body is the prose of an essay's or a speech's file.
func (m *Manuscript) Body(name string) string {
	if s := m.sheets[name]; s != nil {
		return s.body
	}
	return ""
}

// SetBody writes the prose of an essay's or a speech's file.
func (m *Manuscript) SetBody(name, body string) {
	s := m.sheet(name)
	s.prose, s.body = true, strings.TrimSpace(body)
}

// Attach takes a file over as it is.
func (m *Manuscript) Attach(name string, open Attachment) { m.attached[name] = open }

// Attached are the files that are taken over as they are, in order.
func (m *Manuscript) Attached() []string { return slices.Sorted(maps.Keys(m.attached)) }

// Attachment opens such a file.
func (m *Manuscript) Attachment(name string) Attachment { return m.attached[name] }

// Hash is that of a wording as it is written here: what a translation's "of" must equal.
func (e *Entry) Hash() string {
	return Hash(e.Text("title"), e.Text("role"), e.Text("text"), e.Text("note"))
}

// ReadManuscript reads a folder within Load's limits. The problems are of form: what they
// are about is not in the manuscript.
func ReadManuscript(ctx context.Context, fsys fs.FS) (*Manuscript, []Problem) {
	w := &walker{ctx: ctx, fsys: fsys}
	w.dir(".")
	m, problems := NewManuscript(), w.problems
	var jobs []job
	for _, f := range w.files {
		if f.kind == interfaceFile {
			m.attach(fsys, f.name)
			continue
		}
		s := &manuscriptFile{entry: &Entry{}}
		m.sheets[f.name] = s
		jobs = append(jobs, job{f, s})
	}
	run(ctx, fsys, jobs)
	for _, name := range slices.Concat(w.pictures, w.fonts, w.licences) {
		m.attach(fsys, name)
	}
	for _, name := range m.Names() {
		if s := m.sheets[name]; s.source != nil {
			problems = append(problems, s.problems...)
		}
	}
	if ctx.Err() != nil {
		problems = append(problems, Problem{".", 0, 0, "cancelled", Error, "reading was stopped before its end", "read the folder again"})
	}
	return m, SortProblems(problems)
}

func (m *Manuscript) attach(fsys fs.FS, name string) {
	m.Attach(name, func() (io.ReadCloser, error) { return fsys.Open(name) })
}

func (s *manuscriptFile) file() *source { return s.source }

// fill reads one file.
func (s *manuscriptFile) fill(src *source) {
	s.source = src
	if path.Ext(src.name) == ".md" {
		s.prose = true
		doc := parted(src)
		s.body = strings.TrimSpace(doc.body.Text)
		if doc.head != nil {
			s.entry = doc.head
		}
		return
	}
	form := forms[src.kind]
	if body := src.parseYAML(); body != nil {
		s.entry = (&reader{decoder{source: src}}).entry(body, form)
	}
}

// partedFile is a file of Markdown with its head as records.
type partedFile struct {
	head *Entry
	body Passage
}

func parted(s *source) partedFile {
	start := 0
	var head *Entry
	if len(s.lines) > 0 && strings.TrimRight(s.lines[0], " ") == "---" {
		start = s.headEnd()
		inner := &source{found: s.found, lines: append([]string{""}, s.lines[1:max(start-1, 1)]...)}
		inner.text = strings.Join(inner.lines, "\n")
		if body := inner.parseYAML(); body != nil {
			head = (&reader{decoder{source: inner}}).entry(body, forms[s.kind])
		}
		s.problems = append(s.problems, inner.problems...)
	}
	return partedFile{head, Passage{Text: strings.Join(s.lines[start:], "\n"), Line: start + 1}}
}

// reader reads a YAML tree into entries.
type reader struct{ decoder }

func (r *reader) entry(n ast.Node, form *Form) *Entry {
	e := &Entry{}
	if n == nil || n.Type() == ast.NullType {
		return e
	}
	entries, ok := r.entries(n)
	if !ok {
		r.lost = true
		return e
	}
	for _, one := range entries {
		name, at, ok := r.key(one)
		if !ok || one.Value == nil || one.Value.Type() == ast.NullType {
			continue
		}
		field := form.Field(name)
		if field == nil {
			r.report(at.line, at.col, "unknown-key", "there is no key "+Quote(name)+" here", "take it out")
			continue
		}
		if e.Has(name) {
			r.report(at.line, at.col, "duplicate-key", "the key "+Quote(name)+" stands here twice", "keep one of them")
			continue
		}
		r.value(one.Value, field, e.put(name))
	}
	return e
}

func (r *reader) value(n ast.Node, field *FormField, into *written) {
	switch {
	case field.Kind == NamedField || field.Kind == PairsField:
		r.named(n, field, into)
	case field.Many:
		r.list(n, field, into)
	case field.Kind == RecordField:
		into.entries = []*Entry{r.entry(n, field.Form)}
	default:
		into.text = r.words(n, field)
	}
}

func (r *reader) list(n ast.Node, field *FormField, into *written) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.wrong(n, "a list")
		return
	}
	if field.Kind != RecordField {
		into.list = []string{}
	}
	for _, item := range list.Values {
		if field.Kind == RecordField {
			into.entries = append(into.entries, r.entry(item, field.Form))
			continue
		}
		if text := r.words(item, field); text != "" {
			into.list = append(into.list, text)
		}
	}
}

func (r *reader) named(n ast.Node, field *FormField, into *written) {
	entries, ok := r.entries(n)
	if !ok {
		return
	}
	seen := make(map[string]bool, len(entries))
	for _, one := range entries {
		name, at, ok := r.key(one)
		if !ok {
			continue
		}
		if seen[name] {
			r.report(at.line, at.col, "duplicate-key", "the key "+Quote(name)+" stands here twice", "keep one of them")
			continue
		}
		seen[name] = true
		if field.Kind == PairsField {
			into.keyed = append(into.keyed, keyed{key: name, text: r.words(one.Value, field)})
			continue
		}
		into.keyed = append(into.keyed, keyed{key: name, entry: r.entry(one.Value, field.Form)})
	}
}

// words are a scalar as it is written, without white space around what may have several
// lines, which means nothing there.
func (r *reader) words(n ast.Node, field *FormField) string {
	text := ""
	switch n := n.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		text = n.GetToken().Value
	case nil, *ast.NullNode:
		return ""
	default:
		r.wrong(n, "a text")
		return ""
	}
	for i, letter := range text {
		if why := forbidden(letter); why != "" {
			line, col := r.start(n, position{1, 1}).line, r.start(n, position{1, 1}).col
			r.report(line, col, "letter", "a letter here "+why+": "+Quote(text[i:min(len(text), i+8)]), "delete it")
			return ""
		}
	}
	return field.normal(text)
}

// normal is a text as it is compared and written: white space around what may have several
// lines means nothing there, nor do spaces on a line that has nothing else.
func (field *FormField) normal(text string) string {
	if field.Kind != TextField && field.Kind != PlainField {
		return text
	}
	text = strings.TrimSpace(text)
	if !strings.Contains(text, "\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// normal is the entry with its texts as they are compared and written.
func (e *Entry) normal(form *Form) *Entry {
	out := e.Clone()
	for i := range out.fields {
		f := &out.fields[i]
		field := form.Field(f.key)
		if field == nil {
			continue
		}
		f.text = field.normal(f.text)
		for j, one := range f.entries {
			f.entries[j] = one.normal(field.Form)
		}
		for j, k := range f.keyed {
			if k.entry != nil {
				f.keyed[j].entry = k.entry.normal(field.Form)
			}
		}
	}
	out.fields = slices.DeleteFunc(out.fields, written.void)
	return out
}

// void reports whether a field says nothing, not even that there is nothing.
func (f written) void() bool {
	return f.text == "" && f.list == nil && f.entries == nil && f.keyed == nil && !f.cleared
}
