package handout_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"vigil/app/classroom/handout"
	"vigil/app/paper"
	"vigil/app/typeset"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
	"vigil/i18n"
)

var (
	bundled = sync.OnceValue(func() *content.Archive {
		return authoring.Load(context.Background(), content.Bundled()).Archive
	})
	catalogue = sync.OnceValue(func() *i18n.Catalogue {
		c, err := i18n.Load()
		if err != nil {
			panic(err)
		}
		return c
	})
	setter = sync.OnceValue(func() *typeset.Setter { return typeset.New(assets.Fonts()) })
	land   = sync.OnceValue(func() *atlas.Land { return atlas.NewLand(assets.Land()) })
)

// request is a sheet of a lesson of the bundled archive.
func request(kind handout.Kind, l *content.Lesson, langs ...content.Lang) handout.Request {
	return handout.Request{
		Archive: bundled(), Catalogue: catalogue(), Setter: setter(), Land: land(), Sheet: kind, Langs: langs, Paper: paper.A4,
		Plan: lesson.For(l, l.Ages, l.Minutes),
	}
}

// How large a sheet may be, bytes, and one of eighty pages.
const (
	largest = 500_000
	huge    = 1_000_000
)

func made(t *testing.T, r handout.Request) []byte {
	t.Helper()
	most := largest
	if len(r.Plan.Steps) > 10 {
		most = huge
	}
	var out bytes.Buffer
	if err := handout.Make(&out, r); err != nil {
		t.Fatal(err)
	}
	if n := out.Len(); n > most || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
		t.Errorf("%d bytes that begin with %.10q", n, out.Bytes())
	}
	return out.Bytes()
}

// tool runs a program on a sheet; it must have nothing to complain of.
func tool(t *testing.T, pdf []byte, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("there is no %s: build/test installs it (poppler-utils, mupdf-tools)", program)
	}
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", name)
	}
	var out, complaints bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err = cmd.Run()
	if said := strings.ReplaceAll(complaints.String(), "warning: ICC support is not available\n", ""); err != nil || said != "" {
		t.Fatalf("%s: %v: %s", program, err, said)
	}
	return out.String()
}

func text(t *testing.T, pdf []byte) string {
	t.Helper()
	return strings.Join(strings.Fields(tool(t, pdf, "pdftotext", "FILE", "-")), " ")
}

const marker = "SECRETMARKER"

// secret is a lesson with a marker in all that is written for the educator alone.
func secret(l *content.Lesson) *content.Lesson {
	out := *l
	out.Words = content.Text{}
	for lang, w := range l.Words {
		w.Note = append(slices.Clone(w.Note), content.Line(marker+" of the lesson")...)
		out.Words[lang] = w
	}
	out.Stops = nil
	for _, s := range l.Stops {
		stop := *s
		stop.Educator = content.Text{}
		for lang := range l.Words {
			stop.Educator[lang] = content.Words{Title: marker, Role: marker, Text: content.Line(marker + " why"), Note: content.Line(marker + " note")}
		}
		out.Stops = append(out.Stops, &stop)
	}
	return &out
}

// What is for the educator alone changes no byte of the learner's sheet, and is on the
// educator's.
func TestLearnersSheetHoldsNothingPrivate(t *testing.T) {
	for _, langs := range [][]content.Lang{{"en"}, {"ar"}, {"fr", "he"}} {
		for _, l := range bundled().Lessons[:2] {
			with, without := made(t, request(handout.Learner, secret(l), langs...)), made(t, request(handout.Learner, l, langs...))
			if !bytes.Equal(with, without) {
				t.Errorf("%s %v: the learner's sheet changes with what is for the educator", l.ID, langs)
			}
			if said := text(t, with); strings.Contains(said, marker) {
				t.Errorf("%s %v: the learner's sheet has the marker", l.ID, langs)
			}
			educators := text(t, made(t, request(handout.Educator, secret(l), langs...)))
			for _, part := range []string{marker + " of the lesson", marker + " why", marker + " note"} {
				if !strings.Contains(educators, part) {
					t.Errorf("%s %v: the educator's sheet lacks %q", l.ID, langs, part)
				}
			}
		}
	}
}

