package timelinejs_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/timelinejs"
)

func export(t testing.TB, o exchange.Options) (string, *exchange.Report) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "timeline.json")
	o.Step = func(int, int) {}
	report, err := timelinejs.Export(context.Background(), content.Bundled(), to, o)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), report
}

// TestRoundTrip: what goes out comes in again as the same dates, titles, lines, texts and
// notes, of every history in every language that it has.
func TestRoundTrip(t *testing.T) {
	archive := authoring.Load(context.Background(), content.Bundled()).Archive
	if len(archive.Cases) == 0 {
		t.Fatal("there is no history")
	}
	for _, c := range archive.Cases {
		for lang := range c.Words {
			t.Run(fmt.Sprint(c.ID, lang), func(t *testing.T) {
				data, err := timelinejs.Written(archive, exchange.Options{Case: c.ID, Lang: lang})
				if err != nil {
					t.Fatal(err)
				}
				d := mustBring(t, c.ID+".json", data, lang)
				if n := d.Of(exchange.LeftOut); n > 0 {
					t.Errorf("%d did not come back:\n%s", n, notes(d))
				}
				back := authoring.Load(context.Background(), written(t, d, nil)).Archive
				if len(back.Cases) != 1 || len(back.Cases[0].Events) != len(c.Events) {
					t.Fatalf("%d histories of %d events came back, want %d events", len(back.Cases), len(back.Cases[0].Events), len(c.Events))
				}
				same(t, "the title", lang, c.Words, back.Cases[0].Words, archive.Original)
				for _, e := range c.Events {
					got := back.Event(back.Cases[0].ID, e.ID)
					if got == nil {
						t.Errorf("%s did not come back", e.ID)
						continue
					}
					if got.Date.EDTF != e.Date.EDTF && (!got.Date.Earliest().Equal(e.Date.Earliest()) || !got.Date.Latest().Equal(e.Date.Latest())) || got.Kind != e.Kind {
						t.Errorf("%s: %s of %s came back as %s of %s", e.ID, e.Date.EDTF, e.Kind, got.Date.EDTF, got.Kind)
					}
					same(t, e.ID, lang, e.Words, got.Words, archive.Original)
				}
			})
		}
	}
}

func same(t *testing.T, id string, lang content.Lang, was, is content.Text, original content.Lang) {
	t.Helper()
	a, _ := was.In(lang, original)
	b, _ := is.In(lang)
	for _, part := range [][2]string{{a.Title, b.Title}, {a.Role, b.Role}, {a.Text.Plain(), b.Text.Plain()}, {a.Note.Plain(), b.Note.Plain()}} {
		if part[0] != part[1] {
			t.Errorf("%s in %s went out as %q and came back as %q", id, lang, part[0], part[1])
		}
	}
}

// TestShown holds what goes out to what TimelineJS asks for.
func TestShown(t *testing.T) {
	data, report := export(t, exchange.Options{Case: "bosnia"})
	var deck struct {
		Title struct {
			Text struct{ Headline, Text string }
		}
		Events []struct {
			ID    string            `json:"unique_id"`
			Start map[string]string `json:"start_date"`
			Text  struct{ Headline, Text string }
		}
	}
	if err := json.Unmarshal([]byte(data), &deck); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range deck.Events {
		if seen[e.ID] || e.ID == "" || e.Start["year"] == "" || e.Text.Headline == "" {
			t.Errorf("TimelineJS cannot show %v", e)
		}
		seen[e.ID] = true
	}
	if deck.Title.Text.Headline == "" || report.Came["events"] != len(deck.Events) || len(deck.Events) == 0 {
		t.Errorf("%d events, %v", len(deck.Events), report.Came)
	}
	for _, n := range report.Notes {
		if n.Place.String() == "" {
			t.Errorf("this note names no place: %s", n)
		}
	}
}

const small = `id: a
version: "1"
publisher: A
rights: None.
as_of: "2026"
review: draft
original: en
languages: [en]
`

// TestEnds is of dates that a timeline has no way to write.
func TestEnds(t *testing.T) {
	for edtf, want := range map[string]string{
		"1994~":                 `"year":"1994" "display_date":"About 1994"`,
		"199X":                  `"year":"1990" "year":"1999"`,
		"1944-21":               `"month":"3" "month":"5"`,
		"1944-24":               `"year":"1944" "month":"12" "year":"1945" "month":"2"`,
		"2003/..":               `"year":"2003"`,
		"../1945":               `"year":"1945"`,
		"-0043-03-15":           `"year":"-44" "month":"3" "day":"15"`,
		"0000":                  `"year":"-1"`,
		"1992-04-05/1996-02-29": `"month":"4" "day":"5" "year":"1996" "month":"2" "day":"29"`,
	} {
		files := fstest.MapFS{
			"archive.yaml": {Data: []byte(small)}, "archive.en.yaml": {Data: []byte("words:\n  archive:\n    title: A\n")},
			"cases/c/case.yaml": {Data: []byte("order: 1\nspan: \"1990\"\n")}, "cases/c/case.en.yaml": {Data: []byte("words:\n  case:\n    title: C\n")},
			"cases/c/timeline.yaml":    {Data: []byte("events:\n  - id: e\n    date: \"" + edtf + "\"\n    kind: law\n    importance: 3\n    verified: memory\n")},
			"cases/c/timeline.en.yaml": {Data: []byte("words:\n  e:\n    title: E <b>\n    text: A text.\n")},
		}
		to := filepath.Join(t.TempDir(), "c.json")
		if _, err := timelinejs.Export(context.Background(), files, to, exchange.Options{Step: func(int, int) {}}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		rest := strings.ReplaceAll(string(data), `": "`, `":"`)
		for part := range strings.FieldsSeq(strings.ReplaceAll(want, "About ", "About_")) {
			part = strings.ReplaceAll(part, "About_", "About ")
			i := strings.Index(strings.ToLower(rest), strings.ToLower(part))
			if i < 0 {
				t.Errorf("%s: no %s in %s", edtf, part, data)
				break
			}
			rest = rest[i+len(part):]
		}
		d := mustBring(t, "c.json", string(data), "en")
		if got := events(d); len(got) != 1 || got[0] != edtf+"|law|E <b>|A text.|" {
			t.Errorf("%s came back as %q\n%s", edtf, got, notes(d))
		}
	}
}

func TestChosen(t *testing.T) {
	for name, c := range map[string]struct {
		o    exchange.Options
		want string
	}{
		"several":           {exchange.Options{}, "--case"},
		"none of that name": {exchange.Options{Case: "nowhere"}, "nowhere"},
		"no such language":  {exchange.Options{Case: "bosnia", Lang: "ja"}, "ja"},
	} {
		c.o.Step = func(int, int) {}
		to := filepath.Join(t.TempDir(), "x.json")
		_, err := timelinejs.Export(context.Background(), content.Bundled(), to, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(to); err == nil {
			t.Errorf("%s: a file was written", name)
		}
	}
}
