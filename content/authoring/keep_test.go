package authoring_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigil/content/authoring"
)

func merged(files map[string]string) *authoring.Merged {
	out := &authoring.Merged{Files: map[string][]byte{}, Attached: map[string]authoring.Attachment{}}
	for name, text := range files {
		out.Files[name] = []byte(text)
	}
	return out
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWriteIsWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "exhibit")
	if err := merged(map[string]string{"people.yaml": "a", "cases/x/case.yaml": "b"}).Write(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); len(got) != 2 || got["cases/x/case.yaml"] != "b" {
		t.Errorf("%v", got)
	}
	// A folder stands where a file should: nothing of what comes before it stays changed.
	if err := os.MkdirAll(filepath.Join(dir, "sources.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := merged(map[string]string{"cases/y/case.yaml": "new", "people.yaml": "new", "sources.yaml": "new", "topics.yaml": "new"}).Write(context.Background(), dir)
	if err == nil || !strings.Contains(err.Error(), "sources.yaml") {
		t.Errorf("no error that names the file: %v", err)
	}
	if got := tree(t, dir); len(got) != 2 || got["people.yaml"] != "a" {
		t.Errorf("half written: %v", got)
	}
}

func TestWriteOverNoLink(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	if err := os.Symlink(other, filepath.Join(dir, "cases")); err != nil {
		t.Fatal(err)
	}
	if err := merged(map[string]string{"cases/x/case.yaml": "b"}).Write(context.Background(), dir); err == nil {
		t.Error("written through a link")
	}
	if got := tree(t, other); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func TestWriteOnlyWhatTheFormatKnows(t *testing.T) {
	for _, name := range []string{"../people.yaml", "x.yaml", "cases/../people.yaml", "/people.yaml", "cases/A B/case.yaml"} {
		dir := t.TempDir()
		if err := merged(map[string]string{name: "x"}).Write(context.Background(), dir); err == nil {
			t.Errorf("%s is written", name)
		}
	}
}

func TestWriteTakesOver(t *testing.T) {
	dir := t.TempDir()
	out := merged(nil)
	out.Attached["media/a.png"] = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("picture")), nil }
	if err := out.Write(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got["media/a.png"] != "picture" || len(got) != 1 {
		t.Errorf("%v", got)
	}
	out.Attached["media/b.png"] = func() (io.ReadCloser, error) { return nil, os.ErrPermission }
	if err := out.Write(context.Background(), filepath.Join(dir, "new")); err == nil || len(tree(t, dir)) != 1 {
		t.Error("a folder though a picture is missing")
	}
}