// No word of the staff's is on a learner's sheet, nor an address of the kiosk.
func TestLearnersSheetHoldsNoStaffWord(t *testing.T) {
	l := bundled().Lessons[0]
	said := text(t, made(t, request(handout.Learner, l, "en")))
	english := catalogue().Locale("en")
	for _, id := range []string{"staff.title", "staff.pin", "staff.leave", "handout.private", "handout.keys", "handout.in", "handout.notes"} {
		if words := english.Say(id); strings.Contains(said, words) {
			t.Errorf("the learner's sheet says %q", words)
		}
	}
	for _, s := range l.Stops {
		for _, address := range s.Routes {
			if strings.Contains(said, address) {
				t.Errorf("the learner's sheet says %q", address)
			}
		}
	}
}

// Every language on either paper, for learner and educator.
func TestEveryLanguage(t *testing.T) {
	l := bundled().Lesson("a-word-becomes-law")
	for i, lang := range catalogue().Languages() {
		for k, format := range []paper.Format{paper.A4, paper.Letter} {
			r := request(handout.Kinds[(i+k)%2], l, lang)
			r.Paper = format
			said := text(t, made(t, r))
			if title, _, _ := strings.Cut(strings.Trim(l.Words[lang].Title, "“”«»„"), " "); !strings.Contains(said, strings.TrimRight(title, ":")) {
				t.Errorf("%s on %s: the sheet does not say %q", lang, format.Name, title)
			}
		}
	}
}

// The sheets open in two programs that know PDF, without a complaint, and each page has
// its number.
func TestOpensAndIsNumbered(t *testing.T) {
	l := bundled().Lesson("warnings-choices-voices")
	for _, langs := range [][]content.Lang{{"en"}, {"ar"}, {"en", "ar"}, {"rw", "fr"}} {
		pdf := made(t, request(handout.Learner, l, langs...))
		tool(t, pdf, "mutool", "draw", "-q", "-r", "30", "-o", "FILE-%d.png", "FILE")
		tool(t, pdf, "pdftoppm", "-r", "30", "-gray", "FILE", "FILE")
		pages := strings.Split(strings.TrimSuffix(tool(t, pdf, "pdftotext", "FILE", "-"), "\f"), "\f")
		for i, page := range pages {
			number := fmt.Sprintf("%d/%d", i+1, len(pages))
			if langs[0] == "ar" {
				arabic := catalogue().Locale("ar")
				number = arabic.Digits(fmt.Sprint(i + 1))
			}
			if !strings.Contains(strings.ReplaceAll(page, " ", ""), number) {
				t.Errorf("%v: page %d of %d has no number", langs, i+1, len(pages))
			}
		}
		info := tool(t, pdf, "pdfinfo", "FILE")
		for _, want := range []string{l.Words[langs[0]].Title, "Tagged:          yes"} {
			if !strings.Contains(info, want) {
				t.Errorf("%v: the document does not say %q of itself:\n%s", langs, want, info)
			}
		}
		if !regexp.MustCompile(`/Lang ?[<(]`).Match(pdf) {
			t.Errorf("%v: the document names no language", langs)
		}
	}
}

// Each of the sources that the stops' events cite stands on the sheet by a number.
func TestEveryFactIsCited(t *testing.T) {
	l := bundled().Lesson("a-word-becomes-law")
	said := strings.ReplaceAll(text(t, made(t, request(handout.Learner, l, "en"))), "\u00ad", "")
	for _, s := range l.Stops {
		for _, address := range s.Routes {
			parts := strings.Split(address, "/")
			if parts[0] != "event" {
				continue
			}
			e := bundled().Event(parts[1], parts[2])
			for _, id := range e.Sources {
				if title := bundled().Source(id).Title; !strings.Contains(said, strings.Fields(title)[0]) {
					t.Errorf("%s: %q is not among the sources", address, title)
				}
			}
			if !strings.Contains(said, e.Words["en"].Title+" [") && !strings.Contains(said, e.Words["en"].Title+"\u00a0[") {
				t.Errorf("%s: nothing is cited for %q", address, e.Words["en"].Title)
			}
		}
	}
	if !strings.Contains(said, bundled().Version) || !strings.Contains(said, catalogue().Locale("en").Date(bundled().AsOf)) {
		t.Error("the sheet does not say of which edition and day it is")
	}
}

// words of a made-up lesson.
func words(lang content.Lang, title, body string) content.Text {
	return content.Text{lang: {Title: title, Text: content.Line(body)}}
}

