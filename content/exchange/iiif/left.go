package iiif

import (
	"fmt"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/tree"
)

// undated names a manifest that is no event, with what it says.
func (r *reader) undated(m manifest, name string) {
	var said []string
	if s := m.summary.best(r.langs); s != "" {
		said = append(said, s)
	}
	for _, p := range m.pairs {
		said = append(said, p.label.best(r.langs)+": "+p.value.best(r.langs))
	}
	if m.rights != "" && len(m.pictures) == 0 {
		said = append(said, m.rights)
	}
	what := "and came as nothing but a source"
	weight := exchange.LeftOut
	if n := len(m.pictures); n > 0 {
		weight, what = exchange.Decide, fmt.Sprintf("and came as %d pictures without an event", n)
		if n == 1 {
			what = "and came as a picture without an event"
		}
	}
	if len(said) > 0 {
		what += "; what it says did not come over: " + strings.Join(said, "; ")
	}
	r.d.Note(weight, r.at(m.node), "no-date", authoring.Quote(name)+" has no date (navDate) "+shortened(what), "write a navDate into it, or the event by hand")
}

// shortened bounds what a note repeats.
func shortened(text string) string {
	const most = 400
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return string(letters[:most]) + "…"
}

// unsaid names what a manifest or canvas says besides, and has no place in an archive.
func (r *reader) unsaid(n *tree.Node, name string) {
	for _, part := range []struct{ key, what string }{
		{"annotations", "comments, transcriptions or tags upon the pictures"}, {"otherContent", "comments, transcriptions or tags upon the pictures"},
		{"structures", "a table of contents"}, {"navPlace", "a place on the map"}, {"search", "a search service"},
	} {
		v := n.Get(part.key)
		if !v.Empty() {
			r.d.Once(exchange.LeftOut, r.at(v), "part", part.what+" ("+part.key+") did not come over", "write into the archive what of it visitors need")
		}
		v.Ask()
	}
	r.ornaments(n)
}

// unread names what nobody asked for.
func (r *reader) unread(n *tree.Node) {
	if n.Twice() {
		r.d.Note(exchange.LeftOut, r.at(n), "twice", "another value stands behind the same key, and counts", "keep one of them")
		return
	}
	if n.Key == "id" || n.Key == "type" || n.Key == "@id" || n.Key == "@type" || n.Key == "@context" {
		return
	}
	var steps []string
	for step := range strings.SplitSeq(strings.TrimPrefix(n.Pointer(), "/"), "/") {
		if strings.Trim(step, "0123456789") != "" {
			steps = append(steps, step)
		}
	}
	if len(steps) > 2 {
		steps = steps[len(steps)-2:]
	}
	r.d.Once(exchange.LeftOut, r.at(n), "unknown", "there is no place for "+authoring.Quote(strings.Join(steps, "/"))+" in the archive, and it did not come over", "write it where it belongs")
}
