package desk

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/builder"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/lesson"
)

func (p *page) caption() ui.Type { return ui.Type{Size: ui.Caption, Ink: p.Look.Palette.Soft} }
func (p *page) label() ui.Type   { return ui.Type{Size: ui.Caption, Ink: p.Look.Palette.Faint} }

func (p *page) button(icon ui.Icon, id string, primary bool, act func()) *ui.Touchable {
	word := p.say(id)
	return p.Look.Button(icon, word, primary, voice.Item{Role: voice.Button, Text: word}, act)
}

func item(above float32, o fyne.CanvasObject) *ui.Anchored {
	return &ui.Anchored{Object: o, Above: above}
}

// outlineItems is the lesson and its stops in their order.
func (p *page) outlineItems() []*ui.Anchored {
	l := p.draft.Lesson()
	planned, short := p.draft.Planned()
	sum := p.Locale.SayWith("builder.planned", map[string]string{"planned": p.number(planned), "whole": p.number(l.Minutes)})
	out := []*ui.Anchored{
		item(0, p.chosenRow(p.say("builder.whole"), p.Locale.Lang(), p.session(l), p.stop == whole, func() { p.choose(whole) })),
		item(ui.Mid, p.Look.Words(p.label(), sum)),
	}
	if l.Short > 0 {
		sum := p.Locale.SayWith("builder.plannedshort", map[string]string{"planned": p.number(short), "whole": p.number(l.Short)})
		out = append(out, item(2, p.Look.Words(p.label(), sum)))
	}
	var rows []fyne.CanvasObject
	for i, s := range l.Stops {
		title, lang := p.stopName(i)
		under := p.Locale.Count("lesson.minutes", s.Minutes, nil)
		if s.From > 0 {
			under += " · " + p.with("lesson.ages", "ages", p.number(s.From)+"+")
		}
		if slices.ContainsFunc(p.faults, func(f lesson.Found) bool { return f.Stop == i }) {
			under += " · " + p.say("builder.look")
		}
		rows = append(rows, p.chosenRow(title, lang, under, p.stop == i, func() { p.choose(i) }))
	}
	order := p.Look.Order(p.moveStop, rows...)
	out = append(out, item(ui.Tiny, order), item(ui.Small, p.stopTools(len(l.Stops))))
	if !p.wide() {
		out = append(out, p.warnings()...)
	}
	return out
}

// stopName is what a stop is called, by its number where it has no title.
func (p *page) stopName(i int) (string, content.Lang) {
	if title := p.draft.Text(builder.Spot{Part: builder.StopTitle, Stop: i}); title != "" {
		return title, p.draft.Lang()
	}
	return p.with("builder.stop", "number", p.number(i+1)), p.Locale.Lang()
}

// session says for whom the lesson is and how long it takes.
func (p *page) session(l *content.Lesson) string {
	minutes := p.Locale.Count("lesson.minutes", l.Minutes, nil)
	if l.Ages == (content.Ages{}) {
		return minutes
	}
	return p.with("lesson.ages", "ages", p.ages(l.Ages)) + " · " + minutes
}

// chosenRow is a row of which one is chosen.
func (p *page) chosenRow(title string, lang content.Lang, under string, chosen bool, act func()) fyne.CanvasObject {
	look := p.Look
	s := ui.Surface{Fill: look.Palette.Ground, Pressed: look.Palette.Pressed, Rule: look.Palette.Rule}
	t := ui.Type{Size: ui.Label, Serif: true, Ink: look.Palette.Ink, Leading: 1.25}
	if chosen {
		s.Fill, s.Thread = look.Palette.Raised, look.Palette.Accent
	}
	parts := []fyne.CanvasObject{look.Named(t, lang, title)}
	spoken := title
	if under != "" {
		parts = append(parts, look.Words(ui.Type{Size: ui.Caption, Ink: look.Palette.Faint, Leading: 1.3}, under))
		spoken += ". " + under
	}
	inner := look.Pad(ui.Tiny*1.5, ui.Tiny, ui.Tiny*1.5, ui.Small, ui.Stack(0, parts...))
	return look.Touchable(s, voice.Item{Role: voice.Button, Text: spoken}, act, inner)
}

