package desk

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/builder"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

// mostProblems is how many mistakes of a lesson are told.
const mostProblems = 4

// shelves are the places where lessons are kept, this kiosk first.
func (k *Desk) shelves() []builder.Shelf {
	out := []builder.Shelf{k.cfg.Kiosk}
	if k.cfg.Sticks != nil {
		out = append(out, k.cfg.Sticks()...)
	}
	return out
}

// placeName is what a shelf is called.
func (p *page) placeName(on builder.Shelf) string {
	if on.Name() == "" {
		return p.say("builder.here")
	}
	return p.with("builder.stick", "name", on.Name())
}

func (p *page) titled(id string) []*ui.Anchored {
	t := ui.Type{Size: ui.Title, Serif: true, Ink: p.Look.Palette.Ink, Level: 1, Leading: 1.2}
	return []*ui.Anchored{item(0, p.Look.Words(t, p.say(id)))}
}

// openingPage is what can be begun with: nothing, the draft, a copy of a lesson of the
// archive, and what stands on this kiosk and on sticks.
func (p *page) openingPage() {
	out := p.titled("builder.title")
	if p.damaged {
		out = append(out, item(ui.Small, p.Look.Words(p.caption(), p.say("builder.damaged"))))
	}
	begin := []fyne.CanvasObject{p.button(ui.IconPlus, "builder.new", p.draft == nil, func() {
		p.open(builder.New(p.Archive, p.Locale.Lang()))
	})}
	if p.draft != nil {
		begin = append(begin, p.button("", "builder.resume", true, func() { p.show(working) }))
	}
	out = append(out, item(ui.Mid, p.Look.Wrap(ui.Small, begin...)))
	if p.draft != nil {
		out = append(out, item(ui.Small, p.Look.Words(p.caption(), p.say("builder.replaced"))))
	}
	places := p.shelves()
	lists := make([]*fyne.Container, len(places))
	for i, on := range places {
		lists[i] = ui.Stack(0, p.Look.Words(p.caption(), p.say("builder.reading")))
		out = append(out, item(ui.Large, p.Look.Words(p.label(), p.placeName(on))), item(ui.Tiny, lists[i]))
	}
	if len(places) == 1 {
		out = append(out, item(ui.Mid, p.Look.Words(p.caption(), p.say("builder.nosticks"))))
	}
	out = append(out, item(ui.Large, p.Look.Words(p.label(), p.say("builder.copies"))))
	for _, l := range p.Archive.Lessons {
		out = append(out, item(0, p.lessonRow(l, func() { p.open(builder.Copy(p.Archive, l, p.Locale.Lang())) })))
	}
	p.column(out)
	for i, on := range places {
		p.read(on, lists[i])
	}
}

// lessonRow is a lesson that can be opened.
func (p *page) lessonRow(l *content.Lesson, open func()) fyne.CanvasObject {
	wanted := append([]content.Lang{p.Locale.Lang(), p.Archive.Original}, p.Archive.Languages...)
	w, lang := l.Words.In(wanted...)
	if w.Title == "" {
		w.Title, lang = l.ID, "en"
	}
	return p.chosenRow(w.Title, lang, p.session(l), false, open)
}

// open puts a draft on the desk.
func (p *page) open(d *builder.Draft) {
	p.use(d)
	p.keep(p.Load, func() {})
	p.cfg.Again()
}

// read shows what stands on a shelf, once it has been read and checked.
func (p *page) read(on builder.Shelf, list *fyne.Container) {
	archive := p.Archive
	p.Load(p.ctx, func(ctx context.Context) (func(), error) {
		f, err := on.Read(ctx)
		if err != nil {
			slog.Warn("read the lessons of a shelf", "err", err)
			return func() { p.fillShelf(list, p.Look.Words(p.caption(), p.say("builder.notread"))) }, nil
		}
		problems := check.Lessons(ctx, f, archive).Problems
		return func() { p.fillShelf(list, p.shelfRows(on, f, problems)...) }, nil
	})
}

func (p *page) fillShelf(list *fyne.Container, rows ...fyne.CanvasObject) {
	ui.Swap(list, rows...)
	p.s.Main.Grown()
	p.Changed()
}

