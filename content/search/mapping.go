package search

import (
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	"github.com/blevesearch/bleve/v2/mapping"
)

// The fields of the index. Their words are folded and cut before bleve sees
// them, so that its own analysis is only to part them at spaces, and an index
// and a scan cannot differ in what a word is.
const (
	fieldExact = "exact" // each name or title as one word
	fieldName  = "name"  // the words of names and titles
	fieldStart = "start" // their beginnings, 1 to longestStart letters
	fieldText  = "text"  // every word of the record

	fieldLang     = "lang"     // of the record, as one word
	fieldNameStem = "namestem" // the stems of the words of names, in every language
	fieldStem     = "stem"     // the stems of the words of the record, in its language
)

// longestStart is where beginnings stop to be indexed. Longer ones ask for the
// first 8 letters, and the ranking sorts out the rest.
const longestStart = 8

// document is a record in one language, as it is indexed.
type document struct {
	Exact []string `json:"exact"`
	Name  string   `json:"name"`
	Start string   `json:"start"`
	Text  string   `json:"text"`

	Lang     string `json:"lang"`
	NameStem string `json:"namestem"`
	Stem     string `json:"stem"`
}

// makeDocument prepares a record. Names belong to the record: they are indexed
// once, with its first language.
func makeDocument(r *record, version int, st *stems) document {
	d := document{Text: foldText(r.searchable(version)), Lang: string(r.versions[version].lang)}
	d.Stem = st.of(r.versions[version].lang, d.Text)
	if version > 0 || len(r.names) == 0 {
		return d
	}
	for _, name := range r.names {
		d.Exact = append(d.Exact, compact(name))
	}
	d.Name = r.foldNames()
	d.NameStem = st.ofNames(foldText(strings.Join(r.names, "\n")))
	var starts strings.Builder
	for word := range strings.FieldsSeq(d.Name) {
		for n := range min(letters(word), longestStart) {
			starts.WriteString(cut(word, n+1))
			starts.WriteByte(' ')
		}
	}
	d.Start = starts.String()
	return d
}

// makeMapping names the fields and nothing else. Only text keeps positions:
// bleve counts the words of a field without them wrongly, and phrases need them.
func makeMapping() (*mapping.IndexMappingImpl, error) {
	const folded = "folded"
	m := bleve.NewIndexMapping()
	err := m.AddCustomAnalyzer(folded, map[string]any{"type": custom.Name, "tokenizer": whitespace.Name})
	if err != nil {
		return nil, err
	}
	m.DefaultAnalyzer = folded
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	for _, name := range []string{fieldExact, fieldName, fieldStart, fieldText, fieldLang, fieldNameStem, fieldStem} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = folded
		f.Store, f.IncludeInAll, f.DocValues = false, false, false
		f.IncludeTermVectors = name == fieldText
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	return m, nil
}
