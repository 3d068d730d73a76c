package screen_test

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/content/route"
)

var land = atlas.NewLand(assets.Land())

// halls are the screens that a scene must fit whole.
var halls = []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 1366, Height: 768}, {Width: 800, Height: 480}}

// hall is what a screen of a size is made from.
func hall(t testing.TB, lang content.Lang, size fyne.Size) screen.Deps {
	d := deps(t, lang)
	d.Land, d.Size = land, size
	d.Look.Portrait = size.Height > size.Width
	d.Look.Narrow = d.Look.TooNarrow(size.Width)
	return d
}

// scenes are all that the attract screen shows in one language on one screen.
func scenes(t testing.TB, d screen.Deps) []*screen.Screen {
	t.Helper()
	var out []*screen.Screen
	for n, count := 0, 1; n < count; n++ {
		s := build(t, d, fmt.Sprintf("attract?scene=%d", n))
		if s.Loop == nil {
			t.Fatalf("scene %d has no loop", n)
		}
		if count = s.Loop.Count; s.Loop.Number < n || s.Loop.Number >= count {
			break
		}
		n = s.Loop.Number
		out = append(out, s)
	}
	return out
}

// placed is a view of words, where it is on the screen.
type placed struct {
	*text.View
	at fyne.Position
}

// viewsOf are the words that are seen in a tree, those within widgets too.
func viewsOf(o fyne.CanvasObject, origin fyne.Position) []placed {
	if o == nil || !o.Visible() {
		return nil
	}
	at := origin.Add(o.Position())
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *text.View:
		return []placed{{o, at}}
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	var out []placed
	for _, inner := range within {
		out = append(out, viewsOf(inner, at)...)
	}
	return out
}

// said are a view's words.
func said(v placed) string {
	var out []string
	for _, p := range v.Parts() {
		out = append(out, p.Item.Text)
	}
	return strings.Join(out, " ")
}

// What a hall sees is whole: no word is cut, lies outside or on another, on any
// screen in any language; and the words of a scene are in letters for four metres.
func TestScenesFit(t *testing.T) {
	for _, size := range halls {
		for _, lang := range catalogue().Languages() {
			d := hall(t, lang, size)
			all := scenes(t, d)
			if len(all) < 20 {
				t.Errorf("%v, %s: only %d scenes", size, lang, len(all))
			}
			for _, s := range all {
				s.Body.Resize(size)
				checkScene(t, d, s, size)
			}
		}
	}
}

func checkScene(t *testing.T, d screen.Deps, s *screen.Screen, size fyne.Size) {
	t.Helper()
	where := fmt.Sprintf("%v, %s, scene %d", size, d.Locale.Lang(), s.Loop.Number)
	views := viewsOf(s.Body, fyne.NewPos(0, 0))
	if len(views) < 4 {
		t.Errorf("%s: only %d things are said", where, len(views))
	}
	for i, v := range views {
		words := said(v)
		if v.at.X < 0 || v.at.Y < 0 || v.at.X+v.Size().Width > size.Width+0.5 || v.at.Y+v.Size().Height > size.Height+0.5 {
			t.Errorf("%s: %q lies outside: %v, %v", where, words, v.at, v.Size())
		}
		if need := v.HeightAt(v.Size().Width); need > v.Size().Height+0.5 {
			t.Errorf("%s: %q needs %v and has %v", where, words, need, v.Size().Height)
		}
		for _, other := range views[:i] {
			if v.at.X < other.at.X+other.Size().Width && other.at.X < v.at.X+v.Size().Width &&
				v.at.Y+0.5 < other.at.Y+other.Size().Height && other.at.Y+0.5 < v.at.Y+v.Size().Height {
				t.Errorf("%s: %q lies on %q", where, words, said(other))
			}
		}
	}
	checkLetters(t, d, s, size, where)
}

// checkLetters asks the words between the museum's name and the invitation for
// letters that are read from four metres.
func checkLetters(t *testing.T, d screen.Deps, s *screen.Screen, size fyne.Size, where string) {
	t.Helper()
	least := max(66*ui.SceneUnit(size), 24)
	views := viewsOf(s.Body, fyne.NewPos(0, 0))
	begin := d.Locale.Say("attract.begin")
	for _, v := range views[1:] {
		words := said(v)
		switch words {
		case begin:
			return
		case d.Locale.Say("know.draft"), d.Locale.Say("know.translated"):
			continue
		}
		// A line is as high as its letters and the space between lines.
		if line := v.HeightAt(100_000); line < least*1.14 {
			t.Errorf("%s: %q is set in letters of a line of %v px, want %v", where, words, line, least*1.14)
		}
	}
}

