package timeline

import (
	"math"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/content"
)

// measure decides how high labels are and how many rows of them a lane has. Each
// lane has one, the busiest get what is left. Where there is no room for all
// lanes they are drawn as one.
func (a *Axis) measure() {
	a.labels, a.tickWords = map[int]*typeset.Layout{}, map[content.Date]*typeset.Layout{}
	line := float32(math.Round(float64(a.look.Px(labelSize) * labelLeading)))
	a.track = line + 2
	a.folded, a.labelLines = true, 2
	for lines := 2; lines >= 1 && a.folded; lines-- {
		if float32(len(a.cfg.Lanes))*(a.track+float32(lines)*line+rowGap) <= a.scaleTop() {
			a.folded, a.labelLines = false, lines
		}
	}
	a.labelHeight = float32(a.labelLines)*line + 4
	a.share(a.scaleTop())
	a.widths()
}

// share gives the height of the axis to its lanes.
func (a *Axis) share(height float32) {
	busy := make([]int, max(a.drawn(), 1))
	for i := range a.boxes {
		a.boxes[i].lane = a.lane(a.cfg.Items[i].Lane)
		busy[a.boxes[i].lane]++
	}
	a.rows = make([]int, len(busy))
	pitch := a.pitch()
	first := max(a.labelHeight-4+rowGap, ui.Touch-a.track) // the track is part of the first row's target
	for i := range a.rows {
		a.rows[i] = 1
		height -= a.track + first
	}
	for ; height >= pitch; height -= pitch {
		most := 0
		for i := range busy {
			if busy[i]*a.rows[most] > busy[most]*a.rows[i] {
				most = i
			}
		}
		a.rows[most]++
	}
	a.tops = make([]float32, 1, len(busy)+1)
	spare := max(height, 0) / float32(len(busy))
	for i := range busy {
		a.tops = append(a.tops, a.tops[i]+a.track+first+float32(a.rows[i]-1)*pitch+spare)
	}
}

// pitch is from one row of labels to the next: far enough for two fingers.
func (a *Axis) pitch() float32 { return max(a.labelHeight-4+rowGap, ui.Touch) }

// drawn is how many lanes are drawn.
func (a *Axis) drawn() int {
	if a.folded {
		return 1
	}
	return len(a.cfg.Lanes)
}

// lane is where a lane is drawn.
func (a *Axis) lane(lane int) int {
	if a.folded {
		return 0
	}
	return lane
}

// widths gives each label about the room that its words need.
func (a *Axis) widths() {
	letter := a.look.Px(labelSize) * 0.5
	for i, e := range a.cfg.Items {
		letters := float32(len([]rune(e.Title)) + len([]rune(a.when(e))) + 2)
		wide := letters*letter/float32(a.labelLines)*1.15 + letter*4
		a.boxes[i].width = float64(min(max(wide, letter*9), letter*32) + labelIndent)
	}
	a.plan = nil
	clear(a.labels)
}
