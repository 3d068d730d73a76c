package authoring

import (
	"slices"
	"strings"
)

// Unread reports whether a record that was looked for in vain may well stand in
// one of the files, for the file or the record could not be read. What follows
// from a mistake that was told is not told again.
func (f *Folder) Unread(id string, files ...string) bool {
	return slices.ContainsFunc(files, func(file string) bool {
		return slices.ContainsFunc(f.refused, func(r string) bool { return file == r || strings.HasPrefix(file, r+"/") }) ||
			slices.ContainsFunc(f.lostIDs[file], func(lost string) bool { return sameName(lost, id) })
	})
}

// Garbled reports whether the field that a key names, as in Folder.At, is
// written but could not be read.
func (f *Folder) Garbled(key string) bool {
	record, name, _ := strings.Cut(key, "#")
	p, ok := f.places[record]
	name, _, _ = strings.Cut(name, "/")
	return ok && name != "" && !p.understood(name)
}

// refuse keeps in mind a file or a folder that was not read.
func (w *walker) refuse(name string) { w.refused = append(w.refused, name) }

// sameName reports whether two ids are one but for their spelling.
func sameName(a, b string) bool {
	return a == b || Nearest(idLike(a), []string{b}) != ""
}

// idLike is the id that somebody meant who wrote s.
func idLike(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), "-")
}
