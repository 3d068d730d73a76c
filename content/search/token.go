package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestToken bounds a word in bytes. bleve's fuzzy search fails on words that
// are longer, and no name is; the same cut is made in texts and in queries.
const longestToken = 64

// token is a folded word and where it stands in the text.
type token struct {
	text       string
	start, end int  // bytes
	elided     bool // joined by an apostrophe to the part before it
	whole      bool // a compound's parts as one word
}

// compound is one word, or several that hyphens, apostrophes or the marks
// within numbers join: "Srebrenica-Potočari", "l’histoire", "8,000".
type compound struct {
	parts []token
	whole token // the parts as one word; the part itself where there is one
}

// compounds yields the words of s in order. The parts of a compound are valid
// until the next one is asked for.
func compounds(s string) iter.Seq[compound] {
	return func(yield func(compound) bool) {
		l := lexer{s: s, yield: yield}
		l.run()
	}
}

// lexer cuts a text into compounds.
type lexer struct {
	s       string
	yield   func(compound) bool
	parts   []token
	word    []byte // folded letters of the part being read
	start   int
	end     int
	reading bool
	elided  bool // the part being read follows an apostrophe
	stopped bool
}

// plain are the letters and digits of ASCII.
var plain = func() (set [utf8.RuneSelf]bool) {
	for r := range set {
		set[r] = unicode.IsLetter(rune(r)) || unicode.IsDigit(rune(r))
	}
	return set
}()

func (l *lexer) run() {
	var before rune
	for i, r := range l.s {
		if l.stopped {
			return
		}
		l.read(i, r, before)
		before = r
	}
	l.endCompound()
}

func (l *lexer) read(i int, r, before rune) {
	if r < utf8.RuneSelf && plain[r] { // most of most texts
		l.letter(i, 1, r)
		return
	}
	if r == ' ' {
		l.endCompound()
		return
	}
	size := utf8.RuneLen(r)
	if r > 0x2c1 && unicode.IsLetter(r) { // beyond the letters that are apostrophes
		if syllabic(r) && before != 0x17d2 && before != 0x1039 {
			l.endCompound()
		}
		l.letter(i, size, r)
		return
	}
	if size < 0 || r == utf8.RuneError {
		l.endCompound()
		return
	}
	after, _ := utf8.DecodeRuneInString(l.s[i+size:])
	switch {
	case r == '\u200b': // parts words that are written without spaces
		l.endCompound()
	case before >= 0x5d0 && before <= 0x5ea && after >= 0x5d0 && after <= 0x5ea && gershayim(r):
		// א״ב, א"ב and אב are one acronym.
	case apostrophe(r):
		l.join(wordly(after), true)
	case hyphen(r):
		l.join(wordly(after), false)
	case wordly(r):
		l.letter(i, size, r)
	case ignorable(r):
		if !l.reading && len(l.parts) > 0 {
			l.endCompound()
		}
	case numeral(r) && unicode.IsDigit(before) && unicode.IsDigit(after):
		l.join(true, false)
	default:
		l.endCompound()
	}
}

func (l *lexer) letter(i, size int, r rune) {
	if !l.reading {
		l.reading, l.start, l.word = true, i, l.word[:0]
	}
	l.end = i + size
	if len(l.word) < longestToken {
		l.word = appendFolded(l.word, r, l.s[i:i+size])
	}
}

// join ends a part; the next one belongs to the same compound where a letter
// follows at once.
func (l *lexer) join(more, elided bool) {
	if !l.reading || !more {
		l.endCompound()
		return
	}
	l.endPart()
	l.elided = elided
}

func (l *lexer) endPart() {
	if !l.reading {
		return
	}
	l.reading = false
	if len(l.word) > 0 {
		text := shorten(string(l.word))
		l.parts = append(l.parts, token{text: text, start: l.start, end: l.end, elided: l.elided && len(l.parts) > 0})
	}
	l.elided = false
}

func (l *lexer) endCompound() {
	l.endPart()
	if len(l.parts) == 0 || l.stopped {
		return
	}
	c := compound{parts: l.parts, whole: l.parts[0]}
	if len(l.parts) > 1 {
		c.whole = token{text: joined(l.parts), start: l.parts[0].start, end: l.parts[len(l.parts)-1].end, whole: true}
	}
	l.stopped = !l.yield(c)
	l.parts = l.parts[:0]
}

