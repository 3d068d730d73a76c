package dating_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/exchange/dating"
)

// row is a line of testdata/written.txt.
type row struct {
	written string
	langs   []content.Lang
	want    string
}

func rows(t testing.TB) []row {
	t.Helper()
	data, err := os.ReadFile("testdata/written.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []row
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, " | ")
		if len(parts) != 3 {
			t.Fatalf("line %d: %q has not three parts", n+1, line)
		}
		r := row{written: parts[0], want: strings.TrimSpace(parts[2])}
		if parts[1] != "-" {
			r.langs = []content.Lang{content.Lang(parts[1])}
		}
		out = append(out, r)
	}
	return out
}

// told is a reading as testdata/written.txt writes it.
func told(written string, r dating.Reading, err error) string {
	switch {
	case err != nil:
		return "! " + err.Error()
	case r.Asked != "":
		return "? " + r.Asked
	case r.Note == "":
		return r.Date.EDTF
	case r.Date.IsZero():
		return "@ " + r.Note
	case r.Note == written:
		return r.Date.EDTF + " @"
	}
	return r.Date.EDTF + " @ " + r.Note
}

func TestDatesAsTheyAreWritten(t *testing.T) {
	for _, row := range rows(t) {
		r, err := dating.Read(row.written, row.langs...)
		got := told(row.written, r, err)
		sign, words, _ := strings.Cut(row.want, " ")
		if sign == "!" || sign == "?" {
			if !strings.HasPrefix(got, sign) || !strings.Contains(got, words) {
				t.Errorf("%s in %v: %s, want %s", row.written, row.langs, got, row.want)
			}
		} else if got != row.want {
			t.Errorf("%s in %v: %s, want %s", row.written, row.langs, got, row.want)
		}
		var mend *content.DateError
		if err != nil && !errors.As(err, &mend) {
			t.Errorf("%s in %v: %v does not say how to write it", row.written, row.langs, err)
		}
	}
}

func TestTwoColumns(t *testing.T) {
	for _, test := range []struct{ start, end, want string }{
		{"", "", ""},
		{"1994-04-07", "", "1994-04-07"},
		{"1994-04-07", "1994-07-15", "1994-04-07/1994-07-15"},
		{"7 April 1994", "July 1994", "1994-04-07/1994-07"},
		{"ca. 1941", "1943", "1941~/1943"},
		{"1941", "1941", "1941"},
		{"1942-07-22", "1942-07", "1942-07-22/1942-07"},
		{"1941-1942", "1943-1945", "1941/1945"},
		{"2003", "present", "2003/.."},
		{"2003", "..", "2003/.."},
		{"2003", "heute", "2003/.."},
		{"1942", "unknown", "1942/"},
		{"n.d.", "1942", "/1942"},
		{"n.d.", "n.d.", "@ undated"},
		{"early 1941", "late 1943", "1941/1943 @ early 1941; late 1943"},
		{"1943", "1941", `! "1941/1943"`},
		{"", "1943", "! when it began"},
		{"", "present", "! when it began"},
		{"07/04/1994", "15/07/1994", "? day stands first"},
		{"1994", "soon", "! read the end"},
	} {
		r, err := dating.Join(test.start, test.end, "en")
		got := told("", r, err)
		sign, words, _ := strings.Cut(test.want, " ")
		if (sign == "!" || sign == "?") && strings.HasPrefix(got, sign) && strings.Contains(got, words) {
			continue
		}
		if got != test.want {
			t.Errorf("%q to %q: %s, want %s", test.start, test.end, got, test.want)
		}
	}
}

func TestTimelineCountsYearsAsPeopleDo(t *testing.T) {
	for _, test := range []struct{ year, month, day, want string }{
		{"1994", "", "", "1994"},
		{"1994", "4", "", "1994-04"},
		{"1994", "4", "7", "1994-04-07"},
		{"1994", "04", "07", "1994-04-07"},
		{"1994.0", "4.0", "7.0", "1994-04-07"},
		{"1994", "April", "7", "1994-04-07"},
		{"1994", "0", "0", "1994"},
		{"c. 1994", "", "", "1994~"},
		{"c. 1994", "4", "", "1994-04~"},
		{"early 1994", "", "", "1994 @ early 1994"},
		{"-1", "", "", "0000"},
		{"-500", "", "", "-0499"},
		{"-44", "3", "15", "-0043-03-15"},
		{"622", "", "", "0622"},
		{"0", "", "", "! no year"},
		{"", "4", "", "! "},
		{"94", "", "", "? first century"},
		{"1994", "6", "31", "! 30 days"},
		{"1994", "13", "", "! no month"},
		{"1994", "", "7", "! no month"},
		{"1994", "4", "77", "! no day"},
		{"99999", "", "", "! outside"},
		{"1990s", "4", "", "! no year"},
	} {
		r, err := dating.FromTimeline(test.year, test.month, test.day, "en")
		got := told("", r, err)
		sign, words, _ := strings.Cut(test.want, " ")
		if (sign == "!" || sign == "?") && strings.HasPrefix(got, sign) && strings.Contains(got, words) {
			continue
		}
		if got != test.want {
			t.Errorf("%q %q %q: %s, want %s", test.year, test.month, test.day, got, test.want)
		}
	}
}

// What is read is EDTF, at most one of date and question, and never costs much.
func FuzzRead(f *testing.F) {
	for _, row := range rows(f) {
		lang := ""
		if len(row.langs) > 0 {
			lang = string(row.langs[0])
		}
		f.Add(row.written, lang)
	}
	f.Fuzz(func(t *testing.T, written, lang string) {
		r, err := dating.Read(written, content.Lang(lang))
		if err != nil {
			if (r != dating.Reading{}) {
				t.Errorf("%q: %v beside an error, %v", written, r, err)
			}
			return
		}
		if r.Asked != "" && (!r.Date.IsZero() || r.Note != "") {
			t.Errorf("%q is asked and read as %s", written, r.Date.EDTF)
		}
		again, err := content.ParseDate(r.Date.EDTF)
		if err != nil || again != r.Date {
			t.Errorf("%q is read as %q, which is no date: %v", written, r.Date.EDTF, err)
		}
		if strings.ContainsFunc(r.Note+r.Asked, func(r rune) bool { return r < ' ' || r >= 0x202a && r <= 0x202e }) {
			t.Errorf("%q has the note %q", written, r.Note)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	list := rows(b)
	for b.Loop() {
		for _, row := range list {
			_, _ = dating.Read(row.written, row.langs...)
		}
	}
}

// A language that was not meant finds the same date, asks or says that it cannot read it:
// it never finds another.
func TestNoLanguageMisreadsAnother(t *testing.T) {
	for _, row := range rows(t) {
		meant, err := dating.Read(row.written, row.langs...)
		for _, lang := range []content.Lang{"en", "fr", "de", "es", "bs", "ar", "he", "rw"} {
			r, errOther := dating.Read(row.written, lang)
			if errOther != nil || r.Asked != "" {
				continue
			}
			if err == nil && meant.Asked == "" && (r.Date != meant.Date || r.Note != meant.Note) {
				t.Errorf("%s: %s in %v, %s in %s", row.written, told("", meant, err), row.langs, told("", r, errOther), lang)
			}
			if err != nil {
				t.Errorf("%s: %v in %v, %s in %s", row.written, err, row.langs, told("", r, errOther), lang)
			}
		}
	}
}
