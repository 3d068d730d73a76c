package picture

import (
	"context"
	"image"
	"image/draw"
)

// Read decodes the picture, turned as it is to be seen, its longest side at most
// that many px. It holds no more than that many rows; only one picture is read at a
// time. An error is ErrDamaged, or the context's where that has ended.
func (p *Picture) Read(ctx context.Context, longest int) (*image.RGBA, error) {
	s := newScaler(p.stored, fitting(p.stored, longest))
	if err := p.each(ctx, func(_ int, row []byte) { s.add(row) }); err != nil {
		return nil, err
	}
	return turned(s.out, p.turn), nil
}

// Square decodes the middle of the picture as a square of that side, px, and where
// it is higher than wide what is nearer its top, where faces are. Errors are Read's.
func (p *Picture) Square(ctx context.Context, side int) (*image.RGBA, error) {
	short, long := min(p.Width, p.Height), max(p.Width, p.Height)
	img, err := p.Read(ctx, (side*long+short-1)/short)
	if err != nil {
		return nil, err
	}
	size := img.Rect.Size()
	side = min(side, size.X, size.Y)
	out := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(out, out.Rect, img, image.Pt((size.X-side)/2, (size.Y-side)/4), draw.Src)
	return out, nil
}

// fitting is a size of the same shape, its longest side at most that many px.
func fitting(size image.Point, longest int) image.Point {
	most := max(size.X, size.Y)
	if most <= longest {
		return size
	}
	return image.Pt(max(size.X*longest/most, 1), max(size.Y*longest/most, 1))
}

// scaler makes a picture smaller while its rows pass: each px is the mean of the
// area that it covers, the parts of px at the edges included.
type scaler struct {
	from image.Point
	out  *image.RGBA
	line []uint32 // the present row, made narrower: sums in parts of from.X
	sum  []uint64 // of the rows that a row of out covers
	at   int      // in parts of out's height, so far
	y    int
}

func newScaler(from, to image.Point) *scaler {
	return &scaler{from: from, out: image.NewRGBA(image.Rectangle{Max: to}), line: make([]uint32, 3*to.X), sum: make([]uint64, 3*to.X)}
}

func (s *scaler) add(row []byte) {
	to := s.out.Rect.Size()
	s.narrow(row, to.X)
	// A row is to.Y parts high; a row of out is from.Y.
	first := min(to.Y, s.from.Y-s.at)
	s.weigh(uint64(first))
	if s.at += first; s.at < s.from.Y {
		return
	}
	s.write(to.X)
	s.at = to.Y - first
	s.weigh(uint64(s.at))
}

func (s *scaler) narrow(row []byte, width int) {
	clear(s.line)
	x, at := 0, 0
	for i := 0; i < len(row); i += 4 {
		r, g, b := uint32(row[i]), uint32(row[i+1]), uint32(row[i+2])
		first := min(width, s.from.X-at)
		line := s.line[3*x : 3*x+3 : 3*x+3]
		line[0], line[1], line[2] = line[0]+r*uint32(first), line[1]+g*uint32(first), line[2]+b*uint32(first)
		if at += first; at < s.from.X {
			continue
		}
		x, at = x+1, width-first
		if rest := uint32(at); rest > 0 {
			line := s.line[3*x : 3*x+3 : 3*x+3]
			line[0], line[1], line[2] = r*rest, g*rest, b*rest
		}
	}
}

func (s *scaler) weigh(weight uint64) {
	if weight == 0 {
		return
	}
	for i, v := range s.line {
		s.sum[i] += uint64(v) * weight
	}
}

func (s *scaler) write(width int) {
	whole := uint64(s.from.X) * uint64(s.from.Y)
	out := s.out.Pix[s.y*s.out.Stride:]
	for x := range width {
		for n := range 3 {
			out[4*x+n] = byte((s.sum[3*x+n] + whole/2) / whole)
		}
		out[4*x+3] = 255
	}
	s.y++
	clear(s.sum)
}
