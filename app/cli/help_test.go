package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"vigil/app/cli"
	"vigil/content"
	"vigil/content/authoring"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// archive is the bundled archive, read once for all tests.
var archive = sync.OnceValue(func() *content.Archive {
	return authoring.Load(context.Background(), content.Bundled()).Archive
})

// small is an archive of a few records, for what does not need a whole one.
const small = "../../content/authoring/testdata/good"

// outcome is what a command did.
type outcome struct {
	code     int
	out, err string
	kiosk    *cli.Kiosk // what the window was asked for, if it was
}

var errWindow = errors.New("the display\nis gone")

// run runs a command line. A kiosk that is to open "fail" fails.
func run(args ...string) outcome {
	var out, err bytes.Buffer
	var o outcome
	env := cli.Env{Out: &out, Err: &err, Window: func(_ context.Context, k cli.Kiosk) error {
		o.kiosk = &k
		if k.Open == "fail" {
			return errWindow
		}
		return nil
	}}
	o.code = cli.Main(context.Background(), env, args)
	o.out, o.err = out.String(), err.String()
	return o
}

// complains reports whether the error stream holds one line that names the
// program.
func (o outcome) complains() bool {
	return strings.HasPrefix(o.err, "vigil: ") && strings.Count(o.err, "\n") == 1 && strings.HasSuffix(o.err, "\n") && len(o.err) > len("vigil: \n")
}

// copied is a copy of the bundled archive in two of its languages, that may be
// broken. A language is like the other, and each is read anew by each test.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	bundled := content.Bundled()
	err := fs.WalkDir(bundled, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if parts := strings.Split(entry.Name(), "."); len(parts) == 3 && parts[1] != "en" && parts[1] != "fr" {
			return nil
		}
		data, err := fs.ReadFile(bundled, name)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name), data, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
