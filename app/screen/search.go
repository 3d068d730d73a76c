package screen

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/keyboard"
	"vigil/app/ui/text"
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
)

// mostHits is how many results are asked for, mostShown how many a page shows.
const (
	mostHits  = 100
	mostShown = 30
)

// facets are what results can be narrowed to, by the kinds they hold.
var facets = []struct {
	id    string
	kinds []string
}{
	{"search.all", nil},
	{"search.people", []string{search.KindPerson}},
	{"search.places", []string{search.KindPlace}},
	{"search.events", []string{search.KindEvent, search.KindFinding}},
	{"search.words", []string{search.KindTerm, search.KindOrganisation}},
	{"search.texts", []string{search.KindCase, search.KindSpeech, search.KindEssay, search.KindPassage, search.KindFigure}},
}

// searchPage is the search screen while it is open: a field, and the results of
// what stands in it.
type searchPage struct {
	d       Deps
	ctx     context.Context
	stop    context.CancelFunc // ends the search before this one
	field   *text.Field
	heading *fyne.Container
	results *ui.Scroll
	keys    *fyne.Container // the keyboard, empty while it is away
	upper   *fyne.Container // the head and, beneath it, the rest
	lower   *fyne.Container // the results and, beneath them, the keyboard
	hits    []search.Hit    // of the last search
	words   string          // that it was for
	facet   int             // in facets
	byDate  bool            // instead of the best first
}

// search finds things by words. The parameter "q" holds what was asked.
func (d Deps) search(ctx context.Context, r route.Route) *Screen {
	p := &searchPage{d: d, ctx: ctx, stop: func() {}}
	style := d.Look.Style(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink})
	p.field = text.NewField(d.Look.Setter, style, d.Look.Palette.Faint, d.Locale.Say("search.prompt"), d.Look.Direction())
	p.field.OnChanged = func(words string) {
		d.Note(route.To(route.Search).With("q", words).String())
		p.find(words)
	}
	p.heading, p.keys = ui.Stack(0), ui.Stack(0)
	p.results = d.Look.Scroll()
	p.field.OnKey = d.Key
	p.field.OnTapped = func() { p.board(true) }
	p.field.OnSubmitted = func(string) { p.board(false) }
	p.lower = d.Look.Above(p.results, p.keys)
	title := d.Locale.Say("search.title")
	p.upper = d.Look.Below(ui.Stack(ui.Tiny, d.Look.Words(d.heading(), title), d.Look.Box(p.field), p.heading), p.lower)
	s := &Screen{Title: title, Focus: p.field, Main: p.results, Body: d.Look.Page(p.upper)}
	s.Moved = func() { p.board(false) }
	p.board(r.Get("q") == "")
	p.field.SetText(r.Get("q"))
	p.find(p.field.Text())
	return s
}

// board shows the keyboard or puts it away: it goes when its work is done, when
// the results are moved, and when the page is left.
func (p *searchPage) board(on bool) {
	if on == (len(p.keys.Objects) > 0) {
		return
	}
	p.keys.Objects = nil
	if on {
		d := p.d
		words := keyboard.Words{Space: d.Locale.Say("keyboard.space"), Delete: d.Locale.Say("keyboard.delete"), Done: d.Locale.Say("keyboard.done"), Script: d.Locale.Say("keyboard.script")}
		press := func(do func()) { do(); p.field.Focus() }
		p.keys.Objects = []fyne.CanvasObject{keyboard.New(d.Look, words, keyboard.Keys{
			Letter: func(r rune) { press(func() { p.field.TypedRune(r) }) },
			Delete: func() { press(func() { p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) }) },
			Done:   func() { p.board(false) },
		})}
	}
	p.lower.Refresh()
	p.d.Changed()
}

// find looks for words, unless others are typed meanwhile.
func (p *searchPage) find(words string) {
	p.stop()
	var ctx context.Context
	ctx, p.stop = context.WithCancel(p.ctx)
	if strings.TrimSpace(words) == "" {
		p.show(nil, "")
		return
	}
	p.d.Load(ctx, func(ctx context.Context) (func(), error) {
		q := search.Query{Words: words, Lang: p.d.Locale.Lang(), Limit: mostHits}
		if p.d.Period != nil {
			q.Period, q.Beside = p.d.Period(words)
		}
		hits, err := p.d.Finder.Search(ctx, q)
		return func() { p.show(hits, words) }, err
	})
}

func (p *searchPage) show(hits []search.Hit, words string) {
	p.hits, p.words, p.facet = hits, words, 0
	p.fill()
}