func joined(parts []token) string {
	var s strings.Builder
	for _, p := range parts {
		s.WriteString(p.text)
		if s.Len() > 2*longestToken {
			break
		}
	}
	return shorten(undouble(s.String()))
}

// shorten cuts a folded word between letters.
func shorten(s string) string {
	if len(s) <= longestToken {
		return s
	}
	n := longestToken
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// apostrophe reports whether r joins two parts that may be written as one.
func apostrophe(r rune) bool { return strings.ContainsRune("'’‘‛ʼʻ＇`´′׳״", r) }

// gershayim reports whether r is written within Hebrew acronyms and before foreign
// sounds, as itself or by what a keyboard has for it.
func gershayim(r rune) bool { return strings.ContainsRune("״׳\"'’”“", r) }

// hyphen reports whether r joins the parts of one word, or of one symbol: S/RES/819.
func hyphen(r rune) bool {
	return r == '_' || r == '/' || r == '־' || unicode.Is(unicode.Pd, r) && r != '—' && r != '–'
}

// numeral reports whether r groups the digits of a number.
func numeral(r rune) bool { return strings.ContainsRune(".,/٫٬\u00a0\u202f", r) }

// syllabic reports whether r is of a script that writes no spaces between words:
// there each consonant with its signs is a word.
func syllabic(r rune) bool {
	return r >= 0x1000 && r < 0x1800 && unicode.In(r, unicode.Khmer, unicode.Myanmar)
}

// ignorable reports whether r is inside words without being a letter: soft
// hyphens, joiners and marks of direction.
func ignorable(r rune) bool { return unicode.Is(unicode.Cf, r) }

// tokens returns the words of s: the parts in order, each compound's whole
// after its parts.
func tokens(s string) []token {
	var all []token
	for c := range compounds(s) {
		all = append(all, c.parts...)
		if len(c.parts) > 1 {
			all = append(all, c.whole)
		}
	}
	return all
}

// mostJoined is how many words of a name are also one word.
const mostJoined = 3

// joins are the words that neighbours make when a name is written without spaces:
// van der Hulst is vander, derhulst and vanderhulst too.
func joins(words []string) []string {
	var out []string
	for n := 2; n <= mostJoined; n++ {
		for i := 0; i+n <= len(words); i++ {
			out = append(out, shorten(undouble(strings.Join(words[i:i+n], ""))))
		}
	}
	return out
}

// withoutParticles are the Hebrew words among some, without their particles.
func withoutParticles(words []token) []token {
	var out []token
	for _, w := range words {
		if bare := withoutParticle(w.text); bare != "" {
			out = append(out, token{text: bare, whole: true})
		}
	}
	return out
}

// withoutParticle is a Hebrew word without the particle that is written together with
// it, or "": the, in, to, from, and.
func withoutParticle(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	if rest := word[size:]; strings.ContainsRune("הבלמוכש", first) && letters(rest) >= shortestStem {
		return rest
	}
	return ""
}

// wholeWords are the words of s, compounds as one word.
func wholeWords(s string) []string {
	var out []string
	for c := range compounds(s) {
		out = append(out, c.whole.text)
	}
	return out
}

// foldName is foldText of a name, with its words written together behind them.
func foldName(name string) string {
	out := foldText(name)
	for _, j := range joins(wholeWords(name)) {
		out += j + " "
	}
	return out
}

// foldNames folds a record's names, one after the other; those of a person, place,
// organisation or term with their words together too.
func (r *record) foldNames() string {
	var out strings.Builder
	out.WriteByte(' ')
	for _, name := range r.names {
		if r.entity() {
			name = foldName(name)
		} else {
			name = foldText(name)
		}
		out.WriteString(strings.TrimPrefix(name, " "))
		for word := range strings.FieldsSeq(name) {
			if bare := withoutParticle(word); bare != "" {
				out.WriteString(bare + " ")
			}
		}
	}
	return out.String()
}

// foldText returns the words of s with a space before and after each, so that
// a word is found as " word " and a beginning as " begin".
func foldText(s string) string {
	var out strings.Builder
	out.Grow(len(s) + len(s)/8)
	out.WriteByte(' ')
	for c := range compounds(s) {
		for _, p := range c.parts {
			out.WriteString(p.text)
			out.WriteByte(' ')
		}
		if len(c.parts) > 1 {
			out.WriteString(c.whole.text)
			out.WriteByte(' ')
		}
	}
	return out.String()
}
