// Package build holds what builds, tests and packages Vigil. Its one test
// keeps the rules of who may import whom.
package build

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pkg is what `go list` tells of a package.
type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// arrows says, for each room of the house, which other rooms it may import.
// Data flows one way: archive, locale, route, screen. The longest prefix that
// fits a package counts.
var arrows = map[string][]string{
	"vigil/app":                  {"vigil/app/cli", "vigil/app/studio", "vigil/app/idle", "vigil/app/paper", "vigil/app/stick", "vigil/app/kiosk", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/cli":              {"vigil/app/kept", "vigil/app/kiosk", "vigil/app/classroom", "vigil/app/paper", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/idle":             {},
	"vigil/app/kiosk":            {"vigil/app/idle", "vigil/app/classroom", "vigil/app/paper", "vigil/app/stick", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/paper":            {"vigil/app/typeset"},
	"vigil/app/screen":           {"vigil/app/ui", "vigil/app/sheet", "vigil/app/paper", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/ui":               {"vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/typeset":          {"vigil/assets"},
	"vigil/app/voice":            {},
	"vigil/content/check":        {"vigil/content", "vigil/content/authoring", "vigil/content/lesson", "vigil/content/picture", "vigil/content/route", "vigil/i18n"},
	"vigil/content/lesson":       {"vigil/content", "vigil/content/route"},
	"vigil/content/picture":      {},
	"vigil/content/search":       {"vigil/content", "vigil/content/route"},
	"vigil/content/search/trial": {"vigil/content", "vigil/content/search"},
	"vigil/content/authoring":    {"vigil/content", "vigil/content/route"},
	"vigil/content/exchange":     {"vigil/content", "vigil/content/authoring", "vigil/content/exchange", "vigil/content/route", "vigil/i18n"},
	"vigil/content/route":        {},
	// dates and prose as other programs write them: pure, and every importer's
	"vigil/content/exchange/dating": {"vigil/content", "vigil/i18n"},
	"vigil/content/exchange/prose":  {"vigil/content", "vigil/content/authoring", "vigil/i18n"},
	"vigil/content":                 {},
	"vigil/i18n":                    {"vigil/content"},
	"vigil/assets":                  {},
	"vigil/build":                   {},
	// a translator is told what check asks afterwards
	"vigil/content/exchange/translation": {"vigil/content", "vigil/content/authoring", "vigil/content/check", "vigil/content/exchange", "vigil/i18n"},

	"vigil/app/classroom/handout": {"vigil/app/sheet", "vigil/app/paper", "vigil/app/typeset", "vigil/content", "vigil/i18n"},
	"vigil/app/studio":            {"vigil/app/studio", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"},
	"vigil/app/studio/watch":      {},
	"vigil/app/studio/proof":      {"vigil/content"},
	"vigil/app/sheet":             {"vigil/app/paper", "vigil/app/typeset", "vigil/content", "vigil/i18n"},
	"vigil/app/stick":             {},
	"vigil/app/kept":              {},
	"vigil/app/classroom/builder": {"vigil/app/kept", "vigil/content"},
	"vigil/app/classroom/desk":    {"vigil/app/classroom/builder", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n"},
	"vigil/app/classroom":         {"vigil/app/classroom", "vigil/app/sheet", "vigil/app/paper", "vigil/app/stick", "vigil/app/screen", "vigil/app/ui", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n"},
	"vigil/app/classroom/session": {"vigil/app/kept", "vigil/content"},
}

// only names the packages that alone may import a library, and why.
var only = []struct {
	library string
	by      []string
	why     string
}{
	{"fyne.io/fyne/v2/app", []string{"vigil/app"}, "it needs cgo and a display; all else builds and tests without"},
	{"github.com/go-gl/glfw", []string{"vigil/app"}, "it needs cgo and a display, and Fyne's own windows stand on it"},
	{"fyne.io/fyne/v2", []string{"vigil/app"}, "content, i18n and assets serve programs without a screen too"},
	{"fyne.io/fyne/v2/widget", []string{"vigil/app/ui"}, "screens are made of the design system's things"},
	{"github.com/blevesearch", []string{"vigil/content/search"}, "the engine can be changed in one place"},
	{"github.com/go-text/typesetting", []string{"vigil/app/typeset", "vigil/app/paper"}, "words are set in one place; paper writes the outlines of what is set as a font"},
	{"github.com/peterstace/simplefeatures", []string{"vigil/app/ui/atlas", "vigil/build/atlas"}, "the map's geometry is read where it is drawn, and written as it is made"},
	{"github.com/bep/imagemeta", []string{"vigil/content/picture"}, "what is hostile is parsed behind picture's limits"},
	{"github.com/nicksnyder/go-i18n", []string{"vigil/i18n"}, "its traps are met in one place"},
	{"github.com/sfomuseum/go-edtf", []string{"vigil/content"}, "a date is parsed in one place"},
	{"github.com/goccy/go-yaml", []string{"vigil/content/authoring", "vigil/i18n"}, "what is hostile is parsed behind authoring's limits"},
	{"github.com/yuin/goldmark", []string{"vigil/content/authoring"}, "what is hostile is parsed behind authoring's limits"},
	{"github.com/invopop/jsonschema", []string{"vigil/content/authoring"}, "schemas are made where the types are that files are read into"},
	{"golang.org/x/net/html", []string{"vigil/content/exchange/prose"}, "what is hostile is parsed behind prose's limits"},
	{"github.com/google/renameio", []string{"vigil/app/kept", "vigil/content/authoring"}, "what must survive is written in one place, and lessons and schemas where their form is known"},
	{"github.com/fsnotify/fsnotify", []string{"vigil/app/studio/watch"}, "what systems tell of changes, and what they do not, is met in one place"},
	{"github.com/xuri/excelize", []string{"vigil/content/exchange/workbook"}, "workbooks are written in one place"},
	{"archive/zip", []string{"vigil/content/exchange/workbook"}, "packs are opened where signatures are checked; a workbook is one too, and is unpacked behind its room's limits"},
	{"os/exec", []string{"vigil/app", "vigil/app/voice", "vigil/app/cli"}, "the kiosk starts no other program but the machine's voice and its printer; the benchmark starts the kiosk"},
	{"net/http", nil, "the kiosk is offline"},
}

// withoutFyne lists the packages that know no Fyne.
var withoutFyne = []string{"vigil/app/kept", "vigil/app/studio/watch", "vigil/app/studio/proof", "vigil/app/classroom/session", "vigil/app/classroom/builder", "vigil/app/classroom/handout", "vigil/app/sheet", "vigil/app/stick", "vigil/app/idle", "vigil/app/paper", "vigil/app/typeset", "vigil/app/voice", "vigil/content", "vigil/i18n", "vigil/assets"}

func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", "vigil/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func within(path, prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }

// room is the rule that fits a package.
func room(path string) (string, bool) {
	best, found := "", false
	for r := range arrows {
		if within(path, r) && len(r) >= len(best) {
			best, found = r, true
		}
	}
	return best, found
}

func TestArrows(t *testing.T) {
	for _, p := range list(t) {
		r, ok := room(p.ImportPath)
		if !ok {
			t.Errorf("%s is in no room of the house", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if within(imported, "vigil") && !allowed(arrows[r], imported) {
				t.Errorf("%s imports %s: against the arrows of the house", p.ImportPath, imported)
			}
		}
	}
}

func allowed(rooms []string, imported string) bool {
	return slices.ContainsFunc(rooms, func(r string) bool { return within(imported, r) })
}

func TestLibrariesHaveOneDoor(t *testing.T) {
	for _, p := range list(t) {
		for _, rule := range only {
			for _, imported := range p.Imports {
				if within(imported, rule.library) && !allowed(rule.by, p.ImportPath) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imported, rule.why)
				}
			}
		}
		if !allowed(withoutFyne, p.ImportPath) {
			continue
		}
		for _, imported := range p.Imports {
			if within(imported, "fyne.io") {
				t.Errorf("%s imports %s: it serves programs without a screen", p.ImportPath, imported)
			}
		}
	}
}

// Only package main may start the interface; fyne.io/fyne/v2/app is under the
// same prefix as the rest of app, so it has a rule of its own.
func TestOnlyMainStartsTheInterface(t *testing.T) {
	for _, p := range list(t) {
		if p.ImportPath != "vigil/app" && slices.Contains(p.Imports, "fyne.io/fyne/v2/app") {
			t.Errorf("%s imports fyne.io/fyne/v2/app: it needs cgo and a display", p.ImportPath)
		}
	}
}

// Work off the interface's goroutine goes through ui.Load; words through the
// text engine. Both are easy to get wrong and hard to see.
func TestScreensKeepToTheDesignSystem(t *testing.T) {
	banned := map[string]string{
		"\tgo ":              "use ui.Load: it drops what comes too late",
		"fyne.Do(":           "use ui.Load",
		"widget.NewLabel":    "words go through app/ui/text",
		"widget.NewRichText": "words go through app/ui/text",
		"widget.NewEntry":    "words go through app/ui/text",
		"canvas.NewText":     "words go through app/ui/text",
	}
	files, err := filepath.Glob("../app/screen/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("find the screens: %v", err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for word, why := range banned {
			if strings.Contains(string(source), word) {
				t.Errorf("%s has %q: %s", name, strings.TrimSpace(word), why)
			}
		}
	}
}