func (p *page) shelfRows(on builder.Shelf, f *authoring.Folder, problems []authoring.Problem) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range f.Archive.Lessons {
		rows = append(rows, p.lessonRow(l, func() { p.open(builder.Open(p.Archive, l, p.Locale.Lang(), on)) }))
	}
	if len(rows) == 0 {
		rows = append(rows, p.Look.Words(p.caption(), p.say("builder.nolessons")))
	}
	return append(rows, p.mistakes(problems)...)
}

// mistakes tells what cannot stand in the lessons of a shelf: how many, and the first,
// each with its place and its mend, in the words of the check.
func (p *page) mistakes(problems []authoring.Problem) []fyne.CanvasObject {
	problems = slices.DeleteFunc(slices.Clone(problems), func(q authoring.Problem) bool { return q.Severity != authoring.Error })
	if len(problems) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{p.Look.Pad(ui.Small, 0, 0, 0, p.Look.Words(p.caption(), p.with("builder.mistakes", "count", p.number(len(problems)))))}
	for _, q := range problems[:min(len(problems), mostProblems)] {
		rows = append(rows, p.Look.Named(p.label(), "en", q.String()))
	}
	return rows
}

// savingPage is where the lesson can be saved to.
func (p *page) savingPage() {
	out := p.titled("builder.save")
	switch {
	case p.failed != "":
		out = append(out, item(ui.Small, p.Look.Words(p.message(), p.say(p.failed))))
	case p.saved != "":
		out = append(out, item(ui.Small, p.Look.Words(p.message(), p.Locale.SayWith("builder.saved", map[string]string{"id": p.saved, "place": p.on}))))
	}
	p.failed, p.saved = "", ""
	if id := p.made; id != "" && p.cfg.Give != nil {
		out = append(out, item(ui.Small, p.Look.Row(0, -1, p.button(ui.IconNext, "class.toplan", true, func() { p.Go(p.cfg.Give(id)) }))))
	}
	out = append(out, item(ui.Large, p.Look.Words(p.label(), p.say("builder.saveto"))))
	places := p.shelves()
	for i, on := range places {
		above := float32(0)
		if i == 0 {
			above = ui.Tiny
		}
		out = append(out, item(above, p.chosenRow(p.placeName(on), p.Locale.Lang(), "", false, func() { p.saveOn(on) })))
	}
	if len(places) == 1 {
		out = append(out, item(ui.Mid, p.Look.Words(p.caption(), p.say("builder.nosticks"))))
	}
	out = append(out, item(ui.Large, p.Look.Row(0, -1, p.button("", "builder.back", false, func() { p.show(working) }))))
	p.faults = p.draft.Faults()
	out = append(out, p.warnings()...)
	p.column(out)
}

func (p *page) message() ui.Type {
	return ui.Type{Size: ui.Label, Ink: p.Look.Palette.Ink}
}

// saveOn saves the lesson. What is saved need not be kept as a draft.
func (p *page) saveOn(on builder.Shelf) {
	ready, err := p.draft.Ready(builder.Defaults{
		Stop:    func(n int) string { return p.with("builder.stop", "number", p.number(n)) },
		Reflect: p.say("builder.reflection"),
	})
	if err != nil {
		p.savedOn(on, builder.Saved{}, err)
		return
	}
	p.Load(p.ctx, func(ctx context.Context) (func(), error) {
		saved, err := ready.Save(ctx, on)
		return func() { p.savedOn(on, saved, err) }, nil
	})
}

func (p *page) savedOn(on builder.Shelf, saved builder.Saved, err error) {
	switch {
	case errors.Is(err, builder.ErrUntitled):
		p.failed = "builder.needstitle"
	case err != nil:
		slog.Warn("save a lesson", "err", err)
		p.failed = "builder.notsaved"
	default:
		p.draft.Settle(saved)
		p.saved, p.on = saved.ID, p.placeName(on)
		if on.Name() == p.cfg.Kiosk.Name() {
			p.made = saved.ID
		}
		if err := p.cfg.Store.Forget(); err != nil {
			slog.Error("forget the draft of a lesson", "err", err)
		}
		if p.cfg.Saved != nil {
			p.cfg.Saved(on, saved.ID)
		}
	}
	p.cfg.Again()
}
