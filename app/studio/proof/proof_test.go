package proof_test

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"vigil/app/studio/proof"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

const (
	words  = "cases/bosnia/timeline.en.yaml"
	french = "cases/bosnia/timeline.fr.yaml"
	facts  = "cases/bosnia/timeline.yaml"
)

// desk is a folder that is written, and its proof.
type desk struct {
	t     *testing.T
	files fstest.MapFS
	proof *proof.Proof
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, files: fstest.MapFS{}}
	const good = "../../../content/authoring/testdata/good"
	err := fs.WalkDir(os.DirFS(good), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(good + "/" + name)
		d.files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	d.proof = proof.New(d.files, func() check.Tools { return check.Tools{} })
	return d
}

func (d *desk) save(name, text string) {
	d.files[name] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(int64(len(text)), 0)}
}

// put replaces words in a file.
func (d *desk) put(name, old, now string) {
	d.t.Helper()
	text := string(d.files[name].Data)
	if !strings.Contains(text, old) {
		d.t.Fatalf("%s has no %q", name, old)
	}
	d.save(name, strings.Replace(text, old, now, 1))
}

// read gives the editions of one reading: a glance, the whole, and that checked.
func (d *desk) read() []proof.Edition {
	d.t.Helper()
	var out []proof.Edition
	d.proof.Read(context.Background(), "en", func(e proof.Edition) { out = append(out, e) })
	return out
}

// last is what is known when a reading has come to its end.
func (d *desk) last() proof.Edition {
	d.t.Helper()
	all := d.read()
	return all[len(all)-1]
}

func title(e proof.Edition, lang content.Lang) string {
	if event := e.Archive.Event("bosnia", "srebrenica-falls"); event != nil {
		return event.Words[lang].Title
	}
	return ""
}

func at(e proof.Edition, file string) []authoring.Problem {
	var out []authoring.Problem
	for _, p := range e.Problems {
		if p.File == file {
			out = append(out, p)
		}
	}
	return out
}

func TestTheStagesOfAReading(t *testing.T) {
	d := newDesk(t)
	all := d.read()
	if len(all) != 3 {
		t.Fatalf("%d editions", len(all))
	}
	for i, stage := range []proof.Stage{proof.Glance, proof.Whole, proof.Checked} {
		if all[i].Stage != stage || all[i].Gone != nil || len(all[i].Held) > 0 || title(all[i], "en") != "Srebrenica is taken" {
			t.Errorf("edition %d: %+v", i, all[i])
		}
	}
	if all[0].Archive.Event("bosnia", "krstic-judged").Words["fr"].Title != "" || all[1].Archive.Event("bosnia", "krstic-judged").Words["fr"].Title == "" {
		t.Error("a glance is of one language, and the whole of all")
	}
	if len(all[0].Changed) == 0 || len(all[1].Changed) > 0 {
		t.Errorf("new at first %v, then %v", all[0].Changed, all[1].Changed)
	}
	if len(all[2].Problems) > 0 {
		t.Errorf("told %v", all[2].Problems)
	}
	d.put(facts, "place: srebrenica", "place: nowhere")
	if all := d.read(); len(at(all[1], facts)) > 0 || len(at(all[2], facts)) == 0 {
		t.Errorf("what only a check finds is told before it as %v, and after it as %v", at(all[1], facts), at(all[2], facts))
	}
	d.put("glossary.en.yaml", "words:", "# nothing else\nwords:")
	if all := d.read(); len(at(all[0], facts)) == 0 {
		t.Error("what a check has found in another file is told no more while the next goes on")
	}
}

func TestASaveIsShownAtAGlance(t *testing.T) {
	d := newDesk(t)
	d.read()
	d.put(words, "Srebrenica is taken", "Srebrenica falls")
	all := d.read()
	if title(all[0], "en") != "Srebrenica falls" || !slices.Equal(all[0].Changed, []string{words}) || len(all[1].Changed) > 0 {
		t.Errorf("%q, changed %v, then %v", title(all[0], "en"), all[0].Changed, all[1].Changed)
	}
	d.put(french, "title:", "title: Autrement,")
	all = d.read()
	if len(all[0].Changed) > 0 || !slices.Equal(all[1].Changed, []string{french}) {
		t.Errorf("a file in another language: changed %v, then %v", all[0].Changed, all[1].Changed)
	}
}

