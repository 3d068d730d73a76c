package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"vigil/app/typeset"
	"vigil/app/ui/atlas"
	"vigil/assets"
	contentcheck "vigil/content/check"
)

// check reads a folder as a curator wrote it and prints one line a problem.
func check(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil check", "PATH [--json]")
	asJSON := fs.Bool("json", false, "one JSON array instead of lines")
	if err := parse(fs, args, 1); err != nil {
		return misuse, err
	}
	files, err := folder(fs.Arg(0))
	if err != nil {
		return misuse, err
	}
	report := contentcheck.Folder(ctx, files, contentcheck.Tools{Glyphs: typeset.New(assets.Fonts()), Land: atlas.NewLand(assets.Land())})
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
