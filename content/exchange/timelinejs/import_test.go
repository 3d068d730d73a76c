package timelinejs_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/encoding/charmap"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/timelinejs"
)

// png is the beginning of a picture; nothing here looks into it.
const png = "\x89PNG\r\n\x1a\n"

// importFile imports a file with others beside it.
func importFile(name, data string, o exchange.Options, beside ...string) (*exchange.Draft, error) {
	files := fstest.MapFS{name: {Data: []byte(data)}}
	for _, b := range beside {
		files[b] = &fstest.MapFile{Data: []byte(png)}
	}
	o.Now = time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	d := exchange.NewDraft(exchange.NewReport("timelinejs", name), o)
	return d, timelinejs.Import(context.Background(), exchange.Source{Files: files, Name: name}, d)
}

// bring imports a file, and holds its notes to naming a place.
func bring(t testing.TB, name, data string, lang content.Lang, beside ...string) (*exchange.Draft, error) {
	t.Helper()
	d, err := importFile(name, data, exchange.Options{Lang: lang}, beside...)
	for _, n := range d.Notes {
		if n.Place.String() == "" && n.Rule != "archive" {
			t.Errorf("this note names no place: %s", n)
		}
	}
	return d, err
}

func mustBring(t testing.TB, name, data string, lang content.Lang, beside ...string) *exchange.Draft {
	t.Helper()
	d, err := bring(t, name, data, lang, beside...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// events are the events of the one history, a line each: date, kind, title, text, note.
func events(d *exchange.Draft) []string {
	var out []string
	base := "cases/" + d.Case + "/timeline"
	file := d.Find(base + ".yaml")
	if file == nil {
		return nil
	}
	for _, e := range file.Entries("events") {
		w := d.EventWords(d.Case, e.Text("id"), d.Lang)
		out = append(out, strings.Join([]string{e.Text("date"), e.Text("kind"), w.Text("title"), w.Text("text"), w.Text("note")}, "|"))
	}
	return out
}

func noted(d *exchange.Draft, rule string) *exchange.Note {
	for i, n := range d.Notes {
		if n.Rule == rule {
			return &d.Notes[i]
		}
	}
	return nil
}

func notes(d *exchange.Draft) string {
	var b strings.Builder
	for _, n := range d.Notes {
		fmt.Fprintf(&b, "%s %s %s\n", n.Rule, n.Weight, n)
	}
	return b.String()
}

// TestDates is what the sheet's columns say, beside what TimelineJS makes of it.
func TestDates(t *testing.T) {
	const head = "Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline\n"
	for name, c := range map[string]struct{ row, want, rule, column string }{
		"a year":                            {"1994,,,,,,,,x", "1994|background|x||", "", ""},
		"a month":                           {"1994,4,,,,,,,x", "1994-04|background|x||", "", ""},
		"a day":                             {"1994,4,7,,,,,,x", "1994-04-07|background|x||", "", ""},
		"white space":                       {" 1994 , 04 , 07 ,,,,,,x", "1994-04-07|background|x||", "", ""},
		"a number of LibreOffice":           {"1994.0,4.0,7.0,,,,,,x", "1994-04-07|background|x||", "", ""},
		"thousands":                         {`"1,994",4,,,,,,,x`, "1994-04|background|x||", "", ""},
		"a month by name":                   {"1994,April,7,,,,,,x", "1994-04-07|background|x||", "", ""},
		"about":                             {"c. 1994,,,,,,,,x", "1994~|background|x||", "", ""},
		"an end":                            {"1994,4,7,,1994,7,15,,x", "1994-04-07/1994-07-15|background|x||", "", ""},
		"an end that adds month and day":    {"1994,,,,1994,7,15,,x", "1994/1994-07-15|background|x||", "", ""},
		"an end without a year":             {"1994,4,7,,,7,15,,x", "1994-04-07/1994-07-15|background|x||", "end", "F"},
		"an end of a day alone":             {"1994,4,7,,,,15,,x", "1994-04-07/1994-04-15|background|x||", "end", "G"},
		"an end that is the beginning":      {"1994,4,7,,1994,4,7,,x", "1994-04-07|background|x||", "", ""},
		"before the common era":             {"-1,,,,,,,,x", "0000|background|x||", "era", "A"},
		"longer before":                     {"-44,3,15,,,,,,x", "-0043-03-15|background|x||", "era", "A"},
		"the year nought":                   {"0,,,,,,,,x", "", "date", "A"},
		"no year":                           {",4,7,,,,,,x", "", "no-date", "A"},
		"two figures":                       {"94,4,,,,,,,x", "", "date", "A"},
		"no such day":                       {"1994,6,31,,,,,,x", "", "date", "C"},
		"no such month":                     {"1994,13,,,,,,,x", "", "date", "B"},
		"no such end":                       {"1994,6,1,,1994,2,30,,x", "", "date", "G"},
		"ends before it begins":             {"1994,,,,1993,,,,x", "", "date", "E"},
		"ages ago":                          {"-13800000000,,,,,,,,x", "", "date", "A"},
		"a time of day":                     {"1994,4,6,20:20,,,,,x", "1994-04-06|background|x||", "time", "D"},
		"midnight":                          {"1994,4,6,00:00,,,,,x", "1994-04-06|background|x||", "", ""},
		"the same date shown":               {"1994,4,7,,,,,7 April 1994,x", "1994-04-07|background|x||", "", ""},
		"a date shown that is about":        {"1994,,,,,,,about 1994,x", "1994~|background|x||", "display-date", "H"},
		"a season shown":                    {"1994,4,1,,,,,spring 1994,x", "1994-21|background|x||", "display-date", "H"},
		"a decade shown":                    {"1990,,,,1999,,,the 1990s,x", "199X|background|x||", "display-date", "H"},
		"less shown":                        {"1994,4,7,,,,,April 1994,x", "1994-04-07|background|x||", "display-date", "H"},
		"more shown":                        {"1994,,,,,,,7 April 1994,x", "1994|background|x||7 April 1994", "", ""},
		"another date shown":                {"1994,,,,,,,1993,x", "1994|background|x||1993", "", ""},
		"words shown":                       {"1994,4,7,,,,,The first day,x", "1994-04-07|background|x||The first day", "", ""},
		"words shown with marks of the web": {"1994,4,7,,,,,<b>The</b> first day,x", "1994-04-07|background|x||The first day", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := mustBring(t, "sheet.csv", head+c.row+"\n1950,,,,,,,,other\n", "en")
			got := events(d)
			if want := c.want; want == "" && len(got) != 1 || want != "" && got[0] != want {
				t.Errorf("got %q, want %q\n%s", got, want, notes(d))
			}
			if c.rule == "" {
				for _, rule := range []string{"date", "no-date", "end", "era", "time", "display-date"} {
					if n := noted(d, rule); n != nil {
						t.Errorf("said %s", n)
					}
				}
				return
			}
			if n := noted(d, c.rule); n == nil || n.Row != 2 || n.Column != c.column {
				t.Errorf("no %s at row 2, column %s\n%s", c.rule, c.column, notes(d))
			}
		})
	}
}

func TestDatesInOtherLanguages(t *testing.T) {
	for lang, c := range map[content.Lang][2]string{
		"de": {"1942,Januar,20,um 1942", "1942~"},
		"fr": {"1942,juillet,16,vers 1942", "1942~"},
		"bs": {"1995,jul,11,oko 1995", "1995~"},
		"ar": {"1995,تموز,11,حوالي 1995", "1995~"},
	} {
		d := mustBring(t, "sheet.csv", "Year,Month,Day,Display Date,Headline\n"+c[0]+",x\n", lang)
		if got := events(d); len(got) != 1 || !strings.HasPrefix(got[0], c[1]+"|") {
			t.Errorf("%s: %q\n%s", lang, got, notes(d))
		}
	}
}

// TestOlderSheet is of the sheet's first version, which has a date in one column.
func TestOlderSheet(t *testing.T) {
	for text, want := range map[string]string{
		"4/7/1994":         "1994-04-07",
		"4/7/1994 8:30":    "1994-04-07",
		"04/1994":          "1994-04",
		"1994":             "1994",
		"1994-04-07":       "1994-04-07",
		"7 April 1994":     "1994-04-07",
		"13/13/1994":       "",
		"6/31/1994":        "",
		"some time in May": "",
	} {
		d := mustBring(t, "sheet.csv", "Start Date,End Date,Headline,Text,Tag\n"+text+",,x,,justice\n1950,,y,,\n", "en")
		got := events(d)
		if want == "" && len(got) != 1 || want != "" && got[0] != want+"|justice|x||" {
			t.Errorf("%q: %q, want %q\n%s", text, got, want, notes(d))
		}
	}
}

func TestRows(t *testing.T) {
	d := mustBring(t, "sheet.csv", strings.Join([]string{
		"Year,Headline,Text,Type,Group,headline,Remarks",
		",The title,<p>What it is of.</p>,title,,,",
		"1994,One,First.,,Justice,lost,",
		"1995,Two,Second.,Title,weather,,",
		"1996,Three,Third.,title,Gewalt,,",
		"1997,An age,,era,,,also lost",
		"1998,,Only a text that has no headline and is so long that nobody would read it as one; it goes on.,,,,",
		"1999,,,,,,",
		"1994,One,First.,,Justice,,",
		"1994,One,Other words.,,Justice,,",
	}, "\n"), "en")
	want := []string{
		"1994|justice|One|First.|", "1995|background|Two|Second.|", "1996|violence|Three|Third.|",
		"1998|background|Only a text that has no headline and is so long that nobody would read it as…|Only a text that has no headline and is so long that nobody would read it as\none; it goes on.|",
		"1994|justice|One|Other words.|", "1997|background|An age||",
	}
	got := events(d)
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], "as one;", "as\none;")
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if w := d.Word("cases/the-title/case", "en", "case"); d.Case != "the-title" || w.Text("title") != "The title" || w.Text("text") != "What it is of." {
		t.Errorf("the title came as %v", w)
	}
	for rule, at := range map[string]string{
		"title": "sheet.csv row 5 column D (Type)", "type": "sheet.csv row 4 column D (Type)", "group": "sheet.csv row 4 column E (Group)",
		"era": "sheet.csv row 6", "headline": "sheet.csv row 7 column B (Headline)", "twice": "sheet.csv row 9", "column": "sheet.csv row 3 column F (headline)",
	} {
		if n := noted(d, rule); n == nil || n.Place.String() != at {
			t.Errorf("no %s at %s\n%s", rule, at, notes(d))
		}
	}
	if !strings.Contains(notes(d), `write "Headline"`) || !strings.Contains(notes(d), `"Remarks"; its 1 cells`) {
		t.Errorf("columns that are not read are not named\n%s", notes(d))
	}
}

