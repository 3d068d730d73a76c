package translation

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// writePO writes a document as PO. What PO cannot say otherwise stands in the comments: a
// draft and what is stale are fuzzy alike, for both want to be looked at.
func writePO(w io.Writer, d *Document, now time.Time) error {
	forms := gettextOf(d.To)
	var b strings.Builder
	b.WriteString("# " + d.Title + "\n")
	b.WriteString("# A unit that is fuzzy is a draft, or its original has changed: take the mark away from what you have compared.\n")
	b.WriteString("# Keep [words](routes) of links: the words are translated, what stands in the round brackets is not.\n")
	b.WriteString("msgid \"\"\nmsgstr \"\"\n")
	for _, line := range []string{
		"Project-Id-Version: " + d.Title,
		"Report-Msgid-Bugs-To: ",
		"POT-Creation-Date: " + now.Format("2006-01-02 15:04-0700"),
		"PO-Revision-Date: " + now.Format("2006-01-02 15:04-0700"),
		"Last-Translator: " + d.Translator,
		"Language-Team: " + string(d.To),
		"Language: " + strings.ReplaceAll(string(d.To), "-", "_"),
		"MIME-Version: 1.0",
		"Content-Type: text/plain; charset=UTF-8",
		"Content-Transfer-Encoding: 8bit",
		"Plural-Forms: " + forms.header(),
		"X-Source-Language: " + string(d.From),
		"X-Generator: Vigil",
	} {
		b.WriteString(poQuoted(line+"\n") + "\n")
	}
	for i := 0; i < len(d.Units); i++ {
		u := d.Units[i]
		b.WriteString("\n")
		if u.plural == nil {
			poMessage(&b, u, u.ID, "", []string{u.Target})
			continue
		}
		i = poPlural(&b, d, i, forms)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// poPlural writes the forms of one message of the interface, and gives the place of the
// last. A form that whole numbers do not take is a message of its own.
func poPlural(b *strings.Builder, d *Document, i int, forms gettext) int {
	first := d.Units[i]
	last := i
	texts := make([]string, len(forms.order))
	whole, own := *first, []*Unit(nil)
	whole.Source, whole.State = first.plural.single, Approved
	for ; last < len(d.Units) && d.Units[last].plural != nil && d.Units[last].plural.id == first.plural.id; last++ {
		u := d.Units[last]
		at := forms.index(u.plural.form)
		if at < 0 {
			own = append(own, u)
			continue
		}
		texts[at] = u.Target
		whole.State = min(whole.State, u.State)
	}
	whole.mark = &mark{id: first.plural.id}
	poMessage(b, &whole, first.plural.id, first.plural.many, texts)
	for _, u := range own {
		b.WriteString("\n")
		poMessage(b, u, u.ID, "", []string{u.Target})
	}
	return last - 1
}

func poMessage(b *strings.Builder, u *Unit, context, many string, texts []string) {
	for _, n := range u.Notes {
		b.WriteString("#. " + strings.ReplaceAll(n, "\n", " ") + "\n")
	}
	if u.mark != nil {
		b.WriteString("#. " + u.mark.String() + "\n")
	}
	if u.File != "" {
		fmt.Fprintf(b, "#: %s:%d\n", u.File, u.Line)
	}
	if u.State == Unsure || u.State == Draft {
		b.WriteString("#, fuzzy\n")
	}
	if u.Previous != "" {
		poField(b, "#| msgid", "#| ", u.Previous)
	}
	poField(b, "msgctxt", "", context)
	poField(b, "msgid", "", u.Source)
	if many == "" {
		poField(b, "msgstr", "", texts[0])
		return
	}
	poField(b, "msgid_plural", "", many)
	for i, text := range texts {
		poField(b, fmt.Sprintf("msgstr[%d]", i), "", text)
	}
}

// poField writes a text, one of several lines below its word.
func poField(b *strings.Builder, word, before, text string) {
	lines := strings.SplitAfter(text, "\n")
	if len(lines) == 1 {
		b.WriteString(word + " " + poQuoted(text) + "\n")
		return
	}
	b.WriteString(word + " \"\"\n")
	for _, line := range lines {
		if line != "" {
			b.WriteString(before + poQuoted(line) + "\n")
		}
	}
}

var poEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`)

func poQuoted(s string) string { return `"` + poEscapes.Replace(s) + `"` }
