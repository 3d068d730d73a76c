package omeka

import (
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// source is the record's entry in the bibliography, for what it tells is known from it: who
// wrote it and who keeps it stand there.
func (t *taking) source(kind string) string {
	id := t.sourceID()
	e := t.c.File("sources.yaml").Record("sources", id)
	if !e.Has("title") {
		t.c.Came["sources"]++
	}
	name := t.k.title
	if t.k.sort == work {
		name = t.works(name)
	}
	var marks []string
	for _, v := range t.take(identifier) {
		if s := line(v); s != "" {
			marks = append(marks, s)
		}
	}
	if len(marks) > 0 {
		name = strings.TrimSpace(name + " (" + strings.Join(marks, ", ") + ")")
	}
	if name == "" {
		name = fmt.Sprintf("Record %s", oneLine(cleaned(t.r.key)))
	}
	url, _ := authoring.Clean(t.r.url)
	e.Set("title", name).Set("kind", kind).Set("url", oneLine(url))
	e.Set("author", t.joined(author)).Set("publisher", t.joined(publisher))
	if kind == "archive" {
		t.c.Once(exchange.Decide, t.r.at, "source-kind", "each record is cited as a source of its own, and came as one of the kind archive", "write another kind where it is one: "+strings.Join(content.SourceKinds, ", "))
	}
	return id
}

// sourceID is what that entry is called.
func (t *taking) sourceID() string {
	return t.c.Called("source", cmp.Or(t.r.url, "record "+t.r.key), cmp.Or(t.k.title, "record "+t.r.key))
}

// works takes what a work of the bibliography says of itself.
func (t *taking) works(name string) string {
	w, names := t.wordings()
	for _, v := range names {
		t.c.leave(v)
	}
	for _, lang := range w.order {
		one := w.by[lang]
		if one.title != name && one.title != "" {
			t.c.Once(exchange.LeftOut, t.r.at, "source-words", "a source has one title and no text; what it says besides did not come over", "write it into the text that cites it")
		}
		if len(one.text) > 0 {
			t.c.Once(exchange.LeftOut, t.r.at, "source-words", "a source has one title and no text; what it says besides did not come over", "write it into the text that cites it")
		}
	}
	read, v, err := t.when()
	e := t.c.File("sources.yaml").Record("sources", t.sourceID())
	switch {
	case err == nil && !read.Date.IsZero():
		e.Set("date", read.Date.EDTF)
	case v.term != "":
		t.undatable(read, v, err, exchange.LeftOut, "the source came without a date")
	}
	return name
}

// linked is the name of a record that a value leads to, "" of a private one.
func (t *taking) linked(v value) string {
	k := t.c.known[v.link]
	switch {
	case k != nil && k.private:
		return ""
	case k != nil && k.title != "":
		return k.title
	case k == nil:
		return oneLine(cleaned(v.text))
	}
	return ""
}

// target is the record that a value leads to, nil where it does not come over.
func (t *taking) target(v value) *known {
	if v.form != link {
		return nil
	}
	if k := t.c.known[v.link]; k != nil && k.id != "" {
		return k
	}
	return nil
}

// people takes every link to a person.
func (t *taking) people() []string {
	var ids []string
	for i, v := range t.r.values {
		if k := t.target(v); !t.used[i] && k != nil && k.sort == person && roles[v.term] != author && roles[v.term] != publisher {
			t.used[i] = true
			ids = append(ids, k.id)
		}
	}
	return ids
}

// cites takes what a record cites: pages, books, and other records of the catalogue.
func (t *taking) cites() []string {
	var ids []string
	for _, v := range t.take(cited) {
		switch {
		case v.form == link:
			t.c.leave(v)
		case v.form == address && webAddress(v.uri):
			ids = append(ids, t.c.Cite(line(v), oneLine(cleaned(v.uri)), ""))
		case webAddress(line(v)):
			ids = append(ids, t.c.Cite("", line(v), ""))
		case line(v) != "":
			ids = append(ids, t.c.Cite(line(v), "", ""))
		}
	}
	return ids
}

func webAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// whereabouts takes where something was, and gives the place's id: a record of the
// catalogue that is a place, or one of the name that is written, with the coordinates that
// stand beside it.
func (t *taking) whereabouts() string {
	id, named := "", ""
	var at exchange.Place
	var others []value
	for i, v := range t.r.values {
		if k := t.target(v); !t.used[i] && k != nil && k.sort == place {
			t.used[i] = true
			if id == "" {
				id = k.id
				continue
			}
			if id != k.id {
				others = append(others, v)
			}
		}
	}
	for _, v := range t.take(where) {
		s := line(v)
		switch {
		case v.form == link || id != "" || named != "" && named != s || s == "" || webAddress(s):
			others = append(others, v)
		case t.r.located(v):
		default:
			named, at = s, v.at
		}
	}
	for _, v := range others {
		t.c.leave(v)
	}
	if id != "" {
		t.spare()
		return id
	}
	return t.newPlace(named, at)
}

// newPlace is a place that no record of the catalogue tells of.
func (t *taking) newPlace(name string, at exchange.Place) string {
	t.spotted()
	if name == "" && len(t.r.spots) > 0 {
		at = t.r.spots[0].at
		name = cmp.Or(oneLine(cleaned(t.r.spots[0].label)), t.k.title)
	}
	if name == "" {
		t.spare()
		return ""
	}
	id := t.c.ID("place", name, "place")
	e := t.c.File("places.yaml").Record("places", id)
	if !e.Has("name") {
		t.c.Came["places"]++
		e.Set("name", name)
	}
	t.country(e)
	t.pointAt(e, at)
	return id
}

// country writes the country that a place is in, where it is a code.
func (t *taking) country(e *authoring.Entry) {
	for _, v := range t.take(land) {
		region, err := language.ParseRegion(line(v))
		if err != nil || !region.IsCountry() || e.Has("country") || len(line(v)) != 2 {
			t.c.leave(v)
			continue
		}
		e.Set("country", region.String())
	}
}

// point writes a place's coordinates.
func (t *taking) point(e *authoring.Entry) {
	t.spotted()
	t.pointAt(e, t.r.at)
}

// spotted takes the coordinates that stand in values.
func (t *taking) spotted() {
	for _, v := range t.take(coordinates) {
		if !t.r.located(v) {
			t.c.leave(v)
		}
	}
	lat, lon := t.take(latitude), t.take(longitude)
	for i := range max(len(lat), len(lon)) {
		if i < len(lat) && i < len(lon) {
			t.r.spots = append(t.r.spots, spot{at: lat[i].at, lat: lat[i].text, lon: lon[i].text})
			continue
		}
		for _, v := range append(lat[min(i, len(lat)):], lon[min(i, len(lon)):]...) {
			t.c.leave(v)
		}
		break
	}
}

func (t *taking) pointAt(e *authoring.Entry, at exchange.Place) {
	for _, s := range t.r.spots {
		switch {
		case !s.onEarth():
			t.c.Note(exchange.LeftOut, s.at, "coordinates", "there is no such point: latitude "+quoted(s.lat)+", longitude "+quoted(s.lon), "write degrees, such as 44.1575 and 19.3003")
		case e.Has("lat") && (e.Text("lat") != degrees(s.lat) || e.Text("lon") != degrees(s.lon)):
			t.c.Note(exchange.LeftOut, s.at, "second-point", "a place is one point, and this is another: "+degrees(s.lat)+", "+degrees(s.lon), "write a place of its own for it")
		default:
			e.Set("lat", degrees(s.lat)).Set("lon", degrees(s.lon))
		}
		if label := oneLine(cleaned(s.label)); label != "" && label != e.Text("name") {
			e.Append("names", label)
		}
	}
	t.r.spots = nil
	var lacks []string
	if !e.Has("country") {
		lacks = append(lacks, "country")
	}
	if !e.Has("lat") {
		lacks = append(lacks, "lat and lon")
	}
	if len(lacks) > 0 {
		t.c.Once(exchange.Decide, at, "place", "nothing says this of a place: "+strings.Join(lacks, ", "), "write it into places.yaml; check names the place until it is there")
	}
}

// spare names coordinates that nothing needs.
func (t *taking) spare() {
	t.spotted()
	for _, s := range t.r.spots {
		t.c.Note(exchange.LeftOut, s.at, "second-point", "the place is known without this point: "+degrees(s.lat)+", "+degrees(s.lon), "compare it with the place in places.yaml")
	}
	t.r.spots = nil
}
