package check

import (
	"cmp"
	"context"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// Who is the part that somebody has in making an archive: who can mend a thing.
type Who string

// The curator writes the facts and the original words and knows their sources; a
// translator writes the words of one language and a reviewer answers for them; rights
// are asked of whoever holds them; a technician minds fonts, pictures and files.
const (
	Curator    Who = "curator"
	Reviewer   Who = "reviewer"
	Translator Who = "translator"
	Rights     Who = "rights"
	Technician Who = "technician"
)

// everybody is in the order in which they are told.
var everybody = []Who{Curator, Reviewer, Translator, Rights, Technician}

// Obstacle is one thing that stands between an archive and its opening, or, where it
// is a warning, that a person must look at and no program can.
type Obstacle struct {
	authoring.Problem
	Who  Who          `json:"who"`
	Lang content.Lang `json:"lang,omitempty"` // of the words that are meant; "" where none are
}

// Gate is all that keeps an archive from being opened to the public, by who can mend
// it, then by language, file and line.
type Gate struct {
	Obstacles []Obstacle
	Warnings  int // of the plain check: they may stand; not counted of one language
}

// Closed counts what must be mended before the archive is opened.
func (g Gate) Closed() int {
	n := 0
	for _, o := range g.Obstacles {
		if o.Severity == authoring.Error {
			n++
		}
	}
	return n
}

// In is what of it concerns the words of one language.
func (g Gate) In(lang content.Lang) Gate {
	g.Obstacles = slices.DeleteFunc(slices.Clone(g.Obstacles), func(o Obstacle) bool { return o.Lang != lang })
	g.Warnings = 0
	return g
}

// MarshalJSON writes the obstacles as one array, empty where there are none.
func (g Gate) MarshalJSON() ([]byte, error) {
	if g.Obstacles == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(g.Obstacles)
}

// Group is what one person can mend.
type Group struct {
	Who       Who
	Lang      content.Lang
	Obstacles []Obstacle
}

// Name is what the group is called in a list, such as "translator into fr".
func (g Group) Name() string {
	switch {
	case g.Who == Rights:
		return "holder of rights"
	case g.Who == Translator && g.Lang != "":
		return "translator into " + string(g.Lang)
	case g.Who == Reviewer && g.Lang == "":
		return "reviewer of the facts"
	case g.Who == Reviewer:
		return "reviewer of the words in " + string(g.Lang)
	}
	return string(g.Who)
}

// Closed counts what of it must be mended before the archive is opened.
func (g Group) Closed() int { return Gate{Obstacles: g.Obstacles}.Closed() }

// Groups parts the obstacles by who can mend them, and translators and reviewers by
// their language.
func (g Gate) Groups() []Group {
	var groups []Group
	for _, o := range g.Obstacles {
		lang := o.Lang
		if o.Who != Translator && o.Who != Reviewer {
			lang = ""
		}
		if n := len(groups); n == 0 || groups[n-1].Who != o.Who || groups[n-1].Lang != lang {
			groups = append(groups, Group{Who: o.Who, Lang: lang})
		}
		last := &groups[len(groups)-1]
		last.Obstacles = append(last.Obstacles, o)
	}
	return groups
}

// Publish checks a folder as Folder does and asks more: what an archive may lack while
// it is written and must not lack when people stand before it. It also gives the
// languages that the archive offers.
func Publish(ctx context.Context, fsys fs.FS, tools Tools) (Gate, []content.Lang) {
	in := load(ctx, fsys, tools)
	in.opening = true
	in.run(rules[:])
	plain := in.told()
	in.found = nil
	in.run(opening[:])
	g := Gate{}
	for _, p := range plain.Problems {
		switch {
		case p.Severity == authoring.Warning && p.Rule != "stale":
			g.Warnings++
		default:
			p.Severity = authoring.Error
			g.Obstacles = append(g.Obstacles, in.obstacle(p))
		}
	}
	for _, p := range authoring.SortProblems(in.found) {
		g.Obstacles = append(g.Obstacles, in.obstacle(p))
	}
	slices.SortStableFunc(g.Obstacles, in.inTurn)
	return g, in.archive.Languages
}

// inTurn orders obstacles as they are told.
func (in *inspection) inTurn(a, b Obstacle) int {
	return cmp.Or(
		cmp.Compare(slices.Index(everybody, a.Who), slices.Index(everybody, b.Who)),
		cmp.Compare(slices.Index(in.archive.Languages, a.Lang), slices.Index(in.archive.Languages, b.Lang)),
		cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
	)
}

// obstacle says who can mend a problem. What is wrong in a translation's file its
// translator can mend.
func (in *inspection) obstacle(p authoring.Problem) Obstacle {
	o := Obstacle{Problem: p, Who: mender(p.Rule), Lang: langOf(p.File)}
	if o.Who == Curator && o.Lang != "" && o.Lang != in.archive.Original && !slices.Contains(curatorAlone, p.Rule) {
		o.Who = Translator
	}
	return o
}

// curatorAlone are the rules that a translator's file breaks by no doing of theirs.
var curatorAlone = []string{"unoffered-language", "language", "unknown-file"}

// mender is who can mend what breaks a rule.
func mender(rule string) Who {
	switch rule {
	case "rights":
		return Rights
	case "draft", "reviewer":
		return Reviewer
	case "missing", "stale":
		return Translator
	case "picture", "font", "glyph", "interface", "keyboard", "licence", "unreadable", "too-large", "too-many-files", "symlink", "cancelled":
		return Technician
	}
	return Curator
}

// langOf is the language that a file's name carries, "" where it carries none.
func langOf(file string) content.Lang {
	parts := strings.Split(path.Base(file), ".")
	if len(parts) != 3 || !slices.Contains([]string{"yaml", "md", "toml"}, parts[2]) {
		return ""
	}
	return content.Lang(parts[1])
}
