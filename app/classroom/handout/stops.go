package handout

import (
	"unicode/utf8"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/content"
	"vigil/content/lesson"
)

// How many lines there are to write on: under a question, and under a task that has
// none.
const (
	underQuestion = 3
	underTask     = 4
)

// stops is the steps of the plan, each on one page where it fits on one.
func (m *maker) stops() {
	begins := 0
	for i, s := range m.Plan.Steps {
		out := m.task(i, s, begins)
		begins += s.Minutes
		for _, q := range s.Stop.Questions {
			out = append(out, m.question(q)...)
		}
		if len(s.Stop.Questions) == 0 && m.Sheet == Learner {
			out[len(out)-1].Next = true
			out = append(out, m.writing(underTask))
		}
		if m.Sheet == Educator {
			out = append(out, m.forEducator(s.Stop)...)
		}
		m.sheet.Keep(out...)
	}
}

// task is what a stop is called, how long it takes, what is done and what is looked at.
func (m *maker) task(i int, s lesson.Step, begins int) []sheet.Band {
	out := m.bands(row{above: section, rule: true, next: true, label: func(t *tongue) sheet.Block {
		if m.Sheet == Educator {
			return m.own(t, sheet.Numeral, t.label, t.joined(t.number(i+1), t.clock(begins)))
		}
		return m.own(t, sheet.Numeral, t.label, t.number(i+1))
	}, lines: func(t *tongue) []line {
		w, lang := t.titled(s.Stop.Words, s.Stop.ID)
		return []line{m.titledLine(t, sheet.Heading, w.Title, lang)}
	}})
	out = append(out, m.bands(row{above: near, label: func(t *tongue) sheet.Block {
		return m.own(t, sheet.Quiet, t.label, t.Count("lesson.minutes", s.Minutes, nil))
	}, lines: func(t *tongue) []line {
		w, lang := t.words(s.Stop.Words)
		text := m.prose(t, w.Text, lang, sheet.Reading)
		if len(text) == 0 {
			text = []line{{0, m.own(t, sheet.Reading, t.body, "\u00a0")}}
		}
		return text
	}})...)
	return append(out, m.pages(s.Stop)...)
}

// pages is what a stop looks at, by the names under which the kiosk has it.
func (m *maker) pages(s *content.Stop) []sheet.Band {
	return m.bands(row{above: parted, label: m.labelled(sheet.Small, "handout.look"), lines: func(t *tongue) []line {
		var out []line
		for _, r := range routes(s) {
			p, ok := m.look(t, r)
			if !ok {
				continue
			}
			spans := t.called(sheet.Close, p.name, p.lang)
			if p.under != "" {
				spans = append(spans, sheet.Quiet.Span("\u2003"+t.part(whole(p.under))))
			}
			item := sheet.Close.As(paper.ListItem)
			spans = append(spans, m.cite(t, p.sources, p.verified)...)
			out = append(out, line{1, m.sheet.Spans(item, t.body, string(t.lang), spans...)})
		}
		return out
	}})
}

// longestWhole is how long a few words are, letters, that stay on one line, such as a
// date.
const longestWhole = 32

func whole(s string) string {
	if utf8.RuneCountInString(s) > longestWhole {
		return s
	}
	return unbroken(s)
}

func (m *maker) question(q *content.Question) []sheet.Band {
	out := m.bands(row{above: parted, lines: func(t *tongue) []line {
		w, lang := t.titled(q.Words, q.ID)
		asked := sheet.Reading.Slanted()
		return []line{m.titledLine(t, asked, w.Title, lang)}
	}})
	if m.Sheet == Learner && len(out) > 0 {
		out[len(out)-1].Next = true
		out = append(out, m.writing(underQuestion))
	}
	return out
}

// ends is the plan's clock at the end.
func (m *maker) ends() int {
	all := 0
	for _, s := range m.Plan.Steps {
		all += s.Minutes
	}
	return all
}
