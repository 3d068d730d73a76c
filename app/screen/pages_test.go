package screen_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
)

func links(s *screen.Screen, prefix string) []string {
	var out []string
	for _, item := range s.Outline() {
		if item.Role == voice.Link && strings.HasPrefix(item.Action, prefix) {
			out = append(out, item.Action)
		}
	}
	return out
}

func TestTimelineShows(t *testing.T) {
	d := deps(t, "en")
	c := d.Archive.Cases[0]
	var all, leads []string
	for _, e := range c.Events {
		all = append(all, e.Route())
		if e.Importance == 1 {
			leads = append(leads, e.Route())
		}
	}
	at := "case/" + c.ID + "/timeline?view=list"
	tests := []struct {
		address string
		want    []string
	}{
		{at, all}, {at + "&show=all", all}, {at + "&show=lead", leads}, {at + "&show=nonsense", all}, {at + "&at=1995-07-11", all},
	}
	for _, tt := range tests {
		if got := links(build(t, d, tt.address), "event/"); !slices.Equal(got, tt.want) {
			t.Errorf("%s lists %d events, want %d: %v", tt.address, len(got), len(tt.want), got)
		}
	}
	if len(leads) == 0 || len(leads) > 10 {
		t.Errorf("%d lead events", len(leads))
	}
}

