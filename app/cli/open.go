package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"vigil/app/typeset"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/i18n"
)

// folder opens an archive's files: a folder of the machine, or the bundled
// archive where path is empty.
func folder(path string) (fs.FS, error) {
	if path == "" {
		return content.Bundled(), nil
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, misused{fmt.Errorf("there is no folder %s here", path)}
	}
	if err != nil {
		return nil, misused{fmt.Errorf("open archive: %w", err)}
	}
	if !info.IsDir() {
		return nil, misused{fmt.Errorf("open archive %s: not a folder", path)}
	}
	return os.DirFS(path), nil
}

// vacant refuses to write where something is: it may be a workbook that a curator has
// filled, or what a translator is working on.
func vacant(to string) error {
	if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return misused{fmt.Errorf("there is something called %s already, and it stays as it is: write to another file, or take that one away first", to)}
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

// Catalogue is the interface in the archive's languages. An error tells what of the
// interfaces that the archive brings could not be read; the catalogue serves all the
// same, but where it is nil.
func (o Opened) Catalogue() (*i18n.Catalogue, error) {
	own, err := i18n.Load()
	if err != nil {
		return nil, fmt.Errorf("load the interface's languages: %w", err)
	}
	return own.Of(o.Languages, o.Interfaces)
}

// Setter sets text in the fonts that Vigil carries and those that the archive
// brings along. An error tells which of these are left out.
func (o Opened) Setter() (*typeset.Setter, error) {
	setter := typeset.New(assets.Fonts())
	var failed []error
	for _, name := range o.Fonts {
		data, err := readBounded(o.Files, name, typeset.MostFont)
		if err == nil {
			err = setter.Bring(name, data)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("use %s: %w", name, err))
		}
	}
	return setter, errors.Join(failed...)
}

// readBounded reads a file of at most that many bytes.
func readBounded(files fs.FS, name string, most int64) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = fmt.Errorf("it has more than %d bytes", most)
	}
	return data, err
}

// spoken refuses a language that neither the interface nor the archive has.
func (o Opened) spoken(catalogue *i18n.Catalogue, langs ...content.Lang) error {
	for _, lang := range langs {
		if !catalogue.Speaks(lang) && !slices.Contains(o.Languages, lang) {
			return misused{fmt.Errorf("neither the interface nor the archive has the language %q; the archive has %s", lang, joinLangs(o.Languages))}
		}
	}
	return nil
}

func joinLangs(langs []content.Lang) string {
	var all []string
	for _, l := range langs {
		all = append(all, string(l))
	}
	return strings.Join(all, ", ")
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
