package translation_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/translation"
)

// small is an archive of a few words in English, with some of them in Bosnian.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	texts := map[string]string{
		"archive.yaml":              "id: small\nversion: \"1\"\npublisher: A museum\nrights: Free\nas_of: \"2026\"\nreview: draft\noriginal: en\nlanguages: [en, bs]\n",
		"archive.en.yaml":           "review: draft\nwords:\n  archive:\n    title: A small archive\n",
		"sources.yaml":              "sources:\n  - id: judgment\n    title: Judgment\n    kind: judgment\n",
		"glossary.yaml":             "terms:\n  - id: genocide\n    sources: [judgment]\n    verified: page\n",
		"glossary.en.yaml":          "review: draft\nwords:\n  genocide:\n    title: Genocide\n    text: |\n      A crime.\n",
		"glossary.bs.yaml":          "translator: Ana\nreview: draft\nwords:\n  genocide:\n    title: Genocid\n    text: |\n      Zločin.\n    of: " + authoring.Hash("Genocide", "", "A crime.", "") + "\n",
		"places.yaml":               "places:\n  - id: srebrenica\n    name: Srebrenica\n    country: BA\n    lat: 44.1\n    lon: 19.3\n    sources: [judgment]\n",
		"cases/bosnia/case.yaml":    "order: 1\nspan: \"1992/1995\"\n",
		"cases/bosnia/case.en.yaml": "review: draft\nwords:\n  case:\n    title: Bosnia\n",
		"cases/bosnia/timeline.yaml": "events:\n  - id: falls\n    date: \"1995-07-11\"\n    place: srebrenica\n    kind: violence\n    importance: 1\n    sources: [judgment]\n    verified: page\n" +
			"  - id: after\n    date: \"1995-07-12\"\n    kind: violence\n    importance: 2\n    sources: [judgment]\n    verified: page\n",
		"cases/bosnia/timeline.en.yaml": "review: draft\nwords:\n  falls:\n    title: The town falls\n    text: |\n      In 1995 the [town](place/srebrenica) *fell*;\n      it was genocide.\n\n      - 8,372 names\n      - one stone\n" +
			"    note: |\n      A note.\n  after:\n    title: After\n    text: |\n      What came after.\n",
		"cases/bosnia/timeline.bs.yaml": "# seen by nobody yet\ntranslator: machine draft\nreview: draft\nwords:\n  after: # a remark\n    title: Poslije\n    text: |\n      Što je bilo\n      poslije.\n    of: " + authoring.Hash("After", "", "What came after.", "") + "\n",
	}
	out := fstest.MapFS{}
	for name, text := range texts {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// taken is a document of the small archive, changed by a translator, brought back in each format.
func taken(t *testing.T, files fstest.MapFS, told translation.Told, translate func(map[string]*translation.Unit)) (*content.Archive, fstest.MapFS, *exchange.Report) {
	t.Helper()
	doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "bs"})
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*translation.Unit{}
	for _, u := range doc.Units {
		byID[u.ID] = u
	}
	translate(byID)
	after, _, report := imported(t, files, written(t, doc, translation.XLIFF1), told)
	f := authoring.Load(context.Background(), after)
	for _, p := range f.Problems {
		if p.Severity == authoring.Error {
			t.Errorf("%s", p)
		}
	}
	return f.Archive, after, report
}

func say(units map[string]*translation.Unit, id, text string, state translation.State) {
	u := units[id]
	if u == nil {
		panic("no unit " + id)
	}
	translation.SetTarget(u, text)
	u.State = state
}

