package timelinejs

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/i18n"
)

// interfaces are the words of the eight languages, which cost more to read than a timeline.
var interfaces = sync.OnceValues(i18n.Load)

// outDeck is a timeline as TimelineJS 3 reads it.
type outDeck struct {
	Scale  string     `json:"scale"`
	Title  *outSlide  `json:"title,omitempty"`
	Events []outSlide `json:"events"`
}

type outSlide struct {
	ID      string    `json:"unique_id"`
	Start   *outDate  `json:"start_date,omitempty"`
	End     *outDate  `json:"end_date,omitempty"`
	Display string    `json:"display_date,omitempty"`
	Text    outText   `json:"text"`
	Media   *outMedia `json:"media,omitempty"`
	Group   string    `json:"group,omitempty"`
}

type outText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type outDate struct {
	Year  string `json:"year"`
	Month string `json:"month,omitempty"`
	Day   string `json:"day,omitempty"`
}

type outMedia struct {
	URL     string `json:"url"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
	Alt     string `json:"alt,omitempty"`
}

// Export writes one history of an archive, in one language, as the JSON of TimelineJS 3.
// What it writes is read by Import as the same dates, titles and texts. Pictures are named
// where the archive shows them unasked; their files are for who publishes the timeline to
// put beside it.
func Export(ctx context.Context, files fs.FS, to string, o exchange.Options) (*exchange.Report, error) {
	if _, err := exchange.Readable(ctx, files); err != nil {
		return nil, err
	}
	w, err := newWriter(authoring.LoadIn(ctx, files, o.Lang).Archive, o)
	if err != nil {
		return nil, err
	}
	err = exchange.WriteWhole(to, func(f *os.File) error { return w.write(ctx, f, o.Step) })
	return w.report, err
}

func (w *writer) write(ctx context.Context, to io.Writer, step func(int, int)) error {
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(w.deck(ctx, step)); err != nil {
		return err
	}
	return ctx.Err()
}

// writer writes one history.
type writer struct {
	archive *content.Archive
	history *content.Case
	locale  *i18n.Locale
	langs   []content.Lang // in which words are looked for
	report  *exchange.Report
	dir     string // attribute of each block of the record that is written
}

func newWriter(a *content.Archive, o exchange.Options) (*writer, error) {
	history, err := chosen(a, o.Case)
	if err != nil {
		return nil, err
	}
	lang := cmp.Or(o.Lang, a.Original)
	catalogue, err := interfaces()
	if err != nil {
		return nil, fmt.Errorf("read the words for dates: %w", err)
	}
	w := &writer{archive: a, history: history, locale: catalogue.Locale(lang), langs: []content.Lang{lang, a.Original}, report: exchange.NewReport("timelinejs", history.ID)}
	if _, in := history.Words.In(lang); in == "" {
		return nil, fmt.Errorf("the history %s has no words in %q; it has %s", history.ID, lang, spoken(history.Words))
	}
	return w, nil
}

func spoken(t content.Text) string {
	var list []string
	for lang := range t {
		list = append(list, string(lang))
	}
	return strings.Join(sorted(list), ", ")
}

// chosen is the history that is meant.
func chosen(a *content.Archive, id string) (*content.Case, error) {
	var ids []string
	for _, c := range a.Cases {
		if c.ID == id || id == "" && len(a.Cases) == 1 {
			return c, nil
		}
		ids = append(ids, c.ID)
	}
	switch {
	case len(ids) == 0:
		return nil, errors.New("there is no history in it, and a timeline is of one")
	case id == "":
		return nil, fmt.Errorf("a timeline is of one history: say which by --case, one of %s", strings.Join(ids, ", "))
	}
	return nil, fmt.Errorf("there is no history %q: the histories are %s", id, strings.Join(ids, ", "))
}

func (w *writer) deck(ctx context.Context, step func(int, int)) outDeck {
	deck := outDeck{Scale: "human", Title: w.title(), Events: []outSlide{}}
	for i, e := range w.history.Events {
		if ctx.Err() != nil {
			return deck
		}
		deck.Events = append(deck.Events, w.event(e))
		w.report.Came["events"]++
		step(i+1, len(w.history.Events))
	}
	w.lost()
	return deck
}

func (w *writer) title() *outSlide {
	words := w.words(w.history.Words, "case")
	var b strings.Builder
	if words.Role != "" {
		b.WriteString(`<p class="` + leadClass + `"` + w.dir + `>` + escape(words.Role) + "</p>\n")
	}
	w.body(&b, words)
	return &outSlide{ID: w.history.ID, Text: outText{escape(words.Title), b.String()}, Media: w.media(w.history.Media, "case.yaml")}
}

func (w *writer) event(e *content.Event) outSlide {
	words := w.words(e.Words, e.ID)
	var b strings.Builder
	w.body(&b, words)
	w.cited(&b, e.Sources)
	start, end := ends(e.Date)
	return outSlide{
		ID: e.ID, Start: start, End: end, Display: w.locale.Date(e.Date),
		Text:  outText{escape(words.Title), b.String()},
		Media: w.media(e.Media, e.ID),
		Group: w.locale.Say("kind." + e.Kind),
	}
}

// words are a record's in the language, or else in the archive's own, which is said.
func (w *writer) words(t content.Text, id string) content.Words {
	words, in := t.In(w.langs...)
	w.dir = ""
	if in == w.langs[0] && w.locale.RTL() {
		w.dir = ` dir="rtl"`
	}
	if in != w.langs[0] {
		w.report.Note(exchange.Decide, w.at(id), "language", fmt.Sprintf("there are no words in %q; those in %q were written", w.langs[0], in), "translate them")
	}
	return words
}

func (w *writer) at(id string) exchange.Place {
	return exchange.Place{File: "cases/" + w.history.ID + "/timeline.yaml", Heading: id}
}

// cited lists the sources of an event at the end of its text.
func (w *writer) cited(b *strings.Builder, ids []string) {
	var list []string
	for _, id := range ids {
		s := w.archive.Source(id)
		if s == nil {
			continue
		}
		if s.URL == "" {
			list = append(list, "<cite>"+escape(s.Title)+"</cite>")
			continue
		}
		list = append(list, `<a href="`+escape(s.URL)+`">`+escape(s.Title)+"</a>")
	}
	if len(list) > 0 {
		b.WriteString(`<p class="` + sourcesClass + `"` + w.dir + `>` + escape(w.locale.Say("know.sources")) + ": " + strings.Join(list, "; ") + "</p>\n")
	}
}

// media is the first picture that may be seen unasked: TimelineJS shows one, and shows it at
// once.
func (w *writer) media(ids []string, record string) *outMedia {
	var out *outMedia
	for _, id := range ids {
		m := w.archive.Medium(id)
		switch {
		case m == nil:
		case !m.Unasked():
			w.report.Note(exchange.LeftOut, w.at(record), "picture-asked", "the picture "+authoring.Quote(id)+" is shown to who asks for it, and TimelineJS would show it at once: it was not written", "")
		case out != nil:
			w.report.Note(exchange.LeftOut, w.at(record), "picture-more", "a slide has one picture, and "+authoring.Quote(id)+" was not written", "")
		default:
			words := w.words(m.Words, id)
			out = &outMedia{URL: "media/" + m.File, Caption: escape(words.Title), Credit: escape(m.Credit), Alt: words.Text.Plain()}
			w.report.Came["pictures"]++
			w.report.Once(exchange.Decide, w.at(record), "picture-file", "a picture is named by its place in the archive, as "+authoring.Quote(out.URL), "put the archive's folder media beside the timeline where it is published")
		}
	}
	return out
}

// lost says what a timeline cannot hold.
func (w *writer) lost() {
	at := exchange.Place{File: "cases/" + w.history.ID}
	say := func(what string) {
		w.report.Note(exchange.LeftOut, at, "timeline", "a timeline has no room for "+what, "")
	}
	say("how much an event weighs, whether its fact was verified, whom and what it is linked with, and what state of review its words are in")
	places, people := 0, 0
	for _, e := range w.history.Events {
		if e.Place != "" {
			places++
		}
		people += len(e.People)
	}
	if places+people > 0 {
		say(fmt.Sprintf("the places of %d events and %d mentions of people", places, people))
	}
	h := w.history
	if len(h.Essay)+len(h.Figures)+len(h.Findings)+len(h.Questions)+len(h.Caution) > 0 {
		say(fmt.Sprintf("the essay, the caution, %d figures, %d findings and %d questions of the history", len(h.Figures), len(h.Findings), len(h.Questions)))
	}
	if n := len(w.archive.Languages); n > 1 {
		say(fmt.Sprintf("more than one language; %q was written, of %d", w.langs[0], n))
	}
}
