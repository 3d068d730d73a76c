package desk

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/builder"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/lesson"
)

// form is the column of fields while it is made.
type form struct {
	*page
	items []*ui.Anchored
}

func (f *form) add(above float32, o fyne.CanvasObject) { f.items = append(f.items, item(above, o)) }

// formItems is what is written of the chosen stop, or of the lesson as a whole.
func (p *page) formItems() []*ui.Anchored {
	f := &form{page: p}
	if p.stop == whole {
		f.lesson()
	} else {
		f.stopFields(p.stop)
	}
	return f.items
}

func (f *form) lesson() {
	l := f.draft.Lesson()
	f.field("builder.name", builder.Spot{Part: builder.Title})
	f.field("builder.subject", builder.Spot{Part: builder.Subject})
	f.add(ui.Mid, f.Look.Words(f.label(), f.say("builder.ages")))
	f.add(ui.Tiny, f.bands(l.Ages))
	minutes := f.stepper("builder.minutes", func() int { return f.draft.Lesson().Minutes }, func(n int) { f.draft.SetMinutes(n) }, 5, 0)
	short := f.stepper("builder.short", func() int { return f.draft.Lesson().Short }, func(n int) {
		if n < lesson.Fewest && n > f.draft.Lesson().Short {
			n = lesson.Fewest
		}
		was := f.draft.Lesson().Short > 0
		f.draft.SetShort(n)
		if was != (f.draft.Lesson().Short > 0) {
			f.refill(f.outline, f.outlineItems)
		}
	}, 5, 0)
	f.pair(minutes, short)
	f.field("lesson.goals", builder.Spot{Part: builder.Goals})
	f.field("builder.reflection", builder.Spot{Part: builder.Reflection})
	f.field("builder.note", builder.Spot{Part: builder.Note})
	f.add(ui.Mid, f.Look.Words(f.label(), f.with("builder.language", "language", f.languageName(f.draft.Lang()))))
}

func (f *form) stopFields(i int) {
	stop := func() *content.Stop { return f.draft.Lesson().Stops[i] }
	spot := func(p builder.Part) builder.Spot { return builder.Spot{Part: p, Stop: i} }
	f.field("builder.name", spot(builder.StopTitle))
	minutes := f.stepper("builder.stopminutes", func() int { return stop().Minutes }, func(n int) { f.draft.SetStopMinutes(i, n) }, 1, 0)
	from := f.stepper("builder.from", func() int { return stop().From }, func(n int) {
		if stop().From == 0 && n > 0 {
			n = builder.Youngest
		}
		f.draft.SetFrom(i, n)
	}, 1, builder.Youngest)
	f.pair(minutes, from)
	if f.draft.Lesson().Short > 0 {
		f.add(ui.Small, f.stepper("builder.stopshort", func() int { return stop().Short }, func(n int) { f.draft.SetStopShort(i, n) }, 1, 0))
	}
	f.field("builder.task", spot(builder.Task))
	f.add(ui.Large, f.Look.Words(f.label(), f.say("builder.pages")))
	f.listed, f.asked = ui.Stack(0), ui.Stack(ui.Small)
	f.fillPages()
	f.add(ui.Tiny, f.listed)
	f.add(ui.Large, f.Look.Words(f.label(), f.say("builder.questions")))
	f.fillQuestions()
	f.add(ui.Tiny, f.asked)
	f.field("builder.before", spot(builder.Before))
	f.field("builder.why", spot(builder.Why))
	f.field("builder.notes", spot(builder.Private))
}

// pair sets two things side by side where there is room.
func (f *form) pair(a, b fyne.CanvasObject) {
	if f.Look.Text > 1.25 || f.Look.Portrait && f.Size.Width < 900 {
		f.add(ui.Mid, a)
		f.add(ui.Small, b)
		return
	}
	f.add(ui.Mid, f.Look.Columns(ui.Large, []float32{1, 1}, a, b))
}

// field is a part in words: its name, and where it is written.
func (f *form) field(id string, at builder.Spot) {
	above := ui.Mid
	if len(f.items) == 0 {
		above = 0
	}
	f.add(above, ui.Stack(ui.Tiny/2, f.Look.Words(f.label(), f.say(id)), f.write(at, len(f.items), f.form)))
}

// write is where a part is written: it is shown above the keyboard, and kept as it is
// typed. It stands as the i-th thing in a column.
func (p *page) write(at builder.Spot, i int, in *ui.Scroll) fyne.CanvasObject {
	look := p.Look
	style := look.Style(ui.Type{Size: ui.Label, Ink: look.Palette.Ink})
	hint := p.say("builder.write")
	changed := func(words string) {
		p.draft.Type(at, words)
		p.wrote(at.Part)
	}
	if at.Part.Line() {
		field := text.NewField(look.Setter, style, look.Palette.Faint, hint, look.Direction())
		field.SetText(p.draft.Text(at))
		field.OnChanged, field.OnKey = changed, p.Key
		field.OnSubmitted = func(string) { p.board(nil) }
		field.OnTapped = func() { p.writeInto(field, i, in) }
		field.OnFocused = field.OnTapped
		return look.Quiet(field)
	}
	area := text.NewArea(look.Setter, style, look.Palette.Faint, hint, look.Direction())
	area.Most, area.Lines = builder.MostText, 2
	area.SetText(p.draft.Text(at))
	area.OnChanged, area.OnKey = changed, p.Key
	area.OnTapped = func() { p.writeInto(area, i, in) }
	area.OnFocused = area.OnTapped
	area.OnGrown = in.Grown
	return look.Quiet(look.Pad(ui.Tiny*1.5, 0, ui.Tiny*1.5, 0, area))
}

