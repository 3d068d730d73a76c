package screen

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/picture"
)

// How large pictures are read, px of the longest side, and shown, px at 1x.
const (
	shownSide    = 1_200 // of the one picture that a page is about
	besideSide   = 900
	faceSide     = 112 // what a face on a row is made from
	mostOnPage   = 720 // high
	mostInStory  = 440
	mostPortrait = 340
	lowPortrait  = 220
	face         = 72
	mostAtOnce   = 6 // are read before those that are ready are shown
)

// hasPictures reports whether there is a page of all pictures to lead to.
func (d page) hasPictures() bool { return len(d.Archive.Media) > 0 }

// pictures lists all pictures of the archive. Of those that need a note the note is
// announced, and nothing is seen.
func (d page) pictures() *Screen {
	if !d.hasPictures() {
		return nil
	}
	title := d.Locale.Say("media.title")
	beside := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title)), one(ui.Mid, d.say(d.soft(), "media.lead"))}
	var items []*ui.Anchored
	for _, m := range d.Archive.Media {
		w, lang := d.named(m.Words, m.ID)
		var date, noted string
		if !m.Date.IsZero() {
			date = d.Locale.Date(m.Date)
		}
		var end []fyne.CanvasObject
		if d.unasked(m) {
			end = d.thumb(m)
		} else {
			noted = d.Locale.Say("media.noted")
		}
		credit := d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit})
		items = append(items, one(0, d.rowOf(w.Title, lang, []string{d.joined(dot, date, credit), noted}, "media/"+m.ID, end...)))
	}
	return d.pages(title, beside, items)
}

// unasked reports whether a picture may be seen by who has not asked for it: its
// curator says so, it has no content note, and it shows nobody who is accused.
func (d page) unasked(m *content.Medium) bool {
	return d.Files != nil && d.gallery != nil && m.Unasked() && !d.accuses(m)
}

// accuses reports whether a picture shows somebody who is accused.
func (d page) accuses(m *content.Medium) bool {
	return slices.ContainsFunc(m.People, func(id string) bool {
		p := d.Archive.Person(id)
		return p != nil && p.Accused()
	})
}

// portraitOf is the picture of one person alone that may be seen unasked, or nil.
func (d page) portraitOf(p *content.Person) *content.Medium {
	for _, m := range d.Archive.Media {
		if len(m.People) == 1 && m.People[0] == p.ID && d.unasked(m) {
			return m
		}
	}
	return nil
}

// portrait is what somebody looked like, where the archive may show it.
func (d page) portrait(p *content.Person) []*ui.Anchored {
	m := d.portraitOf(p)
	if m == nil {
		return nil
	}
	most := float32(mostPortrait)
	if d.Look.Narrow && !d.Look.Portrait {
		most = lowPortrait // a low screen shows the name with it
	}
	picture := d.leading(m, most)
	if picture == nil {
		return nil
	}
	return []*ui.Anchored{one(0, picture), one(ui.Tiny, d.credit(m)), one(ui.Mid, ui.Gap(1))}
}

// face is a portrait at the end of a row, or nothing.
func (d page) face(p *content.Person) []fyne.CanvasObject {
	if m := d.portraitOf(p); m != nil {
		return d.thumb(m)
	}
	return nil
}

