package authoring

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Outcome of a merge, record by record.
type Outcome uint8

// What became of a record of the manuscript.
const (
	Added   Outcome = iota // it was not there
	Same                   // it stands there as it is
	Filled                 // it stands there, and what it did not say yet was added
	Changed                // it stood there otherwise and was replaced
	Kept                   // it stands there otherwise and stays as it is
)

// Change is what became of one record of the manuscript.
type Change struct {
	File    string
	Record  string // "event srebrenica-falls" or "" for what stands in a file outside records
	ID      string
	What    Outcome
	Keys    []string // that differ, where it was changed or kept
	InWords bool     // it is a wording
}

// Merged is a manuscript joined with a folder.
type Merged struct {
	Files    map[string][]byte     // the files to write: those that are new or say something else now
	Attached map[string]Attachment // the files to take over, which the folder has not
	Changes  []Change
	Reset    []string // files that were written anew as a whole, without the remarks that stood in them
}

// Into joins the manuscript with the files of a folder, or with none where fsys is nil.
// What the folder has stays as it was written, remarks and all; what it has not is added;
// where both say something else the folder's stays, or with replace the manuscript's. What
// the folder has and the manuscript has not stays. A folder that cannot be read whole is
// an error, for what is not understood could be lost.
func (m *Manuscript) Into(ctx context.Context, fsys fs.FS, replace bool) (*Merged, error) {
	old := NewManuscript()
	if fsys != nil {
		var problems []Problem
		old, problems = ReadManuscript(ctx, fsys)
		for _, p := range problems {
			if p.Severity == Error {
				return nil, fmt.Errorf("read the folder that is there: %s", p)
			}
		}
	}
	out := &Merged{Files: map[string][]byte{}, Attached: map[string]Attachment{}}
	for _, name := range m.Names() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := out.file(name, m.sheets[name], old.sheets[name], replace); err != nil {
			return nil, err
		}
	}
	for _, name := range m.Attached() {
		if old.attached[name] == nil || replace {
			out.Attached[name] = m.attached[name]
		}
	}
	return out, nil
}

// file joins one file.
func (out *Merged) file(name string, from, old *manuscriptFile, replace bool) error {
	form, ok := FormOf(name)
	if !ok {
		return fmt.Errorf("write %s: the format knows no such file", Quote(name))
	}
	from = &manuscriptFile{entry: from.entry.normal(form), body: from.body, prose: from.prose, begun: from.begun}
	if old == nil {
		text, err := from.render(name)
		if err != nil {
			return err
		}
		out.all(name, from)
		out.Files[name] = []byte(text)
		return nil
	}
	if from.begun {
		return nil
	}
	if from.prose {
		return out.document(name, from, old, replace)
	}
	j := &joint{out: out, file: name, replace: replace}
	joined := j.entry(old.entry, from.entry, form)
	if len(j.splices) == 0 {
		return nil
	}
	text := old.spliced(j.splices, form)
	if err := unwritable(name, text); err != nil {
		return err
	}
	if !says(name, text, joined) {
		fresh := &manuscriptFile{entry: joined}
		var err error
		if text, err = fresh.render(name); err != nil {
			return err
		}
		out.Reset = append(out.Reset, name)
	}
	out.Files[name] = []byte(text)
	return nil
}

// says reports whether a text is read as an entry.
func says(name, text string, e *Entry) bool {
	f, _ := classify(name)
	src := &source{found: f}
	src.take([]byte(text))
	s := &manuscriptFile{}
	s.fill(src)
	return len(src.problems) == 0 && s.entry != nil && s.entry.Equal(e)
}

// all notes every record of a new file.
func (out *Merged) all(name string, from *manuscriptFile) {
	form, _ := FormOf(name)
	j := &joint{out: out, file: name, fresh: true}
	j.entry(&Entry{}, from.entry, form)
	if from.prose {
		out.note(name, "", Added)
	}
}

func (out *Merged) note(file, record string, what Outcome, keys ...string) {
	f, _ := classify(file)
	_, id, _ := strings.Cut(record, " ")
	out.Changes = append(out.Changes, Change{file, record, id, what, keys, f.kind == wordsFile})
}

// document joins an essay or a speech's text, which is one thing: its words and its head.
func (out *Merged) document(name string, from, old *manuscriptFile, replace bool) error {
	var keys []string
	if sameLines(from.body, old.body) {
		from = &manuscriptFile{entry: from.entry, body: old.body, prose: true}
	} else {
		keys = append(keys, "text")
	}
	joined, differ, _ := join(old.entry, from.entry, true)
	keys = append(keys, differ...)
	switch {
	case len(keys) == 0 && joined.Equal(old.entry):
		out.note(name, "", Same)
		return nil
	case len(keys) > 0 && !replace:
		out.note(name, "", Kept, keys...)
		return nil
	}
	out.note(name, "", Changed, keys...)
	text, err := (&manuscriptFile{entry: joined, body: from.body, prose: true}).render(name)
	out.Files[name] = []byte(text)
	return err
}

