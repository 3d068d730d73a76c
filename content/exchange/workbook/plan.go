package workbook

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
)

// sheet is one kind of record, a row each: where its rows stand in an archive, and which
// words are theirs. What may be said of a row besides is the format's own form.
type sheet struct {
	name  string
	one   string // what a row is called in the report
	about string // what stands in it, for the first sheet
	files []home
	list  string   // the key of the list that the rows are, "" where each is a file
	inner string   // the key of a list in each record of that list, whose rows they are
	outer string   // the heading of the record that such a list stands in
	named bool     // the list is one of names alone, whose words stand beside
	apart []string // keys that have sheets of their own
	lead  []string // facts that stand before the words
	words []slot
	hides bool // it is written only where something is to be said in it

	shape     *authoring.Form // of a row; nil where it is a name alone
	fixed     []column        // those that hold no words
	byHeading map[string]column
}

// home is a file in which a sheet's rows stand; a star is what the column of that heading
// says, and where there is none there is one such file.
type home struct{ heading, file string }

// slot is a wording of a row: its name before the headings, the name of its words in the
// file with a star for the row's id, and the fields that are usual.
type slot struct {
	name, id string
	usual    []string
}

func usual(fields string) []string { return strings.Fields(fields) }

// sheets are all sheets of records in the order in which a curator needs them.
var sheets = prepared([]*sheet{
	{name: "archive", one: "archive", about: "What this archive is: one row.",
		files: []home{{"", "archive.yaml"}}, lead: []string{"id"},
		words: []slot{{"", "archive", usual("title role text")}, {"support", "support", usual("title text")}}},
	{name: "cases", one: "history", about: "The histories: a row each.",
		files: []home{{"id", "cases/*/case.yaml"}}, apart: []string{"figures", "findings", "questions"}, lead: []string{"order", "span"},
		words: []slot{{"", "case", usual("title role text")}, {"caution", "caution", usual("title text")}}},
	{name: "events", one: "event", about: "What happened and when, of a history (case) or around a speech: a row each.",
		files: []home{{"case", "cases/*/timeline.yaml"}, {"speech", "speeches/*/timeline.yaml"}}, list: "events", lead: []string{"date"},
		words: []slot{{"", "*", usual("title text note")}}},
	{name: "sources", one: "source", about: "The bibliography. Every event, figure and finding names its sources by their ids.",
		files: []home{{"", "sources.yaml"}}, list: "sources"},
	{name: "people", one: "person", about: "The people that the archive tells of.",
		files: []home{{"", "people.yaml"}}, list: "people", lead: []string{"name"}, words: []slot{{"", "*", usual("role text")}}},
	{name: "places", one: "place", about: "The places, with degrees north and east.",
		files: []home{{"", "places.yaml"}}, list: "places", lead: []string{"name"}, words: []slot{{"", "*", usual("title text")}}},
	{name: "organisations", one: "organisation", about: "Courts, agencies, associations.",
		files: []home{{"", "organisations.yaml"}}, list: "organisations", lead: []string{"name"}, words: []slot{{"", "*", usual("text")}}},
	{name: "glossary", one: "term", about: "The words that the archive explains.",
		files: []home{{"", "glossary.yaml"}}, list: "terms", words: []slot{{"", "*", usual("title text note")}}},
	{name: "quotations", one: "quotation", about: "Quotations; their words stand under text.",
		files: []home{{"", "quotations.yaml"}}, list: "quotations", words: []slot{{"", "*", usual("text")}}},
	{name: "figures", one: "figure", about: "Numbers of a history, each with who states it.",
		files: []home{{"case", "cases/*/case.yaml"}}, list: "figures", words: []slot{{"", "figure-*", usual("title role note")}}},
	{name: "findings", one: "finding", about: "What courts and other bodies decided.",
		files: []home{{"case", "cases/*/case.yaml"}}, list: "findings", apart: []string{"outcomes"}, words: []slot{{"", "finding-*", usual("title text note")}}},
	{name: "outcomes", one: "outcome", about: "What became of each charge in a finding, and of whom: all of a finding's, in their order.",
		files: []home{{"case", "cases/*/case.yaml"}}, list: "findings", inner: "outcomes", outer: "finding", words: []slot{{"", "outcome-*", usual("title role note")}}},
	{name: "questions", one: "question", about: "Questions to think about at the end of a history: all of a history's, in their order.",
		files: []home{{"case", "cases/*/case.yaml"}}, list: "questions", named: true, words: []slot{{"", "question-*", usual("title")}}},
	{name: "media", one: "picture", about: "Pictures. The files lie beside this workbook, or in a folder media beside it.",
		files: []home{{"id", "media/*.yaml"}}, lead: []string{"file"}, words: []slot{{"", "media", usual("title text note")}}},
	{name: "speeches", one: "speech", about: "Speeches: who spoke, when and where, and why it matters.",
		files: []home{{"id", "speeches/*/speech.yaml"}}, apart: []string{"outline", "paragraphs"}, lead: []string{"speaker", "date"},
		words: []slot{{"", "speech", usual("title role text")}, {"why", "why", usual("title text")}, {"audience", "audience", usual("title text")}}},
	{name: "outline", one: "part", about: "The parts of a speech, in their order.",
		files: []home{{"speech", "speeches/*/speech.yaml"}}, list: "outline", words: []slot{{"", "*", usual("title text")}}},
	{name: "paragraphs", one: "paragraph", about: "What each paragraph of a speech speaks of, in their order.",
		files: []home{{"speech", "speeches/*/speech.yaml"}}, list: "paragraphs", words: []slot{{"", "*", usual("title text note")}}},
	{name: "lessons", one: "lesson", about: "Prepared sessions for a class.",
		files: []home{{"id", "lessons/*.yaml"}}, apart: []string{"stops"}, words: []slot{{"", "lesson", usual("title role text note")}, {"reflection", "reflection", usual("title text")}}},
	{name: "stops", one: "stop", about: "The stops of a lesson, in their order.",
		files: []home{{"lesson", "lessons/*.yaml"}}, list: "stops", apart: []string{"questions"}, words: []slot{{"", "*", usual("title text note")}, {"educator", "educator-*", usual("text note")}}},
	{name: "asked", one: "question", about: "The questions that a stop asks: all of a stop's, in their order.",
		files: []home{{"lesson", "lessons/*.yaml"}}, list: "stops", inner: "questions", outer: "stop", named: true, words: []slot{{"", "question-*", usual("title")}}},
	{name: "topics", one: "topic", about: "What visitors ask for in words of their own, and the pages that answer.",
		files: []home{{"", "topics.yaml"}}, list: "topics"},
	{name: textsSheet, one: "part", about: "The essays of histories and the words of speeches, a paragraph a row."},
	{name: reviewsSheet, one: "file", about: "Who translated and reviewed the words of each part, language by language."},
	{name: "keyboards", one: "page of keys", about: "The keys of a language that Vigil has no keyboard for.",
		files: []home{{"language", "keyboard.*.yaml"}}, list: "pages", hides: true},
	{name: otherSheet, one: "wording", about: "Words that stand in a file and belong to nothing.", words: []slot{{"", "*", usual("title role text note")}}, hides: true},
})

