package classroom

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom/session"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
)

// present is the presenter view where the wall has a screen of its own, and else the
// wall, over which a touch shows what the educator can do.
func (p page) present() *screen.Screen {
	if p.class.kiosk.Walls() == 0 {
		return p.alone()
	}
	title := p.Locale.Say("class.present")
	column := p.Look.Scroll(p.now()...)
	notes := p.Look.Scroll(p.private()...)
	s := &screen.Screen{Title: title, Main: notes, Bare: true, First: func() { p.class.Act(Next) }}
	tools := p.Look.Pad(ui.Small, p.Look.Margin(), ui.Small, p.Look.Margin(), p.tools())
	if p.Look.Narrow {
		private := p.private()
		if len(private) > 0 {
			private[0].Above = ui.Huge
		}
		whole := p.Look.Scroll(append(p.now(), private...)...)
		s.Main, s.Body = whole, container.New(docked{}, p.Look.Page(whole), tools)
		return s
	}
	s.Body = container.New(docked{}, p.Look.Halves(column, notes), tools)
	return s
}

// alone is the wall on the kiosk's only screen.
func (p page) alone() *screen.Screen {
	stage := p.class.Stage()
	word := p.Locale.Say("class.controls")
	clear := ui.Surface{}
	touch := p.Look.Touchable(clear, voice.Item{Role: voice.Button, Text: word}, func() { p.class.show(true) }, ui.Gap(1))
	s := &screen.Screen{Title: p.Locale.Say("class.wall"), Bare: true, First: func() { p.class.Act(Next) }, Close: func() { p.class.show(true) }}
	if !p.class.tools {
		s.Body = container.NewStack(stage.Container, touch)
		return s
	}
	// The controls are of the kiosk's size, and hold no word that is for the educator alone.
	s.Close = func() { p.class.show(false) }
	away := p.Look.Touchable(clear, voice.Item{Role: voice.Button, Text: p.Locale.Say("class.nocontrols")}, func() { p.class.show(false) }, ui.Gap(1))
	rows := []fyne.CanvasObject{p.clocks(), p.tools()}
	if p.class.gone {
		rows = append([]fyne.CanvasObject{p.say(p.soft(), "class.nowall")}, rows...)
	}
	pad := p.Look.Pad(ui.Mid, p.Look.Margin(), ui.Mid, p.Look.Margin(), ui.Stack(ui.Small, rows...))
	// The wall stands above them, whole.
	s.Body = container.New(docked{}, container.NewStack(stage.Container, away), canvas.NewRectangle(p.Look.Palette.Raised), pad)
	return s
}

// show shows the controls over the wall, or puts them away.
func (c *Class) show(on bool) {
	c.tools = on
	c.kiosk.Refresh()
}

// now is what the wall shows, and what comes next.
func (p page) now() []*ui.Anchored {
	c := p.class
	out := []*ui.Anchored{one(0, p.clocks()), one(ui.Large, p.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Look.Palette.Accent}, p.state()))}
	if c.told != "" {
		out = append(out, one(ui.Small, p.say(p.soft(), c.told)))
	}
	if c.given.Shown && c.given.Mode == session.Leading {
		return append(append(out, p.letThrough()...), p.next()...)
	}
	return append(append(out, p.onWall()...), p.next()...)
}

// letThrough are the answers that the wall shows, in the wall's order.
func (p page) letThrough() []*ui.Anchored {
	var out []*ui.Anchored
	through := p.class.given.Through(p.class.given.At.Step)
	for _, a := range slices.Backward(through) {
		out = append(out, one(ui.Small, p.Look.Named(p.body(), p.Locale.Lang(), a.Text)))
	}
	return out
}

// onWall is the slide that the wall shows.
func (p page) onWall() []*ui.Anchored {
	c := p.class
	at := c.given.At
	x := c.slides.slide(p.Deps, at.Step, at.Item)
	out := []*ui.Anchored{one(ui.Tiny, p.Look.Named(p.heading(), x.Lang, x.Title))}
	if x.When != "" {
		out = append(out, one(ui.Tiny, p.Look.Words(p.soft(), x.When)))
	}
	parts := c.slides.set(at.Step, at.Item)[0].parts
	if c.given.Langs[0] != p.Locale.Lang() {
		parts = []content.Prose{unlinked(x.Text)} // the wall speaks another language than the educator
	}
	for i, b := range p.Look.Prose(parts[min(at.Part, len(parts)-1)], ui.Reading{Size: ui.Label, Ink: p.Look.Palette.Soft, Lang: x.In, OnLink: func(string) {}}) {
		b.Anchor, b.Above = "", ui.Tiny
		if i == 0 {
			b.Above = ui.Small
		}
		out = append(out, b)
	}
	return out
}

// state says what the wall is doing.
func (p page) state() string {
	g := p.class.given
	id := "class.onwall"
	switch {
	case g.Blank:
		id = "class.dark"
	case g.Mode == session.Exploring:
		id = "class.exploring"
	case g.Mode == session.Writing:
		id = "class.writing"
	case g.Shown:
		id = "class.said"
	}
	said := p.Locale.Say(id)
	if n := p.class.slides.Parts(g.At.Step, g.At.Item); n > 1 && id == "class.onwall" {
		said += "  ·  " + p.Locale.SayWith("class.place", map[string]string{"at": p.Locale.Number(float64(min(g.At.Part+1, n))), "of": p.Locale.Number(float64(n))})
	}
	return said
}

