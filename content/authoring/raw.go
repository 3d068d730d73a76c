package authoring

import "vigil/content"

// The raw types are the files as a curator writes them, one type a map. Their
// tags are the format; see shape.

type rawArchive struct {
	node
	ID        string         `yaml:"id" check:"required,id" about:"The archive's own name, in small letters and hyphens, such as city-museum. It stays the same from version to version."`
	Version   string         `yaml:"version" check:"required,line" about:"Which version this is, such as 2026.1. Raise it with every opening."`
	Publisher string         `yaml:"publisher" check:"required,line" about:"Who publishes the archive and answers for it, such as City Museum of Łódź."`
	Rights    string         `yaml:"rights" check:"required" about:"Under what right words and pictures may be shown and given on, in a sentence."`
	AsOf      content.Date   `yaml:"as_of" check:"required" about:"Up to when what is told holds, such as 2026-11. No judgement is later than this."`
	Review    string         `yaml:"review" check:"required,enum=review" about:"draft until a person has read all of it, then reviewed. The kiosk says so of a draft."`
	Reviewer  string         `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed  content.Date   `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
	Original  content.Lang   `yaml:"original" check:"required" about:"The language that the words are first written in, as its tag: en, fr, pl."`
	Languages []content.Lang `yaml:"languages" check:"required" about:"The languages that the kiosk offers, as tags, the original first: en, fr, ar."`
	Attract   []string       `yaml:"attract" check:"line" about:"What is shown while nobody is there, in order: routes such as case/bosnia, person/primo-levi, event/bosnia/ID. No perpetrator."`
}

type rawSources struct {
	Sources []*rawSource `yaml:"sources" check:"required" about:"The bibliography: every source that a fact may cite, one after another."`
}

type rawSource struct {
	node
	ID        string       `yaml:"id" check:"required,id" about:"What facts cite this source by: small letters, digits, hyphens, such as icty-krstic-aj. No other source has it."`
	Author    string       `yaml:"author" check:"line" about:"Who wrote or issued it, such as ICTY Appeals Chamber. May be left out."`
	Title     string       `yaml:"title" check:"required,line" about:"Its title as it stands there, such as Prosecutor v. Krstić, judgement."`
	Publisher string       `yaml:"publisher" check:"line" about:"Who published it: a press, a newspaper, an institution. May be left out."`
	Date      content.Date `yaml:"date" about:"When it was published or decided, such as 2004-04-19 or 1954. May be left out."`
	Kind      string       `yaml:"kind" check:"required,enum=source" about:"What kind of source it is, such as judgment, book, archive or museum."`
	URL       string       `yaml:"url" check:"line" about:"Where it stands on the web. It is printed for readers; the kiosk never opens it. May be left out."`
	Seen      bool         `yaml:"seen" about:"true where somebody of you has read its text; else leave it out."`
}

type rawPeople struct {
	People []*rawPerson `yaml:"people" check:"required" about:"The people that the archive tells of, one after another."`
}

type rawPerson struct {
	node
	ID       string       `yaml:"id" check:"required,id" about:"What others name this person by: small letters, digits, hyphens, such as hasan-nuhanovic. No other person has it."`
	Name     string       `yaml:"name" check:"required,line" about:"The name as it is written where the person lived or lives, such as Hasan Nuhanović."`
	Names    []string     `yaml:"names" check:"line" about:"Other spellings and scripts of the name, for search, such as Хасан Нухановић. May be left out."`
	Group    string       `yaml:"group" check:"required,enum=group" about:"Who this was in what is told: victim, survivor, rescuer, witness ... perpetrator-convicted only where a finding that stands says so."`
	Born     content.Date `yaml:"born" about:"When born, such as 1968, 1919-07-31 or 1898~ for about. Leave it out where nobody knows."`
	Died     content.Date `yaml:"died" about:"When died, such as 1987-04-11. Leave it out of the living and where nobody knows."`
	Sources  []string     `yaml:"sources" about:"The ids of the sources that say so, such as nuhanovic-rs."`
	Verified string       `yaml:"verified" check:"required,enum=verified" about:"page where somebody read it in a source; memory where it is established knowledge that is still to be looked up."`
}

type rawOrganisations struct {
	Organisations []*rawOrganisation `yaml:"organisations" check:"required" about:"The organisations that the archive tells of, one after another: courts, agencies, armies, associations."`
}

