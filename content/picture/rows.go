package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
)

// rows gives a picture as it is stored from its top, a row at a time.
type rows interface {
	// next fills a row, four bytes a px: red, green, blue and 255.
	next(row []byte) error
}

// gate lets one picture be read at a time: memory is the process's, whoever looks.
var gate = make(chan struct{}, 1)

// each reads a picture's rows; the row is valid until do returns. It waits for the
// picture that is being read, and ends early where the context does.
func (p *Picture) each(ctx context.Context, do func(y int, row []byte)) error {
	select {
	case gate <- struct{}{}:
		defer func() { <-gate }()
	case <-ctx.Done():
		return fmt.Errorf("wait to read a picture: %w", ctx.Err())
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("read a picture: %w", err)
	}
	source, err := p.rows()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	row := make([]byte, 4*p.stored.X)
	for y := range p.stored.Y {
		if y%64 == 0 && ctx.Err() != nil {
			return fmt.Errorf("read a picture: %w", ctx.Err())
		}
		if err := source.next(row); err != nil {
			return fmt.Errorf("%w, in row %d: %w", ErrDamaged, y, err)
		}
		do(y, row)
	}
	return nil
}

// rows reads row by row where the format can, and whole where it cannot.
func (p *Picture) rows() (rows, error) {
	if p.format == isPNG {
		head, err := readPNGHead(p.data)
		if err != nil {
			return nil, err
		}
		if !head.interlaced {
			return newPNGRows(p.data, head)
		}
		img, err := png.Decode(bytes.NewReader(p.data))
		return newWhole(img), err
	}
	frame, err := readFrame(p.data)
	if err != nil {
		return nil, err
	}
	if frame.byRows() {
		return newJPEGRows(frame), nil
	}
	img, err := jpeg.Decode(bytes.NewReader(p.data))
	return newWhole(img), err
}

// affordable refuses what can only be read whole and takes too much for that.
// Damage is found where it is read.
func (p *Picture) affordable() error {
	var need int
	if p.format == isPNG {
		if head, err := readPNGHead(p.data); err == nil && head.interlaced {
			need = p.stored.X * p.stored.Y * head.bytesWhole()
		}
	} else if frame, err := readFrame(p.data); err == nil && !frame.byRows() {
		need = frame.bytesWhole()
	}
	if need > mostWhole {
		return fmt.Errorf("%w: saved as it is, it can only be read whole, which takes %d MiB, and at most %d are given; as a baseline JPEG, or a PNG without interlacing, it is read by rows", ErrTooLarge, need>>20, mostWhole>>20)
	}
	return nil
}

// whole is a picture that had to be decoded at once.
type whole struct {
	img image.Image
	y   int
}

func newWhole(img image.Image) *whole {
	if img == nil {
		return nil
	}
	return &whole{img, img.Bounds().Min.Y}
}

func (w *whole) next(row []byte) error {
	for i := range row {
		row[i] = 255
	}
	width := len(row) / 4
	line := &image.RGBA{Pix: row, Stride: len(row), Rect: image.Rect(0, 0, width, 1)}
	draw.Draw(line, line.Rect, w.img, image.Pt(w.img.Bounds().Min.X, w.y), draw.Over)
	w.y++
	return nil
}
