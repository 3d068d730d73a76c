package exchange_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/route"
)

func draft() *exchange.Draft {
	return exchange.NewDraft(exchange.NewReport("test", "x"), exchange.Options{Now: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)})
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"The Fall of Srebrenica": "the-fall-of-srebrenica", "Potočari": "potocari", "Žepa & Goražde": "zepa-gorazde",
		"Auschwitz–Birkenau (1945)": "auschwitz-birkenau-1945", "Łódź": "lodz", "Straße": "strasse", "O’Brien's": "obriens",
		"  ": "", "سربرنيتسا": "", "1994": "1994", "Đorđe": "djordje",
	} {
		if got := exchange.Slug(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"The Fall of Srebrenica", "Łódź", "سربرنيتسا", strings.Repeat("long ", 40), "\xff", "a--b", "ǅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if id := draft().ID("event", name, "event"); !route.ValidID(id) {
			t.Errorf("%q is called %q", name, id)
		}
	})
}

// Ids are the same whenever the same source is read, and no two things share one.
func TestIDs(t *testing.T) {
	names := []string{"A day", "A day!", "a DAY", "يوم", "آخر", strings.Repeat("a very long title of an event ", 5), strings.Repeat("a very long title of an event ", 5) + "2"}
	first, again := draft(), draft()
	seen := map[string]string{}
	for _, name := range names {
		id := first.ID("event", name, "event")
		if other, taken := seen[id]; taken {
			t.Errorf("%q and %q are both called %s", name, other, id)
		}
		seen[id] = name
		if id != again.ID("event", name, "event") || id != first.ID("event", name, "event") {
			t.Errorf("%q is called otherwise the second time", name)
		}
	}
	if first.ID("person", "A day", "person") != "a-day" {
		t.Error("a person may not be called like an event")
	}
	if first.Called("source", "http://a", "The same") == first.Called("source", "http://b", "The same") {
		t.Error("two sources of one title are one")
	}
}

// Two things of one name are called the same when more stands before them.
func TestIDsStayWhenMoreComes(t *testing.T) {
	first := draft()
	one, two := first.Called("event", "1994-04-07 A day", "A day"), first.Called("event", "1995-07-11 A day", "A day")
	again := draft()
	again.Called("event", "1990 Another", "Another")
	if again.Called("event", "1994-04-07 A day", "A day") != one || again.Called("event", "1995-07-11 A day", "A day") != two {
		t.Error("called otherwise")
	}
}

func TestReportIsBounded(t *testing.T) {
	r := exchange.NewReport("test", "x")
	for i := range 10_000 {
		r.Note(exchange.LeftOut, exchange.Place{Row: i}, "date", "no date", "write one")
		r.Once(exchange.Decide, exchange.Place{Row: i}, "kind", "no kind", "write one")
	}
	if len(r.Notes) > 2_100 || r.Of(exchange.LeftOut) != 10_000 || r.Of(exchange.Decide) != 10_000 {
		t.Errorf("%d notes, %d and %d places", len(r.Notes), r.Of(exchange.LeftOut), r.Of(exchange.Decide))
	}
}

func TestNotesAreOneLine(t *testing.T) {
	r := exchange.NewReport("test", "x")
	r.Note(exchange.LeftOut, exchange.Place{File: "a\nb.csv", Sheet: "\u202eX", Row: 3, Column: "C", Heading: "date"}, "date", authoring.Quote("31\nJune"), "write\r\nit")
	s := r.Notes[0].String()
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x202e }) || !strings.Contains(s, "row 3 column C (date)") {
		t.Errorf("%q", s)
	}
}

func TestOpenStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "inner")
	if err := os.Mkdir(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{filepath.Join(dir, "secret.png"): "s", filepath.Join(inner, "a.csv"): "a", filepath.Join(inner, "b.png"): "b"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "secret.png"), filepath.Join(inner, "link.png")); err != nil {
		t.Fatal(err)
	}
	src, err := exchange.Open(filepath.Join(inner, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if !src.Beside("b.png") {
		t.Error("a picture beside is not found")
	}
	for _, name := range []string{"../secret.png", "/etc/passwd", "link.png", ".", "", "x.png"} {
		if src.Beside(name) {
			t.Errorf("%s lies beside", name)
		}
		if _, err := src.Read(name, 1000); name != "" && err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if _, err := src.Read("", 0); !errors.Is(err, exchange.ErrTooLarge) {
		t.Errorf("a source of more than it may have: %v", err)
	}
}

// What an import begins because an archive needs it gives way to what the folder has.
func TestWholeAndHistory(t *testing.T) {
	d := draft()
	id := d.History("My exhibit")
	date, err := content.ParseDate("1994-04")
	if err != nil {
		t.Fatal(err)
	}
	d.Event(exchange.Place{Row: 2}, id, "a-day").Set("date", "1994-04").SetList("sources", []string{d.Cite("A book", "", "book")})
	d.EventWords(id, "a-day", "en").Set("title", "A day")
	d.Span(id, []content.Date{date})
	d.Whole("My exhibit")
	d.Said()
	merged, err := d.Into(context.Background(), nil, false)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "exhibit")
	if err := merged.Write(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	f := authoring.Load(context.Background(), os.DirFS(dir))
	for _, p := range f.Problems {
		t.Errorf("%s", p)
	}
	c := f.Archive.Case("my-exhibit")
	if c == nil || len(c.Events) != 1 || c.Span.EDTF != "1994" || c.Events[0].Verified != content.FromMemory {
		t.Errorf("%+v", c)
	}
	if d.Of(exchange.Decide) != 4 {
		t.Errorf("to decide: %v", d.Notes)
	}
	again := exchange.NewDraft(exchange.NewReport("test", "x"), exchange.Options{Case: "my-exhibit", Now: time.Now(), Old: exchange.Existing{Original: "en", Languages: []content.Lang{"en"}, Histories: []string{"my-exhibit"}}})
	again.EventWords(again.History("Another title"), "a-day", "fr").Set("title", "Un jour")
	again.Whole("Another title")
	merged, err = again.Into(context.Background(), os.DirFS(dir), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := merged.Write(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	a := authoring.Load(context.Background(), os.DirFS(dir)).Archive
	if len(a.Languages) != 2 || a.Words["en"].Title != "My exhibit" || a.Case("my-exhibit").Events[0].Words["fr"].Title != "Un jour" {
		t.Errorf("%v %v", a.Languages, a.Words)
	}
}
