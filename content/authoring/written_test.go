package authoring_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
)

// plain is a lesson without what writing it may change: the hashes of its texts.
func plain(l *content.Lesson) *content.Lesson {
	bare := func(t content.Text) content.Text {
		out := content.Text{}
		for lang, w := range t {
			w.Hash, w.Of = "", ""
			out[lang] = w
		}
		return out
	}
	c := *l
	c.Words, c.Reflect, c.Stops = bare(l.Words), bare(l.Reflect), nil
	for _, s := range l.Stops {
		d := *s
		d.Words, d.Educator, d.Questions = bare(s.Words), bare(s.Educator), nil
		for _, q := range s.Questions {
			d.Questions = append(d.Questions, &content.Question{ID: q.ID, Words: bare(q.Words)})
		}
		c.Stops = append(c.Stops, &d)
	}
	return &c
}

// fresh counts the translations that were made from the original as it is.
func fresh(l *content.Lesson, original content.Lang) (fresh, all int) {
	texts := []content.Text{l.Words, l.Reflect}
	for _, s := range l.Stops {
		texts = append(texts, s.Words, s.Educator)
		for _, q := range s.Questions {
			texts = append(texts, q.Words)
		}
	}
	for _, t := range texts {
		for lang, w := range t {
			if lang == original {
				continue
			}
			all++
			if w.Of == t[original].Hash {
				fresh++
			}
		}
	}
	return fresh, all
}

func written(t testing.TB, l *content.Lesson) (*authoring.Folder, map[string][]byte) {
	t.Helper()
	files, err := authoring.LessonFiles(l)
	if err != nil {
		t.Fatal(err)
	}
	return authoring.ReadLessons(files), files
}

// The lessons of the bundled archive are written as they were read.
func TestBundledLessonsAreWrittenAsTheyWereRead(t *testing.T) {
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	if len(a.Lessons) == 0 {
		t.Fatal("there are no lessons")
	}
	for _, l := range a.Lessons {
		f, files := written(t, l)
		if len(f.Problems) > 0 || len(f.Archive.Lessons) != 1 {
			t.Fatalf("%s: %d lessons, %v", l.ID, len(f.Archive.Lessons), f.Problems)
		}
		again := f.Archive.Lessons[0]
		if !reflect.DeepEqual(plain(again), plain(l)) {
			t.Errorf("%s is read as another lesson:\n%s", l.ID, files["lessons/"+l.ID+".en.yaml"])
		}
		was, all := fresh(l, a.Original)
		is, _ := fresh(again, a.Original)
		if was != is || all == 0 {
			t.Errorf("%s: of %d translations %d were up to date, %d are", l.ID, all, was, is)
		}
		for name, data := range files {
			for n, line := range strings.Split(string(data), "\n") {
				if len([]rune(line)) > 130 && !strings.Contains(line, "routes:") && !strings.Contains(line, "note:") && !strings.Contains(line, "title:") {
					t.Errorf("%s:%d is %d letters long", name, n+1, len([]rune(line)))
				}
			}
		}
	}
}

// prose that Markdown and YAML could both take for something else.
var awkward = []string{
	"plain", "- not an item", "+ 1", "= x", "# no heading", "1. no list", "12) no list", "1995 was a year. It was", "a * b _c_ **d**", "[x](person/y)", "<b>bold</b>",
	"a | b", "~~x~~", "`code`", `back\slash`, "key: value", "a # remark", "'quoted'", "\"quoted\"", "…", "قال: «نعم»", "אמר: \"כן\"", "---", "...", "> no quotation", "* * *", "& &c",
	"trailing colon:", "true", "null", "0x1f", "1_000", "%percent", "@at", "{brace}", "\u2068isolate\u2069", strings.Repeat("word - 1. # ", 40) + "end", strings.Repeat("מילה ", 60) + "סוף",
	"two  spaces", "!tag", "a\\", "\\# x", "e.g. 10) and 11.", "??? why?", "-", "1.", "1)", "+", "#", "##", "=", "===",
}

