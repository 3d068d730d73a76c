// Package iiif reads manifests and collections of the IIIF Presentation API, versions 3 and
// 2 (https://iiif.io/api/presentation/), as libraries and museums publish them.
//
// Nothing is fetched. A source is a manifest; a collection, whose manifests stand in it or
// lie beside it under the last part of their names; or a folder of them.
//
//	in the manifest                    in the archive
//	a canvas whose picture lies beside a picture with its sidecar
//	navDate                            an event with the pictures; of 1 January at midnight the year alone
//	label, summary, metadata           the event's title and text
//	requiredStatement, attribution     the credit of the pictures; else the provider
//	rights, license                    the rights of the pictures, by their known name
//	homepage, or the manifest's id     a source; seeAlso and rendering too
//	a date among the metadata          the date of the pictures, and of the event where navDate lies in it
//
// A picture lies beside where a file there is called as the last part of its address, of
// its image service, of its canvas, or as the label of its canvas.
//
// A manifest without a date is no event; its pictures come, and it is named. Words come in
// the languages that the archive offers; others are named. What IIIF has to make pages turn
// (sizes, services, targets, behaviour) is no part of an archive and is passed over; what
// says something and has no place (annotations, tables of contents, places on a map, films
// and sounds) is named.
//
// Bounds: those of tree, [MostManifests] manifests of [exchange.MostBytes] in all, a
// collection in a collection [MostDepth] times, [MostPictures] pictures, [MostLinks] links and
// lines of metadata of a manifest.
package iiif

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/tree"
)

// The bounds of an import.
const (
	MostManifests = 5_000
	MostPictures  = 2_000
	MostDepth     = 8
	MostLinks     = 200 // of one manifest, and as many lines of metadata
)

// Import reads manifests into a draft.
func Import(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	r := &reader{ctx: ctx, src: src, d: d, left: exchange.MostBytes, seen: map[string]bool{}, events: map[string]bool{}, listings: map[string]map[string]bool{}}
	r.langs = append(r.langs, d.Original())
	for _, l := range append([]content.Lang{d.Lang}, d.Old.Languages...) {
		if l != d.Original() {
			r.langs = append(r.langs, l)
		}
	}
	if src.IsFolder() {
		if err := r.folder(); err != nil {
			return err
		}
	} else if err := r.file(src.Name, 0); err != nil {
		return err
	}
	if r.manifests == 0 {
		return r.none()
	}
	if r.history != "" {
		d.Span(r.history, r.dates)
	}
	d.Whole(r.title)
	d.Said()
	return ctx.Err()
}

// none says why no manifest was read.
func (r *reader) none() error {
	if len(r.absent) == 0 {
		return errors.New("there is no IIIF manifest in it")
	}
	return fmt.Errorf("its manifests lie on the open web, which is not opened: save them beside it as %s, and import again", listed(r.absent))
}

// listed are names, so that each can be copied whole.
func listed(names []string) string {
	const most = 20
	var quoted []string
	for _, name := range names[:min(len(names), most)] {
		quoted = append(quoted, `"`+authoring.Printable(name)+`"`)
	}
	if n := len(names); n > most {
		return strings.Join(quoted, ", ") + fmt.Sprintf(" and so on, %d in all", n)
	}
	return strings.Join(quoted, ", ")
}

// reader is one import.
type reader struct {
	ctx       context.Context
	src       exchange.Source
	d         *exchange.Draft
	left      int64           // bytes that may still be read
	seen      map[string]bool // files that were read
	manifests int
	pictures  int
	langs     []content.Lang // that words come in, the archive's own first
	title     string         // of what is imported, for the history
	opening   string         // of the history, HTML
	history   string
	dates     []content.Date
	events    map[string]bool // by what makes them one

	listings map[string]map[string]bool // names of files, by folder

	doc    string   // the file that is read
	absent []string // documents that a collection names and that do not lie beside it
}

// folder reads every document of a folder, collections first where they are called so, for
// the history is called after the first.
func (r *reader) folder() error {
	entries, err := fs.ReadDir(r.src.Files, r.src.Name)
	if err != nil {
		return fmt.Errorf("read the folder: %w", err)
	}
	called := func(e fs.DirEntry) int {
		return map[bool]int{true: 0, false: 1}[strings.Contains(strings.ToLower(e.Name()), "collection")]
	}
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return called(a) - called(b) })
	for i, e := range entries {
		name := path.Join(r.src.Name, e.Name())
		if e.IsDir() || !strings.EqualFold(path.Ext(name), ".json") || r.seen[name] {
			continue
		}
		if err := r.file(name, 0); err != nil {
			if r.ctx.Err() != nil || errors.Is(err, exchange.ErrTooLarge) {
				return err
			}
			r.d.Note(exchange.LeftOut, exchange.Place{File: name}, "document", "nothing came of this file: "+err.Error(), "")
		}
		r.d.Step(i+1, len(entries))
	}
	return nil
}

// file reads one document.
func (r *reader) file(name string, depth int) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	r.seen[name] = true
	data, err := r.src.Read(name, r.left)
	if err != nil {
		return err
	}
	r.left -= int64(len(data))
	doc, err := tree.Parse(data)
	if err != nil {
		return err
	}
	before := r.doc
	r.doc = name
	defer func() { r.doc = before }()
	switch kind := typeOf(doc); kind {
	case "Manifest":
		r.named(doc)
		r.manifest(doc)
	case "Collection":
		r.named(doc)
		r.collection(doc, depth)
	case "":
		return errors.New("this is JSON, and neither a manifest nor a collection of IIIF")
	default:
		return fmt.Errorf("this is IIIF of the type %s, and neither a manifest nor a collection", authoring.Quote(kind))
	}
	doc.Unread(r.unread)
	return nil
}