// writeInto brings the keyboard, above which what is written can be seen.
func (p *page) writeInto(field typed, i int, in *ui.Scroll) {
	if p.into == field {
		return
	}
	p.board(field)
	in.Bring(i)
}

// stepWidth is the most that a number and what changes it take, px at 1x.
const stepWidth = 340

// stepper is a number with less and more beside it. Under least, where that is not
// nought, the number means that nothing is asked.
func (p *page) stepper(id string, value func() int, set func(int), by, least int) fyne.CanvasObject {
	look, name := p.Look, p.say(id)
	shown := ui.Stack(0)
	show := func() {
		words := p.number(value())
		if value() == 0 {
			words = p.say("builder.none")
		} else if least > 0 {
			words += "+"
		}
		ui.Swap(shown, ui.Centre(look.Line(ui.Type{Size: ui.Body, Ink: look.Palette.Ink, Leading: 1.3}, words)))
	}
	step := func(by int) func() {
		return func() {
			set(value() + by)
			p.draft.Rest()
			show()
			ui.Rearrange(shown)
			p.changed()
		}
	}
	show()
	less := look.Touch(ui.IconMinus, name+": "+p.say("builder.less"), step(-by))
	more := look.Touch(ui.IconPlus, name+": "+p.say("builder.more"), step(by))
	return ui.Stack(ui.Tiny/2, look.Words(p.label(), name), look.Within(stepWidth*look.Text, look.Row(ui.Tiny, 1, less, shown, more)))
}

// bands choose for whom the lesson is.
func (p *page) bands(now content.Ages) fyne.CanvasObject {
	all := lesson.Bands
	if now != (content.Ages{}) && now != all[0] && now != all[1] && now != all[2] {
		all = append([]content.Ages{now}, all...)
	}
	var out []fyne.CanvasObject
	for _, ages := range all {
		out = append(out, p.choice(p.ages(ages), ages == now, func() {
			p.draft.SetAges(ages)
			p.refill(p.form, p.formItems)
			p.changed()
		}))
	}
	return p.Look.Wrap(ui.Small, out...)
}

// ages writes a range of ages in the language's digits.
func (p *page) ages(a content.Ages) string {
	return p.Locale.Digits(strings.ReplaceAll(a.String(), "-", "–"))
}

func (p *page) languageName(lang content.Lang) string {
	for _, l := range p.Languages {
		if l.Lang() == lang {
			return l.Name()
		}
	}
	return string(lang)
}

// fillPages shows the pages of the stop, in their order.
func (p *page) fillPages() {
	routes := p.draft.Lesson().Stops[p.stop].Routes
	if len(routes) == 0 {
		ui.Swap(p.listed, p.Look.Words(p.caption(), p.say("builder.nopages")))
		return
	}
	p.page = min(max(p.page, 0), len(routes)-1)
	var rows []fyne.CanvasObject
	for i, address := range routes {
		s := p.sign(address)
		rows = append(rows, p.chosenRow(s.Title, s.Lang, s.Under, i == p.page, func() {
			p.page = i
			p.pagesChanged()
		}))
	}
	tools := p.Look.Row(ui.Tiny, -1,
		p.Look.Touch(ui.IconUp, p.say("builder.earlier"), func() { p.movePage(p.page, p.page-1) }),
		p.Look.Touch(ui.IconDown, p.say("builder.later"), func() { p.movePage(p.page, p.page+1) }),
		p.Look.Touch(ui.IconClose, p.say("builder.remove"), p.removePage))
	ui.Swap(p.listed, ui.Stack(ui.Tiny, p.Look.Order(p.movePage, rows...), tools))
}

func (p *page) movePage(from, to int) {
	if to < 0 || to >= len(p.draft.Lesson().Stops[p.stop].Routes) {
		return
	}
	p.draft.MovePage(p.stop, from, to)
	p.page = to
	p.pagesChanged()
	p.changed()
}

func (p *page) removePage() {
	p.draft.RemovePage(p.stop, p.page)
	p.pagesChanged()
	p.changed()
}

func (p *page) pagesChanged() {
	p.fillPages()
	p.form.Grown()
	p.Changed()
}

// fillQuestions shows what is to be talked about.
func (p *page) fillQuestions() {
	var out []fyne.CanvasObject
	for j := range p.draft.Lesson().Stops[p.stop].Questions {
		at := builder.Spot{Part: builder.Question, Stop: p.stop, Question: j}
		number := p.with("builder.question", "number", p.number(j+1))
		remove := p.Look.Touch(ui.IconClose, p.say("builder.remove")+": "+number, func() {
			p.draft.RemoveQuestion(p.stop, j)
			p.board(nil)
			p.questionsChanged()
		})
		out = append(out, p.Look.Row(ui.Tiny, 0, p.write(at, p.askedAt(), p.form), remove))
	}
	word := p.say("builder.addquestion")
	add := p.Look.Button(ui.IconPlus, word, false, voice.Item{Role: voice.Button, Text: word}, func() {
		p.draft.AddQuestion(p.stop)
		p.questionsChanged()
	})
	ui.Swap(p.asked, append(out, p.Look.Row(0, -1, add))...)
}

// askedAt is where in the column the questions stand.
func (p *page) askedAt() int {
	if p.draft.Lesson().Short > 0 {
		return 7
	}
	return 6
}

func (p *page) questionsChanged() {
	p.fillQuestions()
	p.form.Grown()
	p.changed()
}
