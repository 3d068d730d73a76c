package timeline

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"vigil/app/typeset"
	"vigil/content"
)

// tileWidth is how much of the axis one picture holds, px at 1x. Panning moves
// pictures and paints only what comes into view.
const tileWidth = 512

// Heights and widths of what is drawn, px at 1x.
const (
	barHeight = 6
	openFade  = 56 // how far an end that goes on is drawn fading
	markRoom  = 14 // from a mark's middle to its label
)

// radius of an event's mark, by importance from 1.
var radius = [...]float32{0, 9, 7, 5.5, 4.5}

func markRadius(importance int) float32 { return radius[min(max(importance, 1), len(radius)-1)] }

// tile is one tile being painted: u is the axis at its leading edge.
type tile struct {
	axis  *Axis
	img   *image.RGBA
	scale float32
	u     float64
	width float32 // px at 1x
	drawn []lastDot
}

// lastDot is the last mark drawn in a lane: one no larger at the same place
// would not be seen.
type lastDot struct{ u, r float64 }

// sameDot is how near two marks are one, px at 1x.
const sameDot = 2

// paint draws the stretch of the axis that begins at u, px from day 0.
func (a *Axis) paint(u float64, w, h int) image.Image {
	t := tile{axis: a, img: a.sheet(w, h), u: u}
	if a.size.Height <= 0 || a.plan == nil {
		return t.img
	}
	t.scale = float32(h) / a.size.Height
	t.width = float32(w) / t.scale
	t.lanes()
	t.ticks()
	t.drawn = make([]lastDot, len(a.lanes))
	for _, i := range a.reaching(u, u+float64(t.width)) {
		t.mark(i)
	}
	for _, s := range a.plan.between(u-float64(markRoom), u+float64(t.width)) {
		t.label(s)
	}
	for _, c := range a.plan.crowds {
		if min(c.from, c.u-touch/2) <= u+float64(t.width) && max(c.to, c.u+touch/2) >= u {
			t.counted(c)
		}
	}
	return t.img
}

// paintNames draws the lanes' names on the ground, each with a stroke of its ink.
func (a *Axis) paintNames(w, h int) image.Image {
	t := tile{axis: a, img: image.NewRGBA(image.Rect(0, 0, w, h)), width: a.gutter}
	if a.size.Height <= 0 {
		return t.img
	}
	t.scale = float32(h) / a.size.Height
	t.fill(t.img.Rect, a.look.Palette.Ground)
	for _, l := range a.lanes {
		name := a.look.Setter.Layout(a.nameWords(a.nameOf(l)), a.gutter-nameInk)
		t.fill(t.rect(0, l.top, a.gutter, 1), a.look.Palette.Rule)
		t.fill(t.rect(0, l.top+rowGap/2, 4, name.Height), a.cfg.Lanes[l.lanes[0]].Ink)
		t.words(name, nameInk, l.top+rowGap/2, a.gutter-nameInk)
	}
	return t.img
}

// sheet is the empty picture that every tile is painted on: a painter has taken
// one away before it asks for the next.
func (a *Axis) sheet(w, h int) *image.RGBA {
	if a.paper == nil || a.paper.Rect.Dx() != w || a.paper.Rect.Dy() != h {
		a.paper = image.NewRGBA(image.Rect(0, 0, w, h))
		return a.paper
	}
	clear(a.paper.Pix)
	return a.paper
}

// x is where a place along the axis lies in the tile, px at 1x from its left.
func (t tile) x(u float64) float32 {
	x := float32(u - t.u)
	if t.axis.look.RTL {
		return t.width - x
	}
	return x
}

// rect is a box that begins at u, in px of the picture.
func (t tile) rect(u float64, top, width, height float32) image.Rectangle {
	left := t.x(u)
	if t.axis.look.RTL {
		left -= width
	}
	px := func(v float32) int { return int(math.Round(float64(v * t.scale))) }
	return image.Rect(px(left), px(top), px(left+width), px(top+height))
}

