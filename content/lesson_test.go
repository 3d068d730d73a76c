package content_test

import (
	"testing"

	"vigil/content"
)

var ages = []struct {
	written string
	want    content.Ages
	ok      bool
}{
	{"15-18", content.Ages{From: 15, To: 18}, true},
	{"15–18", content.Ages{From: 15, To: 18}, true},
	{" 15 - 18 ", content.Ages{From: 15, To: 18}, true},
	{"15+", content.Ages{From: 15}, true},
	{"15 +", content.Ages{From: 15}, true},
	{"15", content.Ages{From: 15, To: 15}, true},
	{"15-15", content.Ages{From: 15, To: 15}, true},
	{"6-99", content.Ages{From: 6, To: 99}, true},
	{"", content.Ages{}, false},
	{"-", content.Ages{}, false},
	{"+", content.Ages{}, false},
	{"15-", content.Ages{}, false},
	{"-18", content.Ages{}, false},
	{"18-15", content.Ages{}, false},
	{"15+-18", content.Ages{}, false},
	{"15-18+", content.Ages{}, false},
	{"15++", content.Ages{}, false},
	{"+15", content.Ages{}, false},
	{"15-+18", content.Ages{}, false},
	{"15--18", content.Ages{}, false},
	{"5-18", content.Ages{}, false},
	{"15-100", content.Ages{}, false},
	{"15.5", content.Ages{}, false},
	{"0x0f", content.Ages{}, false},
	{"fifteen", content.Ages{}, false},
	{"99999999999999999999", content.Ages{}, false},
}

func TestParseAges(t *testing.T) {
	for _, tt := range ages {
		if got, ok := content.ParseAges(tt.written); got != tt.want || ok != tt.ok {
			t.Errorf("%q is read as %v, %t; want %v, %t", tt.written, got, ok, tt.want, tt.ok)
		}
	}
	if got := (content.Ages{}).String(); got != "" {
		t.Errorf("ages that say nothing are written %q", got)
	}
}

// What is read is an age that somebody can have, and is read again as it is written.
func FuzzParseAges(f *testing.F) {
	for _, tt := range ages {
		f.Add(tt.written)
	}
	f.Fuzz(func(t *testing.T, written string) {
		got, ok := content.ParseAges(written)
		if !ok {
			if got != (content.Ages{}) {
				t.Errorf("%q is refused, and read as %v", written, got)
			}
			return
		}
		if got.From < 6 || got.From > 99 || got.To != 0 && (got.To < got.From || got.To > 99) {
			t.Errorf("%q is read as %v", written, got)
		}
		if again, ok := content.ParseAges(got.String()); !ok || again != got {
			t.Errorf("%q is read as %v, written as %q, and read as %v", written, got, got, again)
		}
	})
}

func TestAgesMeet(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"15-18", "15-18", true},
		{"15-18", "18+", true},
		{"15-17", "18+", false},
		{"11-14", "14-16", true},
		{"11-13", "14-16", false},
		{"18+", "20+", true},
		{"15", "11-14", false},
		{"15", "11-15", true},
		{"", "15-18", true},
		{"", "", true},
	} {
		a, _ := content.ParseAges(tt.a)
		b, _ := content.ParseAges(tt.b)
		if a.Meets(b) != tt.want || b.Meets(a) != tt.want {
			t.Errorf("%q and %q: %t and %t, want %t", tt.a, tt.b, a.Meets(b), b.Meets(a), tt.want)
		}
	}
}
