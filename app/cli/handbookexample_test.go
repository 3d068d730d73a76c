package cli_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sheetsOfExample are the sheets whose cells the tables of the handbook's second part
// hold, in their order; a sheet that comes again has more columns of the same rows.
var sheetsOfExample = []string{"archive", "cases", "cases", "sources", "people", "places", "events", "events"}

// tables are the tables of a text in Markdown, the headings first.
func tables(text string) [][][]string {
	var all [][][]string
	inside := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			inside = false
			continue
		}
		if strings.HasPrefix(line, "| ---") {
			continue
		}
		var cells []string
		for _, c := range strings.Split(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		if !inside {
			all = append(all, nil)
		}
		inside = true
		all[len(all)-1] = append(all[len(all)-1], cells)
	}
	return all
}

// example are the sheets that a reader of the handbook fills.
func example(t *testing.T) map[string][][]string {
	t.Helper()
	_, part, _ := strings.Cut(paper(t, papers[1]), "\n## 2. ")
	part, _, _ = strings.Cut(part, "\n## 3. ")
	found := tables(part)
	if len(found) != len(sheetsOfExample) {
		t.Fatalf("the example has %d tables, of %v", len(found), sheetsOfExample)
	}
	sheets := map[string][][]string{}
	for i, name := range sheetsOfExample {
		if sheets[name] == nil {
			sheets[name] = found[i]
			continue
		}
		if len(found[i]) != len(sheets[name]) {
			t.Fatalf("the tables of %s have %d and %d rows", name, len(sheets[name]), len(found[i]))
		}
		for row := range found[i] {
			sheets[name][row] = append(sheets[name][row], found[i][row]...)
		}
	}
	for row := range sheets["events"] {
		more := []string{"darfur", "page"}
		if row == 0 {
			more = []string{"case", "verified"}
		}
		sheets["events"][row] = append(sheets["events"][row], more...)
	}
	return sheets
}

// filled is a folder with the example's sheets, after what a reader mends.
func filled(t *testing.T, mends ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, rows := range example(t) {
		var text strings.Builder
		if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		mended := strings.NewReplacer(mends...).Replace(text.String())
		if err := os.WriteFile(filepath.Join(dir, name+".csv"), []byte(mended), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestHandbooksExampleIsAsItSays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "darfur")
	told := paper(t, papers[1])
	first := run("import", "csv", filled(t), dir)
	if first.code != 1 {
		t.Errorf("exit code %d: %s", first.code, first.err)
	}
	for _, say := range []string{
		"did not come over: 1\n",
		`"06/05/2004" can be read in more than one way; the row did not come over`,
		"for a person to decide: 1\n",
		`nothing in sources is called "powel-2004": did you mean "powell-2004"?`,
		records(first.out),
		"came over: 1 archive, 1 case, 5 events, 1 person, 2 places, 6 sources\n",
	} {
		if !strings.Contains(first.out, say) || !strings.Contains(told, strings.TrimSpace(say)) {
			t.Errorf("%q is in the handbook %t; the import said\n%s", say, strings.Contains(told, strings.TrimSpace(say)), first.out)
		}
	}
	if o := run("check", dir); o.code != 1 || strings.Count(o.out, "\n") != 1 {
		t.Errorf("before it is mended: %s", o.out)
	}
	if o := run("import", "csv", filled(t, "06/05/2004", "6 May 2004", "powel-2004", "powell-2004"), dir, "--replace"); o.code != 0 || !strings.Contains(told, records(o.out)) {
		t.Errorf("what is mended: %d %s%s", o.code, o.out, o.err)
	}
	if o := run("check", dir); o.code != 0 || o.out != "" {
		t.Errorf("after it is mended: %s", o.out)
	}
	o := run("check", dir, "--publish")
	lines := strings.Split(strings.TrimSpace(o.out), "\n")
	if last := lines[len(lines)-1]; !strings.Contains(told, last) {
		t.Errorf("the handbook does not say %q", last)
	}
}

// records is what an import says became of its records.
func records(out string) string {
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "records: ") {
			return line
		}
	}
	return "nothing of records is said"
}
