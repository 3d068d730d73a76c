package classroom

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/lesson"
)

func number(n int) string { return strconv.Itoa(n) }

// plan is what a class would be given, and what it would touch: each content note is
// answered before anything is shown.
func (p page) plan() *screen.Screen {
	l := p.lesson()
	if l == nil {
		return p.choose()
	}
	c := p.class
	plan := lesson.For(l, c.choice.ages, c.choice.minutes)
	notes := plan.Touches(p.Archive)
	w, lang, marks := p.Wording(l.Words)
	beside := []*ui.Anchored{
		one(0, p.Look.Named(p.heading(), lang, w.Title)),
		one(ui.Small, p.Look.Words(p.soft(), p.agesSaid(plan.Ages)+"  ·  "+p.Locale.Count("lesson.minutes", plan.Minutes, nil))),
	}
	for _, m := range marks {
		beside = append(beside, one(ui.Tiny, p.Look.Words(p.label(), m)))
	}
	reading := p.touched(plan, notes)
	if p.Look.Narrow {
		reading = append(reading, p.ready(plan, notes)...)
	} else {
		beside = append(beside, p.ready(plan, notes)...)
	}
	reading = append(reading, p.steps(plan)...)
	reading = append(reading, p.left(plan)...)
	reading = append(reading, p.overtaken(l)...)
	return p.pages(w.Title, beside, reading)
}

// ready is the way to begin, or what is still to be answered before.
func (p page) ready(plan lesson.Plan, notes []lesson.Note) []*ui.Anchored {
	open := 0
	for _, n := range notes {
		if !p.class.choice.answered[n.ID] {
			open++
		}
	}
	var out []*ui.Anchored
	switch {
	case len(plan.Steps) == 0:
		out = append(out, one(ui.Large, p.say(p.soft(), "class.nosteps")))
	case open > 0:
		out = append(out, one(ui.Large, p.Look.Words(p.soft(), p.Locale.Count("class.open", open, nil))))
	default:
		out = append(out, one(ui.Large, p.Look.Row(0, -1, p.button(ui.IconNext, "class.begin", true, func() { p.class.begin(plan) }))))
	}
	screens := "class.onescreen"
	if p.class.kiosk.Walls() > 0 {
		screens = "class.twoscreens"
	}
	return append(out, one(ui.Mid, p.say(p.soft(), screens)),
		one(ui.Mid, p.Look.Row(0, -1, p.button("", "class.sheets", false, func() { p.Go(Address(sheetsPart)) }))))
}

// touched lists what to know before, each to be answered.
func (p page) touched(plan lesson.Plan, notes []lesson.Note) []*ui.Anchored {
	if len(notes) == 0 {
		return []*ui.Anchored{one(0, p.say(p.section(), "class.touches")), one(ui.Small, p.say(p.soft(), "class.touchesnothing"))}
	}
	out := []*ui.Anchored{one(0, p.say(p.section(), "class.touches")), one(ui.Small, p.say(p.soft(), "class.touchesask"))}
	for _, n := range notes {
		out = append(out, one(0, p.note(plan, n)))
	}
	return out
}

