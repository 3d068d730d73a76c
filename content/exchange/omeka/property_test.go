package omeka_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/exchange"
	"vigil/content/exchange/omeka"
)

// word is a value of a catalogue that a test made, and where it stands.
type word struct {
	term, text, item string
	private          bool
}

// catalogue makes a catalogue of items and media by chance, of every class and property,
// and gives every literal value in it.
func catalogue(rng *rand.Rand, items int, langs ...string) (files map[string]string, words []word, private int) {
	classes := []string{"", "", "foaf:Person", "foaf:Organization", "schema:Place", "bibo:Event", "skos:Concept", "bibo:Book", "dctype:StillImage", "bibo:Letter"}
	terms := []string{"dcterms:title", "dcterms:alternative", "dcterms:description", "dcterms:abstract", "dcterms:subject", "dcterms:creator", "dcterms:publisher", "dcterms:source", "dcterms:spatial",
		"dcterms:rights", "dcterms:rightsHolder", "dcterms:identifier", "dcterms:date", "dcterms:created", "schema:startDate", "schema:endDate", "schema:birthDate", "schema:deathDate", "foaf:givenName", "foaf:familyName", "schema:addressCountry", "schema:geo", "geo:lat", "geo:long", "bibo:uri", "mine:own", "skos:prefLabel"}
	files = map[string]string{}
	var things, media []string
	n := 0
	value := func(term, item string, hidden bool) string {
		n++
		text := fmt.Sprintf("word%dx", n)
		switch {
		case strings.Contains(term, "ate") && rng.IntN(4) > 0:
			text = fmt.Sprintf("%d", 1000+n)
		case strings.Contains(term, "geo") && rng.IntN(2) > 0:
			text = fmt.Sprintf("%d.%04d", 10+rng.IntN(60), n)
		}
		words = append(words, word{term, text, item, hidden})
		more := ""
		if len(langs) > 0 && rng.IntN(3) == 0 {
			more = in(langs[rng.IntN(len(langs))])
		}
		public := "true"
		if hidden {
			public = "false"
		}
		return fmt.Sprintf(`{"type":"literal","is_public":%s,"@value":%q%s}`, public, text, more)
	}
	record := func(id int, item string, hidden bool) []string {
		var props []string
		for _, i := range rng.Perm(len(terms))[:1+rng.IntN(12)] {
			var values []string
			for range 1 + rng.IntN(3) {
				own := rng.IntN(12) == 0
				if own && !hidden {
					private++
				}
				values = append(values, value(terms[i], item, own || hidden))
			}
			props = append(props, prop(terms[i], values...))
		}
		return props
	}
	for id := 1; id <= items; id++ {
		at := fmt.Sprintf("items.json /%d", id-1)
		hidden := rng.IntN(8) == 0
		if hidden {
			private++
		}
		props := record(id, at, hidden)
		if rng.IntN(2) == 0 {
			props = append(props, prop("dcterms:relation", to(1+rng.IntN(items), "")), prop("schema:about", to(1+rng.IntN(items), "")))
		}
		one := thing(id, classes[rng.IntN(len(classes))], "", props...)
		if hidden {
			one = strings.Replace(one, `"o:is_public":true`, `"o:is_public":false`, 1)
		}
		things = append(things, one)
		if rng.IntN(3) == 0 {
			m := fmt.Sprintf("media.json /%d", len(media))
			media = append(media, fmt.Sprintf(`{"@type":"o:Media","o:id":%d,"o:is_public":true,"o:item":{"o:id":%d},"o:filename":"p%d.png",%s}`, 1000+id, id, id, strings.Join(record(0, m, false), ",")))
			if rng.IntN(2) == 0 {
				files[fmt.Sprintf("files/original/p%d.png", id)] = "picture"
			}
		}
	}
	files["items.json"], files["media.json"] = array(things...), array(media...)
	return files, words, private
}

