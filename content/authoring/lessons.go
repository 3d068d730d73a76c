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
		raw := sheet.raw
		l := &content.Lesson{
			ID: id, Ages: a.ages(sheet), Minutes: raw.Minutes, Short: raw.Short, Cases: raw.Cases, MadeOn: raw.MadeOn, Seen: raw.Seen, Facts: factsReview(raw.Review, raw.Reviewer, raw.Reviewed),
			Words: a.text(base, "lesson", key), Reflect: a.text(base, "reflection", "reflection/"+id),
		}
		stops := most(raw.Stops, maxStops, "stops", func(i int) position { return raw.at("stops", i) }, sheet.source)
		for _, r := range stops {
			if key := "stop/" + id + "/" + r.ID; a.note(key, r.ID, sheet.source, &r.node) {
				l.Stops = append(l.Stops, a.stop(sheet, id, r, key))
			}
		}
		a.folder.Archive.Lessons = append(a.folder.Archive.Lessons, l)
	}
}

func (a *assembler) stop(sheet *sheet[rawLesson], lesson string, r *rawStop, key string) *content.Stop {
	base := "lessons/" + lesson
	private := "educator/" + lesson + "/" + r.ID
	a.note(private, r.ID, sheet.source, &r.node)
	s := &content.Stop{
		ID: r.ID, Minutes: r.Minutes, Short: r.Short, From: r.From,
		Routes: most(r.Routes, maxShown, "pages", func(i int) position { return r.at("routes", i) }, sheet.source),
		Words:  a.text(base, r.ID, key), Educator: a.text(base, "educator-"+r.ID, private),
	}
	asked := most(r.Questions, maxQuestions, "questions", func(i int) position { return r.at("questions", i) }, sheet.source)
	for i, q := range asked {
		key := "asked/" + lesson + "/" + q
		if a.note(key, q, sheet.source, &node{position: r.at("questions", i)}) {
			s.Questions = append(s.Questions, &content.Question{ID: q, Words: a.text(base, "question-"+q, key)})
		}
	}
	return s
}

// ages reads for whom a lesson is.
func (a *assembler) ages(sheet *sheet[rawLesson]) content.Ages {
	written := sheet.raw.Ages
	ages, ok := content.ParseAges(written)
	if !ok && written != "" {
		at := sheet.raw.at("ages", -1)
		sheet.report(at.line, at.col, "form", Quote(written)+" is no range of ages", "write ages: \"15-18\", or \"18+\"")
	}
	return ages
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
