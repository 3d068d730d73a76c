package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"vigil/content"
	"vigil/content/authoring"
	contentcheck "vigil/content/check"
)

// coverage prints how far each part of an archive is translated.
func coverage(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil coverage", "PATH [--json]")
	asJSON := fs.Bool("json", false, "one JSON object, a count a language")
	if err := parse(fs, args, 1); err != nil {
		return misuse, err
	}
	files, err := folder(fs.Arg(0))
	if err != nil {
		return misuse, err
	}
	f := authoring.Load(ctx, files)
	if err := ctx.Err(); err != nil {
		return found, err
	}
	parts := contentcheck.Coverage(f)
	if *asJSON {
		all := map[content.Lang]contentcheck.Count{}
		for _, lang := range f.Archive.Languages {
			all[lang] = contentcheck.Total(parts, lang)
		}
		out := json.NewEncoder(env.Out)
		out.SetIndent("", "  ")
		if err := out.Encode(all); err != nil {
			return found, fmt.Errorf("write the coverage: %w", err)
		}
		return good, nil
	}
	return good, table(env.Out, parts, f.Archive.Languages)
}

// table prints a line a part and a column a language: per cent of the records
// whose words are there and as new as the original; then each language's counts.
func table(out io.Writer, parts []contentcheck.Part, langs []content.Lang) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "\t")
	for _, lang := range langs {
		fmt.Fprintf(w, "%s\t", lang)
	}
	fmt.Fprintln(w)
	for _, p := range parts {
		fmt.Fprintf(w, "%s\t", p.Name)
		for _, lang := range langs {
			fmt.Fprintf(w, "%s\t", percent(p.Langs[lang]))
		}
		fmt.Fprintln(w)
	}
	for _, row := range []struct {
		name string
		of   func(contentcheck.Count) int
	}{
		{"complete", func(c contentcheck.Count) int { return c.Complete }},
		{"of them drafts", func(c contentcheck.Count) int { return c.Draft }},
		{"stale", func(c contentcheck.Count) int { return c.Stale }},
		{"missing", func(c contentcheck.Count) int { return c.Missing }},
	} {
		fmt.Fprintf(w, "%s\t", row.name)
		for _, lang := range langs {
			fmt.Fprintf(w, "%d\t", row.of(contentcheck.Total(parts, lang)))
		}
		fmt.Fprintln(w)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the coverage: %w", err)
	}
	return nil
}

func percent(c contentcheck.Count) string {
	switch {
	case c.All() == 0 || c.Complete+c.Stale == 0:
		return "-"
	case c.Complete == c.All():
		return "100 %"
	}
	return fmt.Sprintf("%d %%", min(99, c.Complete*100/c.All()))
}
