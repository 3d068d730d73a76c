package content

import (
	"math"
	"strings"
)

// Verified says how a fact was checked.
type Verified string

// OnPage: the core of the fact was read in a listed source that was seen.
// FromMemory: established knowledge, for which no stored page was found; the
// sources then name where to check, and the page says so.
const (
	OnPage     Verified = "page"
	FromMemory Verified = "memory"
)

// Source is one entry of the bibliography.
type Source struct {
	ID        string
	Author    string
	Title     string
	Publisher string
	Date      Date
	Kind      string // one of SourceKinds
	URL       string // for staff and print; the kiosk never opens it
	Seen      bool   // its text was read while the archive was made
}

// SourceKinds lists what a source can be, from the closest to the event to the furthest.
var SourceKinds = []string{"judgment", "law", "primary", "un-report", "ngo-report", "museum", "archive", "academic", "book", "news", "reference"}

// Place is a point on the earth that records refer to.
type Place struct {
	ID          string
	Name        string
	Names       []string // the same name in other languages and scripts, for search
	Country     string   // ISO 3166-1 alpha-2, such as "BA"
	Lat, Lon    float64  // degrees, WGS 84
	Approximate bool     // a locality point, not a survey point
	Sources     []string
	Words       Text // Title overrides Name in a language
}

// Person is somebody the archive tells of.
type Person struct {
	ID         string
	Name       string
	Names      []string // spellings in other languages and scripts, for search
	Group      string   // one of Groups
	Born, Died Date
	Sources    []string
	Verified   Verified
	Words      Text // Role is one line: who this was; Text the life
}

// Accused reports whether somebody is accused of a crime of which the archive tells,
// or was convicted.
func (p *Person) Accused() bool { return strings.HasPrefix(p.Group, "perpetrator-") }

// Groups orders people as lists show them: those it happened to first, those
// convicted of doing it last.
var Groups = []string{"victim", "survivor", "rescuer", "witness", "journalist", "peacekeeper", "scholar", "official", "perpetrator-accused", "perpetrator-convicted"}

// Organisation is a court, a body of the United Nations, a museum, an army.
type Organisation struct {
	ID      string
	Name    string
	Names   []string
	Acronym string
	Kind    string // one of BodyKinds where its decisions are told; "" of a body that decides nothing
	Sources []string
	Words   Text
}

// Term is an entry of the glossary.
type Term struct {
	ID       string
	Names    []string // the term in other languages, for search
	Avoided  []string // words that hurt, which search leads from to this term, and nothing shows
	See      []string // other terms' ids
	Sources  []string
	Verified Verified
	Words    Text // Title is the term, Text its meaning
}

// Topic is what visitors ask for in words of their own, and where the archive
// answers: what search shows first where those words are asked, whatever else has
// them.
type Topic struct {
	ID      string
	Asked   []string // in every language, as they would be typed
	Answers []string // routes, the best first
}

// Keyboard is the letters of a language on the screen, a page at a time.
type Keyboard struct{ Pages []KeyPage }

// KeyPage is the keys that are shown at once. A key types one or more letters.
type KeyPage struct {
	Rows     [][]string
	Variants map[string][]string // what a long press of a key offers
}

// Quotation is somebody's own words. Where the archive holds the speech it is
// from, the words must occur in it letter for letter.
type Quotation struct {
	ID      string
	Speaker string // a person's id
	Date    Date
	Source  string // a source's id
	Status  string // "verbatim", "translated" or "reported"
	Speech  string // the speech's id, or ""
	Words   Text   // Text holds the words
}

// EventKinds lists the lanes of a timeline.
var EventKinds = []string{"background", "political", "law", "warning-sign", "violence", "response", "justice", "memory"}

// Event is something that happened, on the timeline of a case study or among
// the events that a speech speaks of.
type Event struct {
	ID         string
	Owner      string // the id of the case or speech whose timeline holds it
	Date       Date
	Place      string // a place's id, or ""
	Kind       string // one of EventKinds
	Importance int    // 1, a lead event that tells the story with at most nine others, to 4
	People     []string
	Cases      []string // other case studies that it concerns
	Media      []string
	Sources    []string
	Verified   Verified
	Words      Text
}

// Route is the event's address in the kiosk.
func (e *Event) Route() string { return "event/" + e.Owner + "/" + e.ID }

// Weight is how much an event counts beside others: one of importance 1 as much as four
// of importance 2.
func (e *Event) Weight() int { return 1 << (2 * (4 - min(max(e.Importance, 1), 4))) }

// Figure is a number with its range and the body that states it.
type Figure struct {
	ID        string
	Low, High float64 // inclusive; High is 0 where only one number is stated
	AtLeast   bool    // the source gives Low as a least number
	Unit      string  // one of Units
	Year      Date    // when it was stated; the zero Date where that is not known
	Counts    string  // an id shared by the figures of a case study that count the same; "" where no other does
	Sources   []string
	Verified  Verified
	Words     Text // Title is what is counted, Role who states it, Note how to read it
}

