package translation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// Told is what whoever imports says of a file.
type Told struct {
	Lang       content.Lang // that it is in, where the file does not say so
	Translator string       // else whom the file names
	Reviewer   string       // who reviewed what is approved; "" leaves it a draft
	On         string       // EDTF, the day it was reviewed
	Replace    bool         // write over translations that changed in the folder meanwhile
	Step       func(done, of int)
}

// Into takes a document into an archive's folder. Nothing is written: what comes of it is
// in the merged files. The report says what was not taken, and what a person must look at.
func Into(ctx context.Context, files fs.FS, doc *Document, name string, told Told) (*authoring.Merged, *exchange.Report, error) {
	m, err := exchange.Readable(ctx, files)
	if err != nil {
		return nil, nil, err
	}
	report := exchange.NewReport(string(doc.Format), name)
	doc.To = cmp.Or(told.Lang, doc.To)
	if err := doc.language(m); err != nil {
		return nil, nil, err
	}
	for range doc.Units {
		report.Count("units")
	}
	g := &giver{doc: doc, told: told, report: report, old: m, units: map[string]*Unit{}, marks: map[string]*mark{}, file: name, draft: authoring.NewManuscript()}
	g.told.Translator = cmp.Or(told.Translator, doc.Translator)
	g.take()
	if slices.ContainsFunc(doc.Units, (*Unit).isMessage) {
		if err := g.messages(); err != nil {
			return nil, nil, err
		}
	}
	f := authoring.Load(ctx, files)
	g.helper = newHelper(f, cmp.Or(doc.From, f.Archive.Original), doc.To)
	if !slices.Contains(f.Archive.Languages, g.helper.from) {
		g.helper.from = f.Archive.Original
	}
	all := records(f.Archive)
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if told.Step != nil {
			told.Step(i, len(all))
		}
		g.record(r)
	}
	g.strangers()
	g.write(f.Archive)
	if len(g.draft.Names())+len(g.draft.Attached()) == 0 {
		return &authoring.Merged{}, report, nil
	}
	merged, err := g.draft.Into(ctx, files, true)
	return merged, report, err
}

// language finds out which language a document is in.
func (d *Document) language(m *authoring.Manuscript) error {
	original := ""
	if head := m.Find("archive.yaml"); head != nil {
		original = head.Text("original")
	}
	tag, err := language.Parse(string(d.To))
	switch {
	case d.To == "":
		return errors.New("the file does not say which language it is in: --lang xx")
	case err != nil || tag.String() != string(d.To):
		return fmt.Errorf("the file is in %s, which is no language; say which: --lang xx", authoring.Quote(string(d.To)))
	case string(d.To) == original:
		return fmt.Errorf("%s is the language that the archive is written in, and no translation", d.To)
	}
	return nil
}

// giver brings units back into an archive.
type giver struct {
	doc     *Document
	told    Told
	report  *exchange.Report
	helper  *helper
	old     *authoring.Manuscript
	draft   *authoring.Manuscript
	units   map[string]*Unit // that were not used yet, by id
	marks   map[string]*mark // by record
	file    string
	changes []change
	drafts  int // wordings that are approved, and nobody is named who reviewed them
}

// nobody stands for a translator whom nothing names: a wording without one would be taken
// for the work of whom the head of its file names.
const nobody = "not named"

// change is a wording that is not as the folder has it.
type change struct {
	r        *record
	words    content.Words
	fields   []string // that say something else
	begun    bool     // the folder has no such wording
	reviewed bool
}

// take sorts the units by their names.
func (g *giver) take() {
	for _, u := range g.doc.Units {
		if u.isMessage() {
			continue
		}
		if g.units[u.ID] != nil {
			g.note(exchange.LeftOut, u.ID, "twice", "this unit stands in the file twice; the first is taken", "keep one of them")
			continue
		}
		g.units[u.ID] = u
		if u.mark != nil && u.mark.from != "" {
			g.marks[u.group()] = u.mark
		}
	}
}

