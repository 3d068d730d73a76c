package workbook

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content/authoring"
)

// Columns of the sheets whose rows are no records of one form: prose, the heads of files of
// words, and words without an owner.

func otherNamed(heading, about string) column {
	return column{role: otherColumn, heading: heading, key: heading, field: &authoring.FormField{Name: heading, About: about, Kind: authoring.PlainField, Required: true}}
}

// textField is a paragraph of prose as it stands in a cell.
var textField = &authoring.FormField{Name: "text", Kind: authoring.TextField,
	About: "The words of this paragraph in this language, as plain prose: *emphasis*, ## a heading, [a name](person/ID)."}

// textsColumns name whose prose a row is, and which part of it.
func textsColumns() []column {
	list := []column{
		{role: ownerColumn, heading: "case", field: nameField},
		{role: ownerColumn, heading: "speech", field: nameField},
		otherNamed("part", "Which paragraph it is, from 1. Rows are put in this order."),
	}
	list[0].field = &authoring.FormField{Name: "case", Kind: authoring.IDField, About: "The id of the history whose essay this is; or leave it empty and name a speech."}
	list[1].field = &authoring.FormField{Name: "speech", Kind: authoring.IDField, About: "The id of the speech whose words these are; or leave it empty and name a history."}
	list[2].field.Kind = authoring.WholeField
	return list
}

// prose is the file of a history's essay or a speech's words.
func prose(owner, id, lang string) string {
	if owner == "case" {
		return "cases/" + id + "/essay." + lang + ".md"
	}
	return "speeches/" + id + "/text." + lang + ".md"
}

// othersColumns name words that no row has.
func othersColumns() []column {
	return []column{otherNamed("file", "The file without its language, such as cases/bosnia/case."), otherNamed("id", "The name that the words stand under.")}
}

// reviewsColumns are of what stands at the head of files of words.
func reviewsColumns() []column {
	list := []column{
		otherNamed("file", "The part, without its language, such as people or cases/bosnia/essay."),
		otherNamed("language", "The language, as its tag, such as fr."),
	}
	list[1].field.Kind = authoring.LanguageField
	var seen []string
	for _, name := range []string{"people.en.yaml", "cases/x/essay.en.md"} {
		form, _ := authoring.FormOf(name)
		for i := range form.Fields {
			f := &form.Fields[i]
			if f.Kind == authoring.NamedField || slices.Contains(seen, f.Name) {
				continue
			}
			seen = append(seen, f.Name)
			list = append(list, column{role: otherColumn, heading: headingOf(f.Name), key: f.Name, field: f})
		}
	}
	return list
}

// headed is the file of words that a row of the reviews is about: of records, or of prose.
func headed(base, lang string) (name string, ok bool) {
	end := ".yaml"
	if last := base[strings.LastIndex(base, "/")+1:]; last == "essay" || last == "text" {
		end = ".md"
	}
	name = base + "." + lang + end
	form, ok := authoring.FormOf(name)
	return name, ok && (end == ".md" || form.Field("words") != nil)
}

// partsOf is prose by its paragraphs, which empty lines part. Joined with an empty line
// between they are what it was: where more than that stands between two paragraphs they
// stay together.
func partsOf(body string) []string {
	var parts []string
	from := 0
	for at := 0; ; {
		i := strings.Index(body[at:], "\n\n")
		if i < 0 {
			return append(parts, body[from:])
		}
		i += at
		at = i + 1
		before, _ := utf8.DecodeLastRuneInString(body[:i])
		after, _ := utf8.DecodeRuneInString(body[i+2:])
		if !unicode.IsSpace(before) && !unicode.IsSpace(after) && i > from {
			parts, from, at = append(parts, body[from:i]), i+2, i+2
		}
	}
}

// joinedParts is prose of its paragraphs.
func joinedParts(parts []string) string { return strings.Join(parts, "\n\n") }
