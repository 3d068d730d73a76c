package screen_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/authoring"
)

// The people of the album: one who survived, one who was convicted.
const (
	survivor  = "hatidza-mehmedovic"
	convicted = "ratko-mladic"
)

// album is the bundled archive with pictures of every kind: with a content note and
// without, of people of either kind, and damaged ones.
func album(t *testing.T) (*content.Archive, fstest.MapFS) {
	t.Helper()
	shared.Do(func() { shared.archive, shared.files = makeAlbum(t) })
	if shared.archive == nil {
		t.Fatal("there is no album")
	}
	return shared.archive, shared.files
}

// shared is the album, read once.
var shared struct {
	sync.Once
	archive *content.Archive
	files   fstest.MapFS
}

func makeAlbum(t *testing.T) (*content.Archive, fstest.MapFS) {
	t.Helper()
	files := withPicture(t, picture(t, 400, 300))
	var grey bytes.Buffer
	if err := jpeg.Encode(&grey, image.NewGray(image.Rect(0, 0, 300, 400)), nil); err != nil {
		t.Fatal(err)
	}
	add := func(id, file, more, note string, data []byte) {
		files["media/"+file] = &fstest.MapFile{Data: data}
		files["media/"+id+".yaml"] = &fstest.MapFile{Data: []byte("file: " + file + "\ncredit: Credit of " + id + "\nrights: Leave\n" + more)}
		files["media/"+id+".en.yaml"] = &fstest.MapFile{Data: []byte("words:\n  media:\n    title: Title of " + id + "\n    text: Description of " + id + ".\n" + note)}
	}
	note := "    note: A note before it.\n"
	add("square", "square.jpg", "show: page\n", "", grey.Bytes())
	add("portrait", "portrait.png", "show: page\npeople: ["+survivor+"]\n", "", picture(t, 90, 120))
	add("group", "group.png", "show: page\npeople: ["+survivor+", munira-subasic]\n", "", picture(t, 90, 120))
	add("grave", "grave.png", "people: ["+survivor+"]\n", note, picture(t, 90, 120))
	add("dock", "dock.png", "people: ["+convicted+"]\nshow: page\n", "", picture(t, 90, 120))
	add("noted", "noted.png", "show: page\n", note, picture(t, 90, 120))
	add("cut", "cut.jpg", "show: page\n", "", grey.Bytes()[:grey.Len()*2/3])
	add("none", "none.png", "show: page\n", "", []byte("not a picture"))
	timeline := files["cases/bosnia/timeline.yaml"]
	timeline.Data = []byte(strings.Replace(string(timeline.Data), "media: [library]", "media: [library, square, noted, dock, cut, none]", 1))
	folder := authoring.Load(context.Background(), files)
	for _, p := range folder.Problems {
		t.Errorf("the album: %s", p)
	}
	return folder.Archive, files
}

// seen lists the images that come into view on a page, in their order. What failed
// to load is told by words, not by an error.
func seen(t *testing.T, s *screen.Screen, size fyne.Size) int {
	t.Helper()
	s.Body.Resize(size)
	n := 0
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *ui.Picture, *ui.PictureView:
			for _, c := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
				if img, ok := c.(*canvas.Image); ok && img.Image != nil && img.Visible() {
					n++
					return
				}
			}
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(s.Body)
	return n
}

// What is seen unasked is what a curator has said may be, without a content note, and
// nobody who is accused; everything else is led to by its words.
func TestSeenUnasked(t *testing.T) {
	archive, files := album(t)
	event := archive.Case("bosnia").Events[0].Route()
	for _, lang := range []content.Lang{"en", "ar"} {
		d := deps(t, lang)
		d.Archive, d.Files = archive, files
		whole := fyne.NewSize(1600, 9000)
		for address, want := range map[string]int{
			event: 1, "person/" + survivor: 2 /* the portrait and the group */, "person/" + convicted: 0, "media/square": 1, "media/library": 0, "media/noted": 0, "media/dock": 0,
			"media/library?show=yes": 1, "media/cut": 0, "media/none": 0, "pictures": 3,
		} {
			if n := seen(t, build(t, d, address), whole); n != want {
				t.Errorf("%s: on %s %d pictures are seen, want %d", lang, address, n, want)
			}
		}
		// On a row of the survivor, and of nobody else.
		people := build(t, d, "people/bosnia")
		if n := seen(t, people, fyne.NewSize(1600, 60_000)); n != 1 {
			t.Errorf("%s: %d portraits on the rows of people", lang, n)
		}
		on := links(build(t, d, event), "media/")
		for _, id := range []string{"library", "square", "noted", "dock"} {
			if !slices.Contains(on, "media/"+id) {
				t.Errorf("%s: the event does not lead to %s", lang, id)
			}
		}
		if of := links(build(t, d, "person/"+survivor), "media/"); !slices.Equal(of, []string{"media/portrait", "media/grave", "media/group"}) {
			t.Errorf("%s: the survivor's page leads to %v", lang, of)
		}
		if of := links(build(t, d, "person/"+convicted), "media/"); !slices.Equal(of, []string{"media/dock"}) {
			t.Errorf("%s: the convicted's page leads to %v", lang, of)
		}
	}
}

