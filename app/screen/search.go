package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/keyboard"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
)

// mostHits is how many results are asked for, and mostTyped while somebody types:
// the rest are only counted and narrowed then. A page shows mostShown and as
// many more each time it is asked to, and offers mostOffered names.
const (
	mostHits    = 500
	mostTyped   = 60
	mostShown   = 30
	mostOffered = 8
)

// searchPage is the search screen while it is open: a field, and the results of
// what stands in it.
type searchPage struct {
	d       page
	ctx     context.Context
	stop    context.CancelFunc // ends the search before this one
	field   *text.Field
	heading *fyne.Container
	results *ui.Scroll
	keys    *fyne.Container // the keyboard, empty while it is away
	names   *fyne.Container // above the keyboard: what may be meant
	upper   *fyne.Container // the head and, beneath it, the rest
	lower   *fyne.Container // the results and, beneath them, the keyboard
	found   results
	shown   int               // how many results, at most
	chosen  map[string]string // of each facet; nothing where it does not narrow
	open    string            // the facet whose choices are shown
}

// results is what a search found.
type results struct {
	words string
	hits  []search.Hit
	full  bool     // hits are all that answer, but for mostHits
	near  []string // names that look like words that found nothing
}

// search finds things by words. The parameter "q" holds what was asked.
func (d page) search(ctx context.Context, r route.Route) *Screen {
	p := &searchPage{d: d, ctx: ctx, stop: func() {}, shown: mostShown, chosen: map[string]string{}}
	for _, id := range searchFacets {
		p.chosen[id] = r.Get(id)
	}
	style := d.Look.Style(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink})
	p.field = text.NewField(d.Look.Setter, style, d.Look.Palette.Faint, d.Locale.Say("search.prompt"), d.Look.Direction())
	p.field.OnChanged = func(words string) {
		clear(p.chosen)
		p.note()
		p.find(words)
	}
	p.heading, p.keys, p.names = ui.Stack(0), ui.Stack(0), ui.Stack(0)
	p.results = d.Look.Scroll()
	p.field.OnKey = d.Key
	p.field.OnTapped = func() { p.board(true) }
	p.field.OnSubmitted = func(string) { p.board(false) }
	p.lower = d.Look.Above(p.results, p.keys)
	title := d.Locale.Say("search.title")
	head := ui.Stack(ui.Tiny, d.Look.Words(d.heading(), title), d.Look.Box(p.field), p.heading)
	if p.small() {
		head = ui.Stack(0, d.Look.Box(p.field))
	}
	p.upper = d.Look.Below(head, p.lower)
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
	if on == p.typing() {
		return
	}
	var keys []fyne.CanvasObject
	if on {
		d := p.d
		words := keyboard.Words{Space: d.Locale.Say("keyboard.space"), Delete: d.Locale.Say("keyboard.delete"), Done: d.Locale.Say("keyboard.done"), Script: d.Locale.Say("keyboard.script")}
		press := func(do func()) { do(); p.field.Focus() }
		keys = append(keys, ui.Stack(ui.Tiny, p.names, keyboard.New(d.Look, words, keyboard.Keys{
			Letter: func(r rune) { press(func() { p.field.TypedRune(r) }) },
			Delete: func() { press(func() { p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) }) },
			Done:   func() { p.board(false) },
		}, d.Archive.Keyboards[d.Locale.Lang()])))
	}
	ui.Swap(p.keys, keys...)
	p.lower.Refresh()
	p.refill()
	if !on && !p.found.full {
		p.find(p.field.Text())
	}
}

// small reports whether a window is low for what it shows, or its letters large: then
// results come before all else.
func (p *searchPage) small() bool { return p.d.Look.Low || p.d.Look.Text > 1.25 }

// typing reports whether the keyboard is shown.
func (p *searchPage) typing() bool { return len(p.keys.Objects) > 0 }

// note records what is asked and chosen, so that one comes back to it.
func (p *searchPage) note() {
	r := route.To(route.Search).With("q", p.field.Text())
	for _, id := range searchFacets {
		r = r.With(id, p.chosen[id])
	}
	p.d.Note(r.String())
}

// ask searches for a name that was offered.
func (p *searchPage) ask(name string) {
	p.field.SetText(name)
	clear(p.chosen)
	p.note()
	p.board(false)
	p.find(name)
}

