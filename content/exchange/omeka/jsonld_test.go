package omeka_test

import (
	"fmt"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/exchange"
	"vigil/content/exchange/omeka"
)

// lit is a literal value of Omeka S.
func lit(text string, more ...string) string {
	return fmt.Sprintf(`{"type":"literal","property_id":1,"is_public":true,"@value":%q%s}`, text, strings.Join(more, ""))
}

// in is a value's language.
func in(lang string) string { return fmt.Sprintf(`,"@language":%q`, lang) }

// to is a link to a record.
func to(id int, title string) string {
	return fmt.Sprintf(`{"type":"resource","is_public":true,"@id":"https://x.org/api/items/%d","value_resource_id":%d,"value_resource_name":"items","display_title":%q}`, id, id, title)
}

// thing is an item of Omeka S of a class, "" for none, with its properties.
func thing(id int, class, name string, properties ...string) string {
	types := `"o:Item"`
	if class != "" {
		types = `["o:Item","` + class + `"]`
	}
	all := append([]string{fmt.Sprintf(`"@id":"https://x.org/api/items/%d","@type":%s,"o:id":%d,"o:is_public":true,"o:title":%q`, id, types, id, name)}, properties...)
	return "{" + strings.Join(all, ",") + "}"
}

func array(things ...string) string { return "[" + strings.Join(things, ",\n") + "]" }

// prop is a property with its values.
func prop(term string, values ...string) string { return fmt.Sprintf("%q:%s", term, array(values...)) }