func TestUnusualLessons(t *testing.T) {
	long := strings.Repeat("A task that goes on for many words and asks for much. ", 40)
	thirty := &content.Lesson{ID: "thirty", Minutes: 120, Words: words("en", "Thirty stops", "Goals")}
	for i := range 30 {
		var questions []*content.Question
		for k := range 3 {
			questions = append(questions, &content.Question{ID: fmt.Sprint(k), Words: content.Text{"en": {Title: "A question of some length, number " + fmt.Sprint(k)}}})
		}
		thirty.Stops = append(thirty.Stops, &content.Stop{ID: fmt.Sprintf("stop-%d", i), Minutes: 4, Words: words("en", fmt.Sprintf("Stop number %d", i), long), Questions: questions, Routes: bundled().Lessons[i%3].Stops[i%5].Routes})
	}
	tests := map[string]*content.Lesson{
		"thirty long stops": thirty,
		"no stops":          {ID: "none", Minutes: 45, Words: words("en", "Nothing", "")},
		"no words":          {ID: "wordless", Minutes: 45, Stops: []*content.Stop{{ID: "stop", Minutes: 45}}},
		"what is not there": {ID: "lost", Minutes: 45, Words: words("en", "Lost", "x"), Stops: []*content.Stop{{ID: "stop", Minutes: 45, Words: words("en", "Lost", "x"), Routes: []string{"term/nothing", "event/no/where", "person/nobody", "place/nowhere", "case/none/map", "not a route", "speech/none#p1", "media/none"}}}},
	}
	for name, l := range tests {
		for _, kind := range handout.Kinds {
			for _, langs := range [][]content.Lang{{"en"}, {"he", "en"}} {
				t.Run(fmt.Sprint(name, " ", kind, langs), func(t *testing.T) {
					said := text(t, made(t, request(kind, l, langs...)))
					for _, s := range l.Stops {
						if title := s.Words["en"].Title; !strings.Contains(said, title) {
							t.Errorf("%q is not on the sheet", title)
						}
					}
				})
			}
		}
	}
	t.Run("no map", func(t *testing.T) {
		r := request(handout.Learner, bundled().Lessons[0], "en")
		r.Land = nil
		if said := text(t, made(t, r)); strings.Contains(said, catalogue().Locale("en").Say("handout.places")) {
			t.Error("there is a heading of a map and no map")
		}
	})
}

// What has no wording in a language is shown in another and says so, or in two languages
// stands once.
func TestNoSilentFallback(t *testing.T) {
	l := *bundled().Lesson("a-word-becomes-law")
	l.Words = content.Text{"en": l.Words["en"]}
	german := catalogue().Locale("de")
	said := text(t, made(t, request(handout.Learner, &l, "de")))
	for _, want := range []string{l.Words["en"].Title, "(English)", german.SayWith("know.partly", map[string]string{"language": "English"}), german.Say("know.translated")} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	said = text(t, made(t, request(handout.Learner, &l, "en", "de")))
	if n := strings.Count(said, "Describe how the word genocide came about"); n != 1 {
		t.Errorf("what German lacks stands %d times", n)
	}
}

// A session that leaves stops out says so to the educator alone, and why.
func TestLeftOut(t *testing.T) {
	l := *bundled().Lesson("a-word-becomes-law")
	l.Short = 20
	l.Stops = nil
	for i, s := range bundled().Lesson("a-word-becomes-law").Stops {
		stop := *s
		stop.Short = []int{10, 0, 10, 0, 0}[i]
		stop.From = []int{0, 0, 0, 16, 0}[i]
		l.Stops = append(l.Stops, &stop)
	}
	r := request(handout.Educator, &l, "en")
	r.Plan = lesson.For(&l, content.Ages{From: 14, To: 15}, 20)
	english := catalogue().Locale("en")
	said := text(t, made(t, r))
	for _, want := range []string{english.Say("handout.left"), english.Say("handout.reason.time"), english.SayWith("handout.reason.age", map[string]string{"age": "16"}), "0:10", "0:20"} {
		if !strings.Contains(said, want) {
			t.Errorf("the educator's sheet does not say %q", want)
		}
	}
	r.Sheet = handout.Learner
	if said := text(t, made(t, r)); strings.Contains(said, "Six events in order") || strings.Contains(said, english.Say("handout.left")) {
		t.Error("the learner's sheet tells of what is left out")
	}
}

func TestRequestsThatMakeNoSheet(t *testing.T) {
	l := bundled().Lessons[0]
	for name, r := range map[string]handout.Request{
		"no language": request(handout.Learner, l), "three languages": request(handout.Learner, l, "en", "fr", "de"), "no lesson": {Langs: []content.Lang{"en"}},
	} {
		var out bytes.Buffer
		if err := handout.Make(&out, r); err == nil || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, out.Len())
		}
	}
}
