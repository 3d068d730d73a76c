package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"vigil/app/cli"
	"vigil/content"
)

func TestZZ(t *testing.T) {
	run := func(args ...string) {
		var out, err bytes.Buffer
		code := cli.Main(context.Background(), cli.Env{Out: &out, Err: &err}, args)
		fmt.Printf("%v: %d\nOUT %.1500s\nERR %.500s\n", args, code, out.String(), err.String())
	}
	mut := func(file, old, new string) {
		dir := t.TempDir()
		if err := os.CopyFS(dir, content.Bundled()); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(dir + "/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), old) {
			fmt.Println("!!!! not in", file, old)
		}
		os.WriteFile(dir+"/"+file, []byte(strings.Replace(string(data), old, new, 1)), 0o644)
		fmt.Println("=====", file, old, "->", new)
		run("check", dir)
	}
	mut("people.yaml", "x-none", "")
	mut("people.yaml", "id: hasan-nuhanovic", "id: Hasan_Nuhanovic")
	mut("cases/bosnia/timeline.yaml", `"1980-05-04"`, `"1980-13-04"`)
	mut("cases/bosnia/timeline.yaml", "budding, silber-little", "budding, silber-litle")
	mut("cases/bosnia/timeline.yaml", "    sources: [budding, silber-little]\n", "")
	mut("speeches/power-2010/text.en.md", "Signals must be sent", "Signals should be sent")
	mut("speeches/power-2010/text.en.md", "we governments must make", "we governments should make")
	mut("quotations.en.yaml", "Signals must be sent", "Signals should be sent")
	mut("people.yaml", "group:", "gruop:")
	mut("people.en.yaml", "role: ", "role: \u202e")
	mut("people.yaml", "people:", "people: &a")
	run("check", "../../content/archive", "--json")
	run("show", "place/nowhere")
	run("show", "nowhere")
	run("bogus")
	run("search", "--json", "--limit", "2", "--data", t.TempDir(), "Milosevic")
}
