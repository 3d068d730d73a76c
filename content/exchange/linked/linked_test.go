package linked_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/linked"
)

// bundled is read once, for the tests that write nothing into it.
var bundled = sync.OnceValue(func() *content.Archive {
	return authoring.Load(context.Background(), content.Bundled()).Archive
})

// published is the bundled archive's document, written once.
var published = sync.OnceValues(func() ([]byte, *exchange.Report) {
	report := exchange.NewReport("jsonld", "x")
	data, err := linked.Document(bundled(), report)
	if err != nil {
		return nil, report
	}
	return data, report
})

func archive(t *testing.T) *content.Archive {
	t.Helper()
	return authoring.Load(context.Background(), content.Bundled()).Archive
}

func document(t *testing.T, a *content.Archive) ([]byte, *exchange.Report) {
	t.Helper()
	report := exchange.NewReport("jsonld", "x")
	data, err := linked.Document(a, report)
	if err != nil {
		t.Fatal(err)
	}
	return data, report
}

// node is a record of the document, its values as they are written.
type node map[string]json.RawMessage

func graph(t *testing.T, data []byte) (context node, nodes map[string]node) {
	t.Helper()
	var whole struct {
		Context node   `json:"@context"`
		Graph   []node `json:"@graph"`
	}
	if err := json.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	nodes = map[string]node{}
	for _, n := range whole.Graph {
		id := said(n["@id"])
		if id == "" || nodes[id] != nil {
			t.Errorf("a record without an address of its own: %s", n["@id"])
		}
		nodes[id] = n
	}
	return whole.Context, nodes
}

func said(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// refs are the addresses that a value names.
func refs(raw json.RawMessage) []string {
	var one struct {
		ID string `json:"@id"`
	}
	if json.Unmarshal(raw, &one) == nil && one.ID != "" {
		return []string{one.ID}
	}
	var many []json.RawMessage
	if json.Unmarshal(raw, &many) != nil {
		return nil
	}
	var out []string
	for _, r := range many {
		out = append(out, refs(r)...)
	}
	return out
}

func TestEveryRecordIsThere(t *testing.T) {
	a := bundled()
	data, report := published()
	_, nodes := graph(t, data)
	events := len(a.Events())
	for kind, want := range map[string]int{"events": events, "people": len(a.People), "sources": len(a.Sources), "places": len(a.Places), "lessons": len(a.Lessons), "terms": len(a.Terms)} {
		if report.Came[kind] != want {
			t.Errorf("%d %s, the archive has %d", report.Came[kind], kind, want)
		}
	}
	for _, e := range a.Events() {
		n := nodes[e.Route()]
		if n == nil || !bytes.Contains(n["crm:P4_has_time-span"], []byte(`"`+e.Date.EDTF+`"`)) || len(refs(n["citation"])) != len(e.Sources) {
			t.Errorf("%s: %s", e.Route(), n)
		}
	}
}

// What a record names is in the document, but for routes that lead to a part of a page.
func TestReferencesLead(t *testing.T) {
	data, _ := published()
	_, nodes := graph(t, data)
	for id, n := range nodes {
		for key, value := range n {
			for _, ref := range refs(value) {
				if nodes[ref] == nil && key != "mentions" && key != "about" {
					t.Errorf("%s: %s leads to %s, which is not there", id, key, ref)
				}
			}
		}
	}
}

// No charge stands without what became of it.
func TestAChargeIsNotAFinding(t *testing.T) {
	data, _ := published()
	_, nodes := graph(t, data)
	charges := 0
	for id, n := range nodes {
		if !bytes.Contains(n["outcome"], []byte(`"charge"`)) {
			continue
		}
		var many []node
		if json.Unmarshal(n["outcome"], &many) != nil {
			many = make([]node, 1)
			if err := json.Unmarshal(n["outcome"], &many[0]); err != nil {
				t.Fatal(err)
			}
		}
		for _, o := range many {
			charges++
			if said(o["result"]) == "" {
				t.Errorf("%s: %s", id, o)
			}
		}
	}
	if charges < 100 {
		t.Errorf("%d outcomes", charges)
	}
}

// What is for the educator alone, and words that hurt, are in no published document.
func TestNothingPrivateIsPublished(t *testing.T) {
	a := archive(t)
	for _, l := range a.Lessons {
		for _, s := range l.Stops {
			s.Educator = content.Text{"en": {Text: content.Line("MARKER-EDUCATOR"), Note: content.Line("MARKER-EDUCATOR")}}
			w := s.Words["en"]
			w.Note = content.Line("MARKER-EDUCATOR")
			s.Words["en"] = w
		}
		w := l.Words["en"]
		w.Note = content.Line("MARKER-EDUCATOR")
		l.Words["en"] = w
	}
	for _, term := range a.Terms {
		term.Avoided = []string{"MARKER-AVOIDED"}
	}
	data, report := document(t, a)
	if bytes.Contains(data, []byte("MARKER")) {
		t.Error("something private is in the document")
	}
	if report.Of(exchange.Altered) < 2 {
		t.Errorf("what is left out is not said: %v", report.Notes)
	}
}

// Words of our own are not given out as schema.org's.
func TestOwnWordsAreInTheContext(t *testing.T) {
	schema := strings.Fields(`name alternateName alternativeHeadline abstract description disambiguatingDescription text author publisher
		datePublished dateCreated dateModified url birthDate deathDate geo address location startDate endDate image isPartOf hasPart mentions about
		citation creator locationCreated inLanguage usageInfo creditText caption contentUrl contentLocation teaches typicalAgeRange timeRequired
		temporalCoverage identifier version creativeWorkStatus minValue maxValue unitText`)
	known := map[string]bool{}
	for _, word := range schema {
		known[word] = true
	}
	data, _ := published()
	context, nodes := graph(t, data)
	for id, n := range nodes {
		for key := range n {
			if strings.HasPrefix(key, "@") || strings.HasPrefix(key, "crm:") || known[key] || context[key] != nil {
				continue
			}
			t.Errorf("%s: %q is neither schema.org's nor ours", id, key)
		}
	}
}

func TestUncertainStaysUncertain(t *testing.T) {
	a := archive(t)
	e := a.Cases[0].Events[0]
	for edtf, want := range map[string]string{"1995-07-11": "1995-07-11", "1954~": "", "1942/": "", "199X": "", "1944-22": "", "1995-07-11?": "", "1992-04/1993-02": "1992-04"} {
		d, err := content.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		e.Date = d
		data, _ := document(t, a)
		_, nodes := graph(t, data)
		if got := said(nodes[e.Route()]["startDate"]); got != want {
			t.Errorf("%s begins %q, want %q", edtf, got, want)
		}
	}
}

func TestExportIsWholeAndTheSame(t *testing.T) {
	to := filepath.Join(t.TempDir(), "archive.jsonld")
	if _, err := linked.Export(context.Background(), content.Bundled(), to, exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	one, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	if two, _ := document(t, bundled()); !bytes.Equal(one, two) {
		t.Error("two exports of one archive differ")
	}
	if _, err := linked.Export(context.Background(), os.DirFS(t.TempDir()), to, exchange.Options{}); err == nil {
		t.Error("an empty folder is exported")
	}
}
