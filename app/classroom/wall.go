package classroom

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom/session"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/content"
)

// Stage is a place where a wall is seen: a window of its own, or the kiosk's screen.
type Stage struct {
	*fyne.Container
	class *Class
	size  fyne.Size
}

// Stage makes a place for the wall, which shows itself as large as it is given.
func (c *Class) Stage() *Stage {
	s := &Stage{class: c}
	s.Container = container.New(stageLayout{s})
	return s
}

// Show shows the class as it now is.
func (s *Stage) Show() {
	if s.size.Width <= 0 || s.size.Height <= 0 {
		return
	}
	wall := s.class.wall(s.size)
	wall.Resize(s.size)
	ui.Swap(s.Container, wall)
}

type stageLayout struct{ stage *Stage }

// Layout makes the wall anew where its size has changed.
func (l stageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size != l.stage.size {
		l.stage.size = size
		l.stage.class.seen(size)
		l.stage.Show()
		return
	}
	for _, o := range objects {
		o.Resize(size)
	}
}

func (stageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// seen hears how large the wall is.
func (c *Class) seen(size fyne.Size) {
	if c.given == nil {
		return
	}
	c.slides.on(size)
	c.given.Show(c.slides)
}

// wall is what the class sees now.
func (c *Class) wall(size fyne.Size) fyne.CanvasObject {
	if c.given == nil || c.given.Blank {
		return c.dark()
	}
	c.slides.on(size)
	var columns []fyne.CanvasObject
	for i := range c.given.Langs {
		d := c.slides.view(i)
		columns = append(columns, c.column(d, c.slides.frame(d), i))
	}
	d := c.slides.view(0)
	f := c.slides.frame(d)
	body := columns[0]
	if len(columns) > 1 {
		body = container.New(sides{f, d.Look.RTL}, columns...)
	}
	return container.New(wallLayout{f}, c.dark(), body, c.foot(d))
}

func (c *Class) dark() fyne.CanvasObject {
	return canvas.NewRectangle(c.slides.view(0).Look.Palette.Ground)
}

// column is the wall in one of its languages.
func (c *Class) column(d screen.Deps, f frame, lang int) fyne.CanvasObject {
	at := c.given.At
	x := c.slides.slide(d, at.Step, at.Item)
	switch {
	case c.given.Mode != session.Leading:
		x = c.handed(d)
	case c.given.Shown:
		return c.answersOn(d, f)
	}
	parts := f.divide(x)
	if c.given.Mode == session.Leading {
		parts = c.slides.set(at.Step, at.Item)[lang]
	}
	return f.set(x, parts[min(at.Part, len(parts)-1)])
}

// handed is what the wall says while learners have the kiosk: the stop's task, or the
// question they write to.
func (c *Class) handed(d screen.Deps) slide {
	at := c.given.At
	x := c.slides.slide(d, at.Step, 0)
	if c.given.Mode == session.Exploring {
		x.over = d.Locale.Say("class.exploring")
		return x
	}
	if y := c.slides.slide(d, at.Step, at.Item); y.large {
		x = y
	}
	x.over, x.Text = d.Locale.Say("class.writing"), content.Line(d.Locale.Say("class.writinghow"))
	return x
}

// answersOn are the answers that the educator has let through, and no other.
func (c *Class) answersOn(d screen.Deps, f frame) fyne.CanvasObject {
	p := f.look.Palette
	x := slide{over: d.Locale.Say("class.said")}
	if y := c.slides.slide(d, c.given.At.Step, c.given.At.Item); y.large {
		x.Title, x.Lang = y.Title, y.Lang
	}
	parts := []fyne.CanvasObject{f.head(x), ui.Gap(ui.Mid)}
	height := ui.HeightAt(ui.Stack(0, parts...), f.width)
	through := c.given.Through(c.given.At.Step)
	for i := len(through) - 1; i >= 0; i-- {
		line := f.look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, d.Locale.Lang(), through[i].Text)
		if height += ui.HeightAt(line, f.width) + ui.Small; height > f.height {
			break
		}
		parts = append(parts, line, ui.Gap(ui.Small))
	}
	return ui.Stack(0, parts...)
}

// foot says quietly where in the lesson the class is.
func (c *Class) foot(d screen.Deps) fyne.CanvasObject {
	p := d.Look.Palette
	small := d.Look
	small.Text *= 0.72
	at := c.given.At
	name := d.Locale.Say("class.closing")
	if at.Step < c.given.Closing() {
		w, _, _ := d.Wording(c.given.Plan.Steps[at.Step].Stop.Words)
		name = w.Title
	}
	where := d.Locale.SayWith("class.place", map[string]string{"at": d.Locale.Number(float64(at.Step + 1)), "of": d.Locale.Number(float64(c.given.Closing() + 1))})
	line := small.Line(ui.Type{Size: ui.Caption, Ink: p.Faint, Leading: 1.3}, where+"  ·  \u2068"+name+"\u2069")
	return ui.Stack(ui.Tiny, c.progress(d), line)
}

// progress is the steps as strokes, the present and those before it in a stronger ink.
func (c *Class) progress(d screen.Deps) fyne.CanvasObject {
	var strokes []fyne.CanvasObject
	var parts []float32
	for i := range c.given.Closing() + 1 {
		ink := d.Look.Palette.Rule
		if i <= c.given.At.Step {
			ink = d.Look.Palette.Faint
		}
		stroke := canvas.NewRectangle(ink)
		stroke.SetMinSize(fyne.NewSize(8, 3))
		strokes, parts = append(strokes, stroke), append(parts, 1)
	}
	return d.Look.Columns(ui.Tiny, parts, strokes...)
}

// set is a slide with one part of its text.
func (f frame) set(x slide, part content.Prose) fyne.CanvasObject {
	head, tail := f.head(x), f.tail(x)
	if x.large {
		head = f.question(x)
	}
	text := f.text(part, x.In)
	if x.Figure == nil {
		return container.New(slideLayout{f, false}, head, text, tail)
	}
	figure := x.Figure()
	switch {
	case figure == nil, !f.beside(x):
		return container.New(slideLayout{f, false}, head, text, tail)
	case x.Order > 0:
		head = ui.Stack(ui.Small, f.look.Thread(f.look.Palette.Thread(x.Order)), head)
	}
	return container.New(slideLayout{f, true}, head, text, tail, figure)
}

// question is a question in large letters.
func (f frame) question(x slide) fyne.CanvasObject {
	p := f.look.Palette
	t := ui.Type{Size: ui.Display, Serif: true, Ink: p.Ink, Level: 1, Leading: 1.2}
	if f.both {
		t.Size = ui.Title
	}
	return ui.Stack(ui.Mid, f.look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent, Leading: 1.3}, x.over), f.look.Named(t, x.Lang, x.Title))
}
