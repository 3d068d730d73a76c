package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// sheetsOf is a workbook of text: rows by line, cells by bar.
func sheetsOf(sheets map[string]string) raw {
	r := raw{sheets: map[string]string{}}
	for name, text := range sheets {
		for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
			if strings.TrimSpace(line) != "" {
				r.sheets[name] += texts(i+1, strings.Split(strings.TrimSpace(line), "|")...)
			}
		}
	}
	return r
}

// Books as they come: what the report says, and where the rows went.
func TestBooks(t *testing.T) {
	tests := []struct {
		name   string
		sheets map[string]string
		left   string // rules of what did not come
		decide string
		want   string // ids that came, by file
	}{
		{"headings in other letters", map[string]string{"People": "ID *|Name|ROLE (en)|Verified_\na|Anna|A witness|page"}, "", "missing", "people: a"},
		{"headings in the third row", map[string]string{"people": "Our people\n\nid|name|group|verified\na|Anna|witness|page"}, "", "", "people: a"},
		{"headings twice", map[string]string{"people": "id|name|group|verified\na|Anna|witness|page\nid|name|group|verified\nb|Ben|witness|page"}, "", "", "people: a b"},
		{"the line of help", map[string]string{"people": "id|name|group|verified\n» A name for it|» Needed|» x|» y\na|Anna|witness|page"}, "", "", "people: a"},
		{"a column that is misspelt", map[string]string{"people": "id|name|gruop|verified|group\na|Anna|x|page|witness"}, "unknown-column", "", "people: a"},
		{"a column that stands twice", map[string]string{"people": "id|name|group|verified|name\na|Anna|witness|page|Ann"}, "column-twice", "", "people: a"},
		{"a column without a heading", map[string]string{"people": "id|name|group|verified\na|Anna|witness|page|what"}, "no-heading", "", "people: a"},
		{"two rows of one id", map[string]string{"people": "id|name|group|verified\na|Anna|witness|page\na|Ann|witness|page"}, "id-twice", "", "people: a"},
		{"a row without an id", map[string]string{"people": "id|name|group|verified\n|Anna Berg|witness|page"}, "", "made-id", "people: anna-berg"},
		{"a row with nothing to call it", map[string]string{"people": "id|name|group|verified\n||witness|page"}, "no-id", "", ""},
		{"a mistake in what must be there leaves the row out and no other", map[string]string{"people": "id|name|group|verified|born\na|Anna|witnes|page|1930\nb|Ben|witness|page|1930"}, "unknown-value", "", "people: b"},
		{"a mistake in what may be missing leaves the cell out", map[string]string{"people": "id|name|group|verified|born\na|Anna|witness|page|soon\nb|Ben|witness|page|1930"}, "date", "", "people: a b"},
		{"a mistake of a history leaves its cell out", map[string]string{"cases": "id|order|span\nwar|first|1990"}, "wrong-type", "", "cases/war/case: "},
		{"ids with capitals and spaces, and who names them so", map[string]string{"people": "id|name|group|verified\nAnna B|Anna|witness|page", "cases": "id|order|span\nwar|1|1990", "events": "id|case|date|kind|importance|verified|people\nDay One|War|1990|law|1|page|Anna B"}, "", "", "cases/war/case: ; cases/war/timeline: day-one; people: anna-b"},
		{"a history that is called nearly like another", map[string]string{"cases": "id|order|span\nrwanda|1|1990", "events": "id|case|date|kind|importance|verified\na|rwand|1990|law|1|page"}, "unknown", "", "cases/rwanda/case: "},
		{"a cell far to the right", map[string]string{"people": "id|name|group|verified\na|Anna|witness|page" + strings.Repeat("|", 1200) + "far"}, "far-columns", "", "people: a"},
		{"a column of one's own", map[string]string{"people": "id|name|group|verified|# remarks\na|Anna|witness|page|ask her daughter"}, "", "", "people: a"},
		{"a sheet of no known name, known by its headings", map[string]string{"Tabelle1": "id|name|group|verified\na|Anna|witness|page"}, "", "", "people: a"},
		{"a sheet that is nothing", map[string]string{"notes": "to do|when\nbuy paint|soon", "people": "id|name|group|verified\na|Anna|witness|page"}, "sheet", "", "people: a"},
		{"a sheet of other headings but two", map[string]string{"Sheet1": "Accession|Creator|date|title|Subject|Reproduction\n1|A|1990|T|S|R"}, "sheet", "", ""},
		{"headings of two sheets", map[string]string{"Sheet1": "id|name|names\na|Anna|x"}, "sheet", "", ""},
		{"events of the one history", map[string]string{"cases": "id|order|span\nwar|1|1990", "events": "id|date|kind|importance|verified\na|1990|law|1|page"}, "", "", "cases/war/case: ; cases/war/timeline: a"},
		{"events of nobody's history", map[string]string{"events": "id|date|kind|importance|verified\na|1990|law|1|page"}, "", "archive history", "cases/book/case: ; cases/book/timeline: a"},
		{"events of one of two histories", map[string]string{"cases": "id|order|span\nwar|1|1990\nlaw|2|1991", "events": "id|date|kind|importance|verified\na|1990|law|1|page"}, "no-case", "", "cases/law/case: ; cases/war/case: "},
		{"an event of a history and a speech", map[string]string{"cases": "id|order|span\nwar|1|1990", "events": "id|case|speech|date|kind|importance|verified\na|war|talk|1990|law|1|page"}, "two-owners", "", "cases/war/case: "},
		{"an event around a speech", map[string]string{"events": "id|speech|date|kind|importance|verified\na|talk|1990|law|1|page"}, "", "", "speeches/talk/timeline: a"},
		{"events by their headings", map[string]string{"Sheet1": "id|date|title|text\na|1990|Title|Text"}, "", "history", "cases/book/case: ; cases/book/timeline: a"},
		{"the figures of a history", map[string]string{"cases": "id|order|span\nwar|1|1990", "figures": "id|low|unit|verified\nf|7|people|page"}, "", "", "cases/war/case: f"},
		{"an outcome without its finding", map[string]string{"cases": "id|order|span\nwar|1|1990", "findings": "id|verified\nkrstic-trial|page", "outcomes": "finding|outcome\nkrstic-trail|convicted"}, "unknown", "", "cases/war/case: krstic-trial"},
		{"an outcome of a finding", map[string]string{"cases": "id|order|span\nwar|1|1990", "findings": "id|verified\nkrstic-trial|page", "outcomes": "finding|outcome\nkrstic-trial|convicted"}, "", "", "cases/war/case: krstic-trial"},
		{"questions are a list", map[string]string{"cases": "id|order|span\nwar|1|1990", "questions": "case|id|title [en]\nwar|q1|Why?\nwar|q2|Who?"}, "", "", "cases/war/case: "},
		{"prose by paragraphs, in their order", map[string]string{"cases": "id|order|span\nwar|1|1990", "texts": "case|part|text [en]\nwar|2|Two\nwar|1|One"}, "", "", "cases/war/case: ; cases/war/essay.en.md: One¶Two"},
		{"prose of which a row has a mistake", map[string]string{"cases": "id|order|span\nwar|1|1990", "texts": "case|part|text [en]\nwar|one|Two\nwar|1|One"}, "prose wrong-type", "", "cases/war/case: "},
		{"a picture that lies beside", map[string]string{"media": "id|file|credit|rights\none|one.jpg|A|B"}, "", "", "media/one: "},
		{"a picture that does not", map[string]string{"media": "id|file|credit|rights\ntwo|two.jpg|A|B"}, "", "picture-missing", "media/two: "},
		{"a name of a picture that no file may have", map[string]string{"media": "id|file|credit|rights\none|One Two.JPG|A|B"}, "", "picture-missing", "media/one: "},
		{"a translation of the words beside it", map[string]string{"people": "id|name|group|verified|text [en]|text [fr]\na|Anna|witness|page|She saw.|Elle a vu."}, "", "made-from translator", "people: a"},
		{"a language in the heading alone", map[string]string{"people": "id|name|group|verified|text_en|title fr\na|Anna|witness|page|She saw.|Anne"}, "", "made-from translator", "people: a"},
		{"only words of one language", map[string]string{"glossary": "id|title [fr]\na|Génocide"}, "", "original", "glossary: a"},
		{"a keyboard", map[string]string{"keyboards": "language|rows|variants\npl|q w;a s|a: ąáà"}, "", "", "keyboard.pl: "},
		{"words that belong to nothing", map[string]string{"other words": "file|id|title [en]\npeople|gone|A title\nnowhere|x|y"}, "file", "", ""},
		{"a row that goes on below", map[string]string{"glossary": "id|title [en]|text [en]\na|Word|One and \n(continued)||two"}, "", "", "glossary: a"},
		{"a review of words that are not there", map[string]string{"glossary": "id|title [en]\na|Word", "reviews": "file|language|review\nglossary|en|reviewed\npeople|en|draft\nglosary|en|draft"}, "file", "", "glossary: a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := brought(t, "book.xlsx", sheetsOf(test.sheets).bytes(), exchange.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := rules(d.Report, exchange.LeftOut); got != test.left {
				t.Errorf("left out for %q, want %q: %v", got, test.left, d.Notes)
			}
			for _, rule := range strings.Fields(test.decide) {
				if !slices.Contains(strings.Fields(rules(d.Report, exchange.Decide)), rule) {
					t.Errorf("nothing to decide of %s: %v", rule, d.Notes)
				}
			}
			if got := came(d); got != test.want {
				t.Errorf("%q, want %q (%v)", got, test.want, d.Notes)
			}
			for _, n := range d.Notes {
				if n.Weight == exchange.LeftOut && n.Mend == "" {
					t.Errorf("no mend: %s", n)
				}
			}
		})
	}
}

