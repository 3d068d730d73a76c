package screen

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// mapPage is the page of a map while it is open, and what stands beside it.
type mapPage struct {
	d              page
	r              route.Route
	c              *content.Case
	chart          *atlas.Map
	within, beyond []*content.Place
	beside         *ui.Scroll
}

// parameters of a map's page, besides atParam: the middle of the view as latitude and
// longitude
const (
	placeParam = "place" // the one that is marked
	wideParam  = "wide"  // how many degrees are in view
)

// atlas is the map of a case study: where what its timeline tells happened. The list
// beside it leads to the same places, and to those beyond its first view.
func (d page) atlas(c *content.Case, r route.Route) *Screen {
	p := &mapPage{d: d, r: r, c: c, beside: d.Look.Scroll()}
	p.within, p.beyond = d.placesOf(c)
	wanted := r.Get(placeParam)
	var marks []atlas.Mark
	for _, place := range slices.SortedStableFunc(slices.Values(append(slices.Clone(p.within), p.beyond...)), func(a, b *content.Place) int { return asked(b, wanted) - asked(a, wanted) }) {
		k := d.mark(place, wanted)
		k.Turn = slices.IndexFunc(c.Events, func(e *content.Event) bool { return e.Place == place.ID })
		marks = append(marks, k)
	}
	words := d.mapWords(d.Locale.Count("map.summary", len(p.within), map[string]string{"name": d.caseName(c)}))
	p.chart = atlas.New(d.Land, d.Look, atlas.Config{
		Bounds: c.Map, Countries: d.Archive.Ground(c), Marks: marks, Words: words, OnMoved: p.moved, OnCrowd: p.crowd,
	})
	p.lookAt(wanted)
	p.list()
	w, lang := d.named(c.Words, c.ID)
	head := d.Look.Row(ui.Mid, 1, d.thread(c), d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, lang, w.Title),
		d.Look.Line(d.label(), d.Locale.Say("case.map")))
	closer := d.Look.Touch(ui.IconPlus, d.Locale.Say("timeline.closer"), func() { p.chart.Zoom(zoomBy) })
	further := d.Look.Touch(ui.IconMinus, d.Locale.Say("timeline.further"), func() { p.chart.Zoom(1 / zoomBy) })
	var foot fyne.CanvasObject = d.Look.Words(d.label(), d.legend())
	if d.smallMap() {
		foot = ui.Stack(0)
	}
	s := &Screen{Title: d.Locale.Say("case.map"), Body: d.Look.Dock(head, p.chart.With(closer, further), foot, p.beside), Main: p.beside}
	s.Zoom = func(by int) { p.chart.Zoom(math.Pow(zoomBy, float64(by))) }
	return s
}

// smallMap reports whether there is no room for the legend beneath it.
func (d page) smallMap() bool { return d.Look.Narrow || d.Look.Text > 1.25 }

// legend says what a ring is and whose borders are drawn.
func (d page) legend() string {
	return d.Locale.Say("map.open") + " " + d.Locale.SayWith("map.geometry", map[string]string{"source": d.Land.Source()})
}

func (d page) caseName(c *content.Case) string {
	w, _ := d.named(c.Words, c.ID)
	return w.Title
}

// lookAt goes to the view that the route asks for, or to the place that it marks where
// the first view does not show it.
func (p *mapPage) lookAt(wanted string) {
	lat, lon, both := strings.Cut(p.r.Get(atParam), ",")
	numbers := [3]float64{}
	for i, s := range []string{lat, lon, p.r.Get(wideParam)} {
		n, err := strconv.ParseFloat(s, 64)
		both = both && err == nil && math.Abs(n) <= 540
		numbers[i] = n
	}
	if both && numbers[2] > 0 {
		p.chart.Look(numbers[1], numbers[0], numbers[2])
		return
	}
	if place := p.d.Archive.Place(wanted); place != nil && slices.Contains(p.beyond, place) {
		b := p.c.Map.Unrolled()
		p.chart.Look(b.Along(place.Lon), place.Lat, b.East-b.West)
	}
}

// moved notes where the view has come to rest, so that coming back finds it.
func (p *mapPage) moved() {
	lon, lat, wide, ok := p.chart.View()
	if !ok {
		return
	}
	number := func(n float64) string { return strconv.FormatFloat(n, 'f', 3, 64) }
	p.r = p.r.With(atParam, number(lat)+","+number(lon)).With(wideParam, number(wide))
	p.d.Note(p.r.String())
}

// list shows every place beside the map.
func (p *mapPage) list() {
	d := p.d
	items := p.rows(p.within, 0)
	if len(p.beyond) > 0 {
		items = append(items, one(ui.Large, d.say(d.section(), "map.elsewhere")))
		items = append(items, p.rows(p.beyond, ui.Tiny)...)
	}
	if d.smallMap() {
		items = append(items, one(ui.Mid, d.Look.Words(d.label(), d.legend())))
	}
	p.beside.Fill(append(items, d.unsaid()...))
}