// The least letters of a scene are 20 minutes of arc high from four metres, on a
// screen of 43 inches and 1920 by 1080 px.
func TestLettersReachFourMetres(t *testing.T) {
	const least, mmPerPx, metres = 66, 952.0 / 1920, 4.0
	l := setter().Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: "H", Style: typeset.Style{Family: typeset.Serif, Size: least, Ink: ui.Dark().Ink}}}}, 0)
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	setter().Draw(img, l, 1, 0, 200)
	top, bottom := 200, 0
	for y := range 200 {
		for x := range 200 {
			if img.RGBAAt(x, y).A > 127 {
				top, bottom = min(top, y), max(bottom, y+1)
			}
		}
	}
	mm := float64(bottom-top) * mmPerPx
	if arc := mm / (metres * 1000) * 180 / 3.14159265 * 60; arc < 20 {
		t.Errorf("capitals are %d px, %.1f mm, %.1f minutes of arc high", bottom-top, mm, arc)
	}
}

// No scene names a perpetrator, in any language; and what is listed is tied to none.
func TestScenesAccuseNobody(t *testing.T) {
	var accused []*content.Person
	for _, p := range bundled().People {
		if p.Group == "perpetrator-accused" || p.Group == "perpetrator-convicted" {
			accused = append(accused, p)
		}
	}
	if len(accused) == 0 {
		t.Fatal("the archive has no perpetrator: nothing was tested")
	}
	for _, listed := range []bool{true, false} {
		for _, lang := range catalogue().Languages() {
			d := hall(t, lang, halls[0])
			if !listed {
				d.Archive = unlisted(d.Archive)
			}
			for _, s := range scenes(t, d) {
				said := bare(words(s.Outline()))
				for _, p := range accused {
					for _, name := range append([]string{p.Name, nameIn(d, p.Words, p.Name, p.Names)}, p.Names...) {
						if name != "" && strings.Contains(said, name) {
							t.Errorf("%s, scene %d names %s", lang, s.Loop.Number, p.ID)
						}
					}
				}
			}
		}
	}
}

// unlisted is an archive that leaves the choice to the attract screen.
func unlisted(a *content.Archive) *content.Archive {
	out := *a
	out.Attract = nil
	return &out
}

// A scene of a perpetrator, or of an event that one is tied to, is not shown even
// where it is listed; neither is a route that leads to nothing.
func TestUnfitScenesAreLeftOut(t *testing.T) {
	d := hall(t, "en", halls[0])
	a := *d.Archive
	a.Attract = []string{"person/ratko-mladic", "event/bosnia/srebrenica-falls", "event/bosnia/nowhere", "nowhere", "home", "person/primo-levi", "case/bosnia/map", "speech/obama-2012"}
	d.Archive = &a
	all := scenes(t, d)
	if len(all) != 1 || all[0].Title != "Primo Levi" {
		t.Errorf("shows %d scenes, the first %q", len(all), all[0].Title)
	}
}

// What an archive lists is shown in its order.
func TestListedScenesKeepTheirOrder(t *testing.T) {
	d := hall(t, "en", halls[0])
	a := *d.Archive
	a.Attract = []string{"person/primo-levi", "person/elie-wiesel", "case/rwanda", "person/anita-lasker-wallfisch", "speech/power-2010#power-signals"}
	d.Archive = &a
	want := []string{"Primo Levi", "Elie Wiesel", "Rwanda", "Anita Lasker-Wallfisch", "“Signals must be sent"}
	all := scenes(t, d)
	if len(all) != len(want) {
		t.Fatalf("%d scenes, want %d", len(all), len(want))
	}
	for i, s := range all {
		if !strings.HasPrefix(s.Title, want[i]) {
			t.Errorf("scene %d is %q, want %q", i, s.Title, want[i])
		}
	}
}

// The scenes go through the languages in turn, never in one in which they have no
// words, and each scene meets each language that it has.
func TestScenesTurnThroughLanguages(t *testing.T) {
	for _, listed := range []bool{true, false} {
		d := hall(t, "en", halls[0])
		if !listed {
			d.Archive = unlisted(d.Archive)
		}
		count := len(scenes(t, d))
		languages := catalogue().Languages()
		met := map[content.Lang]map[int]bool{}
		s := build(t, d, "attract")
		for range count * len(languages) {
			lang, address := s.Loop.Next()
			at := slices.Index(languages, d.Locale.Lang())
			before, round := s.Loop.Number, s.Loop.Number/count
			d.Locale = catalogue().Locale(lang)
			d.Look.Lang, d.Look.RTL = string(lang), d.Locale.RTL()
			s = build(t, d, address)
			if s.Loop.Number == before || s.Loop.Number/count == round && lang != languages[(at+1)%len(languages)] {
				t.Fatalf("scene %d follows %d, %s after %s", s.Loop.Number, before, lang, languages[at])
			}
			if met[lang] == nil {
				met[lang] = map[int]bool{}
			}
			met[lang][s.Loop.Number%count] = true
			if said := words(s.Outline()); strings.Contains(said, partly(d)) {
				t.Errorf("%s, scene %d is partly in another language", lang, s.Loop.Number)
			}
		}
		for _, lang := range languages {
			if len(met[lang]) < count*2/3 {
				t.Errorf("listed %v: in %s only %d of %d scenes are shown in %d rounds", listed, lang, len(met[lang]), count, len(languages))
			}
		}
	}
}