func TestABrokenSaveKeepsTheLastGoodText(t *testing.T) {
	tests := []struct{ name, file, old, now string }{
		{"no YAML", words, "    title: Srebrenica is taken", "    title: \"Srebrenica is taken"},
		{"an unknown key", words, "    title: Srebrenica is taken", "    titel: Srebrenica"},
		{"a link out of the kiosk", words, "case/bosnia/figures#srebrenica-killed", "https://example.org"},
		{"a date that is none", facts, "1995-07-11", "11.7.1995"},
		{"the head of all", "archive.yaml", "original: en", "original: [en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t)
			d.read()
			was := string(d.files[tt.file].Data)
			d.put(tt.file, tt.old, tt.now)
			d.put("people.en.yaml", "words:", "# nothing else\nwords:")
			for i, e := range d.read() {
				event := e.Archive.Event("bosnia", "srebrenica-falls")
				if event == nil || event.Words["en"].Title != "Srebrenica is taken" || event.Date.EDTF != "1995-07-11" || e.Archive.Original != "en" {
					t.Errorf("edition %d does not show what was there before: %+v", i, event)
				}
				if !slices.Equal(e.Held, []string{tt.file}) {
					t.Errorf("edition %d holds %v", i, e.Held)
				}
				if p := at(e, tt.file); len(p) == 0 || p[0].Line == 0 || p[0].Mend == "" {
					t.Errorf("edition %d tells %v", i, p)
				}
			}
			d.save(tt.file, was)
			for i, e := range d.read() {
				if len(e.Held) > 0 || slices.ContainsFunc(at(e, tt.file), func(p authoring.Problem) bool { return p.Severity == authoring.Error }) {
					t.Errorf("mended, edition %d holds %v and tells %v", i, e.Held, at(e, tt.file))
				}
				if len(e.Changed) > 0 {
					t.Errorf("mended, edition %d changes %v on the screen", i, e.Changed)
				}
			}
		})
	}
}

func TestWhileAFileIsBrokenTheOthersGoOn(t *testing.T) {
	d := newDesk(t)
	d.read()
	d.put(words, "words:", "words")
	d.read()
	d.put("people.en.yaml", "Commander of the Drina Corps", "Somebody else")
	all := d.read()
	if got := all[0].Archive.Person("radislav-krstic").Words["en"].Role; got != "Somebody else" {
		t.Errorf("the person was %q", got)
	}
	if title(all[0], "en") != "Srebrenica is taken" || !slices.Equal(all[2].Held, []string{words}) {
		t.Errorf("%q, held %v", title(all[0], "en"), all[2].Held)
	}
}

func TestOnlyABrokenFileIsSaved(t *testing.T) {
	d := newDesk(t)
	before := d.last()
	d.put(words, "words:", "words")
	for i, e := range d.read() {
		if len(e.Changed) > 0 || e.Archive != before.Archive {
			t.Errorf("edition %d makes the page anew: changed %v", i, e.Changed)
		}
	}
}

func TestABrokenFileInALanguageThatIsNotLookedAt(t *testing.T) {
	d := newDesk(t)
	d.read()
	d.put(french, "words:", "words")
	all := d.read()
	if !slices.Equal(all[1].Held, []string{french}) || len(at(all[1], french)) == 0 {
		t.Errorf("held %v, told %v", all[1].Held, at(all[1], french))
	}
	d.put(words, "Srebrenica is taken", "Srebrenica falls")
	for i, e := range d.read() {
		if !slices.Equal(e.Held, []string{french}) || len(at(e, french)) == 0 || title(e, "en") != "Srebrenica falls" {
			t.Errorf("edition %d: held %v, told %v, %q", i, e.Held, at(e, french), title(e, "en"))
		}
	}
}

func TestAFileThatWasNeverGoodIsShownAsFarAsItCanBe(t *testing.T) {
	d := newDesk(t)
	d.put(facts, "2004-04-19", "yesterday")
	e := d.last()
	if len(e.Held) > 0 || title(e, "en") == "" || len(at(e, facts)) == 0 {
		t.Errorf("held %v, shows %q, tells %v", e.Held, title(e, "en"), at(e, facts))
	}
	d.put(words, "Srebrenica is taken", "Srebrenica falls")
	if e := d.last(); title(e, "en") != "Srebrenica falls" {
		t.Errorf("shows %q", title(e, "en"))
	}
}

func TestWhatAnotherFileSaysHoldsNoFile(t *testing.T) {
	d := newDesk(t)
	d.read()
	d.put(words, "words:", "words:\n  not-there-yet:\n    title: An event that is still to be written")
	d.put(words, "Srebrenica is taken", "Srebrenica falls")
	if e := d.last(); title(e, "en") != "Srebrenica falls" || len(e.Held) > 0 || len(at(e, words)) == 0 {
		t.Errorf("shows %q, holds %v, tells %v", title(e, "en"), e.Held, at(e, words))
	}
}