type rawOrganisation struct {
	node
	ID      string   `yaml:"id" check:"required,id" about:"What others name it by: small letters, digits, hyphens, such as icty. No other organisation has it."`
	Name    string   `yaml:"name" check:"required,line" about:"Its full name, such as International Criminal Tribunal for the former Yugoslavia."`
	Names   []string `yaml:"names" check:"line" about:"Other names and spellings, for search. May be left out."`
	Acronym string   `yaml:"acronym" check:"line" about:"Its short name, such as ICTY. May be left out."`
	Kind    string   `yaml:"kind" check:"enum=body" about:"Only of a body whose decisions the archive tells: court, commission, un-body, prosecutor ... Only a court finds in law."`
	Sources []string `yaml:"sources" about:"The ids of the sources that say so. May be left out."`
}

type rawPlaces struct {
	Places []*rawPlace `yaml:"places" check:"required" about:"The places that the archive tells of, one after another."`
}

type rawPlace struct {
	node
	ID          string   `yaml:"id" check:"required,id" about:"What others name this place by: small letters, digits, hyphens, such as potocari. No other place has it."`
	Name        string   `yaml:"name" check:"required,line" about:"The name as it is written there today, such as Potočari."`
	Names       []string `yaml:"names" check:"line" about:"Other spellings and scripts of the name, for search, such as Поточари. May be left out."`
	Country     string   `yaml:"country" check:"required,line" about:"The country's two letters by ISO 3166-1, such as BA; of a state that is no more four, by ISO 3166-3, such as YUCS."`
	Lat         float64  `yaml:"lat" check:"required" about:"Degrees north of the equator (WGS 84), such as 44.1575; south of it with a minus."`
	Lon         float64  `yaml:"lon" check:"required" about:"Degrees east of Greenwich (WGS 84), such as 19.3003; west of it with a minus."`
	Approximate bool     `yaml:"approximate" about:"true where the point stands for a whole town or region, not for the very spot; else leave it out."`
	Sources     []string `yaml:"sources" about:"The ids of the sources for where it lies. May be left out."`
}

type rawGlossary struct {
	Terms []*rawTerm `yaml:"terms" check:"required" about:"The words that the archive explains, one after another."`
}

type rawTerm struct {
	node
	ID       string   `yaml:"id" check:"required,id" about:"What others name this term by: small letters, digits, hyphens, such as genocide. No other term has it."`
	Names    []string `yaml:"names" check:"line" about:"Other forms of the word, for search, such as genocid. May be left out."`
	Avoided  []string `yaml:"avoided" check:"line" about:"Words that hurt: search leads from them to this term, and nothing shows them. May be left out."`
	See      []string `yaml:"see" about:"The ids of related terms, such as genocidal-intent. May be left out."`
	Sources  []string `yaml:"sources" about:"The ids of the sources for what it means, such as un-convention-1948. May be left out."`
	Verified string   `yaml:"verified" check:"enum=verified" about:"page where somebody read it in a source; memory where it is still to be looked up. May be left out."`
}

type rawTopics struct {
	Topics []*rawTopic `yaml:"topics" check:"required" about:"What visitors ask for in words of their own, one question after another."`
}

type rawTopic struct {
	node
	ID      string   `yaml:"id" check:"required,id" about:"A name for it: small letters, digits, hyphens, such as rescuers. No other topic has it."`
	Asked   []string `yaml:"asked" check:"required,line" about:"How visitors put it, in all languages together, such as rescuers, who helped, Justes, Retter."`
	Answers []string `yaml:"answers" check:"required,line" about:"The routes of the pages that answer, the best first, such as term/rescuer, person/zura-karuhimbi."`
}

type rawKeyboard struct {
	node
	Pages []*rawKeyPage `yaml:"pages" check:"required" about:"The pages of keys, the most used first, at most 8. The digits stand above each by themselves."`
}

type rawKeyPage struct {
	node
	Rows     []string          `yaml:"rows" check:"required,line" about:"At most 4 rows of 12 keys, a space between two keys, such as q w e r t y."`
	Variants map[string]string `yaml:"variants" check:"line" about:"What a long press of a key offers, such as ąáà under a. May be left out."`
}

type rawQuotations struct {
	Quotations []*rawQuotation `yaml:"quotations" check:"required" about:"The quotations that the archive shows, one after another. The words themselves stand in quotations.LANGUAGE.yaml."`
}

