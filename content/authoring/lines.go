package authoring

import (
	"cmp"
	"slices"
	"strings"
)

// Lines tells which record stands at a line of a file: Folder.At the other way round. The
// zero Lines knows none.
type Lines struct{ files map[string][]begun }

// begun is where a record begins.
type begun struct {
	line int
	key  string
}

// Lines is made once for a folder that was read.
func (f *Folder) Lines() Lines {
	l := Lines{files: map[string][]begun{}}
	for key, p := range f.places {
		l.files[p.file] = append(l.files[p.file], begun{p.line, key})
	}
	for _, file := range l.files {
		slices.SortFunc(file, func(a, b begun) int {
			return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(strings.Count(a.key, "/"), strings.Count(b.key, "/")), cmp.Compare(a.key, b.key))
		})
	}
	return l
}

// Record is the key, as At takes it, of the record that a line of a file belongs to: the
// last one that begins there or above, or "" where there is none.
func (l Lines) Record(file string, line int) string {
	records := l.files[file]
	i, _ := slices.BinarySearchFunc(records, line, func(r begun, line int) int {
		if r.line <= line {
			return -1
		}
		return 1
	})
	if i == 0 {
		return ""
	}
	return records[i-1].key
}
