// Package authoring reads a curator's folder into the values of package
// content, and keeps the place of everything it read, so that a rule can point
// at the line to mend. The format is described in content/README.md.
//
// It reads the folder as hostile: the folder may come from a stick that a
// stranger brought. Its limits are
//
//   - 4,000 files in the folders that the format knows, none of them a link,
//     4 MiB a file, 24 MiB a picture, 64 MiB of text in all; sizes are asked before a file is opened and
//     held to while it is read
//   - UTF-8 text without control characters, without U+202A to U+202E and
//     without a byte order mark but at the beginning, in files and in what
//     escapes in them stand for
//   - YAML without anchors, aliases, tags, merge keys and further documents,
//     brackets at most 8 deep, keys and items no further right than column 100,
//     2,000 keys a map and one more for each 64 bytes of a larger file, 2,000 keys and
//     items without a value and 300,000 marks of YAML a file, all counted before the
//     parser runs
//   - running text of 128 KiB, 32 KiB and 400 marks a block, quotations and
//     lists 8 deep
//   - fonts of 24 MiB, 16 of them
//   - lessons of 60 stops, 40 pages and 20 questions a stop
//   - 100 problems told of each file
//
// It goes on after a mistake: what is good is in the Archive, what is not is
// among the Problems. It decides form alone; whether what is said is cited,
// consistent and resolves is for content/check. A wording that does not say
// that it was reviewed is a draft. It never follows a link, never opens an
// address, and writes nothing but lessons, what is imported and, into an archive that wants them, JSON
// Schemas with the line in each file that leads an editor to its own.
//
// A folder given as os.DirFS is only as safe as the folder stays while it is
// read; where somebody may swap a file for a link meanwhile, give the file
// system of an os.Root.
package authoring

import (
	"cmp"
	"context"
	"io/fs"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vigil/content"
)

// Folder is what was read from a curator's folder.
type Folder struct {
	Archive  *content.Archive  // never nil, and indexed
	Problems []Problem         // of form, by file, line and column
	Passages []Passage         // every text with its place
	Links    []Link            // every link in running text
	Quotes   []BlockQuote      // every block quotation in running text
	Seals    map[string]string // the sha256 that speech.yaml states, by speech
	Licences []string          // the files beside the fonts that say how they may be used

	places  map[string]place
	refused []string            // files and folders that could not be read
	lostIDs map[string][]string // of records that could not be kept, by file
}

// Load reads the folder. It never fails: an Archive that could not be read at
// all is empty and the Problems say why. When ctx ends it returns what is read
// so far.
func Load(ctx context.Context, fsys fs.FS) *Folder {
	return load(ctx, fsys, func(found) bool { return true })
}

// LoadIn reads of the words only those in the archive's original language and
// in the languages named: all that a first screen needs, in a part of the time.
func LoadIn(ctx context.Context, fsys fs.FS, langs ...content.Lang) *Folder {
	original := decode[rawArchive](read(fsys, found{name: "archive.yaml", kind: archiveFile})).Original
	return load(ctx, fsys, func(f found) bool {
		return f.lang == "" && f.kind != topicsFile || f.kind == interfaceFile || f.lang == string(original) || slices.Contains(langs, content.Lang(f.lang))
	})
}

func load(ctx context.Context, fsys fs.FS, wanted func(found) bool) *Folder {
	w := &walker{ctx: ctx, fsys: fsys}
	w.dir(".")
	w.files = slices.DeleteFunc(w.files, func(f found) bool { return !wanted(f) })
	s := newShelf()
	s.fonts = w.fonts
	for _, name := range w.pictures {
		s.pictures[name], s.unsaid[name] = true, true
	}
	run(ctx, fsys, s.jobs(w.files))
	f := assemble(s, w.refused)
	f.Licences = w.licences
	f.collect(s, w.problems)
	if ctx.Err() != nil {
		f.Problems = append(f.Problems, Problem{".", 0, 0, "cancelled", Error, "reading was stopped before its end", "read the folder again"})
	}
	f.Problems = SortProblems(f.Problems)
	f.Archive.Index()
	return f
}

// At is the place of a record, of one of its fields or of an item of a field:
//
//	event/bosnia/srebrenica-falls
//	event/bosnia/srebrenica-falls#date
//	event/bosnia/srebrenica-falls#sources/2      the third
//	event/bosnia/srebrenica-falls@fr             its words in French
//	event/bosnia/srebrenica-falls@fr#title
//
// A field that is not written stands where its record stands. The kinds are
// archive, source, person, organisation, place, term, quotation (ID), case,
// speech, why, audience, lesson, reflection, media, topic, keyboard (ID), event, figure, finding,
// question, outline, paragraph, stop (OWNER/ID), essay (CASE@LANG) and text (SPEECH/PARAGRAPH@LANG). An unknown key is nowhere: "", 0, 0.
func (f *Folder) At(key string) (file string, line, col int) {
	record, name, _ := strings.Cut(key, "#")
	p, ok := f.places[record]
	if !ok {
		return "", 0, 0
	}
	name, number, _ := strings.Cut(name, "/")
	item, err := strconv.Atoi(number)
	if err != nil {
		item = -1
	}
	at := p.at(name, item)
	return p.file, at.line, at.col
}

// run reads files side by side, the largest first so that none is left to the end.
func run(ctx context.Context, fsys fs.FS, jobs []job) {
	slices.SortStableFunc(jobs, func(a, b job) int { return cmp.Compare(b.file.size, a.file.size) })
	queue := make(chan job)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			for j := range queue {
				j.slot.fill(read(fsys, j.file))
			}
		})
	}
	for _, j := range jobs {
		if ctx.Err() != nil {
			break
		}
		queue <- j
	}
	close(queue)
	workers.Wait()
}

// collect gathers what each file gave beside its records.
func (f *Folder) collect(s *shelf, walked []Problem) {
	f.Problems = append(f.Problems, walked...)
	for _, src := range s.files() {
		f.Problems = append(f.Problems, src.problems...)
		f.Passages = append(f.Passages, src.passages...)
		f.Links = append(f.Links, src.links...)
		f.Quotes = append(f.Quotes, src.quotes...)
	}
}
