package check

import (
	"context"
	"slices"

	"vigil/content"
	"vigil/content/authoring"
)

// loneRules are those that a lesson can break by itself.
var loneRules = [...]rule{
	{"resolve", resolveLessons},
	{"resolve", resolveLinks},
	{"block-quotation", blockQuotations},
	{"title", lonely},
	{"lesson", lessons},
}

// Lessons checks lessons that were brought alone, as authoring.LoadLessons reads them,
// against the archive that they are to be given from: by the rules of Folder, but that
// they need words in one of the archive's languages only. One that is called as the
// archive calls another is told as a warning: it can be opened, and must be saved under
// another name. The archive is not changed.
func Lessons(ctx context.Context, f *authoring.Folder, a *content.Archive) Report {
	joined := *a
	joined.Lessons = append(slices.Clone(f.Archive.Lessons), a.Lessons...)
	in := &inspection{Folder: f, targets: targetsOf(&joined), ctx: ctx}
	joined.Lessons = f.Archive.Lessons
	in.archive = &joined
	for _, l := range f.Archive.Lessons {
		if a.Lesson(l.ID) != nil {
			in.rule = "collides"
			in.warn("lesson/"+l.ID, "the archive has a lesson "+authoring.Quote(l.ID), "save it under another name")
		}
	}
	for _, r := range loneRules {
		if ctx.Err() != nil {
			break
		}
		in.rule = r.name
		r.check(in)
	}
	return Report{authoring.SortProblems(append(in.found, f.Problems...))}
}

// lonely asks of a lesson brought alone for a title, and for each stop's, in a language
// that the archive is shown in.
func lonely(in *inspection) {
	for _, l := range in.archive.Lessons {
		in.entitled("lesson/"+l.ID, l.Words)
		for _, s := range l.Stops {
			in.entitled("stop/"+l.ID+"/"+s.ID, s.Words)
			for _, q := range s.Questions {
				in.entitled("asked/"+l.ID+"/"+q.ID, q.Words)
			}
		}
	}
}

func (in *inspection) entitled(key string, words content.Text) {
	for _, lang := range in.archive.Languages {
		if words[lang].Title != "" {
			return
		}
	}
	in.fail(key, "this has no title in any language of the archive", "write its title in the file of words beside it")
}
