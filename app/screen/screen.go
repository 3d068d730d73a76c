// Package screen is what a visitor sees: one file a screen, each a function of
// archive, locale and route. A screen knows the others only by their routes.
package screen

import (
	"context"
	"io"
	"io/fs"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/paper"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
	"vigil/i18n"
)

// Finder answers a search. Ready is false while the index is still being made
// and answers come from a plain scan.
type Finder interface {
	Search(ctx context.Context, q search.Query) ([]search.Hit, error)
	Nearest(ctx context.Context, words string, lang content.Lang, most int) []string
	Ready() bool
}

// World is what is shown: the same for every visitor and every window.
type World struct {
	Archive   *content.Archive
	Languages []*i18n.Locale // every language of the interface, in the order they are offered
	Finder    Finder
	Period    func(words string, lang content.Lang) (content.Date, string) // the time that words speak of, and the words besides it; may be nil
	Land      *atlas.Land                                                  // the geometry of maps
	Files     fs.FS                                                        // the archive's files, for its pictures; nil where there are none
	Load      ui.Load
	Paper     paper.Format // what a printer has
}

// Sheet writes a page to print, as PDF.
type Sheet func(io.Writer) error

// View is how one visitor sees it.
type View struct {
	Locale   *i18n.Locale
	Look     ui.Look
	Size     fyne.Size            // of the whole screen, px at 1x, for what must fit it; zero where that is not known
	Reading  Reading              // how the visitor reads
	Kept     []string             // routes that the visitor has kept
	Apart    bool                 // learners look around in a class's pages: the ways into the whole archive are not offered
	Accepted func(id string) bool // whether the visitor has gone on past a content note; nil where none counts
}

// Deeds are what can be done from a page.
type Deeds struct {
	Go      func(address string)    // opens a route
	Replace func(address string)    // changes the present route's parameters without a step of history
	Note    func(address string)    // records what the present page has turned into by itself
	Speak   func(lang content.Lang) // switches the language and goes home
	Read    func(Reading)           // changes how the visitor reads; nil where that cannot be changed
	Keep    func(address string)    // keeps a route, or lets it go
	Print   func(Sheet)             // nil where nothing can be printed
	Accept  func(id string)         // goes on past a content note
	Explain func(id string)         // shows what a term means over the page
	Door    Door                    // nil where there is no way out
	Key     func(*fyne.KeyEvent)    // takes keys that a field has no use for; may be nil
	Changed func()                  // hears that a page has changed by itself, such as by results that have come
}

// Deps is what screens are made from and may do. A classroom's wall or a preview is
// given the same world, a view of its own and fewer deeds.
type Deps struct {
	World
	View
	Deeds
}

// page is a page while it is made: what its words are, and what led to it.
type page struct {
	Deps
	shown *shown
	found *search.Finding // what was searched for to come here; nil where nothing was

	gallery *gallery // brings the page's pictures; nil where a page has none
}

func (deps Deps) page() page { return page{Deps: deps, shown: &shown{said: map[string]bool{}}} }

// Screen is one page, ready to be shown.
type Screen struct {
	Route route.Route
	Title string
	Body  fyne.CanvasObject
	Main  *ui.Scroll              // what the page buttons move; nil where nothing scrolls
	Page  func(direction float32) // what the page buttons do instead, or nil
	Focus fyne.Focusable          // what keys go to first, or nil
	Zoom  func(by int)            // comes closer or goes further, or nil
	Moved func()                  // hears that a hand moves what scrolls; may be nil
	Close func()                  // what going back does first, or nil
	First func()                  // what a key that acts does before it has come to anything, or nil
	Bare  bool                    // has the whole screen, without the bar
	Loop  *Loop                   // how the attract screen goes on; nil on every other
	Lost  bool                    // the route leads nowhere
}

// Outline is the screen's reading order, its title first.
func (s *Screen) Outline() []voice.Item { return ui.Outline(s.Body) }

// Build makes the screen of a route. A route that leads nowhere makes the calm
// page that says so.
func Build(ctx context.Context, deps Deps, r route.Route) *Screen {
	d := deps.page()
	d.gallery = &gallery{load: func(fetch func(context.Context) (func(), error)) { deps.Load(ctx, fetch) }}
	if words := r.Get("found"); words != "" {
		d.found = search.NewFinding(words, d.Archive.Languages)
	}
	s := d.build(ctx, r)
	if s == nil {
		s = d.nothere()
		s.Lost = true
	}
	s.Route = r
	switch {
	case s.Main == nil:
	case r.Anchor != "":
		s.Main.GoTo(d.anchor(r))
	case d.found != nil:
		s.Main.GoToFound()
	}
	return s
}

