package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	contentcheck "vigil/content/check"
)

// explained is the flag --explain: it takes a rule behind =, or the word behind it, or
// none.
type explained struct {
	asked bool
	name  string
}

// String is what was asked for.
func (e *explained) String() string { return e.name }

// Set takes "true" for the flag alone.
func (e *explained) Set(s string) error {
	e.asked = true
	if s != "true" {
		e.name = s
	}
	return nil
}

// IsBoolFlag lets the flag stand alone.
func (e *explained) IsBoolFlag() bool { return true }

// explain prints what a rule means and how to keep it, or, without a rule, all of them
// in a line each.
func explain(env Env, rule string) (int, error) {
	if rule == "" {
		return listRules(env)
	}
	e, nearest, err := contentcheck.Explain(rule)
	if err != nil {
		hint := "vigil check --explain lists all"
		if nearest != "" {
			hint = fmt.Sprintf("did you mean %q? %s", nearest, hint)
		}
		return misuse, misused{fmt.Errorf("%w; %s", err, hint)}
	}
	fmt.Fprintf(env.Out, "%s: %s\n\n%s\n\nWho can mend it: %s.\n", e.Rule, e.Brief, e.Why, mends(e.Who()))
	if e.Untried != "" {
		fmt.Fprintf(env.Out, "There is no example here: %s.\n", e.Untried)
		return good, nil
	}
	env.examples("Wrong", e.Wrong)
	env.examples("Right", e.Right)
	return good, nil
}

// mends is who can mend what breaks a rule, in words.
func mends(who contentcheck.Who) string {
	switch who {
	case contentcheck.Curator:
		return "the curator; in a translation, its translator"
	case contentcheck.Rights:
		return "whoever holds the rights, whom the curator asks"
	case contentcheck.Translator, contentcheck.Reviewer:
		return "the " + string(who) + " of these words"
	}
	return "a " + string(who)
}

// examples prints files with their names.
func (e Env) examples(what string, files []contentcheck.Example) {
	for _, f := range files {
		fmt.Fprintf(e.Out, "\n%s, in %s:\n\n", what, f.File)
		if f.Text == "" {
			fmt.Fprintln(e.Out, "    (empty)")
		}
		for line := range strings.Lines(f.Text) {
			if line == "\n" {
				fmt.Fprint(e.Out, line)
				continue
			}
			fmt.Fprint(e.Out, "    ", line)
		}
	}
}

func listRules(env Env) (int, error) {
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	part := ""
	for _, e := range contentcheck.Explained() {
		if e.Part != part {
			if part != "" {
				fmt.Fprintln(w)
			}
			part = e.Part
			fmt.Fprintln(w, part+":")
		}
		fmt.Fprintf(w, "  %s\t%s\n", e.Rule, e.Brief)
	}
	if err := w.Flush(); err != nil {
		return found, fmt.Errorf("list the rules: %w", err)
	}
	return good, nil
}
