package authoring

import (
	"maps"
	"path"
	"slices"

	"vigil/content"
)

func (a *assembler) allLessons() {
	for _, id := range slices.Sorted(maps.Keys(a.lessons)) {
		sheet, base, key := a.lessons[id], "lessons/"+id, "lesson/"+id
		if !a.note(key, id, sheet.source, &sheet.raw.node) {
			continue
		}
		a.note("reflection/"+id, id, sheet.source, &sheet.raw.node)
		l := &content.Lesson{
			ID: id, Ages: sheet.raw.Ages, Minutes: sheet.raw.Minutes, Cases: sheet.raw.Cases,
			Words: a.text(base, "lesson", key), Reflect: a.text(base, "reflection", "reflection/"+id),
		}
		for _, r := range sheet.raw.Stops {
			if key := "stop/" + id + "/" + r.ID; a.note(key, r.ID, sheet.source, &r.node) {
				l.Stops = append(l.Stops, &content.Stop{ID: r.ID, Minutes: r.Minutes, Routes: r.Routes, Words: a.text(base, r.ID, key)})
			}
		}
		a.folder.Archive.Lessons = append(a.folder.Archive.Lessons, l)
	}
}

// allMedia joins each picture with its sidecar; neither may stand alone.
func (a *assembler) allMedia() {
	for _, id := range slices.Sorted(maps.Keys(a.media)) {
		sheet, key := a.media[id], "media/"+id
		if !a.note(key, id, sheet.source, &sheet.raw.node) {
			continue
		}
		r := sheet.raw
		if at := r.at("file", -1); r.File != "" && !a.pictures["media/"+r.File] && !a.folder.Unread("", "media/"+r.File) {
			sheet.report(at.line, at.col, "missing-file", "there is no picture "+Quote(r.File)+" in media", didYouMean(r.File, a.pictureNames(), "put the file there, as .jpg or .png"))
		}
		delete(a.unsaid, "media/"+r.File)
		a.folder.Archive.Media = append(a.folder.Archive.Media, &content.Medium{
			ID: id, File: r.File, Credit: r.Credit, Rights: r.Rights, Show: r.Show, Date: r.Date, Place: r.Place, People: r.People, Sources: r.Sources,
			Words: a.text("media/"+id, "media", key),
		})
	}
	for _, name := range slices.Sorted(maps.Keys(a.unsaid)) {
		stem := name[:len(name)-len(path.Ext(name))]
		a.folder.Problems = append(a.folder.Problems, Problem{name, 0, 0, "no-sidecar", Error, "nothing says what this picture shows", "write " + stem + ".yaml with its file, credit and rights, and " + stem + ".en.yaml with caption and description"})
	}
}

func (a *assembler) pictureNames() []string {
	var names []string
	for name := range a.pictures {
		names = append(names, path.Base(name))
	}
	slices.Sort(names)
	return names
}
