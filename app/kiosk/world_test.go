package kiosk_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/kiosk"
	"vigil/content"
	"vigil/content/authoring"
)

// saved is the archive as it may be saved while it is shown.
func saved(change func(a *content.Archive)) kiosk.World {
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	change(a)
	a.Index()
	return kiosk.World{Archive: a, Catalogue: catalogue(), Setter: setter(), Finder: kiosk.NewFinder(a)}
}

func retitled(a *content.Archive) {
	words := a.Event("bosnia", "srebrenica-falls").Words
	w := words["de"]
	w.Title = "Ein anderer Titel"
	words["de"] = w
}

func TestShowKeepsTheVisit(t *testing.T) {
	s := newShell(t, fyne.NewSize(1000, 700))
	s.Go("home")
	s.Go(falls)
	s.Speak("de")
	s.SetText(1.25)
	s.Keep(falls)
	s.Screen().Main.MoveTo(400)
	spot := s.Screen().Main.Spot()
	s.Show(saved(retitled), true)
	if !strings.Contains(s.said(), "Ein anderer Titel") {
		t.Errorf("what was saved is not shown: %s", s.said())
	}
	if s.Address() != falls || s.Look().Text != 1.25 || s.Look().Lang != "de" {
		t.Errorf("at %s, text %v, in %s", s.Address(), s.Look().Text, s.Look().Lang)
	}
	if now := s.Screen().Main.Spot(); now.FromLast != spot.FromLast || now.Above-spot.Above > 0.01 {
		t.Errorf("it stood at %+v and stands at %+v", spot, now)
	}
	if !strings.Contains(outlined(s), catalogue().Locale("de").Say("visit.kept")) {
		t.Error("what was kept is kept no more")
	}
	s.Back()
	if s.Address() != "home" {
		t.Errorf("back leads to %s", s.Address())
	}
}

func outlined(s *shell) string {
	var all []string
	for _, item := range s.Outline() {
		all = append(all, item.Text)
	}
	return strings.Join(all, "\n")
}

func TestShowLeavesThePageWhereNothingOnItHasChanged(t *testing.T) {
	s := newShell(t, landscape)
	s.Go(falls)
	page, painted := s.Screen(), len(s.shown)
	world := saved(func(*content.Archive) {})
	s.Show(world, false)
	if s.Screen() != page || len(s.shown) != painted {
		t.Error("the page is made anew")
	}
	if s.Archive() != world.Archive || s.World().Finder != world.Finder {
		t.Error("the world is not the new one")
	}
}

func TestShowOfAPageThatIsGone(t *testing.T) {
	s := newShell(t, landscape)
	s.Go(falls)
	s.Show(saved(func(a *content.Archive) { a.Event("bosnia", "srebrenica-falls").ID = "renamed" }), true)
	if s.Address() != falls || !s.Screen().Lost {
		t.Errorf("at %s, lost %v", s.Address(), s.Screen().Lost)
	}
	s.Show(kiosk.World{Archive: archive(), Catalogue: catalogue(), Setter: setter(), Finder: finder()}, true)
	if s.Screen().Lost {
		t.Error("what is there again is not shown")
	}
}

func TestUnusedKeysAreHandedOn(t *testing.T) {
	var heard []fyne.KeyName
	s := kiosk.New(kiosk.Config{
		World: kiosk.World{Archive: archive(), Catalogue: catalogue(), Setter: setter()}, Lang: "en", Accepting: true,
		Unused: func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) },
	})
	s.Content().Resize(landscape)
	s.Go("home")
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyF6, fyne.KeyEscape} {
		s.Key(&fyne.KeyEvent{Name: name})
	}
	if len(heard) != 1 || heard[0] != fyne.KeyF6 {
		t.Errorf("handed on %v", heard)
	}
}