// A quotation's speaker, date, source and status are asked for by a rule, which
// can say why.
type rawQuotation struct {
	node
	ID      string       `yaml:"id" check:"required,id" about:"A name for it: small letters, digits, hyphens, such as power-signals. No other quotation has it."`
	Speaker string       `yaml:"speaker" about:"The id of the person who said or wrote it, such as samantha-power."`
	Date    content.Date `yaml:"date" about:"When it was said or written, such as 2010-11-15."`
	Source  string       `yaml:"source" about:"The id of the source that it is taken from, such as icrtop-power."`
	Status  string       `yaml:"status" check:"enum=status" about:"verbatim: word for word; translated: from another language; reported: as somebody else tells it."`
	Speech  string       `yaml:"speech" about:"The id of the speech of this archive that has the words; they must occur in it. May be left out."`
}

type rawCase struct {
	node
	Order     int           `yaml:"order" check:"required" about:"Its place among the histories: 1 stands first."`
	Span      content.Date  `yaml:"span" check:"required" about:"From when to when it tells, such as 1992-04/1995-12."`
	Figures   []*rawFigure  `yaml:"figures" about:"Numbers, each with who states it and of when. May be left out."`
	Findings  []*rawFinding `yaml:"findings" about:"What courts and other bodies decided, each with its outcomes. May be left out."`
	Questions []string      `yaml:"questions" check:"id" about:"Ids of the questions to think about, such as q1; their words stand as question-q1. May be left out."`
	Media     []string      `yaml:"media" about:"The ids of pictures in media/, such as library. May be left out."`
	Map       *rawBounds    `yaml:"map" about:"What its map shows, as degrees: west, south, east, north. Left out, the map shows its places."`
	Countries []string      `yaml:"countries" check:"line" about:"Whose ground the map sets apart, by ISO 3166-1, such as BA; an empty list for none. Left out, the kiosk chooses."`
	Caution   string        `yaml:"caution" check:"enum=caution" about:"none, where you have decided that nobody need know anything before this history; otherwise write a caution among its words."`
	Review    string        `yaml:"review" check:"enum=review" about:"draft until somebody has read it and answers for it, then reviewed, with reviewer and reviewed. Without it, as the file or the archive says."`
	Reviewer  string        `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed  content.Date  `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
}

type rawBounds struct {
	node
	West   float64 `yaml:"west" check:"required" about:"The map's left edge, in degrees east of Greenwich, such as 15.4."`
	South  float64 `yaml:"south" check:"required" about:"The map's lower edge, in degrees north of the equator, such as 42.5."`
	East   float64 `yaml:"east" check:"required" about:"The map's right edge, in degrees east of Greenwich, such as 20.2; across 180° such as 190 or -170."`
	North  float64 `yaml:"north" check:"required" about:"The map's upper edge, in degrees north of the equator, such as 45.4."`
	Beyond bool    `yaml:"beyond" about:"true where places outside the map are meant to be listed below it; else leave it out."`
}

type rawFigure struct {
	node
	ID       string       `yaml:"id" check:"required,id" about:"A name for it: small letters, digits, hyphens, such as srebrenica-killed. No other figure of this history has it."`
	Low      float64      `yaml:"low" check:"required" about:"The number, or the least where there is a range, in plain digits: 7000."`
	High     float64      `yaml:"high" about:"The most, where the source gives a range, in plain digits: 8000. May be left out."`
	Unit     string       `yaml:"unit" check:"required,enum=unit" about:"What is counted, such as people or days."`
	Year     content.Date `yaml:"year" about:"As of when the source counts, such as 2001. May be left out."`
	Counts   string       `yaml:"counts" check:"id" about:"An id shared by figures that count the same, such as srebrenica-killed: they are compared on one scale. May be left out."`
	AtLeast  bool         `yaml:"at_least" about:"true where the source says at least; else leave it out."`
	Sources  []string     `yaml:"sources" about:"The ids of the sources that state it, such as icty-krstic-aj. At least one."`
	Verified string       `yaml:"verified" check:"required,enum=verified" about:"page where somebody read it in the source; memory where it is still to be looked up."`
}