func TestTimelineBeginsAtADate(t *testing.T) {
	tests := []struct{ name, at, want string }{
		{"a year of an event", "1995-07-11", "y1995"},
		{"a year alone", "1993", "y1993"},
		{"a span", "1992-04/1995-12", "y1992"},
		{"long before all", "1500", "y1980"},
		{"no date", "yesterday", "y1980"},
		{"nothing", "", "y1980"},
	}
	d := deps(t, "en")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := build(t, d, route.To(route.Case, "bosnia", "timeline").With("view", "list").With("at", tt.at).String())
			s.Main.Resize(fyne.NewSize(900, 700))
			if got := s.Main.TopAnchor(); got != tt.want {
				t.Errorf("at the top is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLanguagesNameThemselves(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		spoken := content.Lang("")
		d.Speak = func(l content.Lang) { spoken = l }
		s := build(t, d, "languages")
		s.Body.Resize(fyne.NewSize(1920, 990))
		said := words(s.Outline())
		for _, l := range catalogue().Languages() {
			locale := catalogue().Locale(l)
			if !strings.Contains(said, locale.Name()) || !strings.Contains(said, locale.Say("languages.title")) {
				t.Errorf("%s: the page does not speak %s", lang, l)
			}
		}
		for _, target := range ui.Targets(s.Body) {
			want, ok := strings.CutPrefix(target.Item.Action, "lang:")
			if !ok {
				continue
			}
			tapTarget(s.Body, target)
			if string(spoken) != want {
				t.Errorf("%s: %q speaks %q", lang, target.Item.Text, spoken)
			}
		}
		if spoken == "" {
			t.Errorf("%s: no language can be chosen", lang)
		}
	}
}

// tapTarget taps what a target stands for.
func tapTarget(o fyne.CanvasObject, target ui.Target) {
	switch o := o.(type) {
	case *ui.Touchable:
		if ui.Outline(o)[0] == target.Item {
			o.Tapped(&fyne.PointEvent{})
		}
	case *ui.Scroll:
		at := target.At.AddXY(target.Size.Width/2, target.Size.Height/2).Subtract(o.Position())
		o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
		o.DragEnd()
	case *fyne.Container:
		for _, child := range o.Objects {
			tapTarget(child, target)
		}
	}
}

// stub is a Finder that answers as it is told to.
type stub struct {
	hits  []search.Hit
	err   error
	ready bool
	asked []search.Query
	near  []string
}

func (s *stub) Ready() bool                                                 { return s.ready }
func (s *stub) Nearest(context.Context, string, content.Lang, int) []string { return s.near }
func (s *stub) Search(_ context.Context, q search.Query) ([]search.Hit, error) {
	s.asked = append(s.asked, q)
	return s.hits, s.err
}

func TestSearchPage(t *testing.T) {
	hit := search.Hit{Route: "place/tuzla", Kind: search.KindPlace, Title: "Tuzla", Lang: "en", Why: search.WhyName}
	alias := search.Hit{Route: "place/tuzla", Kind: search.KindPlace, Title: "Tuzla", Lang: "en", Why: search.WhyAlias, Also: "Тузла"}
	passage := search.Hit{Route: "case/bosnia/essay#p1", Kind: search.KindEssay, Title: "The war", Lang: "fr", Why: search.WhyText}
	d := deps(t, "en")
	one := d.Locale.Count("search.results", 1, map[string]string{"query": "tuzla"})
	tests := []struct {
		name    string
		address string
		finder  stub
		says    []string
		asks    int
	}{
		{"a name", "search?q=tuzla", stub{hits: []search.Hit{hit}, ready: true}, []string{one, "Tuzla", d.Locale.Say("type.place")}, 1},
		{"another spelling says which", "search?q=tuzla", stub{hits: []search.Hit{alias}, ready: true}, []string{"Тузла"}, 1},
		{"another language says which", "search?q=tuzla", stub{hits: []search.Hit{passage}, ready: true}, []string{"Français"}, 1},
		{"nothing found", "search?q=tuzla", stub{ready: true}, []string{d.Locale.Say("search.nonehint")}, 1},
		{"nothing asked", "search", stub{ready: true}, []string{d.Locale.Say("search.prompt")}, 0},
		{"spaces asked", "search?q=+++", stub{ready: true}, nil, 0},
		{"nothing asked and not ready", "search", stub{}, []string{d.Locale.Say("search.preparing")}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := deps(t, "en")
			d.Finder = &tt.finder
			s := build(t, d, tt.address)
			said := words(s.Outline())
			for _, part := range tt.says {
				if !strings.Contains(said, part) {
					t.Errorf("does not say %q but\n%s", part, said)
				}
			}
			if len(tt.finder.asked) != tt.asks {
				t.Errorf("asked %d times, want %d", len(tt.finder.asked), tt.asks)
			}
			if got := links(s, ""); tt.asks > 0 && len(got) != len(tt.finder.hits) {
				t.Errorf("%d links for %d hits", len(got), len(tt.finder.hits))
			}
			if _, ok := s.Focus.(*text.Field); !ok {
				t.Errorf("the keys go to %T", s.Focus)
			}
		})
	}
	t.Run("it asks in the visitor's language", func(t *testing.T) {
		d, f := deps(t, "fr"), &stub{ready: true}
		d.Finder = f
		build(t, d, "search?q=tuzla")
		if len(f.asked) != 1 || f.asked[0].Words != "tuzla" || f.asked[0].Lang != "fr" || f.asked[0].Limit < 10 {
			t.Errorf("asked %+v", f.asked)
		}
	})
	t.Run("a finder that fails", func(t *testing.T) {
		d := deps(t, "en")
		d.Finder = &stub{err: errors.New("the disk is gone")}
		failed := 0
		d.Load = ui.LoadNow(func(error) { failed++ })
		if s := build(t, d, "search?q=tuzla"); failed != 1 || len(s.Outline()) == 0 {
			t.Errorf("heard of %d failures, the page says %v", failed, s.Outline())
		}
	})
}

// Results that come after the next letter was typed are not shown.
func TestSearchDropsWhatComesTooLate(t *testing.T) {
	var shows []func()
	d := deps(t, "en")
	f := &stub{ready: true}
	d.Finder = f
	d.Load = func(ctx context.Context, fetch func(context.Context) (func(), error)) {
		show, err := fetch(ctx)
		if err != nil {
			t.Error(err)
		}
		shows = append(shows, func() {
			if ctx.Err() == nil {
				show()
			}
		})
	}
	s := build(t, d, "search")
	field := s.Focus.(*text.Field)
	f.hits = []search.Hit{{Route: "place/first", Kind: search.KindPlace, Title: "First", Lang: "en"}}
	field.TypedRune('a')
	f.hits = []search.Hit{{Route: "place/second", Kind: search.KindPlace, Title: "Second", Lang: "en"}}
	field.TypedRune('b')
	for _, show := range slices.Backward(shows) {
		show()
	}
	if got := links(s, "place/"); !slices.Equal(got, []string{"place/second?found=ab"}) {
		t.Errorf("shows %v", got)
	}
}

