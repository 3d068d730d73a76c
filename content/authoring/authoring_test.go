package authoring_test

import (
	"context"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
)

// good is the archive in testdata, in memory, so that a test may break it.
func good(tb testing.TB) fstest.MapFS {
	tb.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/good"), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/good/" + name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return fsys
}

func TestGoodArchive(t *testing.T) {
	f := authoring.Load(context.Background(), os.DirFS("testdata/good"))
	for _, p := range f.Problems {
		t.Errorf("%s", p)
	}
}
