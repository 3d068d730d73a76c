package classroom

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/lesson"
)

// choose is where a class begins: which lesson, for whom, for how long, in which
// languages.
func (p page) choose() *screen.Screen {
	c := p.class
	c.choose(p.Locale.Lang())
	title := p.Locale.Say("class.title")
	head := []*ui.Anchored{one(0, p.Look.Words(p.heading(), title))}
	if p.lesson() != nil {
		head = append(head, one(ui.Mid, p.Look.Row(0, -1, p.button(ui.IconNext, "class.toplan", true, func() { p.Go(Address(planPart)) }))))
	} else {
		head = append(head, one(ui.Small, p.say(p.soft(), "class.lead")))
	}
	if c.Damaged() != "" || c.told == "class.damaged" {
		head = append(head, one(ui.Small, p.say(p.body(), "class.damaged")))
	}
	options := []*ui.Anchored{
		one(ui.Mid, p.say(p.label(), "class.ages")), one(0, p.ages()),
		one(ui.Mid, p.say(p.label(), "class.minutes")), one(0, p.minutes()),
		one(ui.Mid, p.say(p.label(), "class.languages")), one(0, p.languages()),
		one(ui.Mid, p.Look.Row(0, -1, p.button("", "class.build", false, func() { p.Go(Address(buildPart)) }))),
	}
	lessons := p.lessons()
	if p.Look.Narrow {
		// Which lesson comes before how it is given.
		return p.pages(title, append(head, lessons...), options)
	}
	return p.pages(title, append(head, options...), lessons)
}

// lessons are those of the archive and, once they have been read, those of this kiosk.
func (p page) lessons() []*ui.Anchored {
	own := p.class.own
	if !own.read {
		p.Load(context.Background(), func(ctx context.Context) (func(), error) {
			lessons, refused := own.load(ctx, p.Archive)
			return func() {
				if own.use(lessons, refused); len(lessons) > 0 || refused > 0 {
					p.class.kiosk.Refresh()
				}
			}, nil
		})
	}
	var out []*ui.Anchored
	add := func(l *content.Lesson) {
		w, _, _ := p.Wording(l.Words)
		out = append(out, one(0, p.row(w.Title, p.under(l), l.ID == p.class.choice.lesson, func() { p.take(l) })))
	}
	for _, l := range p.Archive.Lessons {
		add(l)
	}
	if len(own.lessons) > 0 {
		out = append(out, one(ui.Large, p.say(p.section(), "class.own")))
	}
	for _, l := range own.lessons {
		add(l)
	}
	if own.refused > 0 {
		out = append(out, one(ui.Mid, p.Look.Words(p.soft(), p.Locale.Count("class.refused", own.refused, nil))))
	}
	return out
}

// choose begins a choice where there is none, with what most classes are given.
func (c *Class) choose(lang content.Lang) {
	if c.choice.langs == nil {
		c.choice = choice{langs: []content.Lang{lang}, ages: lesson.Bands[1], minutes: usualMinutes, answered: map[string]bool{}}
	}
}

// usualMinutes is what is offered first.
const usualMinutes = 45

// take chooses a lesson.
func (p page) take(l *content.Lesson) {
	c := p.class
	if c.choice.lesson != l.ID {
		c.choice.lesson, c.choice.answered = l.ID, map[string]bool{}
	}
	p.again()
}

// again shows the same page with what has been chosen.
func (p page) again() { p.class.kiosk.Refresh() }

// lesson is the one that was chosen, or nil.
func (p page) lesson() *content.Lesson { return p.class.lesson(p.class.choice.lesson) }

// under says for whom a lesson is, how long it takes, and that it is made for others
// than the class.
func (p page) under(l *content.Lesson) string {
	parts := []string{p.agesSaid(l.Ages), p.Locale.Count("lesson.minutes", l.Minutes, nil)}
	if l.Short > 0 {
		parts = append(parts, p.Locale.SayWith("class.short", map[string]string{"minutes": p.Locale.Count("lesson.minutes", l.Short, nil)}))
	}
	if !l.Ages.Meets(p.class.choice.ages) {
		parts = append(parts, p.Locale.Say("class.otherages"))
	}
	return strings.Join(parts, "  ·  ")
}

func (p page) agesSaid(a content.Ages) string {
	return p.Locale.SayWith("lesson.ages", map[string]string{"ages": p.Locale.Digits(strings.ReplaceAll(a.String(), "-", "–"))})
}

func (p page) ages() fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, band := range lesson.Bands {
		chips = append(chips, p.chip(p.agesSaid(band), band == p.class.choice.ages, func() {
			p.class.choice.ages, p.class.choice.answered = band, map[string]bool{}
			p.again()
		}))
	}
	return p.Look.Wrap(0, chips...)
}

// minuteSteps are how long classes usually have.
var minuteSteps = []int{20, 40, 45, 60, 90}

func (p page) minutes() fyne.CanvasObject {
	by := func(n int) func() {
		return func() {
			p.class.choice.minutes = min(max(p.class.choice.minutes+n, lesson.Fewest), lesson.Most)
			p.again()
		}
	}
	var chips []fyne.CanvasObject
	for _, n := range minuteSteps {
		chips = append(chips, p.chip(p.Locale.Digits(number(n)), n == p.class.choice.minutes, func() { p.class.choice.minutes = n; p.again() }))
	}
	exact := p.Look.Row(ui.Small, -1,
		p.Look.Touch(ui.IconMinus, p.Locale.Say("class.less"), by(-5)),
		p.Look.Line(p.body(), p.Locale.Count("lesson.minutes", p.class.choice.minutes, nil)),
		p.Look.Touch(ui.IconPlus, p.Locale.Say("class.more"), by(5)))
	return ui.Stack(ui.Tiny, exact, p.Look.Wrap(0, chips...))
}

// languages are one or two: the first that is chosen stands first, and the one chosen
// before the last gives way to a third.
func (p page) languages() fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, l := range p.Languages {
		lang := l.Lang()
		at := slices.Index(p.class.choice.langs, lang)
		word := l.Name()
		if at >= 0 && len(p.class.choice.langs) > 1 {
			word = p.Locale.Digits(number(at+1)) + "  " + word
		}
		chips = append(chips, p.chip(word, at >= 0, func() { p.speak(lang) }))
	}
	return p.Look.Wrap(0, chips...)
}

func (p page) speak(lang content.Lang) {
	langs := p.class.choice.langs
	switch at := slices.Index(langs, lang); {
	case at >= 0 && len(langs) > 1:
		langs = slices.Delete(slices.Clone(langs), at, at+1)
	case at >= 0:
	case len(langs) < 2:
		langs = append(slices.Clone(langs), lang)
	default:
		langs = []content.Lang{langs[0], lang}
	}
	p.class.choice.langs = langs
	p.again()
}
