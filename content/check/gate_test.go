package check_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
	"vigil/content/check"
)

// ready is the good archive with nothing between it and its opening.
func ready(t *testing.T) fstest.MapFS {
	t.Helper()
	f := good(t)
	for name, file := range f {
		if !strings.HasSuffix(name, ".yaml") {
			continue
		}
		text := string(file.Data)
		text = strings.Replace(text, "review: draft\n", signedBy, 1)
		if strings.Contains(name, ".en.") && !strings.Contains(text, "reviewed") {
			text = signedBy + text
		}
		f[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "seen: false", "seen: true"))}
	}
	replace(f, "people.yaml", "verified: memory", "verified: page")
	replace(f, "archive.en.yaml", "words:\n", "words:\n  support:\n    title: Somebody to talk to\n    text: At the desk.\n")
	replace(f, "archive.yaml", "languages: [en, fr]", "languages: [en]")
	replace(f, "glossary.yaml", "  - id: r2p\n", "  - id: r2p\n    sources: [icrtop-power]\n")
	delete(f, french)
	added(f, "speeches/power-2010/text.en.md", "---\n"+signedBy+"---\n")
	cautioned(f)
	return f
}

func gate(t *testing.T, f fstest.MapFS) check.Gate {
	t.Helper()
	g, _ := check.Publish(context.Background(), f, check.Tools{Today: today})
	return g
}

func standing(g check.Gate) string {
	var s strings.Builder
	for _, o := range g.Obstacles {
		fmt.Fprintf(&s, "\t%s %q %s %s\n", o.Who, o.Lang, o.Rule, o.Problem)
	}
	return s.String()
}

func TestNothingStandsBeforeAReadyArchive(t *testing.T) {
	if g := gate(t, ready(t)); len(g.Obstacles) > 0 {
		t.Errorf("%d obstacles:\n%s", g.Closed(), standing(g))
	}
}

// Each thing that keeps an archive closed is told once, of whom can mend it.
func TestGate(t *testing.T) {
	const quotations, sources = "quotations.yaml", "sources.yaml"
	in := func(file, old, text string) func(fstest.MapFS) {
		return func(f fstest.MapFS) {
			if !strings.Contains(string(f[file].Data), old) {
				panic(file + " does not hold " + old)
			}
			replace(f, file, old, text)
		}
	}
	inFrench := in("archive.yaml", "languages: [en]", "languages: [en, fr]")
	tests := []struct {
		name     string
		spoil    func(fstest.MapFS)
		rule     string
		who      check.Who
		lang     string
		file     string
		line     int
		says     string
		severity authoring.Severity
	}{
		{"an error of the plain check", in(timeline, "place: srebrenica", "place: srebenica"), "resolve", check.Curator, "", timeline, 11, "srebenica", ""},
		{"facts that nobody compared", in(listing, signedBy, "review: draft\n"), "draft", check.Reviewer, "", listing, 6, "facts of the archive", ""},
		{"facts of a history", func(f fstest.MapFS) { added(f, caseFile, "review: draft\n") }, "draft", check.Reviewer, "", caseFile, 1, "facts of this history", ""},
		{"words that nobody read", in("people.en.yaml", signedBy, "review: draft\n"), "draft", check.Reviewer, "en", "people.en.yaml", 1, "all 2 wordings", ""},
		{"one wording that nobody read", in("people.en.yaml", "    role: Commander", "    review: draft\n    role: Commander"), "draft", check.Reviewer, "en", "people.en.yaml", 10, "1 of 2 wordings", ""},
		{"an essay that nobody read", in(essay, "review: reviewed\nreviewer: Ana Marić\nreviewed: \"2026-11\"\n", "review: draft\n"), "draft", check.Reviewer, "en", essay, 2, "the wording is a draft", ""},
		{"a fact from memory", in(timeline, "importance: 1\n    sources: [icty-krstic-aj]\n    verified: page", "importance: 1\n    sources: [icty-krstic-aj]\n    verified: memory"), "memory", check.Curator, "", timeline, 15, "this event is from memory", ""},
		{"a term from memory", in("glossary.yaml", "sources: [icrtop-power]", "sources: [icrtop-power]\n    verified: memory"), "memory", check.Curator, "", "glossary.yaml", 4, "this term", ""},
		{"a source that nobody read", in(sources, "kind: judgment\n    seen: true", "kind: judgment\n    seen: false"), "unseen", check.Curator, "", sources, 7, "6 facts cite", ""},
		{"a term that cites no source", func(f fstest.MapFS) {
			replace(f, "glossary.yaml", "    sources: [icrtop-power]\n", "")
			replace(f, "glossary.en.yaml", signedBy, "review: draft\n")
		}, "cite", check.Curator, "", "glossary.yaml", 2, "this term cites no source", ""},
		{"a history whose content note nobody decided on", func(f fstest.MapFS) {
			added(f, caseFile, "review: draft\n")
			replace(f, "cases/bosnia/case.en.yaml", signedBy, "review: draft\n")
			replace(f, "cases/bosnia/case.en.yaml", "  caution:\n    title: What this tells of\n    text: The killing of men and boys.\n", "")
		}, "content-note", check.Curator, "", caseFile, 1, "nobody has decided", ""},
		{"no words of support", in("archive.en.yaml", "  support:\n    title: Somebody to talk to\n    text: At the desk.\n", ""), "support", check.Curator, "en", "archive.en.yaml", 0, "somebody to talk to", ""},
		{"a speech of unknown rights", func(f fstest.MapFS) {
			in(speech, "rights: public-domain-us-gov", "rights: unknown\nreview: draft")(f)
		}, "rights", check.Rights, "", speech, 5, "by what right", ""},
		{"a speech of somebody's", in(speech, "rights: public-domain-us-gov", "rights: copyright"), "rights", check.Rights, "", speech, 5, "somebody's", authoring.Warning},
		{"a quotation from a text that is not here", in(quotations, "    speech: power-2010\n", "    speech:\n"), "uncompared", check.Curator, "", quotations, 5, "compared", authoring.Warning},
		{"a picture that cannot be read", func(f fstest.MapFS) {
			f["media/x.yaml"] = &fstest.MapFile{Data: []byte("file: x.jpg\ncredit: c\nrights: r\nsources: [icrtop-power]\n")}
			f["media/x.en.yaml"] = &fstest.MapFile{Data: []byte(signedBy + "words:\n  media:\n    title: t\n    text: d\n    note: n\n")}
			f["media/x.jpg"] = &fstest.MapFile{Data: []byte("no picture")}
		}, "picture", check.Technician, "", "media/x.yaml", 1, "no picture", ""},
		{"a language that lacks what is met first", func(f fstest.MapFS) { inFrench(f) }, "missing", check.Translator, "fr", "cases/bosnia/case.fr.yaml", 0, "case, caution", ""},
		{"a stale translation", func(f fstest.MapFS) {
			inFrench(f)
			f[french] = &fstest.MapFile{Data: []byte("translator: T\n" + signedBy + "words:\n  krstic-judged:\n    title: x\n    of: a00000000001\n")}
		}, "stale", check.Translator, "fr", french, 8, "changed", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := ready(t)
			if tt.name == "a quotation from a text that is not here" { // the speech given that day would be found
				replace(f, "quotations.yaml", "2010-11-15", "2010-11-16")
			}
			tt.spoil(f)
			g := gate(t, f)
			severity := authoring.Error
			if tt.severity != "" {
				severity = tt.severity
			}
			i := slices.IndexFunc(g.Obstacles, func(o check.Obstacle) bool {
				return o.Rule == tt.rule && o.Who == tt.who && string(o.Lang) == tt.lang && o.File == tt.file && o.Line == tt.line && o.Severity == severity && strings.Contains(o.Message, tt.says) && o.Mend != ""
			})
			if i < 0 {
				t.Fatalf("not told, but\n%s", standing(g))
			}
			if !strings.Contains(tt.name, "language") && !strings.Contains(tt.name, "stale") && !strings.Contains(tt.name, "speech") && !strings.Contains(tt.name, "term that") && !strings.Contains(tt.name, "history whose") && len(g.Obstacles) > 1 {
				t.Errorf("told more than once:\n%s", standing(g))
			}
			if closed := g.Closed() > 0; closed != (severity == authoring.Error || strings.Contains(tt.name, "speech of") && g.Closed() > 0) {
				t.Errorf("closed: %v\n%s", closed, standing(g))
			}
		})
	}
}