func (p page) note(plan lesson.Plan, n lesson.Note) fyne.CanvasObject {
	k, answered := p.Look.Palette, p.class.choice.answered
	w, lang, _ := p.Wording(n.Words)
	text := w.Text
	if !strings.HasPrefix(n.ID, "caution/") {
		text = w.Note
	}
	var at []string
	for _, i := range n.Stops {
		s, _, _ := p.Wording(plan.Steps[i].Stop.Words)
		at = append(at, s.Title)
	}
	parts := []fyne.CanvasObject{
		p.Look.Named(p.body(), lang, w.Title),
		p.Look.Named(ui.Type{Size: ui.Label, Ink: k.Soft, Leading: 1.45}, lang, strings.Join(strings.Fields(text.Plain()), " ")),
		p.Look.Words(p.label(), p.Locale.SayWith("class.before", map[string]string{"stops": p.Locale.List(at)})),
	}
	word := p.Locale.Say("class.answer")
	if answered[n.ID] {
		word = p.Locale.Say("class.answered")
	}
	parts = append(parts, ui.Gap(ui.Tiny), p.Look.Line(ui.Type{Size: ui.Label, Ink: k.Accent, Leading: 1.3}, word))
	s := ui.Surface{Fill: k.Ground, Pressed: k.Pressed, Rule: k.Rule}
	item := voice.Item{Role: voice.Button, Text: w.Title + ". " + text.Plain() + ". " + word}
	act := func() { answered[n.ID] = !answered[n.ID]; p.class.kiosk.Refresh() }
	return p.Look.Touchable(s, item, act, p.Look.Pad(ui.Small, ui.Small, ui.Small, 0, p.Look.Row(ui.Small, 1, p.Look.Tick(k.Accent, answered[n.ID]), ui.Stack(4, parts...))))
}

// steps lists the stops with their minutes and when each begins.
func (p page) steps(plan lesson.Plan) []*ui.Anchored {
	out := []*ui.Anchored{one(ui.Huge, p.say(p.section(), "class.plan"))}
	begin := 0
	for _, s := range plan.Steps {
		w, lang, _ := p.Wording(s.Stop.Words)
		when := p.Look.Line(ui.Type{Size: ui.Label, Ink: p.Look.Palette.Accent, Leading: 1.3}, p.Locale.Digits(clockOf(begin*60)))
		words := ui.Stack(2, p.Look.Named(p.body(), lang, w.Title), p.Look.Words(p.label(), p.Locale.Count("lesson.minutes", s.Minutes, nil)))
		out = append(out, one(ui.Small, p.Look.Columns(ui.Mid, []float32{1, 8}, when, words)))
		note, lang, _ := p.Wording(s.Stop.Educator)
		for _, b := range p.Look.Prose(append(note.Text[:len(note.Text):len(note.Text)], note.Note...), ui.Reading{Size: ui.Caption, Ink: p.Look.Palette.Soft, Lang: lang, Sans: true, OnLink: func(string) {}}) {
			out = append(out, one(ui.Tiny, p.Look.Columns(ui.Mid, []float32{1, 8}, ui.Gap(1), b.Object)))
		}
		begin += s.Minutes
	}
	return out
}

// clockOf is so many seconds as a clock shows them.
func clockOf(seconds int) string {
	sign := ""
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	rest := strconv.Itoa(100 + seconds%60)[1:]
	return sign + strconv.Itoa(seconds/60) + ":" + rest
}

// left lists the stops that are left out, and why.
func (p page) left(plan lesson.Plan) []*ui.Anchored {
	var out []*ui.Anchored
	for _, l := range plan.Left {
		if len(out) == 0 {
			out = append(out, one(ui.Huge, p.say(p.section(), "class.leftout")))
		}
		w, lang, _ := p.Wording(l.Stop.Words)
		out = append(out, one(ui.Small, ui.Stack(2, p.Look.Named(p.body(), lang, w.Title), p.say(p.label(), "class.left."+string(l.Why)))))
	}
	return out
}

// overtaken says what has changed in the archive since the lesson was made.
func (p page) overtaken(l *content.Lesson) []*ui.Anchored {
	var out []*ui.Anchored
	for _, c := range lesson.Changed(p.Archive, l) {
		if len(out) == 0 {
			out = append(out, one(ui.Huge, p.Look.Words(p.section(), p.Locale.SayWith("class.changed", map[string]string{"version": l.MadeOn}))))
		}
		sign := p.Signpost(c.Route)
		if sign == nil {
			sign = p.Look.Words(p.soft(), p.Locale.SayWith("class.gone", map[string]string{"route": c.Route}))
		}
		out = append(out, one(0, sign))
	}
	return out
}
