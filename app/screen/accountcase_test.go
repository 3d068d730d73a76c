package screen_test

import (
	"testing"

	"vigil/content"
	"vigil/content/route"
)

// A route to a paragraph of a history tells that paragraph alone, so that a class is not
// shown what comes after it before it has been told; one to a heading tells all that
// stands under it, and one to nothing the whole.
func TestAccountOfAHistory(t *testing.T) {
	for _, tt := range []struct {
		anchor   string
		headings int
		first    string // the id of the block that comes first
		one      bool   // it is the only one
	}{
		{"#p1", 0, "p1", true},
		{"#p2", 0, "p2", true},
		{"#h1", 1, "h1", false},
		{"#h2", 1, "h2", false},
		{"", 3, "h1", false},
	} {
		for _, id := range []string{"bosnia", "rwanda", "darfur", "holocaust"} {
			r, err := route.Parse("case/" + id + "/essay" + tt.anchor)
			if err != nil {
				t.Fatal(err)
			}
			account, ok := deps(t, "en").Account(r)
			if !ok || len(account.Text) == 0 {
				t.Errorf("%s tells nothing", r)
				continue
			}
			headings := 0
			for _, b := range account.Text {
				if b.Kind == content.Heading && b.Level == 2 {
					headings++
				}
			}
			if account.Text[0].ID != tt.first || (len(account.Text) == 1) != tt.one || headings < min(tt.headings, 2) || tt.headings < 2 && headings != tt.headings {
				t.Errorf("%s tells %d blocks, %d headings, from %q", r, len(account.Text), headings, account.Text[0].ID)
			}
		}
	}
}
