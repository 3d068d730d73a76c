package handout

import (
	"strings"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
)

// head is what the sheet is: for whom, of what, and what must be said of its words.
func (m *maker) head() {
	l := m.Plan.Lesson
	wide := func(above float32, next bool, words func(t *tongue) sheet.Block) {
		b := sheet.Band{Above: above, Next: next}
		for _, t := range m.tongues {
			if block := words(t); block != nil {
				b.Blocks = append(b.Blocks, block)
			}
		}
		if len(b.Blocks) > 0 {
			m.sheet.Add(b)
		}
	}
	wide(0, true, func(t *tongue) sheet.Block {
		w, _ := t.titled(m.Archive.Words, m.Archive.ID)
		return m.own(t, sheet.Quiet, t.whole, t.joined(w.Title, t.Say("handout."+string(m.Sheet))))
	})
	title := sheet.Title
	if m.both() {
		title.Size = 18
	}
	wide(10, true, func(t *tongue) sheet.Block {
		w, lang := t.titled(l.Words, l.ID)
		if t.elsewhere(lang) {
			return m.own(t, sheet.Faded.Slanted(), t.whole, t.instead(lang))
		}
		return m.sheet.Spans(title, t.whole, string(lang), append([]typeset.Span{title.Span(w.Title)}, t.foreign(lang)...)...)
	})
	wide(6, false, func(t *tongue) sheet.Block {
		w, _ := t.words(l.Words)
		return m.own(t, sheet.Quiet, t.whole, t.joined(t.ages(m.Plan.Ages), t.Count("lesson.minutes", m.Plan.Minutes, nil), w.Role))
	})
	if m.Sheet == Educator {
		wide(near, false, func(t *tongue) sheet.Block {
			private := sheet.Quiet
			private.Bold = true
			return m.own(t, private, t.whole, t.Say("handout.private"))
		})
	}
	for i := range 4 {
		wide(near, false, func(t *tongue) sheet.Block {
			if marks := m.said[t.Locale]; i < len(marks) {
				return m.own(t, sheet.Faded.Slanted(), t.whole, marks[i])
			}
			return nil
		})
	}
}

// notes is what one should know before the lesson: the content notes of all that it
// shows, before anything else.
func (m *maker) notes() {
	notes := m.Plan.Touches(m.Archive)
	for i, n := range notes {
		above, label := apart+near, (func(*tongue) sheet.Block)(nil)
		if i == 0 {
			above, label = section, m.labelled(sheet.Label, "note.before")
		}
		m.sheet.Add(m.bands(row{above: above, rule: i == 0, label: label, lines: func(t *tongue) []line {
			w, lang := t.words(n.Words)
			text := w.Text
			if len(w.Note) > 0 {
				text = w.Note
			}
			var numbers []int
			for _, s := range n.Stops {
				numbers = append(numbers, s+1)
			}
			after := sheet.Faded.Span("\u2002" + unbroken(t.SayWith("handout.at", map[string]string{"numbers": t.runs(numbers)})))
			return m.prose(t, text, lang, sheet.Reading, after)
		}})...)
	}
}

// unbroken is words that stay on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// goals is what learners take away.
func (m *maker) goals() {
	m.sheet.Keep(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, "lesson.goals"), lines: func(t *tongue) []line {
		w, lang := t.words(m.Plan.Lesson.Words)
		return m.prose(t, w.Text, lang, sheet.Reading)
	}})...)
}

// reflection is the question at the end, with room to write.
func (m *maker) reflection() {
	reflect := m.Plan.Lesson.Reflect
	if len(reflect) == 0 {
		return
	}
	out := m.bands(row{above: section, rule: true, label: func(t *tongue) sheet.Block {
		w, lang := t.words(reflect)
		if w.Title == "" || t.elsewhere(lang) {
			return nil
		}
		return m.sheet.Words(sheet.Label, t.label, string(lang), w.Title)
	}, lines: func(t *tongue) []line {
		w, lang := t.words(reflect)
		return m.prose(t, w.Text, lang, sheet.Reading)
	}})
	if m.Sheet == Learner && len(out) > 0 {
		out[len(out)-1].Next = true
		out = append(out, m.writing(6))
	}
	m.sheet.Keep(out...)
}

// writing is lines to write on, under what is asked.
func (m *maker) writing(lines int) sheet.Band {
	in := m.tongues[0].body
	if m.both() {
		in = m.sheet.Whole()
	}
	return sheet.Band{Above: near, Blocks: []sheet.Block{sheet.Writing(in, lines)}}
}

// glossary is the terms of the stops, and what they mean.
func (m *maker) glossary() {
	terms := m.told.terms
	for i, term := range terms {
		above, rule, label := parted, false, (func(*tongue) sheet.Block)(nil)
		if i == 0 {
			above, rule, label = section, true, m.labelled(sheet.Label, "home.glossary")
		}
		m.sheet.Keep(m.bands(row{above: above, rule: rule, label: label, lines: func(t *tongue) []line {
			w, lang := t.titled(term.Words, term.ID)
			out := []line{m.titledLine(t, sheet.Strong.As(paper.Heading3), w.Title, lang, m.cite(t, term.Sources, term.Verified)...)}
			if t.elsewhere(lang) {
				return out
			}
			text := m.reading(t, w.Text, lang, sheet.Close)
			if len(text) > 0 {
				text[0].above = 0
			}
			return append(out, text...)
		}})...)
	}
}

// people is those whom the stops name: those it happened to first.
func (m *maker) people() {
	for i, p := range m.told.people {
		above, rule, label := apart, false, (func(*tongue) sheet.Block)(nil)
		if i == 0 {
			above, rule, label = section, true, m.labelled(sheet.Label, "people.title")
		}
		m.sheet.Keep(m.bands(row{above: above, rule: rule, label: label, lines: func(t *tongue) []line {
			name, lang := t.name(p.Words, p.Name, p.Names)
			out := []line{{0, m.sheet.Spans(sheet.Reading, t.body, string(lang), append([]typeset.Span{sheet.Reading.Span(name)}, m.cite(t, p.Sources, p.Verified)...)...)}}
			w, in := t.words(p.Words)
			if w.Role == "" || t.elsewhere(in) {
				return out
			}
			return append(out, line{0, m.sheet.Spans(sheet.Quiet, t.body, string(in), append([]typeset.Span{sheet.Quiet.Span(w.Role)}, t.foreign(in)...)...)})
		}})...)
	}
}
