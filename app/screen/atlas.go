package screen

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/content"
)

// atlas is the map of a case study: where what its timeline tells happened. The
// list under it leads to the same places, and to those beyond it.
// The parameter "place" names the one that is shown first and marked.
func (d page) atlas(c *content.Case, wanted string) *Screen {
	within, beyond := d.placesOf(c)
	var marks []atlas.Mark
	slices.SortStableFunc(within, func(a, b *content.Place) int { return asked(b, wanted) - asked(a, wanted) })
	for _, p := range within {
		marks = append(marks, d.mark(p, wanted))
	}
	items := []*ui.Anchored{
		one(0, atlas.New(d.Land, d.Look, atlas.Config{Bounds: c.Map, Marks: marks})),
		one(ui.Small, d.Look.Words(d.label(), d.Locale.Say("map.open")+" "+d.Locale.SayWith("map.geometry", map[string]string{"source": "Natural Earth"}))),
	}
	items = append(items, d.placeRows(within, ui.Mid)...)
	if len(beyond) > 0 {
		items = append(items, one(ui.Large, d.say(d.section(), "map.elsewhere")))
		items = append(items, d.placeRows(beyond, ui.Tiny)...)
	}
	s := d.pages(d.Locale.Say("case.map"), append(d.caseHead(c, ui.Title), one(ui.Large, d.say(d.heading(), "case.map"))), items)
	s.Main.Most = 0
	return s
}

// mark is a place as it stands on a map; chosen is the id of the one that was asked
// for.
func (d page) mark(p *content.Place, chosen string) atlas.Mark {
	name, lang := d.name(p.Words, p.Name, p.Names)
	address := "place/" + p.ID
	return atlas.Mark{
		Lat: p.Lat, Lon: p.Lon, Name: name, Lang: lang, Route: address, Approximate: p.Approximate, Chosen: p.ID == chosen,
		Open: func() { d.Go(address) },
	}
}

// locator is the small map for a page's side, with these places and the chosen one's
// id, or "". The first places are the first to get their names; a tap opens the
// place's page. Nil where there are no places, which a Stack leaves out.
func (d page) locator(places []*content.Place, chosen string) fyne.CanvasObject {
	if len(places) == 0 {
		return nil
	}
	var marks []atlas.Mark
	for _, p := range places {
		marks = append(marks, d.mark(p, chosen))
	}
	return atlas.NewLocator(d.Land, d.Look, atlas.Locate{Marks: marks})
}

// asked is 1 for the place that was asked for.
func asked(p *content.Place, wanted string) int {
	if p.ID == wanted {
		return 1
	}
	return 0
}

func (d page) placeRows(places []*content.Place, above float32) []*ui.Anchored {
	var out []*ui.Anchored
	for _, p := range places {
		out = append(out, one(above, d.signpost("place/"+p.ID)))
		above = 0
	}
	return out
}

// placesOf lists where the events of a case study happened, on its map and
// beyond; those of its lead events first, then those of most events.
func (d page) placesOf(c *content.Case) (within, beyond []*content.Place) {
	weight := map[string]int{}
	for _, e := range c.Events {
		if e.Place != "" {
			weight[e.Place] += 1 << (2 * (4 - min(max(e.Importance, 1), 4)))
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
