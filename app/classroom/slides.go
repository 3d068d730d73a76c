package classroom

import (
	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// slide is one thing as the class sees it, in one language.
type slide struct {
	screen.Account
	over  string // what it is: a task, a question; may be empty
	large bool   // a question: larger letters, nothing beside it
}

// slides is what a plan shows: of each step its task, its pages, then its questions; at
// the end the lesson's closing question and where support is found. It is made from the
// archive and from the words for learners alone, never from an educator's.
type slides struct {
	class *Class
	plan  lesson.Plan
	langs []content.Lang
	size  fyne.Size // of the wall
	parts map[[2]int][]fitted
}

func newSlides(c *Class, p lesson.Plan, langs []content.Lang) *slides {
	return &slides{class: c, plan: p, langs: langs, size: usualWall, parts: map[[2]int][]fitted{}}
}

// usualWall is the size of a wall that has not been seen yet.
var usualWall = fyne.NewSize(1920, 1080)

// on sets the size of the wall, and forgets what another size had room for.
func (s *slides) on(size fyne.Size) {
	if size != s.size && size.Width > 0 && size.Height > 0 {
		s.size, s.parts = size, map[[2]int][]fitted{}
	}
}

// Items implements session.Deck.
func (s *slides) Items(step int) int {
	if step >= len(s.plan.Steps) {
		return 1
	}
	stop := s.plan.Steps[step].Stop
	return 1 + len(s.pages(stop)) + len(stop.Questions)
}

// Parts implements session.Deck: a slide in two languages has as many as the longer.
func (s *slides) Parts(step, item int) int {
	n := 1
	for _, x := range s.set(step, item) {
		n = max(n, len(x.parts))
	}
	return n
}

// set is a slide with its text in parts that the wall has room for, by language.
func (s *slides) set(step, item int) []fitted {
	key := [2]int{step, item}
	if known, ok := s.parts[key]; ok {
		return known
	}
	var out []fitted
	for i := range s.langs {
		d := s.view(i)
		out = append(out, s.frame(d).fit(s.slide(d, step, item)))
	}
	s.parts[key] = out
	return out
}

// view is what the wall shows one of its languages with.
func (s *slides) view(i int) screen.Deps {
	return s.class.kiosk.View(s.langs[i], s.size, s.text())
}

// pages are those of a stop that the archive has.
func (s *slides) pages(stop *content.Stop) []route.Route {
	var out []route.Route
	for _, address := range stop.Routes {
		if r, err := route.Parse(address); err == nil && lesson.Print(s.class.archive(), r) != "" {
			out = append(out, r)
		}
	}
	return out
}

// slide is what stands at a place of the plan, in one language.
func (s *slides) slide(d screen.Deps, step, item int) slide {
	if step >= len(s.plan.Steps) {
		return s.closing(d)
	}
	stop := s.plan.Steps[step].Stop
	pages := s.pages(stop)
	switch {
	case item <= 0:
		return s.task(d, stop)
	case item <= len(pages):
		account, _ := d.Account(pages[item-1])
		return slide{Account: account}
	default:
		i := min(item-1-len(pages), len(stop.Questions)-1)
		w, lang, marks := d.Wording(stop.Questions[i].Words)
		return slide{Account: screen.Account{Title: w.Title, Lang: lang, In: lang, Marks: marks}, over: d.Locale.Say("class.question"), large: true}
	}
}

// task is what the class does at a stop, what to know before it first.
func (s *slides) task(d screen.Deps, stop *content.Stop) slide {
	w, lang, marks := d.Wording(stop.Words)
	return slide{Account: screen.Account{Title: w.Title, Lang: lang, Text: append(w.Note[:len(w.Note):len(w.Note)], w.Text...), In: lang, Marks: marks}}
}

// closing is the last question, and where one finds support.
func (s *slides) closing(d screen.Deps) slide {
	w, lang, marks := d.Wording(s.plan.Lesson.Reflect)
	text := w.Text
	if support, in, _ := d.Wording(d.Archive.Support); in == lang {
		text = append(text[:len(text):len(text)], support.Text...)
	}
	return slide{Account: screen.Account{Title: w.Title, Lang: lang, Text: text, In: lang, Marks: marks}}
}

// text is how many times its size the wall sets text. At 1080 px the letters that are
// read are 56 px high, their capitals 40: a twenty-seventh of the picture's height, or
// 50 mm on a picture of 1.35 m, which at 8 m is 21 minutes of arc (ISO 9241-303 asks
// for 16 at least and prefers 20 to 22). Two languages side by side have four fifths.
func (s *slides) text() float32 {
	text := 2 * s.size.Height / usualWall.Height
	if s.size.Width < s.size.Height {
		text = 2 * s.size.Width / usualWall.Height
	}
	if len(s.langs) > 1 {
		text *= 0.8
	}
	return max(text, 1)
}

// frame is where things stand on the wall, px at 1x.
func (s *slides) frame(d screen.Deps) frame {
	margin := s.size.Width / 20
	f := frame{look: d.Look, margin: margin, width: s.size.Width - 2*margin, height: s.size.Height - margin - footHeight*d.Look.Text - margin/2, stands: s.size.Width < s.size.Height}
	if len(s.langs) > 1 {
		f.both = true
		if f.stands {
			f.height = (f.height - ui.Huge) / 2
		} else {
			f.width = (f.width - ui.Huge) / 2
		}
	}
	return f
}

// footHeight is the line at the foot of the wall, px at 1x text.
const footHeight = 32
