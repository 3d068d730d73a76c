package check

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"vigil/content/authoring"
)

// explained is what every rule means, by example. A file is a part of the list and
// begins with its heading; a rule is written as
//
//	== NAME: what is wrong, in a line
//	What it means and why the museum needs it, in a few lines.
//	-- wrong: FILE --
//	what breaks the rule
//	-- right: FILE --
//	what keeps it
//
// with as many files as the example needs, or with "-- not tried: WHY --" where none
// can be shown. "-- alone --" says that the files are the whole archive; others stand
// in a small one, in place of its own. HASH stands for that of the title Vigil,
// SEAL for that of the paragraph of a speech.
//
//go:embed explained/*.txt
var explained embed.FS

// Explanation is what a rule means and how to keep it.
type Explanation struct {
	Rule         string // as Problem names it
	Part         string // the heading it stands under
	Brief        string // what is wrong, in a line
	Why          string // in a few lines
	Wrong, Right []Example
	Untried      string // why there is no example, where there is none
	Alone        bool   // the example is a whole archive
}

// Example is a file of an archive.
type Example struct{ File, Text string }

// Who is who can mend what breaks the rule, where it stands in no translation.
func (e Explanation) Who() Who { return mender(e.Rule) }

// Explained lists every rule that a check may name, in the order of its parts.
func Explained() []Explanation { return slices.Clone(explanations()) }

// Explain is what a rule means. Where no rule is called so it gives the nearest name
// and an error.
func Explain(rule string) (e Explanation, nearest string, err error) {
	var names []string
	for _, e := range explanations() {
		if e.Rule == rule {
			return e, rule, nil
		}
		names = append(names, e.Rule)
	}
	return Explanation{}, authoring.Nearest(rule, names), fmt.Errorf("no rule is called %s", authoring.Quote(rule))
}

var explanations = sync.OnceValue(func() []Explanation {
	var all []Explanation
	names, err := fs.Glob(explained, "explained/*.txt")
	for _, name := range names {
		text, readErr := explained.ReadFile(name)
		if err == nil && readErr == nil {
			all = append(all, readExplained(string(text))...)
		}
	}
	return all
})

// readExplained reads one file. It is part of the program and a test holds it to its
// form; what is not of it is left out.
func readExplained(text string) []Explanation {
	heading, rest, _ := strings.Cut(text, "\n")
	var all []Explanation
	for i, block := range strings.Split("\n"+rest, "\n== ") {
		if i > 0 {
			all = append(all, readRule(strings.TrimPrefix(heading, "# "), block))
		}
	}
	return all
}

// sealed is the paragraph that the examples seal.
const sealed = "Signals must be sent prospectively in order for resources to be allocated."

// readRule reads one rule, from its name on.
func readRule(part, block string) Explanation {
	first, rest, _ := strings.Cut(block, "\n")
	name, brief, _ := strings.Cut(first, ": ")
	e := Explanation{Rule: name, Part: part, Brief: brief}
	pieces := strings.Split("\n"+rest, "\n-- ")
	e.Why = strings.TrimSpace(pieces[0])
	hashes := strings.NewReplacer("HASH", authoring.Hash("Vigil", "", "", ""), "SEAL", authoring.Seal([]string{sealed}))
	for _, piece := range pieces[1:] {
		mark, text, _ := strings.Cut(piece, " --\n")
		if text != "" {
			text = strings.TrimRight(text, "\n") + "\n"
		}
		kind, value, _ := strings.Cut(strings.TrimSuffix(strings.TrimRight(mark, "\n"), " --"), ": ")
		switch kind {
		case "wrong":
			e.Wrong = append(e.Wrong, Example{value, hashes.Replace(text)})
		case "right":
			e.Right = append(e.Right, Example{value, hashes.Replace(text)})
		case "not tried":
			e.Untried = value
		case "alone":
			e.Alone = true
		}
	}
	return e
}
