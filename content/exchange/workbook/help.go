package workbook

import (
	"regexp"
	"strings"
)

// inFiles is what the format's help says of files of YAML, which is no help in a cell.
var inFiles = regexp.MustCompile(`[;,]? ?([Ii]ts|[Tt]heir|[Tt]he) words (themselves )?stand (under it |as )?[^;.]*(\.[A-Z]+\.(yaml|md)|question-[a-z0-9-]+)| After \| where it is long\.| as many as text\.LANGUAGE\.md has\.|, in quotes`)

// inCells is help for what is said otherwise in cells than in files.
var inCells = map[string]string{
	"outcomes.id":     "Needed only where this row has words of its own, such as krstic-aiding.",
	"topics.asked":    "How visitors put it, in all languages together: rescuers, who helped, Justes, Retter.",
	"media.file":      "The picture's file, such as library.jpg. It lies beside this workbook, or in a folder media there.",
	"lessons.seen":    "Written by the lesson builder. Leave it alone.",
	"cases.countries": "Whose ground the map sets apart, by ISO 3166-1, such as BA; [] for none. Left out, the kiosk chooses.",
}

// inWords is what words are of a kind of row: by sheet, wording and field.
var inWords = map[string]string{
	"archive.title": "The title on the first page.", "archive.role": "The line under it.", "archive.text": "The welcome: what a visitor finds here, in a few sentences.",
	"archive.support.title": "The heading on Take a moment, such as Somebody to talk to.", "archive.support.text": "Where a visitor finds somebody to talk to.",
	"cases.title": "What the history is called.", "cases.role": "The line under it.", "cases.text": "What this history tells, in three or four sentences.",
	"cases.caution.title": "Such as Before you read.", "cases.caution.text": "What this history tells of, so that a visitor can choose. Be specific; never say who should read it.",
	"events.title": "What happened, in a few words, such as Srebrenica is taken.", "events.text": "What happened, where, and to whom, in plain sentences.", "events.note": "What is uncertain or disputed. May be left out.",
	"people.role": "Who this person was, in one line.", "people.text": "Where this person lived, and what is known of the life.", "people.title": "The name, where this language writes it otherwise.",
	"places.title": "The name, where this language writes it otherwise. May be left out.", "places.text": "What a visitor should know of this place.",
	"organisations.text": "What it is, in a sentence or two.", "glossary.title": "The term.", "glossary.text": "What it means, in plain words.", "glossary.note": "How it is used, and what a careful reader must also know.",
	"quotations.text": "The words themselves, without quotation marks around them.",
	"figures.title":   "What is counted.", "figures.role": "Who states it.", "figures.note": "What the number includes and what not. May be left out.",
	"findings.title": "What was decided, in a few words.", "findings.text": "What was decided, in plain sentences.",
	"outcomes.title": "Of whom, where that is no name, such as Nine of the twelve men tried.", "outcomes.role": "What the charges are about, such as Srebrenica, July 1995.",
	"questions.title": "The question.", "asked.title": "The question.",
	"media.title": "The caption.", "media.text": "What the picture shows, told to who cannot see it.", "media.note": "What one should know before looking. May be left out.",
	"speeches.title": "What the speech is called.", "speeches.role": "The occasion.", "speeches.text": "The speech in a few sentences.",
	"speeches.why.text": "Why it is here.", "speeches.audience.text": "Who listened.",
	"outline.title": "What this part is about.", "outline.text": "What it says, in a sentence.",
	"paragraphs.title": "A heading for it.", "paragraphs.text": "What it argues, in a sentence.",
	"lessons.title": "What the lesson is called.", "lessons.role": "The subjects.", "lessons.text": "What learners take away.", "lessons.note": "For the educator alone.",
	"lessons.reflection.title": "The last question or thought.", "lessons.reflection.text": "What learners may think about or write.",
	"stops.title": "What the stop is called.", "stops.text": "What is done, said to the learners in some 45 words at most.", "stops.note": "What to know before the stop is shown.",
	"stops.educator.text": "Why this stop; for the educator alone.", "stops.educator.note": "Private notes.",
}

// needed reports whether a column must be filled: an id is made of a title where there is
// none.
func (p page) needed(c column) bool {
	switch {
	case c.role == idColumn || c.key == "id" && p.list != "":
		return p.name == "paragraphs" || p.name == otherSheet
	case c.role == ownerColumn:
		return len(p.files) < 2 && p.files != nil
	case c.role == partColumn:
		return false
	}
	return c.field.Required
}

// worded is help for words, of what they are here.
func (p page) worded(c column) string {
	slot := p.name
	if c.slot < len(p.words) && p.words[c.slot].name != "" {
		slot += "." + p.words[c.slot].name
	}
	return inWords[slot+"."+c.key]
}

// helpOf is the line of help of a column.
func helpOf(p page, c column) string {
	about, in := inCells[p.name+"."+c.key]
	if !in {
		about = inFiles.ReplaceAllString(c.field.About, "")
	}
	switch {
	case c.role == ownerColumn && c.field == nameField:
		about = "The id of the " + c.heading + " that this " + p.one + " belongs to."
		if len(p.files) > 1 {
			about += " Fill " + p.files[0].heading + " or " + p.files[1].heading + "."
		}
	case c.role == outerColumn:
		about = "The id of the " + c.heading + " that this " + p.one + " belongs to."
	case c.role == idColumn && p.files != nil && !p.needed(c):
		about = strings.TrimSuffix(strings.TrimSpace(about), ".") + ". Where it is empty, one is made of the title."
	case c.role == wordColumn && p.worded(c) != "":
		about = p.worded(c)
	case c.role == wordColumn && c.key == "of":
		about = "The mark of the wording that was translated. Leave it empty in a new translation: the import fills it."
	}
	about = strings.TrimSuffix(strings.TrimSpace(about), ".") + "."
	if c.field.Many {
		how := " One a line."
		if named(c.field.Kind) {
			how = " Several are parted by ; ."
		}
		about += how
	}
	if p.needed(c) && c.role != ownerColumn {
		about = "Needed. " + about
	}
	return helpMark + about
}
