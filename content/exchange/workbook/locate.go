package workbook

import (
	"cmp"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/route"
)

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
	if near := cases.nearest(at.name); near != "" {
		r.fail(in, r.at("case"), &mistake{"unknown", "nothing in cases is called " + authoring.Quote(at.name), "did you mean " + authoring.Quote(near) + "?"})
		return false
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

// there reports whether the record that a row stands in is in the book or in the folder.
func (in *intake) there(at row, list string) bool {
	_, old := in.old[row{file: at.file, id: at.outer}.key(plannedSheet(list))]
	return old || in.entries[at.file+"\x00\x00"+list+"\x00"+at.outer] != nil
}
