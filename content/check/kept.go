package check

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/i18n"
)

// kept warns of translations whose numbers, names or links are not those of
// their original. It is a list to go through: languages write some numbers in
// words, and bend names.
func kept(in *inspection) {
	names, terms := namesIn(in.archive), termsIn(in.archive)
	for _, w := range wordings(in.archive) {
		original, ok := w.words[w.original]
		if !ok {
			continue
		}
		for lang, words := range w.words {
			if lang == w.original || words.Of != original.Hash {
				continue
			}
			original := original
			if words.Title != "" {
				original.Title = cmp.Or(original.Title, w.name)
			}
			key := w.key + "@" + string(lang)
			in.sameNumbers(key, whole(original), whole(words))
			in.sameNames(key, lang, whole(original), whole(words), names)
			in.sameLinks(key, original, words)
			if !strings.HasPrefix(w.key, "term/") {
				in.sameTerms(key, lang, whole(original), whole(words), terms)
			}
		}
	}
}

// whole is all that a wording says.
func whole(w content.Words) string {
	return w.Title + "\n" + w.Role + "\n" + w.Text.Plain() + "\n" + w.Note.Plain()
}

// written is the least number that languages write in digits.
const written = 21

func (in *inspection) sameNumbers(key, original, translated string) {
	added, missing := Numbers(original, translated)
	for _, n := range added {
		in.warn(key, "the number "+n+" does not stand in the original", "compare the two")
	}
	for _, n := range missing {
		in.warn(key, "the original's number "+n+" is missing", "compare the two")
	}
}

var (
	digits  = regexp.MustCompile(`\d+(?:[.,\x{a0}\x{202f}\x{2009}\x{66c}]\d{3})*(?:[.,\x{66b}]\d{1,2}\b)?`)
	grouped = regexp.MustCompile(`[.,\x{a0}\x{202f}\x{2009}\x{66c}](\d{3})`)
)

// numbers lists the numbers of a text, each once, in plain digits.
func numbers(text string) []string {
	var out []string
	for _, n := range digits.FindAllString(westernDigits(text), -1) {
		n = grouped.ReplaceAllString(n, "$1")
		n = strings.NewReplacer(",", ".", "٫", ".").Replace(n)
		if n = strings.TrimLeft(n, "0"); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) && r > '9' {
			for zero := r; ; zero-- {
				if !unicode.Is(unicode.Nd, zero-1) || r-zero == 9 {
					return '0' + r - zero
				}
			}
		}
		return r
	}, s)
}

// counting is how English writes numbers that other languages may write in digits.
var counting = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"half": 2, "quarter": 4, "quarters": 4,
}

var scales = map[string]int{"hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 1_000_000, "millions": 1_000_000}

// spelledOut lists the numbers that an English text writes in words, and those
// that its digits and words make together, such as 1.5 million.
func spelledOut(text string) []string {
	var out []string
	last := 1.0
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' }) {
		word = strings.Trim(word, ".,")
		if n, ok := counting[word]; ok {
			if last >= 20 && last < 100 && n < 10 { // twenty-two
				out = append(out, strconv.Itoa(int(last)+n))
			}
			out, last = append(out, strconv.Itoa(n)), float64(n)
			continue
		}
		if scale, ok := scales[word]; ok {
			last *= float64(scale)
			out = append(out, strconv.FormatFloat(last, 'f', -1, 64), strconv.Itoa(scale))
			continue
		}
		last = 1
		if n := numbers(word); len(n) == 1 {
			last, _ = strconv.ParseFloat(n[0], 64)
		}
	}
	return out
}

// called is a person, place or body with all that it may be called.
type called struct {
	name  string
	stems []string
}

func namesIn(a *content.Archive) []called {
	var out []called
	add := func(name string, others []string, words content.Text) {
		c := called{name: name}
		for _, w := range words {
			others = append(others, w.Title)
		}
		for _, n := range append([]string{name}, others...) {
			if last := lastWord(n); last != "" {
				c.stems = append(c.stems, stem(last))
			}
		}
		out = append(out, c)
	}
	for _, p := range a.People {
		add(p.Name, slices.Clone(p.Names), p.Words)
	}
	for _, p := range a.Places {
		if !strings.ContainsAny(p.Name, " ,(") {
			add(p.Name, slices.Clone(p.Names), p.Words)
		}
	}
	return out
}

