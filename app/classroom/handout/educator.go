package handout

import (
	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// What is on the educator's sheet alone. Nothing outside of this file reads what is
// written for the educator.

// advice is how the lesson is spoken of, as whoever wrote it has noted.
func (m *maker) advice() {
	m.sheet.Add(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, "handout.wording"), lines: func(t *tongue) []line {
		w, lang := t.words(m.Plan.Lesson.Words)
		return m.prose(t, w.Note, lang, sheet.Reading)
	}})...)
}

// changes is which pages are not as they were when the lesson was made.
func (m *maker) changes() {
	changed := lesson.Changed(m.Archive, m.Plan.Lesson)
	if len(changed) == 0 {
		return
	}
	m.sheet.Keep(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, "handout.changed"), lines: func(t *tongue) []line {
		var out []line
		for _, c := range changed {
			out = append(out, line{near, m.change(t, c)})
		}
		return out
	}})...)
}

func (m *maker) change(t *tongue, c lesson.Change) sheet.Block {
	item := sheet.Reading.As(paper.ListItem)
	spans := []typeset.Span{item.Span(c.Route)}
	if r, err := route.Parse(c.Route); err == nil {
		if p, ok := m.look(t, r); ok {
			spans = t.called(item, p.name, p.lang)
		}
	}
	what := t.Say("handout.change.words")
	if c.Gone {
		what = t.Say("handout.change.gone")
	}
	return m.sheet.Hung(item, t.body, string(t.lang), "", step, append(spans, sheet.Quiet.Span("\u2003"+what))...)
}

// forEducator is why there is a stop, and what its author has noted for the educator.
func (m *maker) forEducator(s *content.Stop) []sheet.Band {
	out := m.bands(row{above: parted, label: m.labelled(sheet.Small, "handout.content"), lines: func(t *tongue) []line {
		w, lang := t.words(s.Words)
		return m.prose(t, w.Note, lang, sheet.Close)
	}})
	out = append(out, m.bands(row{above: parted, label: m.labelled(sheet.Small, "handout.why"), lines: func(t *tongue) []line {
		w, lang := t.words(s.Educator)
		return m.prose(t, w.Text, lang, sheet.Close)
	}})...)
	return append(out, m.bands(row{above: parted, label: m.labelled(sheet.Small, "handout.notes"), lines: func(t *tongue) []line {
		w, lang := t.words(s.Educator)
		return m.prose(t, w.Note, lang, sheet.Close)
	}})...)
}

// left is what this session leaves out, and why; before it stands when the session
// ends.
func (m *maker) left() {
	m.sheet.Add(m.bands(row{above: section, rule: true, label: func(t *tongue) sheet.Block {
		return m.own(t, sheet.Numeral, t.label, t.clock(m.ends()))
	}, lines: func(t *tongue) []line {
		return []line{{0, m.own(t, sheet.Reading, t.body, t.Say("handout.ends"))}}
	}})...)
	m.sheet.Keep(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, "handout.left"), lines: func(t *tongue) []line {
		var out []line
		for _, l := range m.Plan.Left {
			w, lang := t.titled(l.Stop.Words, l.Stop.ID)
			why := t.Say("handout.reason.time")
			if l.Why == lesson.TooEarly {
				why = t.SayWith("handout.reason.age", map[string]string{"age": t.number(l.Stop.From)})
			}
			item := sheet.Reading.As(paper.ListItem)
			spans := t.called(item, w.Title, lang)
			out = append(out, line{near, m.sheet.Hung(item, t.body, string(t.lang), "", step, append(spans, sheet.Quiet.Span("\u2003"+why))...)})
		}
		return out
	}})...)
}

// clicker is the keys of a presenter's clicker, and what each does.
var clicker = []struct{ key, does string }{
	{"Page Down", "handout.key.next"},
	{"Page Up", "handout.key.back"},
	{"[ . ]", "handout.key.blank"},
	{"F5", "handout.key.start"},
	{"Esc", "handout.key.end"},
}

// conduct is how learners come safely into the lesson and out of it, and the keys that
// lead through it.
func (m *maker) conduct() {
	lists := []struct {
		label string
		items []string
	}{
		{"handout.in", []string{"handout.safely.told", "handout.safely.silent", "handout.safely.out"}},
		{"handout.out", []string{"handout.safely.time", "handout.safely.last", "handout.safely.help"}},
	}
	for _, list := range lists {
		m.sheet.Keep(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, list.label), lines: func(t *tongue) []line {
			var out []line
			for _, id := range list.items {
				item := sheet.Reading.As(paper.ListItem)
				out = append(out, line{near, m.sheet.Hung(item, t.body, string(t.Locale.Lang()), "", step, item.Span(t.Say(id)))})
			}
			return out
		}})...)
	}
	m.sheet.Keep(m.bands(row{above: section, rule: true, label: m.labelled(sheet.Label, "handout.keys"), lines: func(t *tongue) []line {
		var out []line
		for _, k := range clicker {
			item := sheet.Reading.As(paper.ListItem)
			label := sheet.Quiet
			label.Bold = true
			out = append(out, line{near, m.sheet.Spans(item, t.body, string(t.Locale.Lang()), label.Span(t.part(k.key)), item.Span("\u2003"+t.Say(k.does)))})
		}
		return out
	}})...)
}