func (t tile) fill(r image.Rectangle, ink color.NRGBA) {
	draw.Draw(t.img, r.Intersect(t.img.Rect), image.NewUniform(ink), image.Point{}, draw.Over)
}

func faded(ink color.NRGBA, alpha float32) color.NRGBA {
	ink.A = uint8(float32(ink.A) * alpha)
	return ink
}

func (t tile) lanes() {
	rule := t.axis.look.Palette.Rule
	for i := range t.axis.lanes {
		top := t.axis.laneTop(i)
		t.fill(t.rect(t.u, top, t.width, 1), faded(rule, 0.7))
	}
	t.fill(t.rect(t.u, t.axis.scaleTop(), t.width, 2), rule)
}

func (t tile) ticks() {
	a := t.axis
	room := float64(a.tickRoom())
	from, to := (t.u-room)/a.perDay, (t.u+float64(t.width))/a.perDay
	for _, k := range ticks(from, to, a.perDay, room) {
		u := k.day * a.perDay
		t.fill(t.rect(u, 0, 1, a.scaleTop()), faded(a.look.Palette.Rule, 0.45))
		t.fill(t.rect(u, a.scaleTop(), 2, 10), a.look.Palette.Rule)
		if l := a.tickLabel(k, 1); !a.plan.cuts(u+6, float64(l.Inner)) {
			t.words(l, u+6, a.scaleTop()+6, float32(room)-12)
		}
	}
}

// beneathLine is how far letters of the last line may reach beneath it, as a part of
// their size.
const beneathLine = 0.35

// words draws a layout that begins at u, cut to a width.
func (t tile) words(l *typeset.Layout, u float64, top, width float32) {
	r := t.rect(u, top, width, l.Height+t.axis.letter()*beneathLine).Intersect(t.img.Rect)
	if r.Empty() {
		return
	}
	left := t.x(u)
	if t.axis.look.RTL {
		left -= l.Width
	}
	t.axis.look.Setter.Draw(t.img.SubImage(r).(*image.RGBA), l.Shift(left), t.scale, -top, t.axis.size.Height-top)
}

// label draws what an event is called, and the line that ties it to its mark.
func (t tile) label(s spot) {
	a := t.axis
	lane := a.boxes[s.item].lane
	top, line := a.labelTop(lane, s), a.laneTop(lane)+a.track
	l := a.labelOf(s)
	foot := top - 4
	if s.line == s.u || s.line == s.u+s.width {
		foot = top + l.Height - 4
	}
	ink := faded(a.cfg.Lanes[a.cfg.Items[s.item].Lane].Ink, 0.55)
	if fan := float32(a.plan.fans[lane]); fan > 0 {
		t.lean(s, line, fan, ink)
		line += fan
	}
	t.fill(t.rect(s.line, line, 1, foot-line), ink)
	t.words(l.Layout, a.wordsFrom(s, l), top, l.Inner+2)
}

// lean draws a line from a mark to where its words hang.
func (t tile) lean(s spot, top, high float32, ink color.NRGBA) {
	rows := int(high * t.scale)
	from, to := t.x(s.mark)*t.scale, t.x(s.line)*t.scale
	y := int(math.Round(float64(top * t.scale)))
	for row := range rows {
		a, b := from+(to-from)*float32(row)/float32(rows), from+(to-from)*float32(row+1)/float32(rows)
		a, b = min(a, b), max(a, b)
		for x := int(math.Floor(float64(a))); x <= int(math.Floor(float64(b))); x++ {
			cover := min(b+0.5, float32(x)+1.5) - max(a-0.5, float32(x)-0.5)
			t.dab(x, y+row, ink, min(max(cover, 0), 1))
		}
	}
}

// labelTop is where the words of a label begin.
func (a *Axis) labelTop(lane int, s spot) float32 {
	return a.laneTop(lane) + a.track + float32(s.top) + rowGap/2
}

