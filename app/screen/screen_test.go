package screen_test

import (
	"context"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/route"
)

// missingMessage is what i18n says instead of a message that no catalogue has.
var missingMessage = regexp.MustCompile(`\[[a-z0-9]+(\.[a-z0-9-]+)+\.?\]`)

// TestEveryPage holds each page of the bundled archive in each language of the
// interface to what all pages owe.
func TestEveryPage(t *testing.T) {
	for _, lang := range languages {
		t.Run(string(lang), func(t *testing.T) {
			d := deps(t, lang)
			lost := map[string]bool{} // by page
			for _, address := range some(d.Archive) {
				s := build(t, d, address)
				if s.Lost {
					t.Errorf("%s leads nowhere", address)
					continue
				}
				if strings.TrimSpace(s.Title) == "" {
					t.Errorf("%s has no title", address)
				}
				outline := s.Outline()
				checkOutline(t, address, outline)
				for _, item := range outline {
					if item.Role != voice.Link || strings.HasPrefix(item.Action, "lang:") {
						continue
					}
					r, err := route.Parse(item.Action)
					if err != nil {
						t.Errorf("%s: %q leads to %q: %v", address, item.Text, item.Action, err)
						continue
					}
					page := r.Page()
					if _, known := lost[page]; !known {
						lost[page] = build(t, d, page).Lost
					}
					if lost[page] {
						t.Errorf("%s: %q leads to %s, which is not here", address, item.Text, item.Action)
					}
				}
			}
		})
	}
}

func checkOutline(t *testing.T, address string, outline []voice.Item) {
	t.Helper()
	if len(outline) == 0 {
		t.Errorf("%s says nothing", address)
		return
	}
	all := words(outline)
	if m := missingMessage.FindString(all); m != "" {
		t.Errorf("%s lacks the message %s", address, m)
	}
	if missing := setter().Missing(all); len(missing) > 0 {
		t.Errorf("%s has letters that no font has: %q", address, missing)
	}
	if strings.Contains(all, "{{") || strings.Contains(all, "<no value>") {
		t.Errorf("%s has a message that was not filled in", address)
	}
	if strings.ContainsFunc(all, func(r rune) bool { return r >= '\u202a' && r <= '\u202e' }) {
		t.Errorf("%s has letters that reorder others", address)
	}
	if strings.Count(all, "\u2066")+strings.Count(all, "\u2067")+strings.Count(all, "\u2068") != strings.Count(all, "\u2069") {
		t.Errorf("%s isolates a direction and does not end it", address)
	}
	if position(outline, func(i voice.Item) bool { return i.Role == voice.Heading && i.Level == 1 }) < 0 {
		t.Errorf("%s has no heading", address)
	}
	for _, item := range outline {
		if strings.TrimSpace(bare(item.Text)) == "" && item.Role != voice.Text {
			t.Errorf("%s has a %s that says nothing (%s)", address, item.Role, item.Action)
		}
	}
}

// A narrow screen puts things elsewhere; it never says less.
func TestNarrowSaysTheSame(t *testing.T) {
	for _, lang := range []content.Lang{"en", "ar"} {
		wide, narrow := deps(t, lang), deps(t, lang)
		narrow.Look.Narrow, narrow.Look.Portrait = true, true
		for _, address := range some(wide.Archive) {
			a := strings.Split(words(build(t, wide, address).Outline()), "\n")
			b := strings.Split(words(build(t, narrow, address).Outline()), "\n")
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s, %s: a narrow screen says other things", lang, address)
			}
		}
	}
}

// A link to a part of a page leads to that part.
func TestAnchorsLead(t *testing.T) {
	d := deps(t, "en")
	seen := map[string]bool{}
	for _, address := range some(d.Archive) {
		for _, item := range build(t, d, address).Outline() {
			r, err := route.Parse(item.Action)
			if err == nil && r.Anchor != "" {
				seen[item.Action] = true
			}
		}
	}
	for _, sp := range d.Archive.Speeches {
		for _, o := range sp.Outline {
			seen["speech/"+sp.ID+"#"+o.Paragraphs[0]] = true
		}
	}
	for _, c := range d.Archive.Cases {
		seen["case/"+c.ID+"/essay#h2"] = true
		for _, f := range c.Figures {
			seen["case/"+c.ID+"/figures#"+f.ID] = true
		}
		for _, f := range c.Findings {
			seen["case/"+c.ID+"/findings#"+f.ID] = true
		}
	}
	for address := range seen {
		r, err := route.Parse(address)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		s := build(t, d, address)
		if s.Main == nil {
			t.Errorf("%s has no parts", address)
			continue
		}
		s.Main.Resize(fyne.NewSize(900, 60))
		// The last part of a page may stand below its top.
		if got := s.Main.TopAnchor(); got != r.Anchor && !joined(d.Archive, r, got) {
			t.Errorf("%s leads to %q", address, got)
		}
	}
}

// joined reports whether the anchor reached is that of the paragraph which the
// one asked for joins.
func joined(a *content.Archive, r route.Route, reached string) bool {
	sp := a.Speech(r.ID(0))
	if r.Kind != route.Speech || sp == nil {
		return false
	}
	for i, p := range sp.Paragraphs {
		if p.ID == r.Anchor {
			return p.Joins && i > 0 && sp.Paragraphs[i-1].ID == reached
		}
	}
	return false
}

