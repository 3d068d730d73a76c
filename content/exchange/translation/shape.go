package translation

import (
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// fields are the parts of a wording, as the format names them.
var fields = []string{"title", "role", "text", "note"}

// lineOf is a field that is one line, proseOf one that is running text.
func lineOf(w content.Words, field string) string {
	switch field {
	case "title":
		return w.Title
	case "role":
		return w.Role
	}
	return ""
}

func proseOf(w content.Words, field string) content.Prose {
	switch field {
	case "text":
		return w.Text
	case "note":
		return w.Note
	}
	return nil
}

// nothingThere stands for an original where a translation has a text of its own, such as a
// note on a word that its language lacks.
const nothingThere = "(The translation has a text of its own here; the original has none.)"

// parts are the units of a field: one of a line, one a block of running text, or one of all
// its blocks where the translation has others than the original.
func (r *record) parts(field string, from, to content.Words) []*Unit {
	name := r.group() + "/" + field
	if source := lineOf(from, field); field == "title" || field == "role" {
		target := lineOf(to, field)
		u := &Unit{ID: name, Source: source, Target: target, Plain: true}
		if source == "" && field == "title" {
			u.Source, u.mayStay = r.name, r.name != ""
		}
		if u.Source == "" && target != "" {
			u.Source, u.mayStay = nothingThere, true
		}
		if u.Source == "" {
			return nil
		}
		return []*Unit{u}
	}
	was, is := proseOf(from, field), proseOf(to, field)
	switch {
	case len(was) == 0 && len(is) > 0:
		return []*Unit{{ID: name, Source: nothingThere, Target: r.whole(is), Plain: true, Whole: true, mayStay: true}}
	case len(was) == 0:
		return nil
	case len(is) > 0 && !alike(was, is):
		return []*Unit{{ID: name, Source: r.whole(was), Target: r.whole(is), Plain: true, Whole: true}}
	}
	units := make([]*Unit, len(was))
	for i, b := range was {
		u := &Unit{ID: name + "/" + strconv.Itoa(i+1), Source: r.block(b), Plain: r.form == spoken}
		u.pieces[0] = r.pieces(b)
		if len(is) > 0 {
			u.Target, u.pieces[1] = r.block(is[i]), r.pieces(is[i])
		}
		units[i] = u
	}
	return units
}

// alike reports whether two texts have the same blocks.
func alike(a, b content.Prose) bool {
	return slices.EqualFunc(a, b, func(x, y content.Block) bool {
		return x.Kind == y.Kind && x.Level == y.Level && (x.Number > 0) == (y.Number > 0)
	})
}

// block is a block without what it begins with, on one line.
func (r *record) block(b content.Block) string {
	if r.form == spoken {
		return b.Plain()
	}
	var s strings.Builder
	for _, p := range r.pieces(b) {
		s.WriteString(p.Text)
	}
	return s.String()
}

func (r *record) pieces(b content.Block) []authoring.Piece {
	if r.form == spoken {
		return nil
	}
	return authoring.Pieces(b.Spans)
}

// whole is a text of several blocks as one unit.
func (r *record) whole(p content.Prose) string {
	if r.form == spoken {
		return strings.ReplaceAll(p.Plain(), "\n", "\n\n")
	}
	return authoring.Unfolded(p)
}

// fingerprint tells translations apart by what they say, not by how their lines are broken.
func (r *record) fingerprint(w content.Words) string {
	return authoring.Hash(settled(w.Title, false), settled(w.Role, false), settled(r.whole(w.Text), true), settled(r.whole(w.Note), true))
}

// kinds are the letters of the kinds of block: paragraph, heading, item, quotation; the
// level of a heading, the depth and, with n, the order of an item behind them.
func kinds(p content.Prose) string {
	var b strings.Builder
	for _, block := range p {
		b.WriteByte("phiq"[block.Kind])
		if block.Level > 0 {
			b.WriteString(strconv.Itoa(block.Level))
		}
		if block.Number > 0 {
			b.WriteString("n" + strconv.Itoa(block.Number) + ".")
		}
	}
	return b.String()
}

// kindsOf reads what kinds wrote.
func kindsOf(s string) content.Prose {
	var out content.Prose
	number := func() int {
		end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if end < 0 {
			end = len(s)
		}
		n, _ := strconv.Atoi(s[:min(end, 6)])
		s = s[end:]
		return n
	}
	for s != "" && len(out) < mostUnits {
		kind := strings.IndexByte("phiq", s[0])
		if kind < 0 {
			return nil
		}
		s = s[1:]
		b := content.Block{Kind: content.BlockKind(kind), Level: number()}
		if strings.HasPrefix(s, "n") {
			s = s[1:]
			b.Number = number()
			s = strings.TrimPrefix(s, ".")
		}
		if !sound(b) {
			return nil
		}
		out = append(out, b)
	}
	return out
}

// sound reports whether the format has such a block.
func sound(b content.Block) bool {
	switch b.Kind {
	case content.Heading:
		return b.Level == 2 || b.Level == 3
	case content.Item:
		return b.Level >= 1 && b.Level <= 4
	}
	return b.Level == 0 && b.Number == 0
}

// settled is a text as it comes back from a tool, in the form in which it went out: a unit
// of one block on one line, of several with one empty line between two.
func settled(text string, whole bool) string {
	if !whole {
		return strings.Join(strings.FieldsFunc(text, space), " ")
	}
	var out []string
	for line := range strings.Lines(text) {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		line = strings.Repeat(" ", indent) + strings.Join(strings.FieldsFunc(line, space), " ")
		if strings.TrimSpace(line) == "" {
			line = ""
		}
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// space is what means nothing between two words; a space that keeps them together is a letter.
func space(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
