package check

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/i18n"
)

// fact is whatever must say where it is known from.
type fact struct {
	key, what string
	sources   []string
	verified  content.Verified
}

func facts(a *content.Archive) []fact {
	var all []fact
	for _, p := range a.People {
		all = append(all, fact{"person/" + p.ID, "person", p.Sources, p.Verified})
	}
	for _, c := range a.Cases {
		for _, f := range c.Figures {
			all = append(all, fact{figureKey(c, f), "figure", f.Sources, f.Verified})
		}
		for _, f := range c.Findings {
			all = append(all, fact{findingKey(c, f), "finding", f.Sources, f.Verified})
		}
	}
	for _, e := range a.Events() {
		all = append(all, fact{e.Route(), "event", e.Sources, e.Verified})
	}
	for _, s := range a.Speeches {
		all = append(all, fact{"speech/" + s.ID, "speech", s.Sources, s.Verified})
	}
	return all
}

func cite(in *inspection) {
	for _, f := range facts(in.archive) {
		if len(f.sources) == 0 {
			in.fail(f.key+"#sources", "this "+f.what+" cites no source", "add sources: [ID] with an id of sources.yaml")
		}
	}
}

// readOnPage holds "page" to its meaning: somebody read it.
func readOnPage(in *inspection) {
	for _, f := range facts(in.archive) {
		if f.verified != content.OnPage || len(f.sources) == 0 || !in.allKnown(f.sources) || anySeen(in.archive, f.sources) {
			continue
		}
		in.warn(f.key+"#verified", "verified on a page, but none of its sources was seen", "read a source and mark it seen: true, or write verified: memory")
	}
}

func (in *inspection) allKnown(sources []string) bool {
	return !slices.ContainsFunc(sources, func(id string) bool { return !in.targets.sources.ids[id] })
}

func anySeen(a *content.Archive, ids []string) bool {
	for _, id := range ids {
		if s := a.Source(id); s != nil && s.Seen {
			return true
		}
	}
	return false
}

// wants reports a part that is missing and whose absence would mislead.
func (in *inspection) wants(missing bool, key, field, what, mend string) {
	if missing {
		in.fail(key+"#"+field, "this "+in.rule+" does not say "+what, mend)
	}
}

func figures(in *inspection) {
	for _, c := range in.archive.Cases {
		for _, f := range c.Figures {
			key := figureKey(c, f)
			switch {
			case f.Low < 0 || f.High < 0:
				in.fail(key+"#low", "a figure below zero", "write the number as the source states it")
			case f.High != 0 && f.High < f.Low:
				in.fail(key+"#high", fmt.Sprintf("high is %g, less than low, %g", f.High, f.Low), "exchange the two, or leave out high where the source states one number")
			}
		}
	}
}

// mostLeads is how many events tell a case study at a glance.
const mostLeads = 10

func importance(in *inspection) {
	for _, e := range in.archive.Events() {
		if e.Importance < 1 || e.Importance > 4 {
			in.fail(e.Route()+"#importance", fmt.Sprintf("importance %d", e.Importance), "write 1 for a lead event, to 4")
		}
	}
	for _, c := range in.archive.Cases {
		leads := 0
		for _, e := range c.Events {
			if e.Importance != 1 {
				continue
			}
			if leads++; leads > mostLeads {
				in.fail(e.Route()+"#importance", fmt.Sprintf("lead event number %d of a case study; at most %d tell it", leads, mostLeads), "give it importance 2")
			}
		}
	}
}

func coordinates(in *inspection) {
	for _, p := range in.archive.Places {
		if !(p.Lat >= -90 && p.Lat <= 90) {
			in.fail("place/"+p.ID+"#lat", fmt.Sprintf("latitude %g", p.Lat), "write degrees from -90 to 90, north positive")
		}
		if !(p.Lon >= -180 && p.Lon <= 180) {
			in.fail("place/"+p.ID+"#lon", fmt.Sprintf("longitude %g", p.Lon), "write degrees from -180 to 180, east positive")
		}
		in.exchanged(p)
	}
}

// exchanged warns of a place that does not lie in its country, and would if its two numbers
// were exchanged or one of them had the other sign: nothing else is said of borders, which are
// disputed.
func (in *inspection) exchanged(p *content.Place) {
	if in.tools.Land == nil || len(p.Country) != 2 || in.liesNear(p.Country, p.Lat, p.Lon) {
		return
	}
	for _, meant := range []struct {
		lat, lon float64
		mend     string
	}{{p.Lon, p.Lat, "exchange lat and lon"}, {-p.Lat, p.Lon, "write lat with the other sign: south is negative"}, {p.Lat, -p.Lon, "write lon with the other sign: west is negative"}} {
		if math.Abs(meant.lat) <= 90 && in.lies(p.Country, meant.lat, meant.lon) {
			in.warn("place/"+p.ID+"#lat", fmt.Sprintf("%s is said to lie in %s, and the point %g north, %g east does not", authoring.Quote(p.Name), p.Country, p.Lat, p.Lon), meant.mend)
			return
		}
	}
}

