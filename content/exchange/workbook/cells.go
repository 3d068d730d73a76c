package workbook

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content/authoring"
)

// Values stand in cells so that every one survives; see the package's comment for the
// rules. A backslash takes the next letter as it is.

// emptyList is the cell of a list that is there and holds nothing, which says more than an
// empty cell: of countries that none is set apart.
const emptyList = "[]"

// unsaid is the cell of a translation that does not say what it was made from.
const unsaid = "not said"

// lined is a value of one line as a cell has it.
func lined(text string) string { return protected(text, "") }

// What parts the items of a list: of names of records more, for they have none of these.
const (
	itemMarks = ";\n"
	nameMarks = itemMarks + ",；،؛、，"
)

// protected puts a backslash before what a cell does not keep or means something else:
// white space at either end, backslashes and, in a list, what parts its items.
func protected(text, marks string) string {
	from := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	to := len(strings.TrimRightFunc(text, unicode.IsSpace))
	var b strings.Builder
	for i, r := range text {
		edge := (i < from || i >= to) && unicode.IsSpace(r)
		if edge || r == '\\' || strings.ContainsRune(marks, r) || marks != "" && i == 0 && text == emptyList {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// escapable are the letters before which a backslash is no letter of its own.
func escapable(r rune) bool {
	return r == '\\' || r == '[' || r == ':' || unicode.IsSpace(r) || strings.ContainsRune(nameMarks, r)
}

// letter of a cell; plain says that a backslash stood before it.
type letter struct {
	r     rune
	plain bool
}

func lettersOf(text string) []letter {
	list := make([]letter, 0, len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if next, n := utf8.DecodeRuneInString(text[i:]); r == '\\' && n > 0 && escapable(next) {
			list = append(list, letter{next, true})
			i += n
			continue
		}
		list = append(list, letter{r, false})
	}
	return list
}

func trimmed(list []letter) []letter {
	space := func(l letter) bool { return !l.plain && unicode.IsSpace(l.r) }
	for len(list) > 0 && space(list[0]) {
		list = list[1:]
	}
	for len(list) > 0 && space(list[len(list)-1]) {
		list = list[:len(list)-1]
	}
	return list
}

func textOf(list []letter) string {
	var b strings.Builder
	for _, l := range list {
		b.WriteRune(l.r)
	}
	return b.String()
}

// unlined is a value of one line as it was before it was put into a cell.
func unlined(cell string) string {
	if !strings.Contains(cell, `\`) {
		return strings.TrimSpace(cell)
	}
	return textOf(trimmed(lettersOf(cell)))
}

// listed is a list in a cell: names of records behind one another, other texts in lines.
func listed(list []string, kind authoring.FieldKind) string {
	if len(list) == 0 {
		return emptyList
	}
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = protected(item, marksOf(kind))
	}
	if named(kind) {
		return strings.Join(parts, "; ")
	}
	return strings.Join(parts, "\n")
}

func named(kind authoring.FieldKind) bool {
	return kind == authoring.IDField || kind == authoring.LanguageField
}

// unlisted are the items of a list in a cell: parted by semicolons or line breaks, names of
// records also by commas and the semicolons of other scripts. Empty items are none.
func unlisted(cell string, kind authoring.FieldKind) []string {
	if strings.TrimSpace(cell) == emptyList {
		return []string{}
	}
	var list []string
	all, from := lettersOf(cell), 0
	for i := 0; i <= len(all); i++ {
		if i < len(all) && (all[i].plain || !parts(all[i].r, kind)) {
			continue
		}
		if item := textOf(trimmed(all[from:i])); item != "" {
			list = append(list, item)
		}
		from = i + 1
	}
	return list
}

func parts(r rune, kind authoring.FieldKind) bool { return strings.ContainsRune(marksOf(kind), r) }

func marksOf(kind authoring.FieldKind) string {
	if named(kind) {
		return nameMarks
	}
	return itemMarks
}

// pair is a text under a name.
type pair struct{ name, text string }

// paired are texts by name in a cell, a line each: name: text.
func paired(list []pair) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.ReplaceAll(protected(p.name, itemMarks), ":", `\:`) + ": " + protected(p.text, itemMarks)
	}
	return strings.Join(lines, "\n")
}

// unpaired reports false where a line has no name.
func unpaired(cell string) ([]pair, bool) {
	var list []pair
	all, from := lettersOf(cell), 0
	for i := 0; i <= len(all); i++ {
		if i < len(all) && (all[i].plain || all[i].r != '\n' && all[i].r != ';') {
			continue
		}
		line := trimmed(all[from:i])
		from = i + 1
		if len(line) == 0 {
			continue
		}
		at := slices.Index(line, letter{':', false})
		if at < 0 {
			return nil, false
		}
		list = append(list, pair{textOf(trimmed(line[:at])), textOf(trimmed(line[at+1:]))})
	}
	return list, true
}

// What programs that open delimited text take for numbers, dates, truths and formulas.
var (
	likeNumber = regexp.MustCompile(`^[+-]?[0-9.,' \x{a0}\x{202f}]*[0-9][0-9.,' \x{a0}\x{202f}]*([eE][+-]?[0-9]+)?\s*%?$`)
	likeDate   = regexp.MustCompile(`(?i)^[0-9]{1,4}\s*[-/.:]\s*[0-9]{1,4}(\s*[-/.:]\s*[0-9]{1,4})?\.?$|^[0-9]{0,4}[\s.,/-]*[0-9]{0,2}[\s.,/-]*(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*[\s.,/-]*[0-9]{0,4}[\s.,/-]*[0-9]{0,4}$`)
	likeTruth  = regexp.MustCompile(`(?i)^(true|false|wahr|falsch|vrai|faux|verdadero|falso)$`)
)

// changeable reports whether a program that opens delimited text would make something else
// of it, such as a number, or a formula.
func changeable(text string) bool {
	if text == "" {
		return false
	}
	if strings.ContainsRune("=+-@\t", rune(text[0])) {
		return true
	}
	return len(text) < 40 && (likeNumber.MatchString(text) || likeDate.MatchString(text) || likeTruth.MatchString(text))
}

// guarded puts an apostrophe before what would be changed; and before what would otherwise
// be read as such a text with its apostrophe.
func guarded(text string) string {
	if changeable(text) || apostrophed(text) {
		return "'" + text
	}
	return text
}

// kept puts an apostrophe only before what would otherwise lose one: in a workbook cells
// say themselves that they are text.
func kept(text string) string {
	if apostrophed(text) {
		return "'" + text
	}
	return text
}

// apostrophed reports whether a text is one that would be changed, behind apostrophes.
func apostrophed(text string) bool {
	rest := strings.TrimLeft(text, "'")
	return rest != text && changeable(rest)
}

// unguarded takes the apostrophe away.
func unguarded(text string) string {
	if apostrophed(text) {
		return text[1:]
	}
	return text
}