// rules are the rules of a report's notes.
func rules(r *exchange.Report) []string {
	var out []string
	for _, n := range r.Notes {
		out = append(out, n.Rule)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const (
	falls = "cases/bosnia/timeline#falls"
	after = "cases/bosnia/timeline#after"
)

func whole(u map[string]*translation.Unit, state translation.State) {
	say(u, falls+"/title", "Grad pada", state)
	say(u, falls+"/text/1", "1995. [grad](place/srebrenica) je *pao*; bio je to genocid.", state)
	say(u, falls+"/text/2", "8372 imena", state)
	say(u, falls+"/text/3", "jedan kamen", state)
	say(u, falls+"/note/1", "Napomena.", state)
}

func TestAWordingIsTranslated(t *testing.T) {
	a, files, report := taken(t, small(t), translation.Told{Translator: "Ivana Ivić"}, func(u map[string]*translation.Unit) { whole(u, translation.Draft) })
	w, en := a.Event("bosnia", "falls").Words["bs"], a.Event("bosnia", "falls").Words["en"]
	if w.Title != "Grad pada" || w.Translator != "Ivana Ivić" || w.Review != content.Draft || w.Of != en.Hash {
		t.Errorf("%+v", w)
	}
	if len(w.Text) != 3 || w.Text[1].Kind != content.Item || w.Text[0].Plain() != "1995. grad je pao; bio je to genocid." || w.Links()[0] != "place/srebrenica" {
		t.Errorf("%+v", w.Text)
	}
	if other := a.Event("bosnia", "after").Words["bs"]; other.Translator != "machine draft" {
		t.Errorf("the other wording is %s's", other.Translator)
	}
	text := string(files["cases/bosnia/timeline.bs.yaml"].Data)
	if !strings.HasPrefix(text, "# seen by nobody yet\n") || !strings.Contains(text, "  after: # a remark\n    title: Poslije\n    text: |\n      Što je bilo\n      poslije.\n") {
		t.Errorf("what did not change is written anew:\n%s", text)
	}
	if len(report.Notes) > 0 {
		t.Errorf("%v", report.Notes)
	}
}

// What a machine can see of a translation is told with its unit.
func TestTranslationsAreProofread(t *testing.T) {
	for _, c := range []struct {
		name, id, text, rule string
		kept                 bool // the text comes all the same
	}{
		{"a number", falls + "/text/2", "8373 imena", "numbers", true},
		{"a lost link", falls + "/text/1", "1995. grad je *pao*; genocid.", "link", true},
		{"another link", falls + "/text/1", "1995. [grad](place/zvornik) je [pao](place/srebrenica).", "link", true},
		{"a link abroad", falls + "/text/1", "1995. [grad](https://example.org)", "outside-link", false},
		{"HTML", falls + "/text/1", "1995. <b>grad</b>", "html", false},
		{"a mark that turns", falls + "/title", "\u202eGrad", "letter", false},
		{"isolates", falls + "/title", "\u2068Grad\u2069", "", true},
		{"a control character", falls + "/title", "Gr\u0085ad", "letter", true},
		{"nothing", falls + "/text/3", "", "partly", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, _, report := taken(t, small(t), translation.Told{Translator: "Ivana"}, func(u map[string]*translation.Unit) {
				whole(u, translation.Draft)
				say(u, c.id, c.text, translation.Draft)
			})
			if got := rules(report); c.rule != "" && !slices.Contains(got, c.rule) || c.rule == "" && len(got) > 0 {
				t.Errorf("the report has %v: %v", got, report.Notes)
			}
			for _, n := range report.Notes {
				if n.Rule == c.rule && n.Path != c.id && c.rule != "partly" {
					t.Errorf("it is told of %s", n.Path)
				}
			}
			w := a.Event("bosnia", "falls").Words["bs"]
			there := len(w.Text) > 0
			if strings.HasSuffix(c.id, "/title") {
				there = w.Title != ""
			}
			if there != c.kept {
				t.Errorf("it comes: %v; %+v", there, w)
			}
		})
	}
}

// A translation whose original has changed is stale until somebody says that it is right.
func TestStaleness(t *testing.T) {
	changed := func(files fstest.MapFS) fstest.MapFS {
		files["cases/bosnia/timeline.en.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["cases/bosnia/timeline.en.yaml"].Data), "What came after.", "What came afterwards.", 1))}
		return files
	}
	for _, c := range []struct {
		name      string
		translate func(map[string]*translation.Unit)
		stale     bool
		rule      string
	}{
		{"as it went out", func(map[string]*translation.Unit) {}, true, ""},
		{"found right", func(u map[string]*translation.Unit) {
			u[after+"/title"].State, u[after+"/text/1"].State = translation.Draft, translation.Draft
		}, false, ""},
		{"one unit found right", func(u map[string]*translation.Unit) { u[after+"/title"].State = translation.Draft }, true, ""},
		{"translated anew", func(u map[string]*translation.Unit) {
			say(u, after+"/text/1", "Što je bilo kasnije.", translation.Draft)
			u[after+"/title"].State = translation.Draft
		}, false, ""},
		{"translated anew and not sure", func(u map[string]*translation.Unit) {
			say(u, after+"/text/1", "Što je bilo kasnije.", translation.Unsure)
		}, true, "unsure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, _, report := taken(t, changed(small(t)), translation.Told{}, c.translate)
			e := a.Event("bosnia", "after")
			if stale := e.Words["bs"].Of != e.Words["en"].Hash; stale != c.stale {
				t.Errorf("stale: %v; %v", stale, report.Notes)
			}
			if got := rules(report); c.rule != "" && !slices.Contains(got, c.rule) {
				t.Errorf("the report has %v", got)
			}
		})
	}
	t.Run("the original changes while it is out", func(t *testing.T) {
		files := small(t)
		doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "bs"})
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range doc.Units {
			if u.ID == after+"/text/1" {
				translation.SetTarget(u, "Što je bilo kasnije.")
			}
		}
		files = changed(files)
		out, _, report := imported(t, files, written(t, doc, translation.PO), translation.Told{})
		e := authoring.Load(context.Background(), out).Archive.Event("bosnia", "after")
		if w := e.Words["bs"]; w.Text.Plain() != "Što je bilo kasnije." || w.Of == e.Words["en"].Hash || w.Of == "" {
			t.Errorf("%+v", w)
		}
		if !slices.Contains(rules(report), "original-changed") || !strings.Contains(report.Notes[0].Mend, "afterwards") {
			t.Errorf("%v", report.Notes)
		}
	})
}