func paragraphs(lines ...string) content.Prose {
	var out content.Prose
	for i, line := range lines {
		out = append(out, content.Block{Kind: content.Paragraph, ID: fmt.Sprintf("p%d", i+1), Spans: []content.Span{{Text: line}}})
	}
	return out
}

func items(number int, lines ...string) content.Prose {
	var out content.Prose
	for _, line := range lines {
		out = append(out, content.Block{Kind: content.Item, Level: 1, Number: number, Spans: []content.Span{{Text: line}}})
		if number > 0 {
			number++
		}
	}
	return out
}

func lessonOf(title string, p content.Prose) *content.Lesson {
	words := func(title string, p content.Prose) content.Text {
		return content.Text{"en": {Title: title, Text: p, Review: content.Draft}}
	}
	return &content.Lesson{
		ID: "a-lesson", Ages: content.Ages{From: 15}, Minutes: 45, Words: words(title, p), Reflect: words("", p),
		Stops: []*content.Stop{{ID: "stop-1", Minutes: 5, Routes: []string{"case/x"}, Words: words(title, p), Educator: content.Text{"en": {Note: p, Review: content.Draft}}}},
	}
}

func TestAwkwardWordsAreWrittenAsTheyWereRead(t *testing.T) {
	for _, words := range awkward {
		for name, p := range map[string]content.Prose{
			"a paragraph": paragraphs(words), "two": paragraphs(words, words), "an item": items(0, words, words), "a numbered item": items(1, words, "x"),
			"items below a paragraph": append(paragraphs(words), items(0, words)...), "a heading": {{Kind: content.Heading, Level: 2, ID: "h1", Spans: []content.Span{{Text: words}}}},
			"a quotation": {{Kind: content.Quote, Spans: []content.Span{{Text: words}}}, {Kind: content.Quote, Spans: []content.Span{{Text: "x"}}}},
			"emphasis":    {{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "a "}, {Text: "b", Style: content.Emphasis}, {Text: " "}, {Text: "c", Style: content.Strong}, {Text: " d", Link: "person/d"}}}},
		} {
			l := lessonOf(words, p)
			f, files := written(t, l)
			if len(f.Problems) > 0 {
				t.Errorf("%q as %s: %v\n%s", words, name, f.Problems, files["lessons/a-lesson.en.yaml"])
				continue
			}
			if got := f.Archive.Lessons[0]; !reflect.DeepEqual(plain(got), plain(l)) {
				t.Errorf("%q as %s is read as %+v\n%s", words, name, got.Stops[0].Words["en"], files["lessons/a-lesson.en.yaml"])
			}
		}
	}
}

func FuzzWriting(f *testing.F) {
	for _, words := range awkward {
		f.Add(words, words, true)
		f.Add("title", words, false)
	}
	f.Fuzz(func(t *testing.T, title, text string, listed bool) {
		clean := func(s string) string {
			s = strings.Map(func(r rune) rune {
				if r == '\t' || !authoring.Permitted(r) {
					return -1
				}
				return r
			}, strings.ToValidUTF8(s, ""))
			return strings.TrimSpace(s)
		}
		var lines []string
		for line := range strings.Lines(text) {
			if line = clean(line); line != "" {
				lines = append(lines, line)
			}
		}
		p := paragraphs(lines...)
		if listed {
			p = items(0, lines...)
		}
		l := lessonOf(strings.ReplaceAll(clean(title), "\n", " "), p)
		files, err := authoring.LessonFiles(l)
		if err != nil {
			t.Fatal(err)
		}
		folder := authoring.ReadLessons(files)
		if len(folder.Archive.Lessons) != 1 {
			t.Fatalf("%v\n%s", folder.Problems, files["lessons/a-lesson.en.yaml"])
		}
		if len(folder.Problems) > 0 { // addresses, letters written in HTML, more than is read: said, not shown
			for _, p := range folder.Problems {
				if !slices.Contains([]string{"outside-link", "entity", "prose-limit", "too-large"}, p.Rule) {
					t.Fatalf("%v\n%s", p, files["lessons/a-lesson.en.yaml"])
				}
			}
			return
		}
		if got := folder.Archive.Lessons[0]; !reflect.DeepEqual(plain(got), plain(l)) {
			t.Errorf("%q, %q are read as %+v\n%s", l.Words["en"].Title, lines, got.Words["en"], files["lessons/a-lesson.en.yaml"])
		}
	})
}