// prepared reads the columns of each sheet off the format, once.
func prepared(list []*sheet) []*sheet {
	for _, s := range list {
		switch s.name {
		case textsSheet:
			s.fixed = textsColumns()
		case reviewsSheet:
			s.fixed = reviewsColumns()
		case otherSheet:
			s.fixed = othersColumns()
		default:
			s.shape = s.form()
			s.fixed = s.facts()
		}
		s.byHeading = map[string]column{}
		for _, c := range s.fixed {
			s.byHeading[c.heading] = c
			if key := plainHeading(c.key); key != "" && c.role != partColumn {
				s.byHeading[key] = c
			}
		}
	}
	return list
}

// Sheets whose rows are no records of a form.
const (
	startSheet   = "Start"
	textsSheet   = "texts"
	reviewsSheet = "reviews"
	otherSheet   = "other words"
	listsSheet   = "lists" // of the words that drop-downs offer
)

// plannedSheet is the sheet of that name, or nil.
func plannedSheet(name string) *sheet {
	for _, s := range sheets {
		if s.name == name {
			return s
		}
	}
	return nil
}

// role is what a column is for.
type role uint8

const (
	ownerColumn role = iota // names the file that a row belongs to
	outerColumn             // names the record that a row belongs to
	idColumn                // is the row's own name
	factColumn
	partColumn // is one value of a small record, such as a map's edge
	wordColumn
	otherColumn // is of a sheet that is no list of records
)

// column is one column of a sheet.
type column struct {
	role    role
	heading string
	field   *authoring.FormField
	key     string // of the record, under which the value stands
	part    string // key of the small record under it
	slot    int
	lang    content.Lang
}

// form is that of a sheet's rows; nil where they are names alone.
func (s *sheet) form() *authoring.Form {
	form, ok := authoring.FormOf(s.files[0].in("x"))
	if !ok || s.named {
		return nil
	}
	for _, key := range []string{s.list, s.inner} {
		if key != "" {
			form = form.Field(key).Form
		}
	}
	return form
}

// in is the file of an owner.
func (h home) in(owner string) string { return strings.Replace(h.file, "*", owner, 1) }

// starred reports whether rows of the sheet belong to files of several owners.
func (s *sheet) starred() bool { return strings.Contains(s.files[0].file, "*") }

// wordForm is what may be said in words.
var wordForm = authoring.FieldForm("people.en.yaml", "words")

// madeFrom is the heading of the hash of the wording that a translation was made from.
const madeFrom = "made from"

// headingOf is how a key is written above a column.
func headingOf(key string) string {
	if key == "of" {
		return madeFrom
	}
	return strings.ReplaceAll(key, "_", " ")
}

