package workbook

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// readRow is a row whose cells were read.
type readRow struct {
	*taken
	number int
	values []value
	told   []note
	wrong  bool
}

// note is what is to be told of a cell once its row comes over.
type note struct {
	at exchange.Place
	said
}

// sheet brings the rows of one sheet.
func (in *intake) sheet(ctx context.Context, t *taken) error {
	for filled := range t.rows() {
		if in.done++; in.done%512 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			in.d.Step(in.done, in.of)
		}
		in.d.Count("rows")
		r := in.read(t, filled)
		in.apply(r)
		if filled.hidden && !r.wrong {
			in.d.Once(exchange.Decide, t.leaf.at(filled.number, -1, ""), "hidden-row", "this row is hidden in the sheet, perhaps by a filter, and came over", "delete the row if it is not meant for the archive")
		}
	}
	return nil
}

// read reads the cells of a row. A mistake is told at once, all else once the row comes.
func (in *intake) read(t *taken, filled filledRow) *readRow {
	r := &readRow{taken: t, number: filled.number, values: make([]value, len(t.columns))}
	in.reader.parts = t.sheet.name == "figures" && r.text("unit", filled) == "percent"
	for i, c := range t.columns {
		at := t.leaf.at(filled.number, c.at, c.heading)
		refers := t.sheet.refersTo(c.column)
		v, wrong := in.reader.read(filled.cells[i], c.field, refers)
		switch {
		case wrong == nil:
		case t.sheet.forgives(c.column):
			in.d.Note(exchange.LeftOut, at, wrong.rule, wrong.message+"; this cell did not come over", wrong.mend)
			continue
		default:
			r.fail(in, at, wrong)
			continue
		}
		r.values[i] = v
		for _, s := range in.reader.told {
			r.told = append(r.told, note{at, s})
		}
	}
	return r
}

// forgives reports whether a row comes over without a cell in which there is a mistake: where
// the record can be without it, and of an archive or a history, whose title and words are
// worth more than the cell.
func (s *sheet) forgives(c column) bool {
	switch {
	case c.role != factColumn && c.role != wordColumn || c.key == "id":
		return false
	case s.name == "archive" || s.name == "cases":
		return true
	}
	return c.role == wordColumn || !c.field.Required
}

// text is a fact of the row before it is read.
func (r *readRow) text(key string, filled filledRow) string {
	for i, c := range r.columns {
		if c.role == factColumn && c.key == key {
			return strings.TrimSpace(filled.cells[i].text)
		}
	}
	return ""
}

// fail tells a mistake, for which the row is left out.
func (r *readRow) fail(in *intake, at exchange.Place, m *mistake) {
	r.wrong = true
	in.d.Note(exchange.LeftOut, at, m.rule, m.message+"; the row did not come over", m.mend)
}

// at is a place of the row: of the column of that heading where it is there.
func (r *readRow) at(heading string) exchange.Place {
	for _, c := range r.columns {
		if c.heading == heading {
			return r.leaf.at(r.number, c.at, c.heading)
		}
	}
	return r.leaf.at(r.number, -1, "")
}

// tell says what is to be said of a row that came over.
func (r *readRow) tell(in *intake) {
	for _, n := range r.told {
		if n.once {
			in.d.Once(n.weight, n.at, n.rule, n.message, n.mend)
			continue
		}
		in.d.Note(n.weight, n.at, n.rule, n.message, n.mend)
	}
}

// apply brings a row into the draft.
func (in *intake) apply(r *readRow) {
	switch r.sheet.name {
	case textsSheet:
		in.text(r)
		return
	case reviewsSheet:
		in.review(r)
		return
	case otherSheet:
		in.other(r)
		return
	}
	if r.wrong {
		return
	}
	at, ok := in.locate(r)
	if !ok {
		return
	}
	key := at.key(r.sheet)
	if first, twice := in.seen[key]; twice && (at.id != "" || r.sheet.list == "") {
		r.fail(in, r.at("id"), &mistake{"id-twice", authoring.Quote(cmp.Or(at.id, r.sheet.one)) + " stands in two rows, the first time in " + first.String(), "give one of them another id, or put both into one row"})
		return
	}
	in.seen[key] = r.at("id")
	r.tell(in)
	e := in.entry(r, at)
	in.facts(r, at, e)
	in.words(r, at)
	if r.sheet.name == "media" {
		in.picture(r, at, e)
	}
	in.d.Came[r.sheet.name]++
}

// named is what a column of names says.
func (r *readRow) named(role role, heading string) string {
	for i, c := range r.columns {
		if c.role == role && (heading == "" || c.heading == heading) {
			return r.values[i].text
		}
	}
	return ""
}

// fact is what a column of facts says.
func (r *readRow) fact(key string) string {
	for i, c := range r.columns {
		if c.role == factColumn && c.key == key {
			return r.values[i].text
		}
	}
	return ""
}

