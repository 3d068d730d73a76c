package paper

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
)

// raster is a picture of the document: a stream and what is said of it.
type raster struct {
	entries string
	data    []byte
	plain   bool // not compressed yet
	ref     ref
}

// Image draws a picture, without loss, over a rectangle; alt says what is in it. What
// it lets shine through is white.
func (p *Page) Image(img image.Image, x, y, width, height float32, alt string) {
	b := img.Bounds()
	if b.Empty() {
		return
	}
	data, space := samples(img)
	p.raster(raster{entries: imageEntries(b.Dx(), b.Dy(), space), data: data, plain: true}, x, y, width, height, alt)
}

// samples are a picture's, row by row, on white: one a pixel where all is grey.
func samples(img image.Image) ([]byte, string) {
	b := img.Bounds()
	rgb := make([]byte, 0, b.Dx()*b.Dy()*3)
	grey := true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			for _, v := range [3]uint8{c.R, c.G, c.B} {
				rgb = append(rgb, uint8(255-(255-int(v))*int(c.A)/255))
			}
			grey = grey && c.R == c.G && c.G == c.B
		}
	}
	if !grey {
		return rgb, "DeviceRGB"
	}
	for i := range len(rgb) / 3 {
		rgb[i] = rgb[i*3]
	}
	return rgb[:len(rgb)/3], "DeviceGray"
}

func imageEntries(width, height int, space string) string {
	return fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8", width, height, space)
}

// mostPixels bounds a JPEG file's picture.
const mostPixels = 64 << 20

// JPEG draws a JPEG file as it is, but for what its maker wrote about the picture
// (places, cameras, names), which is left out. One that is damaged, in the colours of
// a printing press or too large is an error, and nothing is drawn. It stands as its rows
// are stored: how the camera was held is one of the notes.
func (p *Page) JPEG(data []byte, x, y, width, height float32, alt string) error {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("read the picture: %w", err)
	}
	if config.Width*config.Height > mostPixels || config.Width*config.Height == 0 {
		return fmt.Errorf("the picture has %d by %d pixels", config.Width, config.Height)
	}
	space := ""
	switch config.ColorModel {
	case color.GrayModel:
		space = "DeviceGray"
	case color.YCbCrModel, color.RGBAModel:
		space = "DeviceRGB"
	default:
		return errors.New("the picture is in the colours of a printing press (CMYK); save it as RGB")
	}
	bare, err := withoutNotes(data)
	if err != nil {
		return err
	}
	p.raster(raster{entries: imageEntries(config.Width, config.Height, space) + "/Filter/DCTDecode", data: bare}, x, y, width, height, alt)
	return nil
}

// Markers of a JPEG file (ITU-T T.81, annex B).
const (
	startOfScan = 0xda
	firstNote   = 0xe1 // APP1, which holds EXIF and XMP
	lastNote    = 0xef
	adobeNote   = 0xee // APP14, which says how the colours are stored
	comment     = 0xfe
)

// withoutNotes is a JPEG file without what programs and people wrote beside the
// picture.
func withoutNotes(data []byte) ([]byte, error) {
	damaged := errors.New("the picture is damaged")
	if len(data) < 2 {
		return nil, damaged
	}
	out := append([]byte(nil), data[:2]...)
	for at := 2; ; {
		if at+4 > len(data) || data[at] != 0xff {
			return nil, damaged
		}
		marker := data[at+1]
		if marker == 0xff { // fills
			at++
			continue
		}
		length := int(data[at+2])<<8 | int(data[at+3])
		if length < 2 || at+2+length > len(data) {
			return nil, damaged
		}
		if marker == startOfScan {
			return append(out, data[at:]...), nil
		}
		note := marker >= firstNote && marker <= lastNote && marker != adobeNote || marker == comment
		if !note {
			out = append(out, data[at:at+2+length]...)
		}
		at += 2 + length
	}
}

func (p *Page) raster(r raster, x, y, width, height float32, alt string) {
	d := p.doc
	d.images = append(d.images, r)
	number := len(d.images) - 1
	p.images = append(p.images, number)
	p.Figure(alt, func() {
		p.covers(x, y)
		p.covers(x+width, y+height)
		p.mark(d.figure)
		p.content.WriteString("q\n" + numbers("cm", width, 0, 0, height, x, p.Height-y-height))
		fmt.Fprintf(&p.content, "/I%d Do\nQ\n", number)
	})
}