func TestWhatBecomesOfARecord(t *testing.T) {
	title := prop("dcterms:title", lit("A name"))
	tests := []struct {
		name, items string
		want        []string // in the files
		notes       []string // in the report
		not         []string // nowhere in the files
	}{
		{"a person comes without a group, for nobody said one",
			thing(1, "foaf:Person", "Edith Brandt", prop("foaf:name", lit("Edith Brandt")), prop("schema:birthDate", lit("4 May 1923"))),
			[]string{"== people.yaml\npeople:\n  - id: edith-brandt\n    name: Edith Brandt\n    born: \"1923-05-04\"\n    sources: [edith-brandt]\n    verified: memory\n"}, []string{"decide group"}, []string{"group:"}},
		{"CIDOC's class of people is one too", thing(1, "crm:E21_Person", "A B", title), []string{"people:\n  - id: a-name\n"}, nil, nil},
		{"a person with a date is no event", thing(1, "schema:Person", "A B", title, prop("dcterms:date", lit("1942"))), []string{"people:"}, []string{`left-out value (dcterms:date) /0/dcterms:date/0`}, []string{"events:"}},
		{"a name of parts", thing(1, "foaf:Person", "", prop("foaf:givenName", lit("Edith")), prop("foaf:familyName", lit("Brandt"))), []string{"name: Edith Brandt"}, nil, nil},
		{"other names are kept for search", thing(1, "foaf:Person", "A", title, prop("dcterms:alternative", lit("Other")), prop("foaf:nick", lit("Nick"))), []string{"names: [\"Other\", \"Nick\"]"}, nil, nil},
		{"a group", thing(1, "foaf:Organization", "The club", prop("dcterms:title", lit("The club"))), []string{"organisations:\n  - id: the-club\n    name: The club\n"}, nil, nil},
		{"a place with a point of the map", thing(1, "dcterms:Location", "Lodz", prop("dcterms:title", lit("Lodz")), `"o-module-mapping:feature":[{"o:id":4,"o-module-mapping:geography-type":"Point","o-module-mapping:geography-coordinates":[19.45,51.77]}]`),
			[]string{"lat: 51.77\n    lon: 19.45"}, []string{"decide place"}, []string{"country:"}},
		{"a marker as it was", thing(1, "schema:Place", "L", title, `"o-module-mapping:marker":[{"o-module-mapping:lat":51.77,"o-module-mapping:lng":19.45,"o-module-mapping:label":"Here"}]`), []string{"lat: 51.77", "names: [\"Here\"]"}, nil, nil},
		{"coordinates as a value", thing(1, "schema:Place", "L", title, `"schema:geo":[{"type":"geography:coordinates","@value":"51.77,19.45","is_public":true}]`), []string{"lat: 51.77\n    lon: 19.45"}, nil, nil},
		{"coordinates as well-known text", thing(1, "schema:Place", "L", title, `"schema:geo":[{"type":"geography","@value":"POINT (19.45 51.77)","is_public":true}]`), []string{"lat: 51.77\n    lon: 19.45"}, nil, nil},
		{"an area is no point", thing(1, "schema:Place", "L", title, `"o-module-mapping:feature":[{"o-module-mapping:geography-type":"Polygon","o-module-mapping:geography-coordinates":[[1,2]]}]`), []string{"name: A name"}, []string{"left-out geometry"}, []string{"lat:"}},
		{"a point that is nowhere", thing(1, "schema:Place", "L", title, `"o-module-mapping:marker":[{"o-module-mapping:lat":151.77,"o-module-mapping:lng":19.45}]`), []string{"name: A name"}, []string{"left-out coordinates"}, []string{"lat:"}},
		{"a country by its code", thing(1, "schema:Place", "L", title, prop("schema:addressCountry", lit("BA"))), []string{"country: \"BA\""}, nil, nil},
		{"a country by its name is not guessed", thing(1, "schema:Place", "L", title, prop("schema:addressCountry", lit("Bosnia"))), []string{"places:"}, []string{"left-out value (schema:addressCountry)"}, []string{"country:"}},
		{"a term", thing(1, "skos:Concept", "Ghetto", prop("skos:prefLabel", lit("Ghetto")), prop("skos:definition", lit("A quarter."))), []string{"terms:\n  - id: ghetto\n", "title: \"Ghetto\"\n    text: |\n      A quarter."}, nil, nil},
		{"a book is a source", thing(1, "bibo:Book", "Night", prop("dcterms:title", lit("Night")), prop("dcterms:creator", lit("An Author")), prop("dcterms:issued", lit("1960"))),
			[]string{"author: An Author\n    title: \"Night\"\n    date: \"1960\"\n    kind: book"}, nil, []string{"events:"}},
		{"an event by its class", thing(1, "bibo:Event", "A", title, prop("dcterms:date", lit("1942-04"))), []string{"date: \"1942-04\"\n    kind: background\n    importance: 3\n    sources: [a-name]\n    verified: memory"}, []string{"decide kind", "decide importance", "decide verified"}, nil},
		{"a record with a date is an event", thing(1, "", "A", title, prop("dcterms:date", lit("1942-04"))), []string{"date: \"1942-04\""}, nil, nil},
		{"an event without a date", thing(1, "bibo:Event", "A", title), nil, []string{`left-out record-left /0: "A name" is an event and has no date`}, []string{"events:"}},
		{"an event from its beginning to its end", thing(1, "schema:Event", "A", title, prop("schema:startDate", lit("1942-04")), prop("schema:endDate", lit("1942-06"))), []string{`date: "1942-04/1942-06"`}, nil, nil},
		{"a timestamp with a time of day", thing(1, "", "A", title, `"dcterms:date":[{"type":"numeric:timestamp","@value":"1942-04-01T10:00+02:00","is_public":true}]`), []string{`date: "1942-04-01"`}, nil, nil},
		{"an interval", thing(1, "", "A", title, `"dcterms:date":[{"type":"numeric:interval","@value":"1942-04-01T10/1942-04-03","is_public":true}]`), []string{`date: "1942-04-01/1942-04-03"`}, nil, nil},
		{"a year before the common era", thing(1, "", "A", title, `"dcterms:date":[{"type":"numeric:timestamp","@value":"-0146","is_public":true}]`), []string{`date: "-0146"`}, nil, nil},
		{"a date in words, and what it says beyond", thing(1, "", "A", title, prop("dcterms:date", lit("between 1941 and 1943"))), []string{`date: "1941/1943"`, "note: |"}, nil, nil},
		{"a date that can be read in two ways", thing(1, "", "A", title, prop("dcterms:date", lit("07/04/1994"))), nil, []string{"left-out date"}, []string{"events:"}},
		{"a date that there is not", thing(1, "", "A", title, prop("dcterms:date", lit("31 June 1942"))), nil, []string{"left-out date"}, []string{"events:"}},
		{"the date that says more of when it was", thing(1, "", "A", title, prop("dcterms:issued", lit("1999")), prop("dcterms:date", lit("1942"))), []string{`date: "1942"`}, []string{"left-out value (dcterms:issued)"}, nil},
		{"a number of another kind has no place", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), `"schema:size":[{"type":"numeric:integer","@value":42,"is_public":true}],"dcterms:extent":[{"type":"numeric:duration","@value":"P1D","is_public":true}]`), []string{"date:"}, []string{"(schema:size)", "(dcterms:extent)"}, nil},
		{"nothing to tell it by", thing(1, "bibo:Letter", "A", title), nil, []string{"left-out record-left"}, nil},
		{"a picture that does not lie beside", thing(1, "dctype:StillImage", "A", title), nil, []string{"left-out record-left"}, nil},
		{"HTML becomes prose, and its links sources", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), prop("dcterms:description", lit(`<p>They <em>left</em>, see <a href="https://y.org/p">the page</a>.</p><script>alert(1)</script>`))),
			[]string{"They *left*, see the page.", "url: \"https://y.org/p\"", "sources: [a-name, the-page]"}, []string{"left-out in-text"}, []string{"alert", "<p>"}},
		{"what is cited", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), `"dcterms:source":[{"type":"uri","@id":"https://y.org/a","o:label":"A page","is_public":true},`+lit("File 12")+"]"), []string{"title: A page\n    kind: reference\n    url: \"https://y.org/a\"", "title: File 12", "sources: [a-name, a-page, file-12]"}, nil, nil},
		{"who made it and its number stand with the source", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), prop("dcterms:creator", lit("Ann"), lit("Ben")), prop("dcterms:publisher", lit("The Press")), prop("dcterms:identifier", lit("X 1"))), []string{"author: Ann; Ben\n    title: \"A name (X 1)\"\n    publisher: The Press"}, nil, nil},
		{"a place by its name waits for its coordinates", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), prop("dcterms:spatial", lit("Lodz"))), []string{"place: lodz", "places:\n  - id: lodz\n    name: \"Lodz\"\n"}, []string{"decide place"}, []string{"lat:"}},
		{"what has no place is named", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), prop("dcterms:subject", lit("war")), prop("mine:own", lit("odd"))), []string{"date:"}, []string{"(dcterms:subject)", "(mine:own)"}, []string{"war", "odd"}},
		{"a module's own keys are named", thing(1, "", "A", title, prop("dcterms:date", lit("1942")), `"o-module-x:y":{"a":1}`), []string{"date:"}, []string{"left-out module"}, nil},
		{"an annotation of a value is named", thing(1, "", "A", title, prop("dcterms:date", lit("1942", `,"@annotation":{"dcterms:note":[{"@value":"sure"}]}`))), []string{"date:"}, []string{"left-out annotation"}, nil},
		{"values that are only texts", `{"o:id":1,"@type":"o:Item","dcterms:title":["A name"],"dcterms:date":["1942"]}`, []string{"title: A name", `date: "1942"`}, nil, nil},
		{"a key that stands twice", `{"o:id":1,"@type":"o:Item","dcterms:title":["A name"],"dcterms:date":["1942"],"dcterms:date":["1943"]}`, []string{`date: "1942"`}, []string{"left-out twice"}, nil},
		{"a record that came before", thing(1, "", "A", title, prop("dcterms:date", lit("1942"))) + "," + thing(1, "", "B", title, prop("dcterms:date", lit("1943"))), []string{`date: "1942"`}, []string{"left-out twice"}, []string{"1943"}},
		{"letters that no file may hold", thing(1, "", "A", prop("dcterms:title", lit("A\u202ename")), prop("dcterms:date", lit("1942"))), []string{"title: \"Aname\""}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := mustImport(t, omeka.S, map[string]string{"items.json": array(tt.items)}, exchange.Options{})
			all, notes := bare(c.all()), c.notes()
			for _, want := range tt.want {
				if !strings.Contains(all, bare(want)) {
					t.Errorf("no %q in\n%s\n%s", want, all, notes)
				}
			}
			for _, want := range tt.notes {
				if !strings.Contains(notes, want) {
					t.Errorf("no note %q in\n%s", want, notes)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(all, not) {
					t.Errorf("%q is in\n%s", not, all)
				}
			}
			if p := problems(c); len(p) > 0 {
				t.Errorf("what came is not read: %q\n%s", p, all)
			}
		})
	}
}

