package translation_test

import (
	"bytes"
	"context"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange/translation"
)

// wordings are an archive's words in a language, by what they are of, with blocks without
// anchors: those count what was written before them.
func wordings(a *content.Archive, lang content.Lang) map[string]content.Words {
	out := map[string]content.Words{}
	add := func(key string, text content.Text) {
		if w, ok := text[lang]; ok {
			out[key] = w
		}
	}
	add("archive", a.Words)
	add("support", a.Support)
	for _, p := range a.People {
		add("person "+p.ID, p.Words)
	}
	for _, o := range a.Organisations {
		add("body "+o.ID, o.Words)
	}
	for _, p := range a.Places {
		add("place "+p.ID, p.Words)
	}
	for _, p := range a.Terms {
		add("term "+p.ID, p.Words)
	}
	for _, q := range a.Quotations {
		add("quotation "+q.ID, q.Words)
	}
	for _, m := range a.Media {
		add("picture "+m.ID, m.Words)
	}
	for _, e := range a.Events() {
		add(e.Route(), e.Words)
	}
	for _, c := range a.Cases {
		add("case "+c.ID, c.Words)
		add("caution "+c.ID, c.Caution)
		add("essay "+c.ID, c.Essay)
		for _, f := range c.Figures {
			add("figure "+c.ID+f.ID, f.Words)
		}
		for _, q := range c.Questions {
			add("question "+c.ID+q.ID, q.Words)
		}
		for _, f := range c.Findings {
			add("finding "+c.ID+f.ID, f.Words)
			for _, o := range f.Outcomes {
				if o.ID != "" {
					add("outcome "+c.ID+o.ID, o.Words)
				}
			}
		}
	}
	for _, s := range a.Speeches {
		add("speech "+s.ID, s.Words)
		add("why "+s.ID, s.Why)
		add("audience "+s.ID, s.Audience)
		for _, o := range s.Outline {
			add("outline "+s.ID+o.ID, o.Words)
		}
		for _, p := range s.Paragraphs {
			add("paragraph "+s.ID+p.ID, p.Words)
			add("text "+s.ID+p.ID, p.Text)
		}
	}
	for _, l := range a.Lessons {
		add("lesson "+l.ID, l.Words)
		add("reflection "+l.ID, l.Reflect)
		for _, s := range l.Stops {
			add("stop "+l.ID+s.ID, s.Words)
			add("educator "+l.ID+s.ID, s.Educator)
			for _, q := range s.Questions {
				add("asked "+l.ID+q.ID, q.Words)
			}
		}
	}
	return out
}

func equal(a, b content.Words) bool {
	a.Hash, b.Hash = "", ""
	return reflect.DeepEqual(a, b)
}

// Of the bundled archive in each of its languages: what goes out and comes back changes no
// byte, and into a folder without that language it gives the same words, as stale, by the
// same translators, reviewed by the same. In each format the same units go out.
func TestTheArchiveGoesOutAndComesBack(t *testing.T) {
	for i, lang := range others {
		t.Run(string(lang), func(t *testing.T) {
			files := bundled(t, lang)
			doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: lang})
			if err != nil {
				t.Fatal(err)
			}
			for _, format := range formats {
				sameUnits(t, doc, written(t, doc, format))
			}
			comesBack(t, files, lang, written(t, doc, formats[i%len(formats)]))
		})
	}
}

// sameUnits asks that a file holds a document's units: in PO a draft and what is stale are
// marked alike.
func sameUnits(t *testing.T, doc *translation.Document, data []byte) {
	t.Helper()
	read, err := translation.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if read.From != doc.From || read.To != doc.To || len(read.Units) != len(doc.Units) {
		t.Fatalf("%s: %s to %s, %d units; want %s to %s, %d", read.Format, read.From, read.To, len(read.Units), doc.From, doc.To, len(doc.Units))
	}
	for i, u := range read.Units {
		want := *doc.Units[i]
		if read.Format == translation.PO && want.State == translation.Draft {
			want.State = translation.Unsure
		}
		if u.ID != want.ID || u.Source != want.Source || u.Target != want.Target || u.State != want.State {
			t.Fatalf("%s: %+v\nwant %+v", read.Format, u, want)
		}
	}
}

