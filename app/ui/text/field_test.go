package text_test

import (
	"image"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui/text"
	"vigil/app/voice"
)

func paint(o fyne.CanvasObject, w, h int) image.Image {
	return o.(*canvas.Raster).Generator(w, h)
}

func newField(direction typeset.Direction) *text.Field {
	f := text.NewField(setter, style, ink, "Search", direction)
	f.Resize(fyne.NewSize(600, 64))
	return f
}

// press types a text in which < and > are arrows, ^ and $ Home and End, - is
// Backspace and + Delete.
func press(f *text.Field, keys string) {
	names := map[rune]fyne.KeyName{
		'<': fyne.KeyLeft, '>': fyne.KeyRight, '^': fyne.KeyHome, '$': fyne.KeyEnd, '-': fyne.KeyBackspace, '+': fyne.KeyDelete,
	}
	for _, r := range keys {
		if name, ok := names[r]; ok {
			f.TypedKey(&fyne.KeyEvent{Name: name})
			continue
		}
		f.TypedRune(r)
	}
}

var typed = []struct {
	name string
	keys string
	want string
}{
	{"letters", "tuzla", "tuzla"},
	{"a letter between", "tula<<z", "tuzla"},
	{"Backspace", "tuzlaa-", "tuzla"},
	{"Backspace between", "tuxzla<<<-", "tuzla"},
	{"Backspace at the beginning", "tuzla^-", "tuzla"},
	{"Backspace in nothing", "-tuzla", "tuzla"},
	{"Delete", "xtuzla^+", "tuzla"},
	{"Delete at the end", "tuzla+", "tuzla"},
	{"Delete in nothing", "+", ""},
	{"Home and End", "uzl^t$a", "tuzla"},
	{"an arrow past the beginning", "uzla<<<<<<<<<t", "tuzla"},
	{"an arrow past the end", "tuzl>>>>>a", "tuzla"},
	{"all taken back", "tuzla-----", ""},
	{"more taken back than there was", "tuzla---------", ""},
	{"Cyrillic", "Тузла<-л", "Тузла"},
	{"Arabic, an arrow to the left goes on", "كرب^<ا", "كارب"},
	{"Arabic, an arrow to the right goes back", "كرب>>ا", "كارب"},
	{"Hebrew", "שאה>ו", "שאוה"},
	{"Arabic, Backspace takes what was read last", "كارب-", "كار"},
	{"Latin in Arabic is one line of Arabic", "كتاب ICTY^<<<<<<X", "كتاب IXCTY"},
	{"a mark over a letter", "c\u030c-", "c"},
	{"a letter beyond the first plane", "😀-x", "x"},
	{"overrides are refused", "a\u202eb\u202dc\u202ad\u202be\u202cf", "abcdef"},
	{"line separators are refused", "a\u2028b\u2029c", "abc"},
	{"control characters are refused", "a\nb\tc\x00d\x7fe", "abcde"},
}

func TestFieldIsTypedInto(t *testing.T) {
	for _, tt := range typed {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(typeset.LTR)
			var heard []string
			f.OnChanged = func(s string) { heard = append(heard, s) }
			press(f, tt.keys)
			if f.Text() != tt.want {
				t.Errorf("%q, want %q", f.Text(), tt.want)
			}
			if len(heard) > 0 && heard[len(heard)-1] != tt.want {
				t.Errorf("last heard of %q", heard[len(heard)-1])
			}
			for i := 1; i < len(heard); i++ {
				if heard[i] == heard[i-1] {
					t.Errorf("heard of %q twice: nothing had changed", heard[i])
				}
			}
		})
	}
}

func TestFieldSubmits(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		f := newField(typeset.LTR)
		f.TypedKey(&fyne.KeyEvent{Name: key}) // nobody listens
		got := ""
		f.OnSubmitted = func(s string) { got = s }
		press(f, "tuzla")
		f.TypedKey(&fyne.KeyEvent{Name: key})
		if got != "tuzla" || f.Text() != "tuzla" {
			t.Errorf("%s submitted %q and left %q", key, got, f.Text())
		}
	}
}

