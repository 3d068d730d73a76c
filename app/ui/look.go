// Package ui is the design system: the tokens of colour, type and space, and
// the few things that every screen is made of. Screens describe what is on
// them; how it looks is decided here.
package ui

import (
	"image/color"

	"vigil/app/typeset"
)

// Palette is the inks of one theme. Each ink's contrast with the ground is
// kept by a test: reading at least 7:1, the rest 4.5:1.
type Palette struct {
	Name     string
	Ground   color.NRGBA   // behind everything
	Raised   color.NRGBA   // behind what can be touched
	Pressed  color.NRGBA   // while a finger is on it
	Rule     color.NRGBA   // lines that part things
	Ink      color.NRGBA   // reading
	Soft     color.NRGBA   // second to reading: roles, dates, captions
	Faint    color.NRGBA   // labels
	Accent   color.NRGBA   // what can be touched, like candle light
	OnAccent color.NRGBA   // words on the accent
	Threads  []color.NRGBA // one quiet hue a case study, by its order
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// Dark is the theme of the exhibition: a warm dark room.
func Dark() Palette {
	return Palette{
		Name: "dark", Ground: rgb(0x141210), Raised: rgb(0x1E1B17), Pressed: rgb(0x2C2721), Rule: rgb(0x3B352D),
		Ink: rgb(0xF3ECDF), Soft: rgb(0xBFB5A3), Faint: rgb(0x998F7E), Accent: rgb(0xE9B567), OnAccent: rgb(0x1A140A),
		Threads: []color.NRGBA{rgb(0x7FA6A1), rgb(0x9AA46F), rgb(0xB08A6E), rgb(0x8E93B3), rgb(0xAF8FA6)},
	}
}

// Light is the high-contrast theme: dark ink on paper, darker rules, no greys
// that a tired eye loses.
func Light() Palette {
	return Palette{
		Name: "light", Ground: rgb(0xFBF8F1), Raised: rgb(0xF1ECE0), Pressed: rgb(0xE2DACA), Rule: rgb(0x8C8371),
		Ink: rgb(0x14110C), Soft: rgb(0x37322A), Faint: rgb(0x534C40), Accent: rgb(0x6E3D00), OnAccent: rgb(0xFFFDF8),
		Threads: []color.NRGBA{rgb(0x2F5F5A), rgb(0x55602A), rgb(0x7A4E30), rgb(0x474D74), rgb(0x6B4560)},
	}
}

// Thread is the hue of a case study by its order from 1.
func (p Palette) Thread(order int) color.NRGBA {
	n := len(p.Threads)
	return p.Threads[((order-1)%n+n)%n]
}

// Space, px at 1x, all on a grid of 8.
const (
	Hair  float32 = 2
	Tiny  float32 = 8
	Small float32 = 16
	Mid   float32 = 24
	Large float32 = 40
	Huge  float32 = 64

	Touch     float32 = 64  // the least side of what a finger touches
	BarHeight float32 = 88  // the bar of controls along the bottom
	Measure   float32 = 800 // the widest a column of reading text gets at 1x text
)

// Size is a step of the type scale, px at 1x.
type Size float32

// The type scale.
const (
	Caption Size = 20
	Label   Size = 24
	Body    Size = 28
	Lead    Size = 36
	Title   Size = 48
	Display Size = 64
	Grand   Size = 96
)

// Look is everything a thing on the screen must know to show itself. It is a
// value: a change of theme, text size or direction makes a new one and builds
// the screen again.
type Look struct {
	Setter   *typeset.Setter
	Palette  Palette
	Text     float32 // size of text, 1 to 2
	RTL      bool
	Lang     string // BCP 47
	Portrait bool
	Felt     func() // hears that a finger has come down; may be nil
	Still    bool   // nothing glides: the visitor has asked for less motion
	Low      bool   // the window is less high than a page with a head and much beneath it needs
	Wide     bool   // wide enough for a Spread at this text size
	Narrow   bool   // less wide than two columns need at this text size
}

// Px is a step of the type scale at the visitor's text size. What is read
// grows with it wholly; what is large already grows less, or a title would
// fill the screen.
func (l Look) Px(s Size) float32 {
	switch grow := l.Text - 1; {
	case s >= Display:
		return float32(s) * (1 + grow*0.25)
	case s >= Lead:
		return float32(s) * (1 + grow*0.5)
	default:
		return float32(s) * l.Text
	}
}

// LowBelow is the height under which a window is Low, px at 1x.
const LowBelow float32 = 900

// Measure is the width of a column of reading text: 45 to 70 letters.
func (l Look) Measure() float32 { return Measure * (1 + (l.Text-1)*0.6) }

// Margin is the free space at the sides of a screen.
func (l Look) Margin() float32 {
	if l.Portrait || l.Low {
		return 56
	}
	return 96
}

// Direction is the direction of the interface's paragraphs.
func (l Look) Direction() typeset.Direction {
	if l.RTL {
		return typeset.RTL
	}
	return typeset.LTR
}
