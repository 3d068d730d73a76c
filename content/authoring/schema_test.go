package authoring_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/route"
)

// compiled are the schemas, each valid by the schema of schemas, as another library reads
// them than the one that made them.
func compiled(tb testing.TB) map[string]*jsonschema.Schema {
	tb.Helper()
	all, err := authoring.Schemas()
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft4) // so that a schema that does not say its draft is found out
	out := map[string]*jsonschema.Schema{}
	for name, text := range all {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			tb.Fatalf("%s is not JSON: %v", name, err)
		}
		if err := c.AddResource(name+".json", doc); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		if out[name], err = c.Compile(name + ".json"); err != nil {
			tb.Fatalf("%s is no schema: %v", name, err)
		}
		if out[name].DraftVersion != 7 {
			tb.Errorf("%s is read as of draft %d", name, out[name].DraftVersion)
		}
	}
	return out
}

// refusal is why the schema of a file refuses its text, or nil. Text that is no YAML is
// for the loader alone.
func refusal(tb testing.TB, schemas map[string]*jsonschema.Schema, name string, text []byte) error {
	tb.Helper()
	schema, ok := authoring.SchemaOf(name)
	if !ok {
		tb.Fatalf("%s has no schema", name)
	}
	if schemas[schema] == nil {
		tb.Fatalf("%s: there is no schema %s", name, schema)
	}
	packed, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(packed))
	if err != nil { // JSON has no infinity
		return err
	}
	return schemas[schema].Validate(value)
}

