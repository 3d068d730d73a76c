package authoring

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// interrupted leaves a folder as a Write does that is ended by force after it has moved so
// many files; -1 ends it before all were ready.
func interrupted(t *testing.T, dir string, moved int) (stage string) {
	t.Helper()
	out := &Merged{Files: map[string][]byte{"people.yaml": []byte("new"), "places.yaml": []byte("new"), "cases/x/case.yaml": []byte("new")}}
	stage, err := staging(dir)
	if err != nil {
		t.Fatal(err)
	}
	held, err := hold(stage)
	if err != nil {
		t.Fatal(err)
	}
	names, err := out.stage(context.Background(), stage)
	if err != nil {
		t.Fatal(err)
	}
	if moved >= 0 {
		if err := ready(stage, names); err != nil {
			t.Fatal(err)
		}
		for _, name := range names[:moved] {
			if err := move(stage, dir, filepath.Join(stage, ".before"), name); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	return stage
}

// However a Write is ended, what follows finds the folder as it was or whole.
func TestFinish(t *testing.T) {
	for moved := -1; moved <= 3; moved++ {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "places.yaml"), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		stage := interrupted(t, dir, moved)
		finished, err := Finish(dir)
		if err != nil || finished != (moved >= 0) {
			t.Errorf("after %d files: finished %t, %v", moved, finished, err)
		}
		want := "new"
		if moved < 0 {
			want = "old"
		}
		if data, err := os.ReadFile(filepath.Join(dir, "places.yaml")); err != nil || string(data) != want {
			t.Errorf("after %d files: places.yaml is %q, %v", moved, data, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "cases/x/case.yaml")); (err == nil) != (moved >= 0) {
			t.Errorf("after %d files: %v", moved, err)
		}
		if _, err := os.Stat(stage); err == nil {
			t.Errorf("after %d files: the stage is still there", moved)
		}
	}
}

// What somebody writes at this moment, and what is nobody's of ours, is left alone.
func TestFinishLeavesOthers(t *testing.T) {
	dir := t.TempDir()
	stage := interrupted(t, dir, 1)
	held, err := hold(stage)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	own := filepath.Join(dir, ".import-notes")
	if err := os.MkdirAll(own, 0o755); err != nil {
		t.Fatal(err)
	}
	if finished, err := Finish(dir); finished || err != nil {
		t.Errorf("finished %t, %v", finished, err)
	}
	for _, name := range []string{stage, own} {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("gone: %v", err)
		}
	}
}
