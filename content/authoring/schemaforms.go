package authoring

import (
	"encoding/json"

	"github.com/invopop/jsonschema"

	"vigil/content/route"
)

// look is what a text must look like, and what an editor says where it does not.
type look struct {
	pattern, mend string
	most          uint64 // letters; 0 for any number
}

func (f look) on(p *jsonschema.Schema) {
	p.Pattern = f.pattern
	if f.most > 0 {
		p.MaxLength = &f.most
	}
	extra(p, "patternErrorMessage", f.mend)
}

// The forms of texts, in the part of regular expressions that Go and JavaScript share.
const (
	visible     = `\S`
	oneLine     = `^\s*[^\n]*\s*$`
	visibleLine = `^\s*\S[^\n]*\s*$`
	languageTag = `^(?:[a-z]{2,3}|x)(?:-[A-Za-z0-9]{1,8})*$`
	reference   = `^` + route.IDPattern + `$`

	edtfYear   = `-?[0-9]{4}`
	edtfMonth  = `(?:0[1-9]|1[0-2])`
	edtfDay    = `(?:0[1-9]|[12][0-9]|3[01])`
	edtfClock  = `T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?`
	edtfSome   = `(?:-?[0-9]{3}X|-?[0-9]{2}XX|` + edtfYear + `(?:-` + edtfMonth + `(?:-(?:` + edtfDay + `|XX))?|-2[1-4]|-XX(?:-XX)?)?)[?~%]?`
	edtfMoment = `(?:` + edtfSome + `|` + edtfYear + `-` + edtfMonth + `-` + edtfDay + edtfClock + `)`
	edtfDate   = `^(?:` + edtfMoment + `(?:/(?:` + edtfMoment + `|\.\.)?)?|(?:\.\.)?/` + edtfMoment + `)$`
)

const notADate = `This is not a date. Write it in quotation marks: "1995-07-11", "1995-07", "1995", "1992-04/1993-02", "1954~" for about 1954, "1954?" for perhaps, "199X" for the 1990s, "2003/.." for one that goes on.`

const dateHelp = "`\"1995-07-11\"` `\"1995-07\"` `\"1995\"` a day, a month, a year  \n" +
	"`\"1992-04/1993-02\"` from one to another  \n" +
	"`\"1954~\"` about, `\"1954?\"` perhaps  \n" +
	"`\"199X\"` `\"1992-21\"` the 1990s, spring 1992  \n" +
	"`\"2003/..\"` goes on\n\nAlways in quotation marks."

const proseHelp = "Behind `|`, each line two spaces further in:\n\n" +
	"```yaml\ntext: |\n  A paragraph, with *emphasis* and a [link](person/ID).\n\n  Another one.\n```"

var (
	anID   = look{reference, "An id has small letters, digits and single hyphens, such as srebrenica-falls, at most 64.", 64}
	anyID  = look{reference, "Write the id of what is meant, as its own file has it: small letters, digits and single hyphens.", 64}
	aRoute = look{`^[a-z]+(?:/[a-z0-9-]+)*(?:\?[^#]*)?(?:#[A-Za-z0-9-]+)?$`, "Write a route, such as person/ID, event/CASE/ID or speech/ID#p4: no address of the web and no space.", 0}
	aState = look{`^[A-Z]{2}(?:[A-Z]{2})?$`, "Write the two capital letters of the country (ISO 3166-1), such as BA, or the four of a state that is no more, such as YUCS.", 0}
)

// looks are those of keys whose tags do not tell, by shape and key.
var looks = map[string]look{
	"rawArchive.attract": aRoute, "rawTopic.answers": aRoute, "rawFinding.about": aRoute, "rawSpeech.about": aRoute,
	"rawParagraph.events": aRoute, "rawStop.routes": aRoute,
	"rawPlace.country": aState, "rawCase.countries": {`^[A-Z]{2}$`, "Write the two capital letters of a country of today (ISO 3166-1), such as BA.", 0},
	"rawSpeech.sha256": {`^$|^[0-9a-f]{64}$`, "A seal has 64 hexadecimal digits; vigil check prints it.", 0},
}

// refers are the keys that name a record, and of which kind; "" of one in the same file.
var refers = map[string]string{
	"rawPerson.sources": "source", "rawOrganisation.sources": "source", "rawPlace.sources": "source", "rawTerm.sources": "source", "rawTerm.see": "term",
	"rawQuotation.speaker": "person", "rawQuotation.source": "source", "rawQuotation.speech": "speech",
	"rawCase.media": "media", "rawFigure.sources": "source",
	"rawFinding.body": "organisation", "rawFinding.follows": "", "rawFinding.appeal_of": "", "rawFinding.sources": "source",
	"rawOutcome.person": "person", "rawOutcome.organisation": "organisation",
	"rawEvent.place": "place", "rawEvent.people": "person", "rawEvent.cases": "case", "rawEvent.media": "media", "rawEvent.sources": "source",
	"rawSpeech.speaker": "person", "rawSpeech.place": "place", "rawSpeech.sources": "source", "rawSpeech.full_text": "source", "rawSpeech.cases": "case", "rawSpeech.preface_by": "organisation",
	"rawOutline.paragraphs": "", "rawParagraph.cases": "case", "rawParagraph.people": "person", "rawParagraph.places": "place", "rawParagraph.terms": "term",
	"rawLesson.cases": "case", "rawMedium.place": "place", "rawMedium.people": "person", "rawMedium.sources": "source",
}

// wanted are keys that no fact may lack, though the decoder leaves it to a rule of check
// to say why.
var wanted = []string{
	"rawPerson.sources", "rawEvent.sources", "rawFigure.sources", "rawSpeech.sources",
	"rawFinding.body", "rawFinding.citation", "rawFinding.outcomes", "rawFinding.sources", "rawOutcome.outcome",
	"rawQuotation.speaker", "rawQuotation.date", "rawQuotation.source", "rawQuotation.status",
}

// ranges are the numbers that can be meant, as check has them.
var ranges = map[string]struct{ least, most json.Number }{
	"rawEvent.importance": {"1", "4"},
	"rawPlace.lat":        {"-90", "90"}, "rawPlace.lon": {"-180", "180"},
	"rawBounds.west": {"-180", "180"}, "rawBounds.east": {"-180", "540"}, "rawBounds.south": {"-90", "90"}, "rawBounds.north": {"-90", "90"},
	"rawFigure.low": {"0", ""}, "rawFigure.high": {"0", ""},
	"rawLesson.minutes": {"1", "240"}, "rawLesson.short": {"0", "240"},
	"rawStop.minutes": {"0", "120"}, "rawStop.short": {"0", "120"}, "rawStop.from": {"0", "99"},
}

// longest are the lists of which only so many are read or can be shown.
var longest = map[string]uint64{
	"rawLesson.stops": maxStops, "rawStop.routes": maxShown, "rawStop.questions": maxQuestions,
	"rawKeyboard.pages": 8, "rawKeyPage.rows": 4,
}

// explained says what each word of an enumeration means, where the words alone do not.
func explained(enum string) []string {
	switch enum {
	case "verified":
		return []string{"Somebody read it in a source.", "Established knowledge, still to be looked up before it is engraved."}
	case "status":
		return []string{"The speaker's very words.", "The speaker's words in another language.", "What was said, as somebody else tells it."}
	case "review":
		return []string{"Not read through yet; the kiosk says so.", "A person has read it."}
	case "show":
		return []string{"Only who asks sees it.", "Seen unasked: a portrait, a place, nothing that one should know before looking."}
	}
	return nil
}