// wordsFrom is where the words of a label begin along the axis: they stand against
// the line to their mark.
func (a *Axis) wordsFrom(s spot, l label) float64 {
	switch part := (s.line - s.u) / s.width; part {
	case 0:
		return s.u + labelIndent
	case 1:
		return s.line - labelIndent - float64(l.Inner)
	default:
		return s.u + (s.width-float64(l.Inner))*part
	}
}

// counted draws how many events of a lane lie together that have no label: a bracket
// over them, and their number.
func (t tile) counted(c crowd) {
	a := t.axis
	top := a.laneTop(c.lane)
	l := a.countWords(len(c.items))
	t.words(l, c.u-float64(l.Inner)/2, top, l.Inner+2)
	const least = 12
	from, to := min(c.from, c.u-least), max(c.to, c.u+least)
	t.fill(t.rect(from, top+a.count, float32(to-from), 1), faded(a.look.Palette.Accent, 0.7))
}

// countWords is a count as it is written; they are few, and painted again and again.
func (a *Axis) countWords(n int) *typeset.Layout {
	if l := a.counts[n]; l != nil {
		return l
	}
	style := typeset.Style{Size: a.letter() * countPart, Ink: a.look.Palette.Accent}
	words := typeset.Paragraph{Spans: []typeset.Span{{Text: "\u2066+" + a.digits(n) + "\u2069", Style: style}}, Leading: labelLeading}
	a.counts[n] = a.look.Setter.Layout(words, 0)
	return a.counts[n]
}

// mark draws when an event was: a dot for a day, a bar for a stretch, an end
// that fades where it is uncertain or goes on.
func (t tile) mark(i int) {
	a := t.axis
	s, e := a.stretches[i], a.cfg.Items[i]
	ink := a.cfg.Lanes[e.Lane].Ink
	if (s.to+s.soft[1])*a.perDay+openFade < t.u || (s.from-s.soft[0])*a.perDay-openFade > t.u+float64(t.width) {
		return
	}
	middle := a.laneTop(a.boxes[i].lane) + a.track - marksHigh/2
	if s.point || (s.to-s.from)*a.perDay < float64(2*markRadius(e.Importance)) && !s.open[0] && !s.open[1] {
		u, r := s.from*a.perDay, float64(markRadius(e.Importance))
		last := &t.drawn[a.boxes[i].lane]
		if last.r >= r && u-last.u < sameDot {
			return
		}
		*last = lastDot{u, r}
		if s.uncertain || s.imprecise {
			t.dot(s.from*a.perDay, middle, markRadius(e.Importance), ink, true)
			return
		}
		// A ring of ground keeps marks apart that lie over one another.
		t.dot(s.from*a.perDay, middle, markRadius(e.Importance)+1.5, a.look.Palette.Ground, false)
		t.dot(s.from*a.perDay, middle, markRadius(e.Importance), ink, false)
		return
	}
	top, height := a.barAt(i)
	t.bar(s, a.laneTop(a.boxes[i].lane)+top, height, ink)
}

// barAt is where a bar lies beneath its lane's top, and how high it is: the more lie
// beneath one another, the thinner each.
func (a *Axis) barAt(item int) (top, height float32) {
	depth := 1
	for _, lane := range a.lanes[a.boxes[item].lane].lanes {
		if lane < len(a.depth) {
			depth = max(depth, a.depth[lane])
		}
	}
	each := min(float32(marksHigh)/float32(depth), barHeight+2)
	first := a.track - marksHigh/2 - each*float32(depth)/2
	return first + float32(a.sub[item])*each + each*0.1, max(each*0.75, 1.5)
}

