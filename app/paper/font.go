package paper

import (
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"vigil/app/typeset"
)

// picture is what one code of a font shows and says: the glyphs of a cluster of
// letters, joined, and the letters.
type picture struct {
	text    string
	parts   []part
	advance int16 // units of the face
}

// fontOf is a face as a font of the file, with a code for each cluster of letters that
// is shown: code and glyph have the same number.
type fontOf struct {
	setter   *typeset.Setter
	face     typeset.Face
	number   int
	pictures []picture
	codes    map[string][]int // by letters and glyphs: those that differ in places
}

// mostCodes is what two bytes can tell apart.
const mostCodes = math.MaxUint16

func newFont(setter *typeset.Setter, face typeset.Face, number int) *fontOf {
	// Code 0 is the picture of what is missing, which shows nothing.
	return &fontOf{setter: setter, face: face, number: number, pictures: []picture{{}}, codes: map[string][]int{}}
}

// near is how far apart, in parts of an em, two places are the same: sizes round them
// differently.
const near = 400

// code is the code of a picture, a new one where none is near enough.
func (f *fontOf) code(p picture) int {
	key := fmt.Sprint(p.text, "\x00")
	for _, part := range p.parts {
		key += fmt.Sprintf("%d,", part.id)
	}
	for _, at := range f.codes[key] {
		if f.same(f.pictures[at], p) {
			return at
		}
	}
	if len(f.pictures) >= mostCodes {
		return 0
	}
	at := len(f.pictures)
	f.pictures = append(f.pictures, p)
	f.codes[key] = append(f.codes[key], at)
	return at
}

func (f *fontOf) same(a, b picture) bool {
	tolerance := int(f.face.Units()) / near
	if abs(int(a.advance)-int(b.advance)) > tolerance {
		return false
	}
	for i := range a.parts {
		if abs(a.parts[i].dx-b.parts[i].dx) > tolerance || abs(a.parts[i].dy-b.parts[i].dy) > tolerance {
			return false
		}
	}
	return true
}

// advance is how wide a code is, in parts of an em.
func (f *fontOf) advance(code int) float32 {
	return float32(f.pictures[code].advance) / f.face.Units()
}

func abs(i int) int { return max(i, -i) }

// mostParts bounds the glyphs of a cluster: more are marks that someone piled up.
const mostParts = 48

// mostLetters bounds the letters of a code: a target of a CMap has at most 512 bytes.
const mostLetters = 200

// write adds the font to a file: a composite font whose codes are the numbers of its
// glyphs (ISO 32000-1, 9.7), the letters of each code beside it (9.10.3).
func (f *fontOf) write(to *file) ref {
	program, b := f.program()
	scale := 1000 / f.face.Units()
	base := name(subsetTag(program) + "+" + f.face.Name())
	programRef := to.promise()
	to.stream(programRef, fmt.Sprintf("/Length1 %d", len(program)), program)
	above, below := f.face.Rise()
	thousandths := func(f float32) int { return int(math.Round(float64(f * scale))) }
	descriptor := to.add(fmt.Sprintf("<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %v>>",
		base, thousandths(float32(b.x0)), thousandths(float32(b.y0)), thousandths(float32(b.x1)), thousandths(float32(b.y1)),
		thousandths(above), thousandths(below), thousandths(above*0.7), programRef))
	descendant := to.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/CIDToGIDMap/Identity/DW 0/W[%s]>>",
		base, descriptor, f.widths(scale)))
	letters := to.promise()
	to.stream(letters, "", []byte(f.toUnicode()))
	return to.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>", base, descendant, letters))
}

func (f *fontOf) widths(scale float32) string {
	var b strings.Builder
	b.WriteString("0[")
	for i := range f.pictures {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(float32(f.pictures[i].advance) * scale))
	}
	b.WriteByte(']')
	return b.String()
}

// subsetTag is six capital letters of its own for each set of glyphs (9.6.4).
func subsetTag(program []byte) string {
	h := fnv.New64a()
	h.Write(program)
	sum := h.Sum64()
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(tag[:])
}

// mostLines is how many codes one block of a CMap may hold.
const mostLines = 100

func (f *fontOf) toUnicode() string {
	var lines []string
	for i := range f.pictures {
		if f.pictures[i].text == "" {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "<%04X> <", i)
		hex16(&b, f.pictures[i].text)
		lines = append(lines, b.String()+">\n")
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(lines, mostLines) {
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(block), strings.Join(block, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
