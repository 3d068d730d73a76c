package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/iiif"
	"vigil/content/exchange/omeka"
	"vigil/content/exchange/timelinejs"
	"vigil/content/exchange/workbook"
	"vigil/content/route"
)

const importArgs = "FORMAT SOURCE DIR [--lang xx] [--case ID] [--replace] [--try] [--json]"

// importers are the formats that come in, by the word for them.
func importers() map[string]exchange.Importer {
	return map[string]exchange.Importer{
		"timelinejs":       timelinejs.Import,
		"collectiveaccess": omeka.CollectiveAccess,
		"omeka-csv":        omeka.Classic,
		"omeka-s":          omeka.S,
		"iiif":             iiif.Import,
		"csv":              workbook.CSV,
		"xlsx":             workbook.XLSX,
	}
}

// intake is what the command line says of an import.
type intake struct {
	format, source, dir string
	lang, history       string
	replace, try, json  bool
}

// bring imports a source into an archive's folder.
func bring(ctx context.Context, env Env, args []string) (int, error) {
	if len(args) > 0 && args[0] == "template" {
		return writeTemplate(ctx, env, args[1:])
	}
	in, err := readIntake(env, args)
	if err != nil {
		return misuse, err
	}
	read := importers()[in.format]
	src, err := exchange.Open(in.source)
	if err != nil {
		return misuse, misused{err}
	}
	defer src.Close()
	files, old, err := existing(ctx, env, in.dir)
	if err != nil {
		return found, err
	}
	step, done := env.progress("reading " + path.Base(in.source))
	defer done()
	draft := exchange.NewDraft(exchange.NewReport(in.format, in.source), exchange.Options{
		Lang: content.Lang(in.lang), Case: in.history, Now: time.Now(), Old: old, Replace: in.replace, Step: step,
	})
	if err := read(ctx, src, draft); err != nil {
		return found, fmt.Errorf("import %s: %w", in.source, err)
	}
	merged, err := draft.Into(ctx, files, in.replace)
	if err != nil {
		return found, fmt.Errorf("import into %s: %w", in.dir, err)
	}
	if files == nil && barren(draft.Report, merged) {
		merged = &authoring.Merged{}
	}
	if !in.try && len(merged.Files)+len(merged.Attached) > 0 {
		if err := merged.Write(ctx, in.dir); err != nil {
			return found, fmt.Errorf("import %s: %w", in.source, err)
		}
	}
	done()
	draft.Report.Sort()
	if err := in.tell(env, draft.Report, merged); err != nil {
		return found, err
	}
	if draft.Of(exchange.LeftOut) > 0 || len(keptBack(merged)) > 0 {
		return found, nil
	}
	return good, nil
}

// barren reports whether nothing came over but the head that every new archive has: a
// folder with that alone would look like an exhibit, and shows nothing.
func barren(r *exchange.Report, m *authoring.Merged) bool {
	if len(r.Came)+len(m.Attached) > 0 {
		return false
	}
	for name := range m.Files {
		if !strings.HasPrefix(name, "archive.") {
			return false
		}
	}
	return true
}

// readIntake reads the command line of an import.
func readIntake(env Env, args []string) (intake, error) {
	var in intake
	flags := env.flags("vigil import", importArgs+"\n       vigil import template -o FILE.xlsx [--lang xx,..]\n\nFormats: "+formats()+".")
	flags.StringVar(&in.lang, "lang", "", "`language` of words whose language the source does not say; else that of the archive, or en")
	flags.StringVar(&in.history, "case", "", "`id` of the history that events come into; else it is made of the source's title")
	flags.BoolVar(&in.replace, "replace", false, "where the folder and the source say something else, write what the source says")
	flags.BoolVar(&in.try, "try", false, "say what would come over, and write nothing")
	flags.BoolVar(&in.json, "json", false, "one JSON object instead of lines")
	if err := parse(flags, args, 3); err != nil {
		return in, err
	}
	in.format, in.source, in.dir = flags.Arg(0), flags.Arg(1), flags.Arg(2)
	if importers()[in.format] == nil {
		return in, misused{fmt.Errorf("no format is called %q; the formats are %s", in.format, formats())}
	}
	if in.history != "" && !route.ValidID(in.history) {
		return in, misused{fmt.Errorf("%q is no id; write small letters, digits and single hyphens", in.history)}
	}
	if in.lang != "" {
		if tag, err := language.Parse(in.lang); err != nil || tag.String() != in.lang {
			return in, misused{fmt.Errorf("%q is no language; write its BCP 47 tag, such as en, fr or sr-Cyrl", in.lang)}
		}
	}
	return in, nil
}

func formats() string { return strings.Join(slices.Sorted(maps.Keys(importers())), ", ") }

// existing is the folder that is imported into, and what an import must know of it; nil
// where there is none yet, or nothing in it.
func existing(ctx context.Context, env Env, dir string) (fs.FS, exchange.Existing, error) {
	var old exchange.Existing
	entries, err := os.ReadDir(dir)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return leftBySystems(e.Name()) })
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil, old, nil
	}
	if err != nil {
		return nil, old, fmt.Errorf("import into %s: %w", dir, err)
	}
	finished, err := authoring.Finish(dir)
	if err != nil {
		return nil, old, err
	}
	if finished {
		fmt.Fprintf(env.Err, "vigil: an import into %s that had been interrupted was taken to its end first\n", dir)
	}
	files := os.DirFS(dir)
	m, _ := authoring.ReadManuscript(ctx, files)
	head := m.Find("archive.yaml")
	if head == nil {
		return nil, old, fmt.Errorf("import into %s: there is something in this folder, and it is no archive; name another, or begin one with vigil new", dir)
	}
	old.Original, old.Manuscript = content.Lang(head.Text("original")), m
	for _, l := range head.List("languages") {
		old.Languages = append(old.Languages, content.Lang(l))
	}
	for _, name := range m.Names() {
		if path.Base(name) == "case.yaml" {
			old.Histories = append(old.Histories, path.Base(path.Dir(name)))
		}
	}
	return files, old, ctx.Err()
}

