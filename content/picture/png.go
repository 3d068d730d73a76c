package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A PNG (ISO/IEC 15948) is a head, chunks each with a length, a name and a check,
// and in the IDAT chunks together one zlib stream of filtered rows.

const pngHead = "\x89PNG\r\n\x1a\n"

var errPNG = errors.New("not as a PNG is made")

// pngInfo is what a PNG's first chunk says.
type pngInfo struct {
	width, height int
	depth, kind   int // bits a sample; colour type
	interlaced    bool
}

// colour types of a PNG
const (
	pngGrey      = 0
	pngRGB       = 2
	pngPalette   = 3
	pngGreyAlpha = 4
	pngRGBAlpha  = 6
)

func readPNGHead(data []byte) (pngInfo, error) {
	const least = len(pngHead) + 8 + 13 + 4
	if len(data) < least || string(data[12:16]) != "IHDR" {
		return pngInfo{}, errPNG
	}
	b := data[16:29]
	i := pngInfo{
		width: int(binary.BigEndian.Uint32(b)), height: int(binary.BigEndian.Uint32(b[4:])),
		depth: int(b[8]), kind: int(b[9]), interlaced: b[12] == 1,
	}
	if b[10] != 0 || b[11] != 0 || b[12] > 1 || i.samples() == 0 {
		return pngInfo{}, errPNG
	}
	return i, nil
}

// samples is how many a px has; 0 of a kind and depth that there are not together.
func (i pngInfo) samples() int {
	deep := i.depth == 8 || i.depth == 16
	switch {
	case i.kind == pngGrey && (deep || i.depth == 1 || i.depth == 2 || i.depth == 4):
		return 1
	case i.kind == pngPalette && (i.depth == 8 || i.depth == 1 || i.depth == 2 || i.depth == 4):
		return 1
	case i.kind == pngGreyAlpha && deep:
		return 2
	case i.kind == pngRGB && deep:
		return 3
	case i.kind == pngRGBAlpha && deep:
		return 4
	}
	return 0
}

// bytesWhole is what a px of an interlaced picture takes while it is read whole: its
// own, and those of the pass.
func (i pngInfo) bytesWhole() int {
	each := max(i.depth/8, 1)
	if i.kind != pngGrey && i.kind != pngPalette {
		each *= 4
	}
	return each + (each+1)/2
}

// chunks gives the bytes of the IDAT chunks as one stream, and notes what comes
// before them.
type chunks struct {
	rest    []byte
	here    []byte // of the present IDAT chunk
	palette []byte
	clear   []byte // tRNS
}

// chunk takes the next chunk off the rest.
func (c *chunks) chunk() (name string, body []byte, err error) {
	if len(c.rest) < 12 {
		return "", nil, io.ErrUnexpectedEOF
	}
	size := binary.BigEndian.Uint32(c.rest)
	if uint64(size)+12 > uint64(len(c.rest)) {
		return "", nil, io.ErrUnexpectedEOF
	}
	named, sum := c.rest[4:8+size], c.rest[8+size:12+size]
	if crc32.ChecksumIEEE(named) != binary.BigEndian.Uint32(sum) {
		return "", nil, fmt.Errorf("%w: the check of a chunk", errPNG)
	}
	c.rest = c.rest[12+size:]
	return string(named[:4]), named[4:], nil
}

func (c *chunks) Read(b []byte) (int, error) {
	for len(c.here) == 0 {
		name, body, err := c.chunk()
		switch {
		case err != nil:
			return 0, err
		case name == "IDAT":
			c.here = body
		default:
			return 0, io.ErrUnexpectedEOF
		}
	}
	n := copy(b, c.here)
	c.here = c.here[n:]
	return n, nil
}

// begin goes to the first IDAT chunk.
func (c *chunks) begin() error {
	for {
		name, body, err := c.chunk()
		switch {
		case err != nil:
			return err
		case name == "PLTE":
			c.palette = body
		case name == "tRNS":
			c.clear = body
		case name == "IDAT":
			c.here = body
			return nil
		case name == "IEND":
			return errPNG
		}
	}
}

// pngRows unfilters a PNG row by row.
type pngRows struct {
	info      pngInfo
	source    io.Reader
	now, last []byte // filtered rows, behind a byte that names the filter
	step      int    // bytes to the same sample of the px before, at least 1
	colours   [256][3]byte
	key       []uint16 // the one colour that is clear, a sample each; nil where none is
	left      int      // rows
}

