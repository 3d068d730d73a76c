package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"vigil/app/cli"
	"vigil/app/stick"
	"vigil/content/search"
)

// stickVariable names a folder that the kiosk takes for a USB stick, where it is set.
const stickVariable = "VIGIL_TEST_STICK"

// oneStick is the stick of a test, if any.
type oneStick struct{ stick.System }

func (oneStick) List() []stick.Stick {
	folder := os.Getenv(stickVariable)
	if folder == "" {
		return nil
	}
	return []stick.Stick{{Name: filepath.Base(folder), Folder: folder}}
}

// tested runs the tests with a folder for what they share.
func tested(m *testing.M) int {
	var err error
	if shared, err = os.MkdirTemp("", "vigil-tests"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer os.RemoveAll(shared)
	return m.Run()
}

// shared is a folder for what is made once for all tests.
var shared string

// built builds the index of the archive, which else every kiosk with new data would do,
// and does again where it is killed too early.
var built = sync.OnceValue(func() error {
	archive, err := cli.Open(context.Background(), "")
	if err != nil {
		return err
	}
	index, err := search.Open(context.Background(), shared, archive.Archive)
	if err != nil {
		return err
	}
	return index.Close()
})

// used is a folder of data like that of a kiosk that has run before.
func used(t *testing.T) string {
	t.Helper()
	if err := built(); err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	if err := os.CopyFS(data, os.DirFS(shared)); err != nil {
		t.Fatal(err)
	}
	return data
}
