package omeka

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// hiddenValue marks, among a record's notes, a value that is private: it is counted when
// the record is written.
const hiddenValue = "private-value"

// catalogue is what is known of a source while it is written.
type catalogue struct {
	*exchange.Draft
	src  exchange.Source
	name string // of the source, for a history that has no other title

	known   map[string]*known    // by key
	order   []*known             // as the source has them
	media   map[string][]*record // by the key of their item
	spots   map[string][]spot    // that stand apart, by the key of their item
	sets    []string             // titles of the public sets
	groups  map[string]bool      // names of collections that values tell
	langs   map[string]saidLang  // as they were written
	dates   []content.Date       // of events
	history string               // "" until an event came
	chosen  bool                 // whoever imports named the history
	looked  map[string]string    // where files lie beside, by what was looked for; "" where they do not
}

// known is what other records must know of one.
type known struct {
	key, title, lang string
	sort             sort
	classed          sort
	id               string // in the archive; "" of what does not come over
	private, broken  bool
	dated, placed    bool
	written          bool
	files            []file
	media            []string
}

func newCatalogue(d *exchange.Draft, src exchange.Source, name string) *catalogue {
	return &catalogue{Draft: d, chosen: d.Case != "", src: src, name: name, known: map[string]*known{}, media: map[string][]*record{}, spots: map[string][]spot{},
		groups: map[string]bool{}, langs: map[string]saidLang{}, looked: map[string]string{}}
}

// know takes in that there is a record.
func (c *catalogue) know(r *record) {
	switch {
	case r.kind == unrelated, r.kind == mark && r.private:
		return
	case r.kind == mark:
		c.spots[r.of] = append(c.spots[r.of], r.spots...)
		return
	}
	k := &known{key: r.key, private: r.private, broken: r.broken != nil, classed: r.class(), files: r.files, media: r.media}
	k.title, k.lang = c.titled(r)
	k.dated = slices.ContainsFunc(r.values, func(v value) bool { return dateRole(roles[v.term]) })
	k.placed = len(r.spots) > 0 || slices.ContainsFunc(r.values, func(v value) bool { return roles[v.term] == coordinates || roles[v.term] == latitude })
	if _, twice := c.known[r.key]; !twice {
		c.known[r.key] = k
		c.order = append(c.order, k)
	}
	switch {
	case r.private || r.broken != nil:
	case r.kind == itemSet:
		k.classed = setSort
		c.sets = append(c.sets, k.title)
	case r.kind == medium:
		k.classed = mediumSort
		c.media[r.of] = append(c.media[r.of], c.light(r))
	default:
		for _, v := range r.values {
			if roles[v.term] == collection && v.text != "" {
				c.groups[v.text] = true
			}
		}
	}
}

// Sorts of records that are no items.
const (
	setSort sort = 100 + iota
	mediumSort
)

// light is a medium without what is only needed when it is written itself.
func (c *catalogue) light(r *record) *record {
	return &record{kind: medium, at: r.at, key: r.key, title: r.title, values: r.values, files: r.files, media: r.media}
}

func dateRole(r role) bool { return r == when || r == begins || r == made }

// titled is a record's title and the language that it is written in, the archive's own
// where there is one.
func (c *catalogue) titled(r *record) (words, lang string) {
	best, most := value{}, -1
	for _, v := range r.values {
		if roles[v.term] != title || v.words() == "" {
			continue
		}
		n := wins[v.term]
		switch {
		case v.lang == string(c.Original()):
			n += 20
		case v.lang == "":
			n += 10
		}
		if n > most {
			best, most = v, n
		}
	}
	switch {
	case most >= 0:
		return line(best), best.lang
	case r.title != "":
		return line(value{text: r.title}), ""
	}
	var parts []string
	for _, want := range []role{given, family} {
		for _, v := range r.values {
			if roles[v.term] == want {
				parts = append(parts, line(v))
				break
			}
		}
	}
	return strings.Join(parts, " "), ""
}

// settle decides what becomes of each record, and what it is called.
func (c *catalogue) settle() {
	for _, k := range c.order {
		k.sort = c.decide(k)
		if k.sort == unclassed {
			continue
		}
		kind := map[sort]string{person: "person", group: "organisation", place: "place", concept: "term", event: "event"}[k.sort]
		if kind != "" {
			k.id = c.Called(kind, k.key, k.title)
		}
	}
}

// decide is what becomes of a record: what its class says, else what is there.
func (c *catalogue) decide(k *known) sort {
	shown := c.shown(k)
	switch {
	case k.private || k.broken || k.classed >= setSort || k.classed == agent:
		return unclassed
	case k.classed == event && !k.dated:
		return unclassed
	case k.classed == picture && !shown:
		return unclassed
	case k.classed != unclassed:
		return k.classed
	case k.dated:
		return event
	case shown:
		return picture
	case k.placed || len(c.spots[k.key]) > 0:
		return place
	}
	return unclassed
}

// shown reports whether a picture of a record lies beside.
func (c *catalogue) shown(k *known) bool {
	for _, f := range k.files {
		if c.beside(f) != "" {
			return true
		}
	}
	for _, m := range c.media[k.key] {
		for _, f := range m.files {
			if c.beside(f) != "" {
				return true
			}
		}
	}
	return false
}

// beside is where a picture lies beside the source, "" where it does not: as the original
// that Omeka keeps, or by its name.
func (c *catalogue) beside(f file) string {
	for _, name := range f.names {
		if _, seen := c.looked[name]; !seen {
			c.looked[name] = c.look(name)
		}
		if found := c.looked[name]; found != "" {
			return found
		}
	}
	return ""
}

func (c *catalogue) look(name string) string {
	tail := strings.ReplaceAll(name, `\`, "/")
	if before, _, query := strings.Cut(tail, "?"); query {
		tail = before
	}
	base := path.Base(tail)
	if !slices.Contains([]string{".jpg", ".jpeg", ".png"}, strings.ToLower(path.Ext(base))) {
		return ""
	}
	tries := []string{"files/original/" + base, "original/" + base, base, "files/" + base, "media/" + base, "images/" + base}
	if !strings.Contains(tail, "://") {
		tries = slices.Insert(tries, 0, path.Clean(strings.TrimPrefix(tail, "/")))
	}
	for _, try := range tries {
		if c.src.Beside(try) {
			return try
		}
	}
	return ""
}

// into is the id of the history that events come into.
func (c *catalogue) into() string {
	if c.history == "" {
		c.history = c.History(c.subject())
	}
	return c.history
}

// subject is what the source as a whole is called: its one set or collection, else its file.
func (c *catalogue) subject() string {
	switch {
	case len(c.sets) == 1 && c.sets[0] != "":
		return c.sets[0]
	case len(c.sets) == 0 && len(c.groups) == 1:
		for name := range c.groups {
			return oneLine(name)
		}
	}
	return c.name
}

// finish writes what the archive must have beside its records.
func (c *catalogue) finish() {
	if c.history != "" {
		c.Span(c.history, c.dates)
	}
	if n := c.Came["events"]; n > mostEvents {
		c.Note(exchange.Decide, exchange.Place{}, "many-events", "a history holds at most 10,000 events, and more came", "divide the source, and import each part into a history of its own with --case")
	}
	if len(c.Names()) > 0 {
		c.Whole(cmp.Or(c.subject(), c.name))
	}
	c.translated()
	c.Said()
}

// mostEvents is how many events a history holds.
const mostEvents = 10_000

// quoted is what a report repeats of a source.
func quoted(s string) string { return authoring.Quote(s) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