// Of every value of a catalogue either it came over, or the report has a note on it.
func TestNothingIsDroppedSilently(t *testing.T) {
	for seed := range uint64(60) {
		langs := []string{"en", "fr", "de-DE"}
		if seed%4 == 0 {
			langs = append(langs, "nonsense-tag-of-too-many")
		}
		files, words, private := catalogue(rand.New(rand.NewPCG(seed, 1)), 30, langs...)
		c := mustImport(t, omeka.S, files, exchange.Options{})
		if got := c.Read["private records"] + c.Read["private values"]; got != private {
			t.Fatalf("seed %d: %d are private and %d were counted", seed, private, got)
		}
		all, said := c.all(), c.notes()
		lost := map[string]int{}
		for _, w := range words {
			switch there := strings.Contains(all, w.text); {
			case w.private && (there || strings.Contains(said, w.text)):
				t.Fatalf("seed %d: the private %s %q at %s is shown", seed, w.term, w.text, w.item)
			case !w.private && !there && !noted(c, w):
				lost[w.term]++
			}
		}
		for term, n := range lost {
			if told := timesOf(c, term); told < n {
				t.Fatalf("seed %d: %d values of %s came over nowhere, and %d are named\n%s\n%s", seed, n, term, told, said, all)
			}
		}
		if p := problems(c); len(p) > 0 {
			t.Fatalf("seed %d: what came is not read: %q\n%s", seed, p, all)
		}
	}
}

// noted reports whether a note is of the value's record as a whole, or repeats the value.
func noted(c came, w word) bool {
	file, at, _ := strings.Cut(w.item, " ")
	return slices.ContainsFunc(c.Notes, func(n exchange.Note) bool {
		whole := n.File == file && n.Path == at && slices.Contains([]string{"record-left", "twice", "date", "source-words"}, n.Rule)
		dated := n.File == file && strings.HasPrefix(n.Path, at+"/") && n.Rule == "date"
		if strings.HasPrefix(file, "media") && slices.Contains([]string{"media-alone", "picture-missing", "description"}, n.Rule) {
			return true
		}
		return whole || dated && !strings.HasPrefix(file, "media") || strings.Contains(n.Message, w.text)
	})
}

// timesOf counts the notes on a property.
func timesOf(c came, term string) int {
	times := 0
	for _, n := range c.Notes {
		unknown := n.Rule == "language" && n.Weight == exchange.LeftOut
		if n.Heading == term && n.Weight == exchange.LeftOut || unknown || n.Rule == "source-words" {
			times += n.Times
		}
	}
	return times
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	for seed := range uint64(20) {
		files, _, _ := catalogue(rand.New(rand.NewPCG(seed, 2)), 25, "en", "fr", "de-DE")
		src := source(files)
		c, err := imported(omeka.S, src, nil, exchange.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if wrote := again(t, omeka.S, src, c, exchange.Options{}); len(wrote) > 0 {
			t.Fatalf("seed %d: the second time %q are written", seed, wrote)
		}
	}
}

// A catalogue that grew gives the records that were there their old ids.
func TestIDsStay(t *testing.T) {
	one := thing(1, "", "The same", prop("dcterms:title", lit("The same")), prop("dcterms:date", lit("1942")))
	two := thing(2, "", "The same", prop("dcterms:title", lit("The same")), prop("dcterms:date", lit("1943")))
	three := thing(3, "", "The same", prop("dcterms:title", lit("The same")), prop("dcterms:date", lit("1944")))
	few := mustImport(t, omeka.S, map[string]string{"items.json": array(one, three)}, exchange.Options{})
	many := mustImport(t, omeka.S, map[string]string{"items.json": array(one, two, three)}, exchange.Options{})
	for id := range strings.Lines(few.files["cases/items/timeline.yaml"]) {
		if strings.Contains(id, "- id:") && !strings.Contains(many.files["cases/items/timeline.yaml"], id) {
			t.Errorf("%s is called otherwise in\n%s", id, many.files["cases/items/timeline.yaml"])
		}
	}
}

func TestRecordsAreJoined(t *testing.T) {
	files := map[string]string{
		"items.json": array(
			thing(1, "foaf:Person", "Edith", prop("foaf:name", lit("Edith"))),
			thing(2, "schema:Place", "Lodz", prop("dcterms:title", lit("Lodz"))),
			thing(3, "", "The day", prop("dcterms:title", lit("The day")), prop("dcterms:date", lit("1942")), prop("dcterms:subject", to(1, "Edith")), prop("dcterms:spatial", to(2, "Lodz")), prop("dcterms:creator", to(1, "Edith")), prop("dcterms:isPartOf", to(4, "Secret")), `"o:media":[{"o:id":9},{"o:id":8},{"o:id":7}]`),
			strings.Replace(thing(4, "", "Secret"), "true", "false", 1),
			thing(5, "dctype:StillImage", "A view", prop("dcterms:title", lit("A view"), lit("Une vue", in("fr"))), prop("dcterms:date", lit("1939")), prop("dcterms:rights", lit("Public")), prop("dcterms:rightsHolder", lit("The museum")), `"o:media":[{"o:id":6}]`)),
		"media.json": array(
			`{"@type":"o:Media","o:id":8,"o:is_public":true,"o:item":{"o:id":3},"o:filename":"b.png","o:source":"x.png","o:alt_text":"A gate."}`,
			`{"@type":"o:Media","o:id":9,"o:is_public":true,"o:item":{"o:id":3},"o:filename":"a.png","dcterms:title":[`+lit("First")+`],"dcterms:description":[`+lit("A road.")+`]}`,
			`{"@type":"o:Media","o:id":7,"o:is_public":true,"o:item":{"o:id":3},"o:filename":"c.mp4","o:media_type":"video/mp4"}`,
			`{"@type":"o:Media","o:id":6,"o:is_public":true,"o:item":{"o:id":5},"o:filename":"d.jpg","o:alt_text":"Une rue.","o:lang":"fr"}`),
		"item_sets.json":         array(`{"@type":"o:ItemSet","o:id":20,"o:is_public":true,"o:title":"The set","dcterms:title":[` + lit("The set") + `],"dcterms:description":[` + lit("What it is.") + `]}`),
		"files/original/a.png":   "x",
		"files/original/b.png":   "x",
		"files/original/d.jpg":   "x",
		"files/original/c.mp4":   "x",
		"mapping_features.json":  array(`{"@type":"o-module-mapping:Feature","o:id":30,"o:item":{"o:id":2},"o-module-mapping:geography-type":"Point","o-module-mapping:geography-coordinates":[19.45,51.77]}`),
		"sites-are-not-for.json": array(`{"@type":"o:Site","o:id":40,"o:title":"A site"}`),
	}
	c := mustImport(t, omeka.S, files, exchange.Options{})
	all := bare(c.all())
	for _, want := range []string{
		"people: [edith]\n    media: [first, the-day]", "place: lodz", "author: Edith", "lat: 51.77", "== media/first.yaml\nfile: first.png", "text: |\n      A road.", "text: |\n      A gate.",
		"== cases/the-set/case.en.yaml\nreview: draft\nwords:\n  case:\n    title: The set\n    text: |\n      What it is.", "== media/a-view.yaml\nfile: a-view.jpg\ncredit: The museum\nrights: Public\ndate: 1939", "title: Une vue\n    text: |\n      Une rue.",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s\n%s", want, all, c.notes())
		}
	}
	for _, want := range []string{"left-out private", "left-out link", "left-out media-form", "decide alt-text", "left-out record-kind"} {
		if !strings.Contains(c.notes(), want) {
			t.Errorf("no note %q in\n%s", want, c.notes())
		}
	}
	if strings.Contains(all+c.notes(), "Secret") {
		t.Error("a private record's title is shown")
	}
	if n := len(c.merged.Attached); n != 3 {
		t.Errorf("%d pictures are taken over", n)
	}
	if p := problems(c); len(p) > 0 {
		t.Errorf("%q", p)
	}
}