func TestARecordOrAFileThatIsRemovedGoes(t *testing.T) {
	d := newDesk(t)
	d.read()
	delete(d.files, "quotations.yaml")
	delete(d.files, "quotations.en.yaml")
	all := d.read()
	if len(all[0].Archive.Quotations) > 0 || !slices.Contains(all[0].Changed, "quotations.yaml") {
		t.Errorf("%d quotations, changed %v", len(all[0].Archive.Quotations), all[0].Changed)
	}
	delete(d.files, "archive.yaml")
	e := d.last()
	if e.Archive.Original != "en" || !slices.Equal(e.Held, []string{"archive.yaml"}) || len(at(e, "archive.yaml")) == 0 {
		t.Errorf("without archive.yaml: original %q, held %v, told %v", e.Archive.Original, e.Held, at(e, "archive.yaml"))
	}
}

func TestAFolderThatIsGoneIsShownOn(t *testing.T) {
	d := newDesk(t)
	before := d.last()
	kept := fstest.MapFS{}
	for name, file := range d.files {
		kept[name] = file
		delete(d.files, name)
	}
	all := d.read()
	if len(all) != 1 || all[0].Gone == nil || all[0].Archive != before.Archive || len(all[0].Changed) > 0 {
		t.Fatalf("%d editions, gone %v", len(all), all[0].Gone)
	}
	for name, file := range kept {
		d.files[name] = file
	}
	if e := d.last(); e.Gone != nil || title(e, "en") != "Srebrenica is taken" || e.Stage != proof.Checked {
		t.Errorf("back: %+v", e)
	}
}

func TestAFolderThatIsEmptyFromTheBeginning(t *testing.T) {
	p := proof.New(fstest.MapFS{}, func() check.Tools { return check.Tools{} })
	var last proof.Edition
	p.Read(context.Background(), "en", func(e proof.Edition) { last = e })
	if last.Stage != proof.Checked || last.Gone != nil || !last.Archive.Empty() || len(last.Problems) == 0 {
		t.Errorf("%+v", last)
	}
}

func TestAPictureThatIsReplacedIsNew(t *testing.T) {
	d := newDesk(t)
	d.save("media/field.jpg", "one picture")
	d.read()
	d.save("media/field.jpg", "another picture")
	if all := d.read(); !slices.Equal(all[0].Changed, []string{"media/field.jpg"}) {
		t.Errorf("changed %v", all[0].Changed)
	}
}

// ending is a context that ends when it has been asked so often whether it has.
type ending struct {
	context.Context
	left atomic.Int64
}

func (e *ending) Err() error {
	if e.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestNoSaveIsLost calls readings off at every point that they can be called off at: a
// page that is made anew only where an edition says that something has changed shows what
// stands in the folder in the end.
func TestNoSaveIsLost(t *testing.T) {
	for asked := int64(0); ; asked += 1 + asked/8 {
		d := newDesk(t)
		d.put(words, "Srebrenica is taken", "First")
		screen := ""
		show := func(e proof.Edition) {
			if screen == "" || len(e.Changed) > 0 {
				screen = title(e, "en")
			}
		}
		called := func() bool {
			ctx := &ending{Context: context.Background()}
			ctx.left.Store(asked)
			d.proof.Read(ctx, "en", show)
			return ctx.left.Load() >= 0
		}
		called()
		d.put(words, "First", "Second")
		called()
		d.put(words, "Second", "Third")
		whole := called()
		d.proof.Read(context.Background(), "en", show)
		if screen != "Third" {
			t.Fatalf("called off when asked the %dth time, the page shows %q", asked, screen)
		}
		if whole {
			return
		}
	}
}

func TestAReadingThatIsCalledOffShowsNothingMore(t *testing.T) {
	d := newDesk(t)
	for calledOff := range 4 {
		ctx, cancel := context.WithCancel(context.Background())
		shown := 0
		if calledOff == 0 {
			cancel()
		}
		d.proof.Read(ctx, "en", func(proof.Edition) {
			if shown++; shown == calledOff {
				cancel()
			}
		})
		cancel()
		if shown != calledOff && calledOff < 3 {
			t.Errorf("called off after %d editions, it shows %d", calledOff, shown)
		}
	}
	d.put(words, "Srebrenica is taken", "Srebrenica falls")
	if e := d.last(); e.Stage != proof.Checked || title(e, "en") != "Srebrenica falls" {
		t.Errorf("after that: %q", title(e, "en"))
	}
}
