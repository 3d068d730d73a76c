package omeka

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// S imports what Omeka S gives as JSON-LD: a file from /api/items, /api/item_sets or
// /api/media, what its modules for export write, or a folder with several of these.
func S(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	names, err := documents(src)
	if err != nil {
		return err
	}
	return bring(ctx, d, src, stem(src.Name, d.Source), func(ctx context.Context, each func(*record) error) error {
		for _, name := range names {
			if err := document(ctx, src, name, each); err != nil {
				return fmt.Errorf("read %s: %w", name, err)
			}
		}
		return nil
	})
}

// stem is what a source is called, for a history that has no other title.
func stem(name, whole string) string {
	if name == "." {
		name = path.Base(strings.ReplaceAll(whole, `\`, "/"))
	}
	return strings.TrimSuffix(path.Base(name), path.Ext(name))
}

// documents are the files of JSON that a source has, the sets first.
func documents(src exchange.Source) ([]string, error) {
	if !src.IsFolder() {
		return []string{src.Name}, nil
	}
	entries, err := fs.ReadDir(src.Files, src.Name)
	if err != nil {
		return nil, fmt.Errorf("read the folder: %w", err)
	}
	var names []string
	for _, e := range entries {
		if ext := strings.ToLower(path.Ext(e.Name())); e.Type().IsRegular() && (ext == ".json" || ext == ".jsonld") {
			names = append(names, e.Name())
		}
	}
	switch {
	case len(names) == 0:
		return nil, errors.New("there is no file of JSON in this folder: put items.json, item_sets.json and media.json there, as /api/items, /api/item_sets and /api/media give them")
	case len(names) > MostFiles:
		return nil, fmt.Errorf("there are more than %d files of JSON in this folder: import them in parts", MostFiles)
	}
	return names, nil
}

func document(ctx context.Context, src exchange.Source, name string, each func(*record) error) error {
	f, err := src.Open(name, exchange.MostBytes)
	if err != nil {
		return err
	}
	defer f.Close()
	shown := ""
	if src.IsFolder() {
		shown = name
	}
	return records(ctx, withoutMark(f), func(pointer string, n node, fault error) error {
		at := exchange.Place{File: shown, Path: pointer}
		if fault != nil {
			return each(&record{at: at, key: shown + pointer, broken: fault})
		}
		return each(readResource(at, name, &n))
	})
}

// readResource reads what Omeka S says of one of its resources.
func readResource(at exchange.Place, name string, n *node) *record {
	r := &record{at: at, url: n.said("@id"), title: n.said("o:title")}
	if n.kind != object {
		r.key, r.broken = at.File+at.Path, errors.New("is no record of Omeka S")
		return r
	}
	for _, one := range n.get("@type").all() {
		r.classes = append(r.classes, one.text)
	}
	r.key = n.said("o:id")
	if r.key == "" {
		r.key = r.url
	}
	if r.key == "" {
		r.key = at.File + at.Path
	}
	r.kind = kindOf(n, r.classes, name)
	r.private = n.is("o:is_public", "false")
	if r.private {
		return r
	}
	for _, ref := range n.get("o:media").all() {
		r.media = append(r.media, keyOf(&ref))
		if ref.get("o:filename").kind == text {
			r.files = append(r.files, fileOf(at, &ref))
		}
	}
	for _, ref := range n.get("o:item_set").all() {
		r.sets = append(r.sets, keyOf(&ref))
	}
	r.of = keyOf(n.get("o:item"))
	switch r.kind {
	case medium:
		r.files = []file{fileOf(at, n)}
		r.embedded(n)
	case mark:
		r.feature(at, n)
	}
	r.mapped(n)
	r.properties(n)
	return r
}

// kindOf is what a resource is: as it says itself, else by what it has, else by its file.
func kindOf(n *node, classes []string, name string) recordKind {
	for _, c := range classes {
		switch c {
		case "o:Item":
			return item
		case "o:ItemSet":
			return itemSet
		case "o:Media":
			return medium
		case "o-module-mapping:Feature", "o-module-mapping:Marker":
			return mark
		}
		if strings.HasPrefix(c, "o:") || strings.HasPrefix(c, "o-module-") {
			return unrelated
		}
	}
	switch base := strings.ToLower(path.Base(name)); {
	case n.get("o:ingester").kind != nothing, n.get("o:filename").kind != nothing, strings.HasPrefix(base, "media"):
		return medium
	case n.get("o:is_open").kind != nothing, strings.HasPrefix(base, "item_set"):
		return itemSet
	case n.get("o-module-mapping:geography-type").kind != nothing, n.get("o-module-mapping:lat").kind != nothing:
		return mark
	}
	return item
}

// keyOf is the key of the resource that a reference leads to.
func keyOf(n *node) string {
	for _, name := range []string{"o:id", "value_resource_id", "@id"} {
		if key := n.said(name); key != "" {
			return key
		}
	}
	if n.kind == text || n.kind == number {
		return n.text
	}
	return ""
}

// fileOf is the file of a medium.
func fileOf(at exchange.Place, n *node) file {
	f := file{at: at, form: n.said("o:media_type"), alt: n.said("o:alt_text"), lang: n.said("o:lang")}
	for _, key := range []string{"o:filename", "o:source", "o:original_url"} {
		if s := n.said(key); s != "" {
			f.names = append(f.names, s)
		}
	}
	return f
}

// embedded keeps what a medium holds in itself instead of a file.
func (r *record) embedded(n *node) {
	data := n.get("data")
	if html := data.said("html"); html != "" {
		r.values = append(r.values, value{term: "bibo:content", at: under(r.at, "/data/html", "html"), form: markup, text: html})
		return
	}
	if len(data.fields) > 0 && len(r.files[0].names) == 0 {
		r.say(exchange.LeftOut, under(r.at, "/data", "data"), "media-form", "what this medium embeds from elsewhere is not shown in a kiosk", "put a picture in its place")
	}
}

// mapped reads what the module Mapping keeps beside an item.
func (r *record) mapped(n *node) {
	for _, key := range []string{"o-module-mapping:feature", "o-module-mapping:marker"} {
		for i, one := range n.get(key).all() {
			r.feature(under(r.at, fmt.Sprintf("/%s/%d", pointed(key), i), key), &one)
		}
	}
}

// feature reads a point; a reference to one that stands elsewhere says nothing yet.
func (r *record) feature(at exchange.Place, n *node) {
	if lat := n.said("o-module-mapping:lat"); lat != "" {
		r.spots = append(r.spots, spot{at, lat, n.said("o-module-mapping:lng"), n.said("o-module-mapping:label")})
		return
	}
	form, pair := n.said("o-module-mapping:geography-type"), n.get("o-module-mapping:geography-coordinates").list
	switch {
	case form == "":
	case !strings.EqualFold(form, "point") || len(pair) < 2:
		r.say(exchange.LeftOut, at, "geometry", "a place here is a point, and this is "+authoring.Quote(form), "write a point for it: lat and lon in places.yaml")
	default:
		r.spots = append(r.spots, spot{at, pair[1].text, pair[0].text, n.said("o:label")})
	}
}

// kept are the keys that Omeka S keeps house with: nothing in them is for visitors.
var kept = []string{
	"o:id", "o:is_public", "o:owner", "o:resource_class", "o:resource_template", "o:thumbnail", "o:title", "o:created", "o:modified",
	"o:primary_media", "o:media", "o:item_set", "o:site", "o:is_open", "o:items", "o:ingester", "o:renderer", "o:item", "o:source", "o:media_type",
	"o:sha256", "o:size", "o:filename", "o:lang", "o:alt_text", "o:original_url", "o:thumbnail_urls", "o:label", "o:position",
	"o-module-mapping:feature", "o-module-mapping:marker", "o-module-mapping:mapping", "o-module-mapping:lat", "o-module-mapping:lng", "o-module-mapping:label",
	"o-module-mapping:geography-type", "o-module-mapping:geography-coordinates",
}

// properties reads every value of every property.
func (r *record) properties(n *node) {
	seen := map[string]bool{}
	for i := range n.fields {
		key, stands := n.fields[i].key, &n.fields[i].node
		if seen[key] {
			r.say(exchange.LeftOut, under(r.at, "/"+pointed(key), key), "twice", "the key "+authoring.Quote(key)+" stands here twice", "keep one of them")
			continue
		}
		seen[key] = true
		switch {
		case !strings.Contains(key, ":"), slices.Contains(kept, key), len(stands.all()) == 0:
			continue
		case strings.HasPrefix(key, "o:"), strings.HasPrefix(key, "o-"):
			r.say(exchange.LeftOut, under(r.at, "/"+pointed(key), key), "module", "what a module keeps under "+authoring.Quote(key)+" has no place in this archive", "")
			continue
		}
		for j, one := range stands.all() {
			if one.kind == nothing || one.kind == list && len(one.list) == 0 {
				continue
			}
			pointer := "/" + pointed(key)
			if stands.kind == list {
				pointer += fmt.Sprintf("/%d", j)
			}
			r.property(under(r.at, pointer, key), key, &one)
		}
	}
}

// property reads one value.
func (r *record) property(at exchange.Place, key string, n *node) {
	if n.is("is_public", "false") {
		r.notes = append(r.notes, exchange.Note{Place: at, Rule: hiddenValue})
		return
	}
	if notes := n.get("@annotation"); len(notes.fields) > 0 {
		r.say(exchange.LeftOut, under(at, "/@annotation", key), "annotation", "what is annotated to a value has no place in this archive", "write what matters of it into the text")
	}
	v := value{term: key, at: at, lang: n.said("@language")}
	form := n.said("type")
	switch {
	case n.kind == text || n.kind == number || n.kind == truth:
		v.text = n.text
	case n.get("value_resource_id").kind != nothing:
		v.form, v.link, v.text = link, keyOf(n), n.said("display_title")
	case n.said("@id") != "" && n.get("@value").kind == nothing:
		v.form, v.uri, v.text = address, n.said("@id"), n.said("o:label")
		if v.lang == "" {
			v.lang = n.said("o:lang")
		}
	default:
		v.text = n.get("@value").text
	}
	switch {
	case v.words() == "" && v.link == "":
		if n.kind == list || n.get("@value").kind >= list {
			r.say(exchange.LeftOut, at, "value", "what stands under "+quoted(key)+" is no value that Omeka S writes, and did not come over", "write it anew in the catalogue")
		}
		return
	case v.form != plain:
	case form == "html":
		v.form = markup
	case form == "numeric:timestamp" || form == "numeric:interval":
		v.form = stamp
	case strings.HasPrefix(form, "geography"):
		if r.located(v) {
			return
		}
	}
	r.values = append(r.values, v)
}
