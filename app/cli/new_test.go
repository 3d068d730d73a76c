package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A new archive passes check in whatever languages, says in each file of facts and
// words what belongs there, is shown, and never lands on something else.
func TestNew(t *testing.T) {
	for _, langs := range []string{"en", "fr,en", "pl", "ar,he,en", "km,en"} {
		dir := filepath.Join(t.TempDir(), "museum", "archive")
		if o := run("new", dir, "--lang", langs); o.code != 0 || !strings.Contains(o.out, "vigil check") {
			t.Fatalf("%s: %+v", langs, o)
		}
		o := run("check", dir)
		out := o.out
		if o.code != 0 {
			t.Errorf("%s: check finds %q", langs, out)
		}
		for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
			if line != "" && !strings.Contains(line, "interface.") {
				t.Errorf("%s: check says %q", langs, line)
			}
		}
		first, _, _ := strings.Cut(langs, ",")
		if o := run("show", "--archive", dir, "--lang", first, "case/first-history"); o.code != 0 || !strings.Contains(o.out, "The title of your history") {
			t.Errorf("%s: show gives %+v", langs, o)
		}
		err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(name) != ".yaml" {
				return err
			}
			data, err := os.ReadFile(name)
			first, second, _ := strings.Cut(string(data), "\n")
			if err == nil && !strings.HasPrefix(second, "# ") {
				t.Errorf("%s: %s does not say what belongs there", langs, name)
			}
			_, schema, _ := strings.Cut(first, "# yaml-language-server: $schema=")
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), filepath.FromSlash(schema))); schema == "" || err != nil {
				t.Errorf("%s: %s leads an editor nowhere: %q, %v", langs, name, first, err)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if o := run("new", dir); o.code == 0 || !strings.Contains(o.err, "already") {
			t.Errorf("%s: a second archive in the same place: %+v", langs, o)
		}
	}
	if o := run("new", filepath.Join(t.TempDir(), "x"), "--lang", "english!"); o.code != 2 || !strings.Contains(o.err, "language") {
		t.Errorf("a language that is none: %+v", o)
	}
	if o := run("check", t.TempDir()); o.code != 1 || !strings.Contains(o.out, "vigil new") || strings.Count(o.out, "\n") != 1 {
		t.Errorf("an empty folder: %+v", o)
	}
}