func TestWhatCannotBeWritten(t *testing.T) {
	for name, l := range map[string]*content.Lesson{
		"no id":                    {},
		"an id that is a path":     {ID: "../x"},
		"a letter that reorders":   lessonOf("a\u202eb", nil),
		"a control letter in text": lessonOf("a", paragraphs("a\x1bb")),
	} {
		if files, err := authoring.LessonFiles(l); err == nil {
			t.Errorf("%s is written as %q", name, files)
		}
	}
}

func TestSaving(t *testing.T) {
	dir := t.TempDir()
	l := lessonOf("Title", paragraphs("Text."))
	l.Words["fr"] = content.Words{Title: "Titre", Review: content.Draft}
	names := func() string {
		var out []string
		_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, _ error) error {
			if !d.IsDir() {
				out = append(out, filepath.Base(name))
			}
			return nil
		})
		return strings.Join(out, " ")
	}
	if err := authoring.WriteLesson(dir, l); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "a-lesson.en.yaml a-lesson.fr.yaml a-lesson.yaml" {
		t.Error(got)
	}
	other := lessonOf("Other", nil)
	other.ID = "a-lesson-more"
	if err := authoring.WriteLesson(dir, other); err != nil {
		t.Fatal(err)
	}
	delete(l.Words, "fr")
	if err := authoring.WriteLesson(dir, l); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "a-lesson-more.en.yaml a-lesson-more.yaml a-lesson.en.yaml a-lesson.yaml" {
		t.Errorf("after French was taken out: %s", got)
	}
	f := authoring.LoadLessons(context.Background(), os.DirFS(dir))
	if len(f.Problems) > 0 || len(f.Archive.Lessons) != 2 {
		t.Errorf("%d lessons, %v", len(f.Archive.Lessons), f.Problems)
	}
}

// A stick whose folder of lessons leads elsewhere is not written to.
func TestSavingFollowsNoLink(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(dir, "lessons")); err != nil {
		t.Skip("links cannot be made here: ", err)
	}
	if err := authoring.WriteLesson(dir, lessonOf("x", nil)); err == nil {
		t.Error("written through a link")
	}
	if left, _ := os.ReadDir(elsewhere); len(left) > 0 {
		t.Error("something was written elsewhere")
	}
}