// facts are the columns of a sheet that hold no words.
func (s *sheet) facts() []column {
	var list []column
	if s.starred() {
		for _, h := range s.files {
			r := ownerColumn
			if h.heading == "id" {
				r = idColumn
			}
			list = append(list, column{role: r, heading: h.heading, field: nameField})
		}
	}
	if s.outer != "" {
		list = append(list, column{role: outerColumn, heading: s.outer, field: nameField})
	}
	form := s.form()
	if form == nil {
		return append(list, column{role: idColumn, heading: "id", field: nameField})
	}
	if id := form.Field("id"); id != nil {
		r := idColumn
		if s.list == "" {
			r = factColumn
		}
		list = append(list, column{role: r, heading: "id", key: "id", field: id})
	}
	for i := range form.Fields {
		list = append(list, s.fact(&form.Fields[i])...)
	}
	return list
}

// nameField is a name that the format gives by a file's or folder's name.
var nameField = &authoring.FormField{Name: "id", Kind: authoring.IDField, Required: true,
	About: "A name for it: small letters, digits, hyphens, such as first-history. It stays the same for good."}

// fact are the columns of one key.
func (s *sheet) fact(f *authoring.FormField) []column {
	switch {
	case f.Name == "id", slices.Contains(s.apart, f.Name), f.Kind == authoring.NamedField:
		return nil
	case f.Kind != authoring.RecordField:
		return []column{{role: factColumn, heading: headingOf(f.Name), key: f.Name, field: f}}
	case f.Many:
		return nil
	}
	var list []column
	for i := range f.Form.Fields {
		one := &f.Form.Fields[i]
		list = append(list, column{role: partColumn, heading: headingOf(f.Name) + ": " + headingOf(one.Name), key: f.Name, part: one.Name, field: one})
	}
	return list
}

// wording is the column of a field of words; its field is that of the form.
func (s *sheet) wording(slot int, field string, lang content.Lang) (column, bool) {
	f := wordForm.Field(field)
	if f == nil || slot >= len(s.words) {
		return column{}, false
	}
	heading := headingOf(field) + " [" + string(lang) + "]"
	if name := s.words[slot].name; name != "" {
		heading = name + ": " + heading
	}
	return column{role: wordColumn, heading: heading, key: field, slot: slot, lang: lang, field: f}, true
}

// columns are those that a sheet is written with: facts, and of the words those that are
// usual and those that used reports.
func (s *sheet) columns(langs []content.Lang, original content.Lang, used func(column) bool) []column {
	var before, after, list []column
	for _, c := range s.fixed {
		if c.role != factColumn && c.role != partColumn || slices.Contains(s.lead, c.key) || c.key == "id" {
			before = append(before, c)
			continue
		}
		after = append(after, c)
	}
	slices.SortStableFunc(before, func(a, b column) int { return s.rank(a) - s.rank(b) })
	list = append(before, s.wordings(original, original, used)...)
	list = append(list, after...)
	for _, l := range langs {
		if l != original {
			list = append(list, s.wordings(l, original, used)...)
		}
	}
	return list
}

// rank puts names first, then the facts that lead in their own order.
func (s *sheet) rank(c column) int {
	if c.role == factColumn && c.key != "id" {
		return 10 + slices.Index(s.lead, c.key)
	}
	return 0
}

func (s *sheet) wordings(lang, original content.Lang, used func(column) bool) []column {
	var list []column
	for i, slot := range s.words {
		for _, f := range wordForm.Fields {
			c, ok := s.wording(i, f.Name, lang)
			expected := slices.Contains(slot.usual, f.Name) || f.Name == "of" && lang != original
			if ok && (expected || used != nil && used(c)) {
				list = append(list, c)
			}
		}
	}
	return list
}

// refers tells which sheet the names under a key are of.
var refers = map[string]string{
	"sources": "sources", "source": "sources", "full_text": "sources",
	"people": "people", "person": "people", "speaker": "people",
	"place": "places", "places": "places", "organisation": "organisations", "body": "organisations", "preface_by": "organisations",
	"terms": "glossary", "see": "glossary", "cases": "cases", "media": "media", "speech": "speeches",
	"follows": "findings", "appeal_of": "findings",
}

// refersTo is the sheet whose ids stand in a column, or "".
func (s *sheet) refersTo(c column) string {
	switch {
	case c.role == ownerColumn:
		return map[string]string{"case": "cases", "speech": "speeches", "lesson": "lessons"}[c.heading]
	case c.role == factColumn && c.field.Kind == authoring.IDField && c.field.Words == nil:
		return refers[c.key]
	}
	return ""
}

// tag is a language as it is usually written, and whether it is one.
func tag(s string) (content.Lang, bool) {
	t, err := language.Parse(strings.TrimSpace(s))
	if err != nil || t == language.Und {
		return "", false
	}
	return content.Lang(t.String()), true
}

// rightToLeft reports whether a language is written so.
func rightToLeft(l content.Lang) bool {
	t, err := language.Parse(string(l))
	if err != nil {
		return false
	}
	script, _ := t.Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}, script.String())
}
