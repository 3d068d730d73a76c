package content

// Lang is a BCP 47 language tag as the archive's file names carry it: "en",
// "bs", "sr-Cyrl".
type Lang string

// Review says how far a wording may be trusted.
type Review string

// The two states of a wording. Machine-made or unread text is a Draft, and the
// page that shows it says so.
const (
	Reviewed Review = "reviewed"
	Draft    Review = "draft"
)

// FactsReview is who compared the facts of a record with their sources, and when. What
// is empty in it is as the archive says of all its facts.
type FactsReview struct {
	Review     Review
	Reviewer   string
	ReviewedOn Date
}

// IsZero reports whether a record says nothing of its own.
func (r FactsReview) IsZero() bool { return r == FactsReview{} }

// Words is what one record says in one language. Every kind of record uses the
// same four fields, so that translation, search and checks need one rule each.
type Words struct {
	Title string // one line: a title, a name, a term, what a figure counts
	Role  string // one line under it: a person's role, a speech's occasion, who states a figure
	Text  Prose  // the text itself
	Note  Prose  // what a careful reader must also know: doubts, differences between sources

	Review     Review
	Reviewer   string // who reviewed it; empty where nobody is named
	ReviewedOn Date   // the day, the zero Date where none is named
	Translator string // who made this wording from another language, such as "machine draft"; empty for an original
	Of         string // Hash of the wording it was translated from; empty for an original
	Hash       string // of this wording as it was written: what a translation's Of must equal
}

// Text is one record's words in each language that has them.
type Text map[Lang]Words

// In returns the words in the first of the languages that has any, and that
// language, so that a page can say when it shows another one than was asked.
// Without any it returns empty words and "".
func (t Text) In(langs ...Lang) (Words, Lang) {
	for _, lang := range langs {
		if w, ok := t[lang]; ok {
			return w, lang
		}
	}
	return Words{}, ""
}
