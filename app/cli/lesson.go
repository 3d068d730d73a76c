package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"vigil/app/classroom/handout"
	"vigil/app/paper"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
)

const lessonArgs = "[ID --handout FILE.pdf] [--sheet learner|educator] [--lang xx[,yy]] [--paper a4|letter] [--minutes N] [--ages 15-18] [--archive PATH] [--json]"

// lessonFlags is what the command lesson is asked for.
type lessonFlags struct {
	file, sheet, lang, paper, ages, archive *string
	minutes                                 *int
	json                                    *bool
}

// lessons lists the lessons, or makes a sheet of one.
func lessons(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil lesson", lessonArgs)
	f := lessonFlags{
		file:    fs.String("handout", "", "`file` for the sheet, or - for the output"),
		sheet:   fs.String("sheet", string(handout.Learner), "`whose` sheet: learner or educator"),
		lang:    fs.String("lang", "", "`language`, or two of them side by side; the archive's own without it"),
		paper:   fs.String("paper", "a4", "`format`: a4 or letter"),
		ages:    fs.String("ages", "", "`ages` of the class, such as 15-18; the lesson's own without it"),
		archive: fs.String("archive", "", "archive `folder` instead of the bundled one"),
		minutes: fs.Int("minutes", 0, "`minutes` that the class has; the lesson's own without it"),
		json:    fs.Bool("json", false, "list the lessons as one JSON array"),
	}
	if err := parse(fs, args, atMostOne); err != nil {
		return misuse, err
	}
	switch {
	case fs.NArg() == 0 && *f.file == "":
		return good, f.list(ctx, env)
	case fs.NArg() == 0:
		return misuse, misused{errors.New("--handout needs a lesson: vigil lesson lists them")}
	}
	return f.make(ctx, env, fs.Arg(0))
}

// listed is a lesson as scripts read it.
type listed struct {
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	Ages    string         `json:"ages"`
	Minutes int            `json:"minutes"`
	Short   int            `json:"short"`
	Stops   int            `json:"stops"`
	Langs   []content.Lang `json:"languages"`
}

func (f lessonFlags) list(ctx context.Context, env Env) error {
	a, err := env.openSaying(ctx, *f.archive)
	if err != nil {
		return err
	}
	all := []listed{}
	for _, l := range a.Lessons {
		one := listed{l.ID, "", l.Ages.String(), l.Minutes, l.Short, len(l.Stops), []content.Lang{}}
		for _, lang := range a.Languages {
			if w, ok := l.Words[lang]; ok {
				one.Langs = append(one.Langs, lang)
				if one.Title == "" || lang == content.Lang(*f.lang) {
					one.Title = w.Title
				}
			}
		}
		all = append(all, one)
	}
	if *f.json {
		out := json.NewEncoder(env.Out)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		if err := out.Encode(all); err != nil {
			return fmt.Errorf("write the lessons: %w", err)
		}
		return nil
	}
	for _, l := range all {
		fmt.Fprintf(env.Out, "%-28s %3d min  %-6s %s\n", l.ID, l.Minutes, l.Ages, l.Title)
	}
	if len(all) == 0 {
		fmt.Fprintln(env.Err, "vigil: the archive has no lessons")
	}
	return nil
}

// make makes a sheet of a lesson.
func (f lessonFlags) make(ctx context.Context, env Env, id string) (int, error) {
	r, ages, err := f.read()
	if err != nil {
		return misuse, err
	}
	a, err := env.openSaying(ctx, *f.archive)
	if err != nil {
		return misuse, err
	}
	l := a.Lesson(id)
	if l == nil {
		return misuse, noLesson(a.Archive, id)
	}
	if r.Catalogue, err = a.Catalogue(); r.Catalogue == nil {
		return found, err
	}
	env.note(err)
	if r.Langs, err = f.langs(a); err != nil {
		return misuse, err
	}
	if err := a.spoken(r.Catalogue, r.Langs...); err != nil {
		return misuse, err
	}
	r.Setter, err = a.Setter()
	env.note(err)
	if ages == (content.Ages{}) {
		ages = l.Ages
	}
	minutes := *f.minutes
	if minutes == 0 {
		minutes = l.Minutes
	}
	r.Archive, r.Land, r.Plan = a.Archive, atlas.NewLand(assets.Land()), lesson.For(l, ages, minutes)
	if err := written(env, *f.file, func(w io.Writer) error { return handout.Make(w, r) }); err != nil {
		return found, err
	}
	return good, nil
}

