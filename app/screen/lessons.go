package screen

import (
	"strings"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// lessons lists the prepared sessions.
func (d page) lessons() *Screen {
	title := d.Locale.Say("home.lessons")
	items := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}
	for _, l := range d.Archive.Lessons {
		w, lang := d.named(l.Words, l.ID)
		items = append(items, one(0, d.row(w.Title, lang, d.session(l), "lesson/"+l.ID)))
	}
	lead(items[1:], ui.Large)
	return d.column(title, items)
}

// session says for whom a lesson is and how long it takes.
func (d page) session(l *content.Lesson) string {
	return d.joined(dot, d.Locale.SayWith("lesson.ages", map[string]string{"ages": d.Locale.Digits(strings.ReplaceAll(l.Ages.String(), "-", "–"))}), d.Locale.Count("lesson.minutes", l.Minutes, nil))
}

// lesson is one session as learners may see it. What is written for the
// educator alone is not on a page that anybody can open.
func (d page) lesson(r route.Route) *Screen {
	l := d.Archive.Lesson(r.ID(0))
	if l == nil {
		return nil
	}
	w, lang := d.named(l.Words, l.ID)
	beside := []*ui.Anchored{
		one(0, d.Look.Named(d.heading(), lang, w.Title)),
		one(ui.Small, d.Look.Words(d.soft(), d.session(l))),
	}
	if w.Role != "" {
		beside = append(beside, one(ui.Tiny, d.Look.Named(d.caption(), lang, w.Role)))
	}
	if len(w.Text) > 0 {
		goals := d.small(w.Text, lang, ui.Caption, d.Look.Palette.Soft)
		lead(goals, ui.Tiny)
		beside = append(append(beside, one(ui.Large, d.say(d.label(), "lesson.goals"))), goals...)
	}
	beside = append(beside, below(ui.Mid, d.draft(wording{w, lang})...)...)
	beside = append(beside, d.otherCases("home.cases", l.Cases)...)
	var reading []*ui.Anchored
	for _, s := range l.Stops {
		reading = append(reading, d.stop(s)...)
	}
	reading = append(reading, d.titled(ui.Huge, l.Reflect)...)
	lead(reading, 0)
	return d.pages(w.Title, beside, reading)
}

func (d page) stop(s *content.Stop) []*ui.Anchored {
	w, lang := d.named(s.Words, s.ID)
	out := []*ui.Anchored{
		{Object: d.Look.Words(ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Accent}, d.Locale.Count("lesson.minutes", s.Minutes, nil)), Anchor: s.ID, Above: ui.Huge},
		one(0, d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.25}, lang, w.Title)),
	}
	text := d.reading(w.Text, lang)
	lead(text, ui.Tiny)
	out = append(out, text...)
	for _, q := range s.Questions {
		w, lang := d.named(q.Words, q.ID)
		out = append(out, one(ui.Mid, d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Ink}, lang, w.Title)))
	}
	before := d.small(w.Note, lang, ui.Label, d.Look.Palette.Soft)
	lead(before, ui.Small)
	out = append(out, before...)
	for i, address := range s.Routes {
		above := float32(0)
		if i == 0 {
			above = ui.Small
		}
		if sign := d.signpost(address); sign != nil {
			out = append(out, one(above, sign))
		}
	}
	return out
}
