package sheet

import (
	"image/color"

	"vigil/app/paper"
	"vigil/app/typeset"
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// The inks. All but Rule can be read on white by a tired eye, and after a copying
// machine.
var (
	Ink   = rgb(0x141210)
	Soft  = rgb(0x45403A)
	Faint = rgb(0x66605A)
	Rule  = rgb(0xB5AFA6)
)

// Hair is how thick a rule is.
const Hair float32 = 0.5

// Type is how words are set.
type Type struct {
	Size                float32
	Serif, Bold, Italic bool
	Ink                 color.NRGBA
	Leading             float32
	Role                paper.Role
}

// The types of a sheet: a serif for reading, a sans for labels.
var (
	Title   = Type{Size: 25, Serif: true, Ink: Ink, Leading: 1.18, Role: paper.Heading1}
	Heading = Type{Size: 14.5, Serif: true, Ink: Ink, Leading: 1.25, Role: paper.Heading2}
	Label   = Type{Size: 8.5, Bold: true, Ink: Ink, Leading: 1.3, Role: paper.Heading2}
	Small   = Type{Size: 8.5, Bold: true, Ink: Soft, Leading: 1.3, Role: paper.Heading3}
	Numeral = Type{Size: 14.5, Ink: Soft, Leading: 1.25}
	Reading = Type{Size: 10.5, Serif: true, Ink: Ink, Leading: 1.43}
	Strong  = Type{Size: 10.5, Serif: true, Bold: true, Ink: Ink, Leading: 1.43}
	Close   = Type{Size: 9.5, Serif: true, Ink: Ink, Leading: 1.4}
	Fine    = Type{Size: 8, Serif: true, Ink: Ink, Leading: 1.25}
	Quiet   = Type{Size: 8.5, Ink: Soft, Leading: 1.38}
	Faded   = Type{Size: 8, Ink: Faint, Leading: 1.38}
	Foot    = Type{Size: 7.5, Ink: Faint, Leading: 1.3, Role: paper.Artifact}
	Tick    = Type{Size: 7, Ink: Faint, Leading: 1.3, Role: paper.Artifact}
)

// As is the same type for another role.
func (t Type) As(role paper.Role) Type {
	t.Role = role
	return t
}

// Slanted is the same type in italics.
func (t Type) Slanted() Type {
	t.Italic = true
	return t
}

// Style is the type as stretches of words are set in it.
func (t Type) Style() typeset.Style {
	family := typeset.Sans
	if t.Serif {
		family = typeset.Serif
	}
	return typeset.Style{Family: family, Bold: t.Bold, Italic: t.Italic, Size: t.Size, Ink: t.Ink}
}

// Span is a stretch of words in this type.
func (t Type) Span(words string) typeset.Span { return typeset.Span{Text: words, Style: t.Style()} }
