package omeka

import (
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// record is one record of a catalogue, whatever it was written in.
type record struct {
	kind    recordKind
	at      exchange.Place
	key     string // what links call it
	url     string // of its own, to cite; ""
	title   string // what its catalogue shows for it, where its values have none
	classes []string
	private bool
	broken  error // it cannot be read
	values  []value
	spots   []spot
	media   []string // keys of its media
	files   []file   // that it names itself
	sets    []string // keys of the sets it is in
	of      string   // of a medium or a spot: the key of the item it belongs to
	notes   []exchange.Note
}

type recordKind uint8

const (
	item recordKind = iota
	itemSet
	medium
	mark      // coordinates that stand apart from their item
	unrelated // of the catalogue's own keeping, such as its sites and users
)

// value is what a record says under a property.
type value struct {
	term string // such as dcterms:title
	at   exchange.Place
	form valueForm
	text string // the words; of an address its label
	uri  string // of an address
	link string // the key of the record that it leads to
	lang string // as written; "" where nothing is said
}

type valueForm uint8

const (
	plain valueForm = iota
	markup
	address
	link
	stamp // a moment or a span as ISO 8601 writes it
)

// words are a value as somebody would read it.
func (v value) words() string {
	if v.text == "" {
		return v.uri
	}
	return v.text
}

// spot is a point on the earth, in degrees, WGS 84.
type spot struct {
	at       exchange.Place
	lat, lon string
	label    string
}

// file is a picture or another file of a record.
type file struct {
	at    exchange.Place
	names []string // under which it may lie beside, the likeliest first
	form  string   // its media type; ""
	alt   string
	lang  string
}

// say keeps a note until the record is written, for a record is read twice.
func (r *record) say(w exchange.Weight, at exchange.Place, rule, message, mend string) {
	r.notes = append(r.notes, exchange.Note{Place: at, Rule: rule, Weight: w, Message: message, Mend: mend})
}

// called is what a report calls a record.
func (r *record) called() string {
	for _, v := range r.values {
		if roles[v.term] == title && v.words() != "" {
			return authoring.Quote(v.words())
		}
	}
	if r.title != "" {
		return authoring.Quote(r.title)
	}
	return "a record without a title"
}

// under is the place of a value below a record's.
func under(at exchange.Place, pointer, term string) exchange.Place {
	at.Path += pointer
	at.Heading = term
	return at
}

// class is what a record's classes say it is; unclassed where they say nothing.
func (r *record) class() sort {
	for _, c := range r.classes {
		if s, known := sorts[local(c)]; known {
			return s
		}
	}
	return unclassed
}

// local is a class without its vocabulary: foaf:Person, crm:E21_Person and "Person" are one.
func local(class string) string {
	name := strings.ToLower(class[strings.LastIndexAny(class, ":/#")+1:])
	if head, tail, parted := strings.Cut(name, "_"); parted && len(head) > 1 && head[0] == 'e' && strings.Trim(head[1:], "0123456789") == "" {
		name = tail
	}
	return strings.NewReplacer(" ", "", "_", "", "-", "").Replace(name)
}

// sort is what becomes of a record.
type sort uint8

const (
	unclassed sort = iota
	person
	group
	place
	concept
	work
	event
	picture
	agent // a person or a group, and nothing says which
)

// sorts are the classes by their local names.
var sorts = map[string]sort{
	"person": person, "actor": person, "individual": person, "ind": person,
	"organization": group, "organisation": group, "group": group, "corporation": group, "corporatebody": group, "legalbody": group,
	"governmentorganization": group, "ngo": group, "family": group, "org": group,
	"agent": agent,
	"place": place, "location": place, "spatialthing": place, "city": place, "country": place, "administrativearea": place,
	"landmarksorhistoricalbuildings": place, "site": place, "feature": place,
	"concept": concept, "definedterm": concept,
	"book": work, "article": work, "academicarticle": work, "report": work, "thesis": work, "webpage": work, "website": work,
	"newspaper": work, "newspaperarticle": work, "newsarticle": work, "journal": work, "journalarticle": work, "issue": work, "magazine": work, "periodical": work, "chapter": work, "booksection": work,
	"proceedings": work, "scholarlyarticle": work, "bibliographicresource": work,
	"event": event, "historicalevent": event, "historicevent": event,
	"image": picture, "stillimage": picture, "photograph": picture, "photo": picture, "painting": picture, "drawing": picture,
	"imageobject": picture, "visualartwork": picture,
}

// workKinds are what a work of a class is in the bibliography.
var workKinds = map[string]string{
	"book": "book", "chapter": "book", "booksection": "book", "academicarticle": "academic", "scholarlyarticle": "academic",
	"journal": "academic", "journalarticle": "academic", "thesis": "academic", "proceedings": "academic",
	"newspaper": "news", "newspaperarticle": "news", "newsarticle": "news", "magazine": "news",
}