// What is approved is reviewed only where somebody is named.
func TestReview(t *testing.T) {
	approve := func(u map[string]*translation.Unit) { whole(u, translation.Approved) }
	a, _, report := taken(t, small(t), translation.Told{Translator: "Ivana"}, approve)
	if w := a.Event("bosnia", "falls").Words["bs"]; w.Review != content.Draft || w.Reviewer != "" || !slices.Contains(rules(report), "reviewer") {
		t.Errorf("%+v, %v", w, rules(report))
	}
	a, files, report := taken(t, small(t), translation.Told{Translator: "Ivana", Reviewer: "Ana Marić", On: "2026-11-28"}, approve)
	w := a.Event("bosnia", "falls").Words["bs"]
	if w.Review != content.Reviewed || w.Reviewer != "Ana Marić" || w.ReviewedOn.EDTF != "2026-11-28" || slices.Contains(rules(report), "reviewer") {
		t.Errorf("%+v, %v", w, report.Notes)
	}
	if w := a.Event("bosnia", "after").Words["bs"]; w.Review != content.Draft {
		t.Errorf("what nobody approved is reviewed: %+v", w)
	}
	// A reviewed text that says something else is a draft again.
	a, _, report = taken(t, files, translation.Told{}, func(u map[string]*translation.Unit) {
		say(u, falls+"/title", "Grad je pao", translation.Draft)
	})
	if w := a.Event("bosnia", "falls").Words["bs"]; w.Review != content.Draft || w.Reviewer != "" || w.Title != "Grad je pao" || !slices.Contains(rules(report), "review") {
		t.Errorf("%+v, %v", w, report.Notes)
	}
}