// named calls the history after the first thing that is read.
func (r *reader) named(n *tree.Node) {
	if r.title == "" {
		r.title = r.words(n.Get("label")).best(r.langs)
	}
}

// typeOf is what kind of thing something is in IIIF, in version 2 without its prefix.
func typeOf(n *tree.Node) string {
	kind := n.Get("type").Text()
	if kind == "" {
		kind = n.Get("@type").Text()
	}
	if i := strings.LastIndexByte(kind, ':'); i >= 0 {
		kind = kind[i+1:]
	}
	return kind
}

// idOf is the address of a thing.
func idOf(n *tree.Node) string {
	id := n.Get("id").Text()
	if id == "" {
		id = n.Get("@id").Text()
	}
	return strings.TrimSpace(id)
}

func (r *reader) at(n *tree.Node) exchange.Place {
	return exchange.Place{File: r.doc, Path: n.Pointer()}
}

// collection reads the manifests of a collection, in it or beside it.
func (r *reader) collection(n *tree.Node, depth int) {
	r.d.Count("collections")
	r.about(n)
	var parts []*tree.Node
	for _, key := range []string{"items", "manifests", "collections", "members"} {
		parts = append(parts, n.Get(key).All()...)
	}
	for _, part := range parts {
		if r.ctx.Err() != nil {
			return
		}
		r.part(part, depth)
	}
}

// about takes the summary of the first collection as the history's opening, and names what
// else a collection says of itself.
func (r *reader) about(n *tree.Node) {
	label := r.words(n.Get("label")).best(r.langs)
	if own := r.words(n.Get("summary")); r.manifests == 0 && r.opening == "" && r.title == label {
		r.opening = own.own(r.langs)
	}
	for _, key := range []string{"summary", "description", "requiredStatement", "attribution", "metadata", "rights", "license", "provider"} {
		v := n.Get(key)
		if !v.Empty() && (key != "summary" || r.opening == "") {
			r.d.Note(exchange.LeftOut, r.at(v), "collection", "what the collection "+authoring.Quote(label)+" says of itself did not come over: "+shortened(gist(v)), "write it where it belongs")
		}
		v.Ask()
	}
	r.links(n, label, nil)
	r.ornaments(n)
}

// part reads what a collection holds.
func (r *reader) part(n *tree.Node, depth int) {
	label := r.words(n.Get("label")).best(r.langs)
	kind := typeOf(n)
	switch {
	case kind != "Manifest" && kind != "Collection" && n.Kind != tree.Text:
		r.d.Note(exchange.LeftOut, r.at(n), "part", "this is neither a manifest nor a collection: "+authoring.Quote(kind), "")
		n.Ask()
		return
	case depth >= MostDepth:
		r.d.Note(exchange.LeftOut, r.at(n), "depth", fmt.Sprintf("collections stand in one another more than %d times, and %s did not come over", MostDepth, authoring.Quote(label)), "import it on its own")
		n.Ask()
		return
	case kind == "Collection" && (n.Has("items") || n.Has("manifests") || n.Has("members") || n.Has("collections")):
		r.collection(n, depth+1)
		return
	case n.Has("sequences"), kind == "Manifest" && n.Has("items"):
		r.manifest(n)
		return
	}
	r.beside(n, label, depth)
}

// beside reads a manifest that a collection only names.
func (r *reader) beside(n *tree.Node, label string, depth int) {
	id := idOf(n)
	if n.Kind == tree.Text {
		id = n.Text()
	}
	n.Ask()
	for _, name := range documents(id) {
		name = path.Join(r.folderOf(), name)
		if !r.src.Beside(name) {
			continue
		}
		if r.seen[name] {
			r.d.Once(exchange.Altered, r.at(n), "again", "this manifest was read already: "+listed([]string{name}), "")
			return
		}
		if err := r.file(name, depth+1); err != nil {
			r.d.Note(exchange.LeftOut, exchange.Place{File: name}, "document", "nothing came of this file: "+err.Error(), "")
		}
		return
	}
	mend := "save it beside the collection"
	if names := documents(id); len(names) > 0 {
		mend += " as " + listed(names[:1])
		r.absent = append(r.absent, names[0])
	}
	r.d.Note(exchange.LeftOut, r.at(n), "manifest-away", "the manifest "+authoring.Quote(label)+" lies on the open web, which is not opened: "+authoring.Quote(id), mend)
}

func (r *reader) folderOf() string { return path.Dir(r.doc) }

// documents are what a manifest may be called that lies beside: the last part of its
// address; or, where all are called manifest.json, the part before, or both.
func documents(id string) []string {
	id, _, _ = strings.Cut(strings.TrimSpace(id), "?")
	parts := strings.FieldsFunc(id, func(c rune) bool { return c == '/' })
	var names []string
	add := func(name string) {
		if !strings.HasSuffix(strings.ToLower(name), ".json") {
			name += ".json"
		}
		names = append(names, name)
	}
	n := len(parts)
	if n == 0 {
		return nil
	}
	if generic := strings.TrimSuffix(strings.ToLower(parts[n-1]), ".json"); generic == "manifest" || generic == "info" || generic == "iiif" {
		if n > 3 {
			add(parts[n-2])
			add(parts[n-2] + "/" + parts[n-1])
			return names
		}
	}
	add(parts[n-1])
	return names
}
