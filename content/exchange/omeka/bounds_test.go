package omeka_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/exchange"
	"vigil/content/exchange/omeka"
)

func TestWhatCannotBeRead(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"nothing", "", "ends before"},
		{"half of it", `[{"o:id":1,"dcterms:title":[`, "ends before"},
		{"no JSON", `[{"o:id":1,}]`, "no JSON from byte"},
		{"a page of HTML", "<!DOCTYPE html>", "no JSON"},
		{"a text", `"hello"`, "no list of records"},
		{"an answer that is an error", `{"errors":{"error":"The resource was not found"}}`, `answered with an error and no records: "The resource was not found"`},
		{"an empty list", "[]", "no record"},
		{"brackets without an end", strings.Repeat("[", 1<<20), "nested more than"},
		{"more records than are read", "[" + strings.Repeat(`{},`, omeka.MostRecords) + "{}]", "more than 50,000 records"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := imported(omeka.S, source(map[string]string{"items.json": tt.data}), nil, exchange.Options{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// A record that goes beyond the bounds is left out whole; those around it come over.
func TestOneRecordIsLeftOut(t *testing.T) {
	good := thing(1, "", "A", prop("dcterms:title", lit("A name")), prop("dcterms:date", lit("1942")))
	for name, bad := range map[string]string{
		"nested too deep":     `{"o:id":2,"x:y":` + strings.Repeat(`[`, 100) + strings.Repeat(`]`, 100) + `}`,
		"of too many parts":   `{"o:id":2,"x:y":[` + strings.Repeat(`1,`, 250_000) + `1]}`,
		"no object":           `7`,
		"a list in the list":  `[1,[2]]`,
		"nothing of the kind": `null`,
	} {
		c := mustImport(t, omeka.S, map[string]string{"items.json": array(good, bad, strings.ReplaceAll(good, "1", "3"))}, exchange.Options{})
		if c.Came["events"] != 2 || !strings.Contains(c.notes(), "left-out record /1: this record ") {
			t.Errorf("%s: %v\n%s", name, c.Came, c.notes())
		}
	}
}

func TestShapesOfAnExport(t *testing.T) {
	one := thing(1, "", "A", prop("dcterms:title", lit("A name")), prop("dcterms:date", lit("1942")))
	two := strings.ReplaceAll(one, "1", "3")
	for name, data := range map[string]string{
		"an array": array(one, two), "a graph": `{"@context":{"a":"b"},"@graph":` + array(one, two) + `}`, "lists by their names": `{"items":` + array(one) + `,"media":[],"resources":` + array(two) + `}`,
		"a line each": one + "\n" + two + "\n", "pages behind one another": array(one) + array(two), "with a byte order mark": "\ufeff" + array(one, two),
	} {
		c := mustImport(t, omeka.S, map[string]string{"x.json": data}, exchange.Options{})
		if c.Came["events"] != 2 {
			t.Errorf("%s: %v\n%s", name, c.Came, c.notes())
		}
	}
	if c := mustImport(t, omeka.S, map[string]string{"x.json": one}, exchange.Options{}); c.Came["events"] != 1 {
		t.Errorf("one alone: %v", c.Came)
	}
}

func TestSizesAreAskedBefore(t *testing.T) {
	large := fstest.MapFS{"items.json": {Data: bytes.Repeat([]byte(" "), exchange.MostBytes+1)}}
	for _, read := range []exchange.Importer{omeka.S, omeka.Classic, omeka.CollectiveAccess} {
		if _, err := imported(read, exchange.Source{Files: large, Name: "items.json"}, nil, exchange.Options{}); err == nil || !strings.Contains(err.Error(), "too large") {
			t.Errorf("%v", err)
		}
	}
	if _, err := imported(omeka.S, exchange.Source{Files: fstest.MapFS{"a.txt": {}}, Name: "."}, nil, exchange.Options{}); err == nil || !strings.Contains(err.Error(), "no file of JSON") {
		t.Errorf("%v", err)
	}
}

// gauge is a file system of one file that measures the heap while it is read.
type gauge struct {
	fstest.MapFS
	top *uint64
}

func (g gauge) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	return &gauged{File: f, top: g.top}, nil
}

type gauged struct {
	fs.File
	top  *uint64
	read int
}

func (g *gauged) Read(p []byte) (int, error) {
	n, err := g.File.Read(p)
	if before := g.read; (before+n)>>20 > before>>20 || err != nil {
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		*g.top = max(*g.top, now.HeapAlloc)
	}
	g.read += n
	return n, err
}

// A catalogue of 8 MB is read record by record: of what is left out nothing stays, of what
// comes over its words.
func TestMemoryIsBounded(t *testing.T) {
	filled := func(body string) string {
		var b strings.Builder
		b.WriteString("[")
		for i := 0; b.Len()+len(body) < 8<<20 && i < omeka.MostRecords-1; i++ {
			b.WriteString(strings.ReplaceAll(body, "#", fmt.Sprint(i+1)))
		}
		b.WriteString("{}]")
		return b.String()
	}
	long := strings.Repeat("Words of a sentence and more. ", 200)
	for name, body := range map[string]string{
		"events":              `{"@type":"o:Item","o:id":#,"dcterms:title":[{"@value":"Title #"}],"dcterms:date":[{"@value":"1942"}],"mine:own":[{"@value":"` + long + `"}]},`,
		"nothing that comes":  `{"@type":"o:Item","o:id":#,"dcterms:title":[{"@value":"Title #"}],"dcterms:description":[{"@value":"` + long + `"}]},`,
		"media without items": `{"@type":"o:Media","o:id":#,"o:item":{"o:id":7},"o:filename":"a#.png","dcterms:title":[{"@value":"Title #"}],"dcterms:description":[{"@value":"` + long + `"}]},`,
		"empty lists":         `{"o:id":#,"x:y":[` + strings.Repeat("[],", 1000) + `[]]},`,
	} {
		files := fstest.MapFS{"items.json": {Data: []byte(filled(body))}}
		size := len(files["items.json"].Data) >> 20
		var before runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var top uint64
		d := exchange.NewDraft(exchange.NewReport("test", "x"), exchange.Options{})
		if err := omeka.S(t.Context(), exchange.Source{Files: gauge{files, &top}, Name: "items.json"}, d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		used := int64(top>>20) - int64(before.HeapAlloc>>20)
		t.Logf("%s: %d MB of source, %d MB at the peak", name, size, used)
		if used > 80 {
			t.Errorf("%s: %d MB are used at the peak", name, used)
		}
	}
}
