package workbook

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/dating"
	"vigil/content/route"
)

// value is what a cell says, as a record has it.
type value struct {
	text  string
	list  []string // of a list; empty where the cell says that nothing is in it
	pairs []pair
	empty bool
}

// mistake is why a cell cannot be read, and its mend. A row with one is left out.
type mistake struct{ rule, message, mend string }

// said is what is to be told of a cell that could be read.
type said struct {
	weight              exchange.Weight
	rule, message, mend string
	once                bool
}

// reader reads cells as the fields of the format want them.
type reader struct {
	langs []content.Lang // in which words of dates stand, the likeliest first
	names *register
	parts bool   // a number of the row may have decimals where it could be one of thousands
	told  []said // of the cell that was read last
}

func (r *reader) tell(w exchange.Weight, rule, message, mend string) {
	r.told = append(r.told, said{w, rule, message, mend, false})
}

func (r *reader) once(w exchange.Weight, rule, message, mend string) {
	r.told = append(r.told, said{w, rule, message, mend, true})
}

// read reads a cell. Refers is the sheet that the names in it are of, or "".
func (r *reader) read(c cell, f *authoring.FormField, refers string) (value, *mistake) {
	r.told = nil
	switch c.kind {
	case asFault:
		return value{}, &mistake{"fault", "this cell shows " + authoring.Quote(c.text), "write the value itself"}
	case asUnsaid:
		return value{}, &mistake{"no-value", "the formula in this cell has no value that was saved with it", "open the workbook in a spreadsheet program, let it calculate, and save it; or write the value itself"}
	}
	text, lost := authoring.Clean(c.text)
	if lost {
		r.tell(exchange.Altered, "letters", "letters that no archive may hold were taken out of this cell", "")
	}
	c.text = text
	if note := c.note(); note != "" {
		r.tell(exchange.Decide, "cell", note, "look whether this is meant")
	}
	if strings.TrimSpace(c.text) == "" {
		return value{empty: true}, nil
	}
	switch {
	case f.Kind == authoring.PairsField:
		pairs, ok := unpaired(c.text)
		if !ok {
			return value{}, &mistake{"pairs", "a line of this cell has no name before its text", "write a line each as name: text"}
		}
		return value{pairs: pairs}, nil
	case f.Many:
		return r.many(c, f, refers)
	}
	one, wrong := r.one(c, f, refers)
	return value{text: one, empty: one == "" && wrong == nil}, wrong
}

func (r *reader) many(c cell, f *authoring.FormField, refers string) (value, *mistake) {
	items := unlisted(c.text, f.Kind)
	list := make([]string, 0, len(items))
	for _, item := range items {
		one, wrong := r.one(cell{text: lined(item), kind: c.kind}, f, refers)
		if wrong != nil {
			return value{}, wrong
		}
		if slices.Contains(list, one) && named(f.Kind) && f.Words == nil && refers != "" {
			r.once(exchange.Altered, "twice", "the same name stands twice in this cell and came once", "")
			continue
		}
		list = append(list, one)
	}
	return value{list: list}, nil
}

func (r *reader) one(c cell, f *authoring.FormField, refers string) (string, *mistake) {
	switch f.Kind {
	case authoring.TextField:
		if c.rich() != "" {
			text, _ := authoring.Clean(c.rich())
			r.once(exchange.Altered, "format", "italics and bold letters of this cell came as *italics* and **bold**", "")
			return strings.TrimSpace(text), nil
		}
		return strings.TrimSpace(c.text), nil
	case authoring.PlainField:
		r.unformatted(c)
		return strings.TrimSpace(c.text), nil
	case authoring.DateField:
		return r.date(c)
	case authoring.WholeField, authoring.NumberField:
		return r.number(c, f)
	case authoring.TruthField:
		return truthOf(c)
	case authoring.LanguageField:
		return r.language(c)
	case authoring.IDField:
		return r.name(c, f, refers)
	}
	r.unformatted(c)
	text := unlined(c.text)
	if strings.Contains(text, "\n") {
		r.once(exchange.Altered, "one-line", "this is written in one line; the lines of this cell came as one", "")
		text = strings.Join(strings.Fields(text), " ")
	}
	return text, nil
}

func (r *reader) unformatted(c cell) {
	if c.rich() != "" {
		r.once(exchange.Altered, "format", "italics and bold letters of this cell did not come: a line has none", "")
	}
}

var (
	serialLike = regexp.MustCompile(`^[1-9][0-9]{4,5}(\.[0-9]+)?$`)
	yearLike   = regexp.MustCompile(`^-?[0-9]{1,4}$`)
	shortYear  = regexp.MustCompile(`^[0-9]{1,3}$`)
	partOfYear = regexp.MustCompile(`^[0-9]+\.0*[1-9][0-9]*$`)
)

