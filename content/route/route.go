// Package route holds the address of every place in the kiosk. Home tiles,
// links in essays, search results, lesson stops, --open and the tour all speak
// routes, and nothing else leads anywhere.
//
// A route is a kind, the ids that the kind needs, then optionally parameters
// and an anchor:
//
//	home
//	case/bosnia
//	case/bosnia/timeline?at=1995-07-11
//	event/bosnia/srebrenica-falls
//	speech/power-2010#p4
//	search?q=srebrenica&lang=bs
//
// Package route knows the form of an address, not whether the archive holds
// what it names: a screen answers an address it cannot find with a calm page.
package route

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// ErrForm says that a string is not a route.
var ErrForm = errors.New("not a route")

// Kind is the first word of a route.
type Kind string

// The kinds of place.
const (
	Languages     Kind = "languages" // the choice of language, where a visit begins
	Home          Kind = "home"
	Case          Kind = "case"   // case/ID, and case/ID/PART with a part of CaseParts
	Event         Kind = "event"  // event/OWNER/ID
	Speech        Kind = "speech" // speech/ID
	Speeches      Kind = "speeches"
	People        Kind = "people" // everyone, or people/CASE
	Person        Kind = "person"
	Places        Kind = "places"
	Place         Kind = "place"
	Organisations Kind = "organisations"
	Organisation  Kind = "organisation"
	Glossary      Kind = "glossary"
	Term          Kind = "term"
	Sources       Kind = "sources"  // the bibliography; sources#ID for one of it
	Search        Kind = "search"   // search?q=WORDS
	Pause         Kind = "pause"    // "take a moment"
	Timeline      Kind = "timeline" // several case studies on one calendar; "cases" says which
	Lessons       Kind = "lessons"
	Lesson        Kind = "lesson"
	Medium        Kind = "media"     // media/ID, a picture and all that is said of it
	Pictures      Kind = "pictures"  // all pictures
	Attract       Kind = "attract"   // what is shown while nobody is there
	Selection     Kind = "selection" // what the visitor has kept
	Staff         Kind = "staff"     // the staff door
	Class         Kind = "class"     // class/PART, a class and its educator, behind the staff door
	About         Kind = "about"     // who made the archive, of what date, with what rights
)

// CaseParts are the pages of a case study beneath its first.
var CaseParts = []string{"essay", "timeline", "map", "figures", "findings"}

// ids is how many ids each kind takes: at least and at most.
var ids = map[Kind][2]int{
	Languages: {0, 0}, Home: {0, 0}, Case: {1, 2}, Event: {2, 2}, Speech: {1, 1}, Speeches: {0, 0},
	People: {0, 1}, Person: {1, 1}, Places: {0, 0}, Place: {1, 1}, Organisations: {0, 0}, Organisation: {1, 1},
	Glossary: {0, 0}, Term: {1, 1}, Sources: {0, 0}, Search: {0, 0}, Pause: {0, 0}, About: {0, 0},
	Attract: {0, 0}, Selection: {0, 0}, Staff: {0, 0}, Class: {0, 1}, Timeline: {0, 0}, Lessons: {0, 0}, Lesson: {1, 1}, Medium: {1, 1}, Pictures: {0, 0},
}

// longest bounds a route; a search of 200 letters of four bytes, escaped, fits.
const longest = 4096

// IDPattern is the form of every id in an archive: small letters, digits and
// single hyphens, at most 64.
const IDPattern = `[a-z0-9]+(?:-[a-z0-9]+)*`

var (
	idForm     = regexp.MustCompile(`^` + IDPattern + `$`)
	anchorForm = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)
)

// ValidID reports whether s has the form of an id.
func ValidID(s string) bool { return len(s) <= 64 && idForm.MatchString(s) }

// Route is a parsed address. The zero Route is no place.
type Route struct {
	Kind   Kind
	IDs    []string
	Query  url.Values
	Anchor string // the part after '#', or ""
}

// To builds the route of a kind and its ids.
func To(kind Kind, ids ...string) Route { return Route{Kind: kind, IDs: ids} }

// Parse reads a route. Its error wraps ErrForm and says what is wrong.
func Parse(s string) (Route, error) {
	if len(s) > longest {
		return Route{}, fmt.Errorf("%w: longer than %d bytes", ErrForm, longest)
	}
	rest, anchor, anchored := strings.Cut(s, "#")
	path, query, _ := strings.Cut(rest, "?")
	parts := strings.Split(path, "/")
	r := Route{Kind: Kind(parts[0]), IDs: parts[1:], Anchor: anchor}
	want, known := ids[r.Kind]
	if !known {
		return Route{}, fmt.Errorf("%w: no place is called %.40q", ErrForm, parts[0])
	}
	if len(r.IDs) < want[0] || len(r.IDs) > want[1] {
		return Route{}, fmt.Errorf("%w: %s takes %d to %d ids, not %d", ErrForm, r.Kind, want[0], want[1], len(r.IDs))
	}
	for _, id := range r.IDs {
		if !ValidID(id) {
			return Route{}, fmt.Errorf("%w: %.80q is no id", ErrForm, id)
		}
	}
	if anchored && !anchorForm.MatchString(anchor) {
		return Route{}, fmt.Errorf("%w: %.80q is no anchor", ErrForm, anchor)
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return Route{}, fmt.Errorf("%w: its parameters cannot be read", ErrForm)
	}
	if len(values) == 0 {
		return r, nil
	}
	r.Query = values
	if len(r.String()) > longest {
		return Route{}, fmt.Errorf("%w: longer than %d bytes when escaped", ErrForm, longest)
	}
	return r, nil
}

// ID returns the i-th id, or "".
func (r Route) ID(i int) string {
	if i >= len(r.IDs) {
		return ""
	}
	return r.IDs[i]
}

// Get returns a parameter, or "".
func (r Route) Get(key string) string { return r.Query.Get(key) }

// With returns the route with one parameter set, or removed where value is "".
func (r Route) With(key, value string) Route {
	q := url.Values{}
	for k, v := range r.Query {
		q[k] = v
	}
	q.Del(key)
	if value != "" {
		q.Set(key, value)
	}
	r.Query = q
	return r
}

// At returns the route with an anchor.
func (r Route) At(anchor string) Route {
	r.Anchor = anchor
	return r
}

// Page returns the route of the page alone, without parameters and anchor.
func (r Route) Page() string {
	return strings.Join(append([]string{string(r.Kind)}, r.IDs...), "/")
}

// String returns the address, such that Parse(r.String()) is r again.
func (r Route) String() string {
	s := r.Page()
	if len(r.Query) > 0 {
		s += "?" + r.Query.Encode()
	}
	if r.Anchor != "" {
		s += "#" + r.Anchor
	}
	return s
}
