// Package picture reads the pictures of an archive as the kiosk shows them: turned
// as the camera was held (EXIF, JPEG and PNG), and within limits of size that are
// asked before anything is allocated. Screens and checks share it, so that what
// passes one is shown by the other.
//
// A picture is a JPEG or PNG file of at most 24 MiB, 16,384 px a side and 64 million
// px in all. It is hostile until read: damage is an error, never a panic. What is
// transparent is white, as on paper.
//
// Memory is bounded by the width of a picture, not by its area: a sequential JPEG
// of one scan and a PNG without interlacing are read a row at a time. A progressive
// JPEG, one of four inks and an interlaced PNG can only be read whole; those that
// would take more than 192 MiB for it are too large. One picture is read at a time.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"

	"github.com/bep/imagemeta"
)

// The limits of a picture. A file of a few kilobytes can claim any size.
const (
	mostBytes  = 24 << 20
	mostSide   = 16_384     // px
	mostPixels = 64_000_000 // of the file
	mostWhole  = 192 << 20  // bytes that reading it whole may take
	mostHead   = 1 << 20    // bytes in which how the camera was held is looked for, and at first the size
)

// What is wrong with a picture that cannot be shown.
var (
	ErrTooLarge = errors.New("the picture is too large")
	ErrDamaged  = errors.New("the picture is damaged or cut off")
	ErrNone     = errors.New("the file holds no picture")
)

// Picture is a file that was read, not yet decoded.
type Picture struct {
	Width, Height int // px, as it is seen
	stored        image.Point
	data          []byte
	format        format
	turn          int // EXIF orientation, 1 to 8
}

type format int

const (
	isJPEG format = iota
	isPNG
)

// Open reads a picture's file and its size. Errors are ErrTooLarge, ErrDamaged and
// ErrNone, or the file's.
func Open(files fs.FS, name string) (*Picture, error) {
	data, err := read(files, name, mostBytes+1)
	if err != nil {
		return nil, err
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("read picture %s, more than %d bytes: %w", name, mostBytes, ErrTooLarge)
	}
	p, err := parse(data)
	if err == nil {
		err = p.affordable()
	}
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", name, err)
	}
	return p, nil
}

// Measure is the size of a picture as it is seen, px, from the head of its file
// alone: what room it will take is known before it is read. Errors are Open's.
func Measure(files fs.FS, name string) (image.Point, error) {
	data, err := read(files, name, mostHead)
	if err != nil {
		return image.Point{}, err
	}
	p, err := parse(data)
	if err != nil && len(data) == mostHead { // what is noted before the picture can be longer
		p, err = Open(files, name)
	}
	if err != nil {
		return image.Point{}, fmt.Errorf("measure picture %s: %w", name, err)
	}
	return image.Pt(p.Width, p.Height), nil
}

func read(files fs.FS, name string, most int64) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open picture %s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", name, err)
	}
	return data, nil
}

func parse(data []byte) (*Picture, error) {
	config, format, err := config(data)
	switch {
	case errors.Is(err, ErrNone):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	case config.Width < 1 || config.Height < 1:
		return nil, ErrNone
	case config.Width > mostSide || config.Height > mostSide || config.Width*config.Height > mostPixels:
		return nil, fmt.Errorf("%w: %d by %d px, and at most %d a side and %d million in all are shown", ErrTooLarge, config.Width, config.Height, mostSide, mostPixels/1_000_000)
	}
	p := &Picture{Width: config.Width, Height: config.Height, stored: image.Pt(config.Width, config.Height), data: data, format: format, turn: orientation(data[:min(len(data), mostHead)], format)}
	if p.turn >= 5 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// config tells a format by how a file begins, whatever it is called and whatever
// else the program can read.
func config(data []byte) (image.Config, format, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		c, err := jpeg.DecodeConfig(bytes.NewReader(data))
		return c, isJPEG, err
	case bytes.HasPrefix(data, []byte(pngHead)):
		c, err := png.DecodeConfig(bytes.NewReader(data))
		return c, isPNG, err
	default:
		return image.Config{}, 0, ErrNone
	}
}

// orientation is how the camera was held (EXIF 2.32, tag 0x0112), 1 where the file
// does not say.
func orientation(data []byte, format format) int {
	kind := imagemeta.JPEG
	if format == isPNG {
		kind = imagemeta.PNG
	}
	turn := 1
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: kind, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool { return tag.Tag == "Orientation" && tag.Namespace == "IFD0" },
		HandleTag: func(tag imagemeta.TagInfo) error {
			if n, ok := tag.Value.(uint16); ok && n >= 1 && n <= 8 {
				turn = int(n)
			}
			return imagemeta.ErrStopWalking
		},
	})
	if err != nil {
		return 1 // what a camera noted is damaged; the picture need not be
	}
	return turn
}
