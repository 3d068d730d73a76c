package screen_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/content"
	"vigil/content/search"
)

func several(t *testing.T) []search.Hit {
	t.Helper()
	dated := func(h search.Hit, date string) search.Hit {
		d, err := content.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		h.Date = d
		return h
	}
	return []search.Hit{
		{Route: "person/a", Kind: search.KindPerson, Title: "A", Lang: "en", Why: search.WhyName, Cases: []string{"bosnia"}},
		{Route: "place/b", Kind: search.KindPlace, Title: "B", Lang: "en", Why: search.WhyName, Cases: []string{"bosnia", "rwanda"}},
		dated(search.Hit{Route: "event/rwanda/c", Kind: search.KindEvent, Title: "C", Lang: "fr", Why: search.WhyText, Cases: []string{"rwanda"}}, "1994"),
		dated(search.Hit{Route: "event/bosnia/d", Kind: search.KindEvent, Title: "D", Lang: "en", Why: search.WhyText, Cases: []string{"bosnia"}}, "1984-02"),
	}
}

// press touches the control that says so.
func press(t *testing.T, s *screen.Screen, words string) {
	t.Helper()
	for _, stop := range ui.Stops(s.Body) {
		if stop.Act != nil && plain(stop.Item.Text) == words {
			stop.Act()
			return
		}
	}
	t.Fatalf("nothing says %q in\n%s", words, plain(strings.Join(labels(s), "\n")))
}

func labels(s *screen.Screen) []string {
	var out []string
	for _, item := range s.Outline() {
		out = append(out, item.Text)
	}
	return out
}

func plain(s string) string { return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(s) }

func TestResultsAreNarrowed(t *testing.T) {
	all := []string{"person/a", "place/b", "event/rwanda/c", "event/bosnia/d"}
	tests := []struct {
		name    string
		address string
		press   []string
		want    []string
		noted   string
	}{
		{"nothing chosen", "search?q=x", nil, all, ""},
		{"a kind", "search?q=x", []string{"Events 2"}, all[2:], "search?kind=events&q=x"},
		{"a kind, and all again", "search?q=x", []string{"Events 2", "All 4"}, all, "search?q=x"},
		{"a history", "search?q=x", []string{"History: All", "Rwanda 2"}, all[1:3], "search?case=rwanda&q=x"},
		{"a time", "search?q=x", []string{"Time: All", "1980 to 1989 1"}, all[3:], "search?q=x&time=1980%2F1989"},
		{"a language", "search?q=x", []string{"Language: All", "Français 1"}, all[2:3], "search?language=fr&q=x"},
		{"two at once", "search?q=x", []string{"Events 2", "History: All", "Bosnia and Herzegovina 1"}, all[3:], "search?case=bosnia&kind=events&q=x"},
		{"by date", "search?q=x", []string{"Order: Best first", "By date"}, []string{"event/bosnia/d", "event/rwanda/c", "person/a", "place/b"}, "search?order=date&q=x"},
		{"come back to", "search?q=x&kind=events&case=rwanda", nil, all[2:3], ""},
		{"what no result has", "search?q=x&kind=nothing&time=zzz&language=&case=..", nil, all, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := deps(t, "en")
			d.Finder = &stub{hits: several(t), ready: true}
			noted := ""
			d.Note = func(address string) { noted = address }
			s := build(t, d, tt.address)
			for _, words := range tt.press {
				press(t, s, words)
			}
			var got []string
			for _, address := range links(s, "") {
				address, _, _ = strings.Cut(address, "?")
				got = append(got, address)
			}
			if strings.Join(got, " ") != strings.Join(tt.want, " ") {
				t.Errorf("shows %v, want %v", got, tt.want)
			}
			if noted != tt.noted {
				t.Errorf("is found again as %s, want %s", noted, tt.noted)
			}
		})
	}
}

// What is chosen holds for what was typed then, not for other words.
func TestTypingUndoesChoices(t *testing.T) {
	d := deps(t, "en")
	d.Finder = &stub{hits: several(t), ready: true}
	s := build(t, d, "search?q=x&kind=events")
	s.Focus.TypedRune('y')
	if got := links(s, ""); len(got) != 4 {
		t.Errorf("shows %v", got)
	}
}

// Names are offered while one types, and names that look alike where nothing is
// found; touching one searches for it.
func TestNamesAreOffered(t *testing.T) {
	tests := []struct {
		name    string
		address string
		finder  stub
		typed   rune
		press   string
		asks    string
	}{
		{"while one types", "search", stub{ready: true, hits: several(t)}, 'x', "A", "A"},
		{"where nothing is found", "search?q=xyz", stub{ready: true, near: []string{"Ključ", "Omarska"}}, 0, "Omarska", "Omarska"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := deps(t, "en")
			d.Finder = &tt.finder
			s := build(t, d, tt.address)
			s.Body.Resize(fyne.NewSize(1920, 990))
			if tt.typed != 0 {
				s.Focus.TypedRune(tt.typed)
			}
			press(t, s, tt.press)
			if got := tt.finder.asked[len(tt.finder.asked)-1].Words; got != tt.asks {
				t.Errorf("asks for %q, want %q", got, tt.asks)
			}
			if got := s.Focus.(*text.Field).Text(); got != tt.asks {
				t.Errorf("the field says %q", got)
			}
		})
	}
}

// A long list is shown piece by piece.
func TestMoreIsShown(t *testing.T) {
	d := deps(t, "en")
	f := &stub{ready: true}
	for i := range 70 {
		f.hits = append(f.hits, search.Hit{Route: "person/" + strconv.Itoa(i), Kind: search.KindPerson, Title: "A", Lang: "en", Why: search.WhyName})
	}
	d.Finder = f
	s := build(t, d, "search?q=x")
	for _, want := range []int{30, 60, 70} {
		if got := links(s, ""); len(got) != want {
			t.Errorf("shows %d, want %d", len(got), want)
		}
		if want < 70 {
			press(t, s, "Show more")
		}
	}
}

// A result is called what its own page calls it, though only its name is in the
// visitor's script.
func TestResultsAreCalledAsTheirPages(t *testing.T) {
	d := deps(t, "ar")
	d.Finder = &stub{ready: true, hits: []search.Hit{
		{Route: "place/darfur", Kind: search.KindPlace, Title: "Darfur", Lang: "en", Why: search.WhyAlias, Also: "دارفور"},
	}}
	said := plain(strings.Join(labels(build(t, d, "search?q=x")), "\n"))
	if !strings.Contains(said, "دارفور") || strings.Contains(said, "Darfur") || strings.Contains(said, "يُكتب") {
		t.Errorf("says\n%s", said)
	}
}
