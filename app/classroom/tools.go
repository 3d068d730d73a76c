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
		word := p.Locale.Count("class.waiting", len(g.Waiting()), nil)
		out = append(out, p.Look.Button("", word, false, voice.Item{Role: voice.Button, Text: word}, func() { p.Go(Address(answersPart)) }))
	}
	return p.Look.Wrap(ui.Tiny, append(out, p.languageTools(), p.endTool())...)
}

// languageTools has the wall speak the next of its languages first, where the archive
// has more than one.
func (p page) languageTools() fyne.CanvasObject {
	word := p.Locale.Say("class.speak")
	for i, l := range p.Languages {
		if l.Lang() == p.class.given.Langs[0] {
			next := p.Languages[(i+1)%len(p.Languages)]
			word = p.Locale.SayWith("class.speaknext", map[string]string{"language": next.Name()})
			return p.Look.Button(ui.IconLanguage, word, false, voice.Item{Role: voice.Button, Text: word}, func() { p.class.Speak(next.Lang()) })
		}
	}
	return p.Look.Button(ui.IconLanguage, word, false, voice.Item{Role: voice.Button, Text: word}, func() { p.class.Speak(p.Locale.Lang()) })
}

// endTool ends the class, when it is asked twice.
func (p page) endTool() fyne.CanvasObject {
	if p.class.ending {
		return p.button(ui.IconClose, "class.endsure", true, p.class.End)
	}
	return p.button(ui.IconClose, "class.end", false, func() { p.class.ending = true; p.class.kiosk.Refresh() })
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
