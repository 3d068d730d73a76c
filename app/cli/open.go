package cli

import (
	"context"
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
		return nil, fmt.Errorf("%w: open archive: %w", errUsage, err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%w: open archive %s: not a folder", errUsage, path)
	}
	return os.DirFS(path), nil
}

// Open reads an archive for showing. A folder with mistakes is shown as far as
// it could be read; how many there are is returned beside it.
func Open(ctx context.Context, path string) (*content.Archive, int, error) {
	files, err := folder(path)
	if err != nil {
		return nil, 0, err
	}
	f := authoring.Load(ctx, files)
	mistakes := 0
	for _, p := range f.Problems {
		if p.Severity == authoring.Error {
			mistakes++
		}
	}
	return f.Archive, mistakes, ctx.Err()
}