func (r *reader) date(c cell) (string, *mistake) {
	text := strings.TrimSpace(c.text)
	if c.kind == asDate {
		text = strings.TrimSuffix(text, "T00:00:00")
	}
	if c.kind == asNumber || yearLike.MatchString(text) {
		switch {
		case shortYear.MatchString(text):
			return "", &mistake{"date", "a year of fewer than four figures stands here, " + authoring.Quote(text), "write it in four, such as 1994, or 0070 for the year 70"}
		case c.kind == asNumber && partOfYear.MatchString(text) && !serialLike.MatchString(text):
			return "", &mistake{"date", "the number " + authoring.Quote(text) + " stands here, and it is no year", "write the date as text, such as 1994-05"}
		}
		if yearLike.MatchString(text) {
			n, err := strconv.Atoi(text)
			if err == nil {
				return content.Moment{Year: n, Precision: content.Year}.EDTF(), nil
			}
		}
		if serialLike.MatchString(text) {
			return "", &mistake{"date", "the number " + authoring.Quote(text) + " stands here, which may be a date that lost its format", "format the cell as a date, look at what it shows, and write it as text such as 1994-04-07"}
		}
	}
	if _, err := content.ParseDate(text); err == nil {
		return text, nil
	}
	read, err := dating.Read(text, r.langs...)
	wrong := new(content.DateError)
	switch {
	case errors.As(err, &wrong):
		return "", &mistake{"date", "not a date: " + wrong.Fault, wrong.Mend}
	case err != nil:
		return "", &mistake{"date", "not a date: " + err.Error(), `write it as text, such as 1994-04-07`}
	case read.Asked != "":
		return "", &mistake{"date", authoring.Quote(text) + " can be read in more than one way", read.Asked}
	case read.Date.IsZero():
		r.tell(exchange.Altered, "undated", authoring.Quote(text)+" says that there is no date, and came as none", "")
		return "", nil
	}
	edtf := read.Date.EDTF
	if read.Note != "" {
		r.tell(exchange.Decide, "date-words", authoring.Quote(text)+" came as "+edtf+"; the date cannot hold "+authoring.Quote(read.Note), "write it into the note where it matters")
	} else {
		r.once(exchange.Altered, "date", "a date that is written otherwise came in the archive's own form, such as 1994-04-07", "")
	}
	return edtf, nil
}

func (r *reader) language(c cell) (string, *mistake) {
	text := strings.TrimSpace(c.text)
	l, ok := tag(text)
	if !ok {
		return "", &mistake{"language", authoring.Quote(text) + " is no language", "write its tag, such as en, fr, bs or sr-Cyrl"}
	}
	return string(l), nil
}

// routed are the keys whose names are addresses in the kiosk, and those that have a form of
// their own.
var routed = []string{"about", "events", "routes", "attract", "answers", "sha256"}

// name reads the name of a record or a word of a small list.
func (r *reader) name(c cell, f *authoring.FormField, refers string) (string, *mistake) {
	text := unlined(c.text)
	if f.Words != nil {
		return r.word(text, f)
	}
	if slices.Contains(routed, f.Name) {
		return text, nil
	}
	known := r.names.of(refers)
	if route.ValidID(text) && (known == nil || known.ids[text]) {
		return text, nil
	}
	if known != nil {
		if id := known.called(text); id != "" {
			r.once(exchange.Altered, "name", "a name stands here, and the id of the one record that has it came", "")
			return id, nil
		}
	}
	if route.ValidID(text) {
		if near := known.nearest(text); near != "" {
			r.tell(exchange.Decide, "unknown", "nothing in "+refers+" is called "+authoring.Quote(text), "did you mean "+authoring.Quote(near)+"?")
		}
		return text, nil
	}
	would := exchange.Slug(text)
	if would != "" && (known == nil && f.Name == "id" || known != nil && known.ids[would]) {
		r.once(exchange.Altered, "small-id", "an id that is written otherwise came in small letters, digits and hyphens, such as "+authoring.Quote(would), "write it so, for it is what other rows and pages name")
		return would, nil
	}
	if known != nil {
		mend := "write the id of a row of " + refers
		if near := known.nearest(would); near != "" {
			mend = "did you mean " + authoring.Quote(near) + "?"
		}
		return "", &mistake{"bad-id", "nothing in " + refers + " is called " + authoring.Quote(text), mend}
	}
	if would == "" {
		return "", &mistake{"bad-id", authoring.Quote(text) + " is no id", "write small letters, digits and single hyphens, such as first-history"}
	}
	return "", &mistake{"bad-id", authoring.Quote(text) + " is no id: small letters, digits and single hyphens", "write " + would}
}

// word reads one of few words.
func (r *reader) word(text string, f *authoring.FormField) (string, *mistake) {
	if slices.Contains(f.Words, text) {
		return text, nil
	}
	plain := strings.ReplaceAll(plainHeading(text), " ", "-")
	if slices.Contains(f.Words, plain) {
		r.once(exchange.Altered, "word", authoring.Quote(text)+" came as "+authoring.Quote(plain), "")
		return plain, nil
	}
	mend := "write one of " + strings.Join(f.Words, ", ")
	if near := authoring.Nearest(plain, f.Words); near != "" {
		mend = "did you mean " + authoring.Quote(near) + "?"
	}
	return "", &mistake{"unknown-value", authoring.Quote(text) + " is none of the words for " + headingOf(f.Name), mend}
}

// truths are the ways to say yes and no, in the languages of the kiosk and in what
// spreadsheets write in them.
var truths = map[string]bool{
	"true": true, "yes": true, "y": true, "x": true, "1": true, "✓": true, "✔": true, "✗": false, "on": true, "t": true,
	"false": false, "no": false, "n": false, "0": false, "off": false, "-": false, "–": false, "f": false,
	"ja": true, "wahr": true, "j": true, "nein": false, "falsch": false,
	"oui": true, "vrai": true, "o": true, "non": false, "faux": false,
	"sí": true, "si": true, "s": true, "verdadero": true, "falso": false,
	"da": true, "tačno": true, "istina": true, "ne": false, "netačno": false, "laž": false,
	"نعم": true, "صح": true, "صحيح": true, "لا": false, "خطأ": false,
	"כן": true, "אמת": true, "לא": false, "שקר": false,
	"yego": true, "ni byo": true, "oya": false, "si byo": false,
}

func truthOf(c cell) (string, *mistake) {
	text := strings.ToLower(strings.TrimSpace(c.text))
	text = strings.TrimSuffix(text, ".0")
	if b, ok := truths[text]; ok {
		return strconv.FormatBool(b), nil
	}
	return "", &mistake{"wrong-type", authoring.Quote(c.text) + " is neither yes nor no", "write true or false"}
}
