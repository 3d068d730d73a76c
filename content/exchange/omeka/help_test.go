package omeka_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// came is what an import made.
type came struct {
	*exchange.Report
	files  map[string]string
	merged *authoring.Merged
}

// all is every file, one after the other.
func (c came) all() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		b.WriteString("== " + name + "\n" + c.files[name])
	}
	return b.String()
}

// notes are the report's notes, a line each.
func (c came) notes() string {
	var b strings.Builder
	for _, n := range c.Notes {
		b.WriteString(string(n.Weight) + " " + n.Rule + " " + n.String() + "\n")
	}
	return b.String()
}

// source is a folder in memory; one file alone is that file.
func source(files map[string]string) exchange.Source {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	name := "."
	if len(files) == 1 {
		for one := range files {
			name = one
		}
	}
	return exchange.Source{Files: fsys, Name: name}
}

func imported(read exchange.Importer, src exchange.Source, into fstest.MapFS, o exchange.Options) (came, error) {
	o.Now = time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	d := exchange.NewDraft(exchange.NewReport("test", "catalogue.json"), o)
	if err := read(context.Background(), src, d); err != nil {
		return came{}, err
	}
	var merged *authoring.Merged
	var err error
	if into == nil {
		merged, err = d.Into(context.Background(), nil, false)
	} else {
		merged, err = d.Into(context.Background(), into, false)
	}
	if err != nil {
		return came{}, err
	}
	out := came{d.Report, map[string]string{}, merged}
	for name, data := range merged.Files {
		out.files[name] = string(data)
	}
	return out, nil
}

func mustImport(tb testing.TB, read exchange.Importer, files map[string]string, o exchange.Options) came {
	tb.Helper()
	c, err := imported(read, source(files), nil, o)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// again imports once more into what came, and gives what would be written.
func again(tb testing.TB, read exchange.Importer, src exchange.Source, first came, o exchange.Options) []string {
	tb.Helper()
	folder := fstest.MapFS{}
	for name, text := range first.files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name := range first.merged.Attached {
		folder[name] = &fstest.MapFile{Data: []byte("x")}
	}
	if len(folder) == 0 {
		return nil
	}
	m, _ := authoring.ReadManuscript(context.Background(), folder)
	o.Old.Original = content.Lang(m.Find("archive.yaml").Text("original"))
	for _, l := range m.Find("archive.yaml").List("languages") {
		o.Old.Languages = append(o.Old.Languages, content.Lang(l))
	}
	for _, name := range m.Names() {
		if parts := strings.Split(name, "/"); len(parts) == 3 && parts[2] == "case.yaml" {
			o.Old.Histories = append(o.Old.Histories, parts[1])
		}
	}
	second, err := imported(read, src, folder, o)
	if err != nil {
		tb.Fatal(err)
	}
	return append(slices.Sorted(maps.Keys(second.files)), slices.Sorted(maps.Keys(second.merged.Attached))...)
}

// problems are what authoring says of what came, but for keys that a person must decide.
func problems(c came) []string {
	folder := fstest.MapFS{}
	for name, text := range c.files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name := range c.merged.Attached {
		folder[name] = &fstest.MapFile{Data: []byte("x")}
	}
	if len(folder) == 0 {
		return nil
	}
	var out []string
	for _, p := range authoring.Load(context.Background(), folder).Problems {
		decided := p.Rule == "missing-key" && slices.ContainsFunc([]string{`"group"`, `"country"`, `"lat"`, `"lon"`, `"credit"`, `"rights"`, `"span"`, `"name"`}, func(key string) bool { return strings.Contains(p.Message, key) })
		if !decided && p.Severity == authoring.Error {
			out = append(out, p.String())
		}
	}
	return out
}
