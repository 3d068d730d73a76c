package picture

import (
	"fmt"
	"io"
)

// zigzag is where in a block the i-th coefficient of a JPEG stands.
var zigzag = [64]int{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// huffman is a code of at most 16 bits: those of the first few bits at once, the
// longer ones by their length.
type huffman struct {
	quick  [1 << quickBits]uint16 // length<<8 | symbol; 0 where the code is longer
	last   [17]int32              // the last code of each length; -1 where there is none
	offset [17]int32              // of a code's symbol from the code
	values []byte
}

const quickBits = 9

func newHuffman(counts, values []byte) (*huffman, error) {
	h := &huffman{values: append([]byte(nil), values...)}
	code, n := int32(0), int32(0)
	for length := 1; length <= 16; length++ {
		count := int32(counts[length-1])
		h.offset[length], h.last[length] = n-code, code+count-1
		if count == 0 {
			h.last[length] = -1
		}
		if code+count > 1<<length {
			return nil, fmt.Errorf("%w: more codes than there are", errJPEG)
		}
		for i := int32(0); length <= quickBits && i < count; i++ {
			from := (code + i) << (quickBits - length)
			for c := range int32(1) << (quickBits - length) {
				h.quick[from+c] = uint16(length<<8) | uint16(h.values[n+i])
			}
		}
		code, n = (code+count)<<1, n+count
	}
	return h, nil
}

// bits reads the entropy coded bits of a scan.
type bits struct {
	data []byte
	at   int
	acc  uint64
	n    uint // bits in acc
}

// fill takes bytes until at least 48 bits are there, or the bits end: at a marker,
// or with the file.
func (b *bits) fill() {
	for b.n <= 48 && b.at < len(b.data) {
		c := b.data[b.at]
		if c == 0xff {
			if b.at+1 >= len(b.data) || b.data[b.at+1] != 0 {
				return
			}
			b.at++
		}
		b.at++
		b.acc = b.acc<<8 | uint64(c)
		b.n += 8
	}
}

// symbol reads one code.
func (b *bits) symbol(h *huffman) (byte, error) {
	if b.n < 16 {
		b.fill()
	}
	var ahead int32
	if b.n >= 16 {
		ahead = int32(b.acc >> (b.n - 16) & 0xffff)
	} else {
		ahead = int32(b.acc << (16 - b.n) & 0xffff)
	}
	if q := h.quick[ahead>>(16-quickBits)]; q != 0 {
		return byte(q), b.drop(uint(q >> 8))
	}
	for length := quickBits + 1; length <= 16; length++ {
		code := ahead >> (16 - length)
		if code <= h.last[length] {
			i := code + h.offset[length]
			if i < 0 || int(i) >= len(h.values) {
				break
			}
			return h.values[i], b.drop(uint(length))
		}
	}
	if b.n < 16 {
		return 0, io.ErrUnexpectedEOF
	}
	return 0, fmt.Errorf("%w: a code that is none", errJPEG)
}

func (b *bits) drop(n uint) error {
	if n > b.n {
		return io.ErrUnexpectedEOF
	}
	b.n -= n
	return nil
}

// signed reads a number of so many bits; those that begin with 0 are below nought.
func (b *bits) signed(size byte) (int32, error) {
	if size == 0 {
		return 0, nil
	}
	n := uint(size)
	if b.n < n {
		if b.fill(); b.n < n {
			return 0, io.ErrUnexpectedEOF
		}
	}
	v := int32(b.acc >> (b.n - n) & (1<<n - 1))
	b.n -= n
	if v < 1<<(n-1) {
		v -= 1<<n - 1
	}
	return v, nil
}

// restart goes on behind the next restart marker.
func (b *bits) restart() error {
	b.n, b.acc = 0, 0
	for b.at+1 < len(b.data) && b.data[b.at] == 0xff && b.data[b.at+1] == 0xff {
		b.at++ // fill bytes
	}
	if b.at+1 >= len(b.data) {
		return io.ErrUnexpectedEOF
	}
	if b.data[b.at] != 0xff || b.data[b.at+1] < 0xd0 || b.data[b.at+1] > 0xd7 {
		return fmt.Errorf("%w: no restart where one belongs", errJPEG)
	}
	b.at += 2
	return nil
}

// Cosines of k sixteenths of a half turn, in parts of 4,096.
const (
	cos1 = 4017
	cos2 = 3784
	cos3 = 3406
	cos4 = 2896
	cos5 = 2276
	cos6 = 1567
	cos7 = 799
)

// inverse is the inverse cosine transform of a block (T.81, A.3.3), columns first,
// each cut into its even and its odd part.
func inverse(c *[64]int32, out []byte, stride int) {
	for x := range 8 {
		if c[8+x]|c[16+x]|c[24+x]|c[32+x]|c[40+x]|c[48+x]|c[56+x] == 0 {
			v := (c[x]*cos4 + 1<<9) >> 10 // three bits of a fraction are kept for the rows
			for y := range 8 {
				c[8*y+x] = v
			}
			continue
		}
		even, odd := halves(c[x], c[8+x], c[16+x], c[24+x], c[32+x], c[40+x], c[48+x], c[56+x])
		for y := range 4 {
			c[8*y+x], c[8*(7-y)+x] = (even[y]+odd[y]+1<<9)>>10, (even[y]-odd[y]+1<<9)>>10
		}
	}
	const round = 1<<15 + 128<<16
	for y := range 8 {
		row, line := c[8*y:8*y+8:8*y+8], out[y*stride:y*stride+8:y*stride+8]
		even, odd := halves(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7])
		for x := range 4 {
			line[x], line[7-x] = clamp((even[x]+odd[x]+round)>>16), clamp((even[x]-odd[x]+round)>>16)
		}
	}
}

// halves are the even and the odd part of one line of eight.
func halves(s0, s1, s2, s3, s4, s5, s6, s7 int32) (even, odd [4]int32) {
	sum, less := (s0+s4)*cos4, (s0-s4)*cos4
	wide, narrow := s2*cos2+s6*cos6, s2*cos6-s6*cos2
	even = [4]int32{sum + wide, less + narrow, less - narrow, sum - wide}
	odd = [4]int32{
		s1*cos1 + s3*cos3 + s5*cos5 + s7*cos7,
		s1*cos3 - s3*cos7 - s5*cos1 - s7*cos5,
		s1*cos5 - s3*cos1 + s5*cos7 + s7*cos3,
		s1*cos7 - s3*cos5 + s5*cos3 - s7*cos1,
	}
	return even, odd
}
