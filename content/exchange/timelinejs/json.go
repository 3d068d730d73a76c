package timelinejs

import (
	"fmt"
	"strconv"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/tree"
)

// json reads the JSON of version 3, or that of version 2.
func (r *reader) json(data []byte) (deck, error) {
	doc, err := tree.Parse(data)
	if err != nil {
		return deck{}, err
	}
	root := doc
	if !doc.Has("events") && doc.Get("timeline").Kind == tree.Object {
		root = doc.Get("timeline")
	}
	if root.Kind != tree.Object {
		return deck{}, fmt.Errorf("its JSON is a list, and TimelineJS reads an object with a list %q", "events")
	}
	var slides deck
	if root.Has("date") || root.Has("startDate") {
		slides = r.second(root)
	} else {
		slides = r.third(root)
	}
	doc.Unread(r.left)
	return slides, nil
}

// third reads version 3.
func (r *reader) third(root *tree.Node) deck {
	var slides deck
	if title := root.Get("title"); title.Kind == tree.Object && !title.Empty() {
		s := r.slide(title)
		slides.title = &s
		r.d.Count("slides")
	}
	for _, list := range []string{"events", "slides"} {
		for _, n := range r.objects(root.Get(list)) {
			if len(slides.events) <= MostEvents { // one more says that there are more
				slides.events = append(slides.events, r.slide(n))
			} else {
				n.Ask()
			}
		}
	}
	for _, n := range r.objects(root.Get("eras")) {
		if len(slides.eras) <= MostEvents {
			slides.eras = append(slides.eras, r.slide(n))
		} else {
			n.Ask()
		}
	}
	switch scale := root.Get("scale"); scale.Text() {
	case "", "human":
	case "cosmological":
		r.d.Note(exchange.Altered, r.at(scale), "scale", "the timeline counts in ages of the earth; years beyond four figures cannot come over", "")
	default:
		r.d.Note(exchange.Altered, r.at(scale), "scale", "TimelineJS knows no scale "+authoring.Quote(scale.Text())+" and shows nothing; the dates were read as those of people", "")
	}
	return slides
}

func (r *reader) at(n *tree.Node) exchange.Place {
	return exchange.Place{File: r.file, Path: n.Pointer()}
}

// objects are the objects of a list; what is none is named.
func (r *reader) objects(n *tree.Node) []*tree.Node {
	var list []*tree.Node
	for _, part := range n.All() {
		if part.Kind == tree.Object {
			list = append(list, part)
			r.d.Count("slides")
			continue
		}
		if !part.Empty() {
			r.d.Note(exchange.LeftOut, r.at(part), "slide", "this is no slide", "write an object with start_date and text")
		}
		part.Ask()
	}
	return list
}

func (r *reader) slide(n *tree.Node) slide {
	text, pic, back := n.Get("text"), n.Get("media"), n.Get("background")
	s := slide{
		id:       strings.TrimSpace(n.Get("unique_id").Text()),
		headline: text.Get("headline").Text(), text: text.Get("text").Text(),
		start: moment(n.Get("start_date")), end: moment(n.Get("end_date")),
		display: n.Get("display_date").Text(),
		group:   n.Get("group").Text(),
		media: media{
			url: pic.Get("url").Text(), caption: pic.Get("caption").Text(), credit: pic.Get("credit").Text(), thumbnail: pic.Get("thumbnail").Text(),
			alt: pic.Get("alt").Text(), title: pic.Get("title").Text(), link: pic.Get("link").Text(),
		},
		image: back.Get("url").Text(), colour: back.Get("color").Text(),
		place: func(part string) exchange.Place { return r.part(n, part) },
	}
	// A text that is no object is shown by no version, and says what it says all the same.
	if text.Kind == tree.Text {
		s.text = text.Text()
	}
	r.ornaments(n)
	return s
}

// part is the place of a part of a slide, by its name in version 3.
func (r *reader) part(n *tree.Node, part string) exchange.Place {
	if part != "" {
		n = n.Get(strings.Split(part, "/")...)
	}
	return r.at(n)
}

