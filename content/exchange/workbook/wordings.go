package workbook

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/route"
)

// words writes what a row says in words.
func (in *intake) words(r *readRow, at row) {
	var langs []content.Lang
	for _, c := range r.columns {
		if c.role == wordColumn && !slices.Contains(langs, c.lang) {
			langs = append(langs, c.lang)
		}
	}
	for i, slot := range r.sheet.words {
		for _, l := range langs {
			if slot.worded(at.id) {
				in.wording(r, i, l, at.base(), slot.wordID(at.id))
			}
		}
	}
	if at.id != "" {
		return
	}
	for i, c := range r.columns {
		if c.role == wordColumn && !r.values[i].empty && !r.sheet.words[c.slot].worded(at.id) {
			in.d.Note(exchange.LeftOut, r.leaf.at(r.number, c.at, c.heading), "no-id", "words stand here, and a row without an id has none", "write an id into the row")
		}
	}
}

// wording writes one wording. Old is the folder's.
func (in *intake) wording(r *readRow, slot int, lang content.Lang, base, id string) {
	var old *authoring.Entry
	if m := in.d.Old.Manuscript; m != nil {
		old = m.Word(base, lang, id)
	}
	filled := false
	for i, c := range r.columns {
		filled = filled || c.role == wordColumn && c.slot == slot && c.lang == lang && !r.values[i].empty && r.values[i].text != unsaid
	}
	if !filled && (old == nil || !in.d.Replace) {
		return
	}
	e := in.wordEntry(base, lang, id)
	asked, said := false, false
	for i, c := range r.columns {
		if c.role != wordColumn || c.slot != slot || c.lang != lang {
			continue
		}
		v := r.values[i]
		asked = asked || c.key == "of"
		switch {
		case c.key == "of" && v.text == unsaid:
			said = true
			fallthrough
		case v.empty:
			if in.d.Replace && old != nil && old.Has(c.key) && !e.Has(c.key) {
				e.Clear(c.key)
			}
		default:
			said = said || c.key == "of"
			v.into(e, c.key)
		}
	}
	if lang != in.original && !said && (asked || old == nil) {
		in.madeFrom(r, slot, base, id, e, old)
	}
}

// wordEntry is a wording of the draft, found by a map.
func (in *intake) wordEntry(base string, lang content.Lang, id string) *authoring.Entry {
	return in.d.Words(base, lang, id)
}

// madeFrom says of a translation that it was made from the words beside it, where its row
// does not say from which.
func (in *intake) madeFrom(r *readRow, slot int, base, id string, e, old *authoring.Entry) {
	if old != nil && same(e, old) {
		return
	}
	first := &authoring.Entry{}
	if m := in.d.Old.Manuscript; m != nil && m.Word(base, in.original, id) != nil {
		first = m.Word(base, in.original, id).Clone()
	}
	for _, key := range []string{"title", "role", "text", "note"} {
		if text, ok := r.word(slot, in.original, key); ok && text != "" {
			first.Set(key, text)
		}
	}
	if first.Empty() {
		return
	}
	e.Set("of", first.Hash())
	in.d.Once(exchange.Decide, r.leaf.at(r.number, -1, ""), "made-from", "this translation does not say from which wording it was made, and was taken for one of the words beside it", "compare the two")
}

// same reports whether a wording says nothing else than another.
func same(e, old *authoring.Entry) bool {
	for _, key := range []string{"title", "role", "text", "note"} {
		if e.Has(key) && e.Text(key) != old.Text(key) {
			return false
		}
	}
	return true
}

// text takes a row of prose.
func (in *intake) text(r *readRow) {
	owner, id := "case", r.named(ownerColumn, "case")
	if speech := r.named(ownerColumn, "speech"); speech != "" {
		if id != "" {
			r.fail(in, r.at("speech"), &mistake{"two-owners", "this row names a history and a speech", "leave one of them empty"})
			return
		}
		owner, id = "speech", speech
	}
	if id == "" {
		if !r.wrong {
			r.fail(in, r.at("case"), &mistake{"no-case", "this paragraph does not say whose it is", "write the id of its history or speech"})
		}
		return
	}
	number := 0
	for i, c := range r.columns {
		if c.key == "part" {
			number, _ = strconv.Atoi(r.values[i].text)
		}
	}
	r.tell(in)
	for i, c := range r.columns {
		if c.role != wordColumn {
			continue
		}
		name := prose(owner, id, string(c.lang))
		switch {
		case r.wrong:
			in.broken[name] = true
		case !r.values[i].empty:
			in.bodies[name] = append(in.bodies[name], paragraph{number, r.values[i].text})
		}
	}
	if !r.wrong {
		in.d.Came[r.sheet.name]++
		in.history(r, &row{owner: home{heading: owner}, name: id})
	}
}

