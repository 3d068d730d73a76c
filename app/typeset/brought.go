package typeset

import (
	"bytes"
	"fmt"
	"log/slog"
	"path"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// brought is a face that an archive brings along.
type brought struct {
	face *font.Face
	name string
	bold bool
}

// MostFont bounds a font that is brought along, bytes.
const MostFont = 24 << 20

// mostBrought bounds the fonts that are brought along.
const mostBrought = 16

// Bring takes a font along, for letters of scripts that Vigil carries no face of,
// or that its own faces lack. name is its file's; one that ends in -Bold, before the
// dot, serves bold words. The font is hostile until tried: what cannot be read,
// and what fails later, is left out.
func (s *Setter) Bring(name string, data []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.brought) >= mostBrought {
		return fmt.Errorf("more than %d fonts", mostBrought)
	}
	face, err := parseBrought(data)
	if err != nil {
		return err
	}
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	s.brought = append(s.brought, brought{face, path.Base(name), strings.HasSuffix(stem, "-Bold")})
	return nil
}

// parseBrought reads a font that may be damaged or made to do harm.
func parseBrought(data []byte) (face *font.Face, err error) {
	defer func() {
		if recover() != nil {
			face, err = nil, errDamaged
		}
	}()
	if len(data) > MostFont {
		return nil, fmt.Errorf("the font has %d bytes, at most %d are read", len(data), MostFont)
	}
	plain, err := plainFont(data)
	if err != nil {
		return nil, err
	}
	face, err = font.ParseTTF(bytes.NewReader(plain))
	if err != nil {
		return nil, fmt.Errorf("the font cannot be read: %w", err)
	}
	// What Unicode's fonts have (OpenType, head): 16 to 16,384 units an em.
	if units := face.Upem(); units < 16 || units > 16384 {
		return nil, fmt.Errorf("the font has %d units an em", units)
	}
	return face, nil
}

// broughtFor is a face that an archive brings for a script that Vigil carries no
// whole face of; those of Han are a few letters for names.
func (s *Setter) broughtFor(style Style, script language.Script, r rune) *font.Face {
	if len(s.brought) == 0 || carried(script) || invisible(r) {
		return nil
	}
	return s.anyBrought(style, r)
}

func carried(script language.Script) bool {
	_, compressed := held[script]
	return compressed || script == language.Latin || script == language.Arabic || script == language.Hebrew || script == language.Common
}

// anyBrought is the face of those brought that has a letter, the weight that is
// asked for first.
func (s *Setter) anyBrought(style Style, r rune) *font.Face {
	var other *font.Face
	for _, b := range s.brought {
		if !b.has(r) {
			continue
		}
		if b.bold == (style.Bold || style.Italic) {
			return b.face
		}
		if other == nil {
			other = b.face
		}
	}
	return other
}

// has reports whether the face has a letter; one that fails has none.
func (b brought) has(r rune) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return has(b.face, r)
}

// tryShape shapes a run. A face that was brought along and fails is left out from
// now on.
func (s *Setter) tryShape(in shaping.Input) (out shaping.Output) {
	if !s.isBrought(in.Face) {
		return s.shaper.ShapeNoExtents(in)
	}
	defer func() {
		if recover() != nil {
			s.drop(in.Face)
			s.shaper = shaping.HarfbuzzShaper{}
			s.shaper.SetFontCacheSize(mostFaces)
			in.Face = s.face(cut{Sans, language.Latin, false, false})
			out = s.shaper.ShapeNoExtents(in)
		}
	}()
	return s.shaper.ShapeNoExtents(in)
}

func (s *Setter) isBrought(face *font.Face) bool {
	for _, b := range s.brought {
		if b.face == face {
			return true
		}
	}
	return false
}

func (s *Setter) drop(face *font.Face) {
	var rest []brought
	for _, b := range s.brought {
		if b.face == face {
			slog.Error("a font of the archive failed and is left out", "font", b.name)
			continue
		}
		rest = append(rest, b)
	}
	s.brought = rest
}
