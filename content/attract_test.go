package content_test

import (
	"testing"

	"vigil/content"
)

// A perpetrator is found by name, bent as languages bend it, and not in the middle of
// another word.
func TestPerpetratorIn(t *testing.T) {
	a := &content.Archive{People: []*content.Person{
		{ID: "wolf", Name: "Anton Wolf", Names: []string{"אנטון וולף", "أنطون فولف"}, Group: "perpetrator-convicted"},
		{ID: "pot", Name: "An Pot", Group: "perpetrator-accused"},
		{ID: "ana", Name: "Ana Reed", Group: "survivor"},
	}}
	a.Index()
	for text, want := range map[string]string{
		"A street named after Anton Wolf": "wolf", "Wolfs Befehl": "wolf", "wolfovim ljudima": "wolf", "The fall of Wolf.": "wolf", "והוולף": "wolf", "وفولف": "wolf",
		"Grew up in Wolfsburg": "", "Werewolf": "", "The regime of Pot falls": "pot", "A potter": "", "Potter": "", "Ana Reed": "", "": "",
	} {
		got := ""
		if p := a.PerpetratorIn(text); p != nil {
			got = p.ID
		}
		if got != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
	}
}

// An event accuses by its title in any language and by its place's name.
func TestNamesPerpetrator(t *testing.T) {
	a := &content.Archive{
		People: []*content.Person{{ID: "wolf", Name: "Anton Wolf", Group: "perpetrator-convicted"}},
		Places: []*content.Place{{ID: "square", Name: "Anton Wolf Square"}, {ID: "bridge", Name: "The bridge"}},
	}
	a.Index()
	title := func(words string) content.Text { return content.Text{"fr": {Title: words}} }
	for _, test := range []struct {
		event *content.Event
		want  bool
	}{
		{&content.Event{Place: "bridge", Words: title("Un pont")}, false}, {&content.Event{Place: "square", Words: title("Un pont")}, true},
		{&content.Event{Words: title("Le procès de Wolf")}, true}, {&content.Event{People: []string{"wolf"}}, true}, {&content.Event{Place: "nowhere"}, false},
	} {
		if got := a.NamesPerpetrator(test.event) != nil; got != test.want {
			t.Errorf("%+v names a perpetrator: %v", test.event, got)
		}
	}
}