func (g *giver) note(w exchange.Weight, id, rule, message, mend string) {
	g.report.Note(w, exchange.Place{File: g.file, Path: id}, rule, message, mend)
}

func (g *giver) once(w exchange.Weight, id, rule, message, mend string) {
	g.report.Once(w, exchange.Place{File: g.file, Path: id}, rule, message, mend)
}

// strangers names the units that the archive has no place for.
func (g *giver) strangers() {
	for _, u := range g.doc.Units {
		if g.units[u.ID] != nil && !u.isMessage() && strings.TrimSpace(u.Target) != "" {
			g.once(exchange.LeftOut, u.ID, "unknown-unit", "the archive has no such text any more", "export again, and bring the translation over by hand")
		}
	}
}

// arrived is what came back of a record.
type arrived struct {
	r        *record
	from, to content.Words // as the folder has them
	has      bool
	words    content.Words // with what came
	changed  []string      // fields
	units    []*Unit
	mark     *mark
	state    State // the least of its units'
	same     bool  // the original in the file is the folder's
	whole    bool  // every field came
}

// record takes what came back of one record.
func (g *giver) record(r *record) {
	from, has := r.words[g.helper.from]
	if !has {
		return
	}
	a := &arrived{r: r, from: from, state: Approved, same: true, whole: true}
	a.to, a.has = r.words[g.doc.To]
	a.words = a.to
	for _, field := range fields {
		g.field(a, field)
	}
	if len(a.units) == 0 {
		return
	}
	g.report.Came["wordings"]++
	for _, u := range a.units {
		for _, n := range u.Notes {
			g.note(exchange.Decide, u.ID, "remark", "the translator says: "+authoring.Quote(n), "")
		}
	}
	g.decide(a)
}

// field takes what came back of one field, where all of it is there and can stand.
func (g *giver) field(a *arrived, field string) {
	now := a.r.parts(field, a.from, a.to)
	units := g.unitsOf(a.r, field)
	if len(units) == 0 {
		if len(now) > 0 && !now[0].optional() {
			a.whole = false
		}
		return
	}
	a.units = append(a.units, units...)
	done, alike := 0, len(now) == len(units)
	for i, u := range units {
		if u.Target = g.clean(u); u.Target != "" && !u.half {
			done++
			a.state = min(a.state, u.State)
		}
		if u.bare {
			g.note(exchange.Decide, u.ID, "codes", "a code in this unit no longer says what it stands for, a link or emphasis", "set it again as in the original")
		}
		u.Whole = !strings.HasPrefix(u.ID, a.r.group()+"/"+field+"/")
		alike = alike && settled(now[i].Source, now[i].Whole) == settled(u.Source, u.Whole)
	}
	// The file may have the field in blocks that the folder has as a whole, or the other way round.
	a.same = a.same && (alike || g.sameText(a.r, field, a.from, units))
	switch {
	case done == 0:
		if slices.ContainsFunc(now, func(u *Unit) bool { return u.Target != "" }) {
			g.note(exchange.Decide, units[0].ID, "empty", "the translation of this is empty in the file, and the folder has one, which stays", "take it out of the folder by hand where it is meant so")
		}
		a.whole = a.whole && (len(now) == 0 || now[0].optional())
		return
	case done < len(units):
		a.whole = false
		g.note(exchange.LeftOut, units[0].ID, "partly", fmt.Sprintf("%d of %d parts of its %s are translated, and nothing of it is taken", done, len(units), field), "translate the others and import again")
		return
	}
	g.fieldText(a, field, units, now)
}

// sameText compares the original in the file with the folder's where they are cut in
// different ways.
func (g *giver) sameText(r *record, field string, from content.Words, units []*Unit) bool {
	var parts []string
	for _, u := range units {
		parts = append(parts, settled(u.Source, u.Whole))
	}
	var now []string
	line := lineOf(from, field)
	if line == "" && field == "title" {
		line = r.name
	}
	if line != "" {
		now = []string{settled(line, false)}
	}
	if p := proseOf(from, field); len(units) == 1 && units[0].Whole && len(p) > 0 {
		now = []string{settled(r.whole(p), true)}
	} else {
		for _, b := range p {
			now = append(now, settled(r.block(b), false))
		}
	}
	if len(now) == 0 {
		now = []string{nothingThere}
	}
	return slices.Equal(parts, now)
}

