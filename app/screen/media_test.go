package screen_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/authoring"
)

// picture is a photograph that no museum holds.
func picture(t *testing.T, width, height int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, width, height))
	for x := range width {
		img.SetGray(x, x%height, color.Gray{Y: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withPicture is the bundled archive with a picture at one of its events.
func withPicture(t *testing.T, file []byte) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(content.Bundled(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Bundled(), name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	out["media/library.png"] = &fstest.MapFile{Data: file}
	out["media/library.yaml"] = &fstest.MapFile{Data: []byte("file: library.png\ncredit: The museum of the test\nrights: Shown with leave\ndate: \"1992-08\"\nplace: vijecnica\nsources: [annan-report]\n")}
	out["media/library.en.yaml"] = &fstest.MapFile{Data: []byte("review: draft\nwords:\n  media:\n    title: The library in the test\n    text: |\n      A grey field with a white line.\n    note: |\n      It shows a burning building. No person is seen.\n")}
	timeline := out["cases/bosnia/timeline.yaml"]
	timeline.Data = []byte(strings.Replace(string(timeline.Data), "    sources:", "    media: [library]\n    sources:", 1))
	return out
}

// A picture is told in words and its content note read before it is seen; it is
// seen only by who asks for it.
func TestPictures(t *testing.T) {
	files := withPicture(t, picture(t, 400, 300))
	folder := authoring.Load(context.Background(), files)
	for _, p := range folder.Problems {
		t.Errorf("the archive with a picture: %s", p)
	}
	d := deps(t, "en")
	d.Archive, d.Files = folder.Archive, files
	event := build(t, d, d.Archive.Case("bosnia").Events[0].Route())
	if !slices.Contains(links(event, ""), "media/library") {
		t.Error("the event does not lead to its picture")
	}
	closed := words(build(t, d, "media/library").Outline())
	for _, want := range []string{"The library in the test", "It shows a burning building.", "A grey field with a white line.", "The museum of the test", "Shown with leave", "August 1992"} {
		if !strings.Contains(closed, want) {
			t.Errorf("before it is shown it does not say %q", want)
		}
	}
	if strings.Index(closed, "burning building") > strings.Index(closed, "grey field") {
		t.Error("the content note comes after the description")
	}
	if n := pictures(build(t, d, "media/library").Outline()); n != 0 {
		t.Errorf("%d pictures are shown unasked", n)
	}
	if n := pictures(build(t, d, "media/library?show=yes").Outline()); n != 1 {
		t.Errorf("%d pictures are shown when one is asked for", n)
	}
}

// pictures counts those in a reading order.
func pictures(items []voice.Item) int {
	n := 0
	for _, i := range items {
		if i.Role == voice.Image {
			n++
		}
	}
	return n
}

// A picture that cannot be shown costs the picture, not the page.
func TestDamagedPictures(t *testing.T) {
	huge := picture(t, 8, 8)
	for name, file := range map[string][]byte{
		"nothing": nil, "no picture": []byte("GIF89a"), "half a picture": huge[:len(huge)/2], "a claim of any size": claim(huge),
	} {
		t.Run(name, func(t *testing.T) {
			files := withPicture(t, file)
			d := deps(t, "fr")
			d.Archive, d.Files = authoring.Load(context.Background(), files).Archive, files
			d.Load = ui.LoadNow(func(error) {})
			said := words(build(t, d, "media/library?show=yes").Outline())
			if !strings.Contains(said, "A grey field") {
				t.Errorf("says %q", said)
			}
		})
	}
}

// claim gives a PNG a head that says it is 60,000 px wide and high.
func claim(file []byte) []byte {
	out := slices.Clone(file)
	copy(out[16:24], []byte{0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60})
	return out
}
