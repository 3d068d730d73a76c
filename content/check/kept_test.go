package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
	"vigil/content/check"
)

// translated is the good archive with one event told in English and in French.
func translated(t *testing.T, english, french string) fstest.MapFS {
	t.Helper()
	archive := good(t)
	one := authoring.Hash("The appeal is decided", "", english, "")
	archive["cases/bosnia/timeline.en.yaml"].Data = []byte(strings.Replace(string(archive["cases/bosnia/timeline.en.yaml"].Data),
		"title: The appeal is decided\n", "title: The appeal is decided\n    text: |\n      "+english+"\n", 1))
	archive["cases/bosnia/timeline.fr.yaml"].Data = []byte("translator: machine draft\nreview: draft\nwords:\n  krstic-judged:\n    title: L’appel est tranché\n    text: |\n      " + french + "\n    of: " + one + "\n")
	return archive
}

func TestKept(t *testing.T) {
	for _, test := range []struct {
		name, english, french string
		warns                 []string // parts of the warnings
	}{
		{"the same", "On 19 April 2004 some 7,500 people, 98.83 per cent, waited.", "Le 19 avril 2004, 7\u202f500 personnes, 98,83 %, attendaient.", nil},
		{"a number in words", "Six million people and three towns.", "6 millions de personnes et 3 villes.", nil},
		{"a small number in words", "The 12 judges.", "Les douze juges.", nil},
		{"a scale in digits", "Six million people.", "6 000 000 de personnes.", nil},
		{"another year", "In 1995.", "En 1996.", []string{"number 1996 does not stand", "number 1995 is missing"}},
		{"another number", "About 8,000 people.", "Environ 80\u202f000 personnes.", []string{"number 80000", "number 8000 is missing"}},
		{"a name kept", "Hasan Nuhanović spoke.", "Hasan Nuhanović a parlé.", nil},
		{"a name lost", "Hasan Nuhanović spoke.", "Il a parlé.", []string{"Hasan Nuhanović"}},
		{"a link kept", "[He](person/hasan-nuhanovic) spoke.", "[Il](person/hasan-nuhanovic) a parlé.", nil},
		{"a link lost", "[He](person/hasan-nuhanovic) spoke.", "Il a parlé.", []string{"leads to \"person/hasan-nuhanovic\", this does not"}},
		{"a link of its own", "He spoke.", "[Il](person/hasan-nuhanovic) a parlé.", []string{"this leads to"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var warnings []string
			for _, p := range check.Folder(context.Background(), translated(t, test.english, test.french), check.Tools{}).Problems {
				if p.Rule != "kept" || p.Severity != authoring.Warning {
					t.Errorf("beside: %s", p)
					continue
				}
				warnings = append(warnings, p.Message)
			}
			if len(warnings) != len(test.warns) {
				t.Fatalf("warns %q, want %q", warnings, test.warns)
			}
			for _, want := range test.warns {
				if !slices.ContainsFunc(warnings, func(w string) bool { return strings.Contains(w, want) }) {
					t.Errorf("warns %q, want %q", warnings, want)
				}
			}
		})
	}
}

// TestTermsKept calls a term in a translation what the glossary calls it, bent or not, or something else.
func TestTermsKept(t *testing.T) {
	for french, warned := range map[string]bool{
		"La responsabilité de protéger fut adoptée.": false,
		"Des responsables protègent.":                false,
		"RESPONSABILITE DE PROTEGER":                 false,
		"Le devoir de protection fut adopté.":        true,
	} {
		archive := translated(t, "The responsibility to protect was adopted.", french)
		archive["glossary.fr.yaml"] = &fstest.MapFile{Data: []byte("translator: machine draft\nreview: draft\nwords:\n  r2p:\n    title: responsabilité de protéger\n    of: 0\n")}
		found := slices.ContainsFunc(check.Folder(context.Background(), archive, check.Tools{}).Problems, func(p authoring.Problem) bool {
			return strings.Contains(p.Message, "what the glossary does")
		})
		if found != warned {
			t.Errorf("%s: warned %v, want %v", french, found, warned)
		}
	}
}

func TestCoverage(t *testing.T) {
	count := func(archive fstest.MapFS) check.Count {
		return check.Total(check.Coverage(authoring.Load(context.Background(), archive)), "fr")
	}
	was := count(good(t))
	if was.Complete == 0 || was.Missing == 0 || was.Stale != 0 {
		t.Errorf("the good archive in French: %+v", was)
	}
	now := count(broken{file: "cases/bosnia/timeline.en.yaml", old: "title: The appeal is decided", new: "title: The appeal was decided"}.folder(t).(fstest.MapFS))
	if now.Stale != 1 || now.Complete != was.Complete-1 || now.All() != was.All() {
		t.Errorf("once an original has changed: %+v, before %+v", now, was)
	}
	archive := good(t)
	delete(archive, "cases/bosnia/timeline.fr.yaml")
	if gone := count(archive); gone.Missing <= was.Missing || gone.All() != was.All() {
		t.Errorf("without a file: %+v, before %+v", gone, was)
	}
	if named := check.Coverage(authoring.Load(context.Background(), good(t))); !slices.ContainsFunc(named, func(p check.Part) bool {
		return p.Named && p.Name == "named in cases/bosnia" && p.Langs["en"].Complete > 0
	}) {
		t.Errorf("nobody is named in the case study: %v", named)
	}
}
