package check_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

func revision(t *testing.T, f fstest.MapFS, lang content.Lang) check.Revision {
	t.Helper()
	r, offered := check.Language(context.Background(), f, check.Tools{Today: today}, lang)
	if !slices.Equal(offered, []content.Lang{"en", "fr"}) {
		t.Errorf("offers %v", offered)
	}
	return r
}

// work is the steps in words: each step's rules and files.
func work(r check.Revision) string {
	var s strings.Builder
	for _, step := range r.Steps {
		s.WriteString(step.Name + "\n")
		for _, p := range step.Problems {
			s.WriteString("\t" + p.Rule + " " + p.String() + "\n")
		}
	}
	return s.String()
}

// inFrench is the good archive with a French that has something of every step.
func inFrench(t *testing.T) fstest.MapFS {
	t.Helper()
	f := good(t)
	hash := func(title, role, text, note string) string { return authoring.Hash(title, role, text, note) }
	write := func(file, words string) {
		f[file] = &fstest.MapFile{Data: []byte("translator: machine draft\nreview: draft\nwords:\n" + words)}
	}
	write("archive.fr.yaml", "  archive:\n    title: Vigile\n    text: |\n      Commencez par [la Bosnie](case/bosnia).\n    of: "+hash("Vigil", "An archive for the tests", "Begin with [Bosnia](case/bosnia).", "")+"\n")
	write("cases/bosnia/case.fr.yaml", "  case:\n    title: Bosnie\n    role: 1992 à 1996\n    text: Le début.\n    of: "+hash("Bosnia and Herzegovina", "1992 to 1995", "The opening.", "")+"\n"+
		"  figure-srebrenica-killed:\n    title: Hommes et garçons tués\n    role: Le Tribunal\n    note: Un ordre.\n    of: "+hash("Men and boys killed", "The Tribunal", "", "A range, not a count.")+"\n")
	write("cases/bosnia/timeline.fr.yaml", "  krstic-judged:\n    title: L’appel est jugé\n    of: b591af9abb6d\n  srebrenica-falls:\n    title: Srebrenica\n    of: abcdefabcdef\n")
	return f
}

func TestAReviserSeesFirstThingsFirst(t *testing.T) {
	r := revision(t, inFrench(t), "fr")
	want := []struct{ step, rules string }{
		{"stale", "stale"},
		{"differs", "translation kept kept translation"},
		{"drafts of what a visitor meets first", "draft draft"},
		{"not there yet, of what a visitor meets first", "missing missing"},
		{"the other drafts", "draft draft"},
		{"not there yet, of the rest", ""},
	}
	if len(r.Steps) != len(want) {
		t.Fatalf("%d steps:\n%s", len(r.Steps), work(r))
	}
	for i, s := range r.Steps {
		var rules []string
		for _, p := range s.Problems {
			rules = append(rules, p.Rule)
			if !strings.Contains(p.File, ".fr.") {
				t.Errorf("%s is not French", p)
			}
		}
		if !strings.HasPrefix(s.Name, want[i].step) || want[i].rules != "" && strings.Join(rules, " ") != want[i].rules || s.Count < len(s.Problems) {
			t.Errorf("step %d is %q with %q, want %q with %q", i+1, s.Name, rules, want[i].step, want[i].rules)
		}
	}
	if t.Failed() {
		t.Log("\n" + work(r))
	}
	if first := r.Steps[2].Problems; first[0].File != "archive.fr.yaml" || first[1].File != "cases/bosnia/case.fr.yaml" {
		t.Errorf("the first page is not first: %v", first)
	}
	if r.Errors() > 0 {
		t.Error("a draft is an error")
	}
}

// What is wrong in the language's files comes before all, and what is wrong elsewhere
// is not told.
func TestAReviserSeesMistakesFirst(t *testing.T) {
	f := inFrench(t)
	replace(f, "archive.fr.yaml", "    title: Vigile\n", "    titel: Vigile\n")
	replace(f, people, "group: survivor", "group: survivors")
	r := revision(t, f, "fr")
	if r.Errors() == 0 || len(r.Steps[0].Problems) != 1 || r.Steps[0].Problems[0].Rule != "unknown-key" {
		t.Error(work(r))
	}
	if strings.Contains(work(r), "survivors") {
		t.Error("what is wrong in another file is told")
	}
}

// Of the original there is nothing stale, and its drafts are told as those of others.
func TestTheOriginalsReviser(t *testing.T) {
	r := revision(t, good(t), "en")
	if len(r.Steps) != 2 || r.Errors() > 0 || r.Steps[0].Problems[0].File != "archive.en.yaml" {
		t.Error(work(r))
	}
}

func TestRevisionAsJSON(t *testing.T) {
	data, err := json.Marshal(revision(t, inFrench(t), "fr"))
	var list []authoring.Problem
	if err != nil || json.Unmarshal(data, &list) != nil || len(list) < 8 || list[0].Rule != "stale" {
		t.Errorf("%s, %v", data, err)
	}
	if data, err := json.Marshal(check.Revision{}); err != nil || string(data) != "[]" {
		t.Errorf("%s, %v", data, err)
	}
}

func TestALanguageThatIsNotOffered(t *testing.T) {
	if r := revision(t, good(t), "de"); len(r.Steps) > 0 {
		t.Error(work(r))
	}
}
