package kiosk_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/kiosk"
	"vigil/app/ui"
	"vigil/content"
)

// A picture that has the whole screen is left by whatever goes back, to the page that
// it was opened from, which is left as any other.
func TestFullPictureIsLeft(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	words := func(title string) content.Text { return content.Text{"en": {Title: title}} }
	a := &content.Archive{ID: "album", Original: "en", Languages: []content.Lang{"en"}, Words: words("Album"), Media: []*content.Medium{{ID: "field", File: "field.png", Credit: "Own", Words: words("A field")}}}
	a.Index()
	for name, leave := range map[string]func(*kiosk.Shell){
		"back": (*kiosk.Shell).Back, "Escape": func(s *kiosk.Shell) { s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Backspace": func(s *kiosk.Shell) { s.Key(&fyne.KeyEvent{Name: fyne.KeyBackspace}) },
		"the stop": func(s *kiosk.Shell) {
			s.Step(-1) // from the end: the way back is last
			s.Act()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := kiosk.New(kiosk.Config{
				World: kiosk.World{
					Archive: a, Catalogue: catalogue(), Setter: setter(),
					Files: fstest.MapFS{"media/field.png": &fstest.MapFile{Data: file.Bytes()}},
				},
				Lang: "en", Accepting: true, Now: time.Now,
				Load: ui.LoadNow(func(err error) { t.Errorf("load: %v", err) }),
			})
			s.Content().Resize(landscape)
			s.Go("pictures")
			s.Go("media/field?show=yes")
			s.Replace("media/field?show=full")
			before := s.Address()
			s.Letter('+')
			if s.Address() != before || !s.Screen().Bare {
				t.Fatalf("at %s", s.Address())
			}
			if leave(s); s.Address() != "media/field?show=yes" || s.Screen().Bare {
				t.Errorf("left for %s", s.Address())
			}
			if s.Back(); s.Address() != "pictures" {
				t.Errorf("and then for %s", s.Address())
			}
		})
	}
}
