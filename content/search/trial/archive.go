// Package trial measures search on archives of any size. Their words mean
// nothing: they are drawn at random as words are in a language, a few common
// and most rare, so that an engine's cost on them is its cost on real ones.
package trial

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"vigil/content"
)

// distinct is how many different words a language has.
const distinct = 60000

// languages are those that a trial archive is written in. Every record is
// there in the first, every n-th in the others.
var languages = []struct {
	lang      content.Lang
	every     int
	syllables string
}{
	{"en", 1, "ba con ri she na do vi mu ter lan ska pre jo an re di ga hu mi to za co le bre nik sta ul or em ing"},
	{"fr", 2, "la é ri che na dé vi mou ter lan es pré jo an ré di ga ou mi to eau cer le bre que sta ul eur em ion"},
	{"bs", 4, "ba ko ri še na đo vi mu ter lan ska pre jo an re di ga hu mi to za ćo lje bre nik sta ul or em ič"},
	{"ar", 8, "با كو ري شه نا دو في مو تر لن سك فر جو ان ره دي غا هو مي تو زا صو له بر نك ستا ول ور ام ين"},
	{"he", 16, "בא קו רי שה נא דו וי מו תר לן סק פר גו אן רה די גה הו מי תו זא צו לה בר ניק סטא אול אור אם ין"},
}

// Fewest and Most bound the archives that can be made: fewer have not every kind
// of record, more do not fit into the memory of a kiosk.
const (
	Fewest = 100
	Most   = 1_000_000
)

// Archive makes an archive of n records, Fewest to Most: a tenth people, a tenth places, the
// rest events of one case study, each of 40 to 200 words. The same n gives the
// same archive.
func Archive(n int) *content.Archive {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	a := &content.Archive{Original: languages[0].lang}
	var voices []voice
	for _, l := range languages {
		a.Languages = append(a.Languages, l.lang)
		voices = append(voices, newVoice(r, l.syllables))
	}
	m := maker{r, voices}
	study := &content.Case{ID: "study", Words: m.text(0, 4, 60)}
	for i := range n {
		id := strconv.Itoa(i)
		switch i % 10 {
		case 0:
			a.People = append(a.People, &content.Person{ID: id, Name: m.name(0, 2), Names: m.names(i, 2), Words: m.text(i, 0, 80)})
		case 1:
			a.Places = append(a.Places, &content.Place{ID: id, Name: m.name(0, 1), Names: m.names(i, 1), Words: m.text(i, 0, 60)})
		default:
			study.Events = append(study.Events, &content.Event{ID: id, Owner: study.ID, Importance: 1 + i%4, Words: m.text(i, 5, 160)})
		}
	}
	a.Cases = []*content.Case{study}
	a.Index()
	return a
}

// voice draws the words of one language.
type voice struct {
	words []string
	zipf  *rand.Zipf
}

func newVoice(r *rand.Rand, syllables string) voice {
	of := strings.Fields(syllables)
	seen := map[string]bool{}
	var v voice
	for len(v.words) < distinct {
		var w strings.Builder
		for range 1 + r.IntN(4) {
			w.WriteString(of[r.IntN(len(of))])
		}
		if s := w.String(); !seen[s] {
			seen[s] = true
			v.words = append(v.words, s)
		}
	}
	v.zipf = rand.NewZipf(r, 1.1, 8, uint64(len(v.words)-1))
	return v
}

func (v voice) line(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = v.words[v.zipf.Uint64()]
	}
	return strings.Join(words, " ")
}

type maker struct {
	*rand.Rand
	voices []voice
}

// name is one of n words that are all equally likely, as names are.
func (m maker) name(voice, n int) string {
	words := make([]string, n)
	for i := range words {
		all := m.voices[voice].words
		words[i] = all[m.IntN(len(all))]
	}
	return strings.Join(words, " ")
}

// names are those of the record in the languages that have it.
func (m maker) names(record, n int) []string {
	var all []string
	for i, l := range languages[1:] {
		if record%l.every == 0 {
			all = append(all, m.name(i+1, n))
		}
	}
	return all
}

// text is a title, where it has words, and about as many words in each language
// that has the record.
func (m maker) text(record, title, words int) content.Text {
	t := content.Text{}
	for i, l := range languages {
		if record%l.every != 0 {
			continue
		}
		v := m.voices[i]
		t[l.lang] = content.Words{Title: v.line(title), Text: content.Line(v.line(words/2 + m.IntN(words)))}
	}
	return t
}

// Keys lists what a visitor's fingers send: names of people and places and
// words of events, in every language, each letter by letter up to the twelfth.
func Keys(a *content.Archive) []string {
	r := rand.New(rand.NewPCG(3, 3))
	var typed []string
	for range 100 {
		p, place, event := a.People[r.IntN(len(a.People))], a.Places[r.IntN(len(a.Places))], a.Cases[0].Events[r.IntN(len(a.Cases[0].Events))]
		typed = append(typed, p.Name, place.Name)
		if len(p.Names) > 0 {
			typed = append(typed, p.Names[r.IntN(len(p.Names))])
		}
		for _, l := range languages {
			if w, ok := event.Words[l.lang]; ok {
				words := strings.Fields(w.Text.Plain())
				typed = append(typed, words[r.IntN(len(words))])
			}
		}
	}
	var keys []string
	for _, words := range typed {
		letters := []rune(words)
		for n := range min(12, len(letters)) {
			keys = append(keys, string(letters[:n+1]))
		}
	}
	r.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys[:min(mostKeys, len(keys))]
}

// mostKeys bounds how long a trial takes.
const mostKeys = 1500

// Row is a record in one language, flat, for engines that know no archive.
type Row struct {
	Route, Lang, Title, Names, Text string
}

// Rows lists what an archive holds.
func Rows(a *content.Archive) []Row {
	var rows []Row
	add := func(route, names string, t content.Text) {
		for _, l := range languages {
			if w, ok := t[l.lang]; ok {
				rows = append(rows, Row{route, string(l.lang), w.Title, names, w.Text.Plain()})
			}
		}
	}
	for _, p := range a.People {
		add("person/"+p.ID, strings.Join(append([]string{p.Name}, p.Names...), "\n"), p.Words)
	}
	for _, p := range a.Places {
		add("place/"+p.ID, strings.Join(append([]string{p.Name}, p.Names...), "\n"), p.Words)
	}
	for _, e := range a.Cases[0].Events {
		add(e.Route(), "", e.Words)
	}
	return rows
}