// came are the ids of records by the file that they went to, but for what every archive has.
func came(d *exchange.Draft) string {
	by := map[string][]string{}
	for _, s := range sheets {
		for _, r := range s.rows(d.Manuscript) {
			if r.file == "archive.yaml" {
				continue
			}
			by[r.base()] = append(by[r.base()], "")
			if s.list != "" && s.inner == "" && !s.named && r.id != "" {
				by[r.base()] = append(by[r.base()], r.id)
			}
		}
	}
	for _, name := range d.Names() {
		if strings.HasSuffix(name, ".md") {
			by[name] = []string{strings.ReplaceAll(d.Body(name), "\n\n", "¶")}
		}
	}
	var list []string
	for _, base := range slices.Sorted(maps.Keys(by)) {
		ids := slices.DeleteFunc(by[base], func(id string) bool { return id == "" })
		list = append(list, base+": "+strings.Join(ids, " "))
	}
	return strings.Join(list, "; ")
}

// What a sheet says beside its cells is told.
func TestRemarksAreTold(t *testing.T) {
	r := sheetsOf(map[string]string{"people": "id|name|group|verified\na|Anna|witness|page\nb|Ben|witness|page"})
	r.sheets["people"] = strings.Replace(r.sheets["people"], `<row r="3">`, `<row r="3" hidden="1">`, 1)
	r.after = `<mergeCells><mergeCell ref="C2:C3"/></mergeCells><hyperlinks><hyperlink ref="B3" r:id="h"/></hyperlinks>`
	r.more = map[string]string{
		"xl/worksheets/_rels/s1.xml.rels": `<Relationships><Relationship Id="c" Type="http://x/comments" Target="../comments1.xml"/><Relationship Id="h" Type="http://x/hyperlink" TargetMode="External" Target="https://example.org/ben"/><Relationship Id="d" Type="http://x/drawing" Target="../drawings/d1.xml"/></Relationships>`,
		"xl/comments1.xml":                `<comments><commentList><comment ref="B2"><text><r><t>is this </t></r><r><t>right?</t></r></text></comment></commentList></comments>`,
	}
	d, err := brought(t, "book.xlsx", r.bytes(), exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := came(d); got != "people: a b" {
		t.Errorf("%q came", got)
	}
	for _, want := range []string{"sheet people row 2 column B: a note hangs on this cell, and notes do not come over: \"is this right?\"", "(C2:C3)", "sheet people row 3 column B: the address \"https://example.org/ben\" lies", "sheet people row 3: this row is hidden", "pictures or charts lie on this sheet"} {
		if !slices.ContainsFunc(d.Notes, func(n exchange.Note) bool { return strings.Contains(n.String(), want) }) {
			t.Errorf("nobody is told %q: %v", want, d.Notes)
		}
	}
}

// Dates are counted from 1904 where a workbook says so.
func TestDaysFrom1904(t *testing.T) {
	r := raw{workbook: `date1904="1"`, formats: []string{"yyyy-mm-dd"}, sheets: map[string]string{"sources": texts(1, "id", "title", "date") + strings.Replace(texts(2, "one", "T"), "</row>", `<c r="C2" s="1"><v>32969</v></c></row>`, 1)}}
	d, err := brought(t, "book.xlsx", r.bytes(), exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := recordOf(d, "sources").Text("date"); got != "1994-04-07" {
		t.Errorf("%q", got)
	}
	r = raw{app: "LibreOffice/7", formats: []string{"yyyy-mm-dd"}, sheets: map[string]string{"sources": texts(1, "id", "title", "date") + strings.Replace(texts(2, "one", "T"), "</row>", `<c r="C2" s="1"><v>3</v></c></row>`, 1)}}
	if d, err = brought(t, "book.xlsx", r.bytes(), exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	if got := recordOf(d, "sources").Text("date"); got != "1900-01-02" {
		t.Errorf("as LibreOffice counts: %q", got)
	}
}

// Italics and bold letters become Markdown where there may be Markdown.
func TestRichText(t *testing.T) {
	rich := `<c r="B2" t="inlineStr"><is><r><t>He wrote </t></r><r><rPr><i/></rPr><t xml:space="preserve">If This Is a Man </t></r><r><rPr><b val="0"/></rPr><t>in </t></r><r><rPr><b/></rPr><t>1947</t></r></is></c>`
	r := raw{sheets: map[string]string{"glossary": texts(1, "id", "text [en]", "title [en]") + `<row r="2"><c r="A2" t="str"><v>one</v></c>` + rich + strings.Replace(rich, "B2", "C2", 1) + "</row>"}}
	d, err := brought(t, "book.xlsx", r.bytes(), exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	word := d.Word("glossary", "en", "one")
	if got := word.Text("text"); got != "He wrote *If This Is a Man* in **1947**" {
		t.Errorf("%q", got)
	}
	if got := word.Text("title"); got != "He wrote If This Is a Man in 1947" {
		t.Errorf("%q", got)
	}
	if rules(d.Report, exchange.Altered) != "format" {
		t.Errorf("%v", d.Notes)
	}
}

// Files that are no workbooks say what they are and what to do.
func TestOtherFiles(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			b.WriteByte(0)
		}
		return b.String()
	}
	ods := raw{more: map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}}
	twice := raw{sheets: map[string]string{"people": `<row r="1"><!DOCTYPE x></row>`}}
	tests := []struct {
		name, data string
		want       string
	}{
		{"nothing", "", "no workbook"},
		{"text", "id,name\na,Anna\n", "vigil import csv"},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 600), "old form"},
		{"a locked workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 600) + wide("EncryptedPackage"), "password"},
		{"an OpenDocument spreadsheet", string(ods.bytes()), ".ods"},
		{"half a workbook", string(sheetsOf(map[string]string{"people": "id|name\na|Anna"}).bytes()[:400]), "damaged"},
		{"a document type", string(twice.bytes()), "save it as .xlsx again"},
		{"nothing in it", string(raw{sheets: map[string]string{"people": ""}}.bytes()), "no row"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := brought(t, "book.xlsx", []byte(test.data), exchange.Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want one that says %q", err, test.want)
			}
		})
	}
}