const document = `{
 "scale": "human",
 "title": {"text": {"headline": "A <b>title</b>", "text": "<p class=\"lead\">A line under it.</p><p>The text.</p>"}},
 "events": [
  {"unique_id": "the-first", "start_date": {"year": 1994, "month": "4", "day": "", "hour": "20", "minute": "20", "format": "yyyy"}, "display_date": "Spring", "group": "Violence",
   "text": {"headline": "One", "text": "It is <i>said</i> <a href=\"https://example.org/a\">there</a>."}, "autolink": false,
   "background": {"color": "#fff", "url": "https://example.org/b.jpg"},
   "media": {"url": "pictures/a%20b.jpg", "caption": "A <a href=\"https://example.org/c\">caption</a>", "credit": "A holder", "alt": "What is seen", "thumbnail": "t.jpg"}},
  {"start_date": {"year": "1995", "display_date": "about 1995"}, "text": {"headline": "Two"}, "media": {"url": "https://example.org/d.jpg", "caption": "Far", "credit": "Who"}},
  {"start_date": {"year": "1996"}, "text": {"headline": "Three"}, "media": {"url": "https://example.org/pictures/near.png?x=1", "link": "https://example.org/e", "link_target": "_top"}},
  {"start_date": {"year": "1997"}, "text": {"headline": "Four"}, "media": {"url": "<blockquote>Words.<cite>Who</cite></blockquote>"}},
  {"start_date": {"year": "1998"}, "text": {"headline": "Five"}, "media": {"url": "<iframe width=3 src='https://example.org/f'></iframe>"}},
  {"start_date": {"year": "1999"}, "text": {"headline": "Six"}, "media": {"url": "missing.jpg"}, "location": {"lat": 1, "name": "Somewhere"}},
  {"start_date": {"year": "2000"}, "text": {"headline": "Seven", "headline": "Seven again"}, "media": {"caption": "Without a picture"}},
  "no slide"
 ],
 "eras": [{"start_date": {"year": "1992"}, "end_date": {"year": "1995"}, "text": {"headline": "An age"}}]
}`