// read reads what needs no archive.
func (f lessonFlags) read() (handout.Request, content.Ages, error) {
	r := handout.Request{Sheet: handout.Kind(*f.sheet)}
	if *f.file == "" {
		return r, content.Ages{}, misused{errors.New("--handout needs a file, or - for the output")}
	}
	if !slices.Contains(handout.Kinds, r.Sheet) {
		return r, content.Ages{}, misused{fmt.Errorf("--sheet is learner or educator, not %q", *f.sheet)}
	}
	switch strings.ToLower(*f.paper) {
	case "a4":
		r.Paper = paper.A4
	case "letter":
		r.Paper = paper.Letter
	default:
		return r, content.Ages{}, misused{fmt.Errorf("--paper is a4 or letter, not %q", *f.paper)}
	}
	if m := *f.minutes; m != 0 && (m < lesson.Fewest || m > lesson.Most) {
		return r, content.Ages{}, misused{fmt.Errorf("--minutes is from %d to %d, not %d", lesson.Fewest, lesson.Most, m)}
	}
	ages, ok := content.ParseAges(*f.ages)
	if *f.ages != "" && !ok {
		return r, ages, misused{fmt.Errorf("--ages is such as 15-18, 15+ or 15, not %q", *f.ages)}
	}
	return r, ages, nil
}

// langs are the sheet's languages: one, or two side by side.
func (f lessonFlags) langs(a Opened) ([]content.Lang, error) {
	langs := languages(*f.lang)
	switch {
	case len(langs) == 0:
		return []content.Lang{a.Original}, nil
	case len(langs) > 2:
		return nil, misused{fmt.Errorf("--lang is one language or two with a comma between, not %d", len(langs))}
	case len(langs) == 2 && langs[0] == langs[1]:
		return langs[:1], nil
	}
	return langs, nil
}

// noLesson names the lesson that was probably meant, and lists all.
func noLesson(a *content.Archive, id string) error {
	var ids []string
	for _, l := range a.Lessons {
		ids = append(ids, l.ID)
	}
	if len(ids) == 0 {
		return misused{fmt.Errorf("there is no lesson %q: the archive has none", id)}
	}
	all := "the archive has " + strings.Join(ids, ", ")
	if near := authoring.Nearest(id, ids); near != "" {
		return misused{fmt.Errorf("there is no lesson %q: did you mean %s? %s", id, near, all)}
	}
	return misused{fmt.Errorf("there is no lesson %q: %s", id, all)}
}

// written writes a file whole or not at all, or to the output where it is called "-".
func written(env Env, name string, write func(io.Writer) error) (err error) {
	if name == "-" {
		var whole bytes.Buffer
		if err := write(&whole); err != nil {
			return err
		}
		if _, err := whole.WriteTo(env.Out); err != nil {
			return fmt.Errorf("write to the output: %w", err)
		}
		return nil
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			os.Remove(temporary.Name())
		}
	}()
	err = write(temporary)
	if failed := temporary.Sync(); err == nil && failed != nil {
		err = fmt.Errorf("write %s: %w", name, failed)
	}
	if failed := temporary.Close(); err == nil && failed != nil {
		err = fmt.Errorf("write %s: %w", name, failed)
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(temporary.Name(), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.Rename(temporary.Name(), name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
