package translation

import (
	"fmt"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// field takes what came back of one field, where all of it is there and can stand.
func (g *giver) field(a *arrived, field string) {
	now := a.r.parts(field, a.from, a.to)
	units := g.unitsOf(a.r, field)
	if len(units) == 0 {
		if len(now) > 0 && !now[0].optional() {
			a.whole = false
		}
		return
	}
	a.units = append(a.units, units...)
	done, alike := 0, len(now) == len(units)
	for i, u := range units {
		if u.Target = g.clean(u); u.Target != "" && !u.half {
			done++
			a.state = min(a.state, u.State)
		}
		if u.bare {
			g.note(exchange.Decide, u.ID, "codes", "a code in this unit no longer says what it stands for, a link or emphasis", "set it again as in the original")
		}
		u.Whole = !strings.HasPrefix(u.ID, a.r.group()+"/"+field+"/")
		alike = alike && settled(now[i].Source, now[i].Whole) == settled(u.Source, u.Whole)
	}
	// The file may have the field in blocks that the folder has as a whole, or the other way round.
	a.same = a.same && (alike || g.sameText(a.r, field, a.from, units))
	switch {
	case done == 0:
		if slices.ContainsFunc(now, func(u *Unit) bool { return u.Target != "" }) {
			g.note(exchange.Decide, units[0].ID, "empty", "the translation of this is empty in the file, and the folder has one, which stays", "take it out of the folder by hand where it is meant so")
		}
		a.whole = a.whole && (len(now) == 0 || now[0].optional())
		return
	case done < len(units):
		a.whole = false
		g.note(exchange.LeftOut, units[0].ID, "partly", fmt.Sprintf("%d of %d parts of its %s are translated, and nothing of it is taken", done, len(units), field), "translate the others and import again")
		return
	}
	g.fieldText(a, field, units, now)
}

// sameText compares the original in the file with the folder's where they are cut in
// different ways.
func (g *giver) sameText(r *record, field string, from content.Words, units []*Unit) bool {
	var parts []string
	for _, u := range units {
		parts = append(parts, settled(u.Source, u.Whole))
	}
	var now []string
	line := lineOf(from, field)
	if line == "" && field == "title" {
		line = r.name
	}
	if line != "" {
		now = []string{settled(line, false)}
	}
	if p := proseOf(from, field); len(units) == 1 && units[0].Whole && len(p) > 0 {
		now = []string{settled(r.whole(p), true)}
	} else {
		for _, b := range p {
			now = append(now, settled(r.block(b), false))
		}
	}
	if len(now) == 0 {
		now = []string{nothingThere}
	}
	return slices.Equal(parts, now)
}

// unitsOf are the units that came of a field, in their order.
func (g *giver) unitsOf(r *record, field string) []*Unit {
	name := r.group() + "/" + field
	if u := g.units[name]; u != nil {
		delete(g.units, name)
		return []*Unit{u}
	}
	var out []*Unit
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s/%d", name, n)
		u := g.units[id]
		if u == nil {
			return out
		}
		delete(g.units, id)
		out = append(out, u)
	}
}

// clean is a unit's translation without letters that no archive may hold; "" where it holds
// such as would change the order of others.
func (g *giver) clean(u *Unit) string {
	if i := strings.IndexFunc(u.Target, turns); i >= 0 {
		g.note(exchange.LeftOut, u.ID, "letter", fmt.Sprintf("the translation has a mark that turns the direction of writing around (U+%04X), and is not taken", []rune(u.Target[i:])[0]), "take it out; where words of another script must keep their order, set U+2068 before and U+2069 behind them")
		return ""
	}
	text, lost := authoring.Clean(u.Target)
	if lost {
		g.note(exchange.Altered, u.ID, "letter", "letters that no archive may hold, such as control characters, were taken out", "")
	}
	return strings.TrimFunc(text, space)
}

func turns(r rune) bool { return r >= 0x202a && r <= 0x202e }

