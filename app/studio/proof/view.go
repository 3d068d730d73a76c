package proof

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// view is the folder as one reading sees it: a text is read once, and is the same however
// often it is asked for. What is no text is read from the disk each time.
type view struct {
	disk fs.FS

	mu     sync.Mutex
	texts  map[string][]byte
	names  map[string]bool // of all that the folders were seen to hold
	others map[string]mark // of pictures and fonts, which are not read
}

func newView(disk fs.FS) *view {
	return &view{disk: disk, texts: map[string][]byte{}, names: map[string]bool{}, others: map[string]mark{}}
}

// mostText is how many bytes of a file are kept: one more than any text may have.
const mostText = 1<<20 + 1

// isText reports whether a file is one of the format's texts by its name.
func isText(name string) bool {
	return slices.Contains([]string{".yaml", ".md", ".toml"}, path.Ext(name))
}

// Open implements fs.FS.
func (v *view) Open(name string) (fs.File, error) {
	if text, ok := v.text(name); ok {
		return newMemory(name, text), nil
	}
	file, err := v.disk.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	switch dir, listed := file.(fs.ReadDirFile); {
	case err != nil:
		return nil, errors.Join(err, file.Close())
	case info.IsDir() && listed:
		return &folder{dir, v, name}, nil
	case !info.Mode().IsRegular() || !isText(name):
		return file, nil
	}
	text, err := io.ReadAll(io.LimitReader(file, mostText))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return newMemory(name, v.keep(name, text)), nil
}

func (v *view) text(name string) ([]byte, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	text, ok := v.texts[name]
	return text, ok
}

// keep keeps a text that was read, but where another was quicker, whose text counts.
func (v *view) keep(name string, text []byte) []byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	if first, ok := v.texts[name]; ok {
		return first
	}
	v.texts[name] = text
	return text
}

// read are the texts that have been read.
func (v *view) read() map[string][]byte {
	v.mu.Lock()
	defer v.mu.Unlock()
	return maps.Clone(v.texts)
}

// has reports whether a file was seen in the folder.
func (v *view) has(name string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.names[name]
}

// look marks the pictures and fonts of the folder, without reading them.
func (v *view) look() {
	for _, dir := range []string{"media", "fonts"} {
		entries, _ := list(v.disk, dir) // whoever reads it says why it cannot be read
		for _, e := range entries {
			if name := path.Join(dir, e.Name()); !isText(name) && !strings.HasPrefix(e.Name(), ".") {
				v.other(name, e)
			}
		}
	}
}

// mostListed is how many names of a folder are looked at.
const mostListed = 10_000

// list gives the first names of a folder.
func list(disk fs.FS, name string) ([]fs.DirEntry, error) {
	file, err := disk.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(fs.ReadDirFile)
	if !ok {
		return nil, fs.ErrInvalid
	}
	entries, err := dir.ReadDir(mostListed)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return entries, err
}

func (v *view) other(name string, e fs.DirEntry) {
	info, err := e.Info()
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.others[name], v.names[name] = mark{info.Size(), uint64(info.ModTime().UnixNano())}, true
}

// folder is a folder of a view, which keeps the names in it.
type folder struct {
	fs.ReadDirFile
	view *view
	name string
}

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := f.ReadDirFile.ReadDir(n)
	f.view.mu.Lock()
	defer f.view.mu.Unlock()
	for _, e := range entries {
		f.view.names[path.Join(f.name, e.Name())] = true
	}
	return entries, err
}

// shownFiles are the files of a view, with the last good texts of some.
type shownFiles struct {
	*view
	held map[string][]byte
}

// Open implements fs.FS.
func (s *shownFiles) Open(name string) (fs.File, error) {
	if text, ok := s.held[name]; ok {
		return newMemory(name, text), nil
	}
	file, err := s.view.Open(name)
	if dir, ok := file.(*folder); ok && err == nil {
		return &shownFolder{dir, s.held}, nil
	}
	return file, err
}

// shownFolder is a folder that has the held texts in the place of what is on the disk.
type shownFolder struct {
	*folder
	held map[string][]byte
}

// ReadDir implements fs.ReadDirFile. A folder is read at once: the format's reader asks for
// as much as it takes.
func (f *shownFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := f.folder.ReadDir(n)
	entries = slices.DeleteFunc(slices.Clone(entries), func(e fs.DirEntry) bool {
		_, held := f.held[path.Join(f.name, e.Name())]
		return held
	})
	for name, text := range f.held {
		if path.Dir(name) == f.name {
			entries = append(entries, fs.FileInfoToDirEntry(about{path.Base(name), int64(len(text))}))
		}
	}
	return entries, err
}

// memory is a text in memory as a file.
type memory struct {
	*bytes.Reader
	about
}

func newMemory(name string, text []byte) *memory {
	return &memory{bytes.NewReader(text), about{path.Base(name), int64(len(text))}}
}

// Stat implements fs.File.
func (m *memory) Stat() (fs.FileInfo, error) { return m.about, nil }

// Close implements fs.File.
func (*memory) Close() error { return nil }

// Size is that of the text.
func (m *memory) Size() int64 { return m.about.size }
