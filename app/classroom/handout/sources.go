package handout

import (
	"strings"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/i18n"
)

// sources is the bibliography by its numbers, and whose archive this is, of what day.
// It stands once: sources are written in the archive's own language.
func (m *maker) sources() {
	t := m.tongues[0]
	if t.RTL() && sheet.DirectionOf(m.Archive.Original) != typeset.RTL {
		// Programs that take the words out of a page take all of it to run as most of it does.
		m.sheet.Turn()
	}
	if len(m.cited) > 0 {
		m.sheet.Need(3 * section)
		m.sheet.Add(sheet.Band{Above: section, Rule: true, Next: true, Blocks: []sheet.Block{m.own(t, sheet.Label, m.sheet.Whole(), t.Say("know.sources"))}})
		m.sheet.Columns(apart, near+1, len(m.cited), func(i int, in sheet.Column) sheet.Block {
			return m.citation(t, in, i+1, m.Archive.Source(m.cited[i]))
		})
	}
	if m.marked {
		m.sheet.Add(sheet.Band{Above: parted, Blocks: []sheet.Block{m.own(t, sheet.Faded, m.sheet.Whole(), "* "+t.Say("know.verified.memory"))}})
	}
	m.colophon()
}

// hang is how far a source's number stands before it, points.
const hang float32 = 21

// citation is a source as a bibliography gives it (after the notes and bibliography form
// of the Chicago Manual of Style), then when it is from, what it is, and whether it was
// read for this archive; the address is for who wants to find it.
func (m *maker) citation(t *tongue, in sheet.Column, number int, s *content.Source) sheet.Block {
	c := sheet.Fine.As(paper.ListItem)
	var spans []typeset.Span
	if s.Author != "" {
		spans = append(spans, c.Span(sentence(s.Author)+" "))
	}
	spans = append(spans, c.Slanted().Span(sentence(s.Title)))
	if s.Publisher != "" && s.Publisher != s.Author {
		spans = append(spans, c.Span(" "+sentence(s.Publisher)))
	}
	seen := t.Say("know.source.unseen")
	if s.Seen {
		seen = t.Say("know.source.seen")
	}
	spans = append(spans, sheet.Tick.Span(" "+i18n.Isolate(t.joined(t.Date(s.Date), t.Say("source."+s.Kind), seen))))
	if s.URL != "" {
		spans = append(spans, sheet.Tick.Span(" "+breakable(s.URL)))
	}
	return m.sheet.Hung(c, in, string(m.Archive.Original), t.number(number), hang, spans...)
}

// breakable lets an address end a line after its slashes.
func breakable(url string) string { return strings.ReplaceAll(url, "/", "/\u200b") }

// sentence ends words with a full stop, once, unless they ask or exclaim.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// part keeps words from disturbing the order of what stands around them.
func (t *tongue) part(s string) string {
	if t.RTL() {
		return i18n.Isolate(s)
	}
	return s
}

// colophon says whose archive this is, which edition, of what day and with what rights.
func (m *maker) colophon() {
	a := m.Archive
	b := sheet.Band{Above: section}
	for _, t := range m.tongues {
		w, _ := t.titled(a.Words, a.ID)
		edition := ""
		if a.Version != "" {
			edition = t.Say("about.version") + "\u00a0" + a.Version
		}
		b.Blocks = append(b.Blocks, m.own(t, sheet.Faded, t.whole, t.joined(w.Title, a.Publisher, edition, t.SayWith("know.asof", map[string]string{"date": t.Date(a.AsOf)}), a.Rights)))
	}
	m.sheet.Add(b)
}