// find looks for words, unless others are typed meanwhile.
func (p *searchPage) find(words string) {
	p.stop()
	var ctx context.Context
	ctx, p.stop = context.WithCancel(p.ctx)
	if strings.TrimSpace(words) == "" {
		p.show(results{full: true})
		return
	}
	lang, most := p.d.Locale.Lang(), mostHits
	if p.typing() {
		most = mostTyped
	}
	p.d.Load(ctx, func(ctx context.Context) (func(), error) {
		q := search.Query{Words: words, Lang: lang, Limit: most}
		if p.d.Period != nil {
			q.Period, q.Beside = p.d.Period(words, lang)
		}
		hits, err := p.d.Finder.Search(ctx, q)
		found := results{words: words, hits: hits, full: most == mostHits || len(hits) < most}
		if err == nil && len(hits) == 0 {
			found.near = p.d.Finder.Nearest(ctx, words, lang, mostOffered)
		}
		return func() { p.show(found) }, err
	})
}

func (p *searchPage) show(found results) {
	same := found.words == p.found.words
	p.found = found
	if same {
		p.refill()
		return
	}
	p.shown = mostShown
	p.fill()
}

// refill is fill where what is in view is to stay: somebody is reading.
func (p *searchPage) refill() {
	spot := p.results.Spot()
	p.fill()
	p.results.Return(spot)
}

// fill shows the results that what is chosen holds, in the order chosen; while
// somebody types, the names that may be meant instead of the choices.
func (p *searchPage) fill() {
	d := p.d
	var names []fyne.CanvasObject
	if p.typing() && d.Look.Text <= 1.25 {
		names = append(names, d.Look.OneLine(ui.Tiny, p.offers(search.Completions(p.found.hits, p.found.words, mostOffered))...))
	}
	ui.Swap(p.names, names...)
	ui.Swap(p.heading, d.Look.Words(d.label(), p.summary()))
	ui.Rearrange(p.upper, p.lower)
	p.results.Fill(p.list())
	d.Changed()
}

// list is the results as they are shown, or what to do where there are none.
func (p *searchPage) list() []*ui.Anchored {
	d := p.d
	var items []*ui.Anchored
	switch {
	case p.typing():
	case p.small() && p.open == "" && p.found.words != "":
		items = append(items, one(0, p.brief()))
	case len(p.found.hits) > 1:
		items = append(items, one(0, p.narrow()))
	}
	shown := narrowed(p.found.hits, d.facets(p.found.hits), p.chosen, "")
	for _, h := range shown[:min(len(shown), p.shown)] {
		if p.small() && p.typing() {
			items = append(items, one(0, d.hitLine(h, p.leads(h))))
			continue
		}
		items = append(items, one(0, d.hit(h, p.leads(h))))
	}
	if len(shown) > p.shown {
		items = append(items, one(ui.Small, ui.Centre(d.Look.Button("", d.Locale.Say("search.more"), false, voice.Item{Role: voice.Button, Text: d.Locale.Say("search.more")}, p.more))))
	}
	switch {
	case p.found.words == "" && d.Apart:
		return nil
	case p.found.words == "":
		return []*ui.Anchored{one(0, d.say(d.label(), "home.explore")), one(ui.Small, d.explore())}
	case len(p.found.hits) > 0:
		return items
	}
	if d.Apart {
		return items
	}
	items = append(items, one(ui.Large, d.say(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Soft}, "search.nonehint")))
	if len(p.found.near) > 0 {
		items = append(items,
			one(ui.Large, d.say(d.label(), "search.maybe")),
			one(ui.Small, d.Look.Wrap(ui.Small, p.offers(p.found.near)...)))
	}
	return items
}

// more shows more of the results, where one stands.
func (p *searchPage) more() {
	p.shown += mostShown
	at := p.results.Offset()
	p.fill()
	p.results.MoveTo(at)
}

func (p *searchPage) summary() string {
	l := p.d.Locale
	quoted := map[string]string{"query": p.found.words}
	switch n := len(p.found.hits); {
	case p.found.words == "" && !p.d.Finder.Ready():
		return l.Say("search.preparing")
	case p.found.words == "":
		return " "
	case n == 0 && p.d.Apart:
		return l.Say("class.exploreonly") // the words may well be elsewhere in the archive
	case n == 0:
		return l.SayWith("search.none", quoted)
	case n >= mostHits || !p.found.full:
		quoted["count"] = l.Number(float64(n))
		return l.SayWith("search.first", quoted)
	default:
		return l.Count("search.results", n, quoted)
	}
}

