package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What goes out as a workbook or as tables comes in again, and check finds in it what it
// found before.
func TestWorkbookOutAndIn(t *testing.T) {
	for _, format := range []string{"xlsx", "csv"} {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			book, back := filepath.Join(dir, "archive."+format), filepath.Join(dir, "back")
			if o := run("export", format, small, "-o", book); o.code != 0 || !strings.Contains(o.out, "events") {
				t.Fatalf("%+v", o)
			}
			if o := run("import", format, book, back); o.code != 0 || !strings.Contains(o.out, "written to ") {
				t.Fatalf("%+v", o)
			}
			if o := run("import", format, book, back); o.code != 0 || !strings.Contains(o.out, "nothing was written") {
				t.Errorf("a second time: %+v", o)
			}
			was, is := run("check", small), run("check", back)
			if strings.Count(was.out, "error") != strings.Count(is.out, "error") && !strings.Contains(is.out, "media") {
				t.Errorf("check said:\n%s\nand says:\n%s", was.out, is.out)
			}
		})
	}
}

func TestTemplate(t *testing.T) {
	book := filepath.Join(t.TempDir(), "empty.xlsx")
	if o := run("import", "template", "-o", book, "--lang", "en,ar"); o.code != 0 {
		t.Fatalf("%+v", o)
	}
	if info, err := os.Stat(book); err != nil || info.Size() == 0 {
		t.Fatal("no workbook was written")
	}
	if o := run("import", "xlsx", book, filepath.Join(t.TempDir(), "a")); o.code != 1 || !strings.Contains(o.err, "no row") {
		t.Errorf("an empty template: %+v", o)
	}
	for _, args := range [][]string{{"import", "template"}, {"import", "template", "-o", "x.ods"}, {"import", "template", "-o", book, "--lang", "xx-yy-zz"}} {
		if o := run(args...); o.code != 2 || !o.complains() {
			t.Errorf("%v: %+v", args, o)
		}
	}
}

// What check will ask for is asked when it comes over, with the row it is missing from.
func TestAnEventWithoutItsSource(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "events.csv")
	if err := os.WriteFile(file, []byte("case,id,date,title [en],kind,importance,sources,verified\nx,one,1994-04-07,A day,memory,1,,page\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := run("import", "csv", file, filepath.Join(dir, "a"))
	if !strings.Contains(o.out, "row 2 column G (sources): nothing stands under sources, and the archive needs it of an event") {
		t.Errorf("%+v", o)
	}
}
