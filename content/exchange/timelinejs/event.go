package timelinejs

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// title begins the history that the events come into, and takes the title's words over.
func (r *reader) title(s *slide) {
	if s == nil {
		stem := strings.TrimSuffix(r.file, path.Ext(r.file))
		r.name = strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ", ".", " ").Replace(stem)), " ")
		given := r.d.Case != ""
		r.history = r.d.History(r.name)
		r.from = r.d.Cite(r.name+" (TimelineJS)", "", "reference")
		if given {
			return
		}
		r.d.Note(exchange.Decide, exchange.Place{File: r.file}, "title", "the timeline has no title, and the history was called after the file", "write its title into cases/"+r.history+"/case."+string(r.d.Original())+".yaml")
		return
	}
	r.name, _ = r.line(s.headline)
	if r.name == "" {
		r.name = strings.TrimSuffix(r.file, path.Ext(r.file))
		r.d.Note(exchange.Decide, s.place("text/headline"), "title", "the title has no headline, and the history was called after the file", "write its title into the archive")
	}
	r.history = r.d.History(r.name)
	r.from = r.d.Cite(r.name+" (TimelineJS)", "", "reference")
	words := r.d.Words("cases/"+r.history+"/case", r.d.Lang, "case")
	role, rest := lead(s.text)
	text := r.prose(rest, s)
	role, _ = r.line(role)
	words.Set("title", r.name).Set("role", role).Set("text", text.words).Set("note", text.note)
	for _, l := range text.links {
		r.cite(l.Text, l.URL, s.place("text/text"))
	}
	shown := r.pictured(*s)
	words.Set("text", joinLines([]string{text.words, shown.words}))
	for _, id := range shown.pictures {
		r.d.File("cases/"+r.history+"/case.yaml").Append("media", id)
	}
	r.ground(*s)
	if !s.start.empty() || !s.end.empty() || s.display != "" {
		r.d.Note(exchange.Altered, s.place("start_date/year"), "title-date", "TimelineJS shows no date on a title; the history goes from its first event to its last", "")
	}
	if s.group != "" {
		r.d.Note(exchange.Altered, s.place("group"), "title-group", "a title has no group: "+authoring.Quote(s.group)+" did not come over", "")
	}
}

// event takes an event or an era over.
func (r *reader) event(s slide) {
	date, note, ok := r.when(s)
	if !ok {
		return
	}
	title, ok := r.headline(s)
	if !ok {
		return
	}
	text := r.prose(s.text, &s)
	thing, name := cmp.Or(s.id, title+"\x00"+date.EDTF), cmp.Or(s.id, title)
	whole := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join([]string{thing, title, date.EDTF, text.words}, "\x00"))))
	if r.seen[whole] {
		r.d.Note(exchange.LeftOut, s.place(""), "twice", "the same slide stands here twice: "+authoring.Quote(title), "take one of them out")
		return
	}
	if r.seen[thing] {
		thing = whole
	}
	r.seen[thing], r.seen[whole] = true, true
	if len(text.words) > mostText {
		r.d.Note(exchange.LeftOut, s.place("text/text"), "text-size", authoring.Quote(title)+" did not come over: its text is longer than the archive's longest", "shorten it")
		return
	}
	id := r.d.Called("event", thing, name)
	e := r.d.EventOf(s.place(""), r.history, id, r.kind(s)).Set("date", date.EDTF)
	r.dates = append(r.dates, date)
	shown := r.pictured(s)
	r.d.EventWords(r.history, id, r.d.Lang).Set("title", title).Set("text", joinLines([]string{text.words, shown.words})).
		Set("note", joinLines([]string{note, text.note}))
	for _, picture := range shown.pictures {
		e.Append("media", picture)
	}
	e.Append("sources", r.from)
	_, heads := r.line(s.headline)
	for _, l := range slices.Concat(heads, text.links) {
		if source := r.cite(l.Text, l.URL, s.place("text/text")); source != "" {
			e.Append("sources", source)
		}
	}
	for _, source := range shown.sources {
		e.Append("sources", source)
	}
	r.ground(s)
	if s.kind == "era" {
		r.era(s)
	}
}

// mostText is how long a text may be, with room for what is joined to it.
const mostText = 100 << 10

// era says what becomes of an era.
func (r *reader) era(s slide) {
	r.d.Once(exchange.Decide, s.place(""), "era", "the archive knows no eras: this one came as an event of its whole time, of the kind background, so that its words are not lost", "take it out where it only coloured the axis")
	if s.end.empty() {
		r.d.Note(exchange.Decide, s.place("end_date/year"), "era", "this era has no end, and TimelineJS refuses it", "write when it ended")
	}
}