// unitsOf are the units that came of a field, in their order.
func (g *giver) unitsOf(r *record, field string) []*Unit {
	name := r.group() + "/" + field
	if u := g.units[name]; u != nil {
		delete(g.units, name)
		return []*Unit{u}
	}
	var out []*Unit
	for n := 1; ; n++ {
		id := fmt.Sprintf("%s/%d", name, n)
		u := g.units[id]
		if u == nil {
			return out
		}
		delete(g.units, id)
		out = append(out, u)
	}
}

// clean is a unit's translation without letters that no archive may hold; "" where it holds
// such as would change the order of others.
func (g *giver) clean(u *Unit) string {
	if i := strings.IndexFunc(u.Target, turns); i >= 0 {
		g.note(exchange.LeftOut, u.ID, "letter", fmt.Sprintf("the translation has a mark that turns the direction of writing around (U+%04X), and is not taken", []rune(u.Target[i:])[0]), "take it out; where words of another script must keep their order, set U+2068 before and U+2069 behind them")
		return ""
	}
	text, lost := authoring.Clean(u.Target)
	if lost {
		g.note(exchange.Altered, u.ID, "letter", "letters that no archive may hold, such as control characters, were taken out", "")
	}
	return strings.TrimFunc(text, space)
}

func turns(r rune) bool { return r >= 0x202a && r <= 0x202e }

// fieldText takes the translation of a field whose units are all there.
func (g *giver) fieldText(a *arrived, field string, units, now []*Unit) {
	if field == "title" || field == "role" {
		line := settled(units[0].Target, false)
		if line == settled(lineOf(a.to, field), false) {
			return
		}
		g.proof(units[0], line, nil)
		if field == "title" {
			a.words.Title = line
		} else {
			a.words.Role = line
		}
		a.changed = append(a.changed, field)
		return
	}
	if g.asItIs(units, now) {
		return
	}
	prose, ok := g.prose(a, field, units)
	if !ok {
		a.whole = false
		return
	}
	if settled(a.r.whole(prose), true) == settled(a.r.whole(proseOf(a.to, field)), true) {
		return
	}
	if field == "text" {
		a.words.Text = prose
	} else {
		a.words.Note = prose
	}
	a.changed = append(a.changed, field)
}

// asItIs reports whether the units are those that the folder would give.
func (g *giver) asItIs(units, now []*Unit) bool {
	return slices.EqualFunc(units, now, func(u, n *Unit) bool {
		return u.Whole == n.Whole && settled(u.Target, u.Whole) == settled(n.Target, n.Whole)
	})
}

// prose puts the blocks of a field together.
func (g *giver) prose(a *arrived, field string, units []*Unit) (content.Prose, bool) {
	if units[0].Whole {
		return g.wholeProse(a.r, units[0])
	}
	shape := proseOf(a.from, field)
	if len(shape) != len(units) {
		shape = g.shape(units, field)
	}
	was := proseOf(a.to, field)
	out := make(content.Prose, len(units))
	for i, u := range units {
		block := content.Block{Kind: content.Paragraph}
		if i < len(shape) {
			block = content.Block{Kind: shape[i].Kind, Level: shape[i].Level, Number: shape[i].Number}
		}
		if i < len(was) && len(was) == len(units) && settled(a.r.block(was[i]), false) == settled(u.Target, false) {
			block.Spans = was[i].Spans
			out[i] = block
			continue
		}
		spans, ok := g.block(a.r, u)
		if !ok {
			return nil, false
		}
		block.Spans = spans
		out[i] = block
	}
	return out, true
}

