package screen

import (
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of pictures in an archive
	_ "image/png"
	"io/fs"

	"fyne.io/fyne/v2"
	"golang.org/x/image/draw"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// The limits of a picture. A file of a few kilobytes can claim any size.
const (
	mostSide   = 16_384     // px
	mostPixels = 64_000_000 // of the file
	shownSide  = 1_600      // px of what is kept in memory
)

var errPicture = errors.New("the picture is larger than can be shown")

// medium is one picture: first what it shows in words and what one should know
// before looking; the picture itself only when it is asked for.
func (d Deps) medium(ctx context.Context, r route.Route) *Screen {
	m := d.Archive.Medium(r.ID(0))
	if m == nil {
		return nil
	}
	w, lang := d.named(m.Words, m.ID)
	beside := []*ui.Anchored{one(0, d.Look.Named(d.heading(), lang, w.Title))}
	if !m.Date.IsZero() {
		beside = append(beside, one(ui.Small, d.Look.Words(d.soft(), d.Locale.Date(m.Date))))
	}
	beside = append(beside, one(ui.Small, d.Look.Words(d.caption(), d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit}))),
		one(ui.Tiny, d.Look.Named(d.caption(), d.Archive.Original, m.Rights)))
	if p := d.Archive.Place(m.Place); p != nil {
		beside = append(beside, one(ui.Mid, d.signpost("place/"+p.ID)))
	}
	for _, p := range d.inOrder(m.People) {
		beside = append(beside, one(0, d.personRow(p)))
	}
	var reading []*ui.Anchored
	if r.Get("show") != "" {
		reading = append(reading, one(0, d.picture(ctx, m, w.Title)))
	} else {
		reading = append(reading, d.before(w, lang, r)...)
	}
	reading = append(reading, one(ui.Large, d.say(d.section(), "media.told")))
	text := d.reading(w.Text, lang)
	lead(text, ui.Tiny)
	reading = append(reading, text...)
	reading = append(reading, below(ui.Mid, d.draft(wording{w, lang})...)...)
	reading = append(reading, d.know(m.Sources, "")...)
	return d.pages(w.Title, beside, reading)
}

// before is what one should know before looking, and the way to look.
func (d Deps) before(w content.Words, lang content.Lang, r route.Route) []*ui.Anchored {
	out := []*ui.Anchored{one(0, d.say(d.section(), "media.before"))}
	note := d.reading(w.Note, lang)
	lead(note, ui.Tiny)
	out = append(out, note...)
	word := d.Locale.Say("media.show")
	to := r.With("show", "yes").String()
	show := d.Look.Button("", word, true, voice.Item{Role: voice.Button, Text: word, Action: to}, func() { d.Replace(to) })
	return append(out, one(ui.Mid, d.Look.Row(0, -1, show)))
}

// picture shows the file once it has been read.
func (d Deps) picture(ctx context.Context, m *content.Medium, caption string) fyne.CanvasObject {
	config, err := d.pictureConfig(m)
	if err != nil {
		return d.say(d.soft(), "media.missing")
	}
	p := d.Look.Picture(config.Width, config.Height, caption)
	d.Load(ctx, func(context.Context) (func(), error) {
		img, err := d.readPicture(m)
		if err != nil {
			return nil, err
		}
		return func() { p.Put(img) }, nil
	})
	return p
}

func (d Deps) openPicture(m *content.Medium) (fs.File, error) {
	if d.Files == nil {
		return nil, fmt.Errorf("open picture %s: %w", m.File, fs.ErrNotExist)
	}
	f, err := d.Files.Open("media/" + m.File)
	if err != nil {
		return nil, fmt.Errorf("open picture %s: %w", m.File, err)
	}
	return f, nil
}

// pictureConfig reads a picture's size from its head and refuses what would
// fill the memory.
func (d Deps) pictureConfig(m *content.Medium) (image.Config, error) {
	f, err := d.openPicture(m)
	if err != nil {
		return image.Config{}, err
	}
	defer f.Close()
	config, _, err := image.DecodeConfig(f)
	if err != nil {
		return image.Config{}, fmt.Errorf("read picture %s: %w", m.File, err)
	}
	if config.Width > mostSide || config.Height > mostSide || config.Width*config.Height > mostPixels {
		return image.Config{}, fmt.Errorf("read picture %s, %d by %d px: %w", m.File, config.Width, config.Height, errPicture)
	}
	return config, nil
}

// readPicture reads a picture and makes it as small as it is shown.
func (d Deps) readPicture(m *content.Medium) (image.Image, error) {
	f, err := d.openPicture(m)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("read picture %s: %w", m.File, err)
	}
	size := img.Bounds().Size()
	if longest := max(size.X, size.Y); longest > shownSide {
		size = image.Pt(max(size.X*shownSide/longest, 1), max(size.Y*shownSide/longest, 1))
	}
	shown := image.NewRGBA(image.Rectangle{Max: size})
	draw.ApproxBiLinear.Scale(shown, shown.Bounds(), img, img.Bounds(), draw.Src, nil)
	return shown, nil
}