func TestJSON(t *testing.T) {
	d := mustBring(t, "timeline.json", document, "en", "pictures/a b.jpg", "near.png")
	want := []string{
		"1994-04|violence|One|It is *said* there.|Spring", "1995~|background|Two||", "1996|background|Three||", "1997|background|Four|", "1998|background|Five||",
		"1999|background|Six||", "2000|background|Seven again||", "1992/1995|background|An age||",
	}
	got := events(d)
	for i, w := range want {
		if i >= len(got) || !strings.HasPrefix(got[i], w) {
			t.Fatalf("got\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), notes(d))
		}
	}
	if !strings.Contains(got[3], "Words.") || !strings.Contains(got[3], "Who") {
		t.Errorf("the quotation is lost: %q", got[3])
	}
	w := d.Word("cases/a-title/case", "en", "case")
	if w.Text("title") != "A title" || w.Text("role") != "A line under it." || w.Text("text") != "The text." {
		t.Errorf("the title came as %v", w)
	}
	first := d.Find("cases/a-title/timeline.yaml").Entries("events")[0]
	if first.Text("id") != "the-first" || fmt.Sprint(first.List("media")) != "[a-b]" || fmt.Sprint(first.List("sources")) != "[a-title-timelinejs there caption]" {
		t.Errorf("id %s, media %v, sources %v", first.Text("id"), first.List("media"), first.List("sources"))
	}
	side, words := d.Find("media/a-b.yaml"), d.Word("media/a-b", "en", "media")
	if side == nil || side.Text("credit") != "A holder" || words.Text("title") != "A caption" || words.Text("text") != "What is seen" || fmt.Sprint(side.List("sources")) != "[caption]" {
		t.Errorf("the picture came as %v %v", side, words)
	}
	if fmt.Sprint(d.Attached()) != "[media/a-b.jpg media/near.png]" {
		t.Errorf("attached %v", d.Attached())
	}
	for _, want := range []struct {
		rule, path string
		weight     exchange.Weight
	}{
		{"time", "/events/0/start_date/hour", exchange.Altered}, {"background", "/events/0/background", exchange.LeftOut}, {"thumbnail", "/events/0/media/thumbnail", exchange.Altered},
		{"media-away", "/events/1/media/url", exchange.LeftOut}, {"display-date", "/events/1/start_date/display_date", exchange.Altered},
		{"quotation", "/events/3/media/url", exchange.Decide}, {"picture-missing", "/events/5/media/url", exchange.LeftOut}, {"unknown", "/events/5/location/lat", exchange.LeftOut},
		{"twice", "/events/6/text/headline", exchange.LeftOut}, {"media-words", "/events/6/media/url", exchange.LeftOut}, {"slide", "/events/7", exchange.LeftOut},
		{"era", "/eras/0", exchange.Decide}, {"ornament", "/events/0/start_date/format", exchange.Altered},
	} {
		if n := noted(d, want.rule); n == nil || n.Path != want.path || n.Weight != want.weight {
			t.Errorf("no %s at %s\n%s", want.rule, want.path, notes(d))
		}
	}
}

func TestOlderJSON(t *testing.T) {
	d := mustBring(t, "old.json", `{"timeline": {"headline": "Old", "type": "default", "text": "What it is of.", "startDate": "1990", "asset": {"media": "", "caption": ""},
	 "date": [
	  {"startDate": "1994,4,7,20,20", "endDate": "1994,7,15", "headline": "One", "text": "First.", "tags": "Personal, Justice", "asset": {"media": "a.jpg", "caption": "C", "credit": "D"}},
	  {"startDate": "4/7/1994", "headline": "Two"}, {"startDate": "1994,4,31", "headline": "Three"}],
	 "era": [{"startDate": "1992", "endDate": "1995", "headline": "An age"}]}}`, "en", "a.jpg")
	want := "1994-04-07/1994-07-15|justice|One|First.| 1994-04-07|background|Two|| 1992/1995|background|An age||"
	if got := strings.Join(events(d), " "); got != want {
		t.Errorf("got %q, want %q\n%s", got, want, notes(d))
	}
	if n := noted(d, "date"); n == nil || n.Path != "/timeline/date/2/startDate" {
		t.Errorf("31 April is not named\n%s", notes(d))
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nothing":      {"", "no row"},
		"other rows":   {"Name,Born\nx,1900\n", "headings"},
		"headings":     {"Year,Headline\n", "no slide"},
		"other JSON":   {`{"items": []}`, "no slide"},
		"a list":       {`[{"start_date": {"year": 1}}]`, "list"},
		"deep":         {strings.Repeat(`{"events":[`, 40), "nested"},
		"half":         {`{"events": [`, "ends before"},
		"a workbook":   {"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "no text"},
		"a web page":   {"<!DOCTYPE html><html><body>Sign in</body></html>", "headings"},
		"events of it": {`{"events": "none"}`, "no slide"},
	} {
		if _, err := bring(t, "x", c.data, "en"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTwice: what is imported twice changes nothing, and what came is an archive.
func TestTwice(t *testing.T) {
	for name, data := range map[string]string{"timeline.json": document, "sheet.csv": "Year,Headline,Text,Media\n1994,One,A <a href=//example.org/x>link</a>,near.png\n1994,One,Other,\n1995,النكبة,,\n1995,שואה,,\n"} {
		d := mustBring(t, name, data, "en", "pictures/a b.jpg", "near.png")
		files := written(t, d, nil)
		folder := authoring.Load(context.Background(), files)
		for _, p := range folder.Problems {
			if p.Severity == authoring.Error && p.Rule != "missing-key" && p.Rule != "required" && !strings.Contains(p.Message, "media") && !strings.HasPrefix(p.File, "media/") {
				t.Errorf("%s: %s (%s)", name, p, p.Rule)
			}
		}
		again := mustBring(t, name, data, "en", "pictures/a b.jpg", "near.png")
		merged, err := again.Into(context.Background(), files, true)
		if err != nil {
			t.Fatal(err)
		}
		if len(merged.Files) > 0 {
			t.Errorf("%s: a second import writes %v", name, merged.Files)
		}
	}
}

// written are the files that an import makes.
func written(t testing.TB, d *exchange.Draft, old fstest.MapFS) fstest.MapFS {
	t.Helper()
	merged, err := d.Into(context.Background(), nil, false)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, text := range merged.Files {
		files[name] = &fstest.MapFile{Data: bytes.Clone(text)}
	}
	for name := range merged.Attached {
		files[name] = &fstest.MapFile{Data: []byte(png)}
	}
	return files
}

// TestGiven is of a history that was named beforehand, and of what a title cannot be.
func TestGiven(t *testing.T) {
	data := "Year,Headline,Type,Group,Display Date\n,All,title,law,then\n1994,One,,,\n"
	d := mustBring(t, "sheet.csv", data, "en")
	for _, rule := range []string{"title-date", "title-group"} {
		if noted(d, rule) == nil {
			t.Errorf("no %s\n%s", rule, notes(d))
		}
	}
	d, err := importFile("sheet.csv", "Year,Headline\n1994,One\n", exchange.Options{Lang: "en", Case: "bosnia", Old: exchange.Existing{Original: "en", Histories: []string{"bosnia"}}})
	if err != nil {
		t.Fatal(err)
	}
	if noted(d, "title") != nil || d.Find("cases/bosnia/timeline.yaml") == nil || d.Find("cases/bosnia/case.yaml") != nil {
		t.Errorf("files %v\n%s", d.Names(), notes(d))
	}
}

// TestOldSheet is of a sheet as an older spreadsheet saves it.
func TestOldSheet(t *testing.T) {
	for lang, c := range map[content.Lang]struct {
		page *charmap.Charmap
		text string
		want string
	}{
		"ar": {charmap.Windows1256, "سقوط المدينة وما تلاه", "Windows-1256"},
		"bs": {charmap.Windows1250, "Žene i djeca čekaju, međutim niko ne može naći kuću", "Windows-1250"},
		"fr": {charmap.Windows1252, "L’été des déportés", "Windows-1252"},
	} {
		data, err := c.page.NewEncoder().String("Year;Headline;Text\r\n1995;" + c.text + ";\"a; b\"\r\n")
		if err != nil {
			t.Fatal(err)
		}
		d := mustBring(t, "sheet.csv", data, lang)
		if got := events(d); len(got) != 1 || got[0] != "1995|background|"+c.text+"|a; b|" {
			t.Errorf("%s: %q", lang, got)
		}
		if n := noted(d, "encoding"); n == nil || !strings.Contains(n.Message, c.want) || n.File != "sheet.csv" || n.Row != 2 {
			t.Errorf("%s: it is not said how the sheet was read\n%s", lang, notes(d))
		}
	}
}