// shape is the kinds of the blocks that the original had when the file was made.
func (g *giver) shape(units []*Unit, field string) content.Prose {
	if m := g.marks[units[0].group()]; m != nil {
		text, note, _ := strings.Cut(m.blocks, ",")
		if field == "note" {
			text = note
		}
		if p := kindsOf(text); len(p) == len(units) {
			return p
		}
	}
	g.once(exchange.Decide, units[0].ID, "blocks", "the original has other paragraphs now, and the translation came as paragraphs alone", "set headings and lists again")
	return nil
}

// block reads the translation of one block.
func (g *giver) block(r *record, u *Unit) ([]content.Span, bool) {
	text := settled(u.Target, false)
	if r.form == spoken {
		g.proof(u, text, nil)
		return []content.Span{{Text: text}}, true
	}
	prose, problems := authoring.ReadProse(guarded(text))
	if len(problems) > 0 || len(prose) != 1 {
		g.refuse(u, problems)
		return nil, false
	}
	g.proof(u, prose.Plain(), prose)
	return prose[0].Spans, true
}

// refuse says why a text cannot stand.
func (g *giver) refuse(u *Unit, problems []authoring.Problem) {
	if len(problems) == 0 {
		g.note(exchange.LeftOut, u.ID, "blocks", "the translation of one paragraph is several, and nothing of this field is taken", "write it as one")
		return
	}
	g.note(exchange.LeftOut, u.ID, problems[0].Rule, problems[0].Message+", and nothing of this field is taken", problems[0].Mend)
}

