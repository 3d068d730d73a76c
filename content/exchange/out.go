package exchange

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"vigil/content/authoring"
)

// Exporter writes an archive to a file or folder of the machine, whole or not at all. What
// the format cannot hold is in the report.
type Exporter func(ctx context.Context, files fs.FS, to string, o Options) (*Report, error)

// Readable is the manuscript of a folder that is exported. A folder with a mistake of form
// is refused, for what is not understood would be missing.
func Readable(ctx context.Context, files fs.FS) (*authoring.Manuscript, error) {
	m, problems := authoring.ReadManuscript(ctx, files)
	for _, p := range problems {
		if p.Severity == authoring.Error {
			return nil, fmt.Errorf("there is a mistake in it, mend it first (vigil check): %s", p)
		}
	}
	return m, ctx.Err()
}

// WriteWhole writes a file beside its place and moves it there.
func WriteWhole(to string, write func(*os.File) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(to), ".export-")
	if err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", to, err)
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", to, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	if err := os.Rename(f.Name(), to); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	return nil
}
