package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
)

// Numbers lists the numbers of a translation that its original, in English, does not have,
// and those of the original that the translation lacks and would write in digits.
func Numbers(original, translated string) (added, missing []string) {
	was, is := numbers(original), numbers(translated)
	spelled := spelledOut(original)
	for _, n := range is {
		if !slices.Contains(was, n) && !slices.Contains(spelled, n) {
			added = append(added, n)
		}
	}
	for _, n := range was {
		if i, err := strconv.Atoi(n); (err != nil || i >= written) && !slices.Contains(is, n) && !strings.Contains(original, n+"s") {
			missing = append(missing, n)
		}
	}
	return added, missing
}

// Begins reports whether a record, by its key as authoring.Folder.At knows it, is one of
// those without which a visitor meets another language at the first step.
func Begins(a *content.Archive, key string) bool {
	return key == "archive" || key == "support" || beginning(a, key) != ""
}

// Glossary finds an archive's terms in texts of one language.
type Glossary struct {
	terms []glossed
}

type glossed struct {
	term  *content.Term
	name  *regexp.Regexp
	lower string // what can be looked for at once
}

// GlossaryIn is an archive's glossary as a text in a language calls its terms.
func GlossaryIn(a *content.Archive, lang content.Lang) *Glossary {
	g := &Glossary{}
	for _, t := range a.Terms {
		if title := t.Words[lang].Title; title != "" {
			g.terms = append(g.terms, glossed{t, wholeWords(title), strings.ToLower(title)})
		}
	}
	slices.SortStableFunc(g.terms, func(a, b glossed) int { return len(b.lower) - len(a.lower) })
	return g
}

func wholeWords(title string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\pL\pM])` + regexp.QuoteMeta(title) + `(?:$|[^\pL\pM])`)
}

// Of lists the terms that a text has, the longest first; one that stands only within
// another's name is not listed.
func (g *Glossary) Of(text string) []*content.Term {
	var out []*content.Term
	lower := strings.ToLower(text)
	for _, t := range g.terms {
		if strings.Contains(lower, t.lower) && t.name.MatchString(text) {
			out = append(out, t.term)
			text = t.name.ReplaceAllString(text, " ")
			lower = strings.ToLower(text)
		}
	}
	return out
}