// A finding's body, date, outcomes and citation are asked for by a rule, which
// can say why.
type rawFinding struct {
	node
	ID       string        `yaml:"id" check:"required,id" about:"A name for it: small letters, digits, hyphens, such as krstic-appeal. No other finding of this history has it."`
	Body     string        `yaml:"body" about:"The id of the organisation that decided, one that has a kind, such as icty."`
	Date     content.Date  `yaml:"date" about:"The day of the decision, such as 2004-04-19."`
	Undated  bool          `yaml:"undated" about:"true where no source gives the day; then leave date out."`
	Follows  string        `yaml:"follows" about:"The id of the earlier step of the same proceedings, such as the warrant before a judgement. May be left out."`
	AppealOf string        `yaml:"appeal_of" about:"The id of the decision that this one, on appeal, confirmed or changed, such as krstic-trial. May be left out."`
	Citation string        `yaml:"citation" check:"line" about:"How the decision is cited, such as Prosecutor v. Krstić, IT-98-33-A."`
	About    []string      `yaml:"about" about:"Routes of the events and speeches on whose pages it stands, such as event/bosnia/srebrenica-falls. May be left out."`
	Outcomes []*rawOutcome `yaml:"outcomes" about:"What became of each charge, and of whom. A charge is never shown as if it were found."`
	Charges  []string      `yaml:"charges" check:"gone" about:"No longer stands here: write charges under outcomes, each with what became of it."` // stood here before outcomes did
	People   []string      `yaml:"people" check:"gone" about:"No longer stands here: write the person under outcomes."`
	Sources  []string      `yaml:"sources" about:"The ids of the sources for the decision, such as icty-krstic-aj. At least one."`
	Verified string        `yaml:"verified" check:"required,enum=verified" about:"page where somebody read it in the source; memory where it is still to be looked up."`
}

// Whom an outcome is about and what became of the charge are asked for by a
// rule, which can say why.
type rawOutcome struct {
	node
	ID           string   `yaml:"id" check:"id" about:"Only where case.LANGUAGE.yaml has words for it, such as krstic-aiding. May be left out."`
	Person       string   `yaml:"person" about:"The id of the person it is of, such as radislav-krstic. Only one of person, organisation, state, name."`
	Organisation string   `yaml:"organisation" about:"The id of the organisation it is of. Only one of person, organisation, state, name."`
	State        string   `yaml:"state" check:"line" about:"The state it is of, by its two letters, such as RS. Only one of person, organisation, state, name."`
	Name         string   `yaml:"name" check:"line" about:"The name of whom it is of, where people.yaml has none. Only one of person, organisation, state, name."`
	Outcome      string   `yaml:"outcome" check:"enum=outcome" about:"What was decided, such as convicted, acquitted, charged or pending."`
	Charges      []string `yaml:"charges" check:"enum=charge" about:"The charges by the law's own names, such as aiding-genocide."`
}

type rawTimeline struct {
	Events []*rawEvent `yaml:"events" check:"required" about:"The events, one after another. Their words stand in timeline.LANGUAGE.yaml."`
}

type rawEvent struct {
	node
	ID         string       `yaml:"id" check:"required,id" about:"A name for it: small letters, digits, hyphens, such as srebrenica-falls. No other event of this timeline has it."`
	Date       content.Date `yaml:"date" check:"required" about:"When it happened, as exactly as it is known: 1995-07-11, 1995-07, 1992-04/1993-02, 1954~ for about."`
	Place      string       `yaml:"place" about:"The id of the place, such as srebrenica. May be left out."`
	Kind       string       `yaml:"kind" check:"required,enum=event" about:"What kind of event it is: background, political, law, warning-sign, violence, response, justice or memory."`
	Importance int          `yaml:"importance" check:"required" about:"From 1, told first (at most ten in a history), to 4, for those who want all."`
	People     []string     `yaml:"people" about:"The ids of people who had a part in it, such as hasan-nuhanovic. May be left out."`
	Cases      []string     `yaml:"cases" about:"The ids of other histories that it concerns, such as darfur. May be left out."`
	Media      []string     `yaml:"media" about:"The ids of pictures in media/, such as library. May be left out."`
	Sources    []string     `yaml:"sources" about:"The ids of the sources that tell of it, such as icty-krstic-aj. At least one."`
	Verified   string       `yaml:"verified" check:"required,enum=verified" about:"page where somebody read it in a source; memory where it is still to be looked up."`
}

