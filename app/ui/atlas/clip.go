package atlas

// point is a corner of an outline on a picture, px.
type point struct {
	x, y float32
	cut  bool // see vertex
}

// clip is what lies of an outline within a rectangle, one side at a time (Sutherland
// and Hodgman): what leaves it runs along its sides.
func clip(points []point, left, top, right, bottom float32) []point {
	for side := range 4 {
		if len(points) == 0 {
			return nil
		}
		beyond := func(p point) float32 {
			switch side {
			case 0:
				return left - p.x
			case 1:
				return p.x - right
			case 2:
				return top - p.y
			default:
				return p.y - bottom
			}
		}
		if !reaches(points, beyond) {
			continue
		}
		out := make([]point, 0, len(points)/2+8)
		before := points[len(points)-1]
		b := beyond(before)
		for _, p := range points {
			d := beyond(p)
			if (b > 0) != (d > 0) {
				t := b / (b - d)
				out = append(out, point{x: before.x + (p.x-before.x)*t, y: before.y + (p.y-before.y)*t})
			}
			if d <= 0 {
				out = append(out, p)
			}
			before, b = p, d
		}
		points = out
	}
	return points
}

func reaches(points []point, beyond func(point) float32) bool {
	for _, p := range points {
		if beyond(p) > 0 {
			return true
		}
	}
	return false
}

// area2 is an outline's area, px, positive one way around.
func area2(points []point) float64 {
	var sum float64
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += float64(p.x)*float64(q.y) - float64(q.x)*float64(p.y)
	}
	return sum / 2
}

// within cuts a line to a rectangle (Liang and Barsky); false where none of it lies
// there.
func within(a, b point, left, top, right, bottom float32) (point, point, bool) {
	from, to := float32(0), float32(1)
	dx, dy := b.x-a.x, b.y-a.y
	for _, side := range [4][2]float32{{-dx, a.x - left}, {dx, right - a.x}, {-dy, a.y - top}, {dy, bottom - a.y}} {
		out, room := side[0], side[1]
		switch {
		case out == 0 && room < 0:
			return a, b, false
		case out < 0:
			from = max(from, room/out)
		case out > 0:
			to = min(to, room/out)
		}
	}
	if from > to {
		return a, b, false
	}
	return point{a.x + dx*from, a.y + dy*from, a.cut}, point{a.x + dx*to, a.y + dy*to, b.cut}, true
}