// A term's own route shows the glossary at its entry.
func TestTermsLeadToTheirEntry(t *testing.T) {
	d := deps(t, "en")
	for _, term := range d.Archive.Terms {
		s := build(t, d, "term/"+term.ID)
		if want := term.Words["en"].Title; s.Title != want {
			t.Errorf("term/%s is titled %q, want %q", term.ID, s.Title, want)
		}
		s.Main.Resize(fyne.NewSize(900, 60))
		if got := s.Main.TopAnchor(); got != term.ID {
			t.Errorf("term/%s leads to %q", term.ID, got)
		}
	}
}

func TestUnknownPlacesAreLost(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		for _, address := range []string{
			"case/x", "case/x/essay", "case/bosnia/x", "event/bosnia/x", "event/x/srebrenica-falls", "event/power-2010/srebrenica-falls",
			"speech/x", "people/x", "person/x", "place/x", "organisation/x", "term/x",
		} {
			s := build(t, d, address)
			if !s.Lost || s.Title != d.Locale.Say("nothere.title") {
				t.Errorf("%s, %s shows %q", lang, address, s.Title)
			}
			checkOutline(t, address, s.Outline())
			if position(s.Outline(), func(i voice.Item) bool { return i.Role == voice.Link && i.Action == "home" }) < 0 {
				t.Errorf("%s, %s has no way home", lang, address)
			}
		}
	}
	var zero route.Route
	if d := deps(t, "en"); !buildRoute(d, zero).Lost {
		t.Error("no route shows something")
	}
}

// A kiosk whose archive lacks any one of its files still shows every page that
// is left, and says calmly of the rest that it is not here.
func TestPagesOfABrokenArchive(t *testing.T) {
	whole := fstest.MapFS{}
	err := fs.WalkDir(content.Bundled(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Bundled(), name)
		whole[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	addresses := some(bundled())
	for name := range whole {
		// One file of each kind: a history is like the other, a language too.
		if dir := path.Base(path.Dir(name)); strings.Count(name, "/") == 2 && dir != "bosnia" && dir != "power-2010" ||
			strings.Count(name, ".") == 2 && !strings.Contains(name, ".en.") && !strings.Contains(name, ".fr.") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			broken := fstest.MapFS{}
			for other, file := range whole {
				if other != name {
					broken[other] = file
				}
			}
			d := deps(t, "ar")
			d.Archive = authoring.LoadIn(context.Background(), broken, "ar").Archive
			for i, address := range addresses {
				if i >= 25 && i%5 != 0 {
					continue
				}
				if s := build(t, d, address); s.Title == "" || len(s.Outline()) == 0 {
					t.Errorf("%s shows %q", address, s.Title)
				}
			}
		})
	}
	t.Run("an empty archive", func(t *testing.T) {
		d := deps(t, "en")
		d.Archive = authoring.Load(context.Background(), fstest.MapFS{}).Archive
		for _, address := range addresses {
			build(t, d, address).Outline()
		}
	})
}

// Every page can be laid out at any size that a screen may have.
func TestPagesAreLaidOutAtAnySize(t *testing.T) {
	sizes := []fyne.Size{{Width: 1920, Height: 990}, {Width: 1080, Height: 1800}, {Width: 640, Height: 390}, {Width: 320, Height: 200}}
	for _, lang := range []content.Lang{"en", "ar"} {
		for _, size := range sizes {
			d := deps(t, lang)
			d.Look.Text = 2
			d.Look.Portrait = size.Height > size.Width
			d.Look.Narrow = d.Look.TooNarrow(size.Width)
			for _, address := range []string{
				"languages", "home", "case/bosnia", "case/bosnia/timeline", "case/bosnia/timeline?view=list", "timeline", "attract", "case/bosnia/figures", "event/bosnia/srebrenica-falls",
				"speech/power-2010", "search?q=tuzla", "people", "glossary", "pause", "place/nowhere",
			} {
				s := build(t, d, address)
				s.Body.Resize(size)
				s.Body.Refresh()
				if s.Main == nil {
					if s.Page != nil {
						s.Page(1)
						s.Page(-1)
					}
					continue
				}
				test.WidgetRenderer(s.Main)
				if s.Main.Size().Height < 0 {
					t.Errorf("%s at %v is %v", address, size, s.Main.Size())
				}
				s.Main.Page(1)
				s.Main.Page(-1)
			}
		}
	}
}

// Two results can be seen whatever the window and the letters, while somebody types too.
func TestTwoResultsAreSeen(t *testing.T) {
	for _, window := range []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1366, Height: 768}, {Width: 800, Height: 480}} {
		for _, size := range []float32{1, 2} {
			for _, lang := range []content.Lang{"en", "de", "ar"} {
				d := deps(t, lang)
				d.Look.Text, d.Look.Low = size, window.Height < ui.LowBelow
				d.Look.Narrow = d.Look.TooNarrow(window.Width)
				for _, typing := range []bool{false, true} {
					if window.Width < 1000 && (size > 1 || typing) {
						continue // one result beneath a field and a keyboard is all that 480 px hold
					}
					s := build(t, d, "search?q=srebrenica")
					s.Body.Resize(window.SubtractWidthHeight(0, ui.BarHeight))
					if typing {
						s.Focus.(*text.Field).Tapped(&fyne.PointEvent{})
					}
					seen := 0
					for stop := range ui.Walk(s.Body) {
						if strings.Contains(stop.Item.Action, "found=") && stop.InView() {
							seen++
						}
					}
					if seen < 2 {
						t.Errorf("%s %v at %.0f %%, typing %v: %d results are seen", lang, window, size*100, typing, seen)
					}
				}
			}
		}
	}
}