// FuzzOmekaS imports whatever it is given: what comes is read, and comes once.
func FuzzOmekaS(f *testing.F) {
	files, _, _ := catalogue(rand.New(rand.NewPCG(1, 1)), 6, "fr", "pt-BR")
	f.Add([]byte(files["items.json"]))
	f.Add([]byte(files["media.json"]))
	f.Add([]byte(`{"@graph":[` + thing(1, "", "A", prop("dcterms:date", lit("1942"))) + `],"errors":{}}`))
	f.Add([]byte(`{"o:id":1}{"o:id":2,"dcterms:title":["x"],"dcterms:date":"1942"}`))
	f.Add([]byte(strings.Repeat("[", 100)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !json.Valid(data) && len(data) > 4096 {
			return
		}
		sound(t, omeka.S, "items.json", data)
	})
}

// sound holds an import to what every import must keep.
func sound(t *testing.T, read exchange.Importer, name string, data []byte) {
	t.Helper()
	src := exchange.Source{Files: fstest.MapFS{name: {Data: data}, "p.png": {Data: []byte("x")}}, Name: name}
	c, err := imported(read, src, nil, exchange.Options{})
	if err != nil {
		if strings.ContainsAny(err.Error(), "\n\x1b\u202e") {
			t.Errorf("an error of several lines: %q", err)
		}
		return
	}
	if p := slices.DeleteFunc(problems(c), func(s string) bool { return path.Ext(name) == "" }); len(p) > 0 {
		t.Errorf("what came is not read: %q\n%s", p, c.all())
	}
	if wrote := again(t, read, src, c, exchange.Options{}); len(wrote) > 0 {
		t.Errorf("the second time %q are written\n%s", wrote, c.all())
	}
}