// coarse is by how many degrees the land that is carried may be wrong: ports and towns on a
// border stand beside their country.
const coarse = 0.25

// liesNear reports whether a point lies in a country, or beside it.
func (in *inspection) liesNear(country string, lat, lon float64) bool {
	for _, y := range []float64{0, -coarse, coarse} {
		for _, x := range []float64{0, -coarse, coarse} {
			if in.lies(country, lat+y, lon+x) {
				return true
			}
		}
	}
	return false
}

// lies reports whether a point lies in a country, as far as the land is known.
func (in *inspection) lies(country string, lat, lon float64) bool {
	found, err := in.tools.Land.Country(lon, lat)
	return err == nil && found == country
}

// countries asks for codes, which every language of the interface has a name for.
func countries(in *inspection) {
	for _, p := range in.archive.Places {
		in.country("place/"+p.ID+"#country", p.Country)
	}
	for _, c := range in.archive.Cases {
		for i, code := range c.Countries {
			key := fmt.Sprintf("case/%s#countries/%d", c.ID, i)
			switch {
			case slices.Index(c.Countries, code) < i:
				in.warn(key, authoring.Quote(code)+" is listed before", "take one of the two out")
			case len(code) == 4 && i18n.IsCountry(code):
				in.fail(key, authoring.Quote(code)+" is a state that is no more, and a map shows the borders of today", "write the codes of the countries of today, or [] to set none apart")
			default:
				in.country(key, code)
			}
		}
	}
}

func (in *inspection) country(key, code string) {
	if i18n.IsCountry(code) {
		return
	}
	mend := "write two capital letters (ISO 3166-1), such as BA, RW, SD or PL, or four for a state that is no more (ISO 3166-3), such as YUCS"
	if former := i18n.Former(code); len(former) > 0 {
		mend = "write " + strings.Join(former, " or ") + " for the state that is no more (ISO 3166-3), or the country of today"
	}
	in.fail(key, authoring.Quote(code)+" is not a country's code", mend)
}

// bounds asks of a map that it shows a part of the earth and something on it.
func bounds(in *inspection) {
	for _, c := range in.archive.Cases {
		b := c.Map
		switch key := "case/" + c.ID + "#map"; {
		case b.IsZero():
		case !(b.West >= -180 && b.West <= 180 && b.East >= -180 && b.East <= 540 && b.South >= -90 && b.North <= 90 && b.South < b.North) || b.West == b.East || b.East-b.West > 360:
			in.fail(key, fmt.Sprintf("a map from %g to %g degrees east and %g to %g north", b.West, b.East, b.South, b.North), "write west, south, east and north in degrees, south less than north; a map across 180° ends at an east such as 190 or -170")
		case b.East < b.West && b.Unrolled().East-b.West > 270:
			in.fail(key, fmt.Sprintf("a map that goes around the earth, from %g to %g degrees east", b.West, b.East), "exchange west and east; a map of the whole earth goes from -180 to 180")
		case in.tools.Land != nil && !in.land(b):
			in.warn(key, "there is no land in this part of the earth", "look whether north and south, or west and east, have been exchanged")
		case !slices.ContainsFunc(c.Events, func(e *content.Event) bool { p := in.archive.Place(e.Place); return p != nil && b.Holds(p) }):
			in.fail(key, "no event of this case study lies on its map", "widen the map, or give the events their places")
		case !c.Beyond:
			in.beyond(key, c)
		}
	}
}

// land reports whether there is land in a part of the earth, or nobody can say.
func (in *inspection) land(b content.Bounds) bool {
	any, err := in.tools.Land.Any(b)
	return any || err != nil
}

// beyond warns once of the places of a case study that its map does not show.
func (in *inspection) beyond(key string, c *content.Case) {
	var outside []string
	for _, p := range in.archive.Places {
		if !c.Map.Holds(p) && slices.ContainsFunc(c.Events, func(e *content.Event) bool { return e.Place == p.ID }) {
			outside = append(outside, p.ID)
		}
	}
	if len(outside) > 0 {
		const most = 6
		named := strings.Join(outside[:min(len(outside), most)], ", ")
		in.warn(key, fmt.Sprintf("places of this case study that its map does not show: %d (%s)", len(outside), named), "widen the map, or write beyond: true in it where they are meant to be listed below it")
	}
}

func lives(in *inspection) {
	for _, p := range in.archive.People {
		if p.Born.IsZero() || p.Died.IsZero() || p.Born.Earliest().Before(p.Died.Latest()) {
			continue
		}
		in.fail("person/"+p.ID+"#died", "died "+p.Died.EDTF+", before being born, "+p.Born.EDTF, "look both dates up in the source")
	}
}

// anything asks that there is something to show, where all could be read.
func anything(in *inspection) {
	if in.archive.Empty() && (Report{in.Problems}).Errors() == 0 {
		in.fail("archive", "there is nothing in this archive to show", "write a history in cases/ID, or a speech in speeches/ID")
	}
}
