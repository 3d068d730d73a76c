package typeset_test

import (
	"strings"
	"testing"

	"vigil/app/typeset"
	"vigil/assets"
)

// lines are the letters of each line at a width, px.
func lines(s *typeset.Setter, text string, width float32) []string {
	letters := []rune(text)
	var out []string
	for _, line := range s.Layout(plain(text, serif), width).Lines {
		out = append(out, string(letters[line.From:line.To]))
	}
	return out
}

// Words that have no spaces between them break between syllables and nowhere else:
// each text is written with | where it may break.
func TestSyllables(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, marked := range []string{
		"ទួលស្លែង|នៅ|ភ្នំ|ពេញ", "សហ|ប្រ|ជា|ជា|តិ|បាន|អនុ|ម័ត", "អនុសញ្ញា|នេះ", "ផ្តន្ទា|ទោស", "ចាប់|ផ្តើម|ពីកន្លែង|ណា|ក៏|បាន", "បាន|ទទួលឈ្មោះ", "ជន|រង|គ្រោះ",
		"မြန်|မာ|နိုင်|ငံ|တွင်|ဖြစ်|ပွား|ခဲ့|သည်", "လူ|မျိုး|တုံး|သတ်|ဖြတ်|မှု",
	} {
		text := strings.ReplaceAll(marked, "|", "")
		may := map[int]bool{}
		at := 0
		for _, part := range strings.Split(marked, "|") {
			at += len([]rune(part))
			may[at] = true
		}
		for width := float32(30); width < 400; width += 7 {
			at := 0
			for _, line := range lines(s, text, width) {
				at += len([]rune(line))
				if !may[at] {
					t.Errorf("%q at %.0f px breaks after %q", marked, width, line)
				}
			}
		}
		if n := len(lines(s, text, 90)); n < 2 && strings.Contains(marked, "|") {
			t.Errorf("%q stands on %d line", marked, n)
		}
	}
}

// Where an author has put U+200B between words, lines break there alone.
func TestMarkedWords(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for width := float32(160); width < 400; width += 9 {
		for _, line := range lines(s, "ទួលស្លែង\u200bនៅភ្នំពេញ\u200bកម្ពុជា", width)[:1] {
			if !strings.HasSuffix(line, "\u200b") && line != "ទួលស្លែង\u200bនៅភ្នំពេញ\u200bកម្ពុជា" {
				t.Errorf("at %.0f px a line ends %q", width, line)
			}
		}
	}
}

// A line that ends at a soft hyphen shows a hyphen and is no wider than asked for;
// one that does not, shows none.
func TestSoftHyphens(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{
		"Bundes\u00adverfassungs\u00adgerichts\u00adentscheidung\u00adsammlung",
		"die Bundes\u00adverfassungs\u00adgerichts\u00adentscheidungen, das Verfassungs\u00adgericht",
		"Տեղա\u00adհանու\u00adթյուն և ցեղա\u00adսպանու\u00adթյուն", "ludo\u00adbój\u00adstwo ludo\u00adbójstwa",
		"הנצח\u00adה בקהי\u00adלה", "كلمة\u00adطويلة\u00adجدا",
	} {
		whole := s.Layout(plain(text, serif), 0).Inner
		bare := s.Layout(plain(strings.ReplaceAll(text, "\u00ad", ""), serif), 0).Inner
		if whole > bare+1 && !strings.ContainsRune(text, 'ك') { // an Arabic word is no longer joined at it
			t.Errorf("%q shows hyphens on one line: %.1f px, without %.1f", text, whole, bare)
		}
		hyphens := 0
		for width := float32(120); width < whole; width += 11 {
			l := s.Layout(plain(text, serif), width)
			letters := []rune(text)
			for _, line := range l.Lines {
				ends := letters[line.To-1] == '\u00ad' && line.To < len(letters)
				without := s.Layout(plain(string(letters[line.From:line.To]), serif), 0).Inner
				if shows := line.Width > without+2; shows != ends {
					t.Errorf("%q at %.0f px: the line %q ends at a soft hyphen: %v, shows one: %v", text, width, string(letters[line.From:line.To]), ends, shows)
				}
				if ends {
					hyphens++
				}
				if line.Width > width+1 && strings.ContainsAny(string(letters[line.From:max(line.From, line.To-1)]), " \u00ad") {
					t.Errorf("%q at %.0f px: the line %q is %.0f px wide", text, width, string(letters[line.From:line.To]), line.Width)
				}
			}
		}
		if hyphens == 0 {
			t.Errorf("%q was never broken", text)
		}
	}
}

// The brackets of a pair are of one face, so they are of one size whatever stands
// between them.
func TestBracketsPair(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{"Tuol Sleng (ទួលស្លែង)", "Yerevan (Երևան)", "The word (سربرنيتسا) here", "Addis [አዲስ አበባ]"} {
		l := s.Layout(plain(text, serif), 0)
		letters := []rune(text)
		open, shut := -1, -1
		for i, r := range letters {
			switch r {
			case '(', '[':
				open = i
			case ')', ']':
				shut = i
			}
		}
		a, b := l.Boxes(open, open+1), l.Boxes(shut, shut+1)
		if len(a) != 1 || len(b) != 1 || a[0].Width != b[0].Width {
			t.Errorf("%q: the brackets are %v and %v", text, a, b)
		}
	}
}

func TestScriptsOfTheField(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{
		"Տեղահանություն։", "ទួលស្លែង។", "አዲስ አበባ።", "საქართველო", "Θεσσαλονίκη", "বাংলাদেশ", "हिन्दी", "தமிழ்", "မြန်မာ။", "ܣܘܪܝܝܐ", "ދިވެހި", "Łódź, Київ",
	} {
		if missing := s.Missing(text); len(missing) > 0 {
			t.Errorf("%q: no face has %q", text, string(missing))
		}
	}
}
