package authoring

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"vigil/content"
)

// Permitted reports whether a letter may stand in an archive, and so in what somebody
// types: no control character, and none that reorders the letters around it.
func Permitted(r rune) bool { return forbidden(r) == "" }

// LessonFiles is a lesson as a curator would write it, by the path of each file:
// lessons/ID.yaml and, for each language that it has words in, lessons/ID.LANG.yaml.
// What a translation was made from is named anew where it was up to date, for a hash is
// of a text as it is written. A lesson without an id, or with a letter that no file may
// hold, is an error.
func LessonFiles(l *content.Lesson) (map[string][]byte, error) {
	base := "lessons/" + l.ID
	if !knownLesson(base) {
		return nil, fmt.Errorf("write lesson %s: this is no id", Quote(l.ID))
	}
	files := map[string][]byte{base + ".yaml": []byte(lessonFacts(l))}
	records := lessonRecords(l)
	for lang := range lessonLangs(records) {
		files[base+"."+string(lang)+".yaml"] = []byte(lessonWords(records, lang))
	}
	for name, data := range files {
		if i := strings.IndexFunc(string(data), func(r rune) bool { return r != '\n' && !Permitted(r) }); i >= 0 {
			return nil, fmt.Errorf("write %s: %s holds a letter that no file may hold", name, Quote(string(data[i:min(i+8, len(data))])))
		}
	}
	return files, nil
}

func knownLesson(base string) bool {
	f, ok := classify(base + ".yaml")
	return ok && f.kind == lessonFile && f.lang == ""
}

func lessonFacts(l *content.Lesson) string {
	var b strings.Builder
	fmt.Fprintf(&b, "ages: %q\nminutes: %d\n", l.Ages.String(), l.Minutes)
	number(&b, "short", l.Short)
	listing(&b, "cases", l.Cases)
	if l.MadeOn != "" {
		fmt.Fprintf(&b, "made_on: %s\n", quoted(l.MadeOn))
	}
	signed(&b, "", l.Facts.Review, l.Facts.Reviewer, l.Facts.ReviewedOn)
	b.WriteString("stops:")
	if len(l.Stops) == 0 {
		b.WriteString(" []")
	}
	b.WriteString("\n")
	for _, s := range l.Stops {
		fmt.Fprintf(&b, "  - id: %s\n    minutes: %d\n", scalar(s.ID), s.Minutes)
		number(&b, "    short", s.Short)
		number(&b, "    from", s.From)
		listing(&b, "    routes", s.Routes)
		var asked []string
		for _, q := range s.Questions {
			asked = append(asked, q.ID)
		}
		listing(&b, "    questions", asked)
	}
	if len(l.Seen) > 0 {
		b.WriteString("seen:\n")
	}
	for _, r := range slices.Sorted(maps.Keys(l.Seen)) {
		fmt.Fprintf(&b, "  %s: %s\n", scalar(r), scalar(l.Seen[r]))
	}
	return b.String()
}

func number(b *strings.Builder, key string, n int) {
	if n != 0 {
		fmt.Fprintf(b, "%s: %d\n", key, n)
	}
}

func listing(b *strings.Builder, key string, list []string) {
	if len(list) == 0 {
		return
	}
	written := make([]string, len(list))
	for i, s := range list {
		written[i] = scalar(s)
	}
	fmt.Fprintf(b, "%s: [%s]\n", key, strings.Join(written, ", "))
}

// record is what stands under one id in a file of words.
type record struct {
	id    string
	words content.Text
}

// lessonRecords are a lesson's words in the order in which they are read.
func lessonRecords(l *content.Lesson) []record {
	all := []record{{"lesson", l.Words}}
	for _, s := range l.Stops {
		all = append(all, record{s.ID, s.Words})
		for _, q := range s.Questions {
			all = append(all, record{"question-" + q.ID, q.Words})
		}
		all = append(all, record{"educator-" + s.ID, s.Educator})
	}
	return append(all, record{"reflection", l.Reflect})
}

func lessonLangs(records []record) map[content.Lang]bool {
	out := map[content.Lang]bool{}
	for _, r := range records {
		for lang := range r.words {
			out[lang] = true
		}
	}
	return out
}