// stopTools are what can be done with the chosen stop: all that dragging does, too.
func (p *page) stopTools(stops int) fyne.CanvasObject {
	tools := []fyne.CanvasObject{p.Look.Button(ui.IconPlus, p.say("builder.addstop"), false, voice.Item{Role: voice.Button, Text: p.say("builder.addstop")}, p.addStop)}
	if p.stop >= 0 && p.stop < stops {
		tools = append(tools,
			p.Look.Touch(ui.IconUp, p.say("builder.earlier"), func() { p.moveStop(p.stop, p.stop-1) }),
			p.Look.Touch(ui.IconDown, p.say("builder.later"), func() { p.moveStop(p.stop, p.stop+1) }),
			p.Look.Touch(ui.IconClose, p.say("builder.remove"), p.removeStop))
	}
	return p.Look.Wrap(ui.Tiny, tools...)
}

func (p *page) addStop() {
	after := p.stop
	if after == whole {
		after = len(p.draft.Lesson().Stops) - 1
	}
	if i := p.draft.AddStop(after); i >= 0 {
		p.changed()
		p.choose(i)
	}
}

// moveStop moves a stop; the chosen one stays chosen wherever it goes.
func (p *page) moveStop(from, to int) {
	if to < 0 || to >= len(p.draft.Lesson().Stops) {
		return
	}
	order := make([]int, len(p.draft.Lesson().Stops))
	for i := range order {
		order[i] = i
	}
	order = slices.Insert(slices.Delete(order, from, from+1), to, from)
	p.draft.MoveStop(from, to)
	if p.stop != whole {
		p.stop = slices.Index(order, p.stop)
	}
	p.refill(p.form, p.formItems)
	p.changed()
}

func (p *page) removeStop() {
	p.draft.RemoveStop(p.stop)
	p.stop, p.page = min(p.stop, len(p.draft.Lesson().Stops)-1), 0
	p.board(nil)
	p.form.Fill(p.formItems())
	p.changed()
}

// faultWords says what a teacher should look at again.
var faultWords = map[lesson.Fault]string{
	lesson.TooLong: "builder.fault.long", lesson.ShortTooLong: "builder.fault.short", lesson.NoLifeBefore: "builder.fault.before",
	lesson.EndsAtWorst: "builder.fault.worst", lesson.NoSource: "builder.fault.source", lesson.OverAge: "builder.fault.age",
	lesson.Nothing: "builder.fault.pages", lesson.Crowded: "builder.fault.crowded", builder.Untitled: "builder.fault.title",
}

// warnings is what to look at again, quietly, each where it is, and what has changed in
// the archive since the lesson was made.
func (p *page) warnings() []*ui.Anchored {
	out := []*ui.Anchored{item(ui.Large, p.Look.Words(p.label(), p.say("builder.look")))}
	faults, changes := p.faults, p.draft.Changes()
	if len(faults)+len(changes) == 0 {
		return append(out, item(ui.Tiny, p.Look.Words(p.caption(), p.say("builder.fine"))))
	}
	for _, f := range faults {
		where := p.say("builder.whole")
		if f.Stop >= 0 {
			where, _ = p.stopName(f.Stop)
		}
		out = append(out, item(0, p.warning(p.say(faultWords[f.Fault]), where, func() { p.choose(f.Stop) })))
	}
	if len(changes) > 0 {
		out = append(out, item(ui.Mid, p.Look.Words(p.label(), p.say("builder.changed"))))
	}
	for _, c := range changes {
		at := slices.IndexFunc(p.draft.Lesson().Stops, func(s *content.Stop) bool { return s.ID == c.Stop.ID })
		sign := p.sign(c.Route)
		where, _ := p.stopName(at)
		out = append(out, item(0, p.warning(sign.Title, where, func() { p.choose(at) })))
	}
	return out
}

func (p *page) warning(what, where string, act func()) fyne.CanvasObject {
	look := p.Look
	s := ui.Surface{Fill: look.Palette.Ground, Pressed: look.Palette.Pressed, Rule: look.Palette.Rule}
	inner := look.Pad(ui.Tiny, ui.Tiny, ui.Tiny, 0, ui.Stack(0, look.Words(p.caption(), what), look.Words(p.label(), where)))
	return look.Touchable(s, voice.Item{Role: voice.Button, Text: what + " " + where}, act, inner)
}

// sign is what a page is called; one that the archive does not have by its address.
func (p *page) sign(address string) screen.Sign {
	if s, ok := screen.SignOf(p.Deps, address); ok {
		return s
	}
	return screen.Sign{Title: address, Lang: "en", Under: p.say("builder.gone")}
}