// A page that was opened from a result begins where it answers; a page whose
// anchor says where begins there.
func TestFoundLeads(t *testing.T) {
	d := deps(t, "en")
	at := func(address string) float32 {
		s := build(t, d, address)
		s.Main.Resize(fyne.NewSize(900, 300))
		return s.Main.Offset()
	}
	const essay = "case/bosnia/essay"
	found := at(essay + "?found=Potočari")
	if top := at(essay + "?found=zzzz"); top != 0 || found < 1000 {
		t.Errorf("begins at %g, without anything found at %g", found, top)
	}
	if other := at(essay + "?found=поточари"); other != found {
		t.Errorf("in another script at %g, not %g", other, found)
	}
	if anchored := at(essay + "?found=Potočari#h3"); anchored != at(essay+"#h3") || anchored <= found {
		t.Errorf("with an anchor at %g, found at %g", anchored, found)
	}
}

// Home leads to every history and every way of looking things up.
func TestHomeLeads(t *testing.T) {
	d := deps(t, "en")
	s := build(t, d, "home")
	want := []string{"people", "places", "glossary", "organisations", "sources", "about"}
	for _, c := range d.Archive.Cases {
		want = append(want, "case/"+c.ID)
	}
	want = append(want, "speeches", "lessons", "search", "timeline")
	got := links(s, "")
	for _, address := range want {
		if !slices.Contains(got, address) {
			t.Errorf("home does not lead to %s", address)
		}
	}
}

func TestPlacesAreInOrder(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		var names []string
		for _, address := range links(build(t, d, "places"), "place/") {
			p := d.Archive.Place(strings.TrimPrefix(address, "place/"))
			names = append(names, nameIn(d, p.Words, p.Name, p.Names))
		}
		if len(names) != len(d.Archive.Places) || !slices.IsSortedFunc(names, d.Locale.Collate) {
			t.Errorf("%s: %d of %d places, in the order %q", lang, len(names), len(d.Archive.Places), names)
		}
	}
}

// The first view of a timeline tells the whole history, of one that goes on too,
// and no title in it is in another language than the visitor's.
func TestTimelineBeginsWhole(t *testing.T) {
	for _, lang := range []content.Lang{"en", "es", "he"} {
		d := deps(t, lang)
		for _, c := range d.Archive.Cases {
			s := build(t, d, "case/"+c.ID+"/timeline")
			s.Body.Resize(fyne.NewSize(1920, 984))
			written := 0
			for stop := range ui.Walk(s.Body) {
				if !strings.HasPrefix(stop.Item.Action, "event/") || stop.Size.Width <= 0 {
					continue
				}
				if stop.Item.Lang != "" && stop.Item.Lang != string(lang) {
					t.Errorf("%s, %s: %q is written in %s", lang, c.ID, stop.Item.Text, stop.Item.Lang)
				}
				written++
			}
			if written < 3 {
				t.Errorf("%s, %s: only %d titles are written", lang, c.ID, written)
			}
		}
	}
}

// Whatever lists pages calls each as the rows of the kiosk do.
func TestSigns(t *testing.T) {
	d := deps(t, "en")
	for address, want := range map[string]screen.Sign{
		"person/raphael-lemkin":               {Title: "Rafał Lemkin", Lang: "en"},
		"case/bosnia/map":                     {Title: "Bosnia and Herzegovina", Lang: "en", Under: d.Locale.Say("case.map")},
		"event/prevention/lemkin-madrid-1933": {Title: "Lemkin proposes two new international crimes", Lang: "en"},
		"term/genocide":                       {Title: "Genocide", Lang: "en", Under: d.Locale.Say("type.term")},
	} {
		got, ok := screen.SignOf(d, address)
		if !ok || !strings.EqualFold(got.Title, want.Title) || want.Under != "" && got.Under != want.Under {
			t.Errorf("%s is called %+v, want %+v", address, got, want)
		}
	}
	for _, address := range []string{"person/nobody", "home", "not a route", "search?q=x"} {
		if s, ok := screen.SignOf(d, address); ok {
			t.Errorf("%s is called %+v", address, s)
		}
	}
	hits, err := d.Finder.Search(context.Background(), search.Query{Words: "lemkin", Lang: "en", Limit: 5})
	if err != nil || len(hits) == 0 {
		t.Fatal(err)
	}
	if s := screen.SignOfHit(d, hits[0]); s.Title == "" || s.Under == "" {
		t.Errorf("%+v", s)
	}
}
