package kept_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"vigil/app/kept"
)

func TestFile(t *testing.T) {
	f := kept.File{Dir: filepath.Join(t.TempDir(), "a", "b"), Name: "state.json", Aside: "state.damaged", Most: 8}
	if _, err := f.Read(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("where there is none: %v", err)
	}
	if err := f.Remove(); err != nil {
		t.Errorf("remove where there is none: %v", err)
	}
	for _, words := range []string{"first", "second"} {
		if err := f.Write([]byte(words)); err != nil {
			t.Fatal(err)
		}
		if data, err := f.Read(); err != nil || string(data) != words {
			t.Errorf("read %q, %v", data, err)
		}
	}
	if err := f.Write([]byte("more than eight")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("too long: %v", err)
	}
	if f.Damaged() != "" {
		t.Error("nothing was set aside yet")
	}
	if err := f.SetAside(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read(); !errors.Is(err, fs.ErrNotExist) || f.Damaged() == "" {
		t.Errorf("after it was set aside: %v, %q", err, f.Damaged())
	}
	names, err := os.ReadDir(f.Dir)
	if err != nil || len(names) != 1 {
		t.Errorf("left in the folder: %v, %v", names, err)
	}
	if info, err := os.Stat(f.Dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder's mode is %v, %v", info.Mode(), err)
	}
}

// A disk that cannot be written to says so and leaves what was there.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	f := kept.File{Dir: filepath.Join(dir, "file", "under"), Name: "state", Aside: "old", Most: 8}
	if err := f.Write([]byte("x")); err == nil {
		t.Error("written where no folder can be")
	}
}