// guarded is a text that begins no list, heading or quotation, whatever it begins with:
// "1994. godine" is no item of a list.
func guarded(text string) string {
	if text == "" {
		return text
	}
	if strings.ContainsRune("#+-=>", rune(text[0])) {
		return `\` + text
	}
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end > 0 && (text[end] == '.' || text[end] == ')') {
		return text[:end] + `\` + text[end:]
	}
	return text
}

// wholeProse reads the translation of a field that went out as one unit.
func (g *giver) wholeProse(r *record, u *Unit) (content.Prose, bool) {
	text := settled(u.Target, true)
	if r.form == spoken {
		var out content.Prose
		for part := range strings.SplitSeq(text, "\n\n") {
			out = append(out, content.Line(settled(part, false))...)
		}
		g.proof(u, out.Plain(), nil)
		return out, true
	}
	prose, problems := authoring.ReadProse(text)
	if len(problems) > 0 || len(prose) == 0 {
		g.refuse(u, problems)
		return nil, false
	}
	g.proof(u, prose.Plain(), prose)
	return prose, true
}

// decide says what becomes of a wording, and who answers for it.
func (g *giver) decide(a *arrived) {
	r, m := a.r, g.marks[a.r.group()]
	if m == nil {
		m = &mark{}
	}
	fresh := r.fingerprint(a.words)
	changed := len(a.changed) > 0
	asSent := m.said != "" && m.said == fresh
	switch {
	case !a.has && !changed, asSent && a.has && changed && !g.told.Replace: // nothing, or nothing new, was said
		return
	case changed && a.has && !g.told.Replace && m.said != r.fingerprint(a.to):
		g.note(exchange.Decide, r.group(), "kept", "the folder has another translation now than when the file was made, and keeps it: "+strings.Join(a.changed, ", "), "compare the two, and import with --replace to take the file's")
		return
	}
	w := a.words
	if asSent && (changed || !a.has) {
		w.Of, w.Translator, w.Review, w.Reviewer = m.of, m.translator, content.Review(m.review), m.reviewer
		w.ReviewedOn, _ = content.ParseDate(m.reviewed)
	}
	if changed && !asSent {
		w.Of, w.Translator = g.madeFrom(a, m), cmp.Or(g.told.Translator, a.to.Translator, m.translator)
		if a.to.Review == content.Reviewed {
			g.note(exchange.Altered, r.group(), "review", "this was reviewed, and says something else now: it is a draft again", "")
		}
		w.Review, w.Reviewer, w.ReviewedOn = content.Draft, "", content.Date{}
		if w.Translator == "" {
			w.Translator = nobody
			g.once(exchange.Decide, r.group(), "translator", "the file does not say who translated this, and the archive says so: translator: "+nobody, "import with --translator NAME, or write the name into the folder's file")
		}
	} else if a.state > Unsure && a.whole && a.same && w.Of != r.want(g.helper.from) {
		w.Of = r.want(g.helper.from)
		g.report.Came["found still right"]++
	}
	g.reviewed(a, &w, changed && !asSent)
	c := change{r: r, words: w, fields: a.changed, begun: !a.has}
	if a.has && !changed && same(w, a.to) {
		return
	}
	g.changes = append(g.changes, c)
	g.count(c, a)
}

// madeFrom is what a translation that changed was made from.
func (g *giver) madeFrom(a *arrived, m *mark) string {
	now := a.r.want(g.helper.from)
	switch {
	case !a.same:
		g.note(exchange.Decide, a.r.group(), "original-changed", "the original has changed since the file was made; the translation is taken and is stale", "export it again and compare the whole"+g.difference(a))
		return cmp.Or(m.from, a.to.Of)
	case !a.whole && a.has && a.to.Of != now, a.state <= Unsure && a.has && a.to.Of != now:
		g.note(exchange.Decide, a.r.group(), "unsure", "the translation is taken and stays stale, for not every unit of it is said to be right", "take the mark away from what has been compared, and import again")
		return a.to.Of
	}
	return now
}

// difference shows the first unit whose original has changed.
func (g *giver) difference(a *arrived) string {
	for _, field := range fields {
		for _, now := range a.r.parts(field, a.from, a.to) {
			for _, u := range a.units {
				if u.ID == now.ID && settled(u.Source, u.Whole) != settled(now.Source, u.Whole) {
					return "; " + u.ID + " was " + authoring.Quote(u.Source) + " and is " + authoring.Quote(now.Source)
				}
			}
		}
	}
	return ""
}

// reviewed sets who reviewed a wording: where every unit is approved, the one who is named.
func (g *giver) reviewed(a *arrived, w *content.Words, changed bool) {
	if a.state < Approved || !a.whole || w.Review == content.Reviewed {
		return
	}
	if g.told.Reviewer == "" {
		if changed {
			g.once(exchange.Decide, a.r.group(), "reviewer", "this is approved in the file, and nobody is named who reviewed it: it comes as a draft", "import with --reviewer NAME and --date YYYY-MM-DD, where somebody has read it beside the original")
		}
		return
	}
	w.Review, w.Reviewer = content.Reviewed, g.told.Reviewer
	w.ReviewedOn, _ = content.ParseDate(g.told.On)
	g.report.Came["reviewed"]++
}

func same(a, b content.Words) bool {
	return a.Of == b.Of && a.Translator == b.Translator && a.Review == b.Review && a.Reviewer == b.Reviewer && a.ReviewedOn == b.ReviewedOn
}

func (g *giver) count(c change, a *arrived) {
	switch {
	case c.begun:
		g.report.Came["new"]++
	case len(c.fields) > 0:
		g.report.Came["changed"]++
	}
}

// write puts the changes into the draft, file by file.
func (g *giver) write(a *content.Archive) {
	byFile := map[string][]change{}
	for _, c := range g.changes {
		name := c.r.file(g.doc.To)
		byFile[name] = append(byFile[name], c)
	}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		if byFile[name][0].r.form != inYAML {
			g.document(name, byFile[name][0])
			continue
		}
		g.sheet(name, byFile[name])
	}
	if len(g.changes) > 0 && !slices.Contains(a.Languages, g.doc.To) {
		g.offer(a)
	}
}

// offer adds the language to those of the archive, without which its files are a mistake.
func (g *giver) offer(a *content.Archive) {
	var list []string
	for _, l := range append(slices.Clone(a.Languages), g.doc.To) {
		list = append(list, string(l))
	}
	g.draft.File("archive.yaml").SetList("languages", list)
	g.report.Note(exchange.Altered, exchange.Place{File: "archive.yaml"}, "languages", "the archive offers "+string(g.doc.To)+" now", "")
}

// document writes an essay, or the words spoken.
func (g *giver) document(name string, c change) {
	body := g.old.Body(name)
	if len(c.fields) > 0 || c.begun {
		body = authoring.Markdown(c.words.Text)
		if c.r.form == spoken {
			var parts []string
			for _, b := range c.words.Text {
				parts = append(parts, authoring.Folded(b.Plain()))
			}
			body = strings.Join(parts, "\n\n")
		}
	}
	g.draft.SetBody(name, body)
	e := g.draft.File(name)
	answers(e, c.words, content.Words{Review: content.Draft})
	e.Set("review", string(cmp.Or(c.words.Review, content.Draft)))
	either(e, "of", c.words.Of)
}

// sheet writes wordings into a file of words. One that is begun has a head for all of them.
func (g *giver) sheet(name string, changes []change) {
	head := content.Words{}
	if old := g.old.Find(name); old != nil {
		head = content.Words{Translator: strings.TrimSpace(old.Text("translator")), Review: content.Review(cmp.Or(old.Text("review"), "draft")), Reviewer: strings.TrimSpace(old.Text("reviewer"))}
		head.ReviewedOn, _ = content.ParseDate(old.Text("reviewed"))
	} else {
		head = headOf(changes)
		e := g.draft.File(name)
		answers(e, head, content.Words{})
	}
	g.inOrder(name, changes)
	for _, c := range changes {
		e := g.draft.File(name).Name("words", c.r.id)
		for _, field := range c.fields {
			switch field {
			case "title", "role":
				either(e, field, lineOf(c.words, field))
			default:
				either(e, field, authoring.Markdown(proseOf(c.words, field)))
			}
		}
		either(e, "of", c.words.Of)
		answers(e, c.words, head)
	}
}

// inOrder sorts wordings as the file of the originals has them.
func (g *giver) inOrder(name string, changes []change) {
	source := g.old.Find(changes[0].r.file(g.helper.from))
	if source == nil {
		return
	}
	order := map[string]int{}
	for i, id := range source.Names("words") {
		order[id] = i
	}
	slices.SortStableFunc(changes, func(a, b change) int { return order[a.r.id] - order[b.r.id] })
}

// headOf is what the head of a new file says: what most of its wordings would.
func headOf(changes []change) content.Words {
	translators, best := map[string]int{}, ""
	alike := true
	first := changes[0].words
	for _, c := range changes {
		translators[c.words.Translator]++
		if t := c.words.Translator; translators[t] > translators[best] || best == "" {
			best = t
		}
		alike = alike && c.words.Review == first.Review && c.words.Reviewer == first.Reviewer && c.words.ReviewedOn == first.ReviewedOn
	}
	if alike {
		return content.Words{Translator: best, Review: cmp.Or(first.Review, content.Draft), Reviewer: first.Reviewer, ReviewedOn: first.ReviewedOn}
	}
	return content.Words{Translator: best, Review: content.Draft}
}

// answers writes who answers for a wording, as far as the head of its file does not say so.
func answers(e *authoring.Entry, w, head content.Words) {
	if w.Translator == head.Translator {
		e.Clear("translator")
	} else {
		either(e, "translator", w.Translator)
	}
	if w.Review == head.Review && w.Reviewer == head.Reviewer && w.ReviewedOn == head.ReviewedOn {
		for _, key := range []string{"review", "reviewer", "reviewed"} {
			e.Clear(key)
		}
		return
	}
	either(e, "review", string(w.Review))
	either(e, "reviewer", w.Reviewer)
	either(e, "reviewed", w.ReviewedOn.EDTF)
}

// either writes a text, or says that there is none.
func either(e *authoring.Entry, key, text string) {
	if strings.TrimSpace(text) == "" {
		e.Clear(key)
		return
	}
	e.Set(key, strings.TrimSpace(text))
}
