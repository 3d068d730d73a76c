package check

import (
	"regexp"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// signedOff is whatever says of itself whether it was reviewed: a wording, or the
// facts of a record.
type signedOff struct {
	key, what  string
	review     content.Review
	reviewer   string
	reviewedOn content.Date
	translator string
	facts      bool
}

// signatures lists them all. Facts that leave everything to the archive are the
// archive's.
func signatures(a *content.Archive) []signedOff {
	all := []signedOff{{"archive", "the archive", a.Review, a.Reviewer, a.ReviewedOn, "", true}}
	facts := func(key, what string, own content.FactsReview) {
		if own.IsZero() {
			return
		}
		r := a.Facts(own)
		all = append(all, signedOff{key, what, r.Review, r.Reviewer, r.ReviewedOn, "", true})
	}
	for _, c := range a.Cases {
		facts("case/"+c.ID, "this history", c.Facts)
	}
	for _, s := range a.Speeches {
		facts("speech/"+s.ID, "this speech", s.Facts)
	}
	for _, l := range a.Lessons {
		facts("lesson/"+l.ID, "this lesson", l.Facts)
	}
	for _, w := range wordings(a) {
		for lang, words := range w.words {
			all = append(all, signedOff{w.key + "@" + string(lang), "this", words.Review, words.Reviewer, words.ReviewedOn, words.Translator, false})
		}
	}
	return all
}

// reviewers asks of whatever is called reviewed who reviewed it and on what day:
// without a name nobody answers for it.
func reviewers(in *inspection) {
	for _, s := range signatures(in.archive) {
		if s.review != content.Reviewed {
			continue
		}
		if !content.Visible(s.reviewer) && !in.Garbled(s.key+"#reviewer") {
			in.fail(s.key+"#review", s.what+" is called reviewed, and nobody is named who reviewed it", "add reviewer: and the name beside it, or write review: draft")
		}
		if s.translator != "" && strings.EqualFold(s.translator, s.reviewer) {
			in.warn(s.key+"#reviewer", authoring.Quote(s.reviewer)+" reviewed a translation of their own", "have somebody else read it, where there is anybody who can")
		}
		in.reviewedOn(s)
	}
}

// aDay is a day, a month or a year about which there is no doubt.
var aDay = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$`)

func (in *inspection) reviewedOn(s signedOff) {
	key, on := s.key+"#reviewed", s.reviewedOn
	switch today := in.tools.Today; {
	case in.Garbled(key):
	case on.IsZero():
		in.fail(s.key+"#review", s.what+" is called reviewed, and no day is named on which it was", `add reviewed: "YYYY-MM-DD" beside it, or write review: draft`)
	case !aDay.MatchString(on.EDTF):
		in.fail(key, authoring.Quote(on.EDTF)+" is no day on which somebody reviewed this", `write the day, such as "2026-11-20"`)
	case !today.IsZero() && !on.Earliest().Before(today.Latest()):
		in.fail(key, authoring.Quote(on.EDTF)+" is a day that has not come yet", "write the day on which it was reviewed")
	case s.facts && !in.archive.AsOf.IsZero() && !on.Earliest().Before(in.archive.AsOf.Latest()):
		in.warn(key, "these facts were reviewed on "+on.EDTF+", and the archive says that it stands as of "+in.archive.AsOf.EDTF, "where the review took in what came since, raise as_of in archive.yaml")
	}
}

// contentNotes asks of a history that was reviewed, or is to be opened, whether somebody
// decided what must be known before. Of a picture the rule title asks it at once.
func contentNotes(in *inspection) {
	for _, c := range in.archive.Cases {
		key, noted := "case/"+c.ID, len(c.Caution) > 0
		switch {
		case c.Uncautioned && noted:
			in.fail(key+"#caution", "this says that the history needs no content note, and there is one", "take caution: none out, or the words of caution")
		case noted || c.Uncautioned || in.Garbled(key+"#caution"):
		case in.opening || in.signed(c.Facts) || c.Words[in.archive.Original].Review == content.Reviewed:
			if !in.wordsUnread(worded{key: "caution/" + c.ID, words: c.Words, original: in.archive.Original}) {
				in.fail(key, "nobody has decided whether this history needs a content note", "write caution with title and text in case."+string(in.archive.Original)+".yaml, or caution: none here")
			}
		}
	}
}

// signed reports whether facts were reviewed.
func (in *inspection) signed(own content.FactsReview) bool {
	return in.archive.Facts(own).Review == content.Reviewed
}

// rights asks by what right a speech that was reviewed, or is to be opened, is shown
// word for word.
func rights(in *inspection) {
	for _, s := range in.archive.Speeches {
		if s.Rights == unknownRights && len(original(s)) > 0 && (in.opening || in.signed(s.Facts)) {
			in.fail("speech/"+s.ID+"#rights", "this speech is shown word for word, and nobody knows by what right", "ask who holds the rights and write what was answered, or take the words out: a summary is always free")
		}
	}
}

// unknownRights is what a speech says whose rights nobody knows.
const unknownRights = "unknown"

// cited asks of a picture and of a term whose words were reviewed, or are to be opened,
// where they are known from.
func cited(in *inspection) {
	a := in.archive
	for _, m := range a.Media {
		in.known("media/"+m.ID, "picture", m.Words, m.Sources)
	}
	for _, t := range a.Terms {
		in.known("term/"+t.ID, "term", t.Words, t.Sources)
	}
}

func (in *inspection) known(key, what string, words content.Text, sources []string) {
	if len(sources) > 0 {
		return
	}
	if in.opening || words[in.archive.Original].Review == content.Reviewed {
		in.fail(key+"#sources", "this "+what+" cites no source", "add sources: [ID] with an id of sources.yaml")
	}
}
