package translation

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/i18n"
)

// sheetOf is the prefix of the units of the interface, and messagesFile its originals' file.
const (
	sheetOf      = "interface#"
	messagesFile = "i18n/active.en.toml"
)

func (u *Unit) isMessage() bool { return strings.HasPrefix(u.ID, sheetOf) }

func interfaceFile(lang content.Lang) string { return "interface." + string(lang) + ".toml" }

// Interface takes the words of the interface out, from English, with those that the
// archive's folder has in the other language. A message that depends on a number is one
// unit for each plural form of that language.
func Interface(ctx context.Context, files fs.FS, to content.Lang, only Choice) (*Document, *exchange.Report, error) {
	vigil, err := i18n.Load()
	if err != nil {
		return nil, nil, err
	}
	if vigil.Speaks(to) {
		return nil, nil, fmt.Errorf("vigil speaks %s itself; an archive brings interfaces in other languages", to)
	}
	m, err := exchange.Readable(ctx, files)
	if err != nil {
		return nil, nil, err
	}
	has, _, err := messagesIn(m, to)
	if err != nil {
		return nil, nil, err
	}
	english, err := i18n.Messages()
	if err != nil {
		return nil, nil, err
	}
	x := &messenger{to: to, has: has, english: vigil.Locale("en"), only: only, report: exchange.NewReport("translation", interfaceFile(to))}
	known := map[string]i18n.Message{}
	for _, message := range english {
		known[message.ID] = message
		if base, refines := i18n.Refines(message.ID); refines && base != message.ID {
			continue // a refinement that English needs; other languages have their own
		}
		x.message(message)
	}
	for _, id := range slices.Sorted(maps.Keys(has)) {
		x.own(id, known)
	}
	return &Document{From: "en", To: to, Title: "Vigil’s interface", Units: x.units}, x.report, nil
}

// messagesIn are the messages of the interface that a folder brings, and whether it brings one.
func messagesIn(m *authoring.Manuscript, lang content.Lang) (map[string]map[string]string, bool, error) {
	open := m.Attachment(interfaceFile(lang))
	if open == nil {
		return map[string]map[string]string{}, false, nil
	}
	f, err := open()
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return nil, false, err
	}
	all, err := i18n.ReadMessages(string(data))
	if err != nil {
		return nil, false, fmt.Errorf("read %s: %w", interfaceFile(lang), err)
	}
	return all, true, nil
}

// messenger collects the units of the interface.
type messenger struct {
	to      content.Lang
	has     map[string]map[string]string
	english *i18n.Locale
	only    Choice
	report  *exchange.Report
	units   []*Unit
}

func (x *messenger) message(m i18n.Message) {
	forms := []string{"other"}
	if m.Plural() {
		forms = i18n.Forms(x.to)
	}
	translated := x.has[m.ID]
	for _, f := range slices.Sorted(maps.Keys(translated)) {
		if !slices.Contains(forms, f) {
			x.report.Note(exchange.LeftOut, exchange.Place{File: interfaceFile(x.to), Path: m.ID}, "form", fmt.Sprintf("the message has a plural form %q, which the language has not; it does not go out and stays as it is", f), "take it out")
		}
	}
	if x.only == OnlyMissing && !slices.ContainsFunc(forms, func(f string) bool { return translated[f] == "" }) {
		return
	}
	x.report.Count("messages")
	for _, form := range forms {
		u := &Unit{ID: sheetOf + m.ID, Source: cmp.Or(m.Forms[form], m.Forms["other"]), Target: translated[form], Plain: true, File: messagesFile, Line: m.Line}
		u.Whole = strings.Contains(u.Source, "\n")
		if m.Plural() {
			u.ID += "/" + form
			u.plural = &pluralOf{id: sheetOf + m.ID, form: form, many: m.Forms["other"], single: cmp.Or(m.Forms["one"], m.Forms["other"])}
		}
		x.add(u, m.About, form)
	}
}

// own takes out what a language has of its own, such as its refinements of dates.
func (x *messenger) own(id string, known map[string]i18n.Message) {
	base, refines := i18n.Refines(id)
	like := known[base]
	switch country, named := strings.CutPrefix(id, "country."); {
	case known[id].ID != "" && !refines, x.only == OnlyMissing:
		return
	case named:
		like = i18n.Message{Forms: map[string]string{"other": x.english.Country(country)}}
	case !refines || like.ID == "":
		x.report.Note(exchange.LeftOut, exchange.Place{File: interfaceFile(x.to), Path: id}, "unknown-message", "the interface has no such message", "take it out")
		return
	}
	x.report.Count("messages")
	u := &Unit{ID: sheetOf + id, Source: like.Forms["other"], Target: x.has[id]["other"], Plain: true, File: messagesFile, Line: like.Line}
	x.add(u, like.About, "other")
}