// yamls are the YAML files of an archive.
func yamls(tb testing.TB, fsys fs.FS) map[string][]byte {
	tb.Helper()
	out := map[string][]byte{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		out[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestArchivesFitTheirSchemas(t *testing.T) {
	schemas, used := compiled(t), map[string]bool{}
	archives := map[string]fs.FS{"bundled": content.Bundled(), "good": os.DirFS("testdata/good")}
	for _, lang := range []string{"am", "hy", "km", "pl", "uk"} {
		archives[lang] = os.DirFS("../../build/archives/" + lang)
	}
	for archive, fsys := range archives {
		files := yamls(t, fsys)
		if len(files) < 5 {
			t.Errorf("%s: only %d files", archive, len(files))
		}
		for name, text := range files {
			if err := refusal(t, schemas, name, text); err != nil {
				t.Errorf("%s: %s: %v", archive, name, err)
			}
			schema, _ := authoring.SchemaOf(name)
			used[schema] = true
		}
	}
	for name := range schemas {
		if !used[name] && !strings.HasPrefix(name, "media") {
			t.Errorf("no file tries the schema %s", name)
		}
	}
}

func TestSchemasAreTheSameEachTime(t *testing.T) {
	first, err := authoring.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := authoring.Schemas()
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range first {
			if !bytes.Equal(text, again[name]) {
				t.Fatalf("%s is written in two ways", name)
			}
		}
	}
}

// What has the form of a mistake and lies within one file, the schema refuses too.
func TestSchemasRefuse(t *testing.T) {
	schemas, refused := compiled(t), 0
	for _, b := range append(seenBySchema(t), moreWrong...) {
		text := b.folder(t)[b.file].Data
		if refusal(t, schemas, b.file, text) == nil {
			t.Errorf("%s: the schema lets pass\n%s", b.name, text)
			continue
		}
		refused++
	}
	if refused < 40 {
		t.Errorf("only %d wrong files were refused", refused)
	}
}

// A schema refuses nothing that check lets pass: an editor that cries wolf is switched off.
func TestSchemasRefuseNothingThatIsRight(t *testing.T) {
	schemas := compiled(t)
	before := check.Folder(context.Background(), good(t), check.Tools{}).Errors()
	for _, b := range append(append([]broken{}, mistakes...), append(moreWrong, rightAfterAll...)...) {
		if _, ok := authoring.SchemaOf(b.file); !ok || path.Ext(b.file) != ".yaml" {
			continue
		}
		fsys := b.folder(t)
		why := refusal(t, schemas, b.file, fsys[b.file].Data)
		report := check.Folder(context.Background(), fsys, check.Tools{})
		if why != nil && report.Errors() <= before {
			t.Errorf("%s: check finds nothing, the schema says %v", b.name, why)
		}
	}
	for _, b := range rightAfterAll {
		if why := refusal(t, schemas, b.file, b.folder(t)[b.file].Data); why != nil {
			t.Errorf("%s: %v", b.name, why)
		}
	}
}

func TestSchemasKnowIDsAndRoutes(t *testing.T) {
	schemas := compiled(t)
	for _, id := range []string{"a", "a-b", "x1", "1995", strings.Repeat("a", 64), strings.Repeat("a", 65), "", "A", "a--b", "-a", "a-", "a_b", "ä", "a b", "a\n"} {
		text, err := yaml.Marshal(map[string]any{"events": []any{map[string]any{"id": id, "date": "1995", "kind": "law", "importance": 1, "sources": []string{"x"}, "verified": "page"}}})
		if err != nil {
			t.Fatal(err)
		}
		if got := refusal(t, schemas, timeline, text) == nil; got != route.ValidID(id) {
			t.Errorf("%q: the schema says %v, the format %v", id, got, route.ValidID(id))
		}
	}
	for _, r := range []string{"home", "case/bosnia", "case/bosnia/timeline?at=1995-07-11", "event/bosnia/srebrenica-falls", "speech/power-2010#p4", "search?q=srebrenica&lang=bs", "search?q=a b", "sources#icty"} {
		if _, err := route.Parse(r); err != nil {
			t.Fatal(err)
		}
		text, err := yaml.Marshal(map[string]any{"topics": []any{map[string]any{"id": "x", "asked": []string{"x"}, "answers": []string{r}}}})
		if err != nil {
			t.Fatal(err)
		}
		if err := refusal(t, schemas, "topics.yaml", text); err != nil {
			t.Errorf("%s: %v", r, err)
		}
	}
}

// FuzzSchemaDates asks that the form of a date in the schemas refuses none that is one.
func FuzzSchemaDates(f *testing.F) {
	for _, s := range []string{"1995-07-11", "199X", "19XX?", "2004-XX~", "2004-06-XX", "1992-21", "1995-XX-XX%", "-0146", "0000", "-014X", "../1985-04-12?", "1942/", "/1942", "1984-06-02?/2004-08-08~", "1994-04-06T20:25:00+02:00", "1994-04-06T20:25:00Z/..", "1995-07-1X", "11.07.1995", "1995/", ""} {
		f.Add(s)
	}
	person := compiled(f)["people"].Properties["people"].Items.(*jsonschema.Schema)
	event := compiled(f)["timeline"].Properties["events"].Items.(*jsonschema.Schema)
	f.Fuzz(func(t *testing.T, s string) {
		if _, err := content.ParseDate(s); err != nil {
			return
		}
		if err := person.Properties["born"].Validate(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if err := event.Properties["date"].Validate(s); err != nil && s != "" {
			t.Errorf("%q: %v", s, err)
		}
	})
}

// seenBySchema are those mistakes that a schema can know: of keys, kinds of values and
// forms of texts. It sees a file alone, as YAML gives it.
func seenBySchema(t *testing.T) []broken {
	t.Helper()
	elsewhere := map[string]bool{
		"a key twice": true, "a duplicate id": true, "an unusual language": true, "the original not first": true, "a date that is none": true,
		"an order with a dot": true, "a paragraph's id": true,
	}
	var out []broken
	for _, b := range mistakes {
		switch b.rule {
		case "unknown-key", "duplicate-key", "wrong-type", "missing-key", "bad-id", "duplicate-id", "date", "language", "original-first", "unknown-value", "one-line", "paragraph-id":
		default:
			continue
		}
		if _, ok := authoring.SchemaOf(b.file); ok && !elsewhere[b.name] && b.line > 0 {
			out = append(out, b)
		}
	}
	return out
}

const caseFacts = "cases/bosnia/case.yaml"

// moreWrong are wrong files that the mistakes of form do not try.
var moreWrong = []broken{
	{name: "importance of 5", file: timeline, old: "importance: 2", new: "importance: 5"},
	{name: "importance of 0", file: timeline, old: "importance: 2", new: "importance: 0"},
	{name: "latitude of 91", file: "places.yaml", old: "lat: 44.1061", new: "lat: 91"},
	{name: "longitude of a bearing", file: "places.yaml", old: "lon: ", new: "lon: 2"},
	{name: "a country by its name", file: "places.yaml", old: "country: BA", new: "country: Bosnia"},
	{name: "an event without a source", file: timeline, old: "sources: [", new: "sources: [] # ["},
	{name: "a finding without a body", file: caseFacts, old: "body: icty", new: "body:"},
	{name: "a figure below zero", file: caseFacts, old: "low: 7000", new: "low: -7000"},
	{name: "charges where they stood once", file: caseFacts, old: "    outcomes:", new: "    charges: [genocide]\n    outcomes:"},
	{name: "words of no kind", file: "cases/bosnia/case.en.yaml", old: "words:\n", new: "words:\n  essay: {title: x}\n"},
	{name: "words under no id", file: english, old: "  radislav-krstic:", new: "  Radislav Krstić:"},
	{name: "an unknown key of a word", file: english, old: "role: Survivor and writer", new: "rôle: Survivor and writer"},
	{name: "a text without words", file: english, old: "words:", new: "word:"},
	{name: "a date of three parts", file: timeline, old: `"1995-07-11"`, new: `"11.07.1995"`},
	{name: "a season's day", file: timeline, old: `"1995-07-11"`, new: `"1995-21-01"`},
	{name: "a language of nothing", file: "archive.yaml", old: "original: en", new: "original: \"\""},
	{name: "a date as a number", file: timeline, old: `"1995-07-11"`, new: "1995"},
	{name: "an address for a route", file: "topics.yaml", new: "topics:\n  - id: x\n    asked: [x]\n    answers: [https://example.org]\n"},
	{name: "an answer to nobody", file: "topics.yaml", new: "topics:\n  - id: x\n    asked: [\"\"]\n    answers: [home]\n"},
	{name: "five rows of keys", file: "keyboard.fr.yaml", new: "pages:\n  - rows: [a, b, c, d, e]\n"},
	{name: "nine pages of keys", file: "keyboard.fr.yaml", new: "pages: [" + strings.Repeat("{rows: [a]},", 9) + "]\n"},
	{name: "a lesson of no minutes", file: "lessons/x.yaml", new: "ages: \"15\"\nminutes: 0\nstops: [{id: a, minutes: 1, routes: [home]}]\n"},
	{name: "a stop of half an hour", file: "lessons/x.yaml", new: "ages: \"15\"\nminutes: 5\nstops: [{id: a, minutes: 0.5, routes: [home]}]\n"},
	{name: "ages as a number", file: "lessons/x.yaml", new: "ages: 15\nminutes: 5\nstops: [{id: a, minutes: 1, routes: [home]}]\n"},
	{name: "a quotation of no status", file: "quotations.yaml", new: "quotations: [{id: a, speaker: samantha-power, date: \"2010\", source: icrtop-power}]\n"},
	{name: "a picture without a credit", file: "media/x.yaml", new: "file: y.jpg\nrights: z\n"},
	{name: "a picture shown somehow", file: "media/x.yaml", new: "file: y.jpg\ncredit: z\nrights: z\nshow: \"yes\"\n"},
	{name: "a seal of words", file: speech, old: "sha256: ", new: "sha256: x"},
	{name: "an empty file", file: people, new: "# nothing yet\n"},
	{name: "a list for a file", file: people, new: "- id: x\n"},
}

// rightAfterAll are unusual files that are right.
var rightAfterAll = []broken{
	{name: "keys without a value", file: people, old: "born: \"1968\"", new: "born: \"1968\"\n    died:\n    names:"},
	{name: "an empty date", file: people, old: "born: \"1968\"", new: "born: \"\""},
	{name: "a line with its end", file: people, old: "name: Samantha Power", new: "name: |\n      Samantha Power"},
	{name: "words of nothing", file: english, old: "words:\n", new: "words:\n  samantha-power:\n"},
	{name: "no map", file: caseFacts, old: "order: 1\n", new: "order: 1\nmap:\n"},
	{name: "a whole number of degrees", file: "places.yaml", old: "lat: 44.1061", new: "lat: 44"},
	{name: "a remark for an editor", file: people, old: "people:\n", new: "# yaml-language-server: $schema=.schema/people.schema.json\n# More.\n\npeople:\n"},
	{name: "keys in quotation marks", file: people, old: "name: Samantha Power", new: "\"name\": 'Samantha Power'"},
	{name: "a language of a script", file: "archive.yaml", old: "languages: [en, fr]", new: "languages: [en, fr, sr-Cyrl, zh-Hant-TW, x-vigil]"},
}

// FuzzSchemasRefuseNothingThatIsRight changes one file of the good archive and asks that
// the schema refuses it only where check finds a mistake.
func FuzzSchemasRefuseNothingThatIsRight(f *testing.F) {
	schemas, names := compiled(f), []string{people, english, timeline, caseFacts, speech, "places.yaml", "archive.yaml", "sources.yaml", "cases/bosnia/case.en.yaml"}
	for i, name := range names {
		f.Add(i, string(good(f)[name].Data))
	}
	before := check.Folder(context.Background(), good(f), check.Tools{}).Errors()
	f.Fuzz(func(t *testing.T, i int, text string) {
		fsys, name := good(t), names[uint(i)%uint(len(names))]
		if len(text) > 4096 {
			return
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		if len(authoring.Load(context.Background(), fsys).Problems) > 0 {
			return
		}
		why := refusal(t, schemas, name, []byte(text))
		if why != nil && check.Folder(context.Background(), fsys, check.Tools{}).Errors() <= before {
			t.Errorf("check finds nothing in %s, the schema says %v\n%s", name, why, text)
		}
	})
}
