package picture

import "fmt"

// jpegRows decodes a row of groups of blocks at a time.
type jpegRows struct {
	f      *frame
	bits   bits
	planes []plane
	groups int // across
	done   int // groups, since the last restart
	y      int // the next row
	high   int // rows of a row of groups
}

// plane is the samples of one component in the present row of groups.
type plane struct {
	pix        []byte
	stride     int
	shiftX     int // px of the picture for one sample
	shiftY     int
	last       int32 // first coefficient of the block before
	dc, ac     *huffman
	quant      *[64]int32
	wide, high int // blocks in a group
}

func newJPEGRows(f *frame) *jpegRows {
	across, down := f.most()
	r := &jpegRows{f: f, bits: bits{data: f.scan}, groups: (f.width + 8*across - 1) / (8 * across), high: 8 * down}
	for _, c := range f.parts {
		stride := r.groups * 8 * c.across
		r.planes = append(r.planes, plane{
			pix: make([]byte, stride*8*c.down), stride: stride, shiftX: across / c.across, shiftY: down / c.down,
			dc: f.tables[0][c.dc], ac: f.tables[1][c.ac], quant: &f.quant[c.quant], wide: c.across, high: c.down,
		})
	}
	return r
}

func (r *jpegRows) next(row []byte) error {
	at := r.y % r.high
	if at == 0 {
		if err := r.decode(); err != nil {
			return err
		}
	}
	r.y++
	width := len(row) / 4
	first := r.planes[0].row(at)
	switch {
	case len(r.planes) == 1:
		for x := range width {
			v := first[x]
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = v, v, v, 255
		}
	default:
		r.colour(row, at)
	}
	return nil
}

func (p *plane) row(y int) []byte {
	y /= p.shiftY
	return p.pix[y*p.stride : (y+1)*p.stride]
}

// colour joins the three samples of each px of a row.
func (r *jpegRows) colour(row []byte, at int) {
	a, b, c := &r.planes[0], &r.planes[1], &r.planes[2]
	as, bs, cs := a.row(at), b.row(at), c.row(at)
	for x := range len(row) / 4 {
		out := row[4*x : 4*x+4 : 4*x+4]
		one, two, three := int32(as[x/a.shiftX]), int32(bs[x/b.shiftX]), int32(cs[x/c.shiftX])
		out[3] = 255
		if r.f.rgb {
			out[0], out[1], out[2] = byte(one), byte(two), byte(three)
			continue
		}
		// JFIF 1.02, in parts of 65,536
		y, cb, cr := one<<16+1<<15, two-128, three-128
		out[0] = clamp((y + 91881*cr) >> 16)
		out[1] = clamp((y - 22554*cb - 46802*cr) >> 16)
		out[2] = clamp((y + 116130*cb) >> 16)
	}
}

func clamp(v int32) byte { return byte(min(max(v, 0), 255)) }

// decode fills the planes with the next row of groups.
func (r *jpegRows) decode() error {
	for group := range r.groups {
		if r.f.restart > 0 && r.done == r.f.restart {
			if err := r.bits.restart(); err != nil {
				return err
			}
			r.done = 0
			for i := range r.planes {
				r.planes[i].last = 0
			}
		}
		r.done++
		for i := range r.planes {
			p := &r.planes[i]
			for n := range p.wide * p.high {
				x, y := (group*p.wide+n%p.wide)*8, n/p.wide*8
				if err := p.block(&r.bits, p.pix[y*p.stride+x:]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// block decodes one block into its place in the plane.
func (p *plane) block(b *bits, out []byte) error {
	var coef [64]int32
	size, err := b.symbol(p.dc)
	if err != nil {
		return err
	}
	if size > 15 {
		return errJPEG
	}
	by, err := b.signed(size)
	if err != nil {
		return err
	}
	p.last += by
	coef[0] = p.last * p.quant[0]
	flat := true
	for i := 1; i < 64; i++ {
		s, err := b.symbol(p.ac)
		if err != nil {
			return err
		}
		zeros, size := int(s>>4), s&15
		if size == 0 {
			if zeros != 15 {
				break
			}
			i += 15
			continue
		}
		i += zeros
		if i > 63 {
			return fmt.Errorf("%w: too many coefficients", errJPEG)
		}
		v, err := b.signed(size)
		if err != nil {
			return err
		}
		at := zigzag[i]
		coef[at] = v * p.quant[at]
		flat = false
	}
	if flat {
		level := clamp((coef[0]+4)>>3 + 128)
		for y := range 8 {
			line := out[y*p.stride:]
			for x := range 8 {
				line[x] = level
			}
		}
		return nil
	}
	inverse(&coef, out, p.stride)
	return nil
}
