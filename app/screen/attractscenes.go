package screen

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// scene is one thing that the attract screen may show: of the four, one is there.
type scene struct {
	event     *content.Event
	person    *content.Person
	quotation *content.Quotation
	years     *content.Case

	history string // the case study or speech that it is from; "" where it is from none
}

// programme is what the attract screen shows, in order.
type programme struct {
	scenes []scene
	listed bool // by the archive, whose order is kept
}

// programme is what the archive lists, or a choice from it. It is the same in every
// language; what is not there in a language is passed over in it.
func (d hall) programme() programme {
	if list := d.Archive.Attract; len(list) > 0 {
		return programme{d.listed(list[:min(len(list), content.MostScenes)]), true}
	}
	return programme{d.chosen(), false}
}

// listed makes scenes of routes, without those that a hall must not be shown.
func (d hall) listed(list []string) []scene {
	var out []scene
	of := d.historyOf()
	for _, address := range list {
		r, err := route.Parse(address)
		if err != nil {
			continue
		}
		s := scene{history: r.ID(0)}
		switch r.Kind {
		case route.Event:
			s.event = d.Archive.Event(r.ID(0), r.ID(1))
		case route.Person:
			s.person, s.history = d.Archive.Person(r.ID(0)), of(r.ID(0))
		case route.Speech:
			s.quotation = d.Archive.Sentence(r.ID(0), r.Anchor)
		case route.Case:
			if r.ID(1) == "" {
				s.years = d.Archive.Case(r.ID(0))
			}
		}
		if d.peaceful(s) {
			out = append(out, s)
		}
	}
	return out
}

// peaceful reports whether a scene is one, and names and quotes no perpetrator.
func (d hall) peaceful(s scene) bool {
	a := d.Archive
	switch {
	case s.event != nil:
		return a.NamesPerpetrator(s.event) == nil
	case s.person != nil:
		return !s.person.Accused() && a.Accuses(s.person.Words, func(w content.Words) string { return w.Role }) == nil
	case s.quotation != nil:
		speaker := a.Person(s.quotation.Speaker)
		where := a.Speech(s.quotation.Speech).Place
		return speaker != nil && !speaker.Accused() && a.PerpetratorAt(where) == nil && a.Accuses(s.quotation.Words, func(w content.Words) string { return w.Text.Plain() }) == nil
	default:
		return s.years != nil && len(s.years.Events) > 1 && a.Accuses(s.years.Words, func(w content.Words) string { return w.Title }) == nil
	}
}

// A choice from the archive takes this much of each history, and of each speech.
// What was done to remember and to bind states by law can be shown to anybody; of
// other events one would have to know what they tell.
var (
	peacefulKinds = []string{"memory", "law"}
	livesShown    = []string{"victim", "survivor", "rescuer", "witness", "journalist", "scholar"}
)

const (
	mostLives     = 3
	mostEvents    = 2
	mostSentences = 3
	longSentence  = 30 // words
)

// chosen is what is shown of an archive that lists nothing: of each history in turn
// its years, a life, a lead event, and between them sentences from speeches. What is
// there in more languages comes first.
func (d hall) chosen() []scene {
	of := d.historyOf()
	var turns []sceneTurn
	for _, c := range d.Archive.Cases {
		turns = append(turns, sceneTurn{[][]scene{d.only(1, scene{years: c, history: c.ID}), d.lives(c, of), d.leadEvents(c)}})
	}
	for _, sp := range d.Archive.Speeches {
		if sentences := d.sentences(sp); len(sentences) > 0 {
			turns = append(turns, sceneTurn{[][]scene{sentences}})
		}
	}
	var out []scene
	for round := 0; ; round++ {
		before := len(out)
		for i := range turns {
			if s, ok := turns[i].take(round + i); ok {
				out = append(out, s)
			}
		}
		if len(out) == before {
			return out
		}
	}
}

// sceneTurn is what a history has to show, by kind.
type sceneTurn struct{ kinds [][]scene }

// take takes a scene out, of the kind whose turn it is or of the next that has one.
func (t *sceneTurn) take(kind int) (scene, bool) {
	for i := range t.kinds {
		k := (kind + i) % len(t.kinds)
		if len(t.kinds[k]) > 0 {
			s := t.kinds[k][0]
			t.kinds[k] = t.kinds[k][1:]
			return s, true
		}
	}
	return scene{}, false
}

// only keeps the scenes that may be shown, those in more languages first, and not
// more than most.
func (d hall) only(most int, scenes ...scene) []scene {
	scenes = slices.DeleteFunc(scenes, func(s scene) bool { return !d.peaceful(s) || d.spoken(s) == 0 })
	slices.SortStableFunc(scenes, func(a, b scene) int { return cmp.Compare(d.spoken(b), d.spoken(a)) })
	return scenes[:min(len(scenes), most)]
}

// spoken is in how many languages a scene has words.
func (d hall) spoken(s scene) int {
	n := 0
	for _, lang := range d.Archive.Languages {
		if s.has(lang) {
			n++
		}
	}
	return n
}