// signed writes who answers for what stands there, each on a line of its own.
func signed(b *strings.Builder, indent string, review content.Review, reviewer string, on content.Date) {
	if review != "" {
		fmt.Fprintf(b, "%sreview: %s\n", indent, review)
	}
	if reviewer != "" {
		fmt.Fprintf(b, "%sreviewer: %s\n", indent, scalar(reviewer))
	}
	if !on.IsZero() {
		fmt.Fprintf(b, "%sreviewed: %s\n", indent, quoted(on.EDTF))
	}
}

// headOf is what the head of a file of words says for all that stand in it. They are
// reviewed where all are, by the same on the same day, and have the translator of the
// first that names one; which wording is another's says so itself.
func headOf(all []content.Words) content.Words {
	head := content.Words{Review: content.Draft}
	if len(all) > 0 && all[0].Review != "" && !slices.ContainsFunc(all, func(w content.Words) bool { return !sameReview(w, all[0]) }) {
		head.Review, head.Reviewer, head.ReviewedOn = all[0].Review, all[0].Reviewer, all[0].ReviewedOn
	}
	for _, w := range all {
		head.Translator = cmp.Or(head.Translator, w.Translator)
	}
	return head
}

func sameReview(a, b content.Words) bool {
	return a.Review == b.Review && a.Reviewer == b.Reviewer && a.ReviewedOn == b.ReviewedOn
}

// lessonWords is a file of words.
func lessonWords(records []record, lang content.Lang) string {
	var body strings.Builder
	var all []content.Words
	for _, r := range records {
		if w, ok := r.words[lang]; ok {
			all = append(all, w)
		}
	}
	common := headOf(all)
	for _, r := range records {
		w, ok := r.words[lang]
		if !ok {
			continue
		}
		if body.Len() > 0 {
			body.WriteString("\n")
		}
		fmt.Fprintf(&body, "  %s:", scalar(r.id))
		fields := wordFields(w, madeFrom(r.words, w), common)
		if fields == "" {
			fields = " {}\n"
		}
		body.WriteString(fields)
	}
	var head strings.Builder
	if common.Translator != "" {
		head.WriteString("translator: " + scalar(common.Translator) + "\n")
	}
	signed(&head, "", common.Review, common.Reviewer, common.ReviewedOn)
	return head.String() + "words:\n" + body.String()
}

func wordFields(w content.Words, of string, head content.Words) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "    %s: %s\n", key, scalar(value))
		}
	}
	block := func(key string, p content.Prose) {
		if len(p) == 0 {
			return
		}
		fmt.Fprintf(&b, "    %s: |\n", key)
		for text := range strings.Lines(Markdown(p)) {
			if text == "\n" {
				b.WriteString(text)
				continue
			}
			b.WriteString("      " + text)
		}
	}
	line("title", w.Title)
	line("role", w.Role)
	block("text", w.Text)
	block("note", w.Note)
	line("of", of)
	if w.Translator != head.Translator {
		line("translator", w.Translator)
	}
	if !sameReview(w, head) {
		signed(&b, "    ", w.Review, w.Reviewer, w.ReviewedOn)
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + b.String()
}

// madeFrom is what w says that it was made from: the hash that a wording of the same
// record gets when it is written, where it was made from that one.
func madeFrom(t content.Text, w content.Words) string {
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		if from := t[lang]; w.Of != "" && from.Hash == w.Of {
			return Hash(from.Title, from.Role, Markdown(from.Text), Markdown(from.Note))
		}
	}
	return w.Of
}

// scalar writes a text on one line, in quotation marks unless it can only be read as
// that text without.
func scalar(s string) string {
	if bareWord(s) || bareLine(s) {
		return s
	}
	return quoted(s)
}

// bareWord reports whether s is an id or a route that YAML takes as it stands, though it
// stand in brackets.
func bareWord(s string) bool {
	if s == "" || s[0] < 'a' || s[0] > 'z' || len(s) < 6 {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '/' && r != '#'
	})
}

// bareLine reports whether s is some words that mean nothing to YAML.
func bareLine(s string) bool {
	first := []rune(s + "0")[0]
	return unicode.IsLetter(first) && strings.Contains(s, " ") && !strings.HasSuffix(s, " ") && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && (r < '0' || r > '9') && r != ' ' && r != '’' && r != '.' && r != ';'
	})
}

// quoted writes a text in double quotation marks.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
