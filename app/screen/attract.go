package screen

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// Loop is what the clock of the attract screen needs to know of the scene that is
// shown.
type Loop struct {
	Number int                                      // of the scene, from 0 on through all rounds
	Count  int                                      // of the scenes in a round
	Stay   time.Duration                            // how long it takes to read
	Pass   func(shown time.Duration) bool           // shows what is to be seen after so long; reports whether that has changed
	Next   func() (lang content.Lang, route string) // what comes after it, and in which language

	Since   time.Time // when the clock put it up; zero until it has
	Filling bool      // it was put up to be filled in
}

// attract is what the screen shows while nobody is there: scenes from the archive,
// each in one language, still and silent. A touch anywhere begins a visit. The
// parameter "scene" counts them from 0; any number is one.
func (d page) attract(r route.Route) *Screen {
	d.Look.Text = 1 // nobody has chosen a size: the letters are for everybody
	return hall{d}.show(r)
}

// hall is a page that is shown to whoever passes by.
type hall struct{ page }

func (d hall) show(r route.Route) *Screen {
	all := d.programme()
	from := d.sceneNumber(r.Get(sceneParam), all)
	for i := range all.scenes {
		n := (from + i) % all.rounds(len(d.Languages))
		if s := d.staged(all, n); s != nil {
			return s
		}
	}
	return d.welcome(all, from)
}

const sceneParam = "scene"

// staged is a scene in the view's language, or nil where its words are not there
// in that language or do not fit the screen whole.
func (d hall) staged(all programme, n int) *Screen {
	e := hall{d.Deps.page()}
	said, ok := e.tell(all.at(n))
	if !ok {
		return nil
	}
	return e.stage(said, all, n, false)
}

// welcome is what is shown where there is no scene: the archive's name, what it is
// about, and the invitation.
func (d hall) welcome(all programme, n int) *Screen {
	e := hall{d.Deps.page()}
	w, lang := e.named(e.Archive.Words, e.Archive.ID)
	said := told{lines: []sceneLine{{words: w.Title, lang: lang, main: true}}}
	if w.Role != "" {
		said.lines = append(said.lines, sceneLine{words: w.Role, lang: lang})
	}
	return e.stage(said, all, n, true)
}

// stage sets a scene in the largest letters in which all of it fits. A scene that
// must be shown is shown in the smallest where none fit.
func (d hall) stage(said told, all programme, n int, must bool) *Screen {
	size := d.screenSize()
	scene := ui.Scene{
		Head: d.museum(must), Foot: d.invitation(n), Beneath: said.counts != nil, Shift: shiftOf(n),
		Item: voice.Item{Role: voice.Link, Text: d.Locale.Say("attract.begin"), Action: string(route.Languages)},
		Act:  func() { d.Go(string(route.Languages)) },
	}
	var years *ui.Years
	scene.Picture, years = d.pictured(said)
	note := d.unsaid()
	fits := false
	scene.Words = ui.Gap(1)
	width := d.Look.Room(scene, size).Width
	for _, letters := range sceneLetters {
		var wide bool
		scene.Words, wide = d.sceneWords(said, letters, note, width)
		if fits = !wide && d.Look.Fits(scene, size); fits {
			break
		}
	}
	if !fits && !must {
		return nil
	}
	return &Screen{Title: said.lines[0].words, Body: d.Look.Scene(scene), Bare: true, Loop: d.loop(said, years, all, n)}
}

// loop is how a scene behaves as time passes.
func (d hall) loop(said told, years *ui.Years, all programme, n int) *Loop {
	pass := func(time.Duration) bool { return false }
	if years != nil && !d.Look.Still {
		pass = func(shown time.Duration) bool {
			return years.Fill(float32(shown.Truncate(fillStep)) / float32(fillTime))
		}
	}
	return &Loop{Number: n, Count: len(all.scenes), Stay: said.reading(), Pass: pass, Next: func() (content.Lang, string) { return d.follows(all, n) }}
}

// The letters of a scene, px on a screen of 1920 by 1080, or the same part of
// another. Nothing of a scene itself is smaller than leastLetters: on a screen of
// 43 inches, 0.496 mm a px, its capitals are 47 px or 23 mm high, 20 minutes of arc
// from four metres. The archive's name and the invitation, which stay, are quieter;
// what is said to those who have come near is smaller still.
const (
	leastLetters = 66
	quietLetters = 48
	nearLetters  = 24
)

// sceneSizes are the letters of a scene's first line and of those after it.
type sceneSizes struct{ main, rest float32 }

var sceneLetters = []sceneSizes{{136, 66}, {112, 66}, {96, 66}, {80, 66}, {leastLetters, leastLetters}}

// fillTime is how long the years of a history take to fill in, in steps of fillStep:
// each of them is a frame, and without a graphics card a frame is what idling costs.
const (
	fillTime = 8 * time.Second
	fillStep = 2 * time.Second
)

// px is a size of letters on this screen.
func (d hall) px(letters float32) ui.Size {
	return ui.Size(max(letters*ui.SceneUnit(d.screenSize()), nearLetters))
}

// screenSize is the size of the whole screen: where nobody says, the usual one.
func (d page) screenSize() fyne.Size {
	if d.Size.Width > 0 && d.Size.Height > 0 {
		return d.Size
	}
	if d.Look.Portrait {
		return fyne.NewSize(1080, 1920)
	}
	return fyne.NewSize(1920, 1080)
}

// museum is the archive's name, at the top of each scene but the one that is about it.
func (d hall) museum(absent bool) fyne.CanvasObject {
	if absent {
		return ui.Gap(1)
	}
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	return d.Look.Named(ui.Type{Size: d.px(quietLetters), Serif: true, Ink: d.Look.Palette.Soft, Level: 1, Leading: 1.2}, lang, w.Title)
}