// comesBack asks that a file changes nothing where it is from, and says the same where it
// is new.
func comesBack(t *testing.T, files fstest.MapFS, lang content.Lang, data []byte) {
	t.Helper()
	_, merged, report := imported(t, files, data, translation.Told{Lang: lang})
	if len(merged.Files)+len(merged.Attached) > 0 {
		t.Errorf("%d files would be written anew", len(merged.Files))
	}
	if len(report.Notes) > 0 {
		t.Errorf("%d notes, the first: %s", len(report.Notes), report.Notes[0])
	}
	again, _, report := imported(t, without(files, lang), data, translation.Told{Lang: lang})
	for _, n := range report.Notes {
		if n.Rule != "numbers" && n.Rule != "link" {
			t.Errorf("%s", n)
		}
	}
	sameWords(t, files, again, lang)
}

// aged is the bundled archive with wordings in every state: some of what was translated is
// stale, some reviewed, some has other paragraphs than its original.
func aged(t testing.TB, lang content.Lang) fstest.MapFS {
	files := bundled(t, lang)
	// One history and one speech have every kind of text, and other programs take their time.
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool {
		top, rest, _ := strings.Cut(name, "/")
		return top == "lessons" || top == "cases" && !strings.HasPrefix(rest, "bosnia/") || top == "speeches" && !strings.HasPrefix(rest, "power-2010/")
	})
	edit := func(name, old, fresh string) {
		t.Helper()
		before := files[name].Data
		after := bytes.Replace(before, []byte(old), []byte(fresh), 1)
		if bytes.Equal(before, after) {
			t.Fatalf("%s has no %q", name, old)
		}
		files[name] = &fstest.MapFile{Data: after}
	}
	edit("cases/bosnia/timeline.en.yaml", "Tito, who had led socialist Yugoslavia", "Tito, who had led a socialist Yugoslavia")
	edit("places.en.yaml", "Mining town in eastern Bosnia.", "Mining town in eastern Bosnia.\n\n      - One\n      - Two")
	edit("people.fr.yaml", "    role: ", "    review: reviewed\n    reviewer: \"Ana \\\"A.\\\" Marić\"\n    reviewed: \"2026-11-20\"\n    translator: Bureau [Sarajevo]\n    role: ")
	edit("glossary.fr.yaml", "review: draft", "review: reviewed\nreviewer: Ivan Ivić\nreviewed: \"2026-10\"")
	edit("cases/bosnia/essay.fr.md", "review: draft", "review: reviewed\nreviewer: Ivan Ivić\nreviewed: \"2026-10\"")
	edit("cases/bosnia/essay.en.md", "## What came before", "## What was before")
	return files
}

func TestEveryStateComesBack(t *testing.T) {
	files := aged(t, "fr")
	doc, report, err := translation.Folder(context.Background(), files, translation.Asked{To: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	for _, standing := range []string{"stale", "draft", "reviewed"} {
		if report.Came[standing] == 0 {
			t.Errorf("no wording is %s", standing)
		}
	}
	for _, format := range formats {
		t.Run(string(format), func(t *testing.T) {
			sameUnits(t, doc, written(t, doc, format))
			comesBack(t, files, "fr", written(t, doc, format))
		})
	}
}

// Every text of the archive, written as a unit and read again, is the same.
func TestTextsAreUnfoldedAndReadBack(t *testing.T) {
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	n := 0
	for _, lang := range a.Languages {
		for key, w := range wordings(a, lang) {
			for _, p := range []content.Prose{w.Text, w.Note} {
				if len(p) == 0 {
					continue
				}
				n++
				for _, text := range []string{authoring.Unfolded(p), authoring.Markdown(p)} {
					again, problems := authoring.ReadProse(text)
					if len(problems) > 0 || !reflect.DeepEqual(p, again) {
						t.Errorf("%s in %s: %v\n%q", key, lang, problems, text)
					}
				}
			}
		}
	}
	if n < 5000 {
		t.Errorf("only %d texts", n)
	}
}
