package classroom

import (
	"fyne.io/fyne/v2"

	"vigil/app/classroom/session"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// What the breaks of a text are made with.
var (
	Cut          = cut
	BreakBlock   = breakBlock
	SentenceEnds = sentenceEnds
	WordEnds     = wordEnds
)

// Give begins a plan with its content notes answered, as the page of the plan does.
func (c *Class) Give(p lesson.Plan, langs ...content.Lang) {
	c.choice = choice{langs: langs, answered: map[string]bool{}}
	for _, n := range p.Touches(c.archive()) {
		c.choice.answered[n.ID] = true
	}
	c.begin(p)
}

// Session is the class that is given, or nil.
func (c *Class) Session() *session.Session { return c.given }

// Write takes what a learner has typed.
func (c *Class) Write(words string) error { return c.write(words) }

// Lend hands the kiosk to the learners.
func (c *Class) Lend(m session.Mode) { c.give(m) }

// Words is what somebody has to read of one thing on the wall, and how it was dealt out.
type Words struct {
	At     session.At
	Lang   int
	Page   route.Route // of the archive; zero where it is the lesson's own
	Text   content.Prose
	Parts  []content.Prose
	Marks  []string
	Source string
	Figure func() fyne.CanvasObject
	Head   fyne.CanvasObject
}

// Dealt is everything that a class may see on a wall of a size, without its links.
func (c *Class) Dealt(size fyne.Size) []Words {
	c.slides.on(size)
	var out []Words
	for step := range c.given.Closing() + 1 {
		var pages []route.Route
		if step < c.given.Closing() {
			pages = c.slides.pages(c.given.Plan.Steps[step].Stop)
		}
		for item := range c.slides.Items(step) {
			for lang := range c.given.Langs {
				d := c.slides.view(lang)
				x := c.slides.slide(d, step, item)
				w := Words{At: session.At{Step: step, Item: item}, Lang: lang, Text: unlinked(x.Text), Parts: c.slides.set(step, item)[lang].parts, Marks: x.Marks, Source: x.Sources, Figure: c.slides.set(step, item)[lang].Figure}
				if item > 0 && item <= len(pages) {
					w.Page = pages[item-1]
				}
				out = append(out, w)
			}
		}
	}
	return out
}

// Parts is how many parts the thing at a place has.
func (c *Class) Parts(at session.At) int { return c.slides.Parts(at.Step, at.Item) }

// WallAt is the wall as it stands at a place, laid out, whatever the class shows.
func (c *Class) WallAt(at session.At, size fyne.Size) *fyne.Container {
	before := c.given.At
	c.given.At = at
	defer func() { c.given.At = before }()
	w := c.wall(size).(*fyne.Container)
	w.Resize(size)
	return w
}

// IsSlide reports whether a container is one slide.
func IsSlide(c *fyne.Container) bool {
	_, ok := c.Layout.(slideLayout)
	return ok
}

// Items is how many things a step has.
func (c *Class) Items(step int) int { return c.slides.Items(step) }
