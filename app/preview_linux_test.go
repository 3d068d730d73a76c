package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vigil/app/cli"
)

// folder is a small archive as `vigil new` writes it.
type folder struct {
	t   *testing.T
	dir string
}

func newFolder(t *testing.T, langs string) folder {
	t.Helper()
	w := folder{t, filepath.Join(t.TempDir(), "archive")}
	var said bytes.Buffer
	env := cli.Env{In: strings.NewReader(""), Out: io.Discard, Err: &said}
	if code := cli.Main(context.Background(), env, []string{"new", w.dir, "--lang", langs}); code != 0 {
		t.Fatalf("make an archive: %s", said.String())
	}
	return w
}

// put replaces words in a file as many editors save: beside it, and then in its place.
func (w folder) put(name, old, now string) {
	w.t.Helper()
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte(old)) {
		w.t.Fatalf("%s has no %q: %v", name, old, err)
	}
	beside := filepath.Join(filepath.Dir(file), ".swp")
	if err := os.WriteFile(beside, bytes.Replace(text, []byte(old), []byte(now), 1), 0o644); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(beside, file); err != nil {
		w.t.Fatal(err)
	}
}

// says waits until the window says something with such words.
func (r *running) says(words string) {
	r.t.Helper()
	eventually(r.t, "the window says "+words, func() bool { return r.saysNow(words) })
}

func (r *running) saysNow(words string) bool {
	r.t.Helper()
	return slices.ContainsFunc(r.outlineOf("window"), func(said string) bool { return strings.Contains(said, words) })
}

// TestAPreviewBeginsWithNothing opens an empty folder, which an archive comes into.
func TestAPreviewBeginsWithNothing(t *testing.T) {
	w, empty := newFolder(t, "de,en"), t.TempDir()
	r := start(t, newX11(t, "1366x768"), time.Now(), "preview", empty, "--size", "1366x768", "--data", t.TempDir())
	r.says("There is nothing to show yet.")
	r.says("there is no archive in this folder")
	if err := os.CopyFS(empty, os.DirFS(w.dir)); err != nil {
		t.Fatal(err)
	}
	r.says("Vorschau")
	r.says("The title of your archive")
	if r.saysNow("There is nothing to show yet.") {
		t.Errorf("with an archive the window says %q", r.outlineOf("window"))
	}
}

// TestAPreviewFollowsWhatIsSaved is a curator's hour: a title is changed, spoiled and
// mended, an id is renamed, and a mistake is looked at.
func TestAPreviewFollowsWhatIsSaved(t *testing.T) {
	const (
		event = "event/first-history/first-event"
		words = "cases/first-history/timeline.en.yaml"
		facts = "cases/first-history/timeline.yaml"
	)
	w := newFolder(t, "en,de")
	r := start(t, newX11(t, "1366x768"), time.Now(), "preview", w.dir, "--size", "1366x768", "--open", event, "--data", t.TempDir())
	r.shows(event)
	r.says("What happened, in a few words")
	r.says("Remarks: ")

	w.put(words, "What happened, in a few words", "The first winter")
	r.says("The first winter")

	w.put(words, "title: The first winter", `title: "The second winter`)
	r.says(words + ":")
	r.says("The last good version is shown of " + words)
	if !r.saysNow("The first winter") || !r.saysNow("On this page") {
		t.Errorf("of a file that cannot be read the window says %q", r.outlineOf("window"))
	}

	w.put(words, `title: "The second winter`, "title: The second winter")
	r.says("The second winter")
	if r.saysNow("The last good version") {
		t.Errorf("a mended file is held: %q", r.outlineOf("window"))
	}

	w.put(facts, "id: first-event", "id: other-event")
	r.says("The page that was shown is no longer in the archive")
	r.click("To the page above it")
	r.shows("case/first-history")
}
