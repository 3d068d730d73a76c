package translation

import (
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/exchange"
)

// proof compares a translation that is new with its original, as far as a machine can: a
// list for a person to go through.
func (g *giver) proof(u *Unit, plain string, prose content.Prose) {
	if g.helper.from == "en" {
		source := u.Source
		if p, problems := authoring.ReadProse(u.Source); prose != nil && len(problems) == 0 {
			source = p.Plain()
		}
		added, missing := check.Numbers(source, plain)
		if len(added)+len(missing) > 0 {
			g.note(exchange.Decide, u.ID, "numbers", "numbers differ: "+differing(added, missing), "compare the two")
		}
	}
	if prose != nil {
		g.links(u, prose)
	}
}

func differing(added, missing []string) string {
	var parts []string
	if len(missing) > 0 {
		parts = append(parts, "the original has "+strings.Join(missing, ", "))
	}
	if len(added) > 0 {
		parts = append(parts, "only the translation has "+strings.Join(added, ", "))
	}
	return strings.Join(parts, "; ")
}

// links asks that a translation leads where its original does.
func (g *giver) links(u *Unit, prose content.Prose) {
	source, _ := authoring.ReadProse(u.Source)
	was, is := content.Words{Text: source}.Links(), content.Words{Text: prose}.Links()
	for _, l := range was {
		if !slices.Contains(is, l) {
			g.note(exchange.Decide, u.ID, "link", "the original leads to "+authoring.Quote(l)+", the translation does not", "link the same words: [words]("+l+")")
		}
	}
	for _, l := range is {
		if !slices.Contains(was, l) {
			g.note(exchange.Decide, u.ID, "link", "the translation leads to "+authoring.Quote(l)+", the original does not", "compare the two")
		}
	}
}
