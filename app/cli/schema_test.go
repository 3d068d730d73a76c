package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSchema(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "museum", "schemas")
	o := run("schema", "-o", dir)
	names := strings.Fields(o.out)
	if o.code != 0 || len(names) < 20 {
		t.Fatalf("%+v", o)
	}
	for _, name := range names {
		if text, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !json.Valid(text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if o := run("schema", "-o", dir, "--json"); o.code != 0 || strings.TrimSpace(o.out) != "[]" {
		t.Errorf("a second time: %+v", o)
	}
	taken := filepath.Join(dir, "people.schema.json")
	if err := os.WriteFile(taken, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if o := run("schema", "-o", dir); o.code != 1 || !o.complains() || !strings.Contains(o.err, "people.schema.json") {
		t.Errorf("over somebody's file: %+v", o)
	}
}

func TestSchemaInAnArchive(t *testing.T) {
	dir := t.TempDir()
	if o := run("schema", "--wire", dir); o.code != 1 || !o.complains() || !strings.Contains(o.err, "archive.yaml") {
		t.Errorf("no archive: %+v", o)
	}
	if err := os.CopyFS(dir, os.DirFS(small)); err != nil {
		t.Fatal(err)
	}
	before := run("check", dir)
	o := run("schema", "--wire", dir, "--json")
	var changed []string
	if err := json.Unmarshal([]byte(o.out), &changed); err != nil || o.code != 0 || len(changed) < 30 {
		t.Errorf("%+v, %v", o, err)
	}
	if after := run("check", dir); after.code != before.code || strings.Count(after.out, "\n") != strings.Count(before.out, "\n") {
		t.Errorf("check says\n%s, and before\n%s", after.out, before.out)
	}
	if o := run("schema", "--wire", dir); o.code != 0 || o.out != "" {
		t.Errorf("a second time: %+v", o)
	}
	if o := run("schema", "--unwire", dir); o.code != 0 || strings.Count(o.out, "\n") != len(changed) {
		t.Errorf("taken out: %+v", o)
	}
	for _, args := range [][]string{{}, {"-o", dir, "--wire", dir}, {"-o", dir, "word"}} {
		if o := run(append([]string{"schema"}, args...)...); o.code != 2 || !o.complains() {
			t.Errorf("%q: %+v", args, o)
		}
	}
}
