package authoring

import (
	"reflect"
	"slices"

	"vigil/content"
)

// FieldKind tells what stands behind a key.
type FieldKind uint8

// The kinds of value.
const (
	LineField     FieldKind = iota // one line of words
	TextField                      // words in the archive's Markdown, of several lines
	PlainField                     // words of several lines that are no Markdown
	IDField                        // the name of a record, of its own or another's, or a route
	DateField                      // EDTF
	WholeField                     // a whole number
	NumberField                    // a number
	TruthField                     // true or false
	LanguageField                  // a BCP 47 tag
	RecordField                    // a record, or with Many a list of them
	NamedField                     // records by names of the writer's own
	PairsField                     // texts by names of the writer's own
)

// FormField is one key of a record.
type FormField struct {
	Name     string
	About    string // one line of help for who writes it
	Kind     FieldKind
	Many     bool     // a list of these
	Required bool     // it must be written, for the format or for a rule of check
	Words    []string // the words that it may be, where they are few; nil where it is free
	Form     *Form    // of the records behind it
}

// Form is what may stand in one kind of record, in the order in which it is written. It is
// read off the Go types that the decoder fills.
type Form struct{ Fields []FormField }

// Field is the field of that name, or nil.
func (f *Form) Field(name string) *FormField {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			return &f.Fields[i]
		}
	}
	return nil
}

// FormOf is the form of the file of that name, such as people.yaml or
// cases/bosnia/timeline.fr.yaml; of an essay or a speech's text it is the form of its head.
// It reports false where the format knows no such file, or knows it as no file of records.
func FormOf(name string) (*Form, bool) {
	f, ok := classify(name)
	if !ok {
		return nil, false
	}
	form, ok := forms[f.kind]
	return form, ok
}

// FieldForm is the form of the records behind a key of a file.
func FieldForm(name, key string) *Form {
	form, ok := FormOf(name)
	if !ok {
		return nil
	}
	if f := form.Field(key); f != nil {
		return f.Form
	}
	return nil
}

var forms = map[fileKind]*Form{
	archiveFile:       formOf(reflect.TypeFor[rawArchive]()),
	sourcesFile:       formOf(reflect.TypeFor[rawSources]()),
	peopleFile:        formOf(reflect.TypeFor[rawPeople]()),
	organisationsFile: formOf(reflect.TypeFor[rawOrganisations]()),
	placesFile:        formOf(reflect.TypeFor[rawPlaces]()),
	glossaryFile:      formOf(reflect.TypeFor[rawGlossary]()),
	quotationsFile:    formOf(reflect.TypeFor[rawQuotations]()),
	topicsFile:        formOf(reflect.TypeFor[rawTopics]()),
	keyboardFile:      formOf(reflect.TypeFor[rawKeyboard]()),
	caseFile:          formOf(reflect.TypeFor[rawCase]()),
	timelineFile:      formOf(reflect.TypeFor[rawTimeline]()),
	speechFile:        formOf(reflect.TypeFor[rawSpeech]()),
	lessonFile:        formOf(reflect.TypeFor[rawLesson]()),
	mediumFile:        formOf(reflect.TypeFor[rawMedium]()),
	wordsFile:         formOf(reflect.TypeFor[rawWords]()),
	essayFile:         formOf(reflect.TypeFor[rawHead]()),
	spokenFile:        formOf(reflect.TypeFor[rawHead]()),
}

func formOf(t reflect.Type) *Form {
	form := &Form{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, tagged := f.Tag.Lookup("yaml")
		key := keyOf(name, i, f.Tag.Get("check"))
		if !tagged || key.gone {
			continue
		}
		field := FormField{Name: name, About: f.Tag.Get("about"), Required: key.required || slices.Contains(wanted, t.Name()+"."+name), Words: words(key.enum)}
		field.typed(f.Type, key)
		form.Fields = append(form.Fields, field)
	}
	return form
}

// typed says what the Go type of a field holds.
func (field *FormField) typed(t reflect.Type, key key) {
	switch t.Kind() {
	case reflect.Slice:
		field.Many = true
		field.typed(t.Elem(), key)
	case reflect.Map:
		field.Kind = PairsField
		if t.Elem().Kind() == reflect.Pointer {
			field.Kind, field.Form = NamedField, formOf(t.Elem().Elem())
		}
	case reflect.Pointer:
		field.Kind, field.Form = RecordField, formOf(t.Elem())
	case reflect.Bool:
		field.Kind = TruthField
	case reflect.Int:
		field.Kind = WholeField
	case reflect.Float64:
		field.Kind = NumberField
	default:
		field.Kind = textKind(t, key)
	}
}

func textKind(t reflect.Type, key key) FieldKind {
	switch t {
	case reflect.TypeFor[Passage]():
		return TextField
	case reflect.TypeFor[content.Date]():
		return DateField
	case reflect.TypeFor[content.Lang]():
		return LanguageField
	}
	switch {
	case key.id || key.enum != "":
		return IDField
	case key.line:
		return LineField
	}
	return unnamed[key.name]
}

// unnamed are the keys whose tags do not tell what their text is: names of records and
// routes stand for themselves, for rules say what is wrong with them.
var unnamed = map[string]FieldKind{
	"rights": PlainField, "preface": PlainField, "byline": PlainField, "sha256": IDField,
	"sources": IDField, "see": IDField, "speaker": IDField, "source": IDField, "speech": IDField, "body": IDField,
	"follows": IDField, "appeal_of": IDField, "about": IDField, "person": IDField, "organisation": IDField,
	"place": IDField, "people": IDField, "cases": IDField, "media": IDField, "full_text": IDField, "preface_by": IDField,
	"paragraphs": IDField, "events": IDField, "places": IDField, "terms": IDField, "routes": IDField,
}