// invitation says how to begin: in the scene's language, and small in as many
// others as there is room for, with each scene other ones first.
func (d hall) invitation(n int) fyne.CanvasObject {
	begin := d.Look.Words(ui.Type{Size: d.px(quietLetters), Ink: d.Look.Palette.Accent, Leading: 1.2}, d.Locale.Say("attract.begin"))
	var others []fyne.CanvasObject
	for i := range d.Languages {
		l := d.Languages[(n+i)%len(d.Languages)]
		if l.Lang() != d.Locale.Lang() {
			others = append(others, d.Look.NamedLine(ui.Type{Size: nearLetters, Ink: d.Look.Palette.Faint}, l.Lang(), l.Say("attract.begin")))
		}
	}
	return ui.Stack(ui.Tiny, begin, d.Look.OneLine(ui.Large, others...))
}

// shiftOf moves each scene to a place of its own, by less than anybody sees.
func shiftOf(n int) fyne.Delta {
	places := []fyne.Delta{{}, {DX: 1, DY: -1}, {DX: -1, DY: 1}, {DX: 1, DY: 1}, {DX: -1, DY: -1}, {DX: 0, DY: 1}, {DX: 1, DY: 0}}
	return places[n%len(places)]
}

// sceneWords sets the words of a scene, and reports whether one of them is wider
// than the room.
func (d hall) sceneWords(said told, size sceneSizes, note []*ui.Anchored, width float32) (words fyne.CanvasObject, wide bool) {
	unit := ui.SceneUnit(d.screenSize())
	var parts []fyne.CanvasObject
	if said.order > 0 {
		parts = append(parts, d.Look.Thread(d.Look.Palette.Thread(said.order)), ui.Gap(ui.Mid*unit))
	}
	for i, l := range said.lines {
		if i > 0 {
			parts = append(parts, ui.Gap(ui.Mid*unit))
		}
		t := ui.Type{Size: d.px(size.rest), Serif: true, Ink: d.Look.Palette.Soft, Leading: 1.2}
		if l.main {
			t = ui.Type{Size: d.px(size.main), Serif: true, Ink: d.Look.Palette.Ink, Leading: 1.15, Level: 2}
		}
		if ui.DirectionOf(l.lang) == typeset.RTL {
			t.Leading *= 1.2 // marks above and below letters of this size
		}
		line, broken := d.lineOf(t, l, width)
		wide = wide || broken
		parts = append(parts, line)
	}
	for _, n := range note {
		parts = append(parts, ui.Gap(ui.Mid*unit), n.Object)
	}
	return ui.Stack(0, parts...), wide
}

// lineOf sets a line, and what stands behind it where there is room, else below it:
// neither is parted in the middle that fits whole. It reports whether a word is
// wider than the room.
func (d hall) lineOf(t ui.Type, l sceneLine, width float32) (fyne.CanvasObject, bool) {
	if l.also == "" {
		return d.Look.Named(t, l.lang, l.words), d.wider(t, l.lang, l.words, width)
	}
	first, second, gap := d.Look.NamedLine(t, l.lang, l.words), d.Look.NamedLine(t, l.lang, l.also), float32(t.Size)*0.8
	if first.Natural()+gap+second.Natural() <= width {
		return d.Look.Wrap(gap, first, second), false
	}
	whole := ui.Stack(0, d.Look.Named(t, l.lang, l.words), d.Look.Named(t, l.lang, l.also))
	return whole, d.wider(t, l.lang, l.words+" "+l.also, width)
}

// wider reports whether a single word is wider than the room for it: it would be
// broken.
func (d hall) wider(t ui.Type, lang content.Lang, words string, width float32) bool {
	return slices.ContainsFunc(strings.Fields(words), func(word string) bool {
		return d.Look.NamedLine(t, lang, word).Natural() > width
	})
}

// pictured is what is drawn beside a scene's words, or nil.
func (d hall) pictured(said told) (fyne.CanvasObject, *ui.Years) {
	switch {
	case said.counts != nil:
		years := d.Look.Years(d.Look.Palette.Thread(said.order), said.counts, said.from, said.to)
		return d.Look.Above(years, d.Look.Row(0, 1, d.yearEnd(said.first), ui.Gap(1), d.yearEnd(said.last))), years
	case said.place != nil && d.Land != nil:
		mark := atlas.Mark{Lat: said.place.Lat, Lon: said.place.Lon, Approximate: said.place.Approximate, Chosen: true}
		where := atlas.Locate{Marks: []atlas.Mark{mark}, Countries: []string{said.place.Country}, Bounds: said.around} // without names: they would be too small to read from afar
		return atlas.NewLocator(d.Land, d.Look, where), nil
	}
	return nil, nil
}

// yearEnd is the year at an end of the drawing.
func (d hall) yearEnd(year string) *text.View {
	return d.Look.Line(ui.Type{Size: d.px(leastLetters), Serif: true, Ink: d.Look.Palette.Soft, Leading: 1.2}, year)
}

// shortestStay and longestStay bound how long a scene is shown; noticing is how
// long it takes to see that it has changed.
const (
	shortestStay = 10 * time.Second
	longestStay  = 40 * time.Second
	noticing     = 10 * time.Second
)

// reading is how long a scene is shown: what it takes to notice and to read it.
func (t told) reading() time.Duration {
	words := 0
	for _, l := range t.lines {
		// Scripts without spaces are counted by their letters.
		all := l.words + " " + l.also
		words += max(len(strings.Fields(all)), len([]rune(all))/8)
	}
	return min(max(noticing+time.Duration(words)*time.Minute/wordsAMinute, shortestStay), longestStay)
}
