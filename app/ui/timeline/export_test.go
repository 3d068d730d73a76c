package timeline

import "image"

// Painted is what an axis shows of the stretch in view, at 1x.
func Painted(a *Axis) image.Image {
	return a.paint(a.begin*a.perDay, int(a.size.Width), int(a.size.Height))
}
