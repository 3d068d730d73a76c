package check_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

// broken is the good archive with one mistake.
type broken struct {
	name     string
	file     string
	old, new string // new stands where old stood; without old the file is new
	rule     string
	in       string // the file the problem is in, where it is another
	line     int
	severity authoring.Severity
}

const (
	listing  = "archive.yaml"
	people   = "people.yaml"
	timeline = "cases/bosnia/timeline.yaml"
	caseFile = "cases/bosnia/case.yaml"
	essay    = "cases/bosnia/essay.en.md"
	french   = "cases/bosnia/timeline.fr.yaml"
	speech   = "speeches/power-2010/speech.yaml"
	spoken   = "speeches/power-2010/text.en.md"
)

var rules = []broken{
	{"a person's source", people, "sources: [icrtop-power]", "sources: [icrtop-pover]", "resolve", "", 13, ""},
	{"an organisation's source", "organisations.yaml", "sources: [icty-krstic-aj]", "sources: [nothing-like-it]", "resolve", "", 2, ""},
	{"a country that is none", "places.yaml", "country: BA", "country: XX", "country", "", 5, ""},
	{"a country's former code", "places.yaml", "country: BA", "country: YU", "country", "", 5, ""},
	{"a country of a map that is none", caseFile, "order: 1", "order: 1\ncountries: [BA, XX]", "country", "", 2, ""},
	{"a place's source", "places.yaml", "approximate: true", "sources: [x]", "resolve", "", 8, ""},
	{"a quotation's speaker", "quotations.yaml", "samantha-power", "samanta-power", "resolve", "", 3, ""},
	{"a quotation's source", "quotations.yaml", "source: icrtop-power", "source: x", "resolve", "", 5, ""},
	{"a quotation's speech", "quotations.yaml", "speech: power-2010", "speech: power-2011", "resolve", "", 7, ""},
	{"a finding's body", caseFile, "body: icty", "body: icj", "resolve", "", 13, ""},
	{"a finding's source", caseFile, "[aiding-genocide]}\n    sources: [icty-krstic-aj]", "[aiding-genocide]}\n    sources: [x]", "resolve", "", 18, ""},
	{"a figure's source", caseFile, "year: \"2001\"\n    sources: [icty-krstic-aj]", "year: \"2001\"\n    sources: [icty-krstic-aj, x]", "resolve", "", 9, ""},
	{"an event's place", timeline, "place: srebrenica", "place: srebenica", "resolve", "", 11, ""},
	{"an event's person", timeline, "people: [radislav-krstic]", "people: [x]", "resolve", "", 6, ""},
	{"an event's source", timeline, "importance: 1\n    sources: [icty-krstic-aj]", "importance: 1\n    sources:\n      - icty-krstic-aj\n      - x", "resolve", "", 16, ""},
	{"a speech's speaker", speech, "speaker: samantha-power", "speaker: x", "resolve", "", 1, ""},
	{"a speech's place", speech, "place: memorial-de-la-shoah", "place: x", "resolve", "", 3, ""},
	{"a speech's source", speech, "sources: [icrtop-power]", "sources: [icrtop-power, x]", "resolve", "", 6, ""},
	{"who wrote a preface", speech, "preface_by: icrtop", "preface_by: x", "resolve", "", 9, ""},
	{"an outline's paragraph", speech, "paragraphs: [p1, p2]", "paragraphs: [p1, p3]", "resolve", "", 13, ""},
	{"a paragraph's event", speech, "event/power-2010/world-summit-2005", "event/power-2010/summit", "resolve", "", 16, ""},
	{"a paragraph's case", speech, "cases: [bosnia]", "cases: [bosna]", "resolve", "", 20, ""},
	{"a paragraph's person", speech, "people: [hasan-nuhanovic]", "people: [x]", "resolve", "", 21, ""},
	{"a paragraph's place", speech, "places: [srebrenica]", "places: [x]", "resolve", "", 22, ""},
	{"a paragraph's term", speech, "terms: [r2p]", "terms: [x]", "resolve", "", 17, ""},
	{"a link to a person", essay, "person/hasan-nuhanovic", "person/hassan-nuhanovic", "resolve", "", 9, ""},
	{"a link to an event", essay, "event/bosnia/srebrenica-falls", "event/bosnia/x", "resolve", "", 20, ""},
	{"a link to a paragraph", essay, "power-2010#p2", "power-2010#p9", "resolve", "", 20, ""},
	{"a link to a figure", "cases/bosnia/timeline.en.yaml", "figures#srebrenica-killed", "figures#x", "resolve", "", 10, ""},
	{"a link to a finding", "cases/bosnia/timeline.en.yaml", "figures#srebrenica-killed", "findings#x", "resolve", "", 10, ""},
	{"a link to an essay's part", "cases/bosnia/timeline.en.yaml", "figures#srebrenica-killed", "essay#h9", "resolve", "", 10, ""},
	{"a link to a part of a case", "cases/bosnia/timeline.en.yaml", "figures#srebrenica-killed", "figure", "resolve", "", 10, ""},
	{"a link to a source", essay, "person/hasan-nuhanovic", "sources#x", "resolve", "", 9, ""},
	{"a link to a place", essay, "person/hasan-nuhanovic", "place/x", "resolve", "", 9, ""},
	{"a link to a term", essay, "person/hasan-nuhanovic", "term/x", "resolve", "", 9, ""},
	{"a link to an organisation", essay, "person/hasan-nuhanovic", "organisation/x", "resolve", "", 9, ""},

	{"an event without a source", timeline, "importance: 1\n    sources: [icty-krstic-aj]", "importance: 1", "cite", "", 9, ""},
	{"an event with an empty list", timeline, "importance: 1\n    sources: [icty-krstic-aj]", "importance: 1\n    sources: []", "cite", "", 14, ""},
	{"a figure without a source", caseFile, "year: \"2001\"\n    sources: [icty-krstic-aj]", "year: \"2001\"", "cite", "", 4, ""},
	{"a finding without a source", caseFile, "[aiding-genocide]}\n    sources: [icty-krstic-aj]", "[aiding-genocide]}", "cite", "", 12, ""},
	{"a person without a source", people, "sources: [icrtop-power]", "sources:", "cite", "", 10, ""},
	{"a speech without a source", speech, "sources: [icrtop-power]", "sources:", "cite", "", 1, ""},
	{"page, and nothing seen", "sources.yaml", "url: http://www.responsibilitytoprotect.org/\n    seen: true", "seen: false", "seen", people, 14, authoring.Warning},

	{"a finding without a body", caseFile, "    body: icty\n", "", "finding", "", 12, ""},
	{"a finding without a date", caseFile, "    date: \"2004-04-19\"\n", "", "finding", "", 12, ""},
	{"a finding without outcomes", caseFile, "    outcomes:\n      - {person: radislav-krstic, outcome: convicted, charges: [aiding-genocide]}\n", "", "finding", "", 12, ""},
	{"a charge without its outcome", caseFile, "outcome: convicted, ", "", "finding", "", 17, ""},
	{"an outcome of no charge", caseFile, "charges: [aiding-genocide]", "charges: []", "finding", "", 17, ""},
	{"an outcome of nobody", caseFile, "person: radislav-krstic, ", "", "finding", "", 17, ""},
	{"an outcome of two", caseFile, "person: radislav-krstic,", "person: radislav-krstic, name: Somebody,", "finding", "", 17, ""},
	{"an outcome of an unknown person", caseFile, "person: radislav-krstic,", "person: radislav-krstik,", "resolve", "", 17, ""},
	{"an outcome of no state", caseFile, "person: radislav-krstic, outcome: convicted", "state: QQ, outcome: found", "finding", "", 17, ""},
	{"an outcome of a state that is no more", caseFile, "person: radislav-krstic, outcome: convicted", "state: DD, outcome: found", "finding", "", 17, ""},
	{"an outcome of a former code", caseFile, "person: radislav-krstic, outcome: convicted", "state: YU, outcome: found", "finding", "", 17, ""},
	{"a state convicted", caseFile, "person: radislav-krstic,", "state: RS,", "finding", "", 17, ""},
	{"a name that cannot be seen", caseFile, "person: radislav-krstic,", "name: \"\u00a0\",", "finding", "", 17, ""},
	{"a person of the archive by name", caseFile, "person: radislav-krstic,", "name: Radislav Krstić,", "finding", "", 17, ""},
	{"a charge twice", caseFile, "[aiding-genocide]", "[aiding-genocide, aiding-genocide]", "finding", "", 17, ""},
	{"an outcome twice", caseFile, "charges: [aiding-genocide]}\n", "charges: [aiding-genocide]}\n      - {person: radislav-krstic, outcome: convicted, charges: [aiding-genocide]}\n", "finding", "", 18, ""},
	{"a charge confirmed by a prosecutor", "organisations.yaml", "kind: court", "kind: prosecutor", "finding", caseFile, 17, ""},
	{"a judgement of the future", caseFile, "date: \"2004-04-19\"", "date: \"2034-04-19\"", "finding", "", 14, ""},
	{"a judgement without an end", caseFile, "date: \"2004-04-19\"", "date: \"2004/..\"", "finding", "", 14, ""},
	{"a finding about a person", caseFile, "    citation:", "    about: [person/hasan-nuhanovic]\n    citation:", "finding", "", 15, ""},
	{"charges where they stood before", caseFile, "    citation:", "    charges: [genocide]\n    citation:", "moved-key", "", 15, ""},
	{"an outcome that is none", caseFile, "outcome: convicted", "outcome: guilty", "unknown-value", "", 17, ""},
	{"a charge that is none", caseFile, "charges: [aiding-genocide]", "charges: [ethnic-cleansing]", "unknown-value", "", 17, ""},
	{"two outcomes for one charge", caseFile, "charges: [aiding-genocide]}\n", "charges: [aiding-genocide]}\n      - {person: radislav-krstic, outcome: acquitted, charges: [aiding-genocide]}\n", "finding", "", 18, ""},
	{"a conviction by no court", "organisations.yaml", "kind: court", "kind: commission", "finding", caseFile, 17, ""},
	{"a body of no kind", "organisations.yaml", "kind: court, ", "", "finding", caseFile, 13, ""},
	{"an appeal of nothing", caseFile, "    citation:", "    appeal_of: krstic-trial\n    citation:", "resolve", "", 15, ""},
	{"an appeal of itself", caseFile, "    citation:", "    appeal_of: krstic-appeal\n    citation:", "finding", "", 15, ""},
	{"a finding about nothing", caseFile, "    citation:", "    about: [event/bosnia/x]\n    citation:", "resolve", "", 15, ""},
	{"a date and none", caseFile, "    citation:", "    undated: true\n    citation:", "finding", "", 15, ""},
	{"convicted, and no judgement", caseFile, "outcome: convicted", "outcome: charged", "convicted", people, 17, ""},
	{"a finding without a citation", caseFile, "    citation: Prosecutor v. Krstić, IT-98-33-A\n", "", "finding", "", 12, ""},
	{"a range upside down", caseFile, "low: 7000", "low: 9000", "figure", "", 6, ""},
	{"a figure below zero", caseFile, "low: 7000", "low: -7", "figure", "", 5, ""},
	{"importance of five", timeline, "importance: 2", "importance: 5", "importance", "", 5, ""},
	{"eleven lead events", timeline, "events:\n", "events:\n" + leads(10), "importance", "", 63, ""},
	{"latitude", "places.yaml", "lat: 44.1061", "lat: 144.1061", "coordinates", "", 6, ""},
	{"longitude", "places.yaml", "lon: 19.2967", "lon: -180.5", "coordinates", "", 7, ""},
	{"died before born", people, "died:", "died: \"1967\"", "life", "", 7, ""},

	{"an event without words", "cases/bosnia/timeline.en.yaml", "  krstic-judged:\n    title: The appeal is decided\n", "", "title", timeline, 2, ""},
	{"words without a title", "cases/bosnia/timeline.en.yaml", "title: The appeal is decided", "role: x", "title", "", 3, ""},
	{"a quotation without its words", "quotations.en.yaml", "text: |\n      Signals must be sent prospectively", "title: x", "title", "", 2, ""},
	{"a translation of nobody", french, "translator: machine draft\n", "", "translation", "", 1, ""},
	{"a translation of nothing", french, "    of: ", "    role: ", "translation", "", 4, ""},
	{"an original made from another", "cases/bosnia/timeline.en.yaml", "title: The appeal is decided", "title: The appeal is decided\n    of: 3f2a9c01d4e5", "translation", "", 5, ""},
	{"an original with a translator", "cases/bosnia/timeline.en.yaml", "review: reviewed", "translator: somebody", "translation", "", 1, ""},
	{"a translation without an original", french, "words:\n", "words:\n  srebrenica-falls:\n    title: x\n", "translation", "", 4, ""},
	{"a stale translation that was reviewed", french, "    of: b591", "    review: reviewed\n    reviewer: Ana\n    reviewed: \"2026\"\n    of: b592", "stale", "", 9, ""},
	{"reviewed by nobody", french, "review: draft", "review: reviewed\nreviewed: \"2026-11\"", "reviewer", "", 2, ""},
	{"reviewed by a name that cannot be seen", french, "review: draft", "review: reviewed\nreviewer: \"\u00a0\"\nreviewed: \"2026-11\"", "reviewer", "", 2, ""},
	{"reviewed on no day", french, "review: draft", "review: reviewed\nreviewer: Ana", "reviewer", "", 2, ""},
	{"reviewed on a day in doubt", french, "review: draft", "review: reviewed\nreviewer: Ana\nreviewed: \"2026-11~\"", "reviewer", "", 4, ""},
	{"reviewed on no end of days", french, "review: draft", "review: reviewed\nreviewer: Ana\nreviewed: \"2026-11/..\"", "reviewer", "", 4, ""},
	{"reviewed on a day to come", french, "review: draft", "review: reviewed\nreviewer: Ana\nreviewed: \"2062-11-20\"", "reviewer", "", 4, ""},
	{"reviewed by its own translator", french, "review: draft", "review: reviewed\nreviewer: Machine draft\nreviewed: \"2026-11\"", "reviewer", "", 3, authoring.Warning},
	{"one wording reviewed by nobody", french, "    of: ", "    review: reviewed\n    reviewed: \"2026-11\"\n    of: ", "reviewer", "", 6, ""},
	{"an archive reviewed by nobody", listing, "review: draft", "review: reviewed\nreviewed: \"2026-11\"", "reviewer", "", 6, ""},
	{"a history reviewed by nobody", caseFile, "order: 1", "order: 1\ncaution: none\nreview: reviewed", "reviewer", "", 3, ""},
	{"a speech reviewed by nobody", speech, "language: en", "language: en\nreview: reviewed\nreviewed: \"2026\"", "reviewer", "", 5, ""},
	{"facts reviewed after the archive's day", listing, "review: draft", "review: reviewed\nreviewer: Ana\nreviewed: \"2026-12\"", "reviewer", "", 8, authoring.Warning},
	{"a history without a decision on its content note", caseFile, "order: 1", "order: 1\nreview: reviewed\nreviewer: Ana\nreviewed: \"2026-11\"", "content-note", "", 1, ""},
	{"words of a history without that decision", "cases/bosnia/case.en.yaml", "words:", "review: reviewed\nreviewer: Ana\nreviewed: \"2026-11\"\nwords:", "content-note", caseFile, 1, ""},
	{"a content note that none is needed, twice", caseFile, "order: 1", "order: 1\ncaution: non", "unknown-value", "", 2, ""},
	{"a reviewed speech of unknown rights", speech, "rights: public-domain-us-gov", "rights: unknown\nreview: reviewed\nreviewer: Ana\nreviewed: \"2026-11\"", "rights", "", 5, ""},
	{"a reviewed term without a source", "glossary.en.yaml", "words:", "review: reviewed\nreviewer: Ana\nreviewed: \"2026-11\"\nwords:", "cite", "glossary.yaml", 2, ""},
	{"a stale translation", "cases/bosnia/timeline.en.yaml", "title: The appeal is decided", "title: The appeal was decided", "stale", french, 6, authoring.Warning},

	{"a quotation without a speaker", "quotations.yaml", "    speaker: samantha-power\n", "", "quotation", "", 2, ""},
	{"a quotation without a date", "quotations.yaml", "    date: \"2010-11-15\"\n", "", "quotation", "", 2, ""},
	{"a quotation without a source", "quotations.yaml", "    source: icrtop-power\n", "", "quotation", "", 2, ""},
	{"a quotation without a status", "quotations.yaml", "    status: verbatim\n", "", "quotation", "", 2, ""},
	{"a quotation that was not said", "quotations.en.yaml", "Signals must be", "Signals should be", "quotation", "", 3, ""},
	{"a quotation across joined paragraphs", "quotations.en.yaml", "Signals must be sent prospectively", "sent an important message around, I say", "quotation", "", 3, ""},
	{"a block quotation of nobody", essay, "> Signals must", "> Signals may", "block-quotation", "", 16, ""},
	{"altered words", spoken, "can't", "cannot", "seal", "", 1, ""},
	{"no seal", speech, "sha256: ", "byline: ", "seal", "", 1, ""},
	{"the sealed words are gone", spoken, "", "", "seal", speech, 10, ""},
	{"attract: more than what is shown", listing, "[en, fr]", "[en, fr]\nattract: [\"case/bosnia#questions\"]", "attract", "", 9, ""},
	{"attract: a parameter", listing, "[en, fr]", "[en, fr]\nattract: [\"event/bosnia/krstic-judged?from=1\"]", "attract", "", 9, ""},
	{"a country of a map that is no more", caseFile, "order: 1", "order: 1\ncountries: [BA, YUCS]", "country", "", 2, ""},
	{"a country of a map twice", caseFile, "order: 1", "order: 1\ncountries: [BA, BA]", "country", "", 2, authoring.Warning},
	{"attract: no route", listing, "[en, fr]", "[en, fr]\nattract: [nowhere at all]", "attract", "", 9, ""},
	{"attract: a page that is no scene", listing, "[en, fr]", "[en, fr]\nattract: [home]", "attract", "", 9, ""},
	{"attract: a part of a history", listing, "[en, fr]", "[en, fr]\nattract: [case/bosnia/essay]", "attract", "", 9, ""},
	{"attract: a history that is not there", listing, "[en, fr]", "[en, fr]\nattract: [case/bosna]", "attract", "", 9, ""},
	{"attract: an event that is not there", listing, "[en, fr]", "[en, fr]\nattract:\n  - case/bosnia\n  - event/bosnia/x", "attract", "", 11, ""},
	{"attract: an event with a perpetrator", listing, "[en, fr]", "[en, fr]\nattract: [event/bosnia/krstic-judged]", "attract", "", 9, ""},
	{"attract: an event of violence", listing, "[en, fr]", "[en, fr]\nattract: [event/bosnia/srebrenica-falls]", "attract", "", 9, authoring.Warning},
	{"attract: a perpetrator", listing, "[en, fr]", "[en, fr]\nattract: [person/radislav-krstic]", "attract", "", 9, ""},
	{"attract: a person without a role", listing, "[en, fr]", "[en, fr]\nattract: [person/samantha-power]", "attract", "", 9, ""},
	{"attract: a sentence that nobody quotes", listing, "[en, fr]", "[en, fr]\nattract: [\"speech/power-2010#p1\"]", "attract", "", 9, ""},
	{"attract: a thing twice", listing, "[en, fr]", "[en, fr]\nattract: [case/bosnia, case/bosnia]", "attract", "", 9, authoring.Warning},
	{"attract: more than anybody sees", listing, "[en, fr]", "[en, fr]\nattract:" + strings.Repeat("\n  - case/bosnia", content.MostScenes+1), "attract", "", 210, ""},

	{"a letter without a font", people, "Хасан", "ⵃасан", "glyph", "", 4, ""},
}