func TestFieldIsBounded(t *testing.T) {
	f := newField(typeset.LTR)
	for range text.LongestField + 50 {
		f.TypedRune('ш')
	}
	if n := utf8.RuneCountInString(f.Text()); n != text.LongestField {
		t.Errorf("%d letters typed, at most %d", n, text.LongestField)
	}
	f.SetText(strings.Repeat("ш", text.LongestField*2))
	if n := utf8.RuneCountInString(f.Text()); n != text.LongestField {
		t.Errorf("%d letters set, at most %d", n, text.LongestField)
	}
	press(f, "-x")
	if !strings.HasSuffix(f.Text(), "шx") {
		t.Errorf("%q", f.Text()[len(f.Text())-8:])
	}
}

// What is set may come from a route, which is to say from anywhere.
func TestSetTextTakesWhatTypingTakes(t *testing.T) {
	tests := []struct{ name, set, want string }{
		{"words", "tuzla", "tuzla"},
		{"overrides", "a\u202eb\u202cc", "abc"},
		{"line ends", "a\nb\r\nc", "abc"},
		{"a letter that is none", "a\x00b\x1bc", "abc"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(typeset.LTR)
			f.OnChanged = func(string) { t.Error("nobody typed") }
			f.SetText(tt.set)
			if f.Text() != tt.want {
				t.Errorf("%q, want %q", f.Text(), tt.want)
			}
		})
	}
}

func TestFieldSpeaks(t *testing.T) {
	f := newField(typeset.LTR)
	if got := f.Spoken(); !slices.Equal(got, []voice.Item{{Role: voice.Field, Text: "Search"}}) {
		t.Errorf("an empty field says %v", got)
	}
	press(f, "tuzla")
	if got := f.Spoken(); !slices.Equal(got, []voice.Item{{Role: voice.Field, Text: "tuzla"}}) {
		t.Errorf("a field says %v", got)
	}
}

// A tap beyond the end of the words puts the caret there, so that one types on.
func TestFieldTapped(t *testing.T) {
	tests := []struct {
		name      string
		direction typeset.Direction
		words     string
		atEnd     bool // the tap is where the words end; else where they begin
		left      bool // that is at the left
		want      string
	}{
		{"Latin, after the end", typeset.LTR, "tuzla", true, false, "tuzlax"},
		{"Latin, before the beginning", typeset.LTR, "tuzla", false, true, "xtuzla"},
		{"Arabic, after the end", typeset.RTL, "كتاب", true, true, "كتابx"},
		{"Arabic, before the beginning", typeset.RTL, "كتاب", false, false, "xكتاب"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(tt.direction)
			f.SetText(tt.words)
			at := fyne.NewPos(598, 32)
			if tt.left {
				at.X = 1
			}
			f.Tapped(&fyne.PointEvent{Position: at})
			f.TypedRune('x')
			if f.Text() != tt.want {
				t.Errorf("%q, want %q", f.Text(), tt.want)
			}
		})
	}
}

// The caret is in view whatever was typed, so that one sees what one types.
func TestCaretStaysInView(t *testing.T) {
	tests := []struct {
		name      string
		direction typeset.Direction
		keys      string
	}{
		{"nothing", typeset.LTR, ""},
		{"nothing, from right to left", typeset.RTL, ""},
		{"a word", typeset.LTR, "tuzla"},
		{"an Arabic word", typeset.RTL, "كتاب"},
		{"a Latin word on an Arabic page", typeset.RTL, "tuzla"},
		{"an Arabic word on a Latin page", typeset.LTR, "كتاب"},
		{"more than fits", typeset.LTR, strings.Repeat("tuzla ", 25)},
		{"more Latin than fits on an Arabic page", typeset.RTL, strings.Repeat("tuzla ", 25)},
		{"more Arabic than fits", typeset.RTL, strings.Repeat("كتاب ", 25) + "ك"},
		{"more Arabic than fits on a Latin page", typeset.LTR, strings.Repeat("كتاب ", 25) + "ك"},
		{"the beginning of more than fits", typeset.LTR, strings.Repeat("tuzla ", 25) + "^"},
		{"the beginning of more Arabic than fits", typeset.RTL, strings.Repeat("كتاب ", 25) + "^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newField(tt.direction)
			press(f, tt.keys)
			raster := test.WidgetRenderer(f).Objects()[0]
			without := paint(raster, 600, 64).(*image.RGBA)
			f.FocusGained()
			with := paint(raster, 600, 64).(*image.RGBA)
			if slices.Equal(without.Pix, with.Pix) {
				t.Error("the caret is out of view")
			}
			f.FocusLost()
			if again := paint(raster, 600, 64).(*image.RGBA); !slices.Equal(without.Pix, again.Pix) {
				t.Error("the caret stays when the keys have gone elsewhere")
			}
		})
	}
}

