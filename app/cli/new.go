package cli

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
)

// The facts of a small archive to begin from; its words are made for each language.
//
//go:embed new
var newFacts embed.FS

// newWords are the words of the small archive, file by file.
var newWords = []struct {
	file, about string
	words       []newWord
}{
	{"archive", "The title of the archive, a line under it, and the welcome on the first page.", []newWord{
		{"archive", "The title of your archive", "A line under the title", "What a visitor finds here, in two or three sentences.", ""},
	}},
	{"people", "Who each person was: in one line (role), then in a few sentences (text).", []newWord{
		{"first-person", "", "Who this person was, in one line", "Where this person lived, and what is known of the life.", ""},
	}},
	{"places", "What happened at each place, in a sentence or two.", []newWord{
		{"first-place", "", "", "What a visitor should know of this place.", ""},
	}},
	{"glossary", "What each term means, and in a note what a careful reader must also know.", []newWord{
		{"first-term", "A term", "", "What the term means, in plain words.", ""},
	}},
	{"cases/first-history/case", "The title of the history, what it tells, and what visitors should know before they go on (caution).", []newWord{
		{"case", "The title of your history", "A line under the title", "What this history tells, in three or four sentences.", ""},
		{"caution", newCaution, "", "What this history tells of, so that a visitor can choose.", ""},
		{"question-first-question", "A question to think about?", "", "", ""},
	}},
	{"cases/first-history/timeline", "The title of each event and what happened, in plain sentences. A note says what is uncertain.", []newWord{
		{"first-event", "What happened, in a few words", "", "What happened, where, and to whom.", ""},
	}},
}

// newCaution is a title that may stand as it is.
const newCaution = "Before you read"

type newWord struct{ id, title, role, text, note string }

// newEssay is the essay of the history.
const newEssay = "## What came before\n\nWrite here what a visitor should know first.\n\n## What happened\n\nWrite here what happened.\n"

// unwritten are the lines of a new archive that somebody must replace before it is
// opened.
func unwritten() []string {
	lines := []string{
		"Your museum", "Who owns the texts, and how they may be used.", "The name of a person", "The name of a place",
		"The author", "The title of your first source", "Who translated this",
	}
	for _, f := range newWords {
		for _, w := range f.words {
			for _, line := range []string{w.title, w.role, w.text, w.note} {
				if line != "" && line != newCaution {
					lines = append(lines, line)
				}
			}
		}
	}
	for line := range strings.Lines(newEssay) {
		if strings.HasPrefix(line, "Write here ") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// create writes a small whole archive to begin from.
func create(ctx context.Context, env Env, args []string) (int, error) {
	flags := env.flags("vigil new", "DIR [--lang xx,..]")
	list := flags.String("lang", "en", "the `languages` of the archive, the one it is written in first")
	if err := parse(flags, args, 1); err != nil {
		return misuse, err
	}
	langs := languages(*list)
	for i, lang := range langs {
		if slices.Contains(langs[:i], lang) {
			return misuse, misused{fmt.Errorf("--lang names %q twice", lang)}
		}
		if tag, err := language.Parse(string(lang)); err != nil || tag.String() != string(lang) {
			return misuse, misused{fmt.Errorf("%q is no language; write its BCP 47 tag, such as en, fr or sr-Cyrl", lang)}
		}
	}
	if len(langs) == 0 {
		return misuse, misused{errors.New("--lang names no language")}
	}
	dir := filepath.Clean(flags.Arg(0))
	if err := writeNew(ctx, dir, langs, time.Now()); err != nil {
		return found, fmt.Errorf("make an archive in %s: %w", dir, err)
	}
	fmt.Fprintf(env.Out, "%s is an archive to begin from. Write into its files what they say, and run: vigil check %s\n", dir, dir)
	return good, nil
}

var errNotEmpty = errors.New("there is something in this folder already")

// writeNew writes the archive beside its place and moves it there whole.
func writeNew(ctx context.Context, dir string, langs []content.Lang, now time.Time) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return errNotEmpty
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	whole, err := os.MkdirTemp(filepath.Dir(dir), ".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(whole)
	if err := os.Chmod(whole, 0o755); err != nil {
		return err
	}
	files, err := newFiles(langs, now)
	if err != nil {
		return err
	}
	for name, text := range files {
		to := filepath.Join(whole, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			return err
		}
	}
	if _, err := authoring.Wire(ctx, whole); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(whole, dir)
}

// newFiles are the files of the archive by their names.
func newFiles(langs []content.Lang, now time.Time) (map[string]string, error) {
	out := map[string]string{}
	about := struct{ Original, Languages, Year, AsOf string }{string(langs[0]), joinLangs(langs), now.Format("2006"), now.Format("2006-01")}
	err := fs.WalkDir(newFacts, "new", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		t, err := template.ParseFS(newFacts, name)
		if err != nil {
			return err
		}
		var text strings.Builder
		if err := t.Execute(&text, about); err != nil {
			return err
		}
		out[strings.TrimPrefix(name, "new/")] = text.String()
		return nil
	})
	for i, lang := range langs {
		for _, f := range newWords {
			out[fmt.Sprintf("%s.%s.yaml", f.file, lang)] = wordsOf(f.about, f.words, i > 0)
		}
		essay := newEssay
		if i > 0 {
			essay = "---\ntranslator: Who translated this\nreview: draft\nof: " + authoring.Hash("", "", newEssay, "") + "\n---\n\n" + newEssay
		}
		out[path.Join("cases/first-history", fmt.Sprintf("essay.%s.md", lang))] = essay
	}
	return out, err
}

// wordsOf is a file of words; a translation says who made it and of what.
func wordsOf(about string, words []newWord, translated bool) string {
	var out strings.Builder
	fmt.Fprintf(&out, "# %s\n", about)
	if translated {
		out.WriteString("translator: Who translated this\n")
	}
	out.WriteString("review: draft\nwords:\n")
	for _, w := range words {
		fmt.Fprintf(&out, "  %s:\n", w.id)
		for _, field := range [][2]string{{"title", w.title}, {"role", w.role}} {
			if field[1] != "" {
				fmt.Fprintf(&out, "    %s: %s\n", field[0], field[1])
			}
		}
		if w.text != "" {
			fmt.Fprintf(&out, "    text: |\n      %s\n", w.text)
		}
		if translated {
			fmt.Fprintf(&out, "    of: %q\n", authoring.Hash(w.title, w.role, w.text, w.note))
		}
	}
	return out.String()
}