// Delimited text comes like a workbook's sheet.
func TestDelimited(t *testing.T) {
	tests := []struct{ name, file, text, want, left string }{
		{"semicolons and a mark", "people.csv", "\ufeffid;name;group;verified\r\na;Anna;witness;page\r\n", "people: a", ""},
		{"a name of Google", "Our archive - people.csv", "id,name,group,verified\na,Anna,witness,page\n", "people: a", ""},
		{"a name of a download", "people (2).csv", "id,name,group,verified\na,Anna,witness,page\n", "people: a", ""},
		{"known by its headings", "export.csv", "id,title,kind,url\na,A book,book,http://x\n", "sources: a", ""},
		{"as likely one as another", "export.csv", "id,name,names\na,A,b\n", "", "sheet"},
		{"Windows-1250", "people.csv", "id,name,group,verified\na,Hasan Nuhanovi\xe6,witness,page\n", "people: a", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := brought(t, test.file, []byte(test.text), exchange.Options{Lang: "bs"})
			if err != nil {
				t.Fatal(err)
			}
			if got := came(d); got != test.want {
				t.Errorf("%q, want %q: %v", got, test.want, d.Notes)
			}
			if got := rules(d.Report, exchange.LeftOut); got != test.left {
				t.Errorf("left out for %q: %v", got, d.Notes)
			}
		})
	}
	d, err := brought(t, "people.csv", []byte("id,name,group,verified\na,Hasan Nuhanovi\xe6,witness,page\n"), exchange.Options{Lang: "bs"})
	if err != nil || d.File("people.yaml").Record("people", "a").Text("name") != "Hasan Nuhanović" {
		t.Errorf("%v: %v", err, d.File("people.yaml").Record("people", "a").Text("name"))
	}
	if _, err := brought(t, "people.csv", []byte("\u00ef\u00bb\u00bfid,name\na,Anna\n"), exchange.Options{}); err == nil || !strings.Contains(err.Error(), "UTF-8") {
		t.Errorf("letters that were broken before: %v", err)
	}
}

