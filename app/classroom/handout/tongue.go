package handout

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/i18n"
)

// tongue is one of a sheet's languages, and where it stands.
type tongue struct {
	*i18n.Locale
	lang    content.Lang // as asked for, whether or not the interface speaks it
	archive *content.Archive
	names   *i18n.Catalogue
	beside  []content.Lang // the languages of the other columns

	label, body, whole sheet.Column

	shown             map[content.Lang]bool // languages of wordings that are not its own
	draft, translated bool
}

func newTongue(r Request, lang content.Lang) *tongue {
	t := &tongue{Locale: r.Catalogue.Locale(lang), lang: lang, archive: r.Archive, names: r.Catalogue, shown: map[content.Lang]bool{}}
	for _, other := range r.Langs {
		if other != lang {
			t.beside = append(t.beside, other)
		}
	}
	return t
}

// RTL reports whether the language is written from right to left.
func (t *tongue) RTL() bool { return sheet.DirectionOf(t.lang) == typeset.RTL }

// words finds a record's words in this language, in the archive's own or in any that it
// has, and notes what the sheet has to say of them.
func (t *tongue) words(text content.Text) (content.Words, content.Lang) {
	wanted := append([]content.Lang{t.lang, t.archive.Original}, t.archive.Languages...)
	w, lang := text.In(append(wanted, slices.Sorted(maps.Keys(text))...)...)
	if lang != "" && lang != t.lang {
		t.shown[lang] = true
	}
	t.draft = t.draft || w.Review == content.Draft && w.Translator == ""
	t.translated = t.translated || w.Review == content.Draft && w.Translator != ""
	return w, lang
}

// titled is words with a title in any case.
func (t *tongue) titled(text content.Text, id string) (content.Words, content.Lang) {
	w, lang := t.words(text)
	if w.Title == "" {
		w.Title = id
	}
	return w, lang
}

// name is what a person, place or body is called: as its words say, or by the name it
// has in the language's script where that is not its own.
func (t *tongue) name(text content.Text, own string, names []string) (string, content.Lang) {
	if title := text[t.lang].Title; title != "" {
		return title, t.lang
	}
	if !t.Writes(own) {
		for _, n := range names {
			if t.Writes(n) {
				return n, t.lang
			}
		}
	}
	if title := text[t.archive.Original].Title; title != "" {
		return title, t.archive.Original
	}
	return own, t.archive.Original
}

// elsewhere reports whether words of a language stand in the other column anyway.
func (t *tongue) elsewhere(lang content.Lang) bool {
	return lang != t.lang && slices.Contains(t.beside, lang)
}

// foreign names the language of a wording that is not in this one, to stand after it.
func (t *tongue) foreign(lang content.Lang) []typeset.Span {
	if lang == "" || lang == t.lang {
		return nil
	}
	return []typeset.Span{sheet.Faded.Span("\u00a0 " + i18n.Isolate("("+t.languageName(lang)+")"))}
}

// instead says in place of words that they stand in another column alone.
func (t *tongue) instead(lang content.Lang) string {
	return t.SayWith("know.otherlanguage", map[string]string{"language": t.languageName(lang)})
}

func (t *tongue) languageName(lang content.Lang) string {
	if t.names.Speaks(lang) {
		return t.names.Locale(lang).Name()
	}
	return string(lang)
}

// dot stands between the parts of a line that says several things.
const dot = "  ·  "

// joined puts parts that are not empty beside one another.
func (t *tongue) joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if t.RTL() {
			p = i18n.Isolate(p)
		}
		out = append(out, p)
	}
	return strings.Join(out, dot)
}

// number is a whole number in the language's digits.
func (t *tongue) number(n int) string { return t.Digits(strconv.Itoa(n)) }

// page is the number of a page of so many.
func (t *tongue) page(page, pages int) string {
	return t.SayWith("handout.page", map[string]string{"page": t.number(page), "pages": t.number(pages)})
}

// clock is minutes since the beginning: "0:07".
func (t *tongue) clock(minutes int) string {
	return t.Digits(fmt.Sprintf("%d:%02d", minutes/60, minutes%60))
}

// ages says for whom something is.
func (t *tongue) ages(a content.Ages) string {
	if a == (content.Ages{}) {
		return ""
	}
	return t.SayWith("lesson.ages", map[string]string{"ages": t.Digits(strings.ReplaceAll(a.String(), "-", "–"))})
}

// marks is what a reader should know of the sheet's wordings.
func (t *tongue) marks() []string {
	var out []string
	if t.translated {
		out = append(out, t.Say("know.translated"))
	}
	if t.draft {
		out = append(out, t.Say("know.draft"))
	}
	for _, lang := range slices.Sorted(maps.Keys(t.shown)) {
		out = append(out, t.SayWith("know.partly", map[string]string{"language": t.languageName(lang)}))
	}
	return out
}

// styled is a block of prose as it is set, with what stands after it.
func styled(b content.Block, t sheet.Type, after ...typeset.Span) []typeset.Span {
	var out []typeset.Span
	for _, s := range b.Spans {
		span := t
		span.Italic = t.Italic || s.Style&content.Emphasis != 0
		span.Bold = t.Bold || s.Style&content.Strong != 0
		out = append(out, span.Span(s.Text))
	}
	return append(out, after...)
}
