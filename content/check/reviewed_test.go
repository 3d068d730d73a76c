package check_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/check"
)

// today is the day on which the tests' archives are checked.
var today = must(content.ParseDate("2026-12-31"))

func must(d content.Date, err error) content.Date {
	if err != nil {
		panic(err)
	}
	return d
}

const signedBy = "review: reviewed\nreviewer: Ana Marić\nreviewed: \"2026-11-20\"\n"

// added puts a text at the beginning of a file of the good archive.
func added(f fstest.MapFS, file, text string) {
	f[file] = &fstest.MapFile{Data: append([]byte(text), f[file].Data...)}
}

// Whatever the archive calls reviewed and says all that is asked of it passes.
func TestReviewedAndDecided(t *testing.T) {
	for name, review := range map[string]func(fstest.MapFS){
		"words in French":        func(f fstest.MapFS) { replace(f, french, "review: draft\n", signedBy) },
		"facts of a history":     func(f fstest.MapFS) { added(f, caseFile, signedBy+"caution: none\n") },
		"a history and its note": func(f fstest.MapFS) { added(f, caseFile, signedBy); cautioned(f) },
		"a speech":               func(f fstest.MapFS) { added(f, speech, signedBy) },
		"the archive": func(f fstest.MapFS) {
			replace(f, listing, "review: draft\n", signedBy)
			cautioned(f)
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := good(t)
			review(f)
			if r := check.Folder(context.Background(), f, check.Tools{Today: today}); len(r.Problems) > 0 {
				t.Error(list(r))
			}
		})
	}
}

// That a content note is needed and is not is said once.
func TestACautionAndNone(t *testing.T) {
	f := good(t)
	added(f, caseFile, "caution: none\n")
	cautioned(f)
	if r := check.Folder(context.Background(), f, check.Tools{}); len(r.Problems) != 1 || r.Problems[0].Rule != "content-note" {
		t.Error(list(r))
	}
}

func cautioned(f fstest.MapFS) {
	replace(f, "cases/bosnia/case.en.yaml", "words:\n", "words:\n  caution:\n    title: What this tells of\n    text: The killing of men and boys.\n")
}

func replace(f fstest.MapFS, file, old, text string) {
	f[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(f[file].Data), old, text, 1))}
}
