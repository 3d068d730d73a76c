package check_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/check"
)

// fonts stands for the kiosk's: it has Latin and Cyrillic, and takes a font along
// that begins as one.
type fonts struct{ cyrillic }

func (fonts) Bring(_ string, data []byte) error {
	if !bytes.HasPrefix(data, []byte("\x00\x01\x00\x00")) {
		return errors.New("the font cannot be read")
	}
	return nil
}

// sea stands for an earth that has land in the north alone.
type sea struct{}

func (sea) Any(b content.Bounds) (bool, error) { return b.North > 0, nil }

// Country has Rwanda between 1 and 3 degrees south and 28 and 31 east, and no other.
func (sea) Country(lon, lat float64) (string, error) {
	if lat > -3 && lat < -1 && lon > 28 && lon < 31 {
		return "RW", nil
	}
	return "", nil
}

func TestExchangedCoordinates(t *testing.T) {
	for _, c := range []struct{ place, mend string }{
		{"lat: -2.455, lon: 29.568", ""},
		{"lat: 29.568, lon: -2.455", "exchange lat and lon"},
		{"lat: 2.455, lon: 29.568", "write lat with the other sign: south is negative"},
		{"lat: 40.1, lon: 20.2", ""},
	} {
		files := fstest.MapFS{"places.yaml": {Data: []byte("places:\n  - {id: murambi, name: Murambi, country: RW, " + c.place + "}\n")}}
		mend := ""
		for _, p := range check.Folder(context.Background(), files, check.Tools{Land: sea{}}).Problems {
			if p.Rule == "coordinates" {
				mend = p.Mend
			}
		}
		if mend != c.mend {
			t.Errorf("%s: %q, want %q", c.place, mend, c.mend)
		}
	}
}

