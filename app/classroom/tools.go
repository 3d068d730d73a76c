package classroom

import (
	"fyne.io/fyne/v2"

	"vigil/app/classroom/session"
	"vigil/app/ui"
	"vigil/app/voice"
)

// tools is what an educator can do with the class, the next step first.
func (p page) tools() fyne.CanvasObject {
	c := p.class
	g := c.given
	if c.tongues {
		return p.tongues()
	}
	act := func(do Do) func() { return func() { c.Act(do) } }
	hold, blank := "class.hold", "class.blank"
	if g.Held {
		hold = "class.goon"
	}
	if g.Blank {
		blank = "class.light"
	}
	out := []fyne.CanvasObject{p.button(ui.IconBack, "class.back", false, act(Back)), p.button(ui.IconNext, "class.forth", true, act(Next))}
	if g.Mode != session.Leading {
		out = []fyne.CanvasObject{p.button("", "class.call", true, act(Call))}
	}
	out = append(out,
		p.button("", "class.skip", false, act(Skip)),
		p.button("", hold, false, act(Hold)),
		p.button("", blank, false, act(Blank)),
		p.button("", "class.explore", false, func() { c.give(session.Exploring) }),
		p.button("", "class.write", false, func() { c.give(session.Writing) }))
	if len(g.Answers) > 0 {
		word := p.Locale.Say("class.answers")
		if n := len(g.Waiting()); n > 0 {
			word = p.Locale.Count("class.waiting", n, nil)
		}
		out = append(out, p.Look.Button("", word, false, voice.Item{Role: voice.Button, Text: word}, func() { p.Go(Address(answersPart)) }))
	}
	return p.Look.Wrap(ui.Tiny, append(out, p.languageTool(), p.endTool())...)
}

// languageTool leads to the choice of the wall's language.
func (p page) languageTool() fyne.CanvasObject {
	return p.button(ui.IconLanguage, "class.speak", false, func() { p.class.tongues = true; p.class.kiosk.Refresh() })
}

// tongues are the languages that the wall could speak first, in place of all other
// controls: the class sees none but the one that is chosen.
func (p page) tongues() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range p.Languages {
		if l.Lang() == p.class.given.Langs[0] {
			continue
		}
		word := p.Locale.SayWith("class.speaknext", map[string]string{"language": l.Name()})
		out = append(out, p.Look.Button("", word, false, voice.Item{Role: voice.Button, Text: word}, func() { p.class.Speak(l.Lang()) }))
	}
	back := p.button(ui.IconBack, "class.return", true, func() { p.class.tongues = false; p.class.kiosk.Refresh() })
	return p.Look.Wrap(ui.Tiny, append(out, back)...)
}

// endTool ends the class, when it is asked twice.
func (p page) endTool() fyne.CanvasObject {
	if !p.class.ending.IsZero() {
		return p.button(ui.IconClose, "class.endsure", true, p.class.End)
	}
	return p.button(ui.IconClose, "class.end", false, func() { p.class.ending = p.class.now(); p.class.kiosk.Refresh() })
}

// docked sets a thing above the controls, which take the height they need, with a ground
// beneath them where there is one between.
type docked struct{}

func (docked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := ui.HeightAt(objects[len(objects)-1], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-h)))
	for _, o := range objects[1:] {
		o.Move(fyne.NewPos(0, size.Height-h))
		o.Resize(fyne.NewSize(size.Width, h))
	}
}

func (docked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }
