package screen

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// Account is what a page says, for who shows it otherwise than as a page, such as the wall
// of a class.
type Account struct {
	Title   string
	Lang    content.Lang // of the title
	When    string       // when and where, in words; may be empty
	Text    content.Prose
	In      content.Lang             // the language of the text
	Marks   []string                 // that it is a draft, a machine's translation, or in another language
	Sources string                   // who says so, in few words; may be empty
	Order   int                      // of the history it is part of, for its thread; 0 where it is of none
	Figure  func() fyne.CanvasObject // a map or picture to stand beside; nil where there is none
	Whole   bool                     // the figure is what the page is about
}

// Account tells a route, or reports that nothing is there. It never shows what has a
// content note unless that has been gone past.
func (deps Deps) Account(r route.Route) (Account, bool) {
	d := deps.page()
	d.gallery = &gallery{load: func(fetch func(context.Context) (func(), error)) { deps.Load(context.Background(), fetch) }}
	t, ok := d.told(r)
	if ok {
		t.Marks = append(d.marked(), d.doubted(r)...)
	}
	return t, ok
}

// doubted says of what nobody has read again in a source that it was not.
func (d page) doubted(r route.Route) []string {
	var verified content.Verified
	switch id := r.ID(0); r.Kind {
	case route.Event:
		verified = d.Archive.Event(id, r.ID(1)).Verified
	case route.Person:
		verified = d.Archive.Person(id).Verified
	case route.Speech:
		verified = d.Archive.Speech(id).Verified
	}
	if verified != content.FromMemory {
		return nil
	}
	return []string{d.Locale.Say("know.verified." + string(verified))}
}

// Wording is a record's words in the visitor's language or the nearest that there is,
// that language, and what to say of them: that they are a draft, say.
func (deps Deps) Wording(t content.Text) (content.Words, content.Lang, []string) {
	d := deps.page()
	w, lang := d.words(t)
	return w, lang, d.marked()
}

// Signpost is a row that leads to a route by the name of what is there, or nil where
// nothing is.
func (deps Deps) Signpost(address string) fyne.CanvasObject {
	if sign := deps.page().signpost(address); sign != nil {
		return sign
	}
	return nil
}

func (d page) told(r route.Route) (Account, bool) {
	id := r.ID(0)
	switch r.Kind {
	case route.Case:
		if c := d.Archive.Case(id); c != nil {
			return d.caseTold(c, r), true
		}
	case route.Event:
		if e := d.Archive.Event(id, r.ID(1)); e != nil {
			return d.eventTold(e), true
		}
	case route.Speech:
		if s := d.Archive.Speech(id); s != nil {
			return d.speechTold(s, r.Anchor), true
		}
	case route.Person:
		if p := d.Archive.Person(id); p != nil {
			return d.personTold(p), true
		}
	case route.Place:
		if p := d.Archive.Place(id); p != nil {
			return d.placeTold(p), true
		}
	case route.Organisation:
		if o := d.Archive.Organisation(id); o != nil {
			w, lang := d.words(o.Words)
			name, in := d.name(o.Words, o.Name, o.Names)
			return Account{Title: name, Lang: in, Text: w.Text, In: lang, Sources: d.sayers(o.Sources)}, true
		}
	case route.Term:
		if x := d.Archive.Term(id); x != nil {
			w, lang := d.named(x.Words, x.ID)
			return Account{Title: w.Title, Lang: lang, Text: w.Text, In: lang, Sources: d.sayers(x.Sources)}, true
		}
	case route.Medium:
		if m := d.Archive.Medium(id); m != nil {
			return d.mediumTold(m), true
		}
	default:
		return d.signed(r)
	}
	return Account{}, false
}

// signed tells a page of which only the name can stand on a wall.
func (d page) signed(r route.Route) (Account, bool) {
	if sign := d.signpost(r.String()); sign != nil {
		return Account{Title: ui.Outline(sign)[0].Text, Lang: d.Locale.Lang()}, true
	}
	return Account{}, false
}

func (d page) eventTold(e *content.Event) Account {
	w, lang := d.named(e.Words, e.ID)
	t := Account{Title: w.Title, Lang: lang, When: d.Locale.Date(e.Date), Text: w.Text, In: lang, Sources: d.sayers(e.Sources)}
	if c := d.Archive.Case(e.Owner); c != nil {
		t.Order = c.Order
	}
	if p := d.Archive.Place(e.Place); p != nil {
		t.When = d.joined(dot, t.When, d.placeName(p))
		t.Figure = func() fyne.CanvasObject { return d.locator([]*content.Place{p}, p.ID) }
	}
	return t
}

