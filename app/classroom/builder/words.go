package builder

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"vigil/content"
	"vigil/content/authoring"
)

// Part is what of a lesson is written in words.
type Part int

// The parts: those of the lesson, then those of a stop.
const (
	_          Part = iota
	Title           // one line
	Subject         // one line
	Goals           // what learners take away
	Note            // for the educator alone
	Reflection      // the question at the end
	StopTitle       // one line
	Task            // what is done
	Before          // what to know before the stop is shown
	Why             // for the educator alone: why this stop
	Private         // for the educator alone: notes
	Question        // one line
)

// Line reports whether a part is one line.
func (p Part) Line() bool { return p == Title || p == Subject || p == StopTitle || p == Question }

// Spot is a part, of which stop, and of questions which.
type Spot struct {
	Part           Part
	Stop, Question int
}

// field is where in a wording a part stands.
type field int

const (
	inTitle field = iota
	inRole
	inText
	inNote
)

// at is the words that a spot stands in, and where in them; nil where there is none.
func at(l *content.Lesson, s Spot) (content.Text, field) {
	switch s.Part {
	case Title:
		return l.Words, inTitle
	case Subject:
		return l.Words, inRole
	case Goals:
		return l.Words, inText
	case Note:
		return l.Words, inNote
	case Reflection:
		return l.Reflect, inText
	}
	if s.Stop < 0 || s.Stop >= len(l.Stops) {
		return nil, 0
	}
	stop := l.Stops[s.Stop]
	switch s.Part {
	case StopTitle:
		return stop.Words, inTitle
	case Task:
		return stop.Words, inText
	case Before:
		return stop.Words, inNote
	case Why:
		return stop.Educator, inText
	case Private:
		return stop.Educator, inNote
	case Question:
		if s.Question >= 0 && s.Question < len(stop.Questions) {
			return stop.Questions[s.Question].Words, inTitle
		}
	}
	return nil, 0
}

// Text is what is written at a spot: of a text a line a paragraph, items of a list
// beginning with "- " or "1. ".
func (d *Draft) Text(s Spot) string {
	t, f := at(d.now, s)
	w := t[d.lang]
	switch f {
	case inTitle:
		return w.Title
	case inRole:
		return w.Role
	case inText:
		return typedOf(w.Text)
	default:
		return typedOf(w.Note)
	}
}

// Type writes at a spot. What is typed there one letter after another is one step.
func (d *Draft) Type(s Spot, typed string) {
	t, f := at(d.now, s)
	if t == nil {
		return
	}
	if next := written(t[d.lang], f, typed); typedAs(next, f) == typedAs(t[d.lang], f) {
		return
	}
	change := func(l *content.Lesson) {
		t, f := at(l, s)
		w := written(t[d.lang], f, typed)
		w.Hash, w.Review = "", content.Draft
		w.Reviewer, w.ReviewedOn = "", content.Date{} // who read the words before did not read these
		t[d.lang] = w
		if w.Title == "" && w.Role == "" && len(w.Text) == 0 && len(w.Note) == 0 {
			delete(t, d.lang)
		}
	}
	if d.typing != s || len(d.past) == 0 {
		d.advance(change)
		d.typing = s
		return
	}
	d.now = clone(d.now)
	change(d.now)
}

func typedAs(w content.Words, f field) string {
	return [...]string{w.Title, w.Role, typedOf(w.Text), typedOf(w.Note)}[f]
}

func written(w content.Words, f field, typed string) content.Words {
	switch f {
	case inTitle:
		w.Title = line(typed)
	case inRole:
		w.Role = line(typed)
	case inText:
		w.Text = Prose(typed)
	case inNote:
		w.Note = Prose(typed)
	}
	return w
}

// line makes one line of what was typed.
func line(typed string) string {
	return strings.TrimSpace(cut(clean(strings.ReplaceAll(typed, "\n", " ")), MostLine))
}

// clean leaves out what no file may hold, and makes white space single.
func clean(line string) string {
	line = strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case !authoring.Permitted(r):
			return -1
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(line, "")))
	for strings.Contains(line, "  ") {
		line = strings.ReplaceAll(line, "  ", " ")
	}
	return strings.TrimSpace(line)
}

func cut(s string, most int) string {
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most])
	}
	return s
}

// Prose reads what is typed as a text: a line a paragraph, "- " and "1. " before the
// items of a list.
func Prose(typed string) content.Prose {
	var out content.Prose
	paragraphs := 0
	for raw := range strings.SplitSeq(cut(typed, MostText), "\n") {
		words := clean(raw)
		if words == "" {
			continue
		}
		b := content.Block{Kind: content.Paragraph}
		if item, number, ok := itemOf(words, out); ok {
			b.Kind, b.Level, b.Number, words = content.Item, 1, number, item
		} else {
			paragraphs++
			b.ID = fmt.Sprintf("p%d", paragraphs)
		}
		b.Spans = []content.Span{{Text: words}}
		out = append(out, b)
	}
	return out
}

// itemOf is the words of an item and its number, 0 in a list without numbers. A list
// counts on from its first number.
func itemOf(words string, before content.Prose) (item string, number int, ok bool) {
	mark, item, _ := strings.Cut(words, " ")
	if item = strings.TrimSpace(item); item == "" {
		return "", 0, false
	}
	if mark == "-" || mark == "•" {
		return item, 0, true
	}
	n, err := strconv.Atoi(strings.TrimSuffix(mark, "."))
	if err != nil || !strings.HasSuffix(mark, ".") || n < 1 || n > 99 {
		return "", 0, false
	}
	if i := len(before) - 1; i >= 0 && before[i].Kind == content.Item && before[i].Number > 0 {
		n = before[i].Number + 1
	}
	return item, n, true
}

// typedOf is a text as it would be typed.
func typedOf(p content.Prose) string {
	lines := make([]string, len(p))
	for i, b := range p {
		switch {
		case b.Kind != content.Item:
		case b.Number > 0:
			lines[i] = strconv.Itoa(b.Number) + ". "
		default:
			lines[i] = "- "
		}
		lines[i] += b.Plain()
	}
	return strings.Join(lines, "\n")
}