// has reports whether a scene's own words are there in a language.
func (s scene) has(lang content.Lang) bool {
	switch {
	case s.event != nil:
		return s.event.Words[lang].Title != ""
	case s.person != nil:
		return s.person.Words[lang].Role != ""
	case s.quotation != nil:
		return len(s.quotation.Words[lang].Text) > 0
	default:
		return s.years.Words[lang].Title != ""
	}
}

func (d hall) lives(c *content.Case, of func(person string) string) []scene {
	var out []scene
	for _, group := range livesShown {
		for _, p := range d.Archive.People {
			if p.Group == group && of(p.ID) == c.ID && !(p.Born.IsZero() && p.Died.IsZero()) {
				out = append(out, scene{person: p, history: c.ID})
			}
		}
	}
	return d.only(mostLives, out...)
}

func (d hall) leadEvents(c *content.Case) []scene {
	var out []scene
	for _, e := range leads(c.Events) {
		if e.Place != "" && slices.Contains(peacefulKinds, e.Kind) {
			out = append(out, scene{event: e, history: c.ID})
		}
	}
	return d.only(mostEvents, out...)
}

func (d hall) sentences(sp *content.Speech) []scene {
	var out []scene
	for _, q := range d.Archive.Quotations {
		if q.Speech == sp.ID && len(strings.Fields(q.Words[sp.Language].Text.Plain())) <= longSentence {
			out = append(out, scene{quotation: q, history: sp.ID})
		}
	}
	return d.only(mostSentences, out...)
}

// historyOf tells which case study a person belongs to: the one whose events name
// the person most, else whose events share most of the person's sources; "" where
// none does.
func (d hall) historyOf() func(person string) string {
	named, cited := map[string]map[string]int{}, map[string]map[string]int{}
	count := func(in map[string]map[string]int, of, id string) {
		if in[id] == nil {
			in[id] = map[string]int{}
		}
		in[id][of]++
	}
	for _, c := range d.Archive.Cases {
		for _, e := range c.Events {
			for _, id := range e.People {
				count(named, c.ID, id)
			}
			for _, id := range e.Sources {
				count(cited, c.ID, id)
			}
		}
	}
	return func(person string) string {
		p := d.Archive.Person(person)
		if p == nil {
			return ""
		}
		best, most := "", 0
		for _, c := range d.Archive.Cases {
			n := named[p.ID][c.ID] * 1000
			for _, source := range p.Sources {
				n += min(cited[source][c.ID], 1)
			}
			if n > most {
				best, most = c.ID, n
			}
		}
		return best
	}
}

// Scene is the route of a scene of the attract screen, by its number from 0.
func Scene(n int) route.Route {
	return route.To(route.Attract).With(sceneParam, strconv.Itoa(n))
}

// sceneNumber is the scene that a parameter means, 0 where it means none. Scenes are
// counted on through as many rounds as there are languages, for in each round a
// scene is in another.
func (d hall) sceneNumber(param string, all programme) int {
	n, err := strconv.Atoi(param)
	if err != nil {
		return 0
	}
	total := all.rounds(len(d.Languages))
	return (n%total + total) % total
}

// rounds is how many scenes there are in so many rounds.
func (p programme) rounds(n int) int { return max(len(p.scenes), 1) * max(n, 1) }

// at is the scene of a number.
func (p programme) at(n int) scene { return p.scenes[n%len(p.scenes)] }

// follows is what comes after a scene: the next language, and the next scene that
// has words in it. Each round begins in another language.
func (d hall) follows(all programme, n int) (content.Lang, string) {
	at := slices.IndexFunc(d.Languages, func(l *i18n.Locale) bool { return l.Lang() == d.Locale.Lang() })
	l := d.Languages[(at+1)%len(d.Languages)]
	next := n + d.in(l).steps(all, n)
	if count := max(len(all.scenes), 1); next/count > n/count && len(all.scenes) > 0 {
		round := next / count
		l = d.Languages[round%len(d.Languages)]
		next = round*count - 1
		next += d.in(l).steps(all, next)
	}
	return l.Lang(), Scene(next % all.rounds(len(d.Languages))).String()
}

// in is the page in another language.
func (d hall) in(l *i18n.Locale) hall {
	d.Locale = l
	return hall{d.Deps.page()}
}

// steps is how far it is to the next scene that has words in this language. Of a
// choice, to one of another history where there is one.
func (d hall) steps(all programme, n int) int {
	first := 1
	for i := len(all.scenes); i > 0; i-- {
		if _, ok := (hall{d.Deps.page()}).tell(all.at(n + i)); ok {
			first = i
		}
	}
	for i := first; i < len(all.scenes) && !all.listed; i++ {
		if all.at(n+i).history == all.at(n).history {
			continue
		}
		if _, ok := (hall{d.Deps.page()}).tell(all.at(n + i)); ok {
			return i
		}
	}
	return first
}
