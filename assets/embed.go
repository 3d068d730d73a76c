// Package assets hands out the files that are built into the program: fonts
// with their licence, and the icons of the controls. It holds data only.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts/*.ttf fonts/*.otf fonts/*.ttf.gz fonts/OFL.txt
var fonts embed.FS

//go:embed icons/*.svg
var icons embed.FS

//go:embed atlas/near.twkb
var near []byte

//go:embed atlas/far.twkb
var far []byte

// Land is the land, the borders of today's countries and the large lakes, for maps of a
// part of a continent and of more: polygons, each two letters (its country by ISO 3166-1
// alpha-2, XK for Kosovo, ZZ where it has no code, "--" for a lake), a length (a uvarint)
// and so many bytes of Tiny Well-known Binary with a bounding box, cut at 180°. It is not
// to be changed.
func Land() (nearby, wide []byte) { return near, far }

// Fonts holds the font files by their file names, such as
// "NotoSerif-Regular.ttf" or, for scripts that few pages need,
// "NotoSerifKhmer-Regular.ttf.gz", and their licence, "OFL.txt".
func Fonts() fs.FS { return below(fonts, "fonts") }

// Icons holds the icons by their file names, such as "back.svg": black strokes
// of 1.6 on a square of 24, drawn for Vigil.
func Icons() fs.FS { return below(icons, "icons") }

func below(files embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		return files
	}
	return sub
}
