package workbook

import (
	"regexp"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

var (
	inBrackets = regexp.MustCompile(`\s*[\[(]\s*([A-Za-z]{2,3}(?:[-_ ][A-Za-z0-9]{2,8})*)\s*[\])]$`)
	spaces     = regexp.MustCompile(`[\s_]+`)
)

// plainHeading is a heading as it is compared: in small letters, spaces and underscores
// alike, without a mark that it must be filled.
func plainHeading(s string) string {
	s = strings.ToLower(strings.TrimSpace(spaces.ReplaceAllString(s, " ")))
	s = strings.TrimSpace(strings.TrimRight(s, "*: "))
	return strings.ReplaceAll(s, " :", ":")
}

// splitHeading is a heading without its language, and the language.
func splitHeading(s string) (plain string, lang content.Lang) {
	s = strings.TrimRight(strings.TrimSpace(s), "*: ")
	if m := inBrackets.FindStringSubmatchIndex(s); m != nil {
		if l, ok := tag(strings.ReplaceAll(s[m[2]:m[3]], "_", "-")); ok {
			return plainHeading(s[:m[0]]), l
		}
	}
	return plainHeading(s), ""
}

// known finds the column of a sheet that a heading is of. A heading of words without a
// language is of the given one.
func (s *sheet) known(heading string, lang content.Lang) (column, bool) {
	plain, said := splitHeading(heading)
	if plain == "" {
		return column{}, false
	}
	if said == "" {
		if c, ok := s.byHeading[plain]; ok {
			return c, true
		}
	}
	if c, ok := s.knownWords(plain, said, lang); ok {
		return c, true
	}
	// title_en, title en, title-en: the language without brackets.
	if i := strings.LastIndexAny(plain, " -"); i > 0 && said == "" {
		if l, ok := tag(plain[i+1:]); ok && len(plain)-i <= 4 {
			return s.knownWords(strings.TrimSpace(plain[:i]), l, lang)
		}
	}
	return column{}, false
}

func (s *sheet) knownWords(plain string, said, otherwise content.Lang) (column, bool) {
	if said == "" {
		said = otherwise
	}
	slotName, field, _ := strings.Cut(plain, ":")
	if field = strings.TrimSpace(field); field == "" {
		slotName, field = "", plain
	}
	if s.name == textsSheet && plain == "text" {
		return column{role: wordColumn, heading: "text [" + string(said) + "]", key: "text", lang: said, field: textField}, true
	}
	if field == madeFrom {
		field = "of"
	}
	for i, slot := range s.words {
		if slot.name == strings.TrimSpace(slotName) {
			return s.wording(i, field, said)
		}
	}
	return column{}, false
}

// nearest is the heading that somebody who wrote another most likely meant, or "".
func (s *sheet) nearest(heading string, lang content.Lang) string {
	plain, said := splitHeading(heading)
	if said == "" {
		said = lang
	}
	var names []string
	for _, c := range s.fixed {
		names = append(names, c.heading)
	}
	var words []string
	for i, slot := range s.words {
		for _, f := range wordForm.Fields {
			if c, ok := s.wording(i, f.Name, said); ok {
				head, _, _ := strings.Cut(c.heading, " [")
				if slot.name == "" || slices.Contains(slot.usual, f.Name) {
					words = append(words, head)
				}
			}
		}
	}
	if near := authoring.Nearest(plain, append(slices.Clone(names), words...)); near != "" {
		if slices.Contains(names, near) {
			return near
		}
		return near + " [" + string(said) + "]"
	}
	return ""
}

// fits counts how many headings of a row a sheet knows.
func (s *sheet) fits(headings []string, lang content.Lang) int {
	n := 0
	for _, h := range headings {
		if _, ok := s.known(h, lang); ok {
			n++
		}
	}
	return n
}