type rawSpeech struct {
	node
	Speaker    string          `yaml:"speaker" check:"required" about:"The id of the person who spoke, such as samantha-power."`
	Date       content.Date    `yaml:"date" check:"required" about:"When it was given, such as 2010-11-15."`
	Place      string          `yaml:"place" about:"The id of the place where it was given, such as memorial-de-la-shoah. May be left out."`
	Language   content.Lang    `yaml:"language" check:"required" about:"The language it was given in, as its tag, such as en."`
	Rights     string          `yaml:"rights" check:"required,enum=rights" about:"Under what right its words may be shown: public-domain-us-gov, un-document, copyright or unknown."`
	Sources    []string        `yaml:"sources" about:"The ids of the sources for it, such as icrtop-power."`
	Verified   string          `yaml:"verified" check:"required,enum=verified" about:"page where somebody read it in a source; memory where it is still to be looked up."`
	FullText   string          `yaml:"full_text" about:"The id of the source where all the words can be read. May be left out."`
	Cases      []string        `yaml:"cases" about:"The ids of the histories that it speaks of, such as bosnia. May be left out."`
	About      []string        `yaml:"about" about:"Routes of events of other timelines that it speaks of, such as event/bosnia/srebrenica-falls. May be left out."`
	Byline     string          `yaml:"byline" about:"The line above it as published, such as Remarks by ... Only where its words are in the archive."`
	Preface    string          `yaml:"preface" about:"An editor's note published with it; not the speaker's words. May be left out."`
	PrefaceBy  string          `yaml:"preface_by" about:"The id of the organisation whose note the preface is, such as icrtop."`
	SHA256     string          `yaml:"sha256" about:"The seal of the words, 64 hexadecimal digits; vigil check prints it. Only where its words are in the archive."`
	Review     string          `yaml:"review" check:"enum=review" about:"draft until somebody has read it and answers for it, then reviewed, with reviewer and reviewed. Without it, as the file or the archive says."`
	Reviewer   string          `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed   content.Date    `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
	Outline    []*rawOutline   `yaml:"outline" about:"The parts of the speech, in order. May be left out."`
	Paragraphs []*rawParagraph `yaml:"paragraphs" about:"Its paragraphs, in order, as many as text.LANGUAGE.md has. Only where its words are in the archive."`
}

type rawOutline struct {
	node
	ID         string   `yaml:"id" check:"required,id" about:"A name for the part, such as o1; its words stand under it in speech.LANGUAGE.yaml."`
	Paragraphs []string `yaml:"paragraphs" check:"required" about:"The ids of its paragraphs, such as p2, p3, p4."`
}

type rawParagraph struct {
	node
	ID     string   `yaml:"id" check:"required,id" about:"A name for the paragraph, such as p2. Pages can lead to it as speech/ID#p2."`
	Joins  bool     `yaml:"joins" about:"true where it continues the paragraph before it and is shown as one with it; else leave it out."`
	Events []string `yaml:"events" about:"Routes of the events it speaks of, such as event/bosnia/srebrenica-falls. May be left out."`
	Cases  []string `yaml:"cases" about:"The ids of the histories it speaks of, such as bosnia. May be left out."`
	People []string `yaml:"people" about:"The ids of the people it speaks of. May be left out."`
	Places []string `yaml:"places" about:"The ids of the places it speaks of. May be left out."`
	Terms  []string `yaml:"terms" about:"The ids of the glossary's terms it uses, such as r2p. May be left out."`
}

type rawLesson struct {
	node
	Ages     string            `yaml:"ages" check:"required,line" about:"For what ages, such as 15-18 or 18+."`
	Minutes  int               `yaml:"minutes" check:"required" about:"How long it takes, in whole minutes, such as 45."`
	Short    int               `yaml:"short" about:"How long the same session takes where there is less time, such as 20. May be left out."`
	Cases    []string          `yaml:"cases" about:"The ids of the histories it is about, such as rwanda. May be left out."`
	MadeOn   string            `yaml:"made_on" check:"line" about:"The version of the archive it was made on, such as 2026.11. May be left out."`
	Review   string            `yaml:"review" check:"enum=review" about:"draft until somebody has read it and answers for it, then reviewed, with reviewer and reviewed. Without it, as the file or the archive says."`
	Reviewer string            `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed content.Date      `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
	Stops    []*rawStop        `yaml:"stops" check:"required" about:"What is looked at, one stop after another."`
	Seen     map[string]string `yaml:"seen" check:"line" about:"Written by the lesson builder: each page as it was then. Leave it alone."`
}

