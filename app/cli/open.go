package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"vigil/content"
	"vigil/content/authoring"
)

// folder opens an archive's files: a folder of the machine, or the bundled
// archive where path is empty.
func folder(path string) (fs.FS, error) {
	if path == "" {
		return content.Bundled(), nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, misused{fmt.Errorf("open archive: %w", err)}
	}
	if !info.IsDir() {
		return nil, misused{fmt.Errorf("open archive %s: not a folder", path)}
	}
	return os.DirFS(path), nil
}

// Opened is an archive that was read for showing.
type Opened struct {
	*content.Archive
	Files    fs.FS // what it was read from, for its pictures
	Mistakes int   // that were met; what could be read is in the archive
}

// Open reads an archive for showing: with languages named, only its words in
// these and in its own. A folder with mistakes is shown as far as it could be
// read.
func Open(ctx context.Context, path string, langs ...content.Lang) (Opened, error) {
	files, err := folder(path)
	if err != nil {
		return Opened{}, err
	}
	var f *authoring.Folder
	if len(langs) == 0 {
		f = authoring.Load(ctx, files)
	} else {
		f = authoring.LoadIn(ctx, files, langs...)
	}
	mistakes := 0
	for _, p := range f.Problems {
		if p.Severity == authoring.Error {
			mistakes++
		}
	}
	return Opened{f.Archive, files, mistakes}, ctx.Err()
}

// errNothing is a problem of the archive, not of the command line.
var errNothing = errors.New("there is nothing in it to show")

// openSaying reads an archive for a command and says on the error stream what
// staff should know: that it has mistakes. One with nothing to show is an error.
func (e Env) openSaying(ctx context.Context, path string) (Opened, error) {
	a, err := Open(ctx, path)
	if err != nil {
		return Opened{}, err
	}
	if a.Empty() {
		return Opened{}, fmt.Errorf("open archive %s: %w; run vigil check %s", path, errNothing, path)
	}
	if a.Mistakes > 0 {
		fmt.Fprintf(e.Err, "vigil: the archive has %d mistakes; what could be read is used: run vigil check %s\n", a.Mistakes, path)
	}
	return a, nil
}
