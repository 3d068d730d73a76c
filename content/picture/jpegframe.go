package picture

import (
	"encoding/binary"
	"errors"
	"io"
)

// A JPEG (ITU-T T.81) is segments, each with a marker and a length, and behind the
// start of a scan bits: of each block of 8 by 8 samples the coefficients of a cosine
// transform, Huffman coded. Blocks of all components that cover the same part of the
// picture stand together, from the top in rows, so that a row of them is all that
// must be held.

var errJPEG = errors.New("not as a JPEG is made")

// markers of a JPEG
const (
	sofBaseline    = 0xc0
	sofExtended    = 0xc1
	sofProgressive = 0xc2
	markDHT        = 0xc4
	markEOI        = 0xd9
	markSOS        = 0xda
	markDQT        = 0xdb
	markDRI        = 0xdd
	markAdobe      = 0xee
)

// frame is what stands before the first scan of a JPEG, and the scan.
type frame struct {
	kind          byte // the marker of its frame; 0 where there was none
	precision     int
	width, height int
	parts         []component
	quant         [4][64]int32
	tables        [2][4]*huffman // for the first coefficient, for the others
	restart       int            // blocks' groups between restarts; 0 for none
	rgb           bool           // its components are red, green and blue
	scanned       int            // components in the first scan
	scan          []byte         // the bits, and what comes behind
}

type component struct {
	id, across, down int // samples for the whole's most
	quant, dc, ac    int
}

// readFrame reads up to the bits of the first scan.
func readFrame(data []byte) (*frame, error) {
	f := &frame{}
	adobe := -1
	for at := 2; ; {
		if at+4 > len(data) {
			return nil, io.ErrUnexpectedEOF
		}
		if data[at] != 0xff {
			at++ // what lies between segments means nothing
			continue
		}
		mark := data[at+1]
		if mark == 0xff {
			at++
			continue
		}
		if mark == 0 || mark == 1 || mark >= 0xd0 && mark <= 0xd8 {
			at += 2
			continue
		}
		if mark == markEOI {
			return nil, io.ErrUnexpectedEOF
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			return nil, io.ErrUnexpectedEOF
		}
		body := data[at+4 : at+2+size]
		at += 2 + size
		if mark == markAdobe && len(body) >= 12 && string(body[:5]) == "Adobe" {
			adobe = int(body[11])
		}
		if err := f.segment(mark, body); err != nil {
			return nil, err
		}
		if mark == markSOS {
			f.scan = data[at:]
			break
		}
	}
	if len(f.parts) == 3 {
		f.rgb = adobe == 0 || adobe < 0 && f.parts[0].id == 'R' && f.parts[1].id == 'G' && f.parts[2].id == 'B'
	}
	return f, nil
}

func (f *frame) segment(mark byte, body []byte) error {
	switch {
	case mark == markDQT:
		return f.readQuant(body)
	case mark == markDHT:
		return f.readHuffman(body)
	case mark == markDRI && len(body) >= 2:
		f.restart = int(binary.BigEndian.Uint16(body))
	case mark == markSOS:
		return f.readScan(body)
	case mark >= 0xc0 && mark <= 0xcf && mark != 0xc8 && mark != 0xcc:
		return f.readParts(mark, body)
	}
	return nil
}

func (f *frame) readParts(mark byte, body []byte) error {
	if f.kind != 0 || len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return errJPEG
	}
	f.kind, f.precision = mark, int(body[0])
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	for b := body[6 : 6+3*int(body[5])]; len(b) > 0; b = b[3:] {
		c := component{id: int(b[0]), across: int(b[1] >> 4), down: int(b[1] & 15), quant: int(b[2])}
		if c.across < 1 || c.across > 4 || c.down < 1 || c.down > 4 || c.quant > 3 {
			return errJPEG
		}
		f.parts = append(f.parts, c)
	}
	if len(f.parts) == 1 {
		f.parts[0].across, f.parts[0].down = 1, 1 // a scan of one component has no groups
	}
	return nil
}

func (f *frame) readQuant(b []byte) error {
	for len(b) > 0 {
		wide, n := int(b[0]>>4), int(b[0]&15)
		b = b[1:]
		if wide > 1 || n > 3 || len(b) < 64*(wide+1) {
			return errJPEG
		}
		for i := range 64 {
			if wide == 0 {
				f.quant[n][zigzag[i]] = int32(b[i])
			} else {
				f.quant[n][zigzag[i]] = int32(binary.BigEndian.Uint16(b[2*i:]))
			}
		}
		b = b[64*(wide+1):]
	}
	return nil
}

func (f *frame) readHuffman(b []byte) error {
	for len(b) > 0 {
		if len(b) < 17 {
			return errJPEG
		}
		class, n := b[0]>>4, b[0]&15
		sum := 0
		for _, c := range b[1:17] {
			sum += int(c)
		}
		if class > 1 || n > 3 || sum > 256 || len(b) < 17+sum {
			return errJPEG
		}
		table, err := newHuffman(b[1:17], b[17:17+sum])
		if err != nil {
			return err
		}
		f.tables[class][n] = table
		b = b[17+sum:]
	}
	return nil
}

func (f *frame) readScan(b []byte) error {
	if f.kind == 0 || len(b) < 1 || len(b) < 1+2*int(b[0]) {
		return errJPEG
	}
	f.scanned = int(b[0])
	for b := b[1 : 1+2*f.scanned]; len(b) > 0; b = b[2:] {
		if b[1]>>4 > 3 || b[1]&15 > 3 {
			return errJPEG
		}
		for i := range f.parts {
			if f.parts[i].id == int(b[0]) {
				f.parts[i].dc, f.parts[i].ac = int(b[1]>>4), int(b[1]&15)
			}
		}
	}
	return nil
}

// most is how many blocks a group is across and down.
func (f *frame) most() (across, down int) {
	for _, c := range f.parts {
		across, down = max(across, c.across), max(down, c.down)
	}
	return across, down
}

// byRows reports whether the whole is one scan of grey or of three components,
// coded one block after the other.
func (f *frame) byRows() bool {
	if f.kind != sofBaseline && f.kind != sofExtended || f.precision != 8 || f.scanned != len(f.parts) {
		return false
	}
	if len(f.parts) != 1 && len(f.parts) != 3 {
		return false
	}
	across, down := f.most()
	for _, c := range f.parts {
		if across%c.across != 0 || down%c.down != 0 || f.tables[0][c.dc] == nil || f.tables[1][c.ac] == nil {
			return false
		}
	}
	return true
}

// bytesWhole is what reading it whole takes: the samples, of a progressive one the
// coefficients, and where they are no common image the one they are turned into.
func (f *frame) bytesWhole() int {
	across, down := f.most()
	if across == 0 {
		return 0
	}
	area, sum := f.width*f.height, 0
	for _, c := range f.parts {
		each := 1
		if f.kind == sofProgressive {
			each += 4
		}
		sum += each * area * c.across * c.down / (across * down)
	}
	if len(f.parts) == 4 || f.rgb {
		sum += 4 * area
	}
	return sum
}