// next is what comes after what the wall shows.
func (p page) next() []*ui.Anchored {
	at, more := p.class.given.After()
	out := []*ui.Anchored{one(ui.Large, p.say(p.label(), "class.next"))}
	if !more {
		return append(out, one(0, p.say(p.soft(), "class.nothingmore")))
	}
	x := p.class.slides.slide(p.Deps, at.Step, at.Item)
	words := x.Title
	if at.Part > 0 {
		words = p.Locale.SayWith("class.goeson", map[string]string{"title": words})
	}
	return append(out, one(0, p.Look.Named(p.body(), x.Lang, words)))
}

// private are the educator's own words for the present stop: why it is there, notes, its
// questions; and where in the plan the class is.
func (p page) private() []*ui.Anchored {
	g := p.class.given
	var out []*ui.Anchored
	if g.At.Step < g.Closing() {
		stop := g.Plan.Steps[g.At.Step].Stop
		w, lang, _ := p.Wording(stop.Educator)
		out = append(out, p.texts("class.why", w.Text, lang)...)
		out = append(out, p.texts("class.notes", w.Note, lang)...)
		for i, q := range stop.Questions {
			if i == 0 {
				out = append(out, one(ui.Large, p.say(p.section(), "class.questions")))
			}
			w, lang, _ := p.Wording(q.Words)
			out = append(out, one(ui.Tiny, p.Look.Named(p.body(), lang, w.Title)))
		}
	}
	w, lang, _ := p.Wording(g.Plan.Lesson.Words)
	if g.At.Step == 0 || g.At.Step == g.Closing() {
		out = append(out, p.texts("class.lessonnote", w.Note, lang)...)
	}
	out = append(out, p.whole()...)
	out = append(out, p.left(g.Plan)...)
	if len(out) > 0 {
		out[0].Above = 0
	}
	return out
}

func (p page) texts(id string, text content.Prose, lang content.Lang) []*ui.Anchored {
	if len(text) == 0 {
		return nil
	}
	out := []*ui.Anchored{one(ui.Large, p.say(p.section(), id))}
	for i, b := range p.Look.Prose(text, ui.Reading{Size: ui.Label, Ink: p.Look.Palette.Ink, Lang: lang, Sans: true, OnLink: p.Explain}) {
		b.Anchor = ""
		if i == 0 {
			b.Above = ui.Tiny
		}
		out = append(out, b)
	}
	return out
}

// whole is the plan, each step a way to it, with the time it has and has had.
func (p page) whole() []*ui.Anchored {
	g := p.class.given
	out := []*ui.Anchored{one(ui.Large, p.say(p.section(), "class.plan"))}
	for i := range g.Closing() + 1 {
		name, planned := p.Locale.Say("class.closing"), ""
		if i < g.Closing() {
			w, _, _ := p.Wording(g.Plan.Steps[i].Stop.Words)
			name, planned = w.Title, p.Locale.Count("lesson.minutes", g.Plan.Steps[i].Minutes, nil)
		}
		if slices.Contains(g.Skipped, i) {
			planned += "  ·  " + p.Locale.Say("class.skipped")
		}
		if spent := g.Spent[i]; spent > 0 {
			planned += "  ·  " + p.Locale.SayWith("class.spent", map[string]string{"time": p.Locale.Digits(clockOf(int(spent / time.Second)))})
		}
		out = append(out, one(0, p.row(name, planned, i == g.At.Step, func() { p.class.Act(func(c *Class) { c.given.Turn(i) }) })))
	}
	return out
}

// clocks are the time of the stop and of the whole, which go on by themselves.
func (p page) clocks() fyne.CanvasObject {
	here, whole := container.NewStack(), container.NewStack()
	var shown [2]string
	show := func() {
		g := p.class.given
		if g == nil {
			return
		}
		spent, planned := g.Here()
		said := [2]string{p.clock(spent, planned), p.clock(g.Whole(), time.Duration(g.Minutes)*time.Minute)}
		if said == shown {
			return
		}
		shown = said
		big := ui.Type{Size: ui.Lead, Ink: p.Look.Palette.Ink, Leading: 1.2}
		ui.Swap(here, p.Look.Line(big, said[0]))
		ui.Swap(whole, p.Look.Line(big, said[1]))
	}
	show()
	p.class.clock = func() { show(); p.Changed() }
	stop := ui.Stack(0, p.say(p.label(), "class.thisstop"), here)
	all := ui.Stack(0, p.say(p.label(), "class.wholeclass"), whole)
	return p.Look.Columns(ui.Large, []float32{1, 1}, stop, all)
}

func (p page) clock(spent, planned time.Duration) string {
	said := p.Locale.Digits(clockOf(int(spent / time.Second)))
	if planned > 0 {
		said = p.Locale.SayWith("class.of", map[string]string{"spent": said, "planned": p.Locale.Digits(clockOf(int(planned / time.Second)))})
	}
	if p.class.given.Held {
		said += "  ·  " + p.Locale.Say("class.held")
	}
	return said
}
