package typeset_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"image"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/app/typeset"
	"vigil/assets"
)

// fontFile is a font that Vigil carries, as an archive would bring it.
func fontFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(assets.Fonts(), name)
	if err != nil {
		t.Fatal(err)
	}
	if name[len(name)-3:] != ".gz" {
		return data
	}
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = io.ReadAll(zip); err != nil {
		t.Fatal(err)
	}
	return data
}

// latinAlone is a folder that holds no font but the plain Latin ones.
func latinAlone(t testing.TB) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"NotoSans-Regular.ttf", "NotoSerif-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf"} {
		out[name] = &fstest.MapFile{Data: fontFile(t, name)}
	}
	return out
}

// A font that is brought along has the letters that Vigil's lack, in its weights,
// and takes no others from them.
func TestBring(t *testing.T) {
	s := typeset.New(assets.Fonts())
	const names = "漢字 東京"
	if missing := s.Missing("漢"); len(missing) == 0 {
		t.Fatal("the test's letter is carried")
	}
	if err := s.Bring("fonts/Names.otf", fontFile(t, "NotoSansJP-Names.otf")); err != nil {
		t.Fatal(err)
	}
	before := s.Layout(plain("Srebrenica 1995", serif), 0).Inner
	if err := s.Bring("fonts/Other-Bold.ttf", fontFile(t, "NotoSans-Bold.ttf")); err != nil {
		t.Fatal(err)
	}
	if after := s.Layout(plain("Srebrenica 1995", serif), 0).Inner; after != before {
		t.Errorf("a font that was brought along sets Latin: %.1f px, before %.1f", after, before)
	}
	s.Layout(plain(names, serif), 300)
	few := typeset.New(latinAlone(t))
	if err := few.Bring("fonts/Khmer.ttf", fontFile(t, "NotoSansKhmer-Regular.ttf.gz")); err != nil {
		t.Fatal(err)
	}
	if missing := few.Missing("ទួលស្លែង"); len(missing) > 0 {
		t.Errorf("no face has %q", string(missing))
	}
}

// What is no font, or damaged, is refused or left out; the words are set all the same.
func TestDamagedFonts(t *testing.T) {
	thaana := fontFile(t, "NotoSansThaana-Regular.ttf.gz")
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("not a font"), "half": thaana[:len(thaana)/2], "its head alone": thaana[:200]} {
		s := typeset.New(assets.Fonts())
		err := s.Bring("fonts/X.ttf", data)
		if name != "half" && err == nil {
			t.Errorf("%s is taken for a font", name)
		}
		if l := s.Layout(plain("Srebrenica", serif), 400); l.Inner < 50 {
			t.Errorf("with %s words are %.0f px wide", name, l.Inner)
		}
	}
	s := typeset.New(assets.Fonts())
	for range 40 {
		if err := s.Bring("fonts/X.ttf", thaana); err != nil {
			return
		}
	}
	t.Error("any number of fonts is taken")
}

// A table that claims more than the file has is refused before memory is taken for
// it; a collection and a font for web pages are refused by name.
func TestFontsDirectory(t *testing.T) {
	whole := fontFile(t, "NotoSansThaana-Regular.ttf.gz")
	with := func(at int, bytes ...byte) []byte {
		data := append([]byte(nil), whole...)
		copy(data[at:], bytes)
		return data
	}
	record := func(tag string) int {
		for at := 12; ; at += 16 {
			if string(whole[at:at+4]) == tag {
				return at
			}
		}
	}
	for _, c := range []struct {
		name, says string
		data       []byte
	}{
		{"a table one kibibyte too long", `"glyf" ends beyond the file`, with(record("glyf")+12, binary.BigEndian.AppendUint32(nil, uint32(len(whole)+1024))...)},
		{"a table that begins behind the end", `"cmap" ends beyond the file`, with(record("cmap")+8, binary.BigEndian.AppendUint32(nil, uint32(len(whole)))...)},
		{"two tables of a name", "two tables", with(record("hhea"), []byte("head")...)},
		{"no outlines", "no plain outlines", with(record("glyf"), []byte("CBDT")...)},
		{"a collection", "collection", with(0, []byte("ttcf")...)},
		{"a font for web pages", "web pages", with(0, []byte("wOF2")...)},
		{"more tables than it has room for", "damaged", with(4, 0xff, 0xff)},
	} {
		err := typeset.New(assets.Fonts()).Bring("fonts/X.ttf", c.data)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
}

// FuzzFont brings fonts that are damaged in every way along, sets words in them and
// draws them: nothing panics. The fonts beside them are small, for each is read anew.
func FuzzFont(f *testing.F) {
	small := fontFile(f, "NotoSansThaana-Bold.ttf.gz")
	fonts := fstest.MapFS{}
	for _, name := range []string{"NotoSans-Regular.ttf", "NotoSerif-Regular.ttf"} {
		fonts[name] = &fstest.MapFile{Data: small}
	}
	for _, name := range []string{"NotoSansThaana-Regular.ttf.gz", "NotoSansArmenian-Regular.ttf.gz"} {
		data := fontFile(f, name)
		f.Add(data, 0, byte(0))
		f.Add(data, 1000, byte(0xff))
		f.Add(data, 331, byte(0x80))
	}
	f.Fuzz(func(t *testing.T, data []byte, at int, flip byte) {
		if len(data) > 1<<16 {
			return
		}
		data = bytes.Clone(data)
		for i := 0; i < 8 && len(data) > 0; i++ {
			data[((at+i*997)%len(data)+len(data))%len(data)] ^= flip
		}
		s := typeset.New(fonts)
		if err := s.Bring("fonts/X.ttf", data); err != nil {
			return
		}
		l := s.Layout(plain("ދިވެހި Հայերեն abc", sans), 200)
		s.Draw(image.NewRGBA(image.Rect(0, 0, 200, 80)), l, 1, 0, 80)
	})
}
