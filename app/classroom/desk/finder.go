package desk

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/builder"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content/route"
	"vigil/content/search"
)

// mostHits is how many results are asked for.
const mostHits = 40

// finder is the archive's search beside a lesson.
type finder struct {
	p     *page
	body  *fyne.Container
	field *text.Field
	stop  context.CancelFunc // ends the search before this one
	hits  []search.Hit
}

func newFinder(p *page) finder {
	look := p.Look
	style := look.Style(ui.Type{Size: ui.Label, Ink: look.Palette.Ink})
	field := text.NewField(look.Setter, style, look.Palette.Faint, p.say("search.prompt"), look.Direction())
	field.SetText(p.words)
	field.OnChanged = func(words string) {
		p.words = words
		p.find.search()
	}
	field.OnKey = p.Key
	field.OnTapped = func() { p.board(field) }
	field.OnSubmitted = func(string) { p.board(nil) }
	field.OnFocused = field.OnTapped
	head := ui.Stack(0, look.Quiet(field))
	if p.wide() {
		head = ui.Stack(ui.Tiny/2, look.Words(p.label(), p.say("builder.find")), look.Quiet(field))
	}
	return finder{p: p, field: field, stop: func() {}, body: look.Below(head, p.found)}
}

// search looks for what stands in the field, unless more is typed meanwhile.
func (f *finder) search() {
	f.stop()
	p, words := f.p, f.p.words
	var ctx context.Context
	ctx, f.stop = context.WithCancel(p.ctx)
	if strings.TrimSpace(words) == "" || p.Finder == nil {
		f.show(nil)
		return
	}
	lang := p.Locale.Lang()
	p.Load(ctx, func(ctx context.Context) (func(), error) {
		q := search.Query{Words: words, Lang: lang, Limit: mostHits}
		if p.Period != nil {
			q.Period, q.Beside = p.Period(words, lang)
		}
		hits, err := p.Finder.Search(ctx, q)
		return func() { p.find.show(hits) }, err
	})
}

func (f *finder) show(hits []search.Hit) {
	// The passages of one part of an essay are one place to who looks for pages.
	seen := map[[3]string]bool{}
	f.hits = slices.DeleteFunc(hits, func(h search.Hit) bool {
		r, err := route.Parse(h.Route)
		place := [3]string{r.Page(), h.Kind, h.Title}
		again := seen[place]
		seen[place] = true
		return err != nil || again || !builder.Shown(f.p.Archive, r)
	})
	f.p.found.Fill(f.items())
	f.p.Changed()
}

// refill shows the same results where they stand.
func (f *finder) refill() { f.p.refill(f.p.found, f.items) }

func (f *finder) items() []*ui.Anchored {
	p := f.p
	var out []*ui.Anchored
	switch {
	case strings.TrimSpace(p.words) == "":
		if p.wide() {
			return nil
		}
		return []*ui.Anchored{item(0, p.Look.Words(p.caption(), p.say("builder.nopages")))}
	case len(f.hits) == 0:
		out = append(out, item(0, p.Look.Words(p.caption(), p.with("search.none", "query", p.words))))
	}
	if to, ok := f.to(); ok && len(f.hits) > 0 && !(p.Look.Low && p.typing()) {
		name, _ := p.stopName(to)
		out = append(out, item(0, p.Look.Words(p.label(), p.with("builder.addto", "stop", name))))
	}
	for _, h := range f.hits {
		out = append(out, item(0, f.hit(h)))
	}
	return out
}

// to is the stop that pages are added to: the one that is written, or the last.
func (f *finder) to() (int, bool) {
	n := len(f.p.draft.Lesson().Stops)
	if f.p.stop == whole {
		return n - 1, n > 0
	}
	return f.p.stop, f.p.stop < n
}

// hit is one result, which is added by a touch.
func (f *finder) hit(h search.Hit) fyne.CanvasObject {
	p, look := f.p, f.p.Look
	s := screen.SignOfHit(p.Deps, h)
	icon, word := ui.IconPlus, p.say("builder.add")
	if f.has(h.Route) {
		icon, word = ui.IconKept, p.say("builder.added")
	}
	parts := ui.Stack(2,
		look.Named(ui.Type{Size: ui.Label, Serif: true, Ink: look.Palette.Ink, Leading: 1.25}, s.Lang, s.Title),
		look.Words(ui.Type{Size: ui.Caption, Ink: look.Palette.Faint, Leading: 1.3}, s.Under))
	surface := ui.Surface{Fill: look.Palette.Ground, Pressed: look.Palette.Pressed, Rule: look.Palette.Rule}
	inner := look.Pad(ui.Tiny, ui.Tiny, ui.Tiny, 0, look.Row(ui.Small, 0, parts, look.Icon(icon, 28, look.Palette.Accent)))
	spoken := word + ": " + s.Title + ". " + s.Under
	return look.Touchable(surface, voice.Item{Role: voice.Button, Text: spoken, Action: h.Route}, func() { f.add(h.Route) }, inner)
}

// has reports whether the stop that pages are added to has this one.
func (f *finder) has(address string) bool {
	to, ok := f.to()
	r, err := route.Parse(address)
	r.Query = nil
	return ok && err == nil && slices.Contains(f.p.draft.Lesson().Stops[to].Routes, r.String())
}

// add puts a page into the stop.
func (f *finder) add(address string) {
	p := f.p
	to, ok := f.to()
	if !ok || !p.draft.AddPage(to, address) {
		return
	}
	if p.stop == to {
		p.page = len(p.draft.Lesson().Stops[to].Routes) - 1
		p.fillPages()
		p.form.Grown()
	}
	p.changed()
}
