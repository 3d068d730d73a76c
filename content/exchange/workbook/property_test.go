package workbook

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// awkward are texts that cells are wont to change.
var awkward = []string{
	"=1+1", "+1", "-1", "@x", "'quoted", "''", "'=1", "1994-04", "007", "1.0", "3e5", "TRUE", "true", "6 April 1994", "15-18", "a;b", `a\;b`, `\`, `\\`, `ends in \`,
	" edges ", "\u00a0hard\u00a0", "_x000D_", "_x005F_x000D_", "<b>&amp;", "a\tb", "[]", "» help", "(continued", "“q”", "שלום עולם", "\u200fنص مع; فاصلة", "𝄞 clef", "a: b", "#REF!", "#x",
	"not said", "null", "~", "é", "e\u0301",
}

func randomLine(r *rand.Rand) string {
	n := 1 + r.IntN(3)
	var parts []string
	for range n {
		parts = append(parts, awkward[r.IntN(len(awkward))])
	}
	return strings.Join(parts, []string{" ", "", ";", "\\"}[r.IntN(4)])
}

func randomText(r *rand.Rand) string {
	var parts []string
	for range 1 + r.IntN(4) {
		parts = append(parts, randomLine(r))
	}
	text := strings.TrimSpace(strings.Join(parts, []string{"\n", "\n\n", "\n\n\n", "\n- "}[r.IntN(4)]))
	if r.IntN(40) == 0 {
		text = strings.Repeat("a long text, 𝄞 "+text+" ", 40_000/(len(text)+20)+1)
	}
	return strings.TrimSpace(text)
}

// randomEntry fills a record with what its form lets stand there.
func randomEntry(r *rand.Rand, form *authoring.Form, apart []string) *authoring.Entry {
	e := &authoring.Entry{}
	for i := range form.Fields {
		f := &form.Fields[i]
		if f.Name == "id" || slices.Contains(apart, f.Name) || !f.Required && r.IntN(3) == 0 {
			continue
		}
		fill(r, e, f)
	}
	return e
}

func fill(r *rand.Rand, e *authoring.Entry, f *authoring.FormField) {
	switch {
	case f.Kind == authoring.PairsField:
		for range r.IntN(3) {
			e.SetPair(f.Name, "k "+randomLine(r), strings.TrimSpace(randomLine(r)))
		}
	case f.Kind == authoring.RecordField && !f.Many:
		one := e.Record(f.Name, "")
		for i := range f.Form.Fields {
			fill(r, one, &f.Form.Fields[i])
		}
	case f.Kind == authoring.RecordField || f.Kind == authoring.NamedField:
	case f.Many:
		list := []string{}
		for range r.IntN(4) {
			list = append(list, scalar(r, f))
		}
		if refers[f.Name] != "" { // a name that stands there twice comes once
			slices.Sort(list)
			list = slices.Compact(list)
		}
		e.SetList(f.Name, list)
	default:
		e.Set(f.Name, scalar(r, f))
	}
}

func scalar(r *rand.Rand, f *authoring.FormField) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	switch f.Kind {
	case authoring.TextField, authoring.PlainField:
		return randomText(r)
	case authoring.DateField:
		return pick("1995-07-11", "1995-07", "1995", "0079", "-0146", "1992-04/1993-02", "1954~", "199X", "2003/..", "1992-21", "1994-04-06T20:25:00")
	case authoring.WholeField:
		return pick("1", "3", "10", "-4")
	case authoring.NumberField:
		return pick("44.1575", "-3.0", "7000", "0.5", "800000")
	case authoring.TruthField:
		return pick("true", "false")
	case authoring.LanguageField:
		return pick("en", "fr", "sr-Cyrl")
	case authoring.IDField:
		if f.Words != nil {
			return pick(f.Words...)
		}
		if slices.Contains(routed, f.Name) {
			return pick("event/a/b", "case/x/essay#h1", "speech/y#p3", "search?q=a,b")
		}
		return pick("a", "b2", "long-name-3", "1995", "1-2")
	}
	for {
		if line := strings.ReplaceAll(randomLine(r), "\n", " "); line != "" {
			return line
		}
	}
}

// randomArchive is a manuscript with something in every sheet.
func randomArchive(r *rand.Rand) *authoring.Manuscript {
	m := authoring.NewManuscript()
	langs := []string{"en", "fr", "ar"}
	for _, s := range sheets {
		if s.files == nil || s.inner != "" || s.named || s.name == "keyboards" {
			continue
		}
		h := s.files[r.IntN(len(s.files))]
		name := h.in("one")
		if s.list == "" {
			e := m.File(name)
			for _, key := range randomEntry(r, s.shape, s.apart).Keys() {
				if f := s.shape.Field(key); f != nil {
					fill(r, e, f)
				}
			}
			if s.name == "archive" {
				e.Set("id", "museum").Set("original", "en").SetList("languages", langs)
			}
			words(r, m, s, strings.TrimSuffix(name, ".yaml"), "one", langs)
			continue
		}
		for _, id := range []string{"a", "b2", "long-name-3"}[:1+r.IntN(3)] {
			e := m.File(name).Record(s.list, id)
			for i := range s.shape.Fields {
				if f := &s.shape.Fields[i]; f.Name != "id" && !slices.Contains(s.apart, f.Name) && (f.Required || r.IntN(3) > 0) {
					fill(r, e, f)
				}
			}
			words(r, m, s, strings.TrimSuffix(name, ".yaml"), id, langs)
		}
	}
	inLists(r, m, langs)
	m.SetBody("cases/one/essay.en.md", randomText(r))
	m.File("cases/one/essay.fr.md").Set("of", "123456789012").Set("translator", randomLine(r))
	m.SetBody("cases/one/essay.fr.md", randomText(r))
	m.File("people.fr.yaml").Set("translator", scalar(r, &authoring.FormField{}))
	m.Words("people", "fr", "gone").Set("title", "Of nobody")
	return m
}

// inLists fills lists in lists: outcomes with and without ids, and questions.
func inLists(r *rand.Rand, m *authoring.Manuscript, langs []string) {
	s := plannedSheet("outcomes")
	for i, finding := range m.File("cases/one/case.yaml").Entries("findings") {
		for n := range r.IntN(4) {
			e := finding.Record("outcomes", "")
			if r.IntN(2) == 0 {
				e.Set("id", fmt.Sprintf("o-%d-%d", i, n))
				words(r, m, s, "cases/one/case", e.Text("id"), langs)
			}
			e.Set("outcome", "convicted")
			for i := range s.shape.Fields {
				if f := &s.shape.Fields[i]; f.Name != "id" && r.IntN(2) == 0 {
					fill(r, e, f)
				}
			}
		}
	}
	m.File("cases/one/case.yaml").SetList("questions", []string{"q1", "q2"})
	words(r, m, plannedSheet("questions"), "cases/one/case", "q1", langs)
	for _, stop := range m.File("lessons/one.yaml").Entries("stops") {
		stop.SetList("questions", []string{"why", "who"}) // asked at each stop, worded once
	}
	words(r, m, plannedSheet("asked"), "lessons/one", "why", langs)
}

func words(r *rand.Rand, m *authoring.Manuscript, s *sheet, base, id string, langs []string) {
	for _, slot := range s.words {
		for _, l := range langs {
			if r.IntN(3) == 0 {
				continue
			}
			e := m.File(base+"."+l+".yaml").Name("words", slot.wordID(id))
			for i := range wordForm.Fields {
				f := &wordForm.Fields[i]
				if f.Name == "of" && l == "en" {
					continue
				}
				if f.Name == "title" || r.IntN(2) == 0 {
					fill(r, e, f)
				}
			}
			if e.Has("of") {
				e.Set("of", []string{"123456789012", "12345e678901", "3f2a9c01d4e5"}[r.IntN(3)])
			}
		}
	}
}

// Whatever an archive holds, a workbook and delimited text give it back.
func TestAnythingComesBack(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 15))
		m := randomArchive(r)
		merged, err := m.Into(t.Context(), nil, false)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), "was")
		if err := merged.Write(t.Context(), dir); err != nil {
			t.Fatal(err)
		}
		for _, form := range []struct {
			name   string
			export exchange.Exporter
			bring  exchange.Importer
		}{{"a.xlsx", ExportXLSX, XLSX}, {"a", ExportCSV, CSV}} {
			to := filepath.Join(t.TempDir(), form.name)
			if _, err := form.export(t.Context(), os.DirFS(dir), to, exchange.Options{}); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			again(t, seed, dir, to, form.bring)
		}
	}
}

func again(t *testing.T, seed uint64, dir, to string, bring exchange.Importer) {
	t.Helper()
	src, err := exchange.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	d := exchange.NewDraft(exchange.NewReport("test", to), exchange.Options{Now: time.Now()})
	if err := bring(t.Context(), src, d); err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	for _, n := range d.Notes {
		if n.Weight == exchange.LeftOut {
			t.Errorf("seed %d, %s: %s", seed, filepath.Base(to), n)
		}
	}
	unchanged(t, seed, dir, src, bring)
	was, problems := authoring.ReadManuscript(context.Background(), os.DirFS(dir))
	if len(problems) > 0 {
		t.Fatalf("seed %d: the archive itself: %v", seed, problems[0])
	}
	for _, name := range was.Names() {
		is := d.Find(name)
		if is == nil {
			t.Errorf("seed %d: %s did not come back", seed, name)
			continue
		}
		if !was.Find(name).Equal(is) || was.Body(name) != d.Body(name) {
			t.Errorf("seed %d, %s: %s came back otherwise: %s", seed, filepath.Base(to), name, firstDifference(was.Find(name), is))
		}
	}
}

// unchanged asks that a book changes nothing in the folder that it was written from, also
// where it replaces.
func unchanged(t *testing.T, seed uint64, dir string, src exchange.Source, bring exchange.Importer) {
	t.Helper()
	m, _ := authoring.ReadManuscript(context.Background(), os.DirFS(dir))
	d := exchange.NewDraft(exchange.NewReport("test", dir), exchange.Options{Now: time.Now(), Replace: true, Old: exchange.Existing{Original: "en", Manuscript: m}})
	if err := bring(t.Context(), src, d); err != nil {
		t.Fatal(err)
	}
	merged, err := d.Into(t.Context(), os.DirFS(dir), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range merged.Changes {
		if c.What != authoring.Same {
			t.Errorf("seed %d: %s %s was changed: %v", seed, c.File, c.Record, c.Keys)
		}
	}
	if len(merged.Files) > 0 {
		t.Errorf("seed %d: %d files would be written", seed, len(merged.Files))
	}
}

func firstDifference(a, b *authoring.Entry) string {
	for _, key := range slices.Concat(a.Keys(), b.Keys()) {
		if a.Text(key) != b.Text(key) {
			return key + ": " + clip(a.Text(key)) + " and " + clip(b.Text(key))
		}
		if !slices.Equal(a.List(key), b.List(key)) {
			return key + ": " + strings.Join(a.List(key), "|") + " and " + strings.Join(b.List(key), "|")
		}
		for i, one := range a.Entries(key) {
			if i < len(b.Entries(key)) && !one.Equal(b.Entries(key)[i]) {
				return key + " " + one.Text("id") + " " + firstDifference(one, b.Entries(key)[i])
			}
		}
		for _, name := range a.Names(key) {
			if x, y := a.Named(key, name), b.Named(key, name); x != nil && y != nil && !x.Equal(y) {
				return key + " " + name + " " + firstDifference(x, y)
			} else if (x == nil) != (y == nil) || a.Pair(key, name) != b.Pair(key, name) {
				return key + " " + name + ": " + a.Pair(key, name) + " and " + b.Pair(key, name)
			}
		}
	}
	return strings.Join(a.Keys(), " ") + " and " + strings.Join(b.Keys(), " ")
}

func clip(s string) string { return authoring.Quote(s[:min(len(s), 200)]) }

// The rules of cells take every value and give it back.
func TestCellsTakeAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		line := randomLine(r)
		if got := unlined(lined(line)); got != line {
			t.Fatalf("%q came back as %q by %q", line, got, lined(line))
		}
		for _, hold := range []func(string) string{guarded, kept} {
			if got := unguarded(hold(line)); got != line {
				t.Fatalf("%q came back as %q by %q", line, got, hold(line))
			}
		}
		list := []string{line, randomLine(r), randomLine(r)}[:r.IntN(4)]
		for _, kind := range []authoring.FieldKind{authoring.LineField, authoring.IDField} {
			if got := unlisted(listed(list, kind), kind); !slices.Equal(got, list) {
				t.Fatalf("%q came back as %q by %q", list, got, listed(list, kind))
			}
		}
		text := randomText(r)
		if got := joinedParts(partsOf(text)); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	}
}

// The same archive gives the same bytes.
func TestTheSameBytes(t *testing.T) {
	files := os.DirFS("../../../build/archives/pl")
	var before []byte
	for range 3 {
		to := filepath.Join(t.TempDir(), "a.xlsx")
		if _, err := ExportXLSX(t.Context(), files, to, exchange.Options{}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		if before != nil && !bytes.Equal(before, data) {
			t.Fatal("the same archive was written otherwise")
		}
		before = data
	}
}
