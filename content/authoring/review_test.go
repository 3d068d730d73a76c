package authoring_test

import (
	"context"
	"reflect"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
)

func day(t testing.TB, edtf string) content.Date {
	t.Helper()
	d, err := content.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// answered is what is read of who answers for a wording.
type answered struct {
	translator string
	review     content.Review
	reviewer   string
	on         string
}

func answeredBy(w content.Words) answered {
	return answered{w.Translator, w.Review, w.Reviewer, w.ReviewedOn.EDTF}
}

// A wording answers for itself where it says so, and by the head of its file where not.
func TestAWordingOverridesTheHeadOfItsFile(t *testing.T) {
	const reviewed = "translator: Office\nreview: reviewed\nreviewer: Ana Marić\nreviewed: \"2026-10\"\n"
	tests := []struct {
		name, head, own string
		want            answered
	}{
		{"nothing", "", "", answered{"", content.Draft, "", ""}},
		{"the head alone", reviewed, "", answered{"Office", content.Reviewed, "Ana Marić", "2026-10"}},
		{"another translator", reviewed, "    translator: Ivan\n", answered{"Ivan", content.Reviewed, "Ana Marić", "2026-10"}},
		{"another reviewer", reviewed, "    reviewer: Ivan\n", answered{"Office", content.Reviewed, "Ivan", "2026-10"}},
		{"another day", reviewed, "    reviewed: \"2026-11-02\"\n", answered{"Office", content.Reviewed, "Ana Marić", "2026-11-02"}},
		{"a draft among the reviewed", reviewed, "    review: draft\n", answered{"Office", content.Draft, "", ""}},
		{"reviewed among drafts", "review: draft\n", "    review: reviewed\n    reviewer: Ivan\n    reviewed: \"2026-11\"\n", answered{"", content.Reviewed, "Ivan", "2026-11"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := map[string][]byte{
				"lessons/x.yaml":    []byte("ages: \"15\"\nminutes: 5\nstops: []\n"),
				"lessons/x.en.yaml": []byte(tt.head + "words:\n  lesson:\n    title: A title\n" + tt.own),
			}
			f := authoring.ReadLessons(files)
			if len(f.Problems) > 0 {
				t.Fatal(f.Problems)
			}
			if got := answeredBy(f.Archive.Lessons[0].Words["en"]); got != tt.want {
				t.Errorf("read as %+v, want %+v", got, tt.want)
			}
		})
	}
}

// What a file says of its facts is read, and stands instead of what the archive says.
func TestFactsAreReviewedByWhomTheyName(t *testing.T) {
	const archive = "id: x\nversion: \"1\"\npublisher: P\nrights: R\nas_of: \"2026\"\noriginal: en\nlanguages: [en]\n"
	const reviewed = "review: reviewed\nreviewer: Ana\nreviewed: \"2026-10\"\n"
	tests := []struct {
		name, archive, own string
		want               content.FactsReview
	}{
		{"the archive's", reviewed, "", content.FactsReview{Review: content.Reviewed, Reviewer: "Ana", ReviewedOn: day(t, "2026-10")}},
		{"a draft", reviewed, "review: draft\n", content.FactsReview{Review: content.Draft}},
		{"its own", "review: draft\n", "review: reviewed\nreviewer: Ivan\nreviewed: \"2026-11\"\n", content.FactsReview{Review: content.Reviewed, Reviewer: "Ivan", ReviewedOn: day(t, "2026-11")}},
		{"its own name", reviewed, "reviewer: Ivan\n", content.FactsReview{Review: content.Reviewed, Reviewer: "Ivan", ReviewedOn: day(t, "2026-10")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := authoring.Load(context.Background(), fstest.MapFS{
				"archive.yaml":             {Data: []byte(archive + tt.archive)},
				"cases/valley/case.yaml":   {Data: []byte("order: 1\nspan: \"1992\"\ncaution: none\n" + tt.own)},
				"speeches/vow/speech.yaml": {Data: []byte("speaker: x\ndate: \"1992\"\nlanguage: en\nrights: unknown\nverified: page\n" + tt.own)},
				"lessons/x.yaml":           {Data: []byte("ages: \"15\"\nminutes: 5\nstops: []\n" + tt.own)},
			})
			if len(f.Problems) > 0 {
				t.Fatal(f.Problems)
			}
			a := f.Archive
			for kind, own := range map[string]content.FactsReview{"case": a.Cases[0].Facts, "speech": a.Speeches[0].Facts, "lesson": a.Lessons[0].Facts} {
				if got := a.Facts(own); got != tt.want {
					t.Errorf("the %s is reviewed as %+v, want %+v", kind, got, tt.want)
				}
			}
			if !a.Cases[0].Uncautioned {
				t.Error("that no content note is needed was not read")
			}
		})
	}
}

// Who answers for each wording and for the lesson is written as it was read.
func TestReviewsAreWrittenAsTheyWereRead(t *testing.T) {
	draft := content.Words{Title: "A title", Review: content.Draft}
	ana := content.Words{Title: "A title", Review: content.Reviewed, Reviewer: "Ana Marić", ReviewedOn: day(t, "2026-10")}
	ivan := content.Words{Title: "A title", Review: content.Reviewed, Reviewer: "Ivan: \"R.\"", ReviewedOn: day(t, "2026-11-02"), Translator: "Office"}
	nameless := content.Words{Title: "A title", Review: content.Reviewed}
	asked := content.Words{Title: "A title", Review: content.Draft, Reviewer: "Ivan", Translator: "machine draft"}
	all := []content.Words{draft, ana, ivan, nameless, asked}
	for _, first := range all {
		for _, second := range all {
			if (first.Translator == "") != (second.Translator == "") {
				continue // a file names a translator for all
			}
			for _, facts := range []content.FactsReview{{}, {Review: content.Draft}, {Review: content.Reviewed, Reviewer: "Ana", ReviewedOn: day(t, "2026")}} {
				l := lessonOf("x", nil)
				l.Facts = facts
				l.Words, l.Reflect = content.Text{"en": first}, content.Text{"en": second}
				l.Stops[0].Words, l.Stops[0].Educator = content.Text{"en": second}, content.Text{"en": first}
				f, files := written(t, l)
				if len(f.Problems) > 0 {
					t.Fatalf("%v\n%s", f.Problems, files["lessons/a-lesson.en.yaml"])
				}
				if got := f.Archive.Lessons[0]; !reflect.DeepEqual(plain(got), plain(l)) {
					t.Errorf("%+v and %+v are read as %+v\n%s%s", first, second, got.Words["en"], files["lessons/a-lesson.yaml"], files["lessons/a-lesson.en.yaml"])
				}
			}
		}
	}
}