// word is what a column of words says.
func (r *readRow) word(slot int, lang content.Lang, key string) (string, bool) {
	for i, c := range r.columns {
		if c.role == wordColumn && c.slot == slot && c.lang == lang && c.key == key {
			return r.values[i].text, true
		}
	}
	return "", false
}

// entry is the record that a row fills; nil of a name alone.
func (in *intake) entry(r *readRow, at row) *authoring.Entry {
	s, file := r.sheet, in.d.File(at.file)
	if s.list == "" {
		return file
	}
	holder, key := file, s.list
	if s.inner != "" {
		holder, key = in.record(file, at.file+"\x00", s.list, at.outer), s.inner
	}
	if s.named {
		holder.Append(key, at.id)
		return nil
	}
	return in.record(holder, at.file+"\x00"+at.outer, key, at.id)
}

// record is the record of an id in a list, found by a map: a history may have ten thousand
// events.
func (in *intake) record(holder *authoring.Entry, place, list, id string) *authoring.Entry {
	key := place + "\x00" + list + "\x00" + id
	if e := in.entries[key]; e != nil && id != "" {
		return e
	}
	e := holder.Record(list, "")
	e.Set("id", id)
	in.entries[key] = e
	return e
}

// facts writes what a row says into its record.
func (in *intake) facts(r *readRow, at row, e *authoring.Entry) {
	if e == nil {
		return
	}
	old, there := in.old[at.key(r.sheet)]
	clears := in.d.Replace && there && r.sheet.joined()
	for i, c := range r.columns {
		v := r.values[i]
		if c.role != factColumn || c.key == "id" && r.sheet.list != "" {
			continue
		}
		switch {
		case !v.empty:
			v.into(e, c.key)
		case clears && old.entry.Has(c.key) && c.field.Required:
			in.d.Note(exchange.Decide, r.leaf.at(r.number, c.at, c.heading), "required", "this cell is empty, and the archive needs what stands there; it stays as the folder has it", "write it, or take the record out of the archive")
		case clears && !e.Has(c.key):
			e.Clear(c.key)
		}
	}
	in.small(r, e, clears)
	if !there {
		in.missing(r, at, e)
	}
	if dates, ok := in.begun[at.name]; ok && r.sheet.name == "events" && at.owner.heading == "case" {
		if date, err := content.ParseDate(e.Text("date")); err == nil && !date.IsZero() && len(dates) < mostRows {
			in.begun[at.name] = append(dates, date)
		}
	}
}

// joined reports whether rows of the sheet are joined with the folder's key by key: a list
// in a list, and one without ids, is replaced as a whole.
func (s *sheet) joined() bool {
	return s.list == "" || s.inner == "" && s.shape != nil && s.shape.Field("id") != nil
}

// into writes a value under a key.
func (v value) into(e *authoring.Entry, key string) {
	switch {
	case v.pairs != nil:
		for _, p := range v.pairs {
			e.SetPair(key, p.name, p.text)
		}
	case v.list != nil:
		e.SetList(key, v.list)
	default:
		e.Set(key, v.text)
	}
}

// small writes records of a few numbers, such as a map's edges.
func (in *intake) small(r *readRow, e *authoring.Entry, clears bool) {
	made := map[string]*authoring.Entry{}
	var empty []string
	for i, c := range r.columns {
		if c.role != partColumn {
			continue
		}
		if r.values[i].empty {
			if !slices.Contains(empty, c.key) {
				empty = append(empty, c.key)
			}
			continue
		}
		if made[c.key] == nil {
			made[c.key] = e.Record(c.key, "")
		}
		r.values[i].into(made[c.key], c.part)
	}
	for _, key := range empty {
		if made[key] == nil && clears {
			e.Clear(key)
		}
	}
}

// unsaidYet is what a record says where a row does not, and the format must have it.
var unsaidYet = map[string]string{"verified": string(content.FromMemory), "events.kind": "background", "events.importance": "3", "sources.kind": "reference", "archive.review": "draft"}

// missing fills what the format asks for and can be said without inventing, and names the
// rest.
func (in *intake) missing(r *readRow, at row, e *authoring.Entry) {
	form := r.sheet.shape
	for i := range form.Fields {
		f := &form.Fields[i]
		if !f.Required || e.Has(f.Name) || f.Kind == authoring.RecordField || slices.Contains(r.sheet.apart, f.Name) {
			continue
		}
		heading := headingOf(f.Name)
		otherwise := cmp.Or(unsaidYet[r.sheet.name+"."+f.Name], unsaidYet[f.Name])
		if otherwise != "" {
			e.Set(f.Name, otherwise)
			in.d.Once(exchange.Decide, r.at(heading), f.Name, fmt.Sprintf("nothing stands under %s, and this %s came as %q", heading, r.sheet.one, otherwise), f.About)
			continue
		}
		in.d.Note(exchange.Decide, r.at(heading), "missing", "nothing stands under "+heading+", and the archive needs it of "+article(r.sheet.one), f.About)
	}
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
