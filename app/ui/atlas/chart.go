package atlas

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vigil/app/ui"
	"vigil/content"
)

// Mark is a place on a map.
type Mark struct {
	Lat, Lon    float64 // degrees, WGS 84
	Name        string
	Lang        content.Lang // of the name
	Spoken      string       // what a voice says of it; the name where empty
	Route       string       // where it leads
	Turn        int          // its place in the order of reading, such as that of time
	Approximate bool         // drawn as a ring
	Chosen      bool         // the one that was asked for: a second ring around it
	Open        func()       // what a tap on it does
}

// Words is what a map says, in the visitor's language. What is left out is not said.
type Words struct {
	Summary  string                        // what a voice says of the whole
	Country  func(code string) string      // a country by its ISO 3166-1 code
	Water    func(id string) string        // a sea, gulf or lake by its id in Waters
	Distance func(km float64) string       // of the scale bar
	Number   func(n int) string            // how many places lie on one another
	Parted   func(marks []Mark, done bool) // hears which places a crowd held that was touched, and whether coming closer has parted them
}

// Config is what a map is made from.
type Config struct {
	Bounds    content.Bounds // what it shows at first
	Countries []string       // whose ground is set apart, ISO 3166-1
	Marks     []Mark         // the first are the first to get their names
	Words     Words
	OnMoved   func()             // after the view has come to rest
	OnCrowd   func(marks []Mark) // hears of places that no coming closer parts, when a finger has touched them
}

// chart is what a Map and a Locator have in common: a part of the earth, the places on
// it and their names. It is never mirrored: east is on the right in every language.
type chart struct {
	widget.BaseWidget
	look     ui.Look
	cfg      Config
	ground   ground
	size     fyne.Size
	p        projection // of the size, px at 1x; per is 0 before there is one
	brought  int        // the mark that keys have brought into view, or -1
	controls int        // that lie on it
	alone    bool       // marks are never gathered
	spots    []spot     // what is drawn of the marks at this scale
	names    names      // of places, kept for as long as the map is
	calm     layout     // where everything was when the view came to rest
	sought   fyne.Size  // that the corner of the small map was sought for
	best     int        // that corner
	show     func()     // set once there is a renderer
}

// spot is one mark, or several that would lie on one another.
type spot struct {
	marks []int
	x, y  float64 // degrees east and north
}

// MinSize is small: a map takes what it is given.
func (c *chart) MinSize() fyne.Size { return fyne.NewSize(ui.Touch, ui.Touch) }

// layout is where things are on the view, px at 1x, while it rests.
type layout struct {
	p      projection
	spots  []fyne.Position
	labels []label
	scale  scale
	corner inset
}

// settle finds the place of everything for the view as it is.
func (c *chart) settle() {
	c.calm = layout{p: c.p}
	if c.size.Width <= 0 || c.size.Height <= 0 || c.p.per <= 0 {
		return
	}
	var taken []box
	things := make([]named, len(c.spots))
	for i, s := range c.spots {
		at := c.where(s)
		b := c.boxOf(s, at)
		c.calm.spots = append(c.calm.spots, at)
		taken = append(taken, b)
		things[i] = named{at: at, away: (b.right-b.left)/2 + air}
		if name := c.nameOf(s); name != nil && b.meets(c.surroundings()) {
			things[i].name = name.MinSize()
		}
	}
	c.calm.scale = c.scaleBar()
	if !c.calm.scale.empty() {
		taken = append(taken, c.calm.scale.box)
	}
	if b := c.controlBox(); !b.empty() {
		taken = append(taken, b.grown(air))
	}
	if c.calm.corner = c.inset(); !c.calm.corner.empty() {
		taken = append(taken, c.calm.corner.grown(air))
	}
	for i, b := range beside(things, c.view(), taken) {
		if !b.empty() {
			c.calm.labels = append(c.calm.labels, label{b, c.nameOf(c.spots[i])})
			taken = append(taken, b)
		}
	}
	c.calm.labels = append(c.calm.labels, c.lands(taken)...)
}

// surroundings is the view with what a hand may soon bring into it.
func (c *chart) surroundings() box {
	return box{-c.size.Width / 2, -c.size.Height / 2, c.size.Width * 1.5, c.size.Height * 1.5}
}

// offset is how far the view has been moved since it came to rest, px at 1x.
func (c *chart) offset() fyne.Position {
	return fyne.NewPos(float32((c.calm.p.x-c.p.x)*c.p.per), float32((c.p.y-c.calm.p.y)*c.p.per))
}

// where is where a spot is, px at 1x.
func (c *chart) where(s spot) fyne.Position {
	x, y := c.p.at(s.x, s.y)
	return fyne.NewPos(x, y)
}

// near is how far from a mark a finger may tap, px at 1x.
const near = 48

// sure is how much nearer a finger must be to one mark than to another to mean it, px at
// 1x.
const sure = 10

// nearest is the spot that a finger means, or -1, and another that it may mean as well,
// or -1.
func (c *chart) nearest(p fyne.Position) (best, other int) {
	best, other = -1, -1
	least, second := float64(near), float64(near)
	for i, s := range c.spots {
		at := c.where(s)
		switch d := math.Hypot(float64(at.X-p.X), float64(at.Y-p.Y)); {
		case d < least:
			second, other = least, best
			least, best = d, i
		case d < second:
			second, other = d, i
		}
	}
	if second-least > sure {
		other = -1
	}
	return best, other
}

// open opens the chosen one of a spot's marks, or the first that leads anywhere.
func (c *chart) open(s spot) {
	for _, chosen := range []bool{true, false} {
		for _, i := range s.marks {
			if k := c.cfg.Marks[i]; k.Open != nil && (k.Chosen || !chosen) {
				k.Open()
				return
			}
		}
	}
}

// Drop lets go of what a map that is never shown again was painted with.
func (c *chart) Drop() {
	c.ground = ground{land: c.ground.land}
	for _, v := range c.names.views {
		v.Drop()
	}
	c.names.views = nil
	c.show = nil
}
