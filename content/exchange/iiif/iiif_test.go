package iiif_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/iiif"
)

// png is the beginning of a picture; nothing here looks into it.
const png = "\x89PNG\r\n\x1a\n"

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, data := range files {
		if data == "" {
			data = png
		}
		out[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return out
}

func bring(t testing.TB, name string, files map[string]string, o exchange.Options) (*exchange.Draft, error) {
	t.Helper()
	o.Now = time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	d := exchange.NewDraft(exchange.NewReport("iiif", name), o)
	err := iiif.Import(context.Background(), exchange.Source{Files: folder(files), Name: name}, d)
	for _, n := range d.Notes {
		if n.Place.String() == "" && n.Rule != "archive" {
			t.Errorf("this note names no place: %s", n)
		}
	}
	return d, err
}

func mustBring(t testing.TB, name string, files map[string]string, o exchange.Options) *exchange.Draft {
	t.Helper()
	d, err := bring(t, name, files, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func notes(d *exchange.Draft) string {
	var b strings.Builder
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "%s %s %s\n", n.Rule, n.Weight, n)
	}
	return b.String()
}

// third is a manifest of version 3 with what is to be said of it.
func third(more string) string {
	return `{"@context": "http://iiif.io/api/presentation/3/context.json", "id": "https://example.org/iiif/x1/manifest", "type": "Manifest",
 "label": {"en": ["A letter"], "de": ["Ein Brief"]}` + more + `,
 "items": [{"id": "https://example.org/iiif/x1/canvas/p1", "type": "Canvas", "label": {"none": ["1r"]}, "height": 10, "width": 10,
  "items": [{"type": "AnnotationPage", "items": [{"type": "Annotation", "motivation": "painting", "target": "x",
   "body": {"id": "https://example.org/image/letter_01/full/max/0/default.jpg", "type": "Image", "format": "image/jpeg", "service": [{"id": "https://example.org/image/letter_01", "type": "ImageService3", "profile": "level1"}]}}]}]}]}`
}

const second = `{"@context": "http://iiif.io/api/presentation/2/context.json", "@id": "https://example.org/x2/manifest.json", "@type": "sc:Manifest",
 "label": [{"@value": "A letter", "@language": "en"}, {"@value": "Ein Brief", "@language": "de"}], "description": "What it <b>is</b>.", "attribution": "The holder",
 "license": "http://rightsstatements.org/vocab/InC/1.0/", "navDate": "1944-03-05T00:00:00Z", "metadata": [{"label": "Author", "value": ["A", "B"]}],
 "sequences": [{"@type": "sc:Sequence", "canvases": [{"@id": "https://example.org/x2/canvas/p1", "@type": "sc:Canvas", "label": "p. 1",
  "images": [{"@type": "oa:Annotation", "motivation": "sc:painting", "on": "x", "resource": {"@id": "https://example.org/resources/page1.png", "@type": "dctypes:Image"}}]}]}]}`

func event(t *testing.T, d *exchange.Draft) (*authoring.Entry, *authoring.Entry) {
	t.Helper()
	file := d.Find("cases/" + d.Case + "/timeline.yaml")
	if file == nil || len(file.Entries("events")) != 1 {
		t.Fatalf("no event came\n%s", notes(d))
	}
	e := file.Entries("events")[0]
	return e, d.EventWords(d.Case, e.Text("id"), d.Original())
}

func TestVersions(t *testing.T) {
	said := `, "summary": {"en": ["What it <b>is</b>."]}, "requiredStatement": {"label": {"en": ["Attribution"]}, "value": {"none": ["The holder"]}},
	"rights": "http://rightsstatements.org/vocab/InC/1.0/", "navDate": "1944-03-05T00:00:00Z", "metadata": [{"label": {"en": ["Author"]}, "value": {"none": ["A", "B"]}}]`
	for name, c := range map[string]struct{ file, data, picture string }{
		"3": {"m.json", third(said), "letter_01.jpg"},
		"2": {"m.json", second, "page1.png"},
	} {
		d := mustBring(t, c.file, map[string]string{c.file: c.data, c.picture: ""}, exchange.Options{Lang: "en"})
		e, w := event(t, d)
		if e.Text("date") != "1944-03-05" || w.Text("title") != "A letter" || w.Text("text") != "What it **is**.\n\nAuthor: A; B" || fmt.Sprint(e.List("media"), e.List("sources")) != "[a-letter] [a-letter]" {
			t.Errorf("version %s: %s %q %q %v %v\n%s", name, e.Text("date"), w.Text("title"), w.Text("text"), e.List("media"), e.List("sources"), notes(d))
		}
		side := d.Find("media/a-letter.yaml")
		if side == nil || side.Text("credit") != "The holder" || side.Text("rights") != "In Copyright (rightsstatements.org)" || side.Text("date") != "1944-03-05" {
			t.Errorf("version %s: the picture came as %v\n%s", name, side, notes(d))
		}
		if s := d.Find("sources.yaml").Entries("sources")[0]; s.Text("publisher") != "The holder" || !strings.HasPrefix(s.Text("url"), "https://example.org/") {
			t.Errorf("version %s: the source is %q %q", name, s.Text("publisher"), s.Text("url"))
		}
		if !strings.Contains(notes(d), `"de" too`) {
			t.Errorf("version %s: the German label is not named\n%s", name, notes(d))
		}
	}
}

func TestDates(t *testing.T) {
	for name, c := range map[string]struct{ more, want, rule string }{
		"a day":                          {`, "navDate": "1944-03-05T00:00:00Z"`, "1944-03-05", ""},
		"an offset":                      {`, "navDate": "1944-03-05T00:00:00+00:00"`, "1944-03-05", ""},
		"a time":                         {`, "navDate": "1944-03-05T14:30:00Z"`, "1944-03-05", "time"},
		"a day alone":                    {`, "navDate": "1944-03-05"`, "1944-03-05", ""},
		"a year":                         {`, "navDate": "1944-01-01T00:00:00Z"`, "1944", "date"},
		"a year that the data say":       {`, "navDate": "1944-01-01T00:00:00Z", "metadata": [{"label": {"de": ["Datum"]}, "value": {"de": ["um 1944"]}}]`, "1944~", "date"},
		"a month that the data say":      {`, "navDate": "1944-03-01T00:00:00Z", "metadata": [{"label": {"en": ["Date"]}, "value": {"en": ["March 1944"]}}]`, "1944-03", "date"},
		"another that the data say":      {`, "navDate": "1944-03-05T00:00:00Z", "metadata": [{"label": {"en": ["Date"]}, "value": {"en": ["1890"]}}]`, "1944-03-05", ""},
		"no such day":                    {`, "navDate": "1944-02-30T00:00:00Z"`, "", "date"},
		"no date at all":                 {`, "navDate": "long ago"`, "", "date"},
		"nothing":                        {``, "", "no-date"},
		"a date of the data is no event": {`, "metadata": [{"label": {"en": ["Date"]}, "value": {"en": ["March 1944"]}}]`, "", "no-date"},
	} {
		d := mustBring(t, "m.json", map[string]string{"m.json": third(c.more), "letter_01.jpg": ""}, exchange.Options{Lang: "en"})
		got := ""
		if file := d.Find("cases/" + d.Case + "/timeline.yaml"); file != nil {
			got = file.Entries("events")[0].Text("date")
		}
		rule := false
		for _, n := range d.Notes {
			rule = rule || n.Rule == c.rule
		}
		if got != c.want || c.rule != "" && !rule {
			t.Errorf("%s: %q, want %q and a note %q\n%s", name, got, c.want, c.rule, notes(d))
		}
		if d.Came["pictures"] != 1 {
			t.Errorf("%s: the picture did not come", name)
		}
	}
}

// TestBeside is of what a picture may be called that lies beside.
func TestBeside(t *testing.T) {
	for name, want := range map[string]bool{
		"letter_01.jpg": true, "letter_01.png": true, "letter_01.JPG": true, "letter_01.jpeg": true, "p1.jpg": true, "1r.png": true,
		"default.jpg": false, "letter.jpg": false, "letter_01.tif": false,
	} {
		d := mustBring(t, "m.json", map[string]string{"m.json": third(""), name: ""}, exchange.Options{Lang: "en"})
		if (d.Came["pictures"] == 1) != want {
			t.Errorf("%s: %v", name, d.Came)
		}
		if !want && !strings.Contains(notes(d), `save it beside the manifest as "letter_01.jpg"`) {
			t.Errorf("%s: it is not said what to call it\n%s", name, notes(d))
		}
	}
}

// TestPainted is of the ways in which a picture stands on a canvas.
func TestPainted(t *testing.T) {
	const whole = `{"id": "https://example.org/image/letter_01/full/max/0/default.jpg", "type": "Image", "format": "image/jpeg", "service": [{"id": "https://example.org/image/letter_01", "type": "ImageService3", "profile": "level1"}]}`
	for name, c := range map[string]struct {
		body, rule string
		came       int
	}{
		"alone":       {whole, "", 1},
		"of a choice": {`{"type": "Choice", "items": [` + whole + `, {"type": "Image", "id": "https://example.org/image/other/full/max/0/default.jpg"}]}`, "choice", 1},
		"a part":      {`{"type": "SpecificResource", "source": ` + whole + `, "selector": {"type": "ImageApiSelector", "region": "1,2,3,4"}}`, "part", 1},
		"a list":      {`[` + whole + `]`, "", 1},
		"a film":      {`{"type": "Video", "id": "https://example.org/letter_01.mp4"}`, "recording", 0},
		"a text":      {`{"type": "TextualBody", "value": "words"}`, "recording", 0},
		"nothing":     {`null`, "", 0},
	} {
		d := mustBring(t, "m.json", map[string]string{"m.json": strings.Replace(third(""), whole, c.body, 1), "letter_01.jpg": ""}, exchange.Options{Lang: "en"})
		if d.Came["pictures"] != c.came || c.rule != "" && !strings.Contains(notes(d), "\n"+c.rule+" ") && !strings.HasPrefix(notes(d), c.rule+" ") {
			t.Errorf("%s: %v\n%s", name, d.Came, notes(d))
		}
	}
}

func TestLanguages(t *testing.T) {
	more := `, "navDate": "1944-03-05T00:00:00Z", "summary": {"de": ["Was es ist."], "en": ["What it is."]}`
	d := mustBring(t, "m.json", map[string]string{"m.json": third(more)}, exchange.Options{Lang: "en", Old: exchange.Existing{Original: "en", Languages: []content.Lang{"en", "de"}}})
	e, w := event(t, d)
	german := d.Word("cases/"+d.Case+"/timeline", "de", e.Text("id"))
	if german == nil || german.Text("title") != "Ein Brief" || german.Text("text") != "Was es ist." || german.Text("of") != w.Hash() {
		t.Errorf("the German words came as %v\n%s", german, notes(d))
	}
	d = mustBring(t, "m.json", map[string]string{"m.json": third(more)}, exchange.Options{Lang: "de"})
	if _, w := event(t, d); w.Text("title") != "Ein Brief" {
		t.Errorf("an archive in German is called %q", w.Text("title"))
	}
	d = mustBring(t, "m.json", map[string]string{"m.json": third(more)}, exchange.Options{Lang: "fr"})
	if _, w := event(t, d); w.Text("title") != "A letter" || !strings.Contains(notes(d), `as if it were in "fr"`) {
		t.Errorf("an archive in French is called %q\n%s", w.Text("title"), notes(d))
	}
}

func TestCollections(t *testing.T) {
	inner := `{"type": "Collection", "label": {"en": ["Inside"]}, "items": [{"id": "https://example.org/x/m2.json", "type": "Manifest", "label": {"en": ["Beside"]}}]}`
	whole := `{"type": "Collection", "id": "https://example.org/c", "label": {"en": ["All"]}, "summary": {"en": ["What all is."]}, "items": [` +
		third(`, "navDate": "1944-03-05T00:00:00Z"`) + `, ` + inner + `, {"id": "https://example.org/far/manifest.json", "type": "Manifest", "label": {"en": ["Far"]}}, {"type": "Canvas"}]}`
	m2 := strings.ReplaceAll(third(`, "navDate": "1945-03-05T00:00:00Z"`), "x1", "x2")
	d := mustBring(t, "c.json", map[string]string{"c.json": whole, "m2.json": m2}, exchange.Options{Lang: "en"})
	if d.Came["events"] != 2 || d.Read["manifests"] != 2 || d.Read["collections"] != 2 {
		t.Errorf("came %v of %v\n%s", d.Came, d.Read, notes(d))
	}
	if w := d.Word("cases/all/case", "en", "case"); w == nil || w.Text("title") != "All" || w.Text("text") != "What all is." {
		t.Errorf("the history is %v", w)
	}
	if !strings.Contains(notes(d), `save it beside the collection as "far.json"`) || !strings.Contains(notes(d), "neither a manifest nor a collection") {
		t.Errorf("what did not come is not named\n%s", notes(d))
	}
	old := `{"@type": "sc:Collection", "label": "All", "manifests": [{"@id": "https://example.org/x2/manifest.json", "@type": "sc:Manifest", "label": "x"}]}`
	d = mustBring(t, "c.json", map[string]string{"c.json": old, "x2/manifest.json": second}, exchange.Options{Lang: "en"})
	if d.Came["events"] != 1 {
		t.Errorf("of version 2 came %v\n%s", d.Came, notes(d))
	}
	d = mustBring(t, ".", map[string]string{"collection.json": whole, "a.json": second, "m2.json": m2, "list.json": `{"@type": "sc:AnnotationList"}`, "notes.txt": "x"}, exchange.Options{Lang: "en"})
	if d.Came["events"] != 3 || d.Case != "all" || !strings.Contains(notes(d), "list.json: nothing came of this file") {
		t.Errorf("of a folder came %v into %q\n%s", d.Came, d.Case, notes(d))
	}
}

// TestCircle is of a collection that holds itself.
func TestCircle(t *testing.T) {
	files := map[string]string{
		"a.json": `{"type": "Collection", "label": "A", "items": [{"id": "https://example.org/b.json", "type": "Collection"}]}`,
		"b.json": `{"type": "Collection", "label": "B", "items": [{"id": "https://example.org/a.json", "type": "Collection"}]}`,
	}
	if _, err := bring(t, "a.json", files, exchange.Options{}); err == nil {
		t.Error("a collection of nothing was read")
	}
	deep := map[string]string{}
	for i := range 20 {
		deep[fmt.Sprintf("c%d.json", i)] = fmt.Sprintf(`{"type": "Collection", "label": "C", "items": [{"id": "https://example.org/c%d.json", "type": "Collection"}]}`, i+1)
	}
	deep["c20.json"] = second
	if _, err := bring(t, "c0.json", deep, exchange.Options{}); err == nil {
		t.Error("collections were read without end")
	}
}

func TestUnread(t *testing.T) {
	d := mustBring(t, "m.json", map[string]string{"m.json": third(`, "navPlace": {"type": "Feature"}, "structures": [{"type": "Range", "label": {"en": ["Part one"]}}], "something": {"new": "words"},
	 "thumbnail": [{"id": "https://example.org/t.jpg", "type": "Image"}], "seeAlso": [{"id": "https://example.org/data.xml", "type": "Dataset", "label": {"en": ["Data"]}}], "rendering": [{"id": "data.pdf", "type": "Text"}]`)}, exchange.Options{Lang: "en"})
	for _, want := range []string{"navPlace", "structures", `"something/new"`, "thumbnail", `nowhere on the open web: "data.pdf"`} {
		if !strings.Contains(notes(d), want) {
			t.Errorf("%s is not named\n%s", want, notes(d))
		}
	}
	if !strings.Contains(fmt.Sprint(d.Find("sources.yaml").Entries("sources")[1].Text("title")), "Data") {
		t.Error("seeAlso is no source")
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nothing":       {"", "ends before"},
		"no JSON":       {"<html>", "no JSON"},
		"other JSON":    {`{"a": 1}`, "neither"},
		"an annotation": {`{"type": "AnnotationPage", "items": []}`, `"AnnotationPage"`},
		"far away":      {`{"type": "Collection", "items": [{"type": "Manifest", "id": "https://example.org/iiif/a/manifest.json"}]}`, `"a.json"`},
		"deep":          {strings.Repeat(`{"items":[`, 40), "nested"},
	} {
		files := fstest.MapFS{"m.json": {Data: []byte(c.data)}}
		err := iiif.Import(context.Background(), exchange.Source{Files: files, Name: "m.json"}, exchange.NewDraft(exchange.NewReport("iiif", "m.json"), exchange.Options{}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTwice(t *testing.T) {
	files := map[string]string{"m.json": third(`, "navDate": "1944-03-05T00:00:00Z", "summary": {"en": ["A <a href=\"https://example.org/z\">link</a>."]}`), "letter_01.jpg": "", "n.json": second, "page1.png": ""}
	d := mustBring(t, ".", files, exchange.Options{Lang: "en"})
	merged, err := d.Into(context.Background(), nil, false)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for name, text := range merged.Files {
		out[name] = &fstest.MapFile{Data: bytes.Clone(text)}
	}
	for name := range merged.Attached {
		out[name] = &fstest.MapFile{Data: []byte(png)}
	}
	again, err := mustBring(t, ".", files, exchange.Options{Lang: "en"}).Into(context.Background(), out, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Files) > 0 {
		t.Errorf("a second import writes %v", again.Files)
	}
}

func FuzzIIIF(f *testing.F) {
	for _, s := range []string{third(""), second, third(`, "navDate": "1944-01-01T00:00:00Z", "homepage": [{"id": "https://example.org"}], "structures": [1]`), `{"type":"Collection","items":[{"type":"Manifest","id":"a/b.json"},[],1]}`, `{"@type":"sc:Manifest","label":{"@value":1},"sequences":{"canvases":"x"}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		d, err := bring(t, "m.json", map[string]string{"m.json": string(data), "letter_01.jpg": "", "page1.png": ""}, exchange.Options{Lang: "en", Old: exchange.Existing{Original: "en", Languages: []content.Lang{"en", "de"}}})
		if err != nil {
			return
		}
		if _, err := d.Into(context.Background(), nil, false); err != nil {
			t.Fatal(err)
		}
	})
}

// Whose a picture is that does not come is told with what else is said of its view.
func TestRightsOfAViewWithoutItsPicture(t *testing.T) {
	const manifest = `{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://example.org/m","type":"Manifest","label":{"en":["A sheet"]},
		"items":[{"id":"https://example.org/c","type":"Canvas","requiredStatement":{"label":{"en":["Credit"]},"value":{"en":["Lent by a family"]}},"rights":"https://example.org/terms",
		"items":[{"id":"https://example.org/p","type":"AnnotationPage","items":[{"id":"https://example.org/a","type":"Annotation","motivation":"painting","target":"https://example.org/c",
		"body":{"id":"https://example.org/a/full/max/0/default.jpg","type":"Image","format":"image/jpeg"}}]}]}]}`
	told := notes(mustBring(t, "m.json", map[string]string{"m.json": manifest}, exchange.Options{}))
	for _, want := range []string{"Lent by a family", "https://example.org/terms"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not told:\n%s", want, told)
		}
	}
}

func TestTooManyLanguages(t *testing.T) {
	var label strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&label, "%q:[\"x\"],", fmt.Sprint("a", i))
	}
	manifest := `{"@context":"http://iiif.io/api/presentation/3/context.json","id":"https://example.org/m","type":"Manifest","label":{` + label.String() + `"en":["A sheet"]},"items":[]}`
	if told := notes(mustBring(t, "m.json", map[string]string{"m.json": manifest}, exchange.Options{})); !strings.Contains(told, "more than 100 languages") {
		t.Errorf("not told: %.500s", told)
	}
}
