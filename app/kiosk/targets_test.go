package kiosk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// sampled is all of a list, or with -short one in six: with the race detector
// a walk looks for what happens at once, not at every page.
func sampled[T any](all []T) []T {
	if !testing.Short() {
		return all
	}
	var out []T
	for i := 0; i < len(all); i += 6 {
		out = append(out, all[i])
	}
	return out
}

// pages is the route of a page of each kind, and of every n-th event, person,
// place and organisation.
func pages(n int) []string {
	a := archive()
	out := []string{
		"languages", "home", "speeches", "people", "places", "organisations", "glossary", "sources", "search",
		"search?q=srebrenica", "search?q=zzzzzz", "pause", "about", "place/nowhere",
	}
	for _, c := range a.Cases {
		out = append(out, "case/"+c.ID, "people/"+c.ID)
		for _, part := range route.CaseParts {
			out = append(out, "case/"+c.ID+"/"+part)
		}
	}
	for _, s := range a.Speeches {
		out = append(out, "speech/"+s.ID)
	}
	some := func(i int, address string) {
		if i%n == 0 {
			out = append(out, address)
		}
	}
	for i, e := range a.Events() {
		some(i, e.Route())
	}
	for i, p := range a.People {
		some(i, "person/"+p.ID)
	}
	for i, p := range a.Places {
		some(i, "place/"+p.ID)
	}
	for i, o := range a.Organisations {
		some(i, "organisation/"+o.ID)
	}
	for i, t := range a.Terms {
		some(i, "term/"+t.ID)
	}
	return out
}

// setting is how a visitor has the kiosk.
type setting struct {
	size fyne.Size
	lang content.Lang
	text float32
}

func (s setting) String() string {
	return fmt.Sprintf("%gx%g %s %g%%", s.size.Width, s.size.Height, s.lang, s.text*100)
}

func settings() []setting {
	var out []setting
	for _, size := range []fyne.Size{landscape, portrait} {
		for _, lang := range []content.Lang{"en", "ar"} {
			for _, text := range []float32{1, 2} {
				out = append(out, setting{size, lang, text})
			}
		}
	}
	return out
}

// through goes through a page from its top to its end and visits all that can
// be touched on each view of it. It visits three views of a long page.
func through(s *shell, address string, visit func([]ui.Target)) {
	s.Go(address)
	visit(s.Targets())
	for range 2 {
		main := s.Screen().Main
		if main == nil {
			return
		}
		if _, below := main.More(); !below {
			return
		}
		main.Page(1)
		visit(s.Targets())
	}
}

// A finger needs 64 px, whatever the page, the language, the screen and the
// size of the text.
func TestTargetsAreLargeEnough(t *testing.T) {
	addresses := sampled(pages(12))
	for i, set := range sampled(settings()) {
		t.Run(set.String(), func(t *testing.T) {
			s := newShell(t, set.size)
			s.Speak(set.lang)
			s.SetText(set.text)
			for j, address := range addresses {
				if j >= 22 && j%2 != i%2 {
					continue // the other pages of a kind look the same
				}
				through(s, address, func(targets []ui.Target) {
					if len(targets) < 9 {
						t.Errorf("%s: %d targets, less than the bar has", address, len(targets))
					}
					for _, target := range targets {
						if target.Size.Width < ui.Touch || target.Size.Height < ui.Touch {
							t.Errorf("%s: %q is %gx%g", address, target.Item.Text, target.Size.Width, target.Size.Height)
						}
						if target.At.X < 0 || target.At.X+target.Size.Width > set.size.Width {
							t.Errorf("%s: %q stands at %g, %g wide", address, target.Item.Text, target.At.X, target.Size.Width)
						}
					}
				})
			}
		})
	}
}

// Two things that can be touched never share a place, or a finger would not
// know which it gets.
func TestTargetsKeepApart(t *testing.T) {
	for _, set := range sampled(settings()) {
		t.Run(set.String(), func(t *testing.T) {
			s := newShell(t, set.size)
			s.Speak(set.lang)
			s.SetText(set.text)
			for _, address := range sampled(pages(1000)) {
				through(s, address, func(targets []ui.Target) {
					page := slices.DeleteFunc(slices.Clone(targets), func(t ui.Target) bool {
						// The bar, and what lies partly under it or under the field.
						return t.At.Y+t.Size.Height > set.size.Height-ui.BarHeight || t.Item.Role == voice.Field
					})
					for i, a := range page {
						for _, b := range page[:i] {
							if a.At.X < b.At.X+b.Size.Width-1 && b.At.X < a.At.X+a.Size.Width-1 && a.At.Y < b.At.Y+b.Size.Height-1 && b.At.Y < a.At.Y+a.Size.Height-1 {
								t.Errorf("%s: %q lies on %q", address, a.Item.Text, b.Item.Text)
							}
						}
					}
				})
			}
		})
	}
}

// Every target says what it is, and every link on a page leads to a place.
func TestTargetsAreNamedAndLead(t *testing.T) {
	s := newShell(t, landscape)
	for _, address := range sampled(pages(6)) {
		through(s, address, func(targets []ui.Target) {
			for _, target := range targets {
				if strings.TrimSpace(target.Item.Text) == "" {
					t.Errorf("%s: a target says nothing: %+v", address, target)
				}
				if target.Item.Role != voice.Link || strings.HasPrefix(target.Item.Action, "lang:") {
					continue
				}
				if _, err := route.Parse(target.Item.Action); err != nil {
					t.Errorf("%s: %q leads to %q: %v", address, target.Item.Text, target.Item.Action, err)
				}
			}
		})
	}
}

// What a link says it leads to is where a finger gets.
func TestTapsLeadWhereTheySay(t *testing.T) {
	s := newShell(t, landscape)
	for _, address := range []string{"home", timeline, falls, "case/bosnia", "people", "search?q=srebrenica", "speeches"} {
		s.Go(address)
		targets := s.Targets()
		tapped := 0
		for _, target := range targets {
			if target.Item.Role != voice.Link || target.At.Y+target.Size.Height > landscape.Height-ui.BarHeight {
				continue
			}
			s.Go("pause")
			s.Go(address)
			tap(s, target)
			if s.Address() != target.Item.Action {
				t.Errorf("%s: %q says it leads to %s and leads to %s", address, target.Item.Text, target.Item.Action, s.Address())
			}
			tapped++
		}
		if tapped == 0 {
			t.Errorf("%s has no link in view", address)
		}
	}
}