type rawStop struct {
	node
	ID        string   `yaml:"id" check:"required,id" about:"A name for the stop, such as stop-1; its words stand under it in lessons/ID.LANGUAGE.yaml."`
	Minutes   int      `yaml:"minutes" check:"required" about:"How long it takes, in whole minutes, such as 5."`
	Short     int      `yaml:"short" about:"Its minutes in the short session, which leaves the stop out where nothing stands here."`
	From      int      `yaml:"from" about:"The youngest age it is for, such as 16; a younger class is not shown it. May be left out."`
	Routes    []string `yaml:"routes" about:"What is looked at: routes such as speech/power-2010#p1, term/r2p."`
	Questions []string `yaml:"questions" check:"id" about:"Ids of the questions to talk about, such as who-knew; their words stand as question-who-knew. May be left out."`
}

// rawMedium is the sidecar of a picture.
type rawMedium struct {
	node
	File    string       `yaml:"file" check:"required,line" about:"The picture's file in media/, such as library.jpg."`
	Credit  string       `yaml:"credit" check:"required,line" about:"The credit line, as the holder wants it written."`
	Rights  string       `yaml:"rights" check:"required,line" about:"Under what right it is shown, such as public domain, or by permission of whom and when."`
	Show    string       `yaml:"show" check:"enum=show" about:"asked, as where nothing is said: only who asks sees it. page: seen unasked; nothing one should know before looking."`
	Date    content.Date `yaml:"date" about:"When it was taken or made, such as 1992-08. May be left out."`
	Place   string       `yaml:"place" about:"The id of the place it shows, such as vijecnica. May be left out."`
	People  []string     `yaml:"people" about:"The ids of the people it shows. Of one alone it can be the portrait. May be left out."`
	Sources []string     `yaml:"sources" about:"The ids of the sources for what is said of it. May be left out."`
}

// rawHead is what stands above words, an essay or a translated speech.
type rawHead struct {
	node
	Translator string       `yaml:"translator" check:"line" about:"Only in a translation: who made it, a name or machine draft."`
	Review     string       `yaml:"review" check:"enum=review" about:"draft, as where nothing is said, or reviewed once a person has read it."`
	Reviewer   string       `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed   content.Date `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
	Of         string       `yaml:"of" check:"line" about:"Only in a translation: the hash of the wording it was made from; vigil check prints it."`
}

type rawWords struct {
	node
	Translator string              `yaml:"translator" check:"line" about:"Only in a translation: who made it, a name or machine draft."`
	Review     string              `yaml:"review" check:"enum=review" about:"draft, as where nothing is said, or reviewed once a person has read all words here."`
	Reviewer   string              `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed   content.Date        `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`
	Words      map[string]*rawWord `yaml:"words" check:"required" about:"The words, each under the id of what they are about."`
}

// rawWord is one wording. What it says of its translator and its review stands for it
// instead of what the file's head says.
type rawWord struct {
	node
	Title      string       `yaml:"title" check:"line" about:"What it is called, in one line, such as Srebrenica is taken."`
	Role       string       `yaml:"role" check:"line" about:"One line under the title: of a person who this was, of a figure who states it."`
	Text       Passage      `yaml:"text" about:"What is told, as plain prose: paragraphs, *emphasis*, lists, links such as [a name](person/ID). After | where it is long."`
	Note       Passage      `yaml:"note" about:"What a careful reader must also know, as plain prose. May be left out."`
	Of         string       `yaml:"of" check:"line" about:"Only in a translation: the hash of the wording it was made from; vigil check prints it."`
	Translator string       `yaml:"translator" check:"line" about:"Who made this one translation, where it was somebody else than the head of the file says, such as machine draft."`
	Review     string       `yaml:"review" check:"enum=review" about:"draft until somebody has read it and answers for it, then reviewed, with reviewer and reviewed. Without it, as the file or the archive says."`
	Reviewer   string       `yaml:"reviewer" check:"line" about:"The name of who read this and answers for it, such as Amra Begić. With review: reviewed it must be there."`
	Reviewed   content.Date `yaml:"reviewed" about:"The day on which it was reviewed, in quotation marks: \"2026-11-20\"."`

	read content.Words // what the record says, once its prose is parsed
	used bool          // by a record with the facts
}
