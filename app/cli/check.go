package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"vigil/app/typeset"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content/authoring"
	contentcheck "vigil/content/check"
)

const checkArgs = "PATH [--json] [--archive DIR]"

// inspect checks an archive, or lessons that stand alone as a kiosk and a stick keep them,
// against the archive that they are to be given from.
func inspect(ctx context.Context, files fs.FS, against string) (contentcheck.Report, error) {
	if !alone(files) {
		return contentcheck.Folder(ctx, files, contentcheck.Tools{Glyphs: typeset.New(assets.Fonts()), Land: atlas.NewLand(assets.Land())}), nil
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

// check reads a folder as a curator wrote it and prints one line a problem.
func check(ctx context.Context, env Env, args []string) (int, error) {
	flags := env.flags("vigil check", checkArgs)
	against := flags.String("archive", "", "archive `folder` that lessons brought alone are checked against, instead of the bundled one")
	asJSON := flags.Bool("json", false, "one JSON array instead of lines")
	if err := parse(flags, args, 1); err != nil {
		return misuse, err
	}
	files, err := folder(flags.Arg(0))
	if err != nil {
		return misuse, err
	}
	report, err := inspect(ctx, files, *against)
	if err != nil {
		return misuse, err
	}
	if *asJSON {
		out := json.NewEncoder(env.Out)
		out.SetIndent("", "  ")
		if err := out.Encode(report); err != nil {
			return found, fmt.Errorf("write the report: %w", err)
		}
	} else {
		for _, p := range report.Problems {
			fmt.Fprintln(env.Out, p)
		}
	}
	if report.Errors() > 0 {
		return found, nil
	}
	return good, ctx.Err()
}
