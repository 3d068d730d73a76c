package translation_test

import (
	"bytes"
	"cmp"
	"context"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/translation"
)

var (
	others  = []content.Lang{"fr", "de", "es", "bs", "ar", "he", "rw"}
	formats = []translation.Format{translation.XLIFF1, translation.XLIFF2, translation.PO}
	day     = time.Date(2026, 11, 28, 10, 0, 0, 0, time.UTC)
)

// bundled is the bundled archive with its words in English and one other language.
func bundled(tb testing.TB, lang content.Lang) fstest.MapFS {
	tb.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(content.Bundled(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		parts := strings.Split(path.Base(name), ".")
		if len(parts) == 3 && parts[1] != "en" && parts[1] != string(lang) {
			return nil
		}
		data, err := fs.ReadFile(content.Bundled(), name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// without is a folder without the files of words in a language.
func without(files fstest.MapFS, lang content.Lang) fstest.MapFS {
	out := maps.Clone(files)
	maps.DeleteFunc(out, func(name string, _ *fstest.MapFile) bool {
		parts := strings.Split(path.Base(name), ".")
		return len(parts) == 3 && parts[1] == string(lang)
	})
	return out
}

// exported is what goes out of a folder.
func exported(tb testing.TB, files fs.FS, ask translation.Asked, format translation.Format) []byte {
	tb.Helper()
	doc, _, err := translation.Folder(context.Background(), files, ask)
	if err != nil {
		tb.Fatal(err)
	}
	return written(tb, doc, format)
}

func written(tb testing.TB, doc *translation.Document, format translation.Format) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := translation.Write(&b, doc, format, day); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// imported is a folder after a file was taken into it, and what was said of it.
func imported(tb testing.TB, files fstest.MapFS, data []byte, told translation.Told) (fstest.MapFS, *authoring.Merged, *exchange.Report) {
	tb.Helper()
	doc, err := translation.Read(data)
	if err != nil {
		tb.Fatal(err)
	}
	out, merged, report, err := into(files, doc, told)
	if err != nil {
		tb.Fatal(err)
	}
	return out, merged, report
}

func into(files fstest.MapFS, doc *translation.Document, told translation.Told) (fstest.MapFS, *authoring.Merged, *exchange.Report, error) {
	merged, report, err := translation.Into(context.Background(), files, doc, "file", told)
	if err != nil {
		return nil, nil, nil, err
	}
	out := maps.Clone(files)
	for name, data := range merged.Files {
		out[name] = &fstest.MapFile{Data: data}
	}
	for name, open := range merged.Attached {
		f, err := open()
		if err != nil {
			return nil, nil, nil, err
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(f); err != nil {
			return nil, nil, nil, err
		}
		out[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	return out, merged, report, nil
}

// sound asks that an archive has no mistake of form.
func sound(tb testing.TB, files fs.FS) {
	tb.Helper()
	for _, p := range authoring.Load(context.Background(), files).Problems {
		if p.Severity == authoring.Error {
			tb.Errorf("%s", p)
		}
	}
}

// tool runs a program of another house on a file, and gives what it wrote.
func tool(tb testing.TB, data []byte, in, out, program string, args ...string) []byte {
	tb.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		tb.Fatalf("%s is missing: build/test installs it: %v", program, err)
	}
	dir := tb.TempDir()
	from, to := filepath.Join(dir, in), filepath.Join(dir, cmp.Or(out, "out"))
	if err := os.WriteFile(from, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	args = slices.Clone(args)
	for i, a := range args {
		args[i] = strings.NewReplacer("IN", from, "OUT", to).Replace(a)
	}
	said, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, firstLines(said))
	}
	if out == "" {
		return said
	}
	result, err := os.ReadFile(to)
	if err != nil {
		tb.Fatalf("%s wrote nothing: %v\n%s", program, err, firstLines(said))
	}
	return result
}

func firstLines(said []byte) string {
	return string(said[:min(len(said), 2000)])
}

// sameWords compares all that an archive says in a language but for hashes, which are of
// texts as their lines are broken.
func sameWords(t *testing.T, want, got fs.FS, lang content.Lang) {
	t.Helper()
	a, b := authoring.Load(context.Background(), want), authoring.Load(context.Background(), got)
	for _, p := range b.Problems {
		if p.Severity == authoring.Error {
			t.Errorf("%s", p)
		}
	}
	was, is := wordings(a.Archive, lang), wordings(b.Archive, lang)
	for key := range is {
		if _, there := was[key]; !there {
			t.Errorf("%s is new", key)
		}
	}
	n := 0
	for _, key := range slices.Sorted(maps.Keys(was)) {
		if !equal(was[key], is[key]) {
			if n++; n < 4 {
				t.Errorf("%s:\n%+v\n%+v", key, was[key], is[key])
			}
		}
	}
	if n > 3 {
		t.Errorf("%d wordings differ", n)
	}
}
