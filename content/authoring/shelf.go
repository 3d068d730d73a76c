package authoring

import (
	"path"

	"vigil/content"
)

// sheet is one file of facts or words, read. Before it is filled, and where the
// file is missing, its record is empty.
type sheet[T any] struct {
	*source
	raw *T
}

// slot is where the reading of one file puts what it reads.
type slot interface {
	fill(*source)
	file() *source
}

func (s *sheet[T]) fill(src *source) {
	s.source, s.raw = src, decode[T](src)
}

func (s *sheet[T]) file() *source { return s.source }

// wordsSheet is a file of words.
type wordsSheet struct{ sheet[rawWords] }

func (s *wordsSheet) fill(src *source) {
	s.source, s.raw = src, readWords(src)
}

// essaySheet is an essay in one language.
type essaySheet struct {
	*document
	words content.Words
}

func (s *essaySheet) fill(src *source) { s.document, s.words = essay(src) }

func (s *essaySheet) file() *source {
	if s.document == nil {
		return nil
	}
	return s.source
}

// spokenSheet is a speech's words in one language.
type spokenSheet struct{ *spokenText }

func (s *spokenSheet) fill(src *source) { s.spokenText = spoken(src) }

func (s *spokenSheet) file() *source {
	if s.spokenText == nil {
		return nil
	}
	return s.source
}

// interfaceSheet is the interface in a language that Vigil does not speak: i18n reads
// what is in it.
type interfaceSheet struct{ *source }

func (s *interfaceSheet) fill(src *source) { s.source = src }

func (s *interfaceSheet) file() *source { return s.source }

// job is a file to read and where to put it.
type job struct {
	file found
	slot slot
}

// shelf holds every file of a folder, each in its place.
type shelf struct {
	archive       *sheet[rawArchive]
	sources       *sheet[rawSources]
	people        *sheet[rawPeople]
	organisations *sheet[rawOrganisations]
	places        *sheet[rawPlaces]
	glossary      *sheet[rawGlossary]
	quotations    *sheet[rawQuotations]
	cases         map[string]*sheet[rawCase]     // by folder
	speeches      map[string]*sheet[rawSpeech]   // by folder
	timelines     map[string]*sheet[rawTimeline] // by folder
	essays        map[string][]*essaySheet       // by folder
	spoken        map[string][]*spokenSheet      // by folder
	lessons       map[string]*sheet[rawLesson]   // by id
	media         map[string]*sheet[rawMedium]   // by id
	words         map[string][]*wordsSheet       // by the file they stand beside
	topics        *sheet[rawTopics]
	keyboards     map[string]*sheet[rawKeyboard] // by language
	interfaces    map[string]*interfaceSheet     // by language
	fonts         []string                       // by path
	pictures      map[string]bool                // by path
	unsaid        map[string]bool                // pictures of which nothing was said yet
	all           []job
}

func newShelf() *shelf {
	return &shelf{
		archive: blank[rawArchive](), sources: blank[rawSources](), people: blank[rawPeople](),
		organisations: blank[rawOrganisations](), places: blank[rawPlaces](), glossary: blank[rawGlossary](),
		topics: blank[rawTopics](), keyboards: map[string]*sheet[rawKeyboard]{}, interfaces: map[string]*interfaceSheet{},
		quotations: blank[rawQuotations](), cases: map[string]*sheet[rawCase]{}, speeches: map[string]*sheet[rawSpeech]{},
		timelines: map[string]*sheet[rawTimeline]{}, essays: map[string][]*essaySheet{},
		spoken: map[string][]*spokenSheet{}, words: map[string][]*wordsSheet{},
		lessons: map[string]*sheet[rawLesson]{}, media: map[string]*sheet[rawMedium]{}, pictures: map[string]bool{}, unsaid: map[string]bool{},
	}
}

func blank[T any]() *sheet[T] { return &sheet[T]{raw: new(T)} }

// blankAt is the sheet of a file that has a name though it may never be read.
func blankAt[T any](name string) *sheet[T] {
	return &sheet[T]{source: &source{found: found{name: name}}, raw: new(T)}
}

// jobs gives every file its slot. What runs beside it may then fill the slots
// without touching the shelf.
func (s *shelf) jobs(files []found) []job {
	for _, f := range files {
		s.all = append(s.all, job{f, s.slot(f)})
	}
	return append([]job(nil), s.all...)
}

func (s *shelf) slot(f found) slot {
	dir := path.Dir(f.name)
	switch f.kind {
	case archiveFile:
		return s.archive
	case sourcesFile:
		return s.sources
	case peopleFile:
		return s.people
	case organisationsFile:
		return s.organisations
	case placesFile:
		return s.places
	case glossaryFile:
		return s.glossary
	case quotationsFile:
		return s.quotations
	case topicsFile:
		return s.topics
	case keyboardFile:
		return shelve(s.keyboards, f.lang, blankAt[rawKeyboard](f.name))
	case interfaceFile:
		return shelve(s.interfaces, f.lang, &interfaceSheet{})
	case caseFile:
		return shelve(s.cases, dir, blankAt[rawCase](f.name))
	case speechFile:
		return shelve(s.speeches, dir, blankAt[rawSpeech](f.name))
	case timelineFile:
		return shelve(s.timelines, dir, blankAt[rawTimeline](f.name))
	case lessonFile:
		return shelve(s.lessons, path.Base(f.base), blankAt[rawLesson](f.name))
	case mediumFile:
		return shelve(s.media, path.Base(f.base), blankAt[rawMedium](f.name))
	case essayFile:
		return stack(s.essays, dir, &essaySheet{})
	case spokenFile:
		return stack(s.spoken, dir, &spokenSheet{})
	default:
		return stack(s.words, f.base, &wordsSheet{*blankAt[rawWords](f.name)})
	}
}

func shelve[T any](m map[string]T, dir string, one T) T {
	m[dir] = one
	return one
}

func stack[T any](m map[string][]T, dir string, one T) T {
	m[dir] = append(m[dir], one)
	return one
}

// files are those that were read, in the order of the folder.
func (s *shelf) files() []*source {
	var read []*source
	for _, j := range s.all {
		if src := j.slot.file(); src != nil {
			read = append(read, src)
		}
	}
	return read
}
