package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"vigil/content/exchange/workbook"
)

// writeTemplate writes an empty workbook for a curator to fill.
func writeTemplate(ctx context.Context, env Env, args []string) (int, error) {
	flags := env.flags("vigil import template", "-o FILE.xlsx [--lang xx,..]")
	to := flags.String("o", "", "`file` to write, a workbook (.xlsx)")
	list := flags.String("lang", "en", "the `languages` of the archive, the one it is written in first")
	if err := parse(flags, args, 0); err != nil {
		return misuse, err
	}
	langs := languages(*list)
	switch {
	case !strings.HasSuffix(strings.ToLower(*to), ".xlsx"):
		return misuse, misused{errors.New("say where to write: -o FILE.xlsx")}
	case len(langs) == 0:
		return misuse, misused{errors.New("--lang names no language")}
	}
	for _, lang := range langs {
		if tag, err := language.Parse(string(lang)); err != nil || tag.String() != string(lang) {
			return misuse, misused{fmt.Errorf("%q is no language; write its BCP 47 tag, such as en, fr or sr-Cyrl", lang)}
		}
	}
	if err := vacant(*to); err != nil {
		return misuse, err
	}
	if err := workbook.Template(ctx, *to, langs); err != nil {
		return found, err
	}
	fmt.Fprintf(env.Out, "%s is an empty workbook; its first sheet says how it is filled. Then run: vigil import xlsx %s FOLDER\n", *to, *to)
	return good, nil
}
