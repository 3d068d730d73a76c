// Package picture reads the pictures of an archive as the kiosk shows them: turned
// as the camera was held (EXIF, JPEG and PNG), and within limits of size that are
// asked before anything is allocated. Screens and checks share it, so that what
// passes one is shown by the other.
//
// A picture is a JPEG or PNG file of at most 24 MiB, 16,384 px a side and 64 million
// px in all. It is hostile until read: damage is an error, never a panic.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of pictures in an archive
	_ "image/png"
	"io"
	"io/fs"

	"github.com/bep/imagemeta"
	"golang.org/x/image/draw"
)

// The limits of a picture. A file of a few kilobytes can claim any size.
const (
	mostBytes  = 24 << 20
	mostSide   = 16_384     // px
	mostPixels = 64_000_000 // of the file
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
	data          []byte
	turn          int // EXIF orientation, 1 to 8
}

// Open reads a picture's file and its size. Errors are ErrTooLarge, ErrDamaged and
// ErrNone, or the file's.
func Open(files fs.FS, name string) (*Picture, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open picture %s: %w", name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", name, err)
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("read picture %s, more than %d bytes: %w", name, mostBytes, ErrTooLarge)
	}
	p, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", name, err)
	}
	return p, nil
}

func parse(data []byte) (*Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrNone
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	case config.Width < 1 || config.Height < 1:
		return nil, ErrNone
	case config.Width > mostSide || config.Height > mostSide || config.Width*config.Height > mostPixels:
		return nil, fmt.Errorf("%w: %d by %d px, and at most %d a side and %d million in all are shown", ErrTooLarge, config.Width, config.Height, mostSide, mostPixels/1_000_000)
	}
	p := &Picture{config.Width, config.Height, data, orientation(data, format)}
	if p.turn >= 5 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// orientation is how the camera was held (EXIF 2.32, tag 0x0112), 1 where the file
// does not say.
func orientation(data []byte, format string) int {
	kind := imagemeta.JPEG
	if format == "png" {
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

// Read decodes the picture, turned as it is to be seen, its longest side at most
// that many px. An error is ErrDamaged.
func (p *Picture) Read(longest int) (*image.RGBA, error) {
	img, _, err := image.Decode(bytes.NewReader(p.data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	size := img.Bounds().Size()
	if most := max(size.X, size.Y); most > longest {
		size = image.Pt(max(size.X*longest/most, 1), max(size.Y*longest/most, 1))
	}
	small := image.NewRGBA(image.Rectangle{Max: size})
	draw.ApproxBiLinear.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return turned(small, p.turn), nil
}

// turned turns and mirrors a picture by its EXIF orientation.
func turned(img *image.RGBA, turn int) *image.RGBA {
	if turn <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if turn >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			toX, toY := seen(x, y, w, h, turn)
			out.SetRGBA(toX, toY, img.RGBAAt(x, y))
		}
	}
	return out
}

// seen is where a px of a stored picture, w by h, is seen.
func seen(x, y, w, h, turn int) (toX, toY int) {
	switch turn {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	default:
		return x, y
	}
}