// fieldText takes the translation of a field whose units are all there.
func (g *giver) fieldText(a *arrived, field string, units, now []*Unit) {
	if field == "title" || field == "role" {
		line := settled(units[0].Target, false)
		if line == settled(lineOf(a.to, field), false) {
			return
		}
		g.proof(units[0], line, nil)
		if field == "title" {
			a.words.Title = line
		} else {
			a.words.Role = line
		}
		a.changed = append(a.changed, field)
		return
	}
	if g.asItIs(units, now) {
		return
	}
	prose, ok := g.prose(a, field, units)
	if !ok {
		a.whole = false
		return
	}
	if settled(a.r.whole(prose), true) == settled(a.r.whole(proseOf(a.to, field)), true) {
		return
	}
	if field == "text" {
		a.words.Text = prose
	} else {
		a.words.Note = prose
	}
	a.changed = append(a.changed, field)
}

// asItIs reports whether the units are those that the folder would give.
func (g *giver) asItIs(units, now []*Unit) bool {
	return slices.EqualFunc(units, now, func(u, n *Unit) bool {
		return u.Whole == n.Whole && settled(u.Target, u.Whole) == settled(n.Target, n.Whole)
	})
}

// prose puts the blocks of a field together.
func (g *giver) prose(a *arrived, field string, units []*Unit) (content.Prose, bool) {
	if units[0].Whole {
		return g.wholeProse(a.r, units[0])
	}
	shape := proseOf(a.from, field)
	if len(shape) != len(units) {
		shape = g.shape(units, field)
	}
	was := proseOf(a.to, field)
	out := make(content.Prose, len(units))
	for i, u := range units {
		block := content.Block{Kind: content.Paragraph}
		if i < len(shape) {
			block = content.Block{Kind: shape[i].Kind, Level: shape[i].Level, Number: shape[i].Number}
		}
		if i < len(was) && len(was) == len(units) && settled(a.r.block(was[i]), false) == settled(u.Target, false) {
			block.Spans = was[i].Spans
			out[i] = block
			continue
		}
		spans, ok := g.block(a.r, u)
		if !ok {
			return nil, false
		}
		block.Spans = spans
		out[i] = block
	}
	return out, true
}

// shape is the kinds of the blocks that the original had when the file was made.
func (g *giver) shape(units []*Unit, field string) content.Prose {
	if m := g.marks[units[0].group()]; m != nil {
		text, note, _ := strings.Cut(m.blocks, ",")
		if field == "note" {
			text = note
		}
		if p := kindsOf(text); len(p) == len(units) {
			return p
		}
	}
	g.once(exchange.Decide, units[0].ID, "blocks", "the original has other paragraphs now, and the translation came as paragraphs alone", "set headings and lists again")
	return nil
}

// block reads the translation of one block.
func (g *giver) block(r *record, u *Unit) ([]content.Span, bool) {
	text := settled(u.Target, false)
	if r.form == spoken {
		g.proof(u, text, nil)
		return []content.Span{{Text: text}}, true
	}
	prose, problems := authoring.ReadProse(guarded(text))
	if len(problems) > 0 || len(prose) != 1 {
		g.refuse(u, problems)
		return nil, false
	}
	g.proof(u, prose.Plain(), prose)
	return prose[0].Spans, true
}

// refuse says why a text cannot stand.
func (g *giver) refuse(u *Unit, problems []authoring.Problem) {
	if len(problems) == 0 {
		g.note(exchange.LeftOut, u.ID, "blocks", "the translation of one paragraph is several, and nothing of this field is taken", "write it as one")
		return
	}
	g.note(exchange.LeftOut, u.ID, problems[0].Rule, problems[0].Message+", and nothing of this field is taken", problems[0].Mend)
}

// guarded is a text that begins no list, heading or quotation, whatever it begins with:
// "1994. godine" is no item of a list.
func guarded(text string) string {
	if text == "" {
		return text
	}
	if strings.ContainsRune("#+-=>", rune(text[0])) {
		return `\` + text
	}
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end > 0 && (text[end] == '.' || text[end] == ')') {
		return text[:end] + `\` + text[end:]
	}
	return text
}

// wholeProse reads the translation of a field that went out as one unit.
func (g *giver) wholeProse(r *record, u *Unit) (content.Prose, bool) {
	text := settled(u.Target, true)
	if r.form == spoken {
		var out content.Prose
		for part := range strings.SplitSeq(text, "\n\n") {
			out = append(out, content.Line(settled(part, false))...)
		}
		g.proof(u, out.Plain(), nil)
		return out, true
	}
	prose, problems := authoring.ReadProse(text)
	if len(problems) > 0 || len(prose) == 0 {
		g.refuse(u, problems)
		return nil, false
	}
	g.proof(u, prose.Plain(), prose)
	return prose, true
}
