package main

import (
	"fmt"

	"fyne.io/fyne/v2"

	"vigil/app/kiosk"
	"vigil/app/ui/timeline"
	"vigil/content"
)

// seen are the windows and sizes of text in which first views of timelines are
// measured, px at 1x and parts of 100 %.
var (
	seen  = []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 1366, Height: 768}}
	texts = []float32{1, 2}
)

// axes is what can be read at the first view of each history's timeline, from left to right and from right to left: of each,
// and of all together.
type axes struct {
	each map[string]float64
	all  timeline.Legible
}

// written are the languages in which they are: one of each direction.
var written = []content.Lang{"en", "ar"}

// measure lays the timelines out in each window and size of text; the kiosk is as it
// was afterwards.
func (x *axes) measure(shell *kiosk.Shell) {
	x.each = map[string]float64{}
	root := shell.Content()
	was, look := root.Size(), shell.Look()
	for _, lang := range written {
		shell.Speak(lang)
		for _, size := range seen {
			root.Resize(size)
			for _, text := range texts {
				shell.SetText(text)
				for _, c := range shell.Archive().Cases {
					shell.Go("case/" + c.ID + "/timeline")
					if axis := timeline.Find(shell.Screen().Body); axis != nil {
						x.add(fmt.Sprintf("axis_%s_%s_%.0fx%.0f_%.0f_", lang, named(c.ID), size.Width, size.Height, text*100), axis.Legible())
					}
				}
			}
		}
	}
	root.Resize(was)
	shell.Speak(content.Lang(look.Lang))
	shell.SetText(look.Text)
	shell.Go("home")
}

func (x *axes) add(name string, l timeline.Legible) {
	one := axes{all: l}
	x.each[name+"leads_percent"], x.each[name+"told_percent"], x.each[name+"used_percent"] = one.leads(), one.told(), 100*l.Used
	x.all.Leads += l.Leads
	x.all.LeadsWhole += l.LeadsWhole
	x.all.Events += l.Events
	x.all.Read += l.Read
	x.all.Counted += l.Counted
	x.all.Elided += l.Elided
}

// leads is the share of lead events whose whole title can be read, percent.
func (x axes) leads() float64 { return percent(x.all.LeadsWhole, x.all.Leads) }

// told is the share of events that can be read or are counted, percent.
func (x axes) told() float64 { return percent(x.all.Read+x.all.Counted, x.all.Events) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}
