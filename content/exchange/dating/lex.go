package dating

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one phrase, number, date in figures or sign of a written date.
type token struct {
	meaning meaning
	n       int
	text    string
	tight   bool // no space before it
	date    numeric
}

// atom is the smallest piece: a word, a number, a sign, or a whole date in figures.
type atom struct {
	kind  rune // 'w', 'n', 'F', or the sign itself
	text  string
	tight bool
	date  numeric
}

// mostAtoms bounds the work that one text can ask for.
const mostAtoms = 60

// atoms takes folded text apart; false where there is too much of it.
func atoms(s string) ([]atom, bool) {
	var out []atom
	tight := false
	for s != "" {
		if len(out) > mostAtoms {
			return nil, false
		}
		r, size := utf8.DecodeRuneInString(s)
		if r == ' ' {
			s, tight = s[1:], false
			continue
		}
		a := atom{kind: r, tight: tight}
		switch {
		case r >= '0' && r <= '9':
			a.kind, size = 'n', prefixLen(s, func(r rune) bool { return r >= '0' && r <= '9' })
			if d, n := numericAt(s); n > 0 {
				a.kind, a.date, size = 'F', d, n
			}
		case unicode.IsLetter(r):
			a.kind, size = 'w', prefixLen(s, unicode.IsLetter)
		}
		a.text, s = s[:size], s[size:]
		out, tight = append(out, a), true
	}
	return out, true
}

func prefixLen(s string, ok func(rune) bool) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !ok(r) }); n >= 0 {
		return n
	}
	return len(s)
}

// lex reads folded text as tokens.
func (d dictionary) lex(s string) ([]token, bool) {
	list, ok := atoms(s)
	if !ok {
		return nil, false
	}
	var out []token
	for i := 0; i < len(list); {
		tokens, n := d.at(list[i:])
		out = append(out, tokens...)
		i += n
	}
	return out, true
}

// at reads what stands at the beginning of a list, and how many atoms that takes.
func (d dictionary) at(list []atom) ([]token, int) {
	a := list[0]
	switch a.kind {
	case 'F':
		return []token{{meaning: figures, text: a.text, tight: a.tight, date: a.date}}, 1
	case 'n':
		return numberAt(list)
	case 'w':
		return d.wordAt(list, mostJoined)
	case '-', '–':
		return []token{{meaning: dash, text: a.text, tight: a.tight}}, 1
	case '/':
		return []token{{meaning: slash, text: a.text, tight: a.tight}}, 1
	case '.', ',', ';', '(', ')':
		return nil, 1
	case '~', '±', '≈':
		return []token{{meaning: about, text: a.text}}, 1
	case '?':
		return []token{{meaning: perhaps, text: a.text}}, 1
	case '<':
		return []token{{meaning: before, text: a.text}}, 1
	case '>':
		return []token{{meaning: after, text: a.text}}, 1
	case '&':
		return []token{{meaning: and, text: a.text}}, 1
	}
	return []token{{meaning: unknownWord, text: a.text}}, 1
}

// numberAt reads a number and what is written together with it: 7th, 1er, 1940s, 1990er,
// 1990-ih.
func numberAt(list []atom) ([]token, int) {
	a := list[0]
	n, err := strconv.Atoi(a.text)
	if err != nil {
		return []token{{meaning: longNumber, text: a.text}}, 1
	}
	t := token{n: n, text: a.text, tight: a.tight}
	suffix, used := "", 1
	switch {
	case len(list) > 1 && list[1].kind == 'w' && list[1].tight:
		suffix, used = list[1].text, 2
	case len(list) > 2 && list[1].kind == '-' && list[1].tight && list[2].kind == 'w' && list[2].tight && bosnianDecade[list[2].text]:
		suffix, used = list[2].text, 3
	}
	switch {
	case suffix != "" && decadeSuffix[suffix] && n%10 == 0 && len(a.text) == 4:
		t.meaning, t.text = decade, a.text+suffix
	case suffix != "" && decadeSuffix[suffix] && n%10 == 0 && len(a.text) == 2:
		t.meaning = shortDecade
	case ordinalSuffix[suffix] && len(a.text) <= 2:
		t.meaning = ordinal
	default:
		t.meaning, used = size(a.text), 1
	}
	return []token{t}, used
}

func size(digits string) meaning {
	switch len(digits) {
	case 1, 2:
		return day
	case 3:
		return hundreds
	case 4:
		return year
	}
	return longNumber
}

var (
	decadeSuffix  = set("s er ers ies ih e te ih tih tie erjahre erjahren os")
	bosnianDecade = set("ih e te tih")
	ordinalSuffix = set("st nd rd th er re e eme ieme o a do ro to te ten tes ter i og oga")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// wordAt reads the longest phrase that begins with a word; abbreviations have their full
// stops, and a hyphen may part its words.
func (d dictionary) wordAt(list []atom, joined int) ([]token, int) {
	phrase, best, used := "", sense{}, 0
	for i, words := 0, 0; i < len(list) && words < longestPhrase; i++ {
		switch list[i].kind {
		case '.', ',', '-', '(', ')':
			continue
		case 'w':
		default:
			i = len(list)
			continue
		}
		if words++; words > 1 {
			phrase += " "
		}
		phrase += list[i].text
		if s, ok := d.find(phrase); ok {
			best, used = s, i+1
		}
	}
	if used > 0 {
		return []token{{meaning: best.meaning, n: best.n, text: list[0].text, tight: list[0].tight}}, used
	}
	if n := romanNumber(list[0].text); n > 0 {
		return []token{{meaning: ordinal, n: n, text: list[0].text, tight: list[0].tight}}, 1
	}
	return d.prefixed(list, joined)
}

// mostJoined is how many short words may be joined to another: Hebrew "from the".
const mostJoined = 2

// prefixed reads a word that Hebrew or Arabic writes together with the one before it:
// in, from, to, of, and, the.
func (d dictionary) prefixed(list []atom, joined int) ([]token, int) {
	word := list[0].text
	for _, p := range prefixes {
		if joined == 0 {
			break
		}
		rest, ok := strings.CutPrefix(word, p.letter)
		if !ok || rest == "" {
			continue
		}
		again := append([]atom{{kind: 'w', text: rest, tight: true}}, list[1:]...)
		if tokens, n := d.wordAt(again, joined-1); len(tokens) > 0 && tokens[len(tokens)-1].meaning != unknownWord {
			return append([]token{{meaning: p.meaning, text: p.letter, tight: list[0].tight}}, tokens...), n
		}
	}
	return []token{{meaning: unknownWord, text: word, tight: list[0].tight}}, 1
}

var prefixes = []struct {
	letter  string
	meaning meaning
}{
	{"ב", noise}, {"ה", noise}, {"ש", noise}, {"מ", from}, {"ל", noise}, {"ו", and}, {"כ", about},
	{"ب", noise}, {"ل", noise}, {"ف", noise}, {"و", and},
}

// romanNumber is a number up to 39 in Roman figures, with the ending of an ordinal or not:
// "xixe"; 0 where the word is none.
func romanNumber(word string) int {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "eme"), "e")
	if word == "ier" {
		return 1
	}
	for n := 1; n < 40; n++ {
		if strings.Repeat("x", n/10)+romanOnes[n%10] == word {
			return n
		}
	}
	return 0
}

var romanOnes = []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
