package authoring_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content/authoring"
)

// patience is far more than any hostile folder may take on a busy machine, and
// far less than a parser that runs away would.
const patience = 5 * time.Minute

// loadHostile fails where a folder hangs the loader or leaves no problem.
func loadHostile(t *testing.T, fsys fs.FS) *authoring.Folder {
	t.Helper()
	done := make(chan *authoring.Folder, 1)
	go func() { done <- authoring.Load(context.Background(), fsys) }()
	select {
	case f := <-done:
		for _, p := range f.Problems {
			if strings.ContainsFunc(p.String(), func(r rune) bool { return r < ' ' || r >= 0x202a && r <= 0x202e }) || len(p.String()) > 2000 {
				t.Errorf("not one plain line: %q", p.String())
			}
		}
		return f
	case <-time.After(patience):
		t.Fatal("still reading")
		return nil
	}
}

func wants(t *testing.T, f *authoring.Folder, rule, file string) {
	t.Helper()
	for _, p := range f.Problems {
		if p.Rule == rule && p.File == file && p.Mend != "" {
			return
		}
	}
	t.Errorf("no %s in %s, but\n%.2000s", rule, file, list(f.Problems))
}

// hostileYAML are texts that cost a parser more than their length, or say more
// than they hold.
var hostileYAML = []struct{ name, before, unit, after, rule string }{
	{"brackets", "", "[", "", "too-deep"},
	{"braces", "people: ", "{a: ", "", "too-deep"},
	{"dashes", "", "- ", "a", "too-deep"},
	{"questions", "", "? ", "a", "yaml-plain"},
	{"merges", "", "<<: *a\n", "", "yaml-plain"},
	{"colons", "", "a: ", "", "too-deep"},
	{"quotes", "people: ", "\"\" ", "", "yaml"},
	{"single quotes", "people: ", "'' ", "", "yaml"},
	{"anchors", "", "&a ", "", "yaml-plain"},
	{"tags", "", "!a ", "", "yaml-plain"},
	{"documents", "", "---\n", "", "yaml-plain"},
	{"a long text", "people: ", "w", "", "wrong-type"},
	{"many lines", "people: ", "w w\n  ", "", "wrong-type"},
	{"a long block", "people: |\n", "  w\n", "", "wrong-type"},
	{"a folded block", "people: >\n", "  w\n", "", "wrong-type"},
	{"commas", "people: [", ",", "]", "yaml"},
	{"items", "people:\n", "- a\n", "", "wrong-type"},
	{"empty items", "people:\n", "-\n", "", "too-many-keys"},
	{"empty values", "people:\n", "- a:\n", "", "too-many-keys"},
	{"empty flow", "people:\n", "- {a: }\n", "", "too-many-keys"},
	{"empty flow keys", "people: {", "a: ,", "}", "too-many-keys"},
	{"flow items", "people: [", "a,", "]", "wrong-type"},
	{"flow keys", "people: {", "a: b,", "}", "wrong-type"},
	{"comments", "", "# c\n", "people: x", "wrong-type"},
	{"comments between", "people:\n", "- a # c\n# d\n", "", "wrong-type"},
	{"unknown keys", "people:\n", "- gruop: x\n", "", "unknown-key"},
	{"one key", "", "k: v\n", "", "too-many-keys"},
}

func TestHostileYAML(t *testing.T) {
	for _, size := range []int{1 << 17, 1<<20 - 64, 4<<20 - 64} {
		for _, c := range hostileYAML {
			t.Run(fmt.Sprint(c.name, size), func(t *testing.T) {
				fsys := good(t)
				fsys["people.yaml"] = &fstest.MapFile{Data: []byte(c.before + strings.Repeat(c.unit, size/len(c.unit)) + c.after)}
				f := loadHostile(t, fsys)
				if size < 1<<18 || !strings.Contains(list(f.Problems), "too-large") {
					wants(t, f, c.rule, "people.yaml")
				}
			})
		}
	}
}

func TestBomb(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	f := loadHostile(t, fstest.MapFS{"archive.yaml": &fstest.MapFile{Data: []byte(bomb)}})
	if len(f.Problems) != 1 {
		t.Errorf("a bomb is not one line:\n%s", list(f.Problems))
	}
	wants(t, f, "yaml-plain", "archive.yaml")
}

func TestStairs(t *testing.T) {
	var stairs strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&stairs, "%sa:\n", strings.Repeat(" ", i))
	}
	wants(t, loadHostile(t, fstest.MapFS{"people.yaml": &fstest.MapFile{Data: []byte(stairs.String())}}), "too-deep", "people.yaml")
}

func TestHostileProse(t *testing.T) {
	for _, unit := range []string{"[", "![", "](", "[a](", "[a](<", "*a ", "*a_ ", "a***b", "`", "` `` ", "<", "<a ", "<!--", "&", "> ", ">", "- ", "1. ", "- a\n", "a\n", "a\n\n", "\\", "# ", "|a", "a|b\n-|-\n", "[a](b)\n\n", "*\n", "-\n", "```\n", "[a](b \"", "**x\n\n", "www.", "&#x1;", "a: b", "\u200f", "  ", "  - "} {
		t.Run(unit, func(t *testing.T) {
			fsys := good(t)
			fsys[essay] = &fstest.MapFile{Data: []byte(strings.Repeat(unit, 100000/len(unit)))}
			fsys[spoken] = fsys[essay]
			loadHostile(t, fsys)
		})
	}
}

func TestHugeFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "people.yaml")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	wants(t, loadHostile(t, os.DirFS(dir)), "too-large", "people.yaml")
}

func TestLinkOut(t *testing.T) {
	dir, secret := t.TempDir(), filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(secret, []byte("people: [{name: hidden}]"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"people.yaml", "cases"} {
		target := secret
		if name == "cases" {
			target = filepath.Dir(secret)
		}
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("links cannot be made here: ", err)
		}
	}
	f := loadHostile(t, os.DirFS(dir))
	wants(t, f, "symlink", "people.yaml")
	wants(t, f, "symlink", "cases")
	if len(f.Passages) != 0 {
		t.Error("a file outside the folder was read")
	}
}

func TestManyFiles(t *testing.T) {
	fsys := good(t)
	for i := range 5000 {
		fsys[fmt.Sprintf("cases/c%d/case.yaml", i)] = &fstest.MapFile{Data: []byte("order: 1\n")}
	}
	f := loadHostile(t, fsys)
	if !strings.Contains(list(f.Problems), "too-many-files") {
		t.Errorf("5,000 files are read:\n%.500s", list(f.Problems))
	}
}

func TestStrangeNames(t *testing.T) {
	fsys := good(t)
	fsys["peo\u202eple.yaml\nx:1:1: fine"] = &fstest.MapFile{Data: []byte("x")}
	fsys["cases/\x1b[31m/case.yaml"] = &fstest.MapFile{Data: []byte("x")}
	if n := len(loadHostile(t, fsys).Problems); n != 2 {
		t.Errorf("%d problems", n)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	f := authoring.Load(ctx, good(t))
	wants(t, f, "cancelled", ".")
	if f.Archive == nil || f.Archive.Case("bosnia") != nil {
		t.Error("the archive of a load that was stopped")
	}
}
