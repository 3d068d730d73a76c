package classroom_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"vigil/app/classroom"
	"vigil/content"
)

// sentences are texts with a bar wherever a sentence ends before another.
var sentences = []string{
	"They came. |They were taken. |Nobody asked.",
	"Am 11. Juli 1995 fiel die Stadt. |S. Power sprach davon.",
	"„Nie wieder.“ |Das Versprechen.",
	"Il l'a dit\u00a0: «\u00a0Jamais plus.\u00a0» |Puis il est parti.",
	"Pourquoi\u00a0? |Parce que.",
	"لماذا؟ |لأن أحدا لم يسأل. |ثم مضوا.",
	"U.N. forces left. |(He said so.) |She agreed.",
	"No end",
	"One. ",
	"",
	"។ |ខ្មែរ",
	"Is it so?! |It is … |so.",
	"3.5 million",
}

func TestSentenceEnds(t *testing.T) {
	for _, with := range sentences {
		var want []int
		plain := ""
		for _, piece := range strings.SplitAfter(with, "|") {
			plain += strings.TrimSuffix(piece, "|")
			if strings.HasSuffix(piece, "|") {
				want = append(want, len(plain))
			}
		}
		if got := classroom.SentenceEnds(plain); !slices.Equal(got, want) {
			t.Errorf("%q: sentences end at %v, not %v", plain, got, want)
		}
	}
}

// What belongs together is not parted even where no sentence has room.
func TestWordEnds(t *testing.T) {
	for with, name := range map[string]string{
		"Am |11. Juli |fiel":            "a day and its month",
		"the |writer |S. Power |spoke":  "an initial and the name",
		"Pourquoi\u00a0? |Parce":        "a French mark and its word",
		"the |end. |Next":               "a sentence's end",
		"١١. يوليو |كان":                "a day in Arabic digits",
		"neither\u2007here nor\u202fno": "fixed spaces",
	} {
		plain := strings.ReplaceAll(with, "|", "")
		var out strings.Builder
		from := 0
		for _, end := range classroom.WordEnds(plain) {
			out.WriteString(plain[from:end] + "|")
			from = end
		}
		out.WriteString(plain[from:])
		if name == "fixed spaces" {
			with = "neither\u2007here |nor\u202fno"
		}
		if out.String() != with {
			t.Errorf("%s: parted as %q, not %q", name, out.String(), with)
		}
	}
}

// Wherever a block is parted, its halves are the whole in the same styles, and no letter
// is torn.
func FuzzBreaks(f *testing.F) {
	for _, s := range sentences {
		f.Add(strings.ReplaceAll(s, "|", ""), 7, 12)
	}
	f.Add("a\xff. b", 1, 2)
	f.Fuzz(func(t *testing.T, plain string, bold, room int) {
		if len(plain) > 5000 {
			return
		}
		at := 0
		if len(plain) > 0 && bold > 0 {
			at = bold % len(plain)
			for at > 0 && !utf8.RuneStart(plain[at]) {
				at--
			}
		}
		b := content.Block{Kind: content.Item, Level: 1, Number: 3, Spans: []content.Span{{Text: plain[:at]}, {Text: plain[at:], Style: content.Strong}}}
		styled := func(blocks ...content.Block) string {
			var out strings.Builder
			for _, b := range blocks {
				for _, s := range b.Spans {
					for _, r := range s.Text {
						out.WriteRune(r)
						if s.Style == content.Strong {
							out.WriteByte('*')
						}
					}
				}
			}
			return out.String()
		}
		for _, ends := range [][]int{classroom.SentenceEnds(plain), classroom.WordEnds(plain)} {
			if !slices.IsSorted(ends) {
				t.Fatalf("%q: ends %v are not in order", plain, ends)
			}
			for _, end := range ends {
				first, rest := classroom.Cut(b, end)
				before, _ := utf8.DecodeLastRuneInString(plain[:end])
				if first.Plain()+rest.Plain() != plain || styled(first, rest) != styled(b) || end <= 0 || end >= len(plain) || !unicode.IsSpace(before) {
					t.Fatalf("%q parted at %d: %q and %q", plain, end, first.Plain(), rest.Plain())
				}
				if rest.Kind == content.Item {
					t.Fatal("the rest of an item begins with its point again")
				}
			}
		}
		first, rest, ok := classroom.BreakBlock(b, func(b content.Block) bool { return len(b.Plain()) <= room })
		switch {
		case first.Plain()+rest.Plain() != plain:
			t.Fatalf("%q: broken into %q and %q", plain, first.Plain(), rest.Plain())
		case ok && (len(first.Plain()) > room || len(rest.Spans) == 0 || first.Plain() == ""):
			t.Fatalf("%q: %q has no room of %d", plain, first.Plain(), room)
		}
	})
}
