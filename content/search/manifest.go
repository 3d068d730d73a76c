package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	manifestName = "manifest.json"
	indexName    = "index" // the folder of bleve's files, beside the manifest
)

// manifest seals the files of an index, by their slashed paths beneath it.
// bleve notices damage only where a query meets it, and may then hang.
type manifest struct {
	Format int             `json:"format"`
	Files  map[string]seal `json:"files"`
}

type seal struct {
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// sealFiles writes the manifest of a new index. It makes the files durable as
// it goes: a manifest that outlives its files is of no use after a power cut.
func sealFiles(ctx context.Context, dir string) error {
	files, err := readSeals(ctx, dir, true)
	if err != nil {
		return fmt.Errorf("seal index: %w", err)
	}
	text, err := json.MarshalIndent(manifest{Format: format, Files: files}, "", "\t")
	if err != nil {
		return fmt.Errorf("seal index: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(dir, manifestName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("seal index: %w", err)
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("seal index: %w", err)
	}
	return nil
}

// verifyFiles compares an index with its manifest. A folder that is not there
// is fs.ErrNotExist; anything else amiss is errDamaged.
func verifyFiles(ctx context.Context, dir string) error {
	if _, err := os.Stat(dir); err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return fmt.Errorf("%w: %v", errDamaged, err)
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return fmt.Errorf("%w: manifest: %v", errDamaged, err)
	}
	files, err := readSeals(ctx, dir, false)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("%w: %v", errDamaged, err)
	}
	if m.Format != format || len(files) == 0 || len(files) != len(m.Files) {
		return fmt.Errorf("%w: not the files of its manifest", errDamaged)
	}
	for name, sealed := range m.Files {
		if files[name] != sealed {
			return fmt.Errorf("%w: %s has changed", errDamaged, name)
		}
	}
	return nil
}

func readSeals(ctx context.Context, dir string, sync bool) (map[string]seal, error) {
	files := map[string]seal{}
	root := filepath.Join(dir, indexName)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return ctx.Err()
		}
		if !d.Type().IsRegular() {
			return fmt.Errorf("%s is no plain file", d.Name())
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = sealOf(ctx, path, sync)
		return err
	})
	return files, err
}

func sealOf(ctx context.Context, path string, sync bool) (s seal, err error) {
	flags := os.O_RDONLY
	if sync {
		flags = os.O_RDWR // Windows syncs only what may be written
	}
	f, err := os.OpenFile(path, flags, 0)
	if err != nil {
		return seal{}, err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	sum := sha256.New()
	s.Size, err = io.Copy(sum, reader{ctx, f})
	if err != nil {
		return seal{}, err
	}
	s.SHA256 = hex.EncodeToString(sum.Sum(nil))
	if sync {
		return s, f.Sync()
	}
	return s, nil
}

// reader stops where its context ends.
type reader struct {
	ctx context.Context
	r   io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
