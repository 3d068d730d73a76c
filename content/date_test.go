package content_test

import (
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

	{"1993-02/1992-04", "", ""},
	{"1995/1994-12-31", "", ""},
	{"0010-21/0010-02", "", ""},
	{"1995-02-30", "", ""},
	{"1995-13", "", ""},
	{"1995-00", "", ""},
	{"1900-02-29", "", ""},
	{"0000", "", ""},
	{"-0100", "", ""},
	{"Y17000", "", ""},
	{"95", "", ""},
	{"11.07.1995", "", ""},
	{"07/11/1995", "", ""},
	{"1995-7-11", "", ""},
	{"1995-07-11T10:00:00", "", ""},
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
		earliest, latest := d.Earliest().Format("2006-01-02"), d.Latest().Format("2006-01-02")
		if earliest != c.earliest || latest != c.latest {
			t.Errorf("%q is %s to %s, want %s to %s", c.edtf, earliest, latest, c.earliest, c.latest)
		}
	}
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
		if y := d.Earliest().Year(); y < 1 || y > 9999 || d.Earliest().Location() != time.UTC {
			t.Errorf("%q begins %s", s, d.Earliest())
		}
	})
}
