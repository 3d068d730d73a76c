package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// Reading is how a visitor reads.
type Reading struct {
	Text                float32 // 1 to 2
	Light, Still, Aloud bool
	Rate                float64 // of the voice; 1 is its own
}

// TextSizes are the steps of the size of text.
var textSizes = []float32{1, 1.25, 1.5, 2}

// rates are the steps of the voice's speed.
var rates = []float64{0.75, 1, 1.25, 1.5}

// settings are the choices of how to read, each beside its name.
func (d page) settings() []*ui.Anchored {
	r := d.Reading
	if d.Read == nil {
		return nil
	}
	change := func(set func(*Reading)) { next := r; set(&next); d.Read(next) }
	percent := func(id string, part float64) string {
		return d.Locale.SayWith(id, map[string]string{"percent": d.Locale.Digits(strconv.Itoa(int(part*100 + 0.5)))})
	}
	var sizes, speeds []fyne.CanvasObject
	for _, size := range textSizes {
		sizes = append(sizes, d.choice(percent("textsize.value", float64(size)), r.Text == size, func() { change(func(r *Reading) { r.Text = size }) }))
	}
	for _, rate := range rates {
		speeds = append(speeds, d.choice(percent("voice.rate", rate), r.Rate == rate, func() { change(func(r *Reading) { r.Rate = rate }) }))
	}
	either := func(no, yes string, on bool, set func(bool)) []fyne.CanvasObject {
		return []fyne.CanvasObject{
			d.choice(d.Locale.Say(no), !on, func() { set(false) }), d.choice(d.Locale.Say(yes), on, func() { set(true) }),
		}
	}
	out := []*ui.Anchored{one(0, d.Look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.2}, d.Locale.Say("settings.title")))}
	for _, group := range []struct {
		id      string
		choices []fyne.CanvasObject
	}{
		{"textsize.title", sizes},
		{"settings.contrast", either("contrast.dark", "contrast.light", r.Light, func(on bool) { change(func(r *Reading) { r.Light = on }) })},
		{"settings.motion", either("settings.full", "settings.less", r.Still, func(on bool) { change(func(r *Reading) { r.Still = on }) })},
		{"settings.voice", either("settings.silent", "settings.aloud", r.Aloud, func(on bool) { change(func(r *Reading) { r.Aloud = on }) })},
		{"", speeds},
	} {
		if group.id != "" {
			out = append(out, one(ui.Mid, d.say(d.label(), group.id)))
		}
		out = append(out, one(0, d.Look.Wrap(0, group.choices...)))
	}
	return out
}