// Importing the same rows twice changes nothing, ids that were made too.
func TestTheSameTwice(t *testing.T) {
	book := sheetsOf(map[string]string{
		"cases":  "id|order|span|title [en]\nwar|1|1990|War",
		"events": "case|date|title [en]|kind|importance|verified|place\nwar|1990|Liberation|law|1|page|\nwar|1991|Liberation|law|1|page|\nwar|1992|Peace|law|1|page|x",
		"people": "name|group|verified\nAnna Berg|witness|page",
	}).bytes()
	first, err := brought(t, "book.xlsx", book, exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	old := exchange.Existing{Original: "en", Languages: []content.Lang{"en"}, Histories: []string{"war"}, Manuscript: first.Manuscript}
	for _, replace := range []bool{false, true} {
		second, err := brought(t, "book.xlsx", book, exchange.Options{Old: old, Replace: replace})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range second.Names() {
			if name == "archive.yaml" {
				continue
			}
			was, is := first.Find(name), second.Find(name)
			if was == nil {
				t.Fatalf("%s is new", name)
			}
			for _, key := range is.Keys() {
				for i, e := range is.Entries(key) {
					if !e.Equal(was.Entries(key)[i]) && !replace {
						t.Errorf("%s %s %d came otherwise", name, key, i)
					}
					if e.Text("id") != was.Entries(key)[i].Text("id") {
						t.Errorf("%s %s: %s was %s", name, key, e.Text("id"), was.Entries(key)[i].Text("id"))
					}
				}
			}
		}
	}
}

// With replace an empty cell takes away what the folder has; a column that is not there does
// not, and without replace nothing does.
func TestEmptyCells(t *testing.T) {
	old := authoring.NewManuscript()
	old.File("archive.yaml").Set("original", "en")
	e := old.File("people.yaml").Record("people", "a")
	e.Set("name", "Anna").Set("group", "witness").Set("born", "1930").Set("died", "1999").Set("verified", "page")
	old.Words("people", "en", "a").Set("role", "A witness").Set("text", "She saw.")
	options := exchange.Options{Old: exchange.Existing{Original: "en", Manuscript: old}}
	book := sheetsOf(map[string]string{"people": "id|name|born|group|role [en]|text [en]\na|Anna|||| Seen."}).bytes()
	for _, replace := range []bool{false, true} {
		options.Replace = replace
		d, err := brought(t, "book.xlsx", book, options)
		if err != nil {
			t.Fatal(err)
		}
		got := d.File("people.yaml").Record("people", "a")
		words := d.Word("people", "en", "a")
		if got.Has("born") != replace || got.Has("died") || words.Has("role") != replace {
			t.Errorf("replace %v: born cleared %v, died %v, role cleared %v", replace, got.Has("born"), got.Has("died"), words.Has("role"))
		}
		if got.Has("group") {
			t.Error("what must be there was cleared")
		}
	}
}

// A row that has everything gives the same id whenever it is read, and no two rows the same.
func TestMadeIDs(t *testing.T) {
	rows := "case|date|title [en]|kind|importance|verified\n"
	for i := range 40 {
		rows += fmt.Sprintf("war|19%02d|Liberation|law|1|page\n", 50+i)
	}
	book := sheetsOf(map[string]string{"cases": "id|order|span\nwar|1|1990", "events": rows}).bytes()
	var before []string
	for range 2 {
		d, err := brought(t, "book.xlsx", book, exchange.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, e := range d.File("cases/war/timeline.yaml").Entries("events") {
			ids = append(ids, e.Text("id"))
		}
		if len(ids) != 40 || before != nil && !slices.Equal(ids, before) {
			t.Fatalf("%v, then %v", before, ids)
		}
		slices.Sort(slices.Clone(ids))
		if len(slices.Compact(slices.Sorted(slices.Values(ids)))) != 40 {
			t.Fatalf("ids stand twice: %v", ids)
		}
		before = ids
	}
}
