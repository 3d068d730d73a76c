package keyboard_test

import (
	"os"
	"slices"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/keyboard"
	"vigil/assets"
	"vigil/content"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

// own is the letters that each language of the interface writes its words with.
var own = map[string]string{
	"en": "abcdefghijklmnopqrstuvwxyz", "fr": "abcdefghijklmnopqrstuvwxyzéèç", "de": "abcdefghijklmnopqrstuvwxyzäöüß", "es": "abcdefghijklmnopqrstuvwxyzñ",
	"bs": "abcčćdđefghijklmnoprsštuvzž", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءىةؤئ", "he": "אבגדהוזחטיכלמנסעפצקרשתםןףץ", "rw": "abcdefghijklmnopqrstuvwxyz",
}

func TestEachLanguageHasItsLetters(t *testing.T) {
	for lang, letters := range own {
		first := keyboard.Layouts(lang, content.Keyboard{})[0]
		for _, r := range letters {
			if !reachable(first, r) {
				t.Errorf("%s: %c cannot be typed", lang, r)
			}
		}
		if n := len(slices.Concat(first.Rows...)); n > 36 {
			t.Errorf("%s: %d keys are too many for a finger", lang, n)
		}
	}
}

func reachable(l keyboard.Layout, r rune) bool {
	for _, row := range l.Rows {
		for _, shown := range row {
			if shown == string(r) || slices.Contains(l.Variants(shown), string(r)) {
				return true
			}
		}
	}
	return false
}

// TestEveryAlphabetIsAtHand: names in the archive stand in four alphabets.
func TestEveryAlphabetIsAtHand(t *testing.T) {
	for lang := range own {
		scripts := map[string]bool{}
		for _, l := range keyboard.Layouts(lang, content.Keyboard{}) {
			if scripts[l.Script] {
				t.Errorf("%s offers %s twice", lang, l.Script)
			}
			scripts[l.Script] = true
		}
		for _, want := range []string{"Latn", "Cyrl", "Arab", "Hebr"} {
			if !scripts[want] {
				t.Errorf("%s has no %s", lang, want)
			}
		}
	}
}

type typist struct {
	*keyboard.Keyboard
	typed string
	done  bool
}

func board(lang string, rtl bool) *typist {
	t := &typist{}
	look := ui.Look{Setter: typeset.New(assets.Fonts()), Palette: ui.Dark(), Text: 2, RTL: rtl, Lang: lang}
	t.Keyboard = keyboard.New(look, keyboard.Words{Space: "space", Delete: "delete", Done: "done", Script: "script"}, keyboard.Keys{
		Letter: func(r rune) { t.typed += string(r) },
		Delete: func() { t.typed = t.typed[:len(t.typed)-1] },
		Done:   func() { t.done = true },
	}, content.Keyboard{})
	t.Resize(fyne.NewSize(1728, t.HeightAt(1728)))
	return t
}

// tap touches the middle of the key of a word.
func (b *typist) tap(t *testing.T, word string) {
	t.Helper()
	for _, s := range b.Stops() {
		if s.Item.Text == word {
			b.Tapped(&fyne.PointEvent{Position: s.At.AddXY(s.Size.Width/2, s.Size.Height/2)})
			return
		}
	}
	t.Fatalf("there is no key %q", word)
}

func TestTyping(t *testing.T) {
	b := board("en", false)
	for _, key := range []string{"t", "u", "z", "space", "1", "delete", "done"} {
		b.tap(t, key)
	}
	if b.typed != "tuz " || !b.done {
		t.Errorf("typed %q, done %v", b.typed, b.done)
	}
}

func TestVariants(t *testing.T) {
	b := board("en", false)
	for _, s := range b.Stops() {
		if s.Item.Text == "c" {
			b.TappedSecondary(&fyne.PointEvent{Position: s.At.AddXY(5, 5)})
			break
		}
	}
	b.tap(t, "č")
	b.tap(t, "1") // the digits are back
	if b.typed != "č1" {
		t.Errorf("typed %q", b.typed)
	}
}

func TestOtherAlphabets(t *testing.T) {
	b := board("he", true)
	seen := map[string]bool{}
	for range keyboard.Layouts("he", content.Keyboard{}) {
		for _, s := range b.Stops() {
			for _, r := range s.Item.Text {
				for name, table := range map[string]*unicode.RangeTable{"Cyrillic": unicode.Cyrillic, "Arabic": unicode.Arabic, "Hebrew": unicode.Hebrew} {
					if unicode.Is(table, r) {
						seen[name] = true
					}
				}
			}
		}
		b.tap(t, "script")
	}
	if len(seen) != 3 {
		t.Errorf("offers %v", seen)
	}
}

// TestKeysAreLargeEnough, lie beside one another, and run as their script does.
func TestKeys(t *testing.T) {
	for lang := range own {
		b := board(lang, lang == "ar" || lang == "he")
		stops := b.Stops()
		for i, s := range stops {
			if s.Size.Height < 64 || s.Size.Width < 64 {
				t.Errorf("%s: %q is %v", lang, s.Item.Text, s.Size)
			}
			for _, o := range stops[i+1:] {
				if s.At.X < o.At.X+o.Size.Width && o.At.X < s.At.X+s.Size.Width && s.At.Y < o.At.Y+o.Size.Height && o.At.Y < s.At.Y+s.Size.Height {
					t.Errorf("%s: %q lies over %q", lang, s.Item.Text, o.Item.Text)
				}
			}
		}
		first, last := stops[10], stops[10+len(keyboard.Layouts(lang, content.Keyboard{})[0].Rows[0])-1]
		if rtl := lang == "ar" || lang == "he"; (first.At.X > last.At.X) != rtl {
			t.Errorf("%s: runs from %v to %v", lang, first.At, last.At)
		}
	}
}

// A keyboard that an archive brings stands first, with its own variants; a key may
// type several letters.
func TestBroughtKeys(t *testing.T) {
	khmer := content.Keyboard{Pages: []content.KeyPage{
		{Rows: [][]string{{"ក", "ុំ", "្"}}, Variants: map[string][]string{"ក": {"គ", "ឝ"}}},
		{Rows: [][]string{{"ឈ", "ឺ"}}},
	}}
	layouts := keyboard.Layouts("km", khmer)
	if len(layouts) != 6 || layouts[1].Rows[0][0] != "ឈ" || layouts[2].Script != "Latn" {
		t.Fatalf("the layouts are %v", layouts)
	}
	if got := layouts[0].Variants("ក"); !slices.Equal(got, []string{"គ", "ឝ"}) {
		t.Errorf("the variants are %q", got)
	}
	typed := ""
	look := ui.Look{Setter: typeset.New(assets.Fonts()), Palette: ui.Dark(), Text: 1, Lang: "km"}
	b := &typist{Keyboard: keyboard.New(look, keyboard.Words{Space: "space", Delete: "delete", Done: "done", Script: "script"}, keyboard.Keys{
		Letter: func(r rune) { typed += string(r) }, Delete: func() {}, Done: func() {},
	}, khmer)}
	b.Resize(fyne.NewSize(1728, b.HeightAt(1728)))
	b.tap(t, "ក")
	b.tap(t, "ុំ")
	b.tap(t, "script")
	b.tap(t, "ឈ")
	if typed != "កុំឈ" {
		t.Errorf("typed %q", typed)
	}
}

// Who writes has capitals, signs and new lines; who searches has none of them.
func TestWritingNeedsMoreKeys(t *testing.T) {
	var typed []rune
	keys := keyboard.Keys{Letter: func(r rune) { typed = append(typed, r) }, Delete: func() {}, Done: func() {}, Line: func() { typed = append(typed, '\n') }}
	words := keyboard.Words{Space: "Space", Delete: "Delete", Done: "Done", Script: "Script", Capitals: "Capitals", Signs: "Signs", Line: "Line"}
	look := ui.Look{Setter: typeset.New(assets.Fonts()), Palette: ui.Dark(), Text: 1, Lang: "en"}
	k := keyboard.New(look, words, keys, content.Keyboard{})
	k.Resize(fyne.NewSize(1200, k.HeightAt(1200)))
	press := func(words ...string) {
		t.Helper()
		for _, word := range words {
			i := slices.IndexFunc(k.Stops(), func(s ui.Stop) bool { return s.Item.Text == word })
			if i < 0 {
				t.Fatalf("there is no key %q", word)
			}
			k.Stops()[i].Act()
		}
	}
	press("Capitals", "W", "h", "o", "Space", "Signs", "?", "Signs", "1", "Line", "Capitals", "Capitals", "a")
	if got := string(typed); got != "Who ?1\na" {
		t.Errorf("%q", got)
	}
	plain := keyboard.New(look, keyboard.Words{Space: "Space", Delete: "Delete", Done: "Done", Script: "Script"}, keys, content.Keyboard{})
	plain.Resize(fyne.NewSize(1200, 400))
	for _, s := range plain.Stops() {
		if s.Item.Text == "Capitals" || s.Item.Text == "" {
			t.Errorf("a key %q where somebody searches", s.Item.Text)
		}
	}
	look.Lang = "ar"
	arabic := keyboard.New(look, words, keys, content.Keyboard{})
	arabic.Resize(fyne.NewSize(1200, 400))
	if slices.ContainsFunc(arabic.Stops(), func(s ui.Stop) bool { return s.Item.Text == "Capitals" }) {
		t.Error("Arabic has capitals")
	}
}
