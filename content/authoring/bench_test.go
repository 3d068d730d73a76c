package authoring_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"vigil/content"

	"vigil/content/authoring"
)

// BenchmarkLoad reads an archive of the size of the bundled one: 280 events and
// 60 people in three languages, some 450 KB.
func BenchmarkLoad(b *testing.B) {
	fsys, size := bundle(b, 280, []string{"en", "fr", "ar"})
	for b.Loop() {
		f := authoring.Load(context.Background(), fsys)
		if n := len(f.Archive.Events()); n < 280 {
			b.Fatalf("%d events", n)
		}
	}
	b.ReportMetric(float64(size)/1024, "KB")
}

// BenchmarkLoadBundled reads the archive that Vigil carries.
func BenchmarkLoadBundled(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		authoring.Load(context.Background(), content.Bundled())
	}
}

// bundle is the good archive with a longer timeline.
func bundle(tb testing.TB, events int, langs []string) (fsys fstest.MapFS, size int) {
	tb.Helper()
	fsys = good(tb)
	const perCase = 70
	for first := 0; first < events; first += perCase {
		dir := fmt.Sprintf("cases/c%d/", first)
		fsys[dir+"case.yaml"] = &fstest.MapFile{Data: []byte("order: 2\nspan: \"1992/1995\"\n")}
		var facts strings.Builder
		facts.WriteString("events:\n")
		for i := range perCase {
			fmt.Fprintf(&facts, "  - id: e%d\n    date: \"19%02d-07-11\"\n    place: srebrenica\n    kind: violence\n    importance: 3\n    people: [radislav-krstic]\n    sources: [icty-krstic-aj, icrtop-power]\n    verified: page\n", i, i%90+10)
		}
		fsys[dir+"timeline.yaml"] = &fstest.MapFile{Data: []byte(facts.String())}
		for _, lang := range langs {
			fsys[dir+"timeline."+lang+".yaml"] = &fstest.MapFile{Data: []byte(wordsFor(perCase))}
		}
	}
	for _, f := range fsys {
		size += len(f.Data)
	}
	return fsys, size
}

func wordsFor(events int) string {
	var words strings.Builder
	words.WriteString("translator: machine draft\nreview: draft\nwords:\n")
	for i := range events {
		fmt.Fprintf(&words, "  e%d:\n    title: What happened here, in one line\n    role: a line under it\n    text: |\n      %s\n      %s\n\n      It goes on with *emphasis* and [a person](person/radislav-krstic).\n    note: |\n      What a careful reader must know.\n    of: 3f2a9c01d4e5\n", i,
			strings.Repeat("Words of a sentence, ", 4), strings.Repeat("and some more of them ", 4))
	}
	return words.String()
}
