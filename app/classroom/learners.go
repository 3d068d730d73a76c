package classroom

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom/session"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/keyboard"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content/route"
)

// explore is where learners begin to look around: the lesson's stops and the pages of
// each, and the way to search among them.
func (p page) explore() *screen.Screen {
	c := p.class
	title := p.Locale.Say("class.exploretitle")
	w, lang, _ := p.Wording(c.given.Plan.Lesson.Words)
	beside := []*ui.Anchored{
		one(0, p.Look.Words(p.heading(), title)),
		one(ui.Small, p.Look.Named(p.soft(), lang, w.Title)),
		one(ui.Mid, p.say(p.soft(), "class.exploreonly")),
		one(ui.Mid, p.Look.Row(0, -1, p.button(ui.IconSearch, "nav.search", false, func() { p.Go(string(route.Search)) }))),
	}
	var reading []*ui.Anchored
	for i, pages := range c.set.Stops {
		w, lang, _ := p.Wording(c.given.Plan.Steps[i].Stop.Words)
		at := p.section()
		if i == c.given.At.Step {
			at.Ink = p.Look.Palette.Accent
		}
		var rows []*ui.Anchored
		for _, address := range pages {
			if sign := p.Signpost(address); sign != nil {
				rows = append(rows, one(0, sign))
			}
		}
		if len(rows) > 0 {
			reading = append(append(reading, one(ui.Large, p.Look.Named(at, lang, w.Title))), rows...)
		}
	}
	if len(reading) > 0 {
		reading[0].Above = 0
	}
	return p.pages(title, beside, reading)
}

// writing is where learners write a short answer to the present stop's question. It
// waits for the educator, and nobody is asked for a name.
func (p page) writing() *screen.Screen {
	c := p.class
	x := c.asked(p.Deps, c.given.At.Step)
	look := p.Look
	hint := p.Locale.Say("class.writehint")
	field := text.NewField(look.Setter, look.Style(ui.Type{Size: ui.Body, Serif: true, Ink: look.Palette.Ink}), look.Palette.Faint, hint, look.Direction())
	said := container.NewStack()
	say := func(words string) { ui.Swap(said, look.Words(p.soft(), words)) }
	anonymous := "class.anonymous"
	if c.kiosk.Walls() == 0 {
		anonymous = "class.anonymoushere" // whoever looks at the only screen sees what is typed
	}
	say(p.Locale.Say(anonymous))
	send := func() {
		switch err := c.write(field.Text()); {
		case err == nil:
			field.SetText("")
			field.Focus()
			say(p.Locale.Say("class.thanks"))
		case errors.Is(err, session.ErrFull):
			say(p.Locale.Say("class.full"))
		default:
			say(p.Locale.Say("class.empty"))
		}
		p.Changed()
	}
	field.OnSubmitted = func(string) { send() }
	field.OnKey = p.Key
	words := keyboard.Words{Space: p.Locale.Say("keyboard.space"), Delete: p.Locale.Say("keyboard.delete"), Done: p.Locale.Say("class.send"), Script: p.Locale.Say("keyboard.script"), Capitals: p.Locale.Say("keyboard.shift"), Signs: p.Locale.Say("keyboard.symbols")}
	press := func(do func()) { do(); field.Focus() }
	keys := keyboard.New(look, words, keyboard.Keys{
		Letter: func(r rune) { press(func() { field.TypedRune(r) }) },
		Delete: func() { press(func() { field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) }) },
		Done:   send,
	}, p.Archive.Keyboards[p.Locale.Lang()])
	head := p.heading()
	if look.Low || look.Text > 1 {
		head.Size = ui.Lead
	}
	parts := []fyne.CanvasObject{look.Named(head, x.Lang, x.Title)}
	if !x.large && len(x.Text) > 0 { // the closing's question is its text
		parts = append(parts, look.Named(p.body(), x.In, x.Text[0].Plain()))
	}
	upper := ui.Stack(ui.Small, append(parts, look.Box(field), said)...)
	column := look.Scroll(one(0, upper))
	return &screen.Screen{Title: x.Title, Body: container.New(docked{}, look.Page(column), look.Pad(ui.Tiny, look.Margin(), ui.Tiny, look.Margin(), keys)), Main: column, Focus: field}
}

// answers is where the educator reads what has been written and lets it through, one by
// one, or not.
func (p page) answers() *screen.Screen {
	c := p.class
	title := p.Locale.Say("class.answers")
	beside := []*ui.Anchored{
		one(0, p.Look.Words(p.heading(), title)), one(ui.Small, p.say(p.soft(), "class.answerslead")),
		one(ui.Large, p.Look.Row(0, -1, p.button(ui.IconBack, "class.return", true, func() { c.reading = false; p.Go(Address(presentPart)) }))),
	}
	if c.kiosk.Walls() == 0 && !c.reading {
		// The wall and this screen are one: what nobody has let through must not be seen by chance.
		read := p.button("", "class.readhere", false, func() { c.reading = true; c.kiosk.Refresh() })
		return bare(p.pages(title, beside, []*ui.Anchored{one(0, p.say(p.body(), "class.onlyscreen")), one(ui.Mid, p.Look.Row(0, -1, read))}))
	}
	share := "class.share"
	if c.given.Shown {
		share = "class.unshare"
	}
	beside = append(beside, one(ui.Small, p.Look.Row(0, -1, p.button("", share, false, func() { c.Act(Share) }))))
	var list []*ui.Anchored
	list = append(list, p.answerList("class.waitinghead", c.given.Waiting(), "class.pass", true)...)
	list = append(list, p.answerList("class.throughhead", c.given.Passed(), "class.takeback", false)...)
	if len(list) == 0 {
		list = append(list, one(0, p.say(p.soft(), "class.noanswers")))
	}
	list[0].Above = 0
	return bare(p.pages(title, beside, list))
}

// bare gives a page the whole screen: while a class is given no control of a visitor's
// leads anywhere.
func bare(s *screen.Screen) *screen.Screen {
	s.Bare = true
	return s
}

func (p page) answerList(head string, answers []session.Answer, word string, pass bool) []*ui.Anchored {
	var out []*ui.Anchored
	for _, a := range answers {
		if len(out) == 0 {
			out = append(out, one(ui.Huge, p.say(p.section(), head)))
		}
		do := func(do func(*session.Session)) func() { return func() { p.class.Act(func(c *Class) { do(c.given) }) } }
		out = append(out,
			one(ui.Mid, p.Look.Named(p.body(), p.Locale.Lang(), a.Text)),
			one(ui.Tiny, p.Look.Wrap(ui.Tiny,
				p.about("", word, a, do(func(s *session.Session) { s.Pass(a.ID, pass) })),
				p.about(ui.IconErase, "class.drop", a, do(func(s *session.Session) { s.Drop(a.ID) })))))
	}
	return out
}

// about is a control of one answer, which speech names: there are as many alike as there
// are answers.
func (p page) about(icon ui.Icon, id string, a session.Answer, act func()) *ui.Touchable {
	word := p.Locale.Say(id)
	return p.Look.Button(icon, word, false, voice.Item{Role: voice.Button, Text: word + ": " + a.Text}, act)
}
