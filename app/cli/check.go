package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"vigil/app/typeset"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	contentcheck "vigil/content/check"
)

const checkArgs = "PATH [--json] [--publish] [--lang xx] [--archive DIR] | --explain [RULE]"

// tools are what the kiosk shows an archive with, and the day.
func tools() contentcheck.Tools {
	today, err := content.ParseDate(time.Now().Format(time.DateOnly))
	if err != nil { // a clock beyond the years that a date may lie in: then nothing is asked of the day
		today = content.Date{}
	}
	return contentcheck.Tools{Glyphs: typeset.New(assets.Fonts()), Land: atlas.NewLand(assets.Land()), Today: today, Unwritten: unwritten()}
}

// inspect checks an archive, or lessons that stand alone as a kiosk and a stick keep them,
// against the archive that they are to be given from.
func inspect(ctx context.Context, files fs.FS, against string) (contentcheck.Report, error) {
	if !alone(files) {
		return contentcheck.Folder(ctx, files, tools()), nil
	}
	a, err := Open(ctx, against)
	if err != nil {
		return contentcheck.Report{}, err
	}
	return contentcheck.Lessons(ctx, authoring.LoadLessons(ctx, files), a.Archive), nil
}

// alone reports whether a folder has lessons and is no archive.
func alone(files fs.FS) bool {
	if _, err := fs.Stat(files, "archive.yaml"); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if _, err := fs.Stat(files, "cases"); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	info, err := fs.Stat(files, "lessons")
	return err == nil && info.IsDir()
}

// reading is what a terminal is told while an archive is read and checked.
const reading = "reading the archive"

// asked is what a check is asked for.
type asked struct {
	against string
	json    bool
	publish bool
	lang    content.Lang
}

// check reads a folder as a curator wrote it and prints one line a problem.
func check(ctx context.Context, env Env, args []string) (int, error) {
	flags := env.flags("vigil check", checkArgs)
	var a asked
	flags.StringVar(&a.against, "archive", "", "archive `folder` that lessons brought alone are checked against, instead of the bundled one")
	flags.BoolVar(&a.json, "json", false, "one JSON array instead of lines")
	flags.BoolVar(&a.publish, "publish", false, "say what stands between this archive and its opening, by who can mend it")
	lang := flags.String("lang", "", "only what concerns this `language`, in the order in which a reviser should look at it")
	var rule explained
	flags.Var(&rule, "explain", "explain a `RULE` with an example, or list all rules; takes no PATH")
	if err := parse(flags, args, atMostOne); err != nil {
		return misuse, err
	}
	a.lang = content.Lang(*lang)
	if rule.asked {
		return explain(env, cmp.Or(rule.name, flags.Arg(0)))
	}
	if flags.NArg() == 0 {
		return misuse, misused{errors.New("vigil check takes the folder of an archive; see vigil check --help")}
	}
	files, err := folder(flags.Arg(0))
	if err != nil {
		return misuse, err
	}
	switch {
	case (a.publish || a.lang != "") && alone(files):
		return misuse, misused{errors.New("--publish and --lang are asked of an archive, and this folder holds lessons alone")}
	case a.publish:
		return publish(ctx, env, files, a)
	case a.lang != "":
		return revise(ctx, env, files, a)
	}
	_, done := env.progress(reading)
	report, err := inspect(ctx, files, a.against)
	done()
	if err != nil {
		return misuse, err
	}
	if err := env.report(report, a.json, func() { env.lines(report.Problems) }); err != nil {
		return found, err
	}
	if !a.json && terminal(env.Err) {
		fmt.Fprintln(env.Err, aside(report))
	}
	if report.Errors() > 0 {
		return found, nil
	}
	return good, ctx.Err()
}

// aside is what a terminal is told beside a report: a person who sees nothing at all cannot
// know that nothing is wrong.
func aside(r contentcheck.Report) string {
	if len(r.Problems) == 0 {
		return "No mistakes were found. What stands before an opening: vigil check PATH --publish"
	}
	return "vigil check --explain RULE tells more of a rule, which stands in brackets behind each line."
}

// report writes what was found, as JSON or as the lines that a function writes.
func (e Env) report(v json.Marshaler, asJSON bool, lines func()) error {
	if !asJSON {
		lines()
		return nil
	}
	out := json.NewEncoder(e.Out)
	out.SetIndent("", "  ")
	if err := out.Encode(v); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// lines writes one line a problem; behind it stands the rule, as --explain takes it.
func (e Env) lines(problems []authoring.Problem) {
	for _, p := range problems {
		fmt.Fprintf(e.Out, "%s [%s]\n", p, p.Rule)
	}
}