func newPNGRows(data []byte, info pngInfo) (*pngRows, error) {
	c := &chunks{rest: data[len(pngHead):]}
	if err := c.begin(); err != nil {
		return nil, err
	}
	source, err := zlib.NewReader(c)
	if err != nil {
		return nil, err
	}
	bits := info.depth * info.samples()
	size := 1 + (info.width*bits+7)/8
	r := &pngRows{info: info, source: source, now: make([]byte, size), last: make([]byte, size), step: max(bits/8, 1), left: info.height}
	switch info.kind {
	case pngPalette:
		if len(c.palette) == 0 || len(c.palette)%3 != 0 || len(c.palette) > 3*256 {
			return nil, fmt.Errorf("%w: its palette", errPNG)
		}
		for i := range len(c.palette) / 3 {
			a := uint32(255)
			if i < len(c.clear) {
				a = uint32(c.clear[i])
			}
			for n := range 3 {
				r.colours[i][n] = onWhite(uint32(c.palette[3*i+n]), a)
			}
		}
	case pngGrey, pngRGB:
		if n := info.samples(); len(c.clear) == 2*n {
			for i := range n {
				r.key = append(r.key, binary.BigEndian.Uint16(c.clear[2*i:]))
			}
		}
	}
	return r, nil
}

func (r *pngRows) next(row []byte) error {
	if _, err := io.ReadFull(r.source, r.now); err != nil {
		return err
	}
	if err := r.unfilter(); err != nil {
		return err
	}
	r.paint(row)
	r.now, r.last = r.last, r.now
	if r.left--; r.left > 0 {
		return nil
	}
	// The check of the whole stream stands at its end.
	var more [1]byte
	if _, err := io.ReadFull(r.source, more[:]); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

func (r *pngRows) unfilter() error {
	now, last, step := r.now[1:], r.last[1:], r.step
	switch r.now[0] {
	case 0:
	case 1:
		for i := step; i < len(now); i++ {
			now[i] += now[i-step]
		}
	case 2:
		for i := range now {
			now[i] += last[i]
		}
	case 3:
		for i := range now {
			var left int
			if i >= step {
				left = int(now[i-step])
			}
			now[i] += byte((left + int(last[i])) / 2)
		}
	case 4:
		for i := range now {
			var left, corner int
			if i >= step {
				left, corner = int(now[i-step]), int(last[i-step])
			}
			now[i] += nearest(left, int(last[i]), corner)
		}
	default:
		return fmt.Errorf("%w: filter %d", errPNG, r.now[0])
	}
	return nil
}

// nearest is the Paeth predictor.
func nearest(left, above, corner int) byte {
	guess := left + above - corner
	dl, da, dc := abs(guess-left), abs(guess-above), abs(guess-corner)
	switch {
	case dl <= da && dl <= dc:
		return byte(left)
	case da <= dc:
		return byte(above)
	default:
		return byte(corner)
	}
}

func abs(n int) int { return max(n, -n) }

// onWhite lays a sample on white paper.
func onWhite(v, alpha uint32) byte { return byte((v*alpha + 255*(255-alpha) + 127) / 255) }

// paint turns the samples of a row into colours.
func (r *pngRows) paint(row []byte) {
	b := r.now[1:]
	wide := r.info.depth / 8 // bytes a sample, 0 where several share one
	for x := range len(row) / 4 {
		out := row[4*x : 4*x+4 : 4*x+4]
		out[3] = 255
		switch r.info.kind {
		case pngPalette:
			c := r.colours[r.sample(b, x)]
			out[0], out[1], out[2] = c[0], c[1], c[2]
		case pngGrey:
			v := r.grey(b, x)
			out[0], out[1], out[2] = v, v, v
		case pngGreyAlpha:
			v := onWhite(uint32(b[2*wide*x]), uint32(b[2*wide*x+wide]))
			out[0], out[1], out[2] = v, v, v
		case pngRGB:
			px := b[3*wide*x : 3*wide*(x+1)]
			out[0], out[1], out[2] = px[0], px[wide], px[2*wide]
			if r.key != nil && r.isKey(px) {
				out[0], out[1], out[2] = 255, 255, 255
			}
		case pngRGBAlpha:
			px := b[4*wide*x : 4*wide*(x+1)]
			a := uint32(px[3*wide])
			out[0], out[1], out[2] = onWhite(uint32(px[0]), a), onWhite(uint32(px[wide]), a), onWhite(uint32(px[2*wide]), a)
		}
	}
}

// sample is the x-th of a row of one sample a px, of at most eight bits.
func (r *pngRows) sample(b []byte, x int) int {
	depth := r.info.depth
	if depth == 8 {
		return int(b[x])
	}
	at := x * depth
	return int(b[at/8]) >> (8 - depth - at%8) & (1<<depth - 1)
}

func (r *pngRows) grey(b []byte, x int) byte {
	if r.info.depth == 16 {
		if r.key != nil && binary.BigEndian.Uint16(b[2*x:]) == r.key[0] {
			return 255
		}
		return b[2*x]
	}
	v := r.sample(b, x)
	if r.key != nil && v == int(r.key[0]) {
		return 255
	}
	return byte(v * 255 / (1<<r.info.depth - 1))
}

func (r *pngRows) isKey(px []byte) bool {
	if r.info.depth == 16 {
		return bytes.Equal(px, []byte{byte(r.key[0] >> 8), byte(r.key[0]), byte(r.key[1] >> 8), byte(r.key[1]), byte(r.key[2] >> 8), byte(r.key[2])})
	}
	return uint16(px[0]) == r.key[0] && uint16(px[1]) == r.key[1] && uint16(px[2]) == r.key[2]
}
