package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme gives Fyne the palette's ground to clear each frame with, so that no
// rectangle as large as the screen need be drawn over it. Nothing else of
// Fyne's own look is ever seen.
func (p Palette) Theme() fyne.Theme { return ground{theme.DefaultTheme(), p.Ground} }

type ground struct {
	fyne.Theme
	ink color.NRGBA
}

// Color implements fyne.Theme.
func (g ground) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameBackground {
		return g.ink
	}
	return g.Theme.Color(name, variant)
}
