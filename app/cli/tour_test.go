package cli_test

import (
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// files lists what lies in a folder, with slashes.
func files(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err = filepath.Rel(dir, name)
		out = append(out, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func checkPicture(t *testing.T, name string, width, height int) {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Error(err)
		return
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if size := img.Bounds().Size(); size.X != width || size.Y != height {
		t.Errorf("%s is %v, want %dx%d", filepath.Base(name), size, width, height)
	}
	first := img.At(0, 0)
	for y := 0; y < height; y += 3 {
		for x := 0; x < width; x += 3 {
			if img.At(x, y) != first {
				return
			}
		}
	}
	t.Errorf("%s shows nothing", filepath.Base(name))
}

// A tour writes its pictures into its folder and nothing anywhere else.
func TestTour(t *testing.T) {
	tests := []struct {
		name  string
		args  []string
		want  []string
		sizes [][2]int // of each picture
	}{
		{"two pages", []string{"--route", "home,pause", "--size", "640x480", "--lang", "en"},
			[]string{"home.en.png", "pause.en.png"}, [][2]int{{640, 480}, {640, 480}}},
		{"a comma within a route", []string{"--route", "timeline?without=bosnia,rwanda,pause", "--size", "800x600", "--lang", "en"},
			[]string{"pause.en.png", "timeline_without_bosnia,rwanda.en.png"}, [][2]int{{800, 600}, {800, 600}}},
		{"two languages", []string{"--route", "pause", "--size", "800x600", "--lang", "en,ar"},
			[]string{"pause.ar.png", "pause.en.png"}, [][2]int{{800, 600}, {800, 600}}},
		{"a size that is too small among others", []string{"--route", "pause", "--size", "640x480,480x640", "--lang", "en"}, nil, nil},
		{"two sizes", []string{"--route", "pause", "--size", "640x480,800x700", "--lang", "en"},
			[]string{"640x480/pause.en.png", "800x700/pause.en.png"}, [][2]int{{640, 480}, {800, 700}}},
		{"a page of a page, light and large", []string{"--route", "event/bosnia/srebrenica-falls", "--size", "700x500", "--lang", "fr", "--light", "--text", "200"},
			[]string{"event.bosnia.srebrenica-falls.fr.png"}, [][2]int{{700, 500}}},
		{"a page that is not here", []string{"--route", "place/nowhere", "--size", "640x480", "--lang", "en"},
			[]string{"place.nowhere.en.png"}, [][2]int{{640, 480}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			place := t.TempDir()
			t.Chdir(place)
			t.Setenv("HOME", place)
			t.Setenv("XDG_CACHE_HOME", filepath.Join(place, "cache"))
			t.Setenv("XDG_CONFIG_HOME", filepath.Join(place, "config"))
			out := filepath.Join(place, "pictures", "of", "all")
			o := run(append([]string{"tour", "--out", out}, tt.args...)...)
			if tt.want == nil {
				if o.code != misuse || len(files(t, place)) != 0 {
					t.Errorf("exit code %d, made %v", o.code, files(t, place))
				}
				return
			}
			if o.code != good || o.out != "" || o.err != "" {
				t.Fatalf("exit code %d: %s%s", o.code, o.out, o.err)
			}
			made := files(t, out)
			if !slices.Equal(made, tt.want) {
				t.Fatalf("made %v, want %v", made, tt.want)
			}
			if everything := files(t, place); len(everything) != len(made) {
				t.Errorf("made elsewhere too: %v", everything)
			}
			for i, name := range made {
				checkPicture(t, filepath.Join(out, name), tt.sizes[i][0], tt.sizes[i][1])
			}
		})
	}
}

// However a route is written, its picture lies in the folder.
func TestTourStaysInItsFolder(t *testing.T) {
	place := t.TempDir()
	small, err := filepath.Abs(small)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(place)
	out := filepath.Join(place, "deep", "down")
	for _, address := range []string{
		"../../escape", "/etc/passwd", "home/../../escape", "search?q=/../../../escape", "search?q=../../../escape", `search?q=..\..\escape`,
		"search?q=%2e%2e%2f%2e%2e%2fescape", "search?q=a\x00b", "search?q=\u202eabc", "search?q=" + strings.Repeat("long", 300), "\x00", "..",
	} {
		o := run("tour", "--archive", small, "--out", out, "--route", address, "--size", "640x480", "--lang", "en")
		if o.code != good && !o.complains() {
			t.Errorf("%.40q: exit code %d, says %q", address, o.code, o.err)
		}
	}
	made := files(t, place)
	if len(made) == 0 {
		t.Error("no picture was made of what is a route")
	}
	for _, name := range made {
		if dir := filepath.ToSlash(filepath.Dir(name)); dir != "deep/down" {
			t.Errorf("a picture lies in %s", dir)
		}
		if !strings.HasSuffix(name, ".en.png") {
			t.Errorf("a file is called %q", name)
		}
	}
}
