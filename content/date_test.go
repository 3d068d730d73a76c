package content_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"vigil/content"
)

var dates = []struct {
	edtf             string
	earliest, latest string // "" where the date is refused
}{
	{"1995-07-11", "1995-07-11", "1995-07-12"},
	{"1995-07", "1995-07-01", "1995-08-01"},
	{"1995", "1995-01-01", "1996-01-01"},
	{"199X", "1990-01-01", "2000-01-01"},
	{"19XX", "1900-01-01", "2000-01-01"},
	{"2004-XX", "2004-01-01", "2005-01-01"},
	{"2004-06-XX", "2004-06-01", "2004-07-01"},
	{"1996-02-29", "1996-02-29", "1996-03-01"},
	{"1992-21", "1992-03-01", "1992-06-01"},
	{"1992-24", "1992-12-01", "1993-03-01"},
	{"1954~", "1954-01-01", "1955-01-01"},
	{"1995-07-11?", "1995-07-11", "1995-07-12"},
	{"1995-07%", "1995-07-01", "1995-08-01"},
	{"1992-04/1993-02", "1992-04-01", "1993-03-01"},
	{"2004-06?/2004-08~", "2004-06-01", "2004-09-01"},
	{"2003/..", "2003-01-01", "2004-01-01"},
	{"../1945-05-08", "1945-05-08", "1945-05-09"},
	{"1942/", "1942-01-01", "1943-01-01"},
	{"9999", "9999-01-01", "10000-01-01"},
	{"0000", "0000-01-01", "0001-01-01"},
	{"-0146", "-0146-01-01", "-0145-01-01"},
	{"-0043-03-15", "-0043-03-15", "-0043-03-16"},
	{"-0004-02-29", "-0004-02-29", "-0004-03-01"},
	{"-014X", "-0149-01-01", "-0139-01-01"},
	{"-01XX", "-0199-01-01", "-0099-01-01"},
	{"000X", "0000-01-01", "0010-01-01"},
	{"-0300/-0146", "-0300-01-01", "-0145-01-01"},
	{"1995-XX-XX", "1995-01-01", "1996-01-01"},
	{"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-04"},
	{"1985-04-12/..", "1985-04-12", "1985-04-13"},
	{"1985-04/", "1985-04-01", "1985-05-01"},
	{"../1985-04-12?", "1985-04-12", "1985-04-13"},
	{"1984~/2004-06", "1984-01-01", "2004-07-01"},
	{"1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-09"},
	{"1992-21/1992-23?", "1992-03-01", "1992-12-01"},
	{"1995-07-11T10:00:00", "1995-07-11", "1995-07-12"},
	{"1994-04-06T20:25:00+02:00", "1994-04-06", "1994-04-07"},

	{"1993-02/1992-04", "", ""},
	{"1995/1994-12-31", "", ""},
	{"0010-21/0010-02", "", ""},
	{"1995-02-30", "", ""},
	{"1995-13", "", ""},
	{"1995-00", "", ""},
	{"1900-02-29", "", ""},
	{"Y17000", "", ""},
	{"-0000", "", ""},
	{"199X-07-11", "", ""},
	{"19XX-07-11", "", ""},
	{"199X-07", "", ""},
	{"1XXX", "", ""},
	{"XXXX", "", ""},
	{"1995-07-1X", "", ""},
	{"1995-02-3X", "", ""},
	{"1995-1X", "", ""},
	{"1995-XX-11", "", ""},
	{"1995-34", "", ""},
	{"1995-21-01", "", ""},
	{"1995?-07", "", ""},
	{"?1995", "", ""},
	{"{1995,1996}", "", ""},
	{"1950S2", "", ""},
	{"Y-17E7", "", ""},
	{"1995-07-11T25:00:00", "", ""},
	{"-0100-02-30", "", ""},
	{"-0100-02-29", "", ""},
	{"95", "", ""},
	{"11.07.1995", "", ""},
	{"07/11/1995", "", ""},
	{"1995-7-11", "", ""},
	{"1995?~", "", ""},
	{"..", "", ""},
	{"../..", "", ""},
	{"/", "", ""},
	{"1995/1996/1997", "", ""},
	{" 1995", "", ""},
	{"١٩٩٥", "", ""},
	{"[1995,1996]", "", ""},
	{"1992-04/1993-02 and on, for ever and ever", "", ""},
}

func TestParseDate(t *testing.T) {
	for _, c := range dates {
		d, err := content.ParseDate(c.edtf)
		if c.earliest == "" {
			if err == nil {
				t.Errorf("%q is read as %+v", c.edtf, d)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.edtf, err)
			continue
		}
		earliest, latest := day(d.Earliest()), day(d.Latest())
		if earliest != c.earliest || latest != c.latest {
			t.Errorf("%q is %s to %s, want %s to %s", c.edtf, earliest, latest, c.earliest, c.latest)
		}
	}
}

// day writes a day with four digits of its year, which time.Format does not before 0.
func day(t time.Time) string {
	if t.Year() < 0 {
		return "-" + time.Date(-t.Year(), 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + t.Format("-01-02")
	}
	return t.Format("2006-01-02")
}

func TestDateParts(t *testing.T) {
	d, err := content.ParseDate("2004-06?/..")
	if err != nil {
		t.Fatal(err)
	}
	if !d.From.Uncertain || d.From.Approximate || d.From.Precision != content.Month || !d.To.Open || !d.IsSpan() || d.IsZero() {
		t.Errorf("%+v", d)
	}
	if d, err := content.ParseDate(""); err != nil || !d.IsZero() {
		t.Errorf("no date: %+v, %v", d, err)
	}
}

// TestRefusedByName asks that what is EDTF, but of level 2, is told what it is and
// what to write instead.
func TestRefusedByName(t *testing.T) {
	for edtf, mend := range map[string]string{
		"199X-07-11": `"1995-07-10/1995-07-19"`, "1995-1X": `"1995-XX"`, "[1667,1668]": `"1667/1668"`, "{1995..1997}": `"1667/1668"`,
		"Y-17E7": "four digits", "1950S2": `"195X"`, "1995-33": `"1995-01/1995-03"`, "1995?-07": "at the end", "~1995": "at the end",
		"1995-07-11/1995-07-1X": `"1995-07-XX"`, "Y170000002": `"-0146"`,
	} {
		_, err := content.ParseDate(edtf)
		wrong := new(content.DateError)
		if !errors.As(err, &wrong) || !strings.Contains(wrong.Mend, mend) || strings.HasPrefix(edtf, "Y1") == strings.Contains(wrong.Fault, "level 2") {
			t.Errorf("%q: %v", edtf, err)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, c := range dates {
		f.Add(c.edtf)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := content.ParseDate(s)
		if err != nil || d.IsZero() {
			return
		}
		if !d.Earliest().Before(d.Latest()) {
			t.Errorf("%q begins %s and ends %s", s, d.Earliest(), d.Latest())
		}
		if from, err := content.DateOf(d.From, d.To); err != nil || from.From != d.From || from.To != d.To {
			t.Errorf("%q is written again as %q: %v", s, from.EDTF, err)
		}
		if y := d.Earliest().Year(); y < content.FirstYear || y > content.LastYear || d.Earliest().Location() != time.UTC {
			t.Errorf("%q begins %s", s, d.Earliest())
		}
	})
}
