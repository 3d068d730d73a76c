package authoring

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2/maybe"
)

// WriteSchemas writes all schemas into a folder, NAME.schema.json each, and lists those
// that were not there already as they are now. Nothing is written where one of the names
// is taken by what Vigil has not written; each file is there whole or not at all.
func WriteSchemas(dir string) (written []string, err error) { return writeSchemas(dir, nil) }

func writeSchemas(dir string, offered offers) (written []string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write the schemas into %s: %w", dir, err)
		}
	}()
	files, err := schemaFilesOf(offered)
	if err != nil {
		return nil, err
	}
	for name := range files {
		if err := ownSchema(filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		changed, err := put(filepath.Join(dir, name), files[name], 0o644)
		if err != nil {
			return written, err
		}
		if changed {
			written = append(written, name)
		}
	}
	return written, nil
}

// schemaFilesOf are the schemas by the names of their files.
func schemaFilesOf(offered offers) (map[string][]byte, error) {
	all, err := schemasWith(offered)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, text := range all {
		files[name+schemaEnd] = text
	}
	return files, nil
}

const schemaEnd = ".schema.json"

// ownSchema refuses a name that is taken by anything but a schema that Vigil wrote.
func ownSchema(name string) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular() || info.Size() > maxFile:
		return fmt.Errorf("%s is not a schema that Vigil wrote, and is left as it is", filepath.Base(name))
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var own struct {
		Comment string `json:"$comment"`
	}
	if err := json.Unmarshal(text, &own); err != nil || own.Comment != schemaMark {
		return fmt.Errorf("%s is not a schema that Vigil wrote, and is left as it is", filepath.Base(name))
	}
	return nil
}

// put writes a file whole, unless it stands there already, and reports whether it did.
func put(name string, text []byte, mode fs.FileMode) (bool, error) {
	if there, err := os.ReadFile(name); err == nil && bytes.Equal(there, text) {
		return false, nil
	}
	return true, maybe.WriteFile(name, text, mode)
}

// Wire writes the schemas into an archive's folder .schema, what leads Visual Studio Code
// to them into .vscode, where nothing of the name stands there, and into each YAML file the
// first line that leads other editors to its schema. It lists the files that it changed, by
// their paths in the archive; where all is there already it changes none.
//
// These schemas offer the ids that the archive has, with the names of what has them; of
// what was added since, they know when this is called again.
func Wire(ctx context.Context, dir string) (changed []string, err error) {
	known := offersOf(LoadIn(ctx, os.DirFS(dir)).Archive)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	written, err := writeSchemas(filepath.Join(dir, SchemaDir), known)
	for _, name := range written {
		changed = append(changed, SchemaDir+"/"+name)
	}
	if err != nil {
		return changed, err
	}
	for name, text := range EditorFiles() {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return changed, err
		}
		if err := maybe.WriteFile(to, text, 0o644); err != nil {
			return changed, err
		}
		changed = append(changed, name)
	}
	more, err := rewrite(ctx, dir, Wired)
	changed = append(changed, more...)
	slices.Sort(changed)
	return changed, err
}

// Unwire takes out of an archive what Wire wrote into it, where nobody has changed it
// since, and lists what it changed.
func Unwire(ctx context.Context, dir string) (changed []string, err error) {
	changed, err = rewrite(ctx, dir, func(_, text string) string { return Unwired(text) })
	if err != nil {
		return changed, err
	}
	files, err := schemaFilesOf(nil)
	if err != nil {
		return changed, err
	}
	gone := EditorFiles()
	for name := range files {
		gone[SchemaDir+"/"+name] = nil
	}
	for name, text := range gone {
		file := filepath.Join(dir, filepath.FromSlash(name))
		there, err := os.ReadFile(file)
		if err != nil || text == nil && ownSchema(file) != nil || text != nil && !bytes.Equal(there, text) {
			continue
		}
		if err := os.Remove(file); err != nil {
			return changed, err
		}
		changed = append(changed, name)
	}
	for _, name := range []string{SchemaDir, editorDir} {
		// A folder that still holds something stays.
		_ = os.Remove(filepath.Join(dir, name))
	}
	slices.Sort(changed)
	return changed, nil
}

// rewrite changes the YAML files of an archive that have schemas, and lists those that are
// others than before. Links are not followed, and what is no text in UTF-8 stays.
func rewrite(ctx context.Context, dir string, change func(name, text string) string) (changed []string, err error) {
	err = filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if err := cmp.Or(err, ctx.Err()); err != nil {
			return err
		}
		inside, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(inside)
		if entry.IsDir() {
			if name != "." && !knownDir(name) {
				return fs.SkipDir
			}
			return nil
		}
		if _, ok := SchemaOf(name); !ok || !entry.Type().IsRegular() {
			return nil
		}
		info, err := entry.Info()
		if err != nil || info.Size() > maxFile {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil || strings.ToValidUTF8(string(text), "") != string(text) {
			return err
		}
		wired := change(name, string(text))
		if wired == string(text) {
			return nil
		}
		changed = append(changed, name)
		return maybe.WriteFile(file, []byte(wired), info.Mode().Perm())
	})
	return changed, err
}
