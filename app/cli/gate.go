package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"vigil/content"
	contentcheck "vigil/content/check"
)

// publish prints what stands between an archive and its opening, by who can mend it.
func publish(ctx context.Context, env Env, files fs.FS, a asked) (int, error) {
	_, done := env.progress(reading)
	gate, offered := contentcheck.Publish(ctx, files, tools())
	done()
	if a.lang != "" {
		if err := isOffered(a.lang, offered); err != nil {
			return misuse, err
		}
		gate = gate.In(a.lang)
	}
	if err := env.report(gate, a.json, func() { env.gate(gate, a.lang) }); err != nil {
		return found, err
	}
	if gate.Closed() > 0 {
		return found, nil
	}
	return good, ctx.Err()
}

// gate prints the groups of a gate, and what is left in one sentence.
func (e Env) gate(g contentcheck.Gate, lang content.Lang) {
	for _, group := range g.Groups() {
		closed := group.Closed()
		heading := fmt.Sprintf("%s: %d", group.Name(), closed)
		if n := len(group.Obstacles) - closed; n > 0 {
			heading += fmt.Sprintf(", and %d to look at", n)
		}
		fmt.Fprintln(e.Out, heading)
		for _, o := range group.Obstacles {
			fmt.Fprintf(e.Out, "%s [%s]\n", o.Problem, o.Rule)
		}
		fmt.Fprintln(e.Out)
	}
	between := "this archive and its opening"
	if lang != "" {
		between = "the words in " + string(lang) + " and the opening"
	}
	if g.Closed() == 0 && g.Warnings == 0 {
		fmt.Fprintf(e.Out, "Nothing stands between %s.\n", between)
		return
	}
	if g.Closed() == 0 {
		fmt.Fprintf(e.Out, "Nothing stands between %s; %s, and vigil check names them.\n", between, warnings(g.Warnings))
		return
	}
	fmt.Fprintf(e.Out, "Left between %s: %s.\n", between, left(g.Groups()))
}

// warnings counts those of the plain check, which may stand.
func warnings(n int) string {
	if n == 1 {
		return "1 warning may stand"
	}
	return fmt.Sprintf("%d warnings may stand", n)
}

// left counts what everybody has to mend, each part of the work named once.
func left(groups []contentcheck.Group) string {
	var parts []string
	said := ""
	for _, g := range groups {
		n := g.Closed()
		if n == 0 {
			continue
		}
		who, lang := g.Name(), ""
		if g.Lang != "" {
			who, lang = string(g.Who)+"s", " in "+string(g.Lang)
		}
		count := fmt.Sprintf("%d%s", n, lang)
		if who != said {
			said, count = who, "for the "+who+" "+count
		}
		parts = append(parts, count)
	}
	return strings.Join(parts, ", ")
}

// revise prints what concerns one language, in the order of a reviser's work.
func revise(ctx context.Context, env Env, files fs.FS, a asked) (int, error) {
	_, done := env.progress(reading)
	revision, offered := contentcheck.Language(ctx, files, tools(), a.lang)
	done()
	if err := isOffered(a.lang, offered); err != nil {
		return misuse, err
	}
	err := env.report(revision, a.json, func() {
		for i, s := range revision.Steps {
			if i > 0 {
				fmt.Fprintln(env.Out)
			}
			fmt.Fprintf(env.Out, "%d. %s: %d\n", i+1, s.Name, s.Count)
			env.lines(s.Problems)
		}
		if len(revision.Steps) == 0 {
			fmt.Fprintf(env.Out, "Nothing is left to do in %s.\n", a.lang)
		}
	})
	switch {
	case err != nil:
		return found, err
	case revision.Errors() > 0:
		return found, nil
	}
	return good, ctx.Err()
}

// isOffered refuses a language that the archive does not offer.
func isOffered(lang content.Lang, offered []content.Lang) error {
	var names []string
	for _, l := range offered {
		if l == lang {
			return nil
		}
		names = append(names, string(l))
	}
	if len(offered) == 0 {
		return misused{errors.New("the archive does not say which languages it offers; see vigil check PATH")}
	}
	return misused{fmt.Errorf("the archive does not offer %q; it offers %s", lang, strings.Join(names, ", "))}
}
