package dating

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vigil/content"
	"vigil/i18n"
)

// meaning is what a phrase does in a date, as a letter of a signature.
type meaning byte

const (
	unknownWord meaning = 'U'
	month       meaning = 'm' // n is its number
	season      meaning = 's' // n as EDTF counts them, from 21
	century     meaning = 'c' // the word "century"
	decadeWord  meaning = 'k' // the word "decade"
	tens        meaning = 't' // n is 20 to 90: "twenties"
	ordinal     meaning = 'o' // n is the number
	weekday     meaning = 'w' // n from 0, Sunday
	about       meaning = 'A'
	perhaps     meaning = 'P'
	between     meaning = 'B'
	and         meaning = '&'
	or          meaning = '|'
	from        meaning = '>'
	to          meaning = '<'
	before      meaning = '['
	after       meaning = ']'
	present     meaning = '!'
	unknownEnd  meaning = '*'
	part        meaning = 'p'
	aside       meaning = 'a'
	noise       meaning = ' '
	bce         meaning = 'b'
	ce          meaning = 'e'
	hijri       meaning = 'H'
	endWithin   meaning = '}' // n is the content.Precision that the end is within, NoPrecision where it is not known
	beginWithin meaning = '{'
	day         meaning = 'n' // a number of one or two digits
	year        meaning = 'y' // of four
	hundreds    meaning = 'h' // of three
	longNumber  meaning = 'L'
	decade      meaning = 'D' // n is its first year
	shortDecade meaning = 'd' // "40s"
	figures     meaning = 'F' // a whole date in figures
	dash        meaning = '-'
	slash       meaning = '/'
)

// sense is what one phrase means.
type sense struct {
	meaning meaning
	n       int
}

// lexicon is what a language's phrases mean; its keys are folded words parted by spaces.
type lexicon map[string]sense

// longestPhrase is the most words of a phrase.
const longestPhrase = 12

// lexicons are read once, for the catalogues they are made of never change.
var lexicons = sync.OnceValues(func() (map[content.Lang]lexicon, error) {
	catalogue, err := i18n.Load()
	if err != nil {
		return nil, fmt.Errorf("read the names of months: %w", err)
	}
	out := map[content.Lang]lexicon{}
	for _, lang := range inOrder {
		out[lang] = newLexicon(vocabularies[lang], catalogue.Locale(lang))
	}
	return out, nil
})

// undated are the ways to say, in any language, that there is no date.
var undated = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{"-": true, "–": true, "--": true, "?": true, "??": true, "???": true, "...": true, "0000 00 00": true, ".": true, "/": true}
	for _, v := range vocabularies {
		for _, phrase := range strings.Split(v.undated, "|") {
			out[key(phrase)] = true
		}
	}
	return out
})

func newLexicon(v vocabulary, l *i18n.Locale) lexicon {
	x := lexicon{}
	x.add(noise, 0, v.noise)
	for name, n := range l.MonthNames() {
		x.add(month, n, name)
	}
	for _, each := range []struct {
		meaning meaning
		phrases string
	}{
		{about, v.about}, {perhaps, v.perhaps}, {between, v.between}, {and, v.and}, {or, v.or}, {from, v.from}, {to, v.to}, {before, v.before}, {after, v.after},
		{present, v.present}, {unknownEnd, v.unknown}, {part, v.part}, {aside, v.aside}, {bce, v.bce}, {ce, v.ce}, {hijri, v.hijri}, {century, v.century}, {decadeWord, v.decade},
	} {
		x.add(each.meaning, 0, each.phrases)
	}
	for i, name := range []string{v.spring, v.summer, v.autumn, v.other} {
		x.add(season, 21+i, name)
	}
	for i, names := range strings.Split(v.weekdays, "|") {
		x.add(weekday, i, strings.ReplaceAll(names, "/", "|"))
	}
	x.numbered(month, v.months)
	x.numbered(tens, v.tens)
	x.numbered(ordinal, v.ordinals)
	x.ends(l)
	return x
}

func (x lexicon) add(m meaning, n int, phrases string) {
	for _, phrase := range strings.Split(phrases, "|") {
		if k := key(phrase); k != "" {
			x[k] = sense{m, n}
		}
	}
}

func (x lexicon) numbered(m meaning, phrases string) {
	for _, phrase := range strings.Split(phrases, "|") {
		name, number, _ := strings.Cut(phrase, "=")
		n, err := strconv.Atoi(number)
		if err == nil {
			x.add(m, n, name)
		}
	}
}

// ends adds what the catalogue says behind a date of which one end is not known.
func (x lexicon) ends(l *i18n.Locale) {
	const mark = "8888"
	values := map[string]string{"Date": mark, "The": mark, "To": mark}
	for kind, precision := range map[string]content.Precision{
		"within-month": content.Month, "within-season": content.Season, "within-year": content.Year, "within-decade": content.Decade, "within-century": content.Century, "unknown": content.NoPrecision,
	} {
		for side, m := range map[string]meaning{"end": endWithin, "begin": beginWithin} {
			if _, behind, ok := strings.Cut(l.SayWith("date."+side+kind, values), mark); ok {
				x.add(m, int(precision), behind)
			}
		}
	}
}

// key is a phrase as lexicons have it: its folded words, parted by spaces.
func key(phrase string) string {
	return strings.Join(strings.FieldsFunc(fold(phrase), func(r rune) bool { return strings.ContainsRune(" -.,–()", r) }), " ")
}

// dictionary is the lexicons in the order in which they are asked.
type dictionary []lexicon

// newDictionary begins with the languages asked for; others than the eight are passed over.
func newDictionary(langs []content.Lang) (dictionary, error) {
	all, err := lexicons()
	if err != nil {
		return nil, err
	}
	var order []content.Lang
	for _, lang := range append(slices.Clone(langs), inOrder...) {
		if all[lang] != nil && !slices.Contains(order, lang) {
			order = append(order, lang)
		}
	}
	var out dictionary
	for _, lang := range order {
		out = append(out, all[lang])
	}
	return out, nil
}

func (d dictionary) find(phrase string) (sense, bool) {
	for _, x := range d {
		if s, ok := x[phrase]; ok {
			return s, true
		}
	}
	return sense{}, false
}
