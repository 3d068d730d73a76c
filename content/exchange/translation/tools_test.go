package translation_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/exchange/translation"
)

// The schemas of OASIS lie in a package of Debian's, php-symfony-translation, which
// build/test installs.
const schemas = "/usr/share/php/Symfony/Component/Translation/Resources/schemas"

var elsewhere = regexp.MustCompile(`schemaLocation="[^"]*xml\.xsd"`)

// schema is the path of a schema that names no file on the web.
func schema(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(schemas, pattern))
	if err != nil || len(found) == 0 {
		t.Fatalf("there is no schema %s in %s: build/test installs php-symfony-translation", pattern, schemas)
	}
	dir := t.TempDir()
	for _, name := range []string{found[0], filepath.Join(schemas, "xml.xsd")} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		data = elsewhere.ReplaceAll(data, []byte(`schemaLocation="xml.xsd"`))
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, filepath.Base(found[0]))
}

var schemaOf = map[translation.Format]string{translation.XLIFF1: "xliff-core-1.2-*.xsd", translation.XLIFF2: "xliff-core-2.0.xsd"}

// opened is a step of a file through another house's tool.
type opened struct {
	name string
	by   func(*testing.T, []byte) []byte
}

var (
	formatted = opened{"xmllint --format", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.xlf", "out.xlf", "xmllint", "--nonet", "--format", "--output", "OUT", "IN")
	}}
	utf16 = opened{"xmllint --encode UTF-16", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.xlf", "out.xlf", "xmllint", "--nonet", "--encode", "UTF-16", "--output", "OUT", "IN")
	}}
	toPO = opened{"xliff2po", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.xlf", "out.po", "xliff2po", "--progress=none", "IN", "OUT")
	}}
	toXLIFF = opened{"po2xliff", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.po", "out.xlf", "po2xliff", "--progress=none", "IN", "OUT")
	}}
	concatenated = opened{"msgcat", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.po", "out.po", "msgcat", "--output-file", "OUT", "IN")
	}}
	sorted = opened{"msgcat --sort-output", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.po", "out.po", "msgcat", "--sort-output", "--width=40", "--output-file", "OUT", "IN")
	}}
	attributed = opened{"msgattrib", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.po", "out.po", "msgattrib", "--no-obsolete", "--output-file", "OUT", "IN")
	}}
	merged = opened{"msgmerge", func(t *testing.T, data []byte) []byte {
		return tool(t, data, "in.po", "out.po", "msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file", "OUT", "IN", "IN")
	}}
)

// What goes out is valid, and what other tools opened and saved comes back the same.
func TestOtherToolsOpenAndSave(t *testing.T) {
	files := aged(t, "fr")
	doc, _, err := translation.Folder(context.Background(), files, translation.Asked{To: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		format translation.Format
		steps  []opened
	}{
		{translation.XLIFF1, []opened{formatted, utf16}},
		{translation.XLIFF1, []opened{toPO, concatenated, toXLIFF}},
		{translation.XLIFF2, []opened{formatted, utf16}},
		{translation.PO, []opened{concatenated, attributed, merged, toXLIFF, formatted, toPO, sorted}},
	} {
		data := written(t, doc, c.format)
		if pattern := schemaOf[c.format]; pattern != "" {
			tool(t, data, "in.xlf", "", "xmllint", "--nonet", "--noout", "--schema", schema(t, pattern), "IN")
		}
		name := string(c.format)
		for _, s := range c.steps {
			name += ", " + s.name
			data = s.by(t, data)
			t.Run(name, func(t *testing.T) { sameTexts(t, doc, data) })
		}
		t.Run(name+" into the folder", func(t *testing.T) { comesBack(t, files, "fr", data) })
	}
}

// sameTexts asks that a file has the texts of a document, and nothing that is sure was not.
func sameTexts(t *testing.T, doc *translation.Document, data []byte) {
	t.Helper()
	read, err := translation.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*translation.Unit{}
	for _, u := range read.Units {
		byID[u.ID] = u
	}
	squeezed := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, want := range doc.Units {
		u := byID[want.ID]
		if u == nil {
			t.Fatalf("%s is lost", want.ID)
		}
		if squeezed(u.Source) != squeezed(want.Source) || squeezed(u.Target) != squeezed(want.Target) {
			t.Fatalf("%s: %q, %q; want %q, %q", u.ID, u.Source, u.Target, want.Source, want.Target)
		}
		if u.State > want.State {
			t.Fatalf("%s: is %d, was %d", u.ID, u.State, want.State)
		}
	}
}

// gettext takes PO for sound, counts and filters it as it stands.
func TestPOIsSound(t *testing.T) {
	for _, lang := range []content.Lang{"ar", "bs"} {
		files := bundled(t, lang)
		data := exported(t, files, translation.Asked{To: lang, Only: translation.OnlyBegin}, translation.PO)
		said := tool(t, data, "in.po", "", "msgfmt", "--check", "--statistics", "--output-file=OUT", "IN")
		if !bytes.Contains(said, []byte("fuzzy")) {
			t.Errorf("msgfmt counts no draft: %s", said)
		}
		said = tool(t, data, "in.po", "", "pocount", "--no-color", "IN")
		if !bytes.Contains(said, []byte("Fuzzy")) && !bytes.Contains(bytes.ToLower(said), []byte("fuzzy")) {
			t.Errorf("pocount: %s", said)
		}
		tool(t, data, "in.po", "out.po", "pofilter", "--progress=none", "-t", "variables", "-t", "brackets", "--excludefilter=doublequoting", "IN", "OUT")
	}
}
