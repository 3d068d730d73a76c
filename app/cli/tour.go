package cli

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"vigil/app/screen"
	"vigil/content"
	"vigil/content/route"
)

// tour photographs screens. Where there are several sizes each has a folder of
// its own.
func tour(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil tour", "--out DIR [--lang xx,..] [--size WxH,..] [--route R,..] [--pages N]")
	out := fs.String("out", "", "`folder` for the pictures")
	path := fs.String("archive", "", "archive `folder` instead of the bundled one")
	langs := fs.String("lang", "", "`languages`; all of the interface without it")
	sizes := fs.String("size", "1920x1080,1080x1920", "`sizes` in px")
	routes := fs.String("route", "", "`routes`; every page without it")
	text := fs.Int("text", 100, "size of text in `percent`, 100 to 200")
	light := fs.Bool("light", false, "the light high-contrast theme")
	pages := fs.Int("pages", 1, "the most `pages` of what is longer than the screen; the second is named ROUTE.LANG.2.png")
	if err := parse(fs, args, 0); err != nil {
		return misuse, err
	}
	if *out == "" {
		return misuse, misused{errors.New("tour needs --out DIR")}
	}
	boxes, err := parseSizes(*sizes)
	if err != nil {
		return misuse, err
	}
	if *text < 100 || *text > 200 {
		return misuse, misused{errors.New("--text is from 100 to 200")}
	}
	if *pages < 1 || *pages > mostPages {
		return misuse, misused{fmt.Errorf("--pages is from 1 to %d", mostPages)}
	}
	for _, address := range splitRoutes(*routes) {
		if _, err := route.Parse(address); err != nil {
			return misuse, misused{err}
		}
	}
	spoken := languages(*langs)
	p, err := newPhotographer(ctx, env, *path, spoken...)
	if err != nil {
		return misuse, err
	}
	if len(spoken) == 0 {
		spoken = p.archive.Languages
	}
	p.shell.SetText(float32(*text) / 100)
	p.shell.SetLight(*light)
	t := traveller{p: p, out: *out, env: env, several: len(boxes) > 1, pages: *pages}
	addresses := splitRoutes(*routes)
	if addresses == nil {
		addresses = screen.Everywhere(p.archive)
	}
	for _, box := range boxes {
		for _, lang := range spoken {
			p.shell.Speak(lang)
			if err := t.visit(ctx, addresses, lang, box); err != nil {
				return found, err
			}
		}
	}
	return good, nil
}

func splitList(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// splitRoutes parts a list of routes. A comma also parts values within one, such as
// lanes left out of a timeline: what is no route goes on the one before it, where that
// has parameters.
func splitRoutes(list string) []string {
	var out []string
	for _, piece := range splitList(list) {
		_, err := route.Parse(piece)
		if n := len(out) - 1; err != nil && n >= 0 && strings.Contains(out[n], "?") {
			out[n] += "," + piece
			continue
		}
		out = append(out, piece)
	}
	return out
}

// languages are those of a list, none of an empty one.
func languages(list string) []content.Lang {
	var out []content.Lang
	for _, lang := range splitList(list) {
		out = append(out, content.Lang(lang))
	}
	return out
}

// largest is the longest side of a picture, px.
const largest = 8192

func parseSizes(list string) ([]image.Point, error) {
	var out []image.Point
	for _, s := range strings.Split(list, ",") {
		var p image.Point
		if n, err := fmt.Sscanf(s, "%dx%d", &p.X, &p.Y); n != 2 || err != nil || p.X < 640 || p.Y < 480 || p.X > largest || p.Y > largest {
			return nil, misused{fmt.Errorf("%q is no size; write 1920x1080, from 640x480 to %dx%d", s, largest, largest)}
		}
		out = append(out, p)
	}
	return out, nil
}

// traveller goes from page to page with a photographer.
type traveller struct {
	p       *photographer
	out     string
	env     Env
	several bool
	pages   int
}

// mostPages bounds the pictures of one place.
const mostPages = 100

func (t traveller) visit(ctx context.Context, addresses []string, lang content.Lang, box image.Point) error {
	dir := t.out
	if t.several {
		dir = filepath.Join(dir, fmt.Sprintf("%dx%d", box.X, box.Y))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder for pictures: %w", err)
	}
	for i, address := range addresses {
		if err := ctx.Err(); err != nil {
			return err
		}
		t.p.open(address, float32(box.X), float32(box.Y))
		if err := t.picture(filepath.Join(dir, fileName(address, lang))); err != nil {
			return err
		}
		progress(t.env.Err, fmt.Sprintf("%dx%d %s %d/%d %s", box.X, box.Y, lang, i+1, len(addresses), address))
	}
	progress(t.env.Err, "")
	return nil
}

// picture photographs the open place, and on by pages.
func (t traveller) picture(name string) error {
	for page := 1; ; page++ {
		if err := writePNG(name, t.p.photograph()); err != nil {
			return err
		}
		if page == t.pages || !t.p.shell.PageDown() {
			return nil
		}
		name = fmt.Sprintf("%s.%d.png", strings.TrimSuffix(strings.TrimSuffix(name, ".png"), fmt.Sprintf(".%d", page)), page+1)
	}
}

// fileName turns a route into a file's name: case.bosnia.timeline.en.png.
func fileName(address string, lang content.Lang) string {
	name := strings.Map(func(r rune) rune {
		switch r {
		case '/':
			return '.'
		case '?', '=', '&', '#', '%', '+':
			return '_'
		default:
			return r
		}
	}, address)
	return name + "." + string(lang) + ".png"
}

func writePNG(name string, img image.Image) (err error) {
	file, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	defer func() {
		if closing := file.Close(); err == nil && closing != nil {
			err = fmt.Errorf("write picture %s: %w", name, closing)
		}
	}()
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(file, img); err != nil {
		return fmt.Errorf("write picture %s: %w", name, err)
	}
	return nil
}

// progress shows one line that is written over, on a terminal only.
func progress(w io.Writer, line string) {
	if terminal(w) {
		fmt.Fprintf(w, "\r\033[K%s", line)
	}
}
