package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Words go out to a file and come back; the folder is then as it was.
func TestTranslate(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(small)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"fr.xlf", "fr.po", "pl.xlf"} {
		file := filepath.Join(t.TempDir(), name)
		args := []string{"translate", "export", dir, "--lang", strings.TrimSuffix(name, filepath.Ext(name)), "-o", file}
		if filepath.Ext(name) == ".po" {
			args = append(args, "--format", "po")
		}
		if o := run(args...); o.code != 0 || !strings.Contains(o.out, "units") {
			t.Fatalf("%v: %+v", args, o)
		}
		o := run("translate", "import", file, dir, "--json")
		var said struct{ Wrote []string }
		if err := json.Unmarshal([]byte(o.out), &said); err != nil || o.code != 0 || len(said.Wrote) > 0 {
			t.Errorf("%s: %v, %+v", name, err, o)
		}
	}
}

func TestTranslateIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.po")
	if err := os.WriteFile(file, []byte("msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\nmsgid \"a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"translate", 2, "export or import"},
		{"translate export " + small + " -o x", 2, "--lang"},
		{"translate export " + small + " --lang fr", 2, "-o FILE"},
		{"translate export " + small + " --lang FR -o x", 2, "BCP 47"},
		{"translate export " + small + " --lang fr --only old -o x", 2, "stale"},
		{"translate export " + small + " --lang fr --version 3 -o x", 2, "1.2"},
		{"translate export " + small + " --lang en -o x", 1, "itself"},
		{"translate export " + small + " --lang fr --case nowhere -o x", 1, "no history"},
		{"translate export " + small + " --lang fr --interface -o x", 1, "speaks"},
		{"translate import " + file + " " + small, 1, "line 5"},
		{"translate import nowhere.xlf " + small, 2, "nowhere.xlf"},
		{"translate import " + file + " " + small + " --date 2026", 2, "--reviewer"},
		{"translate import " + file + " " + small + " --reviewer Ana --date soon", 2, "date"},
	} {
		if o := run(strings.Fields(c.args)...); o.code != c.code || !strings.Contains(o.err, c.want) || !o.complains() {
			t.Errorf("%s: %d, %s%s", c.args, o.code, o.out, o.err)
		}
	}
}