// What a stick holds beside lessons is not looked at; what is wrong in a lesson is told
// with its place and its mend.
func TestHostileLessons(t *testing.T) {
	stops := func(n int, more string) string {
		return "ages: \"15\"\nminutes: 45\nstops:\n" + strings.Repeat("  - id: stop-1\n    minutes: 1\n"+more, n)
	}
	tests := []struct{ name, file, data, rule string }{
		{"not YAML", "lessons/x.yaml", "ages: [\n", "yaml"},
		{"an anchor", "lessons/x.yaml", "ages: &a \"15\"\n", "yaml-plain"},
		{"ten thousand stops", "lessons/x.yaml", stops(10_000, ""), "too-many"},
		{"a thousand pages at a stop", "lessons/x.yaml", stops(1, "    routes: ["+strings.Repeat("case/x, ", 1000)+"case/x]\n"), "too-many"},
		{"the same stop twice", "lessons/x.yaml", stops(2, ""), "duplicate-id"},
		{"too large", "lessons/x.yaml", strings.Repeat("#", 2<<20), "too-large"},
		{"deep", "lessons/x.yaml", "ages: " + strings.Repeat("[", 5000), "too-deep"},
		{"no lesson", "lessons/x.txt", "hello", "unknown-file"},
		{"words alone", "lessons/x.en.yaml", "words:\n  lesson:\n    title: x\n", "unknown-id"},
		{"a language that is none", "lessons/x.zzzzzzzzz.yaml", "words:\n  lesson:\n    title: x\n", "language"},
		{"ages", "lessons/x.yaml", "ages: \"x\"\nminutes: 5\nstops: []\n", "form"},
		{"UTF-16", "lessons/x.yaml", "\xff\xfea\x00", "utf8"},
		{"a program", "lessons/x.yaml", "\x7fELF\x00\x00", "utf8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{tt.file: {Data: []byte(tt.data)}, "DCIM/photo.jpg": {Data: []byte("x")}, "autorun.inf": {Data: []byte("x")}}
			f := authoring.LoadLessons(context.Background(), fsys)
			onePlainLine(t, f.Problems)
			if !slices.ContainsFunc(f.Problems, func(p authoring.Problem) bool { return p.Rule == tt.rule && p.Mend != "" }) {
				t.Errorf("%v", f.Problems)
			}
			for _, p := range f.Problems {
				if !strings.HasPrefix(p.File, "lessons") {
					t.Errorf("looked at %s", p.File)
				}
			}
			for _, l := range f.Archive.Lessons {
				if len(l.Stops) > 60 {
					t.Errorf("%d stops", len(l.Stops))
				}
			}
		})
	}
	t.Run("too many", func(t *testing.T) {
		fsys := fstest.MapFS{}
		for i := range 2000 {
			fsys[fmt.Sprintf("lessons/l%d.yaml", i)] = &fstest.MapFile{Data: []byte(stops(1, ""))}
		}
		f := authoring.LoadLessons(context.Background(), fsys)
		if n := len(f.Archive.Lessons); n == 0 || n > 300 || f.Problems[len(f.Problems)-1].Rule != "too-many-files" {
			t.Errorf("%d lessons, %v", n, f.Problems)
		}
	})
	t.Run("nothing", func(t *testing.T) {
		if f := authoring.LoadLessons(context.Background(), fstest.MapFS{}); len(f.Problems) > 0 || len(f.Archive.Lessons) > 0 {
			t.Errorf("%v", f.Problems)
		}
	})
	t.Run("lessons is a file", func(t *testing.T) {
		if f := authoring.LoadLessons(context.Background(), fstest.MapFS{"lessons": {Data: []byte("x")}}); len(f.Problems) != 1 {
			t.Errorf("%v", f.Problems)
		}
	})
}

// Lists in lists of both kinds are read as they were written, however deep a number sets
// them in.
func TestListsInListsAreReadAsWritten(t *testing.T) {
	item := func(level, number int) content.Block {
		return content.Block{Kind: content.Item, Level: level, Number: number, Spans: []content.Span{{Text: "word"}}}
	}
	for _, p := range []content.Prose{
		{item(1, 1), item(2, 0), item(2, 0), item(1, 2)},
		{item(1, 9), item(1, 10), item(2, 0), item(3, 1), item(1, 11)},
		{item(1, 0), item(2, 3), item(2, 4), item(1, 0)},
		{item(1, 0), item(1, 5), item(2, 0)},
		{item(1, 0), item(2, 0), item(3, 0), item(4, 0), item(2, 0)},
		{item(1, 1), item(2, 1), item(2, 2), item(1, 2)},
	} {
		text := authoring.Markdown(p)
		if got, problems := authoring.ReadProse(text); len(problems) > 0 || !reflect.DeepEqual(got, p) {
			t.Errorf("%s\nis read as %v, %v", text, got, problems)
		}
	}
}

// A colon in words without quotation marks is what curators meet first.
func TestAColonInWordsIsNamed(t *testing.T) {
	fsys := fstest.MapFS{"lessons/x.en.yaml": {Data: []byte("words:\n  lesson:\n    title: Srebrenica: the town is taken\n")}}
	f := authoring.LoadLessons(context.Background(), fsys)
	if !slices.ContainsFunc(f.Problems, func(p authoring.Problem) bool {
		return p.Rule == "yaml" && p.Line == 3 && strings.Contains(p.Mend, "colon")
	}) {
		t.Errorf("%v", f.Problems)
	}
}
