package authoring

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// found is one file of the folder that the format knows.
type found struct {
	name string // slash-separated path from the root
	kind fileKind
	base string // the file that words stand beside: "people", "cases/bosnia/timeline"
	lang string // the language in the name, or ""
	size int64
}

// most is how many bytes the file may have.
func (f found) most() int64 {
	if f.kind == pictureFile || f.kind == fontFile {
		return maxPicture
	}
	return maxFile
}

// walker lists a folder without following links and without reading files.
type walker struct {
	ctx      context.Context
	fsys     fs.FS
	files    []found
	problems []Problem
	refused  []string
	pictures []string
	fonts    []string
	licences []string
	count    int
	total    int64
}

func (w *walker) report(file, rule, message, mend string) {
	w.refuse(file)
	if len(w.problems) < maxReports {
		w.problems = append(w.problems, Problem{Printable(file), 0, 0, rule, Error, message, mend})
	}
}

// dir lists one folder and those in it that the format knows.
func (w *walker) dir(name string) {
	if w.ctx.Err() != nil {
		return
	}
	entries, err := readDir(w.fsys, name, maxFiles-w.count)
	if err != nil {
		w.report(name, "unreadable", "this folder cannot be read: "+Printable(err.Error()), "check its name and its permissions")
	}
	for _, entry := range entries {
		w.count++
		if w.count > maxFiles {
			w.report(name, "too-many-files", fmt.Sprintf("more than %d files; the rest is not read", maxFiles), "keep only the archive's own files in the folder")
			return
		}
		w.entry(path.Join(name, entry.Name()), entry)
	}
}

func (w *walker) entry(name string, entry fs.DirEntry) {
	if strings.HasPrefix(entry.Name(), ".") {
		return
	}
	switch {
	case entry.Type()&fs.ModeSymlink != 0:
		w.report(name, "symlink", "this is a link to another place", "put the file itself here")
	case entry.IsDir():
		if knownDir(name) {
			w.dir(name)
			return
		}
		w.report(name, "unknown-file", "the format knows no such folder", didYouMean(name, folders, "remove it; case studies stand in cases/ID, speeches in speeches/ID, lessons in lessons, pictures in media"))
	case !entry.Type().IsRegular():
		w.report(name, "unknown-file", "this is not an ordinary file", "remove it")
	case entry.Name() != "README.md":
		w.file(name, entry)
	}
}

func (w *walker) file(name string, entry fs.DirEntry) {
	f, ok := classify(name)
	if !ok {
		near, mend := nearestFile(name)
		w.report(name, "unknown-file", "the format knows no such file", mend)
		w.refuse(near)
		return
	}
	info, err := entry.Info()
	if err != nil {
		w.report(name, "unreadable", "this file cannot be read: "+Printable(err.Error()), "check its permissions")
		return
	}
	if most := f.most(); info.Size() > most {
		w.report(name, "too-large", fmt.Sprintf("the file has %d bytes, at most %d are read", info.Size(), most), "shorten or divide it")
		return
	}
	switch f.kind {
	case pictureFile:
		w.pictures = append(w.pictures, name)
		return
	case fontFile:
		w.fonts = append(w.fonts, name)
		return
	case licenceFile:
		if info.Size() == 0 {
			w.report(name, "licence", "this licence is empty", "put the words of the font's licence into it")
			return
		}
		w.licences = append(w.licences, name)
		return
	}
	if w.total += info.Size(); w.total > maxTotal {
		w.report(name, "too-large", fmt.Sprintf("with this file the archive has more than %d bytes", maxTotal), "shorten or divide the archive")
		return
	}
	f.size = info.Size()
	w.files = append(w.files, f)
}

// readDir lists at most limit+1 entries, so that a folder of millions is
// never held in memory, in order of name.
func readDir(fsys fs.FS, name string, limit int) ([]fs.DirEntry, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dir, ok := f.(fs.ReadDirFile)
	if !ok {
		return nil, errors.New("not a folder")
	}
	entries, err := dir.ReadDir(max(limit, 0) + 1)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}
