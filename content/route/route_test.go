package route_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"vigil/content/route"
)

var routes = []struct {
	text string
	want string // its canonical form, or "" where it is no route
}{
	{"home", "home"},
	{"case/bosnia", "case/bosnia"},
	{"case/bosnia/timeline?at=1995-07-11", "case/bosnia/timeline?at=1995-07-11"},
	{"event/bosnia/srebrenica-falls", "event/bosnia/srebrenica-falls"},
	{"speech/power-2010#p4", "speech/power-2010#p4"},
	{"search?q=srebrenica&lang=bs", "search?lang=bs&q=srebrenica"},
	{"search?q=a+b%26c", "search?q=a+b%26c"},
	{"people/rwanda", "people/rwanda"},
	{"home?", "home"},
	{"sources#icty-krstic-aj", "sources#icty-krstic-aj"},

	{"", ""},
	{"Home", ""},
	{"home/", ""},
	{"/home", ""},
	{"case", ""},
	{"case/", ""},
	{"case/bosnia/timeline/more", ""},
	{"case/../home", ""},
	{"case/Bosnia", ""},
	{"case/a--b", ""},
	{"case/-a", ""},
	{"event/bosnia", ""},
	{"home#", ""},
	{"home#a b", ""},
	{"search?q=%zz", ""},
	{"search?a;b", ""},
	{"https://example.org", ""},
	{"javascript:alert(1)", ""},
	{"case/" + strings.Repeat("a", 65), ""},
	{"search?q=" + strings.Repeat("a", 5000), ""},
	{"search?q=" + strings.Repeat("\xe0", 2000), ""},
}

func TestParse(t *testing.T) {
	for _, c := range routes {
		r, err := route.Parse(c.text)
		switch {
		case c.want == "" && !errors.Is(err, route.ErrForm):
			t.Errorf("%.80q is read as %v, %v", c.text, r, err)
		case c.want != "" && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case c.want != "" && r.String() != c.want:
			t.Errorf("%q is %q, want %q", c.text, r, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	r := route.To(route.Case, "bosnia", "timeline").With("at", "1995").At("x")
	if r.String() != "case/bosnia/timeline?at=1995#x" || r.Page() != "case/bosnia/timeline" || r.Get("at") != "1995" || r.ID(2) != "" {
		t.Error(r)
	}
	if again := r.With("at", ""); again.String() != "case/bosnia/timeline#x" || r.Get("at") != "1995" {
		t.Error(again, r)
	}
}

func FuzzRoute(f *testing.F) {
	for _, c := range routes {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := route.Parse(text)
		if err != nil {
			if !errors.Is(err, route.ErrForm) {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		again, err := route.Parse(r.String())
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("%q is %#v, its string %q is %#v, %v", text, r, r, again, err)
		}
	})
}