// ornaments say how a page looks or behaves, and nothing of the history.
func (r *reader) ornaments(n *tree.Node) {
	for _, o := range [][]string{{"media", "link_target"}, {"background", "opacity"}, {"background", "alt"}, {"start_date", "format"}, {"end_date", "format"}, {"autoplay"}, {"autolink"}} {
		v := n.Get(o...)
		if !v.Empty() {
			name := strings.Join(o, "/")
			r.d.Once(exchange.Altered, r.at(v), "ornament", authoring.Quote(name)+" says how the page looks or behaves, which the kiosk does in its own way", "")
		}
		v.Ask()
	}
	if b := n.Get("background"); b.Kind == tree.Text {
		b.Ask()
		if b.Peek() != "" {
			r.d.Once(exchange.Altered, r.at(b), "ornament", "a background that is a text is not read by TimelineJS either", "")
		}
	}
}

func moment(n *tree.Node) written {
	w := written{
		year: n.Get("year").Text(), month: n.Get("month").Text(), day: n.Get("day").Text(),
		display: n.Get("display_date").Text(), whole: n.Text(),
	}
	var clock []string
	for _, part := range []string{"hour", "minute", "second", "millisecond"} {
		if v := strings.TrimSpace(n.Get(part).Text()); v != "" {
			clock = append(clock, v)
		}
	}
	w.time = strings.Join(clock, ":")
	return w
}

// second reads version 2, which version 3 shows no more.
func (r *reader) second(root *tree.Node) deck {
	r.d.Note(exchange.Altered, r.at(root), "version", "this is a timeline of TimelineJS 2, which TimelineJS 3 does not show; it was read", "")
	var slides deck
	root.Get("type").Ask()
	title := r.old(root)
	title.start = written{} // where the view began
	slides.title = &title
	r.d.Count("slides")
	for _, n := range r.objects(root.Get("date")) {
		slides.events = append(slides.events, r.old(n))
	}
	for _, n := range r.objects(root.Get("era")) {
		slides.eras = append(slides.eras, r.old(n))
	}
	return slides
}

// older names the parts of a slide in version 2 by their names in version 3.
var older = map[string]string{
	"start_date": "startDate", "end_date": "endDate", "text/headline": "headline", "text/text": "text", "group": "tag",
	"media/url": "asset/media", "media/caption": "asset/caption", "media/credit": "asset/credit", "media/thumbnail": "asset/thumbnail",
}

func (r *reader) old(n *tree.Node) slide {
	pic := n.Get("asset")
	s := slide{
		headline: n.Get("headline").Text(), text: n.Get("text").Text(),
		start: commas(n.Get("startDate").Text()), end: commas(n.Get("endDate").Text()),
		group: n.Get("tag").Text(),
		media: media{url: pic.Get("media").Text(), caption: pic.Get("caption").Text(), credit: pic.Get("credit").Text(), thumbnail: pic.Get("thumbnail").Text()},
		place: func(part string) exchange.Place {
			if name, known := older[part]; known {
				part = name
			} else if base, _, _ := strings.Cut(part, "/"); older[base] != "" {
				part = older[base]
			}
			if part == "tag" && !n.Has("tag") {
				part = "tags"
			}
			return r.part(n, part)
		},
	}
	if s.group == "" {
		s.group = n.Get("tags").Text()
	}
	return s
}

// commas reads "2011,12,10,07,02,10".
func commas(text string) written {
	parts := strings.Split(text, ",")
	if len(parts) > 7 || strings.ContainsAny(text, "/-") && !strings.HasPrefix(strings.TrimSpace(text), "-") {
		return written{whole: text}
	}
	for len(parts) < 3 {
		parts = append(parts, "")
	}
	return written{year: parts[0], month: parts[1], day: parts[2], time: strings.Join(parts[3:], ":")}
}

// left names what nobody asked for, once for each part that slides may have.
func (r *reader) left(n *tree.Node) {
	if n.Twice() {
		r.d.Note(exchange.LeftOut, r.at(n), "twice", "another value stands behind the same key, and counts", "keep one of them")
		return
	}
	var steps []string
	for step := range strings.SplitSeq(strings.TrimPrefix(n.Pointer(), "/"), "/") {
		if _, err := strconv.Atoi(step); err != nil {
			steps = append(steps, step)
		}
	}
	name := strings.TrimPrefix(strings.TrimPrefix(strings.Join(steps, "/"), "events/"), "timeline/")
	r.d.Once(exchange.LeftOut, r.at(n), "unknown", "TimelineJS does nothing with "+authoring.Quote(name)+", and it did not come over", "write it into the archive where it belongs")
}