func small(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What an archive brings along is read as the kiosk does, and each mistake told once,
// at its place.
func TestBrought(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	pages := func(rows string) *fstest.MapFile { return file("pages:\n  - rows: [" + rows + "]\n") }
	medium := func(f fstest.MapFS, name string, data []byte) {
		f["media/"+name] = &fstest.MapFile{Data: data}
		f["media/x.yaml"] = file("file: " + name + "\ncredit: Own\nrights: Own\n")
		f["media/x.en.yaml"] = file("words:\n  media:\n    title: A field\n    text: A field.\n    note: Nothing.\n")
	}
	sidecar := func(f fstest.MapFS, more, note string) {
		f["media/x.yaml"] = file("file: x.png\ncredit: Own\nrights: Own\n" + more)
		f["media/x.en.yaml"] = file("words:\n  media:\n    title: A field\n    text: A field.\n" + note)
	}
	languages := func(f fstest.MapFS, all string) {
		f["archive.yaml"] = file(strings.Replace(string(f["archive.yaml"].Data), "[en, fr]", all, 1))
	}
	for name, c := range map[string]struct {
		spoil func(fstest.MapFS)
		says  []string // the problems, each by a part of its line; none where all is well
	}{
		"a picture":              {func(f fstest.MapFS) { medium(f, "x.png", small(t)) }, nil},
		"a picture that is none": {func(f fstest.MapFS) { medium(f, "x.jpg", []byte("text")) }, []string{"media/x.yaml:1:7: in \"media/x.jpg\" is no picture"}},
		"a picture that is cut":  {func(f fstest.MapFS) { medium(f, "x.png", small(t)[:50]) }, []string{"damaged or cut off"}},
		"a picture without a note": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			sidecar(f, "", "")
		}, []string{"media/x.en.yaml:2:3: there is no note here"}},
		"a picture on sight": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			sidecar(f, "show: page\n", "")
		}, nil},
		"a picture on sight with a note": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			sidecar(f, "show: page\n", "    note: Graves.\n")
		}, []string{"media/x.en.yaml:5:11: a picture with a content note is never shown unasked"}},
		"somebody convicted on sight": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			sidecar(f, "show: page\npeople: [hasan-nuhanovic]\n", "")
			f[people] = file(strings.Replace(string(f[people].Data), "group: survivor", "group: perpetrator-accused", 1))
		}, []string{"media/x.yaml:4:7: \"hasan-nuhanovic\" is accused or convicted"}},
		"a link past a content note": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			f["media/x.en.yaml"] = file("words:\n  media:\n    title: A field\n    text: |\n      [A field](media/x?show=yes).\n    note: Graves.\n")
		}, []string{"media/x.en.yaml:5:7: this leads past what one should know"}},
		"a topic past a content note": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			f["topics.yaml"] = file("topics:\n  - id: field\n    asked: [field]\n    answers: [media/x?show=full]\n")
		}, []string{"topics.yaml:4:15: this leads past what one should know"}},
		"a picture shown at other times": {func(f fstest.MapFS) {
			medium(f, "x.png", small(t))
			sidecar(f, "show: always\n", "    note: Graves.\n")
		}, []string{"media/x.yaml:4:7: \"always\" is not one of the words for show"}},
		"a font":                   {func(f fstest.MapFS) { f["fonts/X.ttf"], f["fonts/X.txt"] = file("\x00\x01\x00\x00"), file("OFL") }, nil},
		"a font without a licence": {func(f fstest.MapFS) { f["fonts/X.ttf"] = file("\x00\x01\x00\x00") }, []string{"fonts/X.ttf:0:0: this font has no licence"}},
		"a font's empty licence":   {func(f fstest.MapFS) { f["fonts/X.ttf"], f["fonts/X.txt"] = file("\x00\x01\x00\x00"), file("") }, []string{"no licence", "this licence is empty"}},
		"a damaged font":           {func(f fstest.MapFS) { f["fonts/X.ttf"], f["fonts/OFL.txt"] = file("x"), file("OFL") }, []string{"fonts/X.ttf:0:0: the font cannot be read"}},
		"a keyboard":               {func(f fstest.MapFS) { f["keyboard.fr.yaml"] = pages(`"a b c"`) }, nil},
		"a row that is too long":   {func(f fstest.MapFS) { f["keyboard.fr.yaml"] = pages(`"a b c d e f g h i j k l m"`) }, []string{"keyboard.fr.yaml:2:12: 13 keys in a row"}},
		"a key that stands twice":  {func(f fstest.MapFS) { f["keyboard.fr.yaml"] = pages(`"a b", "c a"`) }, []string{`"a" stands here twice`}},
		"variants of no key": {func(f fstest.MapFS) {
			f["keyboard.fr.yaml"] = file("pages:\n  - rows: [\"a b\"]\n    variants: {c: \"ç\"}\n")
		}, []string{`there is no key "c"`}},
		"a topic": {func(f fstest.MapFS) {
			f["topics.yaml"] = file("topics:\n  - id: help\n    asked: [help]\n    answers: [term/r2p]\n")
		}, nil},
		"a topic to nowhere": {func(f fstest.MapFS) {
			f["topics.yaml"] = file("topics:\n  - id: help\n    asked: [help]\n    answers: [term/none]\n")
		}, []string{"topics.yaml:4:15"}},
		"a question of two": {func(f fstest.MapFS) {
			f["topics.yaml"] = file("topics:\n  - id: a\n    asked: [Help]\n    answers: [term/r2p]\n  - id: b\n    asked: [help]\n    answers: [term/r2p]\n")
		}, []string{"topics.yaml:6:13"}},
		"a language nobody speaks": {func(f fstest.MapFS) { languages(f, "[en, fr, pl]") }, []string{"archive.yaml:8:21: warning: the interface does not speak \"pl\""}},
		"an interface too many":    {func(f fstest.MapFS) { f["interface.fr.toml"] = file("[nav]\nhome = \"Accueil\"\n") }, []string{"Vigil speaks this language itself", "messages are missing"}},
		"an interface's mistake": {func(f fstest.MapFS) {
			languages(f, "[en, fr, pl]")
			f["interface.pl.toml"] = file("[nav]\nhome = \"Start\"\nnothing = \"x\"\n")
		}, []string{"interface.pl.toml:3:1: there is no message \"nav.nothing\"", "messages are missing"}},
		"an interface's letters": {func(f fstest.MapFS) {
			languages(f, "[en, fr, pl]")
			f["interface.pl.toml"] = file("[nav]\nhome = \"กลับ\"\n")
		}, []string{"interface.pl.toml:2:1: no font has letters of Thai", "messages are missing"}},
		"a map of the sea": {func(f fstest.MapFS) {
			f[caseFile] = file(string(f[caseFile].Data) + "map: {west: -30, south: -40, east: -20, north: -30}\n")
		}, []string{"warning: there is no land"}},
		"a map turned round": {func(f fstest.MapFS) {
			f[caseFile] = file(string(f[caseFile].Data) + "map: {west: 20, south: 42, east: 15, north: 46}\n")
		}, []string{"exchange west and east"}},
		"a map that leaves out a place": {func(f fstest.MapFS) {
			f[caseFile] = file(string(f[caseFile].Data) + "map: {west: 15, south: 42, east: 19.1, north: 46}\n")
		}, []string{"on its map"}},
		"letters of a script, once a file": {func(f fstest.MapFS) {
			f[people] = file(strings.ReplaceAll(string(f[people].Data), "Хасан", "ทดสอบ"))
		}, []string{"no font has 5 of the letters of Thai here"}},
	} {
		t.Run(name, func(t *testing.T) {
			archive := good(t)
			c.spoil(archive)
			r := check.Folder(context.Background(), archive, check.Tools{Glyphs: fonts{}, Land: sea{}})
			if len(r.Problems) != len(c.says) {
				t.Fatalf("%d problems, want %d:\n%s", len(r.Problems), len(c.says), list(r))
			}
			for _, says := range c.says {
				if !strings.Contains(list(r), says) {
					t.Errorf("nobody says %q:\n%s", says, list(r))
				}
			}
		})
	}
}
