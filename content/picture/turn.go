package picture

import "image"

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
