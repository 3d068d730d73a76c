package iiif

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/prose"
	"vigil/content/exchange/tree"
)

// manifest is what a manifest says, of either version.
type manifest struct {
	node           *tree.Node
	id             string
	label, summary words
	pairs          []pair
	credit, rights string
	date           content.Date // the zero Date where it is no event
	made           content.Date // by its metadata
	pictures       []string     // ids
	sources        []string     // ids
}

// pair is a line of metadata.
type pair struct {
	node         *tree.Node
	label, value words
}

// manifest takes a manifest over.
func (r *reader) manifest(n *tree.Node) {
	r.d.Count("manifests")
	if r.manifests++; r.manifests > MostManifests {
		r.d.Once(exchange.LeftOut, r.at(n), "manifests", fmt.Sprintf("at most %d manifests are read, and this and further ones did not come over", MostManifests), "divide the collection")
		n.Ask()
		return
	}
	m := r.read(n)
	r.others(n.Get("label"), m.label, "the label")
	r.others(n.Get("summary"), m.summary, "the summary")
	name := m.label.best(r.langs)
	if name == "" {
		r.d.Note(exchange.Decide, r.at(n.Get("label")), "label", "this manifest has no label", "write a title")
		name = cmp.Or(meaningful(m.id), "manifest")
		m.label = words{{"", name}}
	}
	m.sources = append(m.sources, r.source(m, name))
	r.links(n, name, &m)
	m.date = r.dated(m, name)
	r.views(&m, name)
	r.unsaid(n, name)
	if m.date.IsZero() {
		r.undated(m, name)
		return
	}
	r.event(m, name)
}

// read asks for what a manifest says.
func (r *reader) read(n *tree.Node) manifest {
	m := manifest{node: n, id: idOf(n), label: r.words(n.Get("label")), summary: r.words(n.Get("summary"))}
	if d := r.words(n.Get("description")); len(m.summary) == 0 {
		m.summary = d
	}
	pairs := n.Get("metadata").All()
	if len(pairs) > MostLinks {
		r.d.Note(exchange.LeftOut, r.at(n.Get("metadata")), "metadata", fmt.Sprintf("of %d lines of metadata the first %d came over", len(pairs), MostLinks), "")
		n.Get("metadata").Ask()
		pairs = pairs[:MostLinks]
	}
	for _, p := range pairs {
		m.pairs = append(m.pairs, pair{p, r.words(p.Get("label")), r.words(p.Get("value"))})
	}
	required := n.Get("requiredStatement")
	statement := r.words(required.Get("value"))
	required.Get("label").Ask()
	if attribution := r.words(n.Get("attribution")); len(statement) == 0 {
		statement = attribution
	}
	m.credit = statement.best(r.langs)
	provider := r.provider(n, &m)
	if m.credit == "" {
		m.credit = provider
	}
	for _, key := range []string{"rights", "license"} {
		for _, v := range n.Get(key).All() {
			right := rightsName(strings.TrimSpace(v.Text()))
			m.rights = strings.Trim(m.rights+"; "+right, "; ")
		}
	}
	return m
}

// provider is who publishes the thing.
func (r *reader) provider(n *tree.Node, m *manifest) string {
	var list []string
	for _, p := range n.Get("provider").All() {
		name := r.words(p.Get("label")).best(r.langs)
		if name != "" {
			list = append(list, name)
		}
		r.links(p, name, m)
		r.ornaments(p)
	}
	return strings.Join(list, "; ")
}

// source cites the thing itself: its page, or the manifest.
func (r *reader) source(m manifest, name string) string {
	address := ""
	for _, h := range m.node.Get("homepage").All() {
		if id := idOf(h); address == "" && onTheWeb(id) {
			address = id
			h.Ask()
		}
	}
	if address == "" && onTheWeb(m.id) {
		address = m.id
	}
	id := r.d.Cite(name, address, "archive")
	source := r.d.File("sources.yaml").Record("sources", id)
	if m.credit != "" && !source.Has("publisher") {
		source.Set("publisher", m.credit)
	}
	return id
}

func onTheWeb(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")
}

