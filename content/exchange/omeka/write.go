package omeka

import (
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// taking is a record while its values are taken over; what is not taken is named at the end.
type taking struct {
	c     *catalogue
	r     *record
	k     *known
	used  []bool
	pages []string // sources that its texts lead to
}

// take gives the values that have one of the roles and takes them.
func (t *taking) take(wanted ...role) []value {
	var out []value
	for i, v := range t.r.values {
		if !t.used[i] && slices.Contains(wanted, roles[v.term]) {
			t.used[i] = true
			out = append(out, v)
		}
	}
	return out
}

// rest names the values that nothing took.
func (t *taking) rest() {
	for i, v := range t.r.values {
		if !t.used[i] {
			t.c.leave(v)
		}
	}
}

// leave says that a value did not come over.
func (c *catalogue) leave(v value) {
	if v.form == link {
		c.Once(exchange.LeftOut, v.at, "link", "a link under "+quoted(v.term)+" has no place in this archive", "write what it tells into the text, with a link such as [a name](person/ID)")
		return
	}
	c.Once(exchange.LeftOut, v.at, "value", "what stands under "+quoted(v.term)+" has no place in this archive", "write what matters of it into the text")
}

// counts are what records are counted as.
var counts = map[recordKind]string{item: "items", itemSet: "item sets", medium: "media", mark: "map markers", unrelated: "other records"}

// write takes one record over.
func (c *catalogue) write(r *record) {
	c.Count(counts[r.kind])
	switch {
	case r.broken != nil:
		c.Note(exchange.LeftOut, r.at, "record", "this record "+r.broken.Error()+" and did not come over", "export it once more, or write it by hand")
		return
	case r.private:
		c.Read["private records"]++
		c.Once(exchange.LeftOut, r.at, "private", "what is private did not come over", "make it public in the catalogue if visitors may see it, and import again")
		return
	case r.kind == unrelated:
		c.Once(exchange.LeftOut, r.at, "record-kind", "this is no item, item set or medium", "")
		return
	}
	c.told(r)
	k := c.known[r.key]
	switch {
	case r.kind == mark:
		if c.known[r.of] == nil {
			c.Note(exchange.LeftOut, r.at, "marker", "this marker's item is not in the source", "export the items too")
		}
		return
	case r.kind == medium:
		c.alone(r)
		return
	case k.written:
		c.Note(exchange.LeftOut, r.at, "twice", "a record with this number came before", "keep one of them")
		return
	}
	k.written = true
	t := &taking{c: c, r: r, k: k, used: make([]bool, len(r.values))}
	r.spots = append(r.spots, c.spots[r.key]...)
	t.into()
}

// told repeats what was found while the record was read, and counts private values.
func (c *catalogue) told(r *record) {
	for _, n := range r.notes {
		if n.Rule == hiddenValue {
			c.Read["private values"]++
			c.Once(exchange.LeftOut, n.Place, hiddenValue, "a value that is private did not come over", "make it public in the catalogue if visitors may see it, and import again")
			continue
		}
		c.Once(n.Weight, n.Place, n.Rule, n.Message, n.Mend)
	}
}

// into writes a record where its sort belongs.
func (t *taking) into() {
	if t.r.kind == itemSet {
		t.set()
		t.rest()
		return
	}
	switch t.k.sort {
	case person:
		t.person()
	case group:
		t.group()
	case place:
		t.place()
	case concept:
		t.concept()
	case work:
		t.work()
	case event:
		if !t.event() {
			t.mediaToo()
			return
		}
	case picture:
		t.picture()
	default:
		t.out()
		return
	}
	if len(t.c.sets) == 0 && len(t.c.groups) == 1 && !t.c.chosen {
		t.take(collection)
	}
	t.rest()
	t.c.inSets(t.r)
}

// out says why a record did not come over, all of it.
func (t *taking) out() {
	why, mend := "is of no class that this archive knows and has neither a date nor a picture beside", "give it a date, or a class such as Person, Place or Event, or put its picture beside the source"
	switch t.k.classed {
	case event:
		why, mend = "is an event and has no date", "give it a date, and import again"
	case agent:
		why, mend = "is a person or a group, and nothing says which", "give it a class of people or of groups (Person or Organization; in CollectiveAccess a column of types), and import again"
	case picture:
		why, mend = "is a picture, and its file does not lie beside the source", "put it into files/original beside the source, as a .jpg or .png of the name that the catalogue keeps it under"
	}
	t.c.Note(exchange.LeftOut, t.r.at, "record-left", t.r.called()+" "+why+", and did not come over", mend)
}

// inSets says that a record's sets are not told apart.
func (c *catalogue) inSets(r *record) {
	if len(r.sets) == 0 || len(c.sets) == 1 {
		return
	}
	c.Once(exchange.LeftOut, under(r.at, "/o:item_set", "o:item_set"), "set", "an archive does not keep which sets a record is in", "export each set for itself, and import it into a history of its own with --case")
}

// set writes what a set says where it is the only one, and so what the history is about.
func (t *taking) set() {
	if len(t.c.sets) != 1 {
		t.c.Note(exchange.LeftOut, t.r.at, "set-left", "the set "+t.r.called()+" did not come over, for there are several", "export each set for itself, and import it into a history of its own with --case")
		t.used = slices.Repeat([]bool{true}, len(t.used))
		return
	}
	w, names := t.wordings()
	t.subtitles(&w, names)
	history := "cases/" + t.c.into() + "/case"
	t.write(w, func(l content.Lang) *authoring.Entry { return t.c.Words(history, l, "case") })
}

// named writes the name of a record that has one beside its words, and its other names.
func (t *taking) named(e *authoring.Entry, w *wordings, others []value) {
	e.Set("name", t.k.title)
	for _, lang := range w.order {
		if one := w.by[lang]; one.title == t.k.title {
			one.title = ""
		}
	}
	for _, v := range append(others, t.take(also)...) {
		if s := line(v); s != "" && s != t.k.title {
			e.Append("names", s)
		}
	}
	for i, v := range t.r.values {
		if r := roles[v.term]; !t.used[i] && (r == given || r == family) && strings.Contains(t.k.title, line(v)) {
			t.used[i] = true
		}
	}
}

// text writes the words of a record that has its name beside them.
func (t *taking) text(base string, w wordings) {
	for _, lang := range w.order {
		one := w.by[lang]
		if one.title == "" && one.role == "" && len(one.text) == 0 {
			continue
		}
		t.c.Words(base, lang, t.k.id).Set("title", one.title).Set("role", one.role).Set("text", strings.Join(one.text, "\n\n"))
	}
	if t.k.title == "" {
		t.c.Note(exchange.Decide, t.r.at, "title", "this record has no name", "write one")
	}
}

func (t *taking) person() {
	w, names := t.wordings()
	e := t.c.File("people.yaml").Record("people", t.k.id)
	t.named(e, &w, names)
	t.c.Came["people"]++
	t.c.Once(exchange.Decide, t.r.at, "group", "nothing says whether this person was a victim, a survivor, a rescuer or another, and no group was written", "write one of "+strings.Join(content.Groups, ", ")+" as the group; check names the person until it is there")
	t.life(e, "born", born)
	t.life(e, "died", died)
	t.span(e)
	e.Append("sources", t.source("archive")).Set("verified", string(content.FromMemory))
	t.cite(e)
	t.text("people", w)
	t.pictures(func(id string) { t.c.File("media/"+id+".yaml").Append("people", t.k.id) })
}

func (t *taking) life(e *authoring.Entry, key string, r role) {
	for i, v := range t.take(r) {
		if i > 0 || !t.dated(e, key, v) {
			t.c.leave(v)
		}
	}
}

// span takes the years from a birth to a death.
func (t *taking) span(e *authoring.Entry) {
	for _, v := range t.take(lifespan) {
		read, err := t.date(v)
		if err != nil || !read.Date.IsSpan() || e.Has("born") || e.Has("died") {
			t.undatable(read, v, err, exchange.LeftOut, "nobody can tell when this life began and ended")
			continue
		}
		for key, m := range map[string]content.Moment{"born": read.Date.From, "died": read.Date.To} {
			if m.Precision != content.NoPrecision {
				e.Set(key, m.EDTF())
			}
		}
		if read.Note != "" {
			t.c.Note(exchange.LeftOut, v.at, "date-note", "what the date says beyond its days did not come over: "+quoted(read.Note), "write it into the text")
		}
	}
}

func (t *taking) group() {
	w, names := t.wordings()
	e := t.c.File("organisations.yaml").Record("organisations", t.k.id)
	t.named(e, &w, names)
	t.c.Came["organisations"]++
	e.Append("sources", t.source("archive"))
	t.cite(e)
	t.text("organisations", w)
	t.pictures(func(string) {})
}

func (t *taking) place() {
	w, names := t.wordings()
	e := t.c.File("places.yaml").Record("places", t.k.id)
	t.named(e, &w, names)
	t.c.Came["places"]++
	e.Append("sources", t.source("archive"))
	t.country(e)
	t.point(e)
	t.cite(e)
	t.text("places", w)
	t.pictures(func(id string) { t.c.File("media/"+id+".yaml").Set("place", t.k.id) })
}

func (t *taking) concept() {
	w, names := t.wordings()
	e := t.c.File("glossary.yaml").Record("terms", t.k.id)
	for _, v := range append(names, t.take(also)...) {
		e.Append("names", line(v))
	}
	t.c.Came["terms"]++
	t.cite(e)
	e.Append("sources", t.source("archive")).Set("verified", string(content.FromMemory))
	t.write(w, func(l content.Lang) *authoring.Entry { return t.c.Words("glossary", l, t.k.id) })
}

func (t *taking) work() {
	kind := "reference"
	for _, class := range t.r.classes {
		if k := workKinds[local(class)]; k != "" {
			kind = k
		}
	}
	t.source(kind)
	t.pictures(func(string) {})
}

// event writes an event, or says why not.
func (t *taking) event() bool {
	read, v, err := t.when()
	if err != nil || read.Date.IsZero() {
		t.undated(read, v, err)
		return false
	}
	history := t.c.into()
	e := t.c.Event(t.r.at, history, t.k.id)
	e.Set("date", read.Date.EDTF)
	t.c.dates = append(t.c.dates, read.Date)
	w, names := t.wordings()
	t.subtitles(&w, names)
	t.write(w, func(l content.Lang) *authoring.Entry { return t.c.EventWords(history, t.k.id, l) })
	if read.Note != "" {
		t.c.EventWords(history, t.k.id, t.language(v)).Set("note", read.Note)
	}
	where := t.whereabouts()
	e.Set("place", where)
	people := t.people()
	for _, id := range people {
		e.Append("people", id)
	}
	own := t.source("archive")
	e.Append("sources", own)
	t.cite(e)
	t.pictures(func(id string) {
		e.Append("media", id)
		t.beside(id, where, people, own)
	})
	return true
}

// cite adds the pages that a record's texts and values lead to.
func (t *taking) cite(e *authoring.Entry) {
	for _, id := range append(t.cites(), t.pages...) {
		e.Append("sources", id)
	}
}

// beside writes what a picture shows into its sidecar.
func (t *taking) beside(id, where string, people []string, source string) {
	side := t.c.File("media/" + id + ".yaml")
	if !side.Has("place") {
		side.Set("place", where)
	}
	for _, p := range people {
		side.Append("people", p)
	}
	side.Append("sources", source)
}

// picture writes the pictures of a record that is nothing else.
func (t *taking) picture() {
	where, people := t.whereabouts(), t.people()
	own := t.source("archive")
	sources := t.cites()
	read, v, err := t.when()
	t.pictures(func(id string) {
		t.beside(id, where, people, own)
		side := t.c.File("media/" + id + ".yaml")
		for _, s := range append(sources, t.pages...) {
			side.Append("sources", s)
		}
		if err == nil && !read.Date.IsZero() && !side.Has("date") {
			side.Set("date", read.Date.EDTF)
		}
	})
	if err != nil || read.Date.IsZero() && (v.term != "" || read.Asked != "") {
		t.undatable(read, v, err, exchange.LeftOut, "the picture came without a date")
	} else if read.Note != "" {
		t.c.Note(exchange.LeftOut, v.at, "date-note", "what the date says beyond its days did not come over: "+quoted(read.Note), "write it into the caption")
	}
}