// anchor is where on its page a route leads: a paragraph that joins the one
// before it stands where that one does.
func (d page) anchor(r route.Route) string {
	sp := d.Archive.Speech(r.ID(0))
	if r.Kind != route.Speech || sp == nil {
		return r.Anchor
	}
	for _, group := range passages(sp) {
		for _, p := range group {
			if p.ID == r.Anchor {
				return group[0].ID
			}
		}
	}
	return r.Anchor
}

// Everywhere is the route of every page that an archive has.
func Everywhere(a *content.Archive) []string {
	out := []string{
		"languages", "home", "timeline", "speeches", "people", "places", "organisations", "glossary", "sources", "search",
		"search?q=srebrenica", "pause", "about", "attract", "attract?scene=1", "attract?scene=2", "attract?scene=3", "selection", "place/nowhere",
	}
	for _, c := range a.Cases {
		out = append(out, "case/"+c.ID, "people/"+c.ID)
		if len(c.Caution) > 0 {
			out = append(out, "case/"+c.ID+"?caution=show")
		}
		for _, part := range partsOf(c) {
			out = append(out, "case/"+c.ID+"/"+part)
		}
	}
	if len(a.Lessons) > 0 {
		out = append(out, "lessons")
	}
	for _, l := range a.Lessons {
		out = append(out, "lesson/"+l.ID)
	}
	for _, s := range a.Speeches {
		out = append(out, "speech/"+s.ID)
	}
	for _, e := range a.Events() {
		out = append(out, e.Route())
	}
	for _, p := range a.People {
		out = append(out, "person/"+p.ID)
	}
	for _, p := range a.Places {
		out = append(out, "place/"+p.ID)
	}
	for _, o := range a.Organisations {
		out = append(out, "organisation/"+o.ID)
	}
	for _, t := range a.Terms {
		out = append(out, "term/"+t.ID)
	}
	if len(a.Media) > 0 {
		out = append(out, "pictures")
	}
	for _, m := range a.Media {
		out = append(out, "media/"+m.ID)
	}
	return out
}

// partsOf lists the pages that a case study has beneath its first.
func partsOf(c *content.Case) []string {
	has := map[string]bool{
		"essay": len(c.Essay) > 0, "timeline": len(c.Events) > 0, "map": !c.Map.IsZero(), "figures": len(c.Figures) > 0, "findings": len(c.Findings) > 0,
	}
	return slices.DeleteFunc(slices.Clone(route.CaseParts), func(part string) bool { return !has[part] })
}

func (d page) build(ctx context.Context, r route.Route) *Screen {
	switch r.Kind {
	case route.Languages:
		return d.languages()
	case route.Home:
		return d.home()
	case route.Case:
		return d.caseParts(r)
	case route.Event:
		return d.event(r)
	case route.Timeline:
		return d.calendar(r)
	case route.Speech:
		return d.speech(r)
	case route.Speeches:
		return d.speeches()
	case route.Search:
		return d.search(ctx, r)
	case route.Attract:
		return d.attract(r)
	case route.Selection:
		return d.selection()
	case route.Staff:
		return d.staff()
	case route.Pause:
		return d.pause()
	case route.About:
		return d.about()
	case route.Sources:
		return d.sources()
	case route.Lessons:
		return d.lessons()
	case route.Lesson:
		return d.lesson(r)
	case route.Medium:
		return d.medium(r)
	case route.Pictures:
		return d.pictures()
	default:
		return d.entry(r)
	}
}

// entry makes the screens of people, places, organisations and terms.
func (d page) entry(r route.Route) *Screen {
	switch r.Kind {
	case route.People:
		return d.people(r)
	case route.Person:
		return d.person(r)
	case route.Places:
		return d.places()
	case route.Place:
		return d.place(r)
	case route.Organisations:
		return d.organisations()
	case route.Organisation:
		return d.organisation(r)
	case route.Glossary, route.Term:
		return d.glossary(r)
	default:
		return nil
	}
}

func (d page) caseParts(r route.Route) *Screen {
	c := d.Archive.Case(r.ID(0))
	if c == nil || r.ID(1) != "" && !slices.Contains(partsOf(c), r.ID(1)) {
		return nil
	}
	if note := "caution/" + c.ID; len(c.Caution) > 0 && (r.Get("caution") == "show" || d.Accepted != nil && !d.Accepted(note)) {
		return d.cautioned(note, c.Caution, "home")
	}
	switch r.ID(1) {
	case "":
		return d.caseStudy(c)
	case "essay":
		return d.essay(c)
	case "timeline":
		return d.timeline(c, r)
	case "map":
		return d.atlas(c, r)
	case "figures":
		return d.figures(c)
	case "findings":
		return d.findings(c)
	default:
		return nil
	}
}