// picturesOf shows or leads to the pictures somebody is on, but for the portrait that stands
// on the page already.
func (d page) picturesOf(p *content.Person) []*ui.Anchored {
	portrait := d.portraitOf(p)
	var ids []string
	for _, m := range d.Archive.Media {
		if m != portrait && slices.Contains(m.People, p.ID) {
			ids = append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return append([]*ui.Anchored{one(ui.Huge, d.say(d.section(), "media.title"))}, d.picturesAt(ids)...)
}

// picturesAt shows the pictures of something where they may be seen unasked, and
// leads to the others by their content notes.
func (d page) picturesAt(ids []string) []*ui.Anchored {
	var out []*ui.Anchored
	row := false
	for _, id := range ids {
		m := d.Archive.Medium(id)
		if m == nil {
			continue
		}
		if d.unasked(m) {
			if picture := d.leading(m, mostInStory); picture != nil {
				w, lang := d.named(m.Words, m.ID)
				out = append(out, one(ui.Mid, picture), one(ui.Tiny, d.Look.Named(d.soft(), lang, w.Title)), one(2, d.credit(m)))
				row = false
				continue
			}
		}
		above := ui.Mid
		if row {
			above = 0
		}
		out, row = append(out, one(above, d.signpost("media/"+id))), true
	}
	return out
}

// leading is a picture that leads to its own page, or nil where it cannot be shown.
func (d page) leading(m *content.Medium, most float32) fyne.CanvasObject {
	w, lang := d.named(m.Words, m.ID)
	item := voice.Item{Role: voice.Link, Text: w.Title + ". " + w.Text.Plain(), Action: "media/" + m.ID, Lang: d.spokenIn(lang)}
	return d.framed(m, besideSide, most, item, func() { d.Go("media/" + m.ID) })
}

// framed is a picture at the size it will have, read once it is about to be seen; nil
// where its file does not say a size.
func (d page) framed(m *content.Medium, longest int, most float32, item voice.Item, open func()) fyne.CanvasObject {
	size, err := measure(d.Files, m)
	if err != nil {
		slog.Warn("measure picture", "id", m.ID, "err", err)
		return nil
	}
	p := d.Look.Picture(size.X, size.Y, item, open).AtMost(most)
	box := ui.Stack(0, p)
	read := func(ctx context.Context, file *picture.Picture) (*image.RGBA, error) { return file.Read(ctx, longest) }
	p.Wanted(func() {
		d.gallery.bring(wanted{d.Files, m, read, func(img *image.RGBA) {
			if img == nil {
				ui.Swap(box, d.say(d.soft(), "media.missing"))
				return
			}
			p.Put(img)
		}})
	})
	return box
}

// thumb is a small square of a picture at the end of a row.
func (d page) thumb(m *content.Medium) []fyne.CanvasObject {
	p := d.Look.Thumb(face)
	read := func(ctx context.Context, file *picture.Picture) (*image.RGBA, error) {
		return file.Square(ctx, faceSide)
	}
	p.Wanted(func() {
		d.gallery.bring(wanted{d.Files, m, read, func(img *image.RGBA) {
			if img != nil {
				p.Put(img)
			}
		}})
	})
	return []fyne.CanvasObject{p}
}

// gallery brings the pictures of a page, a few at a time and no two at once.
type gallery struct {
	load  ui.Fetch
	queue []wanted
	busy  bool
}

// wanted is a picture that is about to be seen. show is given nil where it cannot be.
type wanted struct {
	files fs.FS
	m     *content.Medium
	read  func(context.Context, *picture.Picture) (*image.RGBA, error)
	show  func(*image.RGBA)
}

var errNoFiles = errors.New("the archive's files are not at hand")

func measure(files fs.FS, m *content.Medium) (image.Point, error) {
	if files == nil {
		return image.Point{}, errNoFiles
	}
	return picture.Measure(files, "media/"+m.File)
}

// bring queues a picture.
func (g *gallery) bring(w wanted) {
	g.queue = append(g.queue, w)
	g.next()
}

func (g *gallery) next() {
	if g.busy || len(g.queue) == 0 {
		return
	}
	g.busy = true
	n := min(len(g.queue), mostAtOnce)
	batch := g.queue[:n:n]
	g.queue = g.queue[n:]
	g.load(func(ctx context.Context) (func(), error) {
		got := make([]*image.RGBA, n)
		for i, w := range batch {
			got[i] = w.image(ctx)
		}
		return func() {
			g.busy = false
			for i, w := range batch {
				w.show(got[i])
			}
			g.next()
		}, nil
	})
}

// image is nil where the picture cannot be shown: the page stands without it.
func (w wanted) image(ctx context.Context) *image.RGBA {
	file, err := picture.Open(w.files, "media/"+w.m.File)
	var img *image.RGBA
	if err == nil {
		img, err = w.read(ctx, file)
	}
	if err != nil && ctx.Err() == nil {
		slog.Warn("show picture", "id", w.m.ID, "err", err)
	}
	return img
}

// open reads a picture for a view: first small, so that there is something to see,
// then its tiles. done hears whether there is anything.
func (g *gallery) open(files fs.FS, m *content.Medium, view *ui.PictureView, done func(shown bool)) {
	g.load(func(ctx context.Context) (func(), error) {
		w := wanted{files: files, m: m}
		var file *picture.Picture
		w.read = func(ctx context.Context, f *picture.Picture) (*image.RGBA, error) {
			file = f
			return f.Read(ctx, shownSide)
		}
		img := w.image(ctx)
		return func() {
			if img == nil {
				done(false)
				return
			}
			view.Put(img)
			done(true)
			g.deepen(file, view)
		}, nil
	})
}

func (g *gallery) deepen(file *picture.Picture, view *ui.PictureView) {
	g.load(func(ctx context.Context) (func(), error) {
		deep, err := file.Deep(ctx)
		if err != nil {
			return nil, err
		}
		return func() { view.Deepen(deep) }, nil
	})
}
