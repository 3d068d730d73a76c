package iiif

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/tree"
)

// canvas is a page or view of a manifest with what is painted on it.
type canvas struct {
	node   *tree.Node
	label  words
	id     string
	images []image
	other  map[string]int // what is painted and is no picture, by its type
}

// image is a picture by its addresses.
type image struct {
	node     *tree.Node
	id       string
	services []string
	label    words
}

// canvases are those of a manifest, of either version.
func (r *reader) canvases(m *tree.Node) []canvas {
	var list []canvas
	for _, n := range m.Get("items").All() {
		list = append(list, r.canvas(n))
	}
	for i, sequence := range m.Get("sequences").All() {
		machinery(sequence)
		sequence.Get("label").Ask()
		if i > 0 {
			r.d.Note(exchange.LeftOut, r.at(sequence), "sequence", "another order of the same pages did not come over", "")
			sequence.Ask()
			continue
		}
		for _, n := range sequence.Get("canvases").All() {
			list = append(list, r.canvas(n))
		}
	}
	return list
}

func (r *reader) canvas(n *tree.Node) canvas {
	r.d.Count("canvases")
	c := canvas{node: n, label: r.words(n.Get("label")), id: idOf(n), other: map[string]int{}}
	for _, page := range n.Get("items").All() {
		for _, a := range page.Get("items").All() {
			c.paint(r, a.Get("body"))
			a.Get("body").Ask()
			machinery(a)
		}
		machinery(page)
	}
	for _, a := range n.Get("images").All() {
		c.paint(r, a.Get("resource"))
		a.Get("resource").Ask()
		machinery(a)
	}
	return c
}

// paint notes what an annotation paints: a picture, the first of several to choose from, or
// a part of one.
func (c *canvas) paint(r *reader, body *tree.Node) {
	for _, b := range body.All() {
		switch kind := typeOf(b); kind {
		case "Choice":
			if b.Has("default") {
				c.paint(r, b.Get("default"))
			}
			choices := b.Get("items").All()
			for i, choice := range choices {
				if i == 0 {
					c.paint(r, choice)
				}
			}
			if len(choices) > 1 {
				r.d.Once(exchange.LeftOut, r.at(b), "choice", "of pictures or recordings to choose from only the first is looked at", "")
			}
		case "SpecificResource":
			if !b.Get("selector").Empty() {
				r.d.Once(exchange.Altered, r.at(b), "part", "a part of a picture is shown here; the whole was taken", "")
			}
			c.paint(r, b.Get("source"))
			c.paint(r, b.Get("full"))
		case "Image":
			c.images = append(c.images, newImage(r, b))
		default:
			if b.Kind == tree.Text {
				c.images = append(c.images, image{node: b, id: b.Text()})
				continue
			}
			if b.Kind == tree.Object {
				c.other[kind]++
			}
		}
	}
}

func newImage(r *reader, b *tree.Node) image {
	im := image{node: b, id: idOf(b), label: r.words(b.Get("label"))}
	for _, s := range b.Get("service").All() {
		im.services = append(im.services, idOf(s))
	}
	return im
}

// file is the picture beside the document that an image of a canvas is.
func (r *reader) pictureOf(c canvas, im image) (string, bool) {
	here := r.listing()
	for _, name := range names(c, im, r) {
		if here[name] && r.src.Beside(path.Join(r.folderOf(), name)) {
			return path.Join(r.folderOf(), name), true
		}
	}
	return "", false
}

// listing are the names in the folder of the document, asked once: a book of a thousand
// pages would ask for twenty thousand.
func (r *reader) listing() map[string]bool {
	dir := r.folderOf()
	if r.listings[dir] == nil {
		r.listings[dir] = map[string]bool{}
		entries, err := fs.ReadDir(r.src.Files, dir)
		if err != nil {
			return r.listings[dir]
		}
		for _, e := range entries {
			r.listings[dir][e.Name()] = true
		}
	}
	return r.listings[dir]
}

var endings = []string{".jpg", ".jpeg", ".png"}

// names are what a picture may be called that lies beside, the likeliest first.
func names(c canvas, im image, r *reader) []string {
	var stems []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && s != "." && !strings.ContainsAny(s, `/\`) && !slices.Contains(stems, s) {
			stems = append(stems, s)
		}
	}
	add(meaningful(im.id))
	for _, s := range im.services {
		add(meaningful(s))
	}
	if len(c.images) == 1 {
		add(meaningful(c.id))
		add(c.label.best(r.langs))
	}
	var list []string
	for _, s := range stems {
		if slices.Contains(endings, strings.ToLower(path.Ext(s))) {
			list = append(list, s)
			s = strings.TrimSuffix(s, path.Ext(s))
		}
		for _, e := range endings {
			list = append(list, s+e, s+strings.ToUpper(e))
		}
	}
	return list
}

// meaningful is the last part of an address that names something: of an image's address
// (…/ID/full/max/0/default.jpg) its identifier.
func meaningful(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		address = u.Path
	}
	parts := strings.FieldsFunc(address, func(c rune) bool { return c == '/' })
	n := len(parts)
	if n == 0 {
		return ""
	}
	if file := strings.TrimSuffix(parts[n-1], path.Ext(parts[n-1])); n >= 5 && slices.Contains([]string{"default", "native", "color", "gray", "bitonal"}, file) {
		return parts[n-5]
	}
	if parts[n-1] == "info.json" && n > 1 {
		return parts[n-2]
	}
	return parts[n-1]
}

// machinery marks what makes pages turn and says nothing.
func machinery(n *tree.Node) {
	for _, key := range []string{
		"@context", "context", "id", "@id", "type", "@type", "motivation", "target", "on", "height", "width", "duration", "format", "profile", "service", "services",
		"viewingDirection", "viewingHint", "behavior", "start", "startCanvas", "partOf", "within", "stylesheet", "language", "timeMode", "first", "last", "next", "prev", "total",
	} {
		n.Get(key).Ask()
	}
}

// ornaments are machinery, and pictures that only help to find the way.
func (r *reader) ornaments(n *tree.Node) {
	machinery(n)
	for _, key := range []string{"thumbnail", "logo", "placeholderCanvas", "accompanyingCanvas"} {
		v := n.Get(key)
		if !v.Empty() {
			r.d.Once(exchange.Altered, r.at(v), "ornament", authoring.Quote(key)+" is a picture that stands in for another or marks a page; it did not come over", "")
		}
		v.Ask()
	}
}