// leads is where a result leads: to its page, which is told what was searched
// for and shows it.
func (p *searchPage) leads(h search.Hit) string {
	words := p.found.words
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
func (d page) hit(h search.Hit, address string) fyne.CanvasObject {
	p := d.Look.Palette
	title, lang := d.titleOf(h)
	if title == h.Also {
		h.Also, h.Why = "", search.WhyName
	}
	kind := d.joined(dot, d.kindOf(h), d.under(h), d.Locale.Date(h.Date), d.why(h), d.otherLanguage(h.Lang))
	parts := []fyne.CanvasObject{
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, lang, title),
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Faint, Leading: 1.4}, kind),
	}
	if snippet := h.Snippet(); len(snippet) > 0 && d.Look.Text <= 1.25 && !(d.Look.Low && d.Look.Narrow) {
		parts = append(parts, d.snippet(h.Lang, snippet))
	}
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(4, parts...))
	return d.Look.Touchable(s, link(title+". "+kind, address), func() { d.Go(address) }, d.arrow(inner))
}

// hitLine is one result in a line, where a keyboard leaves room for no more.
func (d page) hitLine(h search.Hit, address string) fyne.CanvasObject {
	p := d.Look.Palette
	title, lang := d.titleOf(h)
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	name := d.Look.Named(ui.Type{Size: ui.Label, Serif: true, Ink: p.Ink, Leading: 1.2}, lang, title)
	kind := d.Look.Line(ui.Type{Size: ui.Caption, Ink: p.Faint, Leading: 1.2}, d.kindOf(h))
	inner := d.Look.Row(ui.Small, 0, name, kind)
	return d.Look.Touchable(s, link(title+". "+d.kindOf(h), address), func() { d.Go(address) }, d.arrow(inner))
}

// brief is how much was found, and what opens the choices that narrow it, where a low
// window has no room for them.
func (p *searchPage) brief() fyne.CanvasObject {
	d := p.d
	summary := d.Look.Words(d.label(), p.summary())
	if len(p.found.hits) < 2 {
		return summary
	}
	open := d.choice(d.Locale.Say("search.narrow"), false, func() { p.open = "kind"; p.fill() })
	return d.Look.Row(ui.Small, 0, summary, open)
}

// titleOf is what a result is called: people, places and bodies as their own
// pages call them, which may be in another script than the rest.
func (d page) titleOf(h search.Hit) (string, content.Lang) {
	r, err := route.Parse(h.Route)
	if err != nil {
		return h.Title, h.Lang
	}
	switch r.Kind {
	case route.Person:
		if p := d.Archive.Person(r.ID(0)); p != nil {
			return d.name(p.Words, p.Name, p.Names)
		}
	case route.Place:
		if p := d.Archive.Place(r.ID(0)); p != nil {
			return d.name(p.Words, p.Name, p.Names)
		}
	case route.Organisation:
		if o := d.Archive.Organisation(r.ID(0)); o != nil {
			return d.name(o.Words, o.Name, o.Names)
		}
	}
	return h.Title, h.Lang
}

// kindOf says what a result is. A charge that nobody has judged is not called a
// finding.
func (d page) kindOf(h search.Hit) string {
	if h.Kind == search.KindFinding {
		if r, err := route.Parse(h.Route); err == nil {
			if f := d.Archive.Case(r.ID(0)).Finding(r.Anchor); f != nil {
				return d.Locale.Say("standing." + string(d.Archive.Standing(f)))
			}
		}
	}
	return d.Locale.Say("type." + h.Kind)
}

// under is what holds a result, where the result is not called so itself.
func (d page) under(h search.Hit) string {
	if h.Under == "" || h.Under == h.Title {
		return ""
	}
	return "\u2068" + h.Under + "\u2069"
}

func (d page) why(h search.Hit) string {
	if h.Why == search.WhyNear {
		return d.Locale.SayWith("search.why.near", map[string]string{"name": "\u2068" + h.Also + "\u2069"})
	}
	if h.Why == search.WhyTopic || h.Why == search.WhyAvoided {
		return d.Locale.Say("search.why." + h.Why)
	}
	if h.Also != "" {
		return d.Locale.SayWith("search.why.alias", map[string]string{"name": "\u2068" + h.Also + "\u2069"})
	}
	return ""
}

func (d page) otherLanguage(lang content.Lang) string {
	if lang == "" || lang == d.Locale.Lang() {
		return ""
	}
	return "\u2068" + d.languageName(lang) + "\u2069"
}

func (d page) snippet(lang content.Lang, pieces []search.Mark) fyne.CanvasObject {
	var marks []text.Range
	var words strings.Builder
	at := 0
	for _, m := range pieces {
		n := len([]rune(m.Text))
		if m.Hit {
			marks = append(marks, text.Range{From: at, To: at + n})
		}
		at += n
		words.WriteString(m.Text)
	}
	return d.Look.Found(ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Soft}, lang, words.String(), marks)
}