// crowd shows beside the map the places that lie on one another however close one comes.
func (p *mapPage) crowd(marks []atlas.Mark) {
	d := p.d
	items := []*ui.Anchored{one(0, d.say(d.section(), "map.here"))}
	for i, k := range marks {
		above := float32(0)
		if i == 0 {
			above = ui.Tiny
		}
		if place := d.Archive.Place(strings.TrimPrefix(k.Route, "place/")); place != nil {
			items = append(items, one(above, p.row(place)))
		}
	}
	all := d.Locale.Say("map.all")
	items = append(items, one(ui.Mid, d.Look.Row(0, -1, d.Look.Button("", all, false, voice.Item{Role: voice.Button, Text: all}, p.list))))
	p.beside.Fill(items)
	d.Changed()
}

// mapWords is what maps say in the visitor's language; the summary is what a voice says
// of the whole.
func (d page) mapWords(summary string) atlas.Words {
	return atlas.Words{
		Summary: summary, Country: d.Locale.Country,
		Water: func(id string) string { return d.Locale.Say("map.water." + id) },
		Distance: func(km float64) string {
			return d.Locale.SayWith("map.kilometres", map[string]string{"number": d.Locale.Number(km)})
		},
		Number: func(n int) string { return d.Locale.Digits(strconv.Itoa(n)) },
	}
}

// mark is a place as it stands on a map; chosen is the id of the one that was asked
// for.
func (d page) mark(p *content.Place, chosen string) atlas.Mark {
	name, lang := d.name(p.Words, p.Name, p.Names)
	address := "place/" + p.ID
	return atlas.Mark{
		Lat: p.Lat, Lon: p.Lon, Name: brief(name), Spoken: name, Lang: lang, Route: address, Approximate: p.Approximate, Chosen: p.ID == chosen,
		Open: func() { d.Go(address) },
	}
}

// locator is the small map for a page's side, with these places and the chosen one's
// id, or "". The first places are the first to get their names; a tap opens a place's
// page. Nil where there are no places or no land. The ground of countries
// is set apart, of the chosen place's or the only place's where none are named.
func (d page) locator(places []*content.Place, chosen string, countries ...string) fyne.CanvasObject {
	if len(places) == 0 || d.Land == nil {
		return nil
	}
	var marks []atlas.Mark
	var names []string
	for _, p := range places {
		marks = append(marks, d.mark(p, chosen))
		if len(countries) == 0 && (p.ID == chosen || len(places) == 1) {
			countries = []string{p.Country}
		}
		names = append(names, d.placeName(p))
	}
	summary := d.Locale.SayWith("map.locator", map[string]string{"names": d.Locale.List(names)})
	return atlas.NewLocator(d.Land, d.Look, atlas.Locate{Marks: marks, Countries: countries, Words: d.mapWords(summary)})
}

// briefest is the length of a name, letters, above which it leaves out what stands
// in brackets after it.
const briefest = 20

// brief is a name as it stands on a map, and where it is read from afar.
func brief(name string) string {
	if before, _, more := strings.Cut(name, " ("); more && before != "" && utf8.RuneCountInString(name) > briefest {
		return before
	}
	return name
}

// asked is 1 for the place that was asked for.
func asked(p *content.Place, wanted string) int {
	if p.ID == wanted {
		return 1
	}
	return 0
}

// rows lead to places, each with when what the map tells of it happened.
func (p *mapPage) rows(places []*content.Place, above float32) []*ui.Anchored {
	var out []*ui.Anchored
	for _, place := range places {
		out = append(out, one(above, p.row(place)))
		above = 0
	}
	return out
}

func (p *mapPage) row(place *content.Place) *ui.Touchable {
	d := p.d
	var first *content.Event
	n := 0
	for _, e := range p.c.Events {
		if e.Place == place.ID {
			if n++; first == nil {
				first = e
			}
		}
	}
	under := ""
	switch {
	case n == 1:
		under = d.Locale.Date(first.Date)
	case n > 1:
		under = d.Locale.Count("case.events", n, nil)
	}
	name, lang := d.name(place.Words, place.Name, place.Names)
	look, palette, address := d.Look, d.Look.Palette, "place/"+place.ID
	parts := ui.Stack(0,
		look.Named(ui.Type{Size: ui.Label, Serif: true, Ink: palette.Ink, Leading: 1.3}, lang, name),
		look.Words(ui.Type{Size: ui.Caption, Ink: palette.Soft, Leading: 1.3}, under))
	s := ui.Surface{Fill: palette.Ground, Pressed: palette.Pressed, Rule: palette.Rule}
	return look.Touchable(s, link(name+". "+under, address), func() { d.Go(address) }, d.arrow(look.Pad(ui.Tiny+4, ui.Small, ui.Tiny+4, 0, parts)))
}

// placesOf lists where the events of a case study happened, on its map and
// beyond; those of its lead events first, then those of most events.
func (d page) placesOf(c *content.Case) (within, beyond []*content.Place) {
	weight := map[string]int{}
	for _, e := range c.Events {
		if e.Place != "" {
			weight[e.Place] += e.Weight()
		}
	}
	for _, p := range d.Archive.Places {
		switch {
		case weight[p.ID] == 0:
		case c.Map.Holds(p):
			within = append(within, p)
		default:
			beyond = append(beyond, p)
		}
	}
	first := func(a, b *content.Place) int {
		return cmp.Or(cmp.Compare(weight[b.ID], weight[a.ID]), cmp.Compare(a.ID, b.ID))
	}
	slices.SortStableFunc(within, first)
	slices.SortStableFunc(beyond, first)
	return within, beyond
}