// Units lists what a figure can count.
var Units = []string{"people", "troops", "days", "buildings", "cases", "courts", "interviews", "percent"}

// Case is a case study: one history, told in an essay and a timeline.
type Case struct {
	ID          string
	Order       int // place among the cases on the home screen, from 1
	Span        Date
	Words       Text // Title, Role (a line under it), Text (the opening of a few sentences)
	Caution     Text // what one should know before reading: Title and Text; may be empty
	Uncautioned bool // somebody decided that nothing need be said before reading
	Essay       Text // Text holds the essay in three parts under level-2 headings
	Figures     []*Figure
	Findings    []*Finding // by date, an appeal after what it changed
	Events      []*Event   // in order of time
	Questions   []*Question
	Map         Bounds   // what its map shows; the zero Bounds where it has none
	Beyond      bool     // places that the map does not show are meant to be listed below it
	Countries   []string // whose ground its map sets apart, ISO 3166-1; nil where that is not said: see Archive.Ground
	Media       []string
	Facts       FactsReview
}

// NoCaution is what case.yaml says where a history needs no content note.
const NoCaution = "none"

// Bounds is a part of the earth, in degrees of WGS 84. East of 180° it may go on
// counting (west 170, east 190) or begin again (west 170, east -170).
type Bounds struct{ West, South, East, North float64 }

// Unrolled is the same part with an east that is greater than its west.
func (b Bounds) Unrolled() Bounds {
	if b.East <= b.West {
		b.East += 360
	}
	return b
}

// Along is a longitude as it is counted from the west of an unrolled part: from
// West to West+360.
func (b Bounds) Along(lon float64) float64 {
	lon = math.Mod(lon-b.West, 360)
	if lon < 0 {
		lon += 360
	}
	return b.West + lon
}

// IsZero reports whether nothing is bounded.
func (b Bounds) IsZero() bool { return b == Bounds{} }

// Holds reports whether a place lies within.
func (b Bounds) Holds(p *Place) bool {
	b = b.Unrolled()
	return b.Along(p.Lon) <= b.East && p.Lat >= b.South && p.Lat <= b.North
}

// Question is one to think about and to talk about in a class.
type Question struct {
	ID    string
	Words Text // Title is the question
}

// OutlinePoint is one step of a speech's argument.
type OutlinePoint struct {
	ID         string
	Paragraphs []string // ids of the paragraphs it covers
	Words      Text     // Title and a summary
}

// Rights lists what may be done with a speech's words; a summary in the
// archive's own words is always free.
var Rights = []string{"public-domain-us-gov", "un-document", "copyright", "unknown"}

// SpeechParagraph is one paragraph of a speech as it was spoken.
type SpeechParagraph struct {
	ID     string   // "p1" and on
	Joins  bool     // continues the paragraph before it: shown as one
	Text   Text     // the words spoken, in the speech's language and in translations
	Words  Text     // Title is a heading, Text what the paragraph argues, Note a note on the text
	Events []string // routes of events it alludes to
	Cases  []string
	People []string
	Places []string
	Terms  []string
}

// Speech is an address with its structured reading.
type Speech struct {
	ID         string
	Speaker    string // a person's id
	Date       Date
	Place      string // a place's id
	Language   Lang   // of the words as spoken
	Rights     string // one of Rights
	Sources    []string
	Verified   Verified
	FullText   string   // a source's id: where the whole of it can be read
	Cases      []string // the case studies it concerns
	About      []string // routes of events of other timelines that it speaks of
	Words      Text     // Title, Role (the occasion), Text (summary), Note
	Why        Text     // Text says why it matters
	Audience   Text     // Text says who listened
	Byline     string   // as published
	Preface    string   // an editor's note published before the text; not the speaker's words
	PrefaceBy  string   // an organisation's id: who wrote the preface
	Paragraphs []*SpeechParagraph
	Outline    []*OutlinePoint
	Events     []*Event // what the speech speaks of, in order of time
	Facts      FactsReview
}

// Shows lists when a picture is shown: to who asks for it, after its content note;
// or on the pages of what it shows, as a portrait or a place with nothing that one
// should know before looking.
const (
	Asked   = "asked"
	OnSight = "page"
)

// Medium is a picture with all that must be said of it.
type Medium struct {
	ID      string
	File    string // its name in the folder media
	Credit  string // as the holder wants it written
	Rights  string // under what right it is shown
	Show    string // one of Shows: whether it is shown unasked; "" is Asked
	Date    Date
	Place   string // a place's id, or ""
	People  []string
	Sources []string
	Words   Text // Title is the caption, Text the picture told to who cannot see it, Note what to know before looking
}

// Unasked reports whether the picture may be seen by who has not asked for it: where
// the curator says so, and no language has a content note.
func (m *Medium) Unasked() bool {
	if m.Show != OnSight {
		return false
	}
	for _, w := range m.Words {
		if len(w.Note) > 0 {
			return false
		}
	}
	return true
}
