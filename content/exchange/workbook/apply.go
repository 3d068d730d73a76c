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
	"vigil/content/route"
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
		if wrong != nil {
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
	in.d.Note(exchange.LeftOut, at, m.rule, m.message, m.mend)
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

// locate finds where a row stands: whose it is, and its id, which is made where it has
// none.
func (in *intake) locate(r *readRow) (row, bool) {
	s := r.sheet
	at := row{owner: s.files[0]}
	switch {
	case !s.starred():
	case s.files[0].heading == "id":
		if at.name = r.named(idColumn, "id"); at.name == "" {
			at.name = in.made(r, "")
		}
		if at.name == "" {
			r.fail(in, r.at("id"), noID)
			return at, false
		}
	default:
		if !in.owned(r, &at) {
			return at, false
		}
	}
	at.file = at.owner.in(at.name)
	if s.outer != "" {
		at.outer = r.named(outerColumn, "")
		scope := in.reader.names.of(s.outer + "s")
		switch {
		case at.outer == "":
			r.fail(in, r.at(s.outer), &mistake{"no-" + s.outer, "this " + s.one + " does not say of which " + s.outer + " it is", "write the id of the " + s.outer})
			return at, false
		case !in.there(at, s.list):
			mend := "write the id of a row of " + s.outer + "s"
			if near := scope.nearest(at.outer); near != "" {
				mend = "did you mean " + authoring.Quote(near) + "?"
			}
			r.fail(in, r.at(s.outer), &mistake{"unknown", "there is no " + s.outer + " " + authoring.Quote(at.outer), mend})
			return at, false
		}
	}
	switch id := r.fact("id"); {
	case s.list == "" && s.starred():
		at.id = at.name
	case s.list == "":
		at.id = id
	case s.named || s.shape.Field("id") != nil && s.name != "outcomes":
		if at.id = cmp.Or(id, r.named(idColumn, "id")); at.id == "" {
			at.id = in.made(r, at.name)
		}
		if at.id == "" {
			r.fail(in, r.at("id"), noID)
			return at, false
		}
	default:
		at.id = cmp.Or(id, r.named(idColumn, "id"))
	}
	return at, true
}

var noID = &mistake{"no-id", "this row has no id, and no name or title to make one of", "write an id: small letters, digits, single hyphens"}

// owned finds whose a row is. Where the book and the folder have one history alone, it is
// that one's.
func (in *intake) owned(r *readRow, at *row) bool {
	for _, h := range r.sheet.files {
		name := r.named(ownerColumn, h.heading)
		switch {
		case name == "":
		case at.name != "":
			r.fail(in, r.at(h.heading), &mistake{"two-owners", "this row names a history and a speech", "leave one of them empty"})
			return false
		default:
			at.owner, at.name = h, name
		}
	}
	if at.name != "" {
		return in.history(r, at)
	}
	heading := r.sheet.files[0].heading
	if heading == "language" {
		at.name = string(in.original)
		return true
	}
	ids := in.reader.names.of(map[string]string{"case": "cases", "speech": "speeches", "lesson": "lessons"}[heading]).ids
	switch {
	case heading == "case" && in.d.Case != "":
		at.name = in.d.Case
	case len(ids) == 1:
		for id := range ids {
			at.name = id
		}
	case len(ids) == 0 && r.sheet.name == "events":
		at.name = "history"
		if name := exchange.Slug(stem(in.src.Name)); name != "" && sheetNamed(stem(in.src.Name)) == nil {
			at.name = name
		}
		in.d.Case = at.name
	default:
		r.fail(in, r.at(heading), &mistake{"no-" + heading, "this " + r.sheet.one + " does not say whose it is", "write the id of its " + heading})
		return false
	}
	return in.history(r, at)
}

// history begins a history that only its rows speak of.
func (in *intake) history(r *readRow, at *row) bool {
	if !route.ValidID(at.name) && at.owner.heading != "language" {
		return false
	}
	if at.owner.heading != "case" {
		return true
	}
	cases := in.reader.names.of("cases")
	if cases.ids[at.name] {
		return true
	}
	cases.add(at.name)
	before := in.d.Case
	in.d.Case = at.name
	in.d.History("")
	in.d.Case = before
	in.begun[at.name] = nil
	in.d.Note(exchange.Decide, r.at("case"), "history", "no row of cases tells what the history "+authoring.Quote(at.name)+" is, and it was begun", "write its title, order and span into the sheet cases")
	return true
}

// made is an id for a row that has none, of its name or title: the same whenever the row
// says the same.
func (in *intake) made(r *readRow, owner string) string {
	name := cmp.Or(r.fact("name"), r.fact("title"))
	if name == "" {
		name, _ = r.word(0, in.original, "title")
	}
	for i, c := range r.columns {
		if name == "" && c.role == wordColumn && (c.key == "title" || c.key == "text") {
			name = r.values[i].text
		}
		if name == "" && c.key == "asked" && len(r.values[i].list) > 0 {
			name = r.values[i].list[0]
		}
	}
	if name == "" && r.sheet.name == "media" {
		name = stem(r.fact("file"))
	}
	if name == "" {
		return ""
	}
	date := r.fact("date")
	id := in.d.Called(r.sheet.name, owner+"\x00"+date+"\x00"+name, name)
	if old, there := in.folderRow(r, owner, id); there && old.Text("date") != date && date != "" {
		id = in.d.Called(r.sheet.name, owner+"\x01"+date+"\x00"+name, name+" "+date)
	}
	in.reader.names.of(r.sheet.name).add(id, name)
	in.d.Once(exchange.Decide, r.at("id"), "made-id", "this row has no id and was given one, made of its name or title", "write ids into the sheet, or export the archive, which has them: an id that is made changes with the title")
	return id
}

func (in *intake) folderRow(r *readRow, owner, id string) (*authoring.Entry, bool) {
	for _, h := range r.sheet.files {
		if old, ok := in.old[row{file: h.in(owner), id: id}.key(r.sheet)]; ok && old.entry != nil {
			return old.entry, true
		}
	}
	return nil, false
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

// there reports whether the record that a row stands in is in the book or in the folder.
func (in *intake) there(at row, list string) bool {
	_, old := in.old[row{file: at.file, id: at.outer}.key(plannedSheet(list))]
	return old || in.entries[at.file+"\x00\x00"+list+"\x00"+at.outer] != nil
}

// facts writes what a row says into its record.
func (in *intake) facts(r *readRow, at row, e *authoring.Entry) {
	if e == nil {
		return
	}
	old, there := in.old[at.key(r.sheet)]
	for i, c := range r.columns {
		v := r.values[i]
		if c.role != factColumn || c.key == "id" && r.sheet.list != "" {
			continue
		}
		switch {
		case !v.empty:
			v.into(e, c.key)
		case in.d.Replace && there && old.entry.Has(c.key) && c.field.Required:
			in.d.Note(exchange.Decide, r.leaf.at(r.number, c.at, c.heading), "required", "this cell is empty, and the archive needs what stands there; it stays as the folder has it", "write it, or take the record out of the archive")
		case in.d.Replace && there && !e.Has(c.key):
			e.Clear(c.key)
		}
	}
	in.small(r, e, there)
	if !there {
		in.missing(r, at, e)
	}
	if dates, ok := in.begun[at.name]; ok && r.sheet.name == "events" && at.owner.heading == "case" {
		if date, err := content.ParseDate(e.Text("date")); err == nil && !date.IsZero() && len(dates) < mostRows {
			in.begun[at.name] = append(dates, date)
		}
	}
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
func (in *intake) small(r *readRow, e *authoring.Entry, there bool) {
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
		if made[key] == nil && in.d.Replace && there {
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