// links cites what a thing is linked with.
func (r *reader) links(n *tree.Node, name string, m *manifest) {
	for _, key := range []string{"homepage", "seeAlso", "rendering", "related"} {
		list := n.Get(key).All()
		if len(list) > MostLinks {
			r.d.Note(exchange.LeftOut, r.at(n.Get(key)), "links", fmt.Sprintf("of %d links the first %d came as sources", len(list), MostLinks), "")
			n.Get(key).Ask()
			list = list[:MostLinks]
		}
		for _, l := range list {
			address := idOf(l)
			if l.Kind == tree.Text {
				address = strings.TrimSpace(l.Text())
			}
			label := r.words(l.Get("label")).best(r.langs)
			machinery(l)
			if !onTheWeb(address) {
				r.d.Note(exchange.LeftOut, r.at(l), "link", "this link leads nowhere on the open web: "+authoring.Quote(address), "write a whole address, beginning with https://")
				continue
			}
			id := r.d.Cite(cmp.Or(label, name+" ("+key+")"), address, "reference")
			if m != nil && !slices.Contains(m.sources, id) {
				m.sources = append(m.sources, id)
			}
		}
	}
}

// views takes the pictures of a manifest over.
func (r *reader) views(m *manifest, name string) {
	list := r.canvases(m.node)
	var missing []string
	var first *tree.Node
	for _, c := range list {
		for _, kind := range slices.Sorted(maps.Keys(c.other)) {
			r.d.Once(exchange.LeftOut, r.at(c.node), "recording", fmt.Sprintf("here is shown or played what is no picture (%s), which the kiosk does not show", authoring.Printable(cmp.Or(kind, "of no type"))), "")
		}
		own := r.ofView(*m, c)
		for _, im := range c.images {
			file, here := r.pictureOf(c, im)
			if !here {
				if first == nil {
					first = im.node
				}
				if all := names(c, im, r); len(all) > 0 {
					missing = append(missing, all[0])
				}
				continue
			}
			r.picture(m, own, c, im, file, name, len(list) > 1)
		}
		r.links(c.node, cmp.Or(c.label.best(r.langs), name), m)
		r.unsaid(c.node, c.label.best(r.langs))
		r.others(c.node.Get("label"), c.label, "the label of a view")
	}
	if first == nil {
		return
	}
	what, mend := fmt.Sprintf("%d pictures of %s lie on the open web, which is not opened", len(missing), authoring.Quote(name)), "save them beside the manifest as "
	if len(missing) == 1 {
		what, mend = "the picture of "+authoring.Quote(name)+" lies on the open web, which is not opened", "save it beside the manifest as "
	}
	r.d.Note(exchange.LeftOut, r.at(first), "picture-away", what, mend+listed(missing)+" (or .png), and import again")
}

// ofView is what a manifest says of one of its views, with what the view says of itself.
func (r *reader) ofView(m manifest, c canvas) manifest {
	own := r.read(c.node)
	m.credit, m.rights = cmp.Or(own.credit, m.credit), cmp.Or(own.rights, m.rights)
	said := own.summary.best(r.langs)
	if !slices.ContainsFunc(c.images, func(im image) bool { _, here := r.pictureOf(c, im); return here }) {
		said += "; " + own.credit + "; " + own.rights // of a picture that does not come
	}
	for _, p := range own.pairs {
		said += "; " + p.label.best(r.langs) + ": " + p.value.best(r.langs)
	}
	if said = strings.Trim(said, "; "); said != "" {
		r.d.Note(exchange.LeftOut, r.at(c.node), "view", "what is said of this view did not come over: "+shortened(said), "write it where it belongs")
	}
	return m
}

// picture takes one picture over.
func (r *reader) picture(m *manifest, own manifest, c canvas, im image, file, name string, several bool) {
	if r.pictures++; r.pictures > MostPictures {
		r.d.Once(exchange.LeftOut, r.at(im.node), "pictures", fmt.Sprintf("at most %d pictures come over at once", MostPictures), "divide the collection")
		return
	}
	caption := name
	if label := c.label.best(r.langs); label != "" && label != name && (several || r.more(label)) {
		caption = name + ", " + label
	}
	id := r.d.Pictured(r.src, r.at(im.node), exchange.Picture{File: file, Name: caption, Lang: r.langs[0], Caption: caption, Credit: own.credit, Rights: own.rights})
	if id == "" {
		return
	}
	m.pictures = append(m.pictures, id)
	side := r.d.File("media/" + id + ".yaml")
	for _, s := range m.sources {
		side.Append("sources", s)
	}
	if date := cmp.Or(m.made.EDTF, m.date.EDTF); date != "" && !side.Has("date") {
		side.Set("date", date)
	}
}