// partly is how a page begins to say that some of its words are in another language.
func partly(d screen.Deps) string {
	return strings.TrimSpace(strings.SplitN(d.Locale.SayWith("know.partly", map[string]string{"language": "|"}), "|", 2)[0])
}

// A choice shows the histories in turn, and in each of them several kinds.
func TestChosenScenesMixHistories(t *testing.T) {
	d := hall(t, "en", halls[0])
	in := func(title string) content.Text {
		return content.Text{"en": {Title: title, Role: title, Review: content.Reviewed}}
	}
	a := &content.Archive{ID: "a", Original: "en", Languages: []content.Lang{"en"}, Words: in("Museum"), Places: []*content.Place{{ID: "p", Name: "Place", Country: "BA", Lat: 44, Lon: 18}}}
	day := func(s string) content.Date {
		date, err := content.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return date
	}
	for i, id := range []string{"a", "b", "c"} {
		c := &content.Case{ID: id, Order: i + 1, Span: day("1990/1999"), Words: in(id + " years")}
		person := &content.Person{ID: id + "-life", Name: id + " life", Group: "survivor", Born: day("1960"), Words: in(id + " life")}
		a.People = append(a.People, person)
		for n, kind := range []string{"memory", "law", "violence"} {
			c.Events = append(c.Events, &content.Event{
				ID: fmt.Sprint("e", n), Owner: id, Date: day(fmt.Sprint(1990 + n)), Place: "p", Kind: kind, Importance: 1,
				People: []string{person.ID}, Words: in(id + " " + kind),
			})
		}
		a.Cases = append(a.Cases, c)
	}
	a.Index()
	d.Archive = a
	d.Languages = d.Languages[:1]
	s := build(t, d, "attract")
	seen := map[string]int{}
	last := ""
	for range 40 {
		title := headline(s)
		history, _, _ := strings.Cut(title, " ")
		if history == last {
			t.Errorf("%q follows a scene of the same history", title)
		}
		last = history
		seen[title]++
		_, address := s.Loop.Next()
		s = build(t, d, address)
	}
	for _, want := range []string{"a years", "a life", "a memory", "a law", "b years", "b life", "b memory", "b law", "c years", "c life", "c memory", "c law"} {
		if seen[want] == 0 {
			t.Errorf("%q is never shown: %v", want, seen)
		}
	}
	if seen["a violence"]+seen["b violence"]+seen["c violence"] > 0 {
		t.Errorf("violence is shown: %v", seen)
	}
}

// headline is the largest line of a scene.
func headline(s *screen.Screen) string {
	for _, item := range s.Outline() {
		if item.Role == voice.Heading && item.Level == 2 {
			return item.Text
		}
	}
	return ""
}

// With less movement a scene has the same words, and nothing of it changes; else the
// years fill in and end whole.
func TestStillScenesSayTheSame(t *testing.T) {
	moving := hall(t, "en", halls[0])
	still := moving
	still.Look.Still = true
	filled, quietly := 0, scenes(t, still)
	for i, s := range scenes(t, moving) {
		quiet := quietly[i]
		if words(s.Outline()) != words(quiet.Outline()) {
			t.Errorf("scene %d says other things with less movement", i)
		}
		s.Body.Resize(halls[0])
		changes := 0
		for second := range 60 {
			at := time.Duration(second) * time.Second
			if quiet.Loop.Pass(at) {
				t.Fatalf("scene %d moves with less movement", i)
			}
			if s.Loop.Pass(at) {
				changes++
				if at > s.Loop.Stay {
					t.Errorf("scene %d changes after its time", i)
				}
			}
		}
		if changes > 0 {
			filled++
		}
		if stay := s.Loop.Stay; stay < 10*time.Second || stay > 40*time.Second {
			t.Errorf("scene %d stays %v", i, stay)
		}
	}
	if filled == 0 {
		t.Error("no years fill in")
	}
}

// Any number of a scene is one, and an archive with nothing to show shows its name
// and the invitation.
func TestAnySceneIsShown(t *testing.T) {
	for _, empty := range []bool{false, true} {
		d := hall(t, "en", halls[0])
		if empty {
			d.Archive = &content.Archive{ID: "museum", Original: "en", Languages: []content.Lang{"en"}}
			d.Archive.Index()
		}
		for _, n := range []string{"", "0", "-1", "7", "-9223372036854775808", "9223372036854775807", "99999999999999999999", "x", "1e3", "٣"} {
			s := buildRoute(d, route.To(route.Attract).With("scene", n))
			outline := s.Outline()
			last := outline[len(outline)-1]
			if s.Lost || last.Role != voice.Link || last.Action != "languages" {
				t.Errorf("scene %q ends with %+v", n, last)
			}
			if empty && !strings.Contains(words(outline), "museum") {
				t.Errorf("an empty archive shows %q", words(outline))
			}
			lang, address := s.Loop.Next()
			if r, err := route.Parse(address); err != nil || r.Kind != route.Attract || lang == "" {
				t.Errorf("scene %q is followed by %s in %q", n, address, lang)
			}
		}
	}
}