func (d page) speechTold(s *content.Speech, paragraph string) Account {
	w, lang := d.named(s.Words, s.ID)
	t := Account{Title: w.Title, Lang: lang, When: d.byline(s), Text: w.Text, In: lang, Sources: d.sayers(s.Sources)}
	for _, p := range s.Paragraphs {
		if p.ID != paragraph {
			continue
		}
		// Someone's own words are shown as they were spoken, or as they were translated.
		if spoken, in := p.Text.In(d.Locale.Lang(), s.Language); len(spoken.Text) > 0 {
			d.words(p.Text)
			t.Text, t.In = spoken.Text, in
		}
	}
	return t
}

func (d page) mediumTold(m *content.Medium) Account {
	w, lang := d.named(m.Words, m.ID)
	t := Account{Title: w.Title, Lang: lang, When: d.Locale.Date(m.Date), Text: w.Text, In: lang, Sources: d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit})}
	if d.unasked(m) || !d.accuses(m) && d.Accepted != nil && d.Accepted("media/"+m.ID) {
		t.Whole = true
		t.Figure = func() fyne.CanvasObject {
			picture := d.framed(m, shownSide, mostOnWall, voice.Item{Role: voice.Image, Text: w.Title, Lang: d.spokenIn(lang)}, nil)
			if picture == nil {
				return nil
			}
			return picture
		}
	}
	return t
}

func (d page) personTold(p *content.Person) Account {
	w, lang := d.words(p.Words)
	name, in := d.name(p.Words, p.Name, p.Names)
	if len(w.Text) == 0 {
		w.Text = content.Line(w.Role)
	}
	role := w.Role
	if len(w.Text) == 1 && w.Text.Plain() == role {
		role = ""
	}
	t := Account{Title: name, Lang: in, When: d.joined(dot, role, d.life(p)), Text: w.Text, In: lang, Sources: d.sayers(p.Sources)}
	if places := d.placesIn(d.eventsOf(func(e *content.Event) bool { return slices.Contains(e.People, p.ID) })); len(places) > 0 {
		t.Figure = func() fyne.CanvasObject { return d.locator(places, "") }
	}
	return t
}

func (d page) placeTold(p *content.Place) Account {
	w, lang := d.words(p.Words)
	name, in := d.name(p.Words, p.Name, p.Names)
	return Account{
		Title: name, Lang: in, When: d.Locale.Country(p.Country), Text: w.Text, In: lang, Sources: d.sayers(p.Sources), Whole: true,
		Figure: func() fyne.CanvasObject { return d.locator([]*content.Place{p}, p.ID) },
	}
}

// mostSayers is how many sources are named beside what they say; the page, and the
// sheets on paper, name all.
const mostSayers = 2

// sayers says in few words who says so: those closest to the event first, and a finding
// aid, which only leads to others, where there is nobody else.
func (d page) sayers(sources []string) string {
	var names []string
	all := slices.Clone(d.bibliography(sources))
	slices.SortStableFunc(all, func(a, b *content.Source) int {
		return slices.Index(content.SourceKinds, a.Kind) - slices.Index(content.SourceKinds, b.Kind)
	})
	if n := slices.IndexFunc(all, func(s *content.Source) bool { return s.Kind == "reference" }); n > 0 {
		all = all[:n]
	}
	for _, s := range all {
		name := cmp.Or(s.Author, s.Publisher, s.Title)
		if !slices.Contains(names, name) && len(names) < mostSayers {
			names = append(names, i18n.Isolate(name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return d.Locale.SayWith("class.sources", map[string]string{"names": d.Locale.List(names)})
}

// marked says of the words told that they are drafts, a machine's, or in another
// language: as unsaid does of a page's.
func (d page) marked() []string {
	var out []string
	if d.shown.lang != "" {
		out = append(out, d.Locale.SayWith("know.partly", map[string]string{"language": d.languageName(d.shown.lang)}))
	}
	if d.shown.translated {
		out = append(out, d.Locale.Say("know.translated"))
	}
	if d.shown.draft {
		out = append(out, d.Locale.Say("know.draft"))
	}
	return out
}