// prose puts paragraphs together.
func (in *intake) prose() {
	for _, name := range sorted(in.bodies) {
		if in.broken[name] {
			in.d.Note(exchange.LeftOut, exchange.Place{Sheet: textsSheet}, "prose", name+" did not come over, for one of its rows has a mistake", "mend the row")
			continue
		}
		parts := in.bodies[name]
		for i, p := range parts { // a row without a number follows the one above it
			if p.number == 0 && i > 0 {
				parts[i].number = parts[i-1].number
			}
		}
		slices.SortStableFunc(parts, func(a, b paragraph) int { return cmp.Compare(a.number, b.number) })
		var texts []string
		for _, p := range parts {
			texts = append(texts, p.text)
		}
		in.d.SetBody(name, joinedParts(texts))
	}
}

// review takes what a row says of the head of a file of words. What it says is kept until
// all words have come.
func (in *intake) review(r *readRow) {
	if r.wrong {
		return
	}
	base, lang := r.other("file"), r.other("language")
	name, ok := headed(strings.TrimSuffix(base, "."+lang), lang)
	if base == "" || lang == "" || !ok {
		r.fail(in, r.at("file"), &mistake{"file", "the format knows no words of " + authoring.Quote(base) + " in " + authoring.Quote(lang), "write a part such as people, cases/first-history/timeline or cases/first-history/essay, and a language such as fr"})
		return
	}
	in.headed[name] = true
	var old *authoring.Entry
	if m := in.d.Old.Manuscript; m != nil {
		old = m.Find(name)
	}
	if in.d.Find(name) == nil {
		switch {
		case old == nil:
			return // there are no such words
		case strings.HasSuffix(name, ".md"):
			in.d.SetBody(name, in.d.Old.Manuscript.Body(name))
		}
	}
	r.tell(in)
	e := in.d.File(name)
	form, _ := authoring.FormOf(name)
	for i, c := range r.columns {
		v := r.values[i]
		switch {
		case c.role != otherColumn || form.Field(c.key) == nil:
			if c.role == otherColumn && !v.empty && c.key != "file" && c.key != "language" {
				in.d.Note(exchange.LeftOut, r.leaf.at(r.number, c.at, c.heading), "head", name+" has no place for this", "leave the cell empty; words of records say it row by row")
			}
		case !v.empty:
			v.into(e, c.key)
		case in.d.Replace && old != nil && old.Has(c.key):
			e.Clear(c.key)
		}
	}
	in.d.Came[r.sheet.name]++
}

// other is what a column says of a sheet that is no list of records.
func (r *readRow) other(key string) string {
	for i, c := range r.columns {
		if c.role == otherColumn && c.key == key {
			return r.values[i].text
		}
	}
	return ""
}

// other takes words that belong to nothing.
func (in *intake) other(r *readRow) {
	if r.wrong {
		return
	}
	base, id := r.other("file"), r.other("id")
	if _, ok := headed(base, "en"); !ok || id == "" {
		r.fail(in, r.at("file"), &mistake{"file", "the format knows no words of " + authoring.Quote(base), "write a part such as people or cases/first-history/case, and the id of the words"})
		return
	}
	r.tell(in)
	for _, l := range r.languages() {
		in.wording(r, 0, l, base, id)
	}
	in.d.Came[r.sheet.name]++
}

func (r *readRow) languages() []content.Lang {
	var list []content.Lang
	for _, c := range r.columns {
		if c.role == wordColumn && !slices.Contains(list, c.lang) {
			list = append(list, c.lang)
		}
	}
	return list
}

// mostPicture is how many bytes a picture may have.
const mostPicture = 24 << 20

// picture takes the file of a picture that lies beside the source.
func (in *intake) picture(r *readRow, at row, e *authoring.Entry) {
	file := strings.TrimPrefix(strings.ReplaceAll(e.Text("file"), `\`, "/"), "./")
	name := path.Base(file)
	if file == "" {
		return
	}
	place := r.at("file")
	end := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	if end == "jpeg" || end == "jpg" || end == "png" {
		if !route.ValidID(strings.TrimSuffix(name, path.Ext(name))) || path.Ext(name) != "."+end {
			e.Set("file", at.id+"."+end)
			in.d.Once(exchange.Altered, place, "picture-name", "this picture was given its id for a name, for files are called by ids: "+at.id+"."+end, "")
		} else {
			e.Set("file", name)
		}
	}
	for _, where := range []string{file, path.Join("media", name), name} {
		if !in.src.Beside(where) {
			continue
		}
		info, err := fs.Stat(in.src.Files, where)
		switch {
		case end != "jpg" && end != "jpeg" && end != "png":
			in.d.Note(exchange.LeftOut, place, "picture-form", authoring.Quote(file)+" is no picture that the kiosk shows", "save it as .jpg or .png")
		case err != nil || info.Size() > mostPicture:
			in.d.Note(exchange.LeftOut, place, "picture-size", fmt.Sprintf("the picture has more than %d MB", mostPicture>>20), "make it smaller; 4000 pixels are enough for any wall")
		default:
			in.d.Attach("media/"+e.Text("file"), opening(in.src.Files, where))
			in.d.Came["pictures"]++
		}
		return
	}
	if m := in.d.Old.Manuscript; m == nil || m.Attachment("media/"+e.Text("file")) == nil {
		in.d.Note(exchange.Decide, place, "picture-missing", "there is no picture "+authoring.Quote(file)+" beside the source", "put the file there, or into the folder media of the archive")
	}
}