func (x *messenger) add(u *Unit, about, form string) {
	u.mark = &mark{id: u.ID}
	if about != "" {
		u.Notes = append(u.Notes, about)
	}
	if u.plural != nil {
		u.Notes = append(u.Notes, "plural form "+form+numbersOf(x.to, form))
	}
	if strings.Contains(u.Source, "{{") {
		u.Notes = append(u.Notes, "keep what stands in {{ }}: it is filled in")
	}
	u.State = stateOf(u.Target, Approved)
	x.units = append(x.units, u)
	x.report.Came["units"]++
}

// numbersOf are the first numbers that a plural form is for.
func numbersOf(lang content.Lang, form string) string {
	var out []string
	for n := range 1000 {
		if i18n.FormOf(lang, n) == form {
			if out = append(out, fmt.Sprint(n)); len(out) == 6 {
				return ": " + strings.Join(out, ", ") + " …"
			}
		}
	}
	if len(out) == 0 {
		return ": fractions, and where the number is not known"
	}
	return ": " + strings.Join(out, ", ")
}

// messages takes the units of the interface into the file that an archive brings.
func (g *giver) messages() error {
	vigil, err := i18n.Load()
	if err != nil {
		return err
	}
	if vigil.Speaks(g.doc.To) {
		return fmt.Errorf("vigil speaks %s itself; an archive brings interfaces in other languages", g.doc.To)
	}
	has, there, err := messagesIn(g.old, g.doc.To)
	if err != nil {
		return err
	}
	changed := 0
	for _, u := range g.doc.Units {
		if !u.isMessage() {
			continue
		}
		g.report.Came["messages"]++
		if g.messageInto(u, has) {
			changed++
		}
	}
	if changed == 0 {
		return nil
	}
	fillOther(has, g.doc.To)
	text := i18n.WriteMessages(g.doc.To, has)
	for _, f := range i18n.Inspect(g.doc.To, text) {
		weight := exchange.LeftOut
		if f.Warning {
			weight = exchange.Decide
		}
		g.note(weight, sheetOf+f.ID, "interface", f.Message, f.Mend)
		if !f.Warning {
			delete(has, f.ID)
		}
	}
	if there {
		g.note(exchange.Altered, "", "set-anew", interfaceFile(g.doc.To)+" is written anew, without the remarks that stood in it", "")
	}
	text = i18n.WriteMessages(g.doc.To, has)
	g.report.Came["changed"] += changed
	g.draft.Attach(interfaceFile(g.doc.To), func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader([]byte(text))), nil })
	return nil
}

// messageInto puts one unit into the messages, and reports whether they say something else now.
func (g *giver) messageInto(u *Unit, has map[string]map[string]string) bool {
	id, form, plural := strings.Cut(strings.TrimPrefix(u.ID, sheetOf), "/")
	if !plural {
		form = "other"
	}
	text := g.clean(u)
	if !strings.Contains(u.Source, "\n") {
		text = settled(text, false)
	}
	switch {
	case text == "" && has[id][form] != "":
		g.note(exchange.Decide, u.ID, "empty", "the translation of this is empty in the file, and the folder has one, which stays", "take it out of the folder by hand where it is meant so")
		return false
	case text == "", has[id][form] == text, settled(has[id][form], false) == text:
		return false
	case u.State == Unsure && has[id][form] == "":
		g.once(exchange.Decide, u.ID, "unsure", "this is taken though it is marked as not yet sure: the interface has no drafts", "look at it again")
	}
	if has[id] == nil {
		has[id] = map[string]string{}
	}
	has[id][form] = text
	return true
}

// fillOther gives messages the form for fractions where a language's translators were not
// asked for it: gettext knows whole numbers alone.
func fillOther(has map[string]map[string]string, lang content.Lang) {
	forms := i18n.Forms(lang)
	for _, texts := range has {
		for _, f := range slices.Backward(forms) {
			if texts["other"] == "" && texts[f] != "" {
				texts["other"] = texts[f]
			}
		}
	}
}
