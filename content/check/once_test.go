package check_test

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/check"
)

// TestToldOnce holds each mistake to one line: what follows from it, such as
// every name for a record that could not be read, is not a mistake of its own.
func TestToldOnce(t *testing.T) {
	whole := func(file, text string) func(fstest.MapFS) {
		return func(f fstest.MapFS) { f[file] = &fstest.MapFile{Data: []byte(text)} }
	}
	write := func(file, old, text string) func(fstest.MapFS) {
		return func(f fstest.MapFS) {
			f[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(f[file].Data), old, text, 1))}
		}
	}
	const words = "cases/bosnia/timeline.en.yaml"
	for name, spoil := range map[string]func(fstest.MapFS){
		"too large":               whole(people, strings.Repeat("#", 5<<20)),
		"an alias":                whole(timeline, "a: &a [x]\nb: [*a, *a]\n"),
		"a letter that is none":   whole(timeline, "events:\x00"),
		"nested":                  whole("glossary.yaml", strings.Repeat("[", 5000)),
		"nothing":                 whole("sources.yaml", ""),
		"a list":                  whole(caseFile, "- a\n"),
		"words that are a list":   whole("cases/bosnia/case.en.yaml", "- a\n"),
		"a large speech":          whole(spoken, strings.Repeat("a ", 3<<20)),
		"a link":                  func(f fstest.MapFS) { f["sources.yaml"] = &fstest.MapFile{Mode: fs.ModeSymlink} },
		"another name":            func(f fstest.MapFS) { f["poeple.yaml"] = f[people]; delete(f, people) },
		"a folder's other name":   func(f fstest.MapFS) { f["places.yaml/x"] = f["places.yaml"]; delete(f, "places.yaml") },
		"no archive":              func(f fstest.MapFS) { delete(f, "archive.yaml") },
		"an id that is none":      write(timeline, "id: srebrenica-falls", "id: Srebrenica_Falls"),
		"an id written otherwise": write(timeline, "id: srebrenica-falls", "id: srebrenica-fals"),
		"an id without its words": write(words, "  srebrenica-falls:", "  srebrenica-fals:"),
		"a key of a file":         write(timeline, "events:", "evnets:"),
		"a required key":          write(timeline, "    kind:", "    kidn:"),
		"a key that rules ask of": write(timeline, "    sources:", "    souces:"),
		"a title":                 write(words, "    title:", "    titel:"),
		"no date":                 write(caseFile, `date: "2004-04-19"`, `date: "19.4.2004"`),
		"an interval":             write(timeline, `date: "`, `date: "2030/`),
	} {
		t.Run(name, func(t *testing.T) {
			archive := good(t)
			spoil(archive)
			if r := check.Folder(context.Background(), archive, check.Tools{Glyphs: cyrillic{}}); len(r.Problems) != 1 {
				t.Errorf("%d problems:\n%s", len(r.Problems), list(r))
			}
		})
	}
}