// The archive that was read to its last word but for one language opens in it too, once
// that is read.
func TestGateOfOneLanguage(t *testing.T) {
	f := ready(t)
	replace(f, "archive.yaml", "languages: [en]", "languages: [en, fr]")
	replace(f, "people.en.yaml", signedBy, "review: draft\n")
	g := gate(t, f)
	for _, o := range g.In("fr").Obstacles {
		if o.Lang != "fr" || o.Who != check.Translator {
			t.Errorf("%s %s", o.Who, o.Problem)
		}
	}
	if len(g.In("fr").Obstacles) == 0 || len(g.In("en").Obstacles) != 1 || len(g.In("fr").Obstacles)+1 != len(g.Obstacles) {
		t.Errorf("%s", standing(g))
	}
}

// Who mends what stands together, in the order of the work.
func TestGroups(t *testing.T) {
	f := good(t)
	g := gate(t, f)
	var names []string
	n := 0
	for _, group := range g.Groups() {
		if slices.Contains(names, group.Name()) {
			t.Errorf("%s stands twice", group.Name())
		}
		names = append(names, group.Name())
		n += len(group.Obstacles)
	}
	want := []string{"curator", "reviewer of the facts", "reviewer of the words in en", "reviewer of the words in fr", "translator into fr"}
	if !slices.Equal(names, want) || n != len(g.Obstacles) {
		t.Errorf("%d of %d in %q", n, len(g.Obstacles), names)
	}
}

// Scripts read each obstacle as a problem with who can mend it.
func TestGateAsJSON(t *testing.T) {
	f := ready(t)
	if data, err := json.Marshal(gate(t, f)); err != nil || string(data) != "[]" {
		t.Errorf("%s, %v", data, err)
	}
	added(f, caseFile, "review: draft\n")
	data, err := json.Marshal(gate(t, f))
	const want = `{"file":"cases/bosnia/case.yaml","line":1,"col":9,"rule":"draft","severity":"error","message":"the facts of this history are a draft"`
	if err != nil || !strings.HasPrefix(string(data), "["+want) || !strings.HasSuffix(string(data), `"who":"reviewer"}]`) {
		t.Errorf("%s, %v", data, err)
	}
}
