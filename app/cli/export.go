package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
	"vigil/content/exchange/linked"
	"vigil/content/exchange/timelinejs"
	"vigil/content/exchange/workbook"
)

const exportArgs = "FORMAT DIR -o FILE [--lang xx] [--case ID]"

// exporters are the formats that go out, by the word for them.
func exporters() map[string]exchange.Exporter {
	return map[string]exchange.Exporter{
		"jsonld":     linked.Export,
		"timelinejs": timelinejs.Export,
		"csv":        workbook.ExportCSV,
		"xlsx":       workbook.ExportXLSX,
	}
}

// take writes an archive in a format that the field reads.
func take(ctx context.Context, env Env, args []string) (int, error) {
	words := strings.Join(slices.Sorted(maps.Keys(exporters())), ", ")
	flags := env.flags("vigil export", exportArgs+"\n\nFormats: "+words+".")
	to := flags.String("o", "", "`file` to write; a folder for csv")
	lang := flags.String("lang", "", "`language` of a format that holds one; else that of the archive")
	history := flags.String("case", "", "`id` of the one history of a format that holds one")
	if err := parse(flags, args, 2); err != nil {
		return misuse, err
	}
	write := exporters()[flags.Arg(0)]
	switch {
	case write == nil:
		return misuse, misused{fmt.Errorf("no format is called %q; the formats are %s", flags.Arg(0), words)}
	case *to == "":
		return misuse, misused{errors.New("say where to write: -o FILE")}
	}
	files, err := folder(flags.Arg(1))
	if err != nil {
		return misuse, err
	}
	if flags.Arg(0) != "csv" { // which writes a folder, and only into an empty one
		if err := vacant(*to); err != nil {
			return misuse, err
		}
	}
	step, done := env.progress("writing " + filepath.Base(*to))
	defer done()
	report, err := write(ctx, files, *to, exchange.Options{Lang: content.Lang(*lang), Case: *history, Step: step})
	if err != nil {
		return found, fmt.Errorf("export %s: %w", flags.Arg(1), err)
	}
	done()
	report.Sort()
	for _, n := range report.Notes {
		fmt.Fprintln(env.Out, n)
	}
	fmt.Fprintf(env.Out, "%s: %s\n", *to, exchange.Numbered(report.Came))
	return good, nil
}
