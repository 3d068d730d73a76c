// Package text holds the widgets for words. Every word a visitor sees is
// painted by app/typeset through them; Fyne's own labels and entries break
// Arabic and Hebrew.
package text

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
	"vigil/app/voice"
)

// Block is one paragraph with its place among the others. Lengths are px at 1x.
type Block struct {
	Paragraph typeset.Paragraph
	Above     float32            // free space above it, except for the first block
	Indent    float32            // free space on the side where lines begin
	Marker    *typeset.Paragraph // a list's bullet or number, set in the indent
	Marks     []Range            // letters shown as found
	Level     int                // of a heading, else 0
}

// Range is a stretch of letters (runes), from inclusive, to exclusive.
type Range struct{ From, To int }

// View shows paragraphs. It is laid out when its width is first asked for, not
// when it is made: an owner that knows what is near the viewport asks
// [View.Estimate] for the rest.
type View struct {
	widget.BaseWidget
	setter  *typeset.Setter
	blocks  []Block
	natural bool    // as wide as its longest line
	widest  float32 // that width, once it has been asked for
	width   float32
	set     []setBlock
	parts   []Part // for this layout; nil until they are asked for
	forget  func() // has the renderer let go of what it has painted; nil without one
}

// setBlock is a block laid out at its height.
type setBlock struct {
	top    float32
	layout *typeset.Layout
	marker *typeset.Layout
	left   float32 // of the layout within the view
}

// New makes a view of paragraphs that fills the width it is given.
func New(setter *typeset.Setter, blocks ...Block) *View {
	v := &View{setter: setter, blocks: blocks}
	v.ExtendBaseWidget(v)
	return v
}

// Line makes a view of one line, as wide as its letters unless it is given less.
func Line(setter *typeset.Setter, p typeset.Paragraph) *View {
	v := &View{setter: setter, blocks: []Block{{Paragraph: p}}, natural: true}
	v.ExtendBaseWidget(v)
	return v
}

// MinSize is the natural width of a line, and the height at the present width.
func (v *View) MinSize() fyne.Size {
	if v.natural {
		w := v.Natural()
		return fyne.NewSize(w, v.HeightAt(w))
	}
	if v.set == nil {
		// Fyne asks before there is a width; the answer would be thrown away.
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSize(0, v.HeightAt(v.width))
}

// Natural is the width of the longest paragraph set in one line, px at 1x.
func (v *View) Natural() float32 {
	if v.widest > 0 {
		return v.widest
	}
	for _, b := range v.blocks {
		v.widest = max(v.widest, v.setter.Layout(b.Paragraph, 0).Inner+b.Indent)
	}
	// A line asked for its own width must not break for want of a rounding.
	v.widest++
	return v.widest
}

// HeightAt is the height that the view needs at a width, px at 1x.
func (v *View) HeightAt(width float32) float32 {
	v.lay(width)
	if len(v.set) == 0 {
		return 0
	}
	last := v.set[len(v.set)-1]
	return last.top + last.layout.Height
}

// Estimate guesses HeightAt from the number of letters, without laying out.
func (v *View) Estimate(width float32) float32 {
	if v.set != nil && v.width == width {
		return v.HeightAt(width)
	}
	var height float32
	for i, b := range v.blocks {
		if i > 0 {
			height += b.Above
		}
		height += estimate(b, width)
	}
	return height
}

// letterWidth is the mean width of a letter as a part of its size, measured
// over the archive's English, French and Arabic.
const letterWidth = 0.5

func estimate(b Block, width float32) float32 {
	letters, size := 0, float32(0)
	for _, s := range b.Paragraph.Spans {
		letters += utf8.RuneCountInString(s.Text)
		size = max(size, s.Style.Size)
	}
	leading := b.Paragraph.Leading
	if leading == 0 {
		leading = 1.5
	}
	perLine := max(1, (width-b.Indent)/(size*letterWidth))
	lines := 1 + int(float32(letters)/perLine)
	return float32(lines) * size * leading
}

func (v *View) lay(width float32) {
	if v.set != nil && v.width == width {
		return
	}
	v.width, v.parts = width, nil
	v.set = make([]setBlock, 0, len(v.blocks))
	var top float32
	for i, b := range v.blocks {
		if i > 0 {
			top += b.Above
		}
		sb := v.setBlock(b, width)
		sb.top = top
		top += sb.layout.Height
		v.set = append(v.set, sb)
	}
}

func (v *View) setBlock(b Block, width float32) setBlock {
	inner := width - b.Indent
	if width > 0 && inner < 1 {
		inner = 1
	}
	out := setBlock{layout: v.setter.Layout(b.Paragraph, inner)}
	if !out.layout.RTL {
		out.left = b.Indent
	}
	if b.Marker != nil {
		out.marker = v.setter.Layout(*b.Marker, b.Indent)
	}
	return out
}

// Part is one thing of a view's reading order, where it stands in the view, px
// at 1x; without a size where the view has not been laid out.
type Part struct {
	Item                voice.Item
	X, Y, Width, Height float32
}

// Parts gives the view's paragraphs to a reading order. Its links follow the
// paragraph they are in.
func (v *View) Parts() []Part {
	if v.parts == nil {
		v.parts = v.findParts()
	}
	return v.parts
}

func (v *View) findParts() []Part {
	var out []Part
	for i, b := range v.blocks {
		part := Part{Item: voice.Item{Role: voice.Text, Text: plain(b), Lang: b.Paragraph.Lang}}
		if b.Level > 0 {
			part.Item.Role, part.Item.Level = voice.Heading, b.Level
		}
		set := i < len(v.set)
		if set {
			part.X, part.Y, part.Width, part.Height = v.set[i].left, v.set[i].top, v.set[i].layout.Width, v.set[i].layout.Height
		}
		if part.Item.Text != "" {
			out = append(out, part)
		}
		letter := 0
		for _, s := range b.Paragraph.Spans {
			n := utf8.RuneCountInString(s.Text)
			if s.Link != "" {
				part.Item = voice.Item{Role: voice.Link, Text: s.Text, Action: s.Link, Lang: b.Paragraph.Lang}
				if set {
					part.within(v.set[i], letter, letter+n)
				}
				out = append(out, part)
			}
			letter += n
		}
	}
	return out
}

// within places a part on the letters of a block, the first stretch of them.
func (p *Part) within(b setBlock, from, to int) {
	if boxes := b.layout.Boxes(from, to); len(boxes) > 0 {
		p.X, p.Y, p.Width, p.Height = b.left+boxes[0].X, b.top+boxes[0].Y, boxes[0].Width, boxes[0].Height
	}
}

func plain(b Block) string {
	var s strings.Builder
	if b.Marker != nil {
		for _, span := range b.Marker.Spans {
			s.WriteString(span.Text)
		}
		s.WriteString(" ")
	}
	for _, span := range b.Paragraph.Spans {
		s.WriteString(span.Text)
	}
	return s.String()
}

// Drop lets go of the layout of a view that is never shown again.
func (v *View) Drop() {
	v.set, v.parts = nil, nil
	if v.forget != nil {
		v.forget()
	}
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &viewRenderer{view: v}
	v.forget = r.drop
	return r
}