// more reports whether the label of a view says more than its number.
func (r *reader) more(label string) bool {
	return len(strings.Trim(label, "0123456789 .[]()pfPF")) > 2
}

// event makes an event of a manifest with a date.
func (r *reader) event(m manifest, name string) {
	if r.history == "" {
		r.begin(m)
	}
	thing := cmp.Or(m.id, name+"\x00"+m.date.EDTF)
	if strings.HasPrefix(m.id, "{{") {
		thing = name + "\x00" + m.date.EDTF
	}
	if r.events[thing] {
		r.d.Note(exchange.LeftOut, r.at(m.node), "twice", "this manifest stands here twice: "+authoring.Quote(name), "")
		return
	}
	r.events[thing] = true
	id := r.d.Called("event", thing, name)
	e := r.d.Event(r.at(m.node), r.history, id).Set("date", m.date.EDTF)
	r.dates = append(r.dates, m.date)
	for _, p := range m.pictures {
		e.Append("media", p)
	}
	for _, s := range m.sources {
		e.Append("sources", s)
	}
	if m.rights != "" && len(m.pictures) == 0 {
		r.d.Note(exchange.LeftOut, r.at(m.node), "rights", "the right "+authoring.Quote(m.rights)+" is of pictures, none of which came over", "")
	}
	own := r.d.EventWords(r.history, id, r.langs[0])
	r.fill(own, m, r.langs[0], e)
	for _, lang := range r.langs[1:] {
		if m.label.in(lang) == "" {
			continue
		}
		if w := r.d.EventWords(r.history, id, lang); w != own {
			r.fill(w, m, lang, e)
			w.Set("of", own.Hash())
		}
	}
}

// begin begins the history that the events come into.
func (r *reader) begin(m manifest) {
	r.history = r.d.History(r.title)
	if r.opening == "" {
		return
	}
	got, err := prose.FromHTML(r.opening, r.langs[0])
	if err != nil {
		r.d.Note(exchange.LeftOut, r.at(m.node), "text", "the summary of the collection cannot be read: "+err.Error(), "shorten it")
		return
	}
	text, _ := authoring.Clean(got.Text)
	r.d.Words("cases/"+r.history+"/case", r.langs[0], "case").Set("title", r.title).Set("text", strings.TrimSpace(text))
}

// fill writes the words of an event in a language.
func (r *reader) fill(w *authoring.Entry, m manifest, lang content.Lang, e *authoring.Entry) {
	in := func(t words) string {
		if lang == r.langs[0] {
			return t.own(r.langs)
		}
		return cmp.Or(t.in(lang), t.bare())
	}
	var parts []string
	add := func(n *tree.Node, html string) string {
		got, err := prose.FromHTML(html, lang)
		if err != nil {
			r.d.Note(exchange.LeftOut, r.at(n), "text", "this text cannot be read: "+err.Error(), "shorten it")
			return ""
		}
		for _, lost := range got.Lost {
			r.d.Once(exchange.Altered, r.at(n), "markup", "of this text there did not come over: "+lost, "")
		}
		for i, l := range got.Links {
			if i == MostLinks {
				r.d.Note(exchange.LeftOut, r.at(n), "links", fmt.Sprintf("of %d links the first %d came as sources", len(got.Links), MostLinks), "")
				break
			}
			if onTheWeb(l.URL) {
				e.Append("sources", r.d.Cite(l.Text, l.URL, "reference"))
			}
		}
		text, _ := authoring.Clean(got.Text)
		return strings.TrimSpace(text)
	}
	if text := add(m.node.Get("summary"), in(m.summary)); text != "" {
		parts = append(parts, text)
	}
	for _, p := range m.pairs {
		label, value := line(in(p.label)), add(p.node, in(p.value))
		if value != "" {
			parts = append(parts, strings.TrimSpace(strings.TrimSuffix(label, ":")+": "+strings.Join(strings.Fields(value), " ")))
		}
	}
	w.Set("title", line(in(m.label))).Set("text", strings.Join(parts, "\n\n"))
}