func leads(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("  - id: lead-" + string(rune('a'+i)) + "\n    date: \"1992\"\n    kind: violence\n    importance: 1\n    sources: [icty-krstic-aj]\n")
	}
	return b.String()
}

// cyrillic stands for fonts that have all letters up to the end of Cyrillic,
// and the marks of English typesetting.
type cyrillic struct{}

func (cyrillic) Missing(text string) []rune {
	var missing []rune
	for _, r := range text {
		if r > 0x4ff && (r < 0x2010 || r > 0x2030) && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

func (cyrillic) Bring(string, []byte) error { return nil }

func TestRules(t *testing.T) {
	for _, b := range rules {
		t.Run(b.name, func(t *testing.T) {
			r := check.Folder(context.Background(), b.folder(t), check.Tools{Glyphs: cyrillic{}, Today: today})
			in, severity := b.file, authoring.Error
			if b.in != "" {
				in = b.in
			}
			if b.severity != "" {
				severity = b.severity
			}
			for _, p := range r.Problems {
				if p.Rule == b.rule && p.File == in && p.Line == b.line && p.Severity == severity && p.Mend != "" && p.Col > 0 {
					return
				}
			}
			t.Errorf("no %s %s in %s:%d, but\n%s", b.rule, severity, in, b.line, list(r))
		})
	}
}

// TestAcrossParagraphs shows that a paragraph and the one that joins it are one text.
func TestAcrossParagraphs(t *testing.T) {
	b := broken{file: "quotations.en.yaml", old: "Signals must be sent prospectively", new: "an important message\n      around   the world"}
	for _, p := range check.Folder(context.Background(), b.folder(t), check.Tools{}).Problems {
		if p.Rule == "quotation" {
			t.Error(p)
		}
	}
}

// TestHeldElsewhere shows that a quotation cannot slip the comparison by another date
// where the archive holds the text that its source names.
func TestHeldElsewhere(t *testing.T) {
	archive := broken{file: "quotations.en.yaml", old: "Signals must be", new: "Signals should be"}.folder(t).(fstest.MapFS)
	replace(archive, "quotations.yaml", "    speech: power-2010\n", "")
	replace(archive, "quotations.yaml", "2010-11-15", "2010-11-16")
	replace(archive, speech, "language: en", "language: en\nfull_text: icrtop-power")
	if r := check.Folder(context.Background(), archive, check.Tools{}); len(r.Problems) != 1 || r.Problems[0].Rule != "quotation" {
		t.Errorf("an altered quotation passes:\n%s", list(r))
	}
}

// TestUnnamedSpeech shows that a quotation cannot slip the comparison by not
// naming the speech it is from.
func TestUnnamedSpeech(t *testing.T) {
	archive := broken{file: "quotations.en.yaml", old: "Signals must be", new: "Signals should be"}.folder(t).(fstest.MapFS)
	facts := archive["quotations.yaml"]
	facts.Data = []byte(strings.Replace(string(facts.Data), "    speech: power-2010\n", "", 1))
	if r := check.Folder(context.Background(), archive, check.Tools{}); len(r.Problems) != 1 || r.Problems[0].Rule != "quotation" {
		t.Errorf("an altered quotation passes:\n%s", list(r))
	}
}

func TestReport(t *testing.T) {
	b := broken{file: people, old: "sources: [icrtop-power]", new: "sources: [x]"}
	r := check.Folder(context.Background(), b.folder(t), check.Tools{})
	if r.Errors() != 1 || r.Warnings() != 0 {
		t.Errorf("%d errors, %d warnings:\n%s", r.Errors(), r.Warnings(), list(r))
	}
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"file":"people.yaml","line":13,"col":15,"rule":"resolve","severity":"error","message":"there is no source \"x\"","mend":"add it to sources.yaml, or take it out here"}`
	if !strings.Contains(string(got), want) {
		t.Errorf("%s", got)
	}
	if got, _ := json.Marshal(check.Report{}); string(got) != "[]" {
		t.Errorf("an empty report is %s", got)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r := check.Folder(ctx, broken{file: people}.folder(t), check.Tools{}); r.Errors() == 0 {
		t.Error("a check that was stopped reports nothing")
	}
}

// TestNothingElse holds the rules that speak of one record to one problem.
func TestNothingElse(t *testing.T) {
	for _, b := range rules {
		if b.rule == "seal" || b.rule == "seen" || b.rule == "title" || b.name == "eleven lead events" {
			continue
		}
		r := check.Folder(context.Background(), b.folder(t), check.Tools{Glyphs: cyrillic{}, Today: today})
		errors := slices.DeleteFunc(r.Problems, func(p authoring.Problem) bool {
			return p.Severity == authoring.Warning || p.Rule == "missing-key" || p.Rule == "unknown-id"
		})
		if len(errors) > 2 {
			t.Errorf("%s: %d problems\n%s", b.name, len(errors), list(r))
		}
	}
}

// good is the good archive, to be broken.
func good(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys, files := fstest.MapFS{}, os.DirFS("../authoring/testdata/good")
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// folder is the good archive, broken.
func (b broken) folder(t *testing.T) fs.FS {
	t.Helper()
	fsys := good(t)
	if b.old == "" && b.new == "" {
		delete(fsys, b.file)
		return fsys
	}
	text := string(fsys[b.file].Data)
	if !strings.Contains(text, b.old) {
		t.Fatalf("%s does not hold %q", b.file, b.old)
	}
	fsys[b.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, b.old, b.new, 1))}
	return fsys
}

func list(r check.Report) string {
	var s strings.Builder
	for _, p := range r.Problems {
		s.WriteString("\t" + p.Rule + " " + p.String() + "\n")
	}
	return s.String()
}
