package proof

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content/authoring"
	"vigil/content/route"
)

// Listed is a problem with the page it is about.
type Listed struct {
	authoring.Problem
	Address string // the route of the page it is about, or ""
	Here    bool   // it is about the page that is shown
}

// Place is where the problem stands, as editors take it: the file and, where there is
// one, the line.
func (l Listed) Place() string {
	if l.Line == 0 {
		return l.File
	}
	return l.File + ":" + strconv.Itoa(l.Line)
}

// List orders the problems of an edition for whoever looks at a page: those of that page
// first, then what must be mended, then what may stand; by file and line.
func (e Edition) List(page string) []Listed {
	here, _ := route.Parse(page)
	out := make([]Listed, 0, len(e.Problems))
	for _, problem := range e.Problems {
		pages := valid(pagesOf(e.Record(problem), problem.File))
		l := Listed{Problem: problem, Here: on(here, pages)}
		if len(pages) > 0 {
			l.Address = pages[0].String()
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b Listed) int {
		return cmp.Or(before(a.Here, b.Here), before(a.Severity == authoring.Error, b.Severity == authoring.Error))
	})
	return out
}

func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// on reports whether a page is one of some.
func on(here route.Route, pages []route.Route) bool {
	return slices.ContainsFunc(pages, func(p route.Route) bool { return p.Page() == here.Page() })
}

// pagesOf are the pages that a record is shown on, the one to look at first. Where the
// record is not known they are those of its file.
func pagesOf(key, file string) []route.Route {
	record, _, _ := strings.Cut(key, "@")
	kind, rest, _ := strings.Cut(record, "/")
	owner, id, _ := strings.Cut(rest, "/")
	if owner == "" {
		return pagesOfFile(file)
	}
	one := func(r ...route.Route) []route.Route { return r }
	switch kind {
	case "person":
		return one(route.To(route.Person, owner), route.To(route.People))
	case "organisation":
		return one(route.To(route.Organisation, owner), route.To(route.Organisations))
	case "place":
		return one(route.To(route.Place, owner), route.To(route.Places))
	case "term":
		return one(route.To(route.Term, owner), route.To(route.Glossary))
	case "source":
		return one(route.To(route.Sources).At(owner))
	case "case", "caution", "question":
		return one(route.To(route.Case, owner))
	case "essay":
		return one(route.To(route.Case, owner, "essay"))
	case "figure":
		return one(route.To(route.Case, owner, "figures").At(id))
	case "finding":
		return one(route.To(route.Case, owner, "findings").At(id))
	case "outcome":
		return one(route.To(route.Case, owner, "findings"))
	case "event":
		return one(route.To(route.Event, owner, id), route.To(route.Case, owner, "timeline"), route.To(route.Speech, owner))
	case "text", "paragraph":
		return one(route.To(route.Speech, owner).At(id))
	case "speech", "why", "audience", "outline":
		return one(route.To(route.Speech, owner))
	case "lesson", "stop", "reflection", "asked", "private":
		return one(route.To(route.Lesson, owner))
	case "media":
		return one(route.To(route.Medium, owner), route.To(route.Pictures))
	}
	return pagesOfFile(file)
}

// pagesOfFile are the pages that a file is shown on, where no record in it is known.
func pagesOfFile(file string) []route.Route {
	one := func(r ...route.Route) []route.Route { return r }
	dir, base := path.Split(file)
	stem, _, _ := strings.Cut(base, ".")
	id := path.Base(dir)
	switch top, _, _ := strings.Cut(dir, "/"); top {
	case "cases":
		if stem == "timeline" || stem == "essay" {
			return one(route.To(route.Case, id, stem))
		}
		return one(route.To(route.Case, id))
	case "speeches":
		return one(route.To(route.Speech, id))
	case "lessons":
		return one(route.To(route.Lesson, stem), route.To(route.Lessons))
	case "media":
		return one(route.To(route.Medium, stem), route.To(route.Pictures))
	}
	switch stem {
	case "people", "places", "organisations", "glossary", "sources":
		return one(route.To(route.Kind(stem)))
	case "archive":
		return one(route.To(route.Home), route.To(route.About))
	case "topics", "keyboard":
		return one(route.To(route.Search))
	}
	return nil
}

// valid drops what is no route: a file may have any name.
func valid(routes []route.Route) []route.Route {
	return slices.DeleteFunc(routes, func(r route.Route) bool {
		_, err := route.Parse(r.String())
		return err != nil
	})
}