// model is the least that a field is: letters and a caret.
type model struct {
	letters []rune
	caret   int
}

// rtl follows the first letter that has a direction.
func (m *model) rtl() bool {
	for _, r := range m.letters {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

func (m *model) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyBackspace:
		if m.caret > 0 {
			m.caret--
			m.letters = slices.Delete(m.letters, m.caret, m.caret+1)
		}
	case fyne.KeyDelete:
		if m.caret < len(m.letters) {
			m.letters = slices.Delete(m.letters, m.caret, m.caret+1)
		}
	case fyne.KeyLeft, fyne.KeyRight:
		if (name == fyne.KeyRight) != m.rtl() {
			m.caret = min(m.caret+1, len(m.letters))
		} else {
			m.caret = max(m.caret-1, 0)
		}
	case fyne.KeyHome:
		m.caret = 0
	case fyne.KeyEnd:
		m.caret = len(m.letters)
	}
}

func (m *model) letter(r rune) {
	if len(m.letters) < text.LongestField {
		m.letters = slices.Insert(m.letters, m.caret, r)
		m.caret++
	}
}

var (
	fieldKeys    = []fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyF5}
	fieldLetters = []rune("azčšéВл 7סשכتابًا")
)

// play sends keys to a field and its model and compares them.
func play(t *testing.T, keys []byte) {
	t.Helper()
	f, m := newField(typeset.LTR), &model{}
	for i, k := range keys {
		if int(k) < len(fieldKeys) {
			f.TypedKey(&fyne.KeyEvent{Name: fieldKeys[k]})
			m.key(fieldKeys[k])
		} else {
			r := fieldLetters[int(k)%len(fieldLetters)]
			f.TypedRune(r)
			m.letter(r)
		}
		if f.Text() != string(m.letters) {
			t.Fatalf("after key %d of %v: %q, want %q", i, keys, f.Text(), string(m.letters))
		}
	}
	paint(test.WidgetRenderer(f).Objects()[0], 60, 64)
}

func TestFieldIsItsModel(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		keys := make([]byte, 80)
		for i := range keys {
			keys[i] = byte(r.IntN(24))
		}
		play(t, keys)
	}
}

func FuzzFieldKeys(f *testing.F) {
	f.Add([]byte{8, 9, 10, 2, 2, 0, 20, 21, 3, 1})
	f.Add([]byte{20, 21, 22, 2, 2, 3, 0, 5, 1, 4, 8})
	f.Fuzz(func(t *testing.T, keys []byte) {
		if len(keys) > 400 {
			t.Skip("longer than anybody types")
		}
		play(t, keys)
	})
}

// Whatever a route puts into the field, it stays one line of what may be typed.
func FuzzFieldText(f *testing.F) {
	for _, tt := range typed {
		f.Add(tt.keys)
	}
	f.Add("a\u2028b\u2029c\u0085d")
	f.Add("\xff\xfe\u200f\u2067x\u2069")
	f.Add(strings.Repeat("é", 300))
	line := newField(typeset.LTR).MinSize().Height
	f.Fuzz(func(t *testing.T, s string) {
		field := newField(typeset.LTR)
		field.SetText(s)
		for _, r := range s {
			field.TypedRune(r)
		}
		field.FocusGained()
		got := field.Text()
		if utf8.RuneCountInString(got) > text.LongestField {
			t.Errorf("%d letters", utf8.RuneCountInString(got))
		}
		if strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e' }) {
			t.Errorf("took %q", got)
		}
		if h := field.MinSize().Height; h > line*1.5 {
			t.Errorf("%q makes the field %g high, a line is %g", got, h, line)
		}
		field.Tapped(&fyne.PointEvent{Position: fyne.NewPos(300, 30)})
		paint(test.WidgetRenderer(field).Objects()[0], 300, 32)
	})
}