func sameLines(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// splice is a change of a file's text: a record or a key that is written anew, or added.
type splice struct {
	key   string // of the file
	id    string // of the record in the list behind it, or its name; "" for the key itself
	entry *Entry // the record, or for a key an entry that has it; nil takes the key away
}

// joint joins the records of one file.
type joint struct {
	out     *Merged
	file    string
	replace bool
	fresh   bool // the file is new
	splices []splice
}

// entry joins a file's records with those that come, and its own keys.
func (j *joint) entry(old, from *Entry, form *Form) *Entry {
	joined, head := old.Clone(), &Entry{}
	for _, f := range from.fields {
		field := form.Field(f.key)
		switch {
		case field != nil && field.Kind == NamedField:
			j.named(joined, f, field)
		case field != nil && field.Kind == RecordField && field.Many && field.Form.Field("id") != nil:
			j.records(joined, f, field)
		default:
			head.fields = append(head.fields, f)
		}
	}
	j.head(joined, head)
	return joined
}

// head joins the keys of a file outside its records.
func (j *joint) head(joined, from *Entry) {
	if from.Empty() {
		return
	}
	if languages := from.List("languages"); languages != nil && joined.Has("languages") && !j.replace {
		// Another language is an addition to the list, and takes nothing from it.
		from = from.Clone()
		both := slices.Clone(joined.List("languages"))
		for _, l := range languages {
			if !slices.Contains(both, l) {
				both = append(both, l)
			}
		}
		if !slices.Equal(both, joined.List("languages")) {
			joined.SetList("languages", both)
			j.splices = append(j.splices, splice{key: "languages", entry: joined.Clone()})
			j.out.note(j.file, "", Filled, "languages")
		}
		from.Remove("languages")
	}
	merged, differ, filled := join(joined, from, j.replace)
	for _, key := range append(slices.Clone(filled), differ...) {
		if slices.Contains(differ, key) && !j.replace {
			continue
		}
		one := splice{key: key}
		if merged.Has(key) {
			one.entry = merged
		}
		j.splices = append(j.splices, one)
	}
	*joined = *merged
	j.told("", differ, filled)
}

// told notes what became of a record.
func (j *joint) told(record string, differ, filled []string) {
	switch {
	case len(differ) > 0 && j.replace:
		j.out.note(j.file, record, Changed, differ...)
	case len(differ) > 0:
		j.out.note(j.file, record, Kept, differ...)
	case len(filled) > 0 && j.fresh:
		j.out.note(j.file, record, Added)
	case len(filled) > 0:
		j.out.note(j.file, record, Filled, filled...)
	default:
		j.out.note(j.file, record, Same)
	}
}

func (j *joint) records(joined *Entry, f written, field *FormField) {
	into := joined.field(f.key)
	if into == nil {
		into = joined.put(f.key)
	}
	at := make(map[string]int, len(into.entries))
	for i, one := range into.entries {
		at[one.Text("id")] = i
	}
	for _, one := range f.entries {
		id := one.Text("id")
		i, there := at[id]
		if !there || id == "" {
			at[id] = len(into.entries)
			into.entries = append(into.entries, one.settled())
			j.splices = append(j.splices, splice{f.key, id, one})
			j.out.note(j.file, f.key+" "+id, Added)
			continue
		}
		merged, differ, filled := join(into.entries[i], one, j.replace)
		if !merged.Equal(into.entries[i]) {
			into.entries[i] = merged
			j.splices = append(j.splices, splice{f.key, id, merged})
		}
		j.told(f.key+" "+id, differ, filled)
	}
}

func (j *joint) named(joined *Entry, f written, field *FormField) {
	into := joined.field(f.key)
	if into == nil {
		into = joined.put(f.key)
	}
	at := make(map[string]int, len(into.keyed))
	for i, one := range into.keyed {
		at[one.key] = i
	}
	for _, one := range f.keyed {
		i, there := at[one.key]
		if !there {
			at[one.key] = len(into.keyed)
			into.keyed = append(into.keyed, keyed{key: one.key, entry: one.entry.settled()})
			j.splices = append(j.splices, splice{f.key, one.key, one.entry})
			j.out.note(j.file, f.key+" "+one.key, Added)
			continue
		}
		merged, differ, filled := join(into.keyed[i].entry, one.entry, j.replace)
		if !merged.Equal(into.keyed[i].entry) {
			into.keyed[i].entry = merged
			j.splices = append(j.splices, splice{f.key, one.key, merged})
		}
		j.told(f.key+" "+one.key, differ, filled)
	}
}

// join is a record with what another says of it: keys that it lacks are filled, keys that
// differ are named and, with replace, taken over.
func join(old, from *Entry, replace bool) (joined *Entry, differ, filled []string) {
	joined = old.Clone()
	for i := range from.fields {
		f := &from.fields[i]
		was := joined.field(f.key)
		switch {
		case f.cleared && was == nil, was != nil && was.equal(f):
			continue
		case was == nil:
			filled = append(filled, f.key)
		default:
			differ = append(differ, f.key)
			if !replace {
				continue
			}
		}
		if f.cleared {
			joined.Remove(f.key)
			continue
		}
		*joined.put(f.key) = f.clone()
	}
	return joined, differ, filled
}

// settled is an entry without the keys that were cleared.
func (e *Entry) settled() *Entry {
	out := e.Clone()
	out.fields = slices.DeleteFunc(out.fields, func(f written) bool { return f.cleared })
	return out
}

// Counted are the changes of one kind, a number for each outcome.
func (out *Merged) Counted(what Outcome, words bool) int {
	n := 0
	for _, c := range out.Changes {
		if c.What == what && c.InWords == words {
			n++
		}
	}
	return n
}

// SortedChanges are the changes file by file.
func (out *Merged) SortedChanges() []Change {
	list := slices.Clone(out.Changes)
	slices.SortStableFunc(list, func(a, b Change) int { return cmp.Compare(a.File, b.File) })
	return list
}