// bare is a text without the quotation marks that YAML puts around some words.
func bare(s string) string { return strings.ReplaceAll(s, `"`, "") }

func TestLanguages(t *testing.T) {
	item := func(values ...string) map[string]string {
		return map[string]string{"items.json": array(thing(1, "", "T", prop("dcterms:date", lit("1942")), prop("dcterms:title", values...)))}
	}
	tests := []struct {
		name  string
		files map[string]string
		o     exchange.Options
		want  []string
		notes []string
	}{
		{"each to its own", item(lit("One", in("en")), lit("Eins", in("de"))), exchange.Options{}, []string{"timeline.en.yaml", "timeline.de.yaml", "languages: [en, de]"}, []string{"decide translator"}},
		{"without one, that of whoever imports", item(lit("Un")), exchange.Options{Lang: "fr"}, []string{"timeline.fr.yaml", `original: "fr"`}, nil},
		{"a region that goes without saying", item(lit("Un", in("fr-FR"))), exchange.Options{Lang: "fr"}, []string{"timeline.fr.yaml"}, []string{"altered language"}},
		{"a region that does not", item(lit("Um"), lit("Um", in("pt-MZ"))), exchange.Options{}, []string{"timeline.pt-MZ.yaml"}, nil},
		{"three letters, and an underscore", item(lit("Eins", in("deu")), lit("Un", in("fr_FR"))), exchange.Options{Lang: "de"}, []string{"timeline.de.yaml", "timeline.fr.yaml"}, []string{"altered language"}},
		{"a script", item(lit("Jedan", in("sr-Latn")), lit("A")), exchange.Options{}, []string{"timeline.sr-Latn.yaml"}, nil},
		{"one that nobody knows", item(lit("One"), lit("Eins", in("german"))), exchange.Options{}, []string{"timeline.en.yaml"}, []string{`left-out language (dcterms:title) /0/dcterms:title/1: "german" is no language`}},
		{"no language at all", item(lit("One", in("zxx"))), exchange.Options{}, []string{"timeline.en.yaml"}, nil},
		{"the archive offers the region", item(lit("One"), lit("Um", in("pt-BR"))), exchange.Options{Old: exchange.Existing{Original: "en", Languages: []content.Lang{"en", "pt-BR"}}}, []string{"timeline.pt-BR.yaml"}, nil},
		{"the archive offers the language alone", item(lit("One"), lit("Um", in("pt-AO"))), exchange.Options{Old: exchange.Existing{Original: "en", Languages: []content.Lang{"en", "pt"}}}, []string{"timeline.pt.yaml"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := mustImport(t, omeka.S, tt.files, tt.o)
			for _, want := range tt.want {
				if !strings.Contains(bare(c.all()), bare(want)) {
					t.Errorf("no %q in\n%s", want, c.all())
				}
			}
			for _, want := range tt.notes {
				if !strings.Contains(c.notes(), want) {
					t.Errorf("no note %q in\n%s", want, c.notes())
				}
			}
		})
	}
}