// dot is filled where the day is known, a soft disc where it is not.
func (t tile) dot(u float64, middle, r float32, ink color.NRGBA, soft bool) {
	m := t.axis.discs.of(int(math.Round(float64(r*t.scale*2))), soft)
	left, top := int(math.Round(float64(t.x(u)*t.scale)))-m.Rect.Dx()/2, int(math.Round(float64(middle*t.scale)))-m.Rect.Dy()/2
	draw.DrawMask(t.img, m.Rect.Add(image.Pt(left, top)), image.NewUniform(ink), image.Point{}, m, image.Point{}, draw.Over)
}

// discs are the masks of marks, made once for each size.
type discs map[discKey]*image.Alpha

type discKey struct {
	diameter int // px of the picture
	soft     bool
}

func (d discs) of(diameter int, soft bool) *image.Alpha {
	key := discKey{diameter, soft}
	if d[key] == nil {
		d[key] = disc(float64(diameter)/2, soft)
	}
	return d[key]
}

func disc(r float64, soft bool) *image.Alpha {
	reach := r
	if soft {
		reach = r * 1.6
	}
	side := 2*int(math.Ceil(reach)) + 1
	out := image.NewAlpha(image.Rect(0, 0, side, side))
	middle := float64(side) / 2
	for y := range side {
		for x := range side {
			away := math.Hypot(float64(x)+0.5-middle, float64(y)+0.5-middle)
			cover := min(max(r-away+0.5, 0), 1)
			if soft {
				cover = min(max((reach-away)/reach, 0), 1)
			}
			out.SetAlpha(x, y, color.Alpha{A: uint8(cover * 255)})
		}
	}
	return out
}

func (t tile) dab(x, y int, ink color.NRGBA, cover float32) {
	if cover <= 0 || !image.Pt(x, y).In(t.img.Rect) {
		return
	}
	px := t.img.Pix[t.img.PixOffset(x, y):][:4]
	a := uint32(float32(ink.A) * cover)
	for i, c := range []uint8{ink.R, ink.G, ink.B, 255} {
		px[i] = uint8((uint32(c)*a + uint32(px[i])*(255-a)) / 255)
	}
}

// bar is a stretch of time, by columns, so that its ends can fade.
func (t tile) bar(s stretch, top, height float32, ink color.NRGBA) {
	whole := float32(0.85)
	if s.imprecise {
		whole = 0.5
	}
	perDay := t.axis.perDay
	before, after := s.soft[0]*perDay, s.soft[1]*perDay
	if s.open[0] {
		before = openFade
	}
	if s.open[1] {
		after = openFade
	}
	from, to := s.from*perDay, s.to*perDay
	y0, y1 := int(top*t.scale), max(int((top+height)*t.scale), int(top*t.scale)+1)
	step := 1 / float64(t.scale)
	for u := max(from-before, t.u); u < min(to+after, t.u+float64(t.width)); u += step {
		cover := float32(1)
		if before > 0 && u < from+before {
			cover = min(cover, float32((u-from+before)/(2*before)))
		}
		if after > 0 && u > to-after {
			cover = min(cover, float32((to+after-u)/(2*after)))
		}
		x := int(t.x(u) * t.scale)
		if t.axis.look.RTL {
			x--
		}
		for y := y0; y < y1; y++ {
			t.dab(x, y, ink, cover*whole)
		}
	}
}

// labelIndent is between the line to the mark and the label, px at 1x.
const labelIndent = 8

// tickLabel is a tick of the scale in words, at a part of their size.
func (a *Axis) tickLabel(k tick, part float32) *typeset.Layout {
	key := tickKey{k.date, part}
	if l := a.tickWords[key]; l != nil {
		return l
	}
	style := typeset.Style{Size: a.letter() * part, Ink: a.look.Palette.Soft}
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: a.cfg.Tick(k.date), Style: style}}, Direction: a.look.Direction(), Leading: labelLeading, Lang: a.look.Lang}
	l := a.look.Setter.Layout(p, 0)
	a.tickWords[key] = l
	return l
}

// tickKey is a tick and the part of its size that it is written at.
type tickKey struct {
	date content.Date
	part float32
}
