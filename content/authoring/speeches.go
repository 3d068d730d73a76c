package authoring

import (
	"fmt"
	"path"
	"slices"

	"vigil/content"
)

func (a *assembler) allSpeeches() {
	for _, dir := range a.folders("speeches/") {
		sheet := a.speeches[dir]
		if sheet == nil {
			a.lost(dir+"/speech.yaml", "this folder has no speech.yaml")
			sheet = blankAt[rawSpeech](dir + "/speech.yaml")
		}
		a.folder.Archive.Speeches = append(a.folder.Archive.Speeches, a.speech(dir, sheet))
	}
	slices.SortStableFunc(a.folder.Archive.Speeches, func(x, y *content.Speech) int { return inTime(x.Date, y.Date) })
}

func (a *assembler) speech(dir string, sheet *sheet[rawSpeech]) *content.Speech {
	id, r := path.Base(dir), sheet.raw
	for _, kind := range []string{"speech", "why", "audience"} {
		a.note(kind+"/"+id, id, sheet.source, &r.node)
	}
	if _, taken := a.folder.places["case/"+id]; taken {
		sheet.report(1, 1, "duplicate-id", "a case study is called "+Quote(id)+" too, so that event/"+id+"/... is in doubt", "rename one of the two folders")
	}
	if r.SHA256 != "" {
		a.folder.Seals[id] = r.SHA256
	}
	return &content.Speech{
		ID: id, Speaker: r.Speaker, Date: r.Date, Place: r.Place, Language: r.Language, Rights: r.Rights, Sources: r.Sources,
		Verified: content.Verified(r.Verified), Byline: r.Byline, Preface: collapse(r.Preface), PrefaceBy: r.PrefaceBy,
		FullText: r.FullText, Cases: r.Cases, About: r.About,
		Why: a.text(dir+"/speech", "why", "why/"+id), Audience: a.text(dir+"/speech", "audience", "audience/"+id),
		Words:      a.text(dir+"/speech", "speech", "speech/"+id),
		Paragraphs: a.paragraphs(dir, sheet),
		Outline:    a.outline(dir, sheet),
		Events:     a.timeline(dir, id),
		Facts:      factsReview(r.Review, r.Reviewer, r.Reviewed),
	}
}

func (a *assembler) outline(dir string, sheet *sheet[rawSpeech]) []*content.OutlinePoint {
	var points []*content.OutlinePoint
	for _, r := range sheet.raw.Outline {
		key := "outline/" + path.Base(dir) + "/" + r.ID
		if a.note(key, r.ID, sheet.source, &r.node) {
			points = append(points, &content.OutlinePoint{ID: r.ID, Paragraphs: r.Paragraphs, Words: a.text(dir+"/speech", r.ID, key)})
		}
	}
	return points
}

// paragraphs joins what speech.yaml says of each paragraph with its words.
// Words that speech.yaml does not count are kept, so that they can be read.
func (a *assembler) paragraphs(dir string, sheet *sheet[rawSpeech]) []*content.SpeechParagraph {
	speech, count := path.Base(dir), len(sheet.raw.Paragraphs)
	for _, t := range a.spoken[dir] {
		if t.spokenText == nil || len(t.problems) > 0 && len(t.paragraphs) == 0 {
			continue
		}
		if n := len(t.paragraphs); n != len(sheet.raw.Paragraphs) {
			a.miscounted(t.spokenText, sheet)
			count = max(count, n)
		}
	}
	list := make([]*content.SpeechParagraph, count)
	for i := range list {
		list[i] = a.paragraph(dir, sheet, i)
		a.speak(dir, speech, list[i], i)
	}
	return list
}

// miscounted reports a text with other paragraphs than speech.yaml names.
func (a *assembler) miscounted(t *spokenText, sheet *sheet[rawSpeech]) {
	named, line := len(sheet.raw.Paragraphs), t.body.Line
	if len(t.paragraphs) > 0 {
		line = t.paragraphs[min(named, len(t.paragraphs)-1)].Line
	}
	t.report(line, 1, "paragraph-count", fmt.Sprintf("%d paragraphs, but speech.yaml names %d", len(t.paragraphs), named), "part the paragraphs with empty lines as the source does, and name each in speech.yaml")
}

// paragraph is what speech.yaml says of the i-th paragraph, if it does.
func (a *assembler) paragraph(dir string, sheet *sheet[rawSpeech], i int) *content.SpeechParagraph {
	id, speech := fmt.Sprintf("p%d", i+1), path.Base(dir)
	p := &content.SpeechParagraph{ID: id, Text: content.Text{}}
	if i >= len(sheet.raw.Paragraphs) {
		return p
	}
	r := sheet.raw.Paragraphs[i]
	if r.ID != id && r.ID != "" {
		at := r.at("id", -1)
		sheet.report(at.line, at.col, "paragraph-id", fmt.Sprintf("paragraph %d is called %s", i+1, Quote(r.ID)), "call it "+id+"; paragraphs are counted from p1 without a gap")
	}
	a.folder.places["paragraph/"+speech+"/"+id] = place{sheet.name, &r.node}
	p.Joins, p.Events, p.Cases, p.People, p.Places, p.Terms = r.Joins, r.Events, r.Cases, r.People, r.Places, r.Terms
	p.Words = a.text(dir+"/speech", id, "paragraph/"+speech+"/"+id)
	return p
}

// speak adds the words spoken in each language.
func (a *assembler) speak(dir, speech string, p *content.SpeechParagraph, i int) {
	for _, t := range a.spoken[dir] {
		if t.spokenText == nil || i >= len(t.paragraphs) {
			continue
		}
		words := t.words
		words.Text = content.Line(t.paragraphs[i].Text)
		p.Text[content.Lang(t.lang)] = words
		n := &node{position: position{t.paragraphs[i].Line, 1}, fields: []field{{name: "of", position: t.head.at("of", -1)}}}
		n.inherit(&t.head.node)
		a.folder.places["text/"+speech+"/"+p.ID+"@"+t.lang] = place{t.name, n}
	}
}