// What the folder says otherwise since the file went out stays, unless it is to be replaced.
func TestBothChanged(t *testing.T) {
	for _, replace := range []bool{false, true} {
		files := small(t)
		doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "bs"})
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range doc.Units {
			if u.ID == after+"/title" {
				translation.SetTarget(u, "Zatim")
			}
		}
		files["cases/bosnia/timeline.bs.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["cases/bosnia/timeline.bs.yaml"].Data), "Poslije", "Kasnije", 1))}
		out, _, report := imported(t, files, written(t, doc, translation.XLIFF2), translation.Told{Replace: replace})
		title := authoring.Load(context.Background(), out).Archive.Event("bosnia", "after").Words["bs"].Title
		want := map[bool]string{false: "Kasnije", true: "Zatim"}[replace]
		if title != want || slices.Contains(rules(report), "kept") == replace {
			t.Errorf("with replace %v: %s, %v", replace, title, report.Notes)
		}
	}
}

// A file that is brought twice changes nothing the second time.
func TestBroughtTwice(t *testing.T) {
	files := small(t)
	doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "pl"})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range doc.Units {
		translation.SetTarget(u, u.Source)
		u.State = translation.Approved
	}
	data := written(t, doc, translation.XLIFF2)
	told := translation.Told{Translator: "Jan", Reviewer: "Ewa", On: "2026-11"}
	once, merged, _ := imported(t, files, data, told)
	if len(merged.Files) < 4 {
		t.Errorf("%d files", len(merged.Files))
	}
	if a := authoring.Load(context.Background(), once).Archive; !slices.Contains(a.Languages, "pl") || a.Words["pl"].Reviewer != "Ewa" {
		t.Errorf("the archive offers %v", a.Languages)
	}
	_, merged, report := imported(t, once, data, told)
	if len(merged.Files) > 0 || len(report.Notes) > 0 {
		t.Errorf("%d files, %v", len(merged.Files), report.Notes)
	}
}

// Only what is asked for goes out.
func TestChoices(t *testing.T) {
	files := small(t)
	stale := strings.Replace(string(files["cases/bosnia/timeline.en.yaml"].Data), "What came after.", "What came afterwards.", 1)
	files["cases/bosnia/timeline.en.yaml"] = &fstest.MapFile{Data: []byte(stale)}
	for _, c := range []struct {
		ask       translation.Asked
		has, lack string
	}{
		{translation.Asked{To: "bs", Only: translation.OnlyStale}, after, falls},
		{translation.Asked{To: "bs", Only: translation.OnlyMissing}, falls, after},
		{translation.Asked{To: "bs", Only: translation.OnlyDraft}, "glossary#genocide", after},
		{translation.Asked{To: "bs", Only: translation.OnlyBegin}, falls, after},
		{translation.Asked{To: "bs", Case: "bosnia"}, after, "glossary#genocide"},
	} {
		doc, _, err := translation.Folder(context.Background(), files, c.ask)
		if err != nil {
			t.Fatal(err)
		}
		has := func(group string) bool {
			return slices.ContainsFunc(doc.Units, func(u *translation.Unit) bool { return strings.HasPrefix(u.ID, group+"/") })
		}
		if !has(c.has) || has(c.lack) {
			t.Errorf("%+v: %d units", c.ask, len(doc.Units))
		}
	}
}

// A translator is told the page, the date and place, the glossary's word.
func TestContext(t *testing.T) {
	doc, _, err := translation.Folder(context.Background(), small(t), translation.Asked{To: "bs"})
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range doc.Units {
		if u.ID != falls+"/text/1" {
			continue
		}
		told := strings.Join(u.Notes, "\n")
		for _, want := range []string{"event/bosnia/falls: paragraph 1 of 3 of its text", "date: 11 July 1995; place: Srebrenica", "Genocide = Genocid (term/genocide)"} {
			if !strings.Contains(told, want) {
				t.Errorf("nothing says %q:\n%s", want, told)
			}
		}
		if u.File != "cases/bosnia/timeline.en.yaml" || u.Line == 0 {
			t.Errorf("it stands in %s, line %d", u.File, u.Line)
		}
		return
	}
	t.Error("the unit is missing")
}