// A picture that is shown says what it shows, in words, and whose it is.
func TestShownPicturesAreTold(t *testing.T) {
	archive, files := album(t)
	d := deps(t, "en")
	d.Archive, d.Files = archive, files
	for _, address := range []string{archive.Case("bosnia").Events[0].Route(), "media/square", "media/square?show=full"} {
		said := words(build(t, d, address).Outline())
		for _, want := range []string{"Title of square", "Description of square.", "Credit of square"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q", address, want)
			}
		}
	}
	missing := d.Locale.Say("media.missing")
	for _, id := range []string{"cut", "none"} {
		for _, show := range []string{"", "?show=full"} {
			s := build(t, d, "media/"+id+show)
			s.Body.Resize(fyne.NewSize(1280, 720))
			if said := words(s.Outline()); !strings.Contains(said, missing) || !strings.Contains(said, "Title of "+id) {
				t.Errorf("media/%s%s says %q", id, show, said)
			}
		}
	}
}

// The page of all pictures leads to each and says which need a note; an archive
// without pictures has none.
func TestAllPictures(t *testing.T) {
	archive, files := album(t)
	d := deps(t, "en")
	if !build(t, d, "pictures").Lost || slices.Contains(screen.Everywhere(d.Archive), "pictures") {
		t.Error("there is a page of no pictures")
	}
	d.Archive, d.Files = archive, files
	if !slices.Contains(screen.Everywhere(archive), "pictures") {
		t.Error("the page of all pictures is nowhere")
	}
	noted := d.Locale.Say("media.noted")
	for _, item := range build(t, d, "pictures").Outline() {
		if item.Role != voice.Link {
			continue
		}
		m := archive.Medium(strings.TrimPrefix(item.Action, "media/"))
		if m == nil || !strings.Contains(item.Text, m.Credit) {
			t.Fatalf("%+v", item)
		}
		needs := !slices.Contains([]string{"square", "portrait", "group", "cut", "none"}, m.ID)
		if strings.Contains(item.Text, noted) != needs {
			t.Errorf("of %s it says %q", m.ID, item.Text)
		}
	}
}

// A picture on the whole screen comes closer, goes further and is left by its stops.
func TestFullScreen(t *testing.T) {
	archive, files := album(t)
	for _, lang := range []content.Lang{"en", "ar", "he"} {
		d := deps(t, lang)
		d.Archive, d.Files = archive, files
		d.Look.Still = true
		at := ""
		d.Replace = func(address string) { at = address }
		for _, stop := range ui.Stops(build(t, d, "media/library?show=yes").Body) {
			if stop.Item.Text == d.Locale.Say("media.closely") {
				stop.Act()
			}
		}
		if at != "media/library?show=full" {
			t.Fatalf("%s: looking closely leads to %q", lang, at)
		}
		s := build(t, d, at)
		s.Body.Resize(fyne.NewSize(1280, 720))
		view := s.Body.(*fyne.Container).Objects[0].(*ui.PictureView)
		press := func(id string) {
			for _, stop := range ui.Stops(s.Body) {
				if stop.Act != nil && stop.Item.Text == d.Locale.Say(id) {
					stop.Act()
					return
				}
			}
			t.Errorf("%s: there is no stop %s", lang, id)
		}
		whole := view.Scale()
		press("timeline.closer")
		closer := view.Scale()
		s.Zoom(1)
		closest := view.Scale()
		if !s.Bare || whole <= 0 || closer <= whole || closest <= closer {
			t.Errorf("%s: %v, then %v, then %v", lang, whole, closer, closest)
		}
		x, y := view.Middle()
		press("media.left")
		press("media.down")
		if nx, ny := view.Middle(); nx >= x || ny <= y {
			t.Errorf("%s: left of and below %.0f, %.0f is %.0f, %.0f", lang, x, y, nx, ny)
		}
		press("timeline.further")
		press("timeline.further")
		if view.Scale() != whole {
			t.Errorf("%s: it does not go back to the whole", lang)
		}
		press("media.close")
		byStop := at
		at = ""
		s.Close()
		if byStop != "media/library?show=yes" || at != byStop {
			t.Errorf("%s: closed it leads to %q and %q", lang, byStop, at)
		}
	}
}

// A row says no more and no less for the portrait on it, and is as high before the
// portrait has come as afterwards.
func TestPortraitsMoveNothing(t *testing.T) {
	archive, files := album(t)
	d := deps(t, "en")
	d.Archive, d.Files = archive, files
	var later []func(context.Context) (func(), error)
	d.Load = func(_ context.Context, fetch func(context.Context) (func(), error)) { later = append(later, fetch) }
	s := build(t, d, "person/"+survivor)
	s.Body.Resize(fyne.NewSize(1600, 1000))
	places := func() string {
		var out strings.Builder
		for _, stop := range ui.Stops(s.Body) {
			fmt.Fprintln(&out, stop.Item.Text, stop.At, stop.Size)
		}
		return out.String()
	}
	before := places()
	if len(later) != 1 {
		t.Fatalf("%d loads", len(later))
	}
	show, err := later[0](t.Context())
	if err != nil {
		t.Fatal(err)
	}
	show()
	if after := places(); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}
