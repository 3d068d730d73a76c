package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/search"
)

// result is a hit as scripts read it.
type result struct {
	Route   string `json:"route"`
	Title   string `json:"title"`
	Kind    string `json:"kind"`
	Lang    string `json:"lang"`
	Why     string `json:"why"`
	Snippet string `json:"snippet"`
}

// find searches the archive and prints what it finds, best first.
func find(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil search", "[--archive PATH] [--lang xx] [--limit N] [--json] QUERY")
	path := fs.String("archive", "", "archive `folder` instead of the bundled one")
	lang := fs.String("lang", "en", "the visitor's `language`: its records come first")
	limit := fs.Int("limit", 10, "the most results")
	asJSON := fs.Bool("json", false, "one JSON array instead of lines")
	data := fs.String("data", dataDir(), "`folder` for the search index")
	if err := parse(fs, args, anyNumber); err != nil {
		return misuse, err
	}
	if *limit < 1 || *limit > 1000 {
		return misuse, misused{errors.New("--limit is from 1 to 1000")}
	}
	a, err := env.openSaying(ctx, *path)
	if err != nil {
		return misuse, err
	}
	finder, err := search.Open(ctx, *data, a.Archive)
	if err != nil {
		fmt.Fprintln(env.Err, "vigil: no index, searching without one: "+oneLine(err.Error()))
		finder = search.Scan(a.Archive)
	}
	defer finder.Close()
	catalogue, err := a.Catalogue()
	if catalogue == nil {
		return misuse, err
	}
	env.note(err)
	words := strings.Join(fs.Args(), " ")
	period, beside := catalogue.Reader(search.Fold).Period(words, content.Lang(*lang))
	hits, err := finder.Search(ctx, search.Query{Words: words, Lang: content.Lang(*lang), Limit: *limit, Period: period, Beside: beside})
	if err != nil {
		return found, fmt.Errorf("search: %w", err)
	}
	return good, print(env, hits, *asJSON)
}

func print(env Env, hits []search.Hit, asJSON bool) error {
	results := make([]result, len(hits))
	for i, h := range hits {
		results[i] = result{h.Route, h.Title, h.Kind, string(h.Lang), h.Why, joined(h.Snippet())}
	}
	if asJSON {
		out := json.NewEncoder(env.Out)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		if err := out.Encode(results); err != nil {
			return fmt.Errorf("write the results: %w", err)
		}
		return nil
	}
	for _, r := range results {
		fmt.Fprintf(env.Out, "%-40s  %s  (%s, %s: %s)\n", r.Route, r.Title, r.Kind, r.Lang, r.Why)
	}
	return nil
}

func joined(marks []search.Mark) string {
	var s strings.Builder
	for _, m := range marks {
		s.WriteString(m.Text)
	}
	return s.String()
}