func lastWord(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

var fold = transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)

// stem is the part of a name that languages leave unbent.
func stem(name string) string {
	letters := []rune(foldText(name))
	return string(letters[:max(min(len(letters), 3), len(letters)-2)])
}

// sameNames asks that whoever the original names is named in the translation,
// where the archive knows the name in that language's script.
func (in *inspection) sameNames(key string, lang content.Lang, original, translated string, names []called) {
	folded := foldText(translated)
	script := i18n.Script(lang)
	for _, c := range names {
		if !strings.Contains(original, c.name) {
			continue
		}
		known, found := false, false
		for _, s := range c.stems {
			if in := firstLetter(s); unicode.Is(script, in) {
				known = true
				found = found || strings.Contains(folded, s)
			}
		}
		if known && !found {
			in.warn(key, authoring.Quote(c.name)+" is named in the original, but not here", "compare the two, or add the name's form to its names")
		}
	}
}

// joints are the marks inside names that are written in more than one way.
var joints = strings.NewReplacer("'", "", "’", "", "׳", "", "-", "", "־", "", "–", "")

// foldText makes the spellings of a name alike.
func foldText(s string) string {
	s = joints.Replace(s)
	folded, _, err := transform.String(fold, strings.ToLower(s))
	if err != nil {
		return strings.ToLower(s)
	}
	return folded
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

// defined is a term of the glossary with the stems that each language knows it by:
// one of a language's lists must occur whole.
type defined struct {
	name  *regexp.Regexp
	title string
	lower string // of title: what can be looked for at once
	stems map[content.Lang][][]string
}

// termsIn lists the terms that have words in more than one language, the
// longest first.
func termsIn(a *content.Archive) []defined {
	var out []defined
	for _, t := range a.Terms {
		title := t.Words[a.Original].Title
		if title == "" {
			continue
		}
		d := defined{name: regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(title) + `\b`), title: title, lower: strings.ToLower(title), stems: map[content.Lang][][]string{}}
		for lang, w := range t.Words {
			for _, n := range append([]string{w.Title}, t.Names...) {
				if stems := stemsOf(n); lang != a.Original && len(stems) > 0 && unicode.Is(i18n.Script(lang), firstLetter(stems[0])) {
					d.stems[lang] = append(d.stems[lang], stems)
				}
			}
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b defined) int { return len(b.title) - len(a.title) })
	return out
}

// stemsOf cuts the words of a term to what languages leave unbent of them;
// the short words that join them may change.
func stemsOf(term string) []string {
	words := strings.Fields(foldText(term))
	var out []string
	for _, word := range words {
		letters := []rune(word)
		if len(letters) >= 4 {
			out = append(out, string(letters[:max(3, len(letters)*3/5)]))
		}
	}
	if len(out) == 0 {
		return words
	}
	return out
}

// sameTerms asks that a term of the glossary is called in a translation what
// the glossary calls it in that language.
func (in *inspection) sameTerms(key string, lang content.Lang, original, translated string, terms []defined) {
	folded, lower := foldText(translated), strings.ToLower(original)
	for _, t := range terms {
		if len(t.stems[lang]) == 0 || !strings.Contains(lower, t.lower) || !t.name.MatchString(original) {
			continue
		}
		original = t.name.ReplaceAllString(original, "")
		if !slices.ContainsFunc(t.stems[lang], func(stems []string) bool {
			return !slices.ContainsFunc(stems, func(s string) bool { return !strings.Contains(folded, s) })
		}) {
			in.warn(key, "the original says "+authoring.Quote(t.title)+", this does not call it what the glossary does", "use the glossary's term, or add this form to its names")
		}
	}
}

func (in *inspection) sameLinks(key string, original, translated content.Words) {
	was, is := original.Links(), translated.Links()
	for _, l := range was {
		if !slices.Contains(is, l) {
			in.warn(key, "the original leads to "+authoring.Quote(l)+", this does not", "link the same words here")
		}
	}
	for _, l := range is {
		if !slices.Contains(was, l) {
			in.warn(key, "this leads to "+authoring.Quote(l)+", the original does not", "compare the two")
		}
	}
}