// fill shows the results that the facet holds, in the order chosen.
func (p *searchPage) fill() {
	d := p.d
	head := []fyne.CanvasObject{d.Look.Words(d.label(), p.summary(len(p.hits), p.words))}
	if len(p.hits) > 1 {
		head = append(head, p.narrow())
	}
	p.heading.Objects = []fyne.CanvasObject{ui.Stack(0, head...)}
	p.heading.Refresh()
	shown := slices.DeleteFunc(slices.Clone(p.hits), func(h search.Hit) bool { return !within(h, p.facet) })
	if p.byDate {
		slices.SortStableFunc(shown, func(a, b search.Hit) int {
			return cmp.Or(undated(a)-undated(b), a.Date.Earliest().Compare(b.Date.Earliest()))
		})
	}
	var items []*ui.Anchored
	for _, h := range shown[:min(len(shown), mostShown)] {
		items = append(items, one(0, d.hit(h, p.leads(h))))
	}
	if len(p.hits) == 0 && p.words != "" {
		items = append(items, one(ui.Large, d.say(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Soft}, "search.nonehint")))
	}
	p.results.Fill(items)
	p.upper.Refresh()
	d.Changed()
}

func within(h search.Hit, facet int) bool {
	return facets[facet].kinds == nil || slices.Contains(facets[facet].kinds, h.Kind)
}

func undated(h search.Hit) int {
	if h.Date.IsZero() {
		return 1
	}
	return 0
}

// narrow offers the facets that hold anything, each with how much, and the two orders.
func (p *searchPage) narrow() fyne.CanvasObject {
	d := p.d
	var out []fyne.CanvasObject
	for i, f := range facets {
		n := 0
		for _, h := range p.hits {
			if within(h, i) {
				n++
			}
		}
		if n > 0 {
			label := d.Locale.Say(f.id) + " " + d.Locale.Number(float64(n))
			out = append(out, d.choice(label, p.facet == i, func() { p.facet = i; p.fill() }))
		}
	}
	out = append(out,
		d.choice(d.Locale.Say("search.best"), !p.byDate, func() { p.byDate = false; p.fill() }),
		d.choice(d.Locale.Say("search.date"), p.byDate, func() { p.byDate = true; p.fill() }))
	return d.Look.Wrap(0, out...)
}

func (p *searchPage) summary(found int, words string) string {
	l := p.d.Locale
	switch {
	case words == "" && !p.d.Finder.Ready():
		return l.Say("search.preparing")
	case words == "":
		return " "
	case found == 0:
		return l.SayWith("search.none", map[string]string{"query": words})
	default:
		return l.Count("search.results", found, map[string]string{"query": words})
	}
}

// leads is where a result leads: to its page, which is told what was searched
// for and shows it.
func (p *searchPage) leads(h search.Hit) string {
	words := p.words
	if h.Why == search.WhyNear {
		words = h.Also
	}
	if h.Why == search.WhyDate {
		words = ""
	}
	r, err := route.Parse(h.Route)
	if err != nil {
		return h.Route
	}
	return r.With("found", words).String()
}

// hit is one result: what it is, and why it was found.
func (d Deps) hit(h search.Hit, address string) fyne.CanvasObject {
	p := d.Look.Palette
	kind := d.joined(dot, d.Locale.Say("type."+h.Kind), d.Locale.Date(h.Date), d.why(h), d.otherLanguage(h.Lang))
	parts := []fyne.CanvasObject{
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, h.Lang, h.Title),
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Faint, Leading: 1.4}, kind),
	}
	if len(h.Snippet) > 0 {
		parts = append(parts, d.snippet(h))
	}
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(4, parts...))
	return d.Look.Touchable(s, link(h.Title+". "+kind, address), func() { d.Go(address) }, d.arrow(inner))
}

func (d Deps) why(h search.Hit) string {
	if h.Why == search.WhyNear {
		return d.Locale.SayWith("search.why.near", map[string]string{"name": "\u2068" + h.Also + "\u2069"})
	}
	if h.Also != "" {
		return d.Locale.SayWith("search.why.alias", map[string]string{"name": "\u2068" + h.Also + "\u2069"})
	}
	return ""
}

func (d Deps) otherLanguage(lang content.Lang) string {
	if lang == "" || lang == d.Locale.Lang() {
		return ""
	}
	return "\u2068" + d.languageName(lang) + "\u2069"
}

func (d Deps) snippet(h search.Hit) fyne.CanvasObject {
	var marks []text.Range
	var words strings.Builder
	at := 0
	for _, m := range h.Snippet {
		n := len([]rune(m.Text))
		if m.Hit {
			marks = append(marks, text.Range{From: at, To: at + n})
		}
		at += n
		words.WriteString(m.Text)
	}
	return d.Look.Found(ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Soft}, h.Lang, words.String(), marks)
}