// headline is the title of an event. Where it has none it is what TimelineJS writes beside
// the axis: the beginning of the text, or the caption.
func (r *reader) headline(s slide) (string, bool) {
	title, _ := r.line(s.headline)
	if title != "" {
		return title, true
	}
	for _, otherwise := range []string{s.text, s.media.caption} {
		line, _ := r.line(otherwise)
		if line == "" {
			continue
		}
		title := begun(line)
		r.d.Note(exchange.Decide, s.place("text/headline"), "headline", "this slide has no headline; it was called "+authoring.Quote(title), "write a title")
		return title, true
	}
	r.d.Note(exchange.LeftOut, s.place("text/headline"), "headline", "this slide has neither headline nor text", "write a headline, or take the slide out")
	return "", false
}

// begun is the beginning of a text, cut between words.
func begun(line string) string {
	const most = 80
	letters := []rune(line)
	if len(letters) <= most {
		return line
	}
	cut := string(letters[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.–-") + "…"
}

// kind is what kind of event a group is; "" where that is not known, and background of an
// era, which is what it is.
func (r *reader) kind(s slide) string {
	if s.kind == "era" {
		return "background"
	}
	group, _ := r.line(s.group)
	if group == "" {
		return ""
	}
	if kind := r.kindOf(group); kind != "" {
		return kind
	}
	for part := range strings.FieldsFuncSeq(group, func(c rune) bool { return c == ',' || c == ';' }) {
		if kind := r.kindOf(part); kind != "" {
			r.d.Once(exchange.Decide, s.place("group"), "group", "of the groups "+authoring.Quote(group)+" the event came as "+authoring.Quote(kind)+"; an event has one kind", "look whether it is the right one")
			return kind
		}
	}
	r.d.Once(exchange.Decide, s.place("group"), "group", "the group "+authoring.Quote(group)+` is no kind of event that the archive knows, and its events came as "background"`, "give them one of "+strings.Join(content.EventKinds, ", "))
	return "background"
}

// kindOf is the kind of event that is called so in a language of the interface, that of the
// timeline first; "" where none is.
func (r *reader) kindOf(name string) string {
	if r.kinds == nil {
		r.kinds = kindNames(r.d.Lang)
	}
	return r.kinds[strings.ToLower(strings.TrimSpace(name))]
}

func kindNames(first content.Lang) map[string]string {
	kinds := map[string]string{}
	catalogue, err := interfaces()
	if err != nil { // the catalogues are part of the program, and tests read them
		return kinds
	}
	for _, lang := range append(catalogue.Languages(), first) {
		if !catalogue.Speaks(lang) {
			continue
		}
		for _, kind := range content.EventKinds {
			kinds[strings.ToLower(catalogue.Locale(lang).Say("kind."+kind))] = kind
		}
	}
	for _, kind := range content.EventKinds {
		kinds[kind], kinds[strings.ReplaceAll(kind, "-", " ")] = kind, kind
	}
	return kinds
}

// ground names what stands behind a slide and does not come over.
func (r *reader) ground(s slide) {
	if s.image != "" {
		r.d.Note(exchange.LeftOut, s.place("background"), "background", "the picture behind this slide did not come over: "+authoring.Quote(s.image), "where it tells something, name it as the slide's media")
	}
	if s.colour != "" {
		r.d.Once(exchange.Altered, s.place("background"), "background", "the colour behind a slide did not come over: the kiosk has its own ground", "")
	}
}

// cite is a source on the open web; "" where the address is none.
func (r *reader) cite(title, address string, at exchange.Place) string {
	title, _ = r.line(title)
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	switch {
	case address == "" && title != "":
	case !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://"):
		r.d.Once(exchange.LeftOut, at, "link", "this link leads nowhere on the open web: "+authoring.Quote(address), "write a whole address, beginning with https://")
		return ""
	}
	if r.sources++; r.sources > MostSources {
		r.d.Once(exchange.LeftOut, at, "sources", "a timeline brings no more sources than have come, and this and further links did not", "divide it")
		return ""
	}
	return r.d.Cite(cmp.Or(title, nameless(address)), address, "reference")
}

// nameless is what a source is called of which only the address is known: where it lies,
// and the last part of the way there.
func nameless(address string) string {
	const most = 60
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimPrefix(u.Host, "www.")
	last := []rune(strings.ReplaceAll(path.Base(u.Path), "_", " "))
	if len(last) < 2 {
		return host
	}
	return host + ": " + string(last[:min(len(last), most)])
}