// leftBySystems reports whether a file is one that a system or an office program puts into
// any folder that somebody looks at.
func leftBySystems(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || slices.Contains([]string{"Thumbs.db", "desktop.ini"}, name)
}

// imported is what an import says to a machine.
type imported struct {
	*exchange.Report
	Wrote   []string  `json:"wrote"`   // files that were written, or would be with --try
	Records tally     `json:"records"` // facts and words, record by record
	Kept    []keeping `json:"kept"`    // records that the folder has otherwise, and that stay
	Changed []keeping `json:"changed"` // records that were replaced, with what in them
	Reset   []string  `json:"reset"`   // files that were written anew without their remarks
}

type tally struct {
	Added, Same, Filled, Changed, Kept int
}

// String says what became of the records, in words.
func (t tally) String() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{t.Added, "new"}, {t.Changed, "changed"}, {t.Filled, "filled in"}, {t.Same, "as they were"}, {t.Kept, "left as the folder has them"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return "no records"
	}
	return "records: " + strings.Join(parts, ", ")
}

// keeping is a record that stays as the folder has it.
type keeping struct {
	File string   `json:"file"`
	ID   string   `json:"id"`
	Keys []string `json:"keys"`
}

func keptBack(m *authoring.Merged) []keeping { return became(m, authoring.Kept) }

// became are the records that came to one end.
func became(m *authoring.Merged, what authoring.Outcome) []keeping {
	list := []keeping{}
	for _, c := range m.SortedChanges() {
		if c.What == what {
			list = append(list, keeping{c.File, c.ID, c.Keys})
		}
	}
	return list
}

func tallied(m *authoring.Merged) tally {
	of := func(what authoring.Outcome) int { return m.Counted(what, false) + m.Counted(what, true) }
	return tally{of(authoring.Added), of(authoring.Same), of(authoring.Filled), of(authoring.Changed), of(authoring.Kept)}
}

// tell prints what became of an import.
func (in intake) tell(env Env, r *exchange.Report, m *authoring.Merged) error {
	wrote := append(slices.Sorted(maps.Keys(m.Files)), slices.Sorted(maps.Keys(m.Attached))...)
	if in.json {
		out := json.NewEncoder(env.Out)
		out.SetIndent("", "  ")
		all := imported{r, append([]string{}, wrote...), tallied(m), keptBack(m), became(m, authoring.Changed), append([]string{}, m.Reset...)}
		if all.Notes == nil {
			all.Notes = []exchange.Note{}
		}
		if err := out.Encode(all); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
		return nil
	}
	in.print(env.Out, r, m, wrote)
	return nil
}

// headings are what the notes of each weight are told under.
var headings = []struct {
	weight exchange.Weight
	about  string
}{
	{exchange.LeftOut, "did not come over"},
	{exchange.Decide, "for a person to decide"},
	{exchange.Altered, "came over otherwise than written"},
}

func (in intake) print(out io.Writer, r *exchange.Report, m *authoring.Merged, wrote []string) {
	for _, h := range headings {
		if r.Of(h.weight) == 0 {
			continue
		}
		fmt.Fprintf(out, "%s: %d\n", h.about, r.Of(h.weight))
		for _, n := range r.Notes {
			if n.Weight == h.weight {
				fmt.Fprintln(out, "  "+n.String())
			}
		}
	}
	if kept := keptBack(m); len(kept) > 0 {
		fmt.Fprintf(out, "stays as the folder has it: %d\n", len(kept))
		for _, k := range kept {
			fmt.Fprintf(out, "  %s: %s: write what the source says with --replace\n", strings.TrimSpace(k.File+" "+k.ID), strings.Join(k.Keys, ", "))
		}
	}
	if changed := became(m, authoring.Changed); len(changed) > 0 {
		fmt.Fprintf(out, "replaced in the folder: %d\n", len(changed))
		for _, c := range changed {
			fmt.Fprintf(out, "  %s: %s\n", strings.TrimSpace(c.File+" "+c.ID), strings.Join(c.Keys, ", "))
		}
	}
	for _, name := range m.Reset {
		fmt.Fprintf(out, "%s was not written in lines of its own and was set anew; its remarks are gone\n", name)
	}
	t := tallied(m)
	fmt.Fprintf(out, "read: %s; came over: %s\n", exchange.Numbered(r.Read), exchange.Numbered(r.Came))
	fmt.Fprintln(out, t.String())
	switch {
	case len(wrote) == 0:
		fmt.Fprintf(out, "nothing was written to %s\n", in.dir)
	case in.try:
		fmt.Fprintf(out, "nothing was written (--try); it would be %s\n", exchange.Numbered(map[string]int{"files": len(wrote)}))
	default:
		fmt.Fprintf(out, "written to %s: %s; look at it: vigil check %s\n", in.dir, exchange.Numbered(map[string]int{"files": len(wrote)}), in.dir)
	}
}
