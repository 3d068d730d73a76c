package authoring

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"

	"vigil/content"
)

// offers are the records of an archive that an editor offers where another names one, by
// their kind.
type offers map[string][]snippet

// mostOffers bounds a list that nobody would read to its end anyway.
const mostOffers = 2000

// offer marks the place of a list, which filled puts there.
func (o offers) offer(p *jsonschema.Schema, kind string) {
	if len(o[kind]) > 0 {
		extra(p, "defaultSnippets", offerMark+kind)
	}
}

const offerMark = "offered here: "

var offerMarks = regexp.MustCompile(`"` + offerMark + `([a-z]+)"`)

// filled puts the lists where they are marked, one record a line: indented as the rest is
// they would be mostly white space.
func (o offers) filled(schema []byte) (whole []byte, err error) {
	whole = offerMarks.ReplaceAllFunc(schema, func(mark []byte) []byte {
		kind := string(offerMarks.FindSubmatch(mark)[1])
		lines := make([][]byte, len(o[kind]))
		for i, s := range o[kind] {
			if lines[i], err = json.Marshal(s); err != nil {
				err = fmt.Errorf("write what is offered as %s: %w", kind, err)
				return nil
			}
		}
		return []byte("[\n" + string(bytes.Join(lines, []byte(",\n"))) + "\n]")
	})
	return whole, err
}

// add offers an id, or a route where the kind is "route", with what has it.
func (o offers) add(kind, id string, names ...string) {
	if len(o[kind]) == mostOffers {
		return
	}
	body, err := json.Marshal(id)
	if err != nil {
		return
	}
	known := slices.DeleteFunc(names, func(name string) bool { return name == "" })
	o[kind] = append(o[kind], snippet{Label: id, Description: strings.Join(known, ", "), Body: body})
}

// offersOf are all records of an archive that others may name. They are in the archive's
// order, which is the curator's.
func offersOf(a *content.Archive) offers {
	o := offers{}
	title := func(t content.Text) string { return t[a.Original].Title }
	for _, s := range a.Sources {
		o.add("source", s.ID, s.Author, s.Title, s.Date.EDTF)
	}
	for _, c := range a.Cases {
		o.add("case", c.ID, title(c.Words))
		o.add("route", "case/"+c.ID, title(c.Words))
	}
	for _, s := range a.Speeches {
		o.add("speech", s.ID, title(s.Words))
		o.add("route", "speech/"+s.ID, title(s.Words))
	}
	for _, p := range a.People {
		o.add("person", p.ID, p.Name)
		o.add("route", "person/"+p.ID, p.Name)
	}
	for _, t := range a.Terms {
		name := cmp.Or(title(t.Words), t.ID)
		o.add("term", t.ID, name)
		o.add("route", "term/"+t.ID, name)
	}
	for _, b := range a.Organisations {
		o.add("organisation", b.ID, b.Name, b.Acronym)
	}
	for _, p := range a.Places {
		o.add("place", p.ID, p.Name, p.Country)
	}
	for _, m := range a.Media {
		o.add("media", m.ID, title(m.Words), path.Base(m.File))
	}
	for _, e := range a.Events() {
		o.add("route", e.Route(), title(e.Words), e.Date.EDTF)
	}
	return o
}
