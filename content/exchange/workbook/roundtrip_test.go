package workbook_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/workbook"
)

// archives are the folders that must come back as they went out.
func archives() map[string]fs.FS {
	all := map[string]fs.FS{"bundled": content.Bundled()}
	for _, lang := range []string{"am", "hy", "km", "pl", "uk"} {
		all[lang] = os.DirFS("../../../build/archives/" + lang)
	}
	return all
}

type form struct {
	name   string
	export exchange.Exporter
	bring  exchange.Importer
}

func forms() []form {
	return []form{
		{"archive.xlsx", workbook.ExportXLSX, workbook.XLSX},
		{"archive", workbook.ExportCSV, workbook.CSV},
	}
}

// exported writes an archive, and gives where.
func exported(t testing.TB, files fs.FS, f form) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), f.name)
	if _, err := f.export(t.Context(), files, to, exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	return to
}

// imported reads a source into a folder of its own.
func imported(t testing.TB, bring exchange.Importer, from string, o exchange.Options) (string, *exchange.Report) {
	t.Helper()
	src, err := exchange.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	o.Now = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	d := exchange.NewDraft(exchange.NewReport("test", from), o)
	if err := bring(t.Context(), src, d); err != nil {
		t.Fatal(err)
	}
	merged, err := d.Into(t.Context(), nil, false)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "back")
	if err := merged.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	return dir, d.Report
}

func TestArchivesComeBack(t *testing.T) {
	for name, files := range archives() {
		for _, f := range forms() {
			t.Run(name+" as "+f.name, func(t *testing.T) {
				dir, report := imported(t, f.bring, exported(t, files, f), exchange.Options{})
				sameArchive(t, files, os.DirFS(dir))
				if len(report.Notes) > 0 {
					t.Errorf("an archive that comes back has nothing to tell of it, but: %v", report.Notes[0])
				}
			})
		}
	}
}

// sameArchive compares two folders file by file as they are written, and as they are read.
func sameArchive(t *testing.T, was, is fs.FS) {
	t.Helper()
	a, _ := authoring.ReadManuscript(context.Background(), was)
	b, problems := authoring.ReadManuscript(context.Background(), is)
	if len(problems) > 0 {
		t.Errorf("what came back has problems: %v", problems[0])
	}
	if d := differentNames(a.Names(), b.Names()); d != "" {
		t.Fatal(d)
	}
	for _, name := range a.Names() {
		if !a.Find(name).Equal(b.Find(name)) {
			t.Errorf("%s came back otherwise: %s", name, differentEntry(a.Find(name), b.Find(name)))
		}
		if a.Body(name) != b.Body(name) {
			t.Errorf("the prose of %s came back otherwise", name)
		}
	}
	one, two := authoring.Load(t.Context(), was), authoring.Load(t.Context(), is)
	one.Archive.Interfaces, one.Archive.Fonts, two.Archive.Interfaces = nil, two.Archive.Fonts, nil
	if d := differ(one.Archive, two.Archive); d != "" {
		t.Errorf("it reads otherwise: %s", d)
	}
}

func differentNames(a, b []string) string {
	for _, name := range a {
		if !slices.Contains(b, name) {
			return name + " did not come back"
		}
	}
	for _, name := range b {
		if !slices.Contains(a, name) {
			return name + " came back and was not there"
		}
	}
	return ""
}

// differentEntry says where two entries differ first.
func differentEntry(a, b *authoring.Entry) string {
	for _, key := range slices.Concat(a.Keys(), b.Keys()) {
		if a.Has(key) != b.Has(key) || a.Text(key) != b.Text(key) || !slices.Equal(a.List(key), b.List(key)) {
			return fmt.Sprintf("%s: %q %q and %q %q", key, a.Text(key), a.List(key), b.Text(key), b.List(key))
		}
		for i, one := range a.Entries(key) {
			if i >= len(b.Entries(key)) {
				return fmt.Sprintf("%s: %d and %d", key, len(a.Entries(key)), len(b.Entries(key)))
			}
			if !one.Equal(b.Entries(key)[i]) {
				return fmt.Sprintf("%s[%d] %s: %s", key, i, one.Text("id"), differentEntry(one, b.Entries(key)[i]))
			}
		}
		for _, name := range a.Names(key) {
			x, y := a.Named(key, name), b.Named(key, name)
			if y == nil || x != nil && !x.Equal(y) {
				if y == nil {
					return key + " " + name + " is missing"
				}
				return key + " " + name + ": " + differentEntry(x, y)
			}
		}
	}
	return "the order"
}

// differ says where two archives differ first, or "".
func differ(a, b *content.Archive) string {
	return differing("archive", reflect.ValueOf(*a), reflect.ValueOf(*b))
}

func differing(at string, a, b reflect.Value) string {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			if a.IsNil() != b.IsNil() {
				return at + ": one is nil"
			}
			return ""
		}
		return differing(at, a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if name := a.Type().Field(i).Name; name != "index" {
				if d := differing(at+"."+name, a.Field(i), b.Field(i)); d != "" {
					return d
				}
			}
		}
		return ""
	case reflect.Slice:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d and %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := differing(fmt.Sprintf("%s[%d]", at, i), a.Index(i), b.Index(i)); d != "" {
				return d
			}
		}
		return ""
	case reflect.Map:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %v and %v", at, a.MapKeys(), b.MapKeys())
		}
		for _, key := range a.MapKeys() {
			if !b.MapIndex(key).IsValid() {
				return fmt.Sprintf("%s[%v] is missing", at, key)
			}
			if d := differing(fmt.Sprintf("%s[%v]", at, key), a.MapIndex(key), b.MapIndex(key)); d != "" {
				return d
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return fmt.Sprintf("%s: %v and %v", at, a.Interface(), b.Interface())
	}
	return ""
}
