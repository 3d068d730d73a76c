package omeka

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// pictures takes the pictures of a record over, and tells each one's id.
func (t *taking) pictures(each func(id string)) {
	shared := &terms{
		rights: sync.OnceValue(func() string { return t.joined(rights) }),
		credit: sync.OnceValue(func() string { return cmp.Or(t.joined(holder), t.author()) }),
	}
	for _, f := range t.r.files {
		if id := t.pictured(t, f, shared); id != "" {
			each(id)
		}
	}
	media := slices.Clone(t.c.media[t.r.key])
	slices.SortStableFunc(media, func(a, b *record) int {
		return cmp.Compare(rank(t.r.media, a.key), rank(t.r.media, b.key))
	})
	for _, m := range media {
		own := &taking{c: t.c, r: m, k: t.c.known[m.key], used: make([]bool, len(m.values))}
		for _, f := range m.files {
			if id := t.pictured(own, f, shared); id != "" {
				each(id)
			}
		}
		own.rest()
	}
	for _, key := range t.r.media {
		if t.c.known[key] == nil && len(t.r.files) == 0 {
			t.c.Once(exchange.LeftOut, under(t.r.at, "/o:media", "o:media"), "media-unknown", "a medium of this record is not in the source", "put media.json, as /api/media gives it, beside the items")
		}
	}
}

// terms are on what terms an item's pictures may be shown, asked only where a medium does
// not say it for itself: what nobody asked for is told as left out.
type terms struct{ rights, credit func() string }

// rank is where a medium stands among an item's, the last where it does not.
func rank(order []string, key string) int {
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}

// author is who made a record, as its source says.
func (t *taking) author() string {
	return t.c.File("sources.yaml").Record("sources", t.sourceID()).Text("author")
}

// pictured takes one picture over, and gives its id. Own is the record that the picture
// stands in, the item itself or a medium of it: what the medium does not say the item does.
func (t *taking) pictured(own *taking, f file, shared *terms) string {
	if len(f.names) == 0 {
		return ""
	}
	name := t.c.beside(f)
	if name == "" {
		t.c.unseen(f)
		own.silence(t)
		return ""
	}
	p := exchange.Picture{File: name, Name: cmp.Or(own.k.title, t.k.title), Lang: t.c.Lang}
	w := wordings{}
	if own != t {
		p.Rights = own.joined(rights)
		p.Credit = cmp.Or(own.joined(holder), own.joined(author))
		w, _ = own.wordings()
		own.taken(title)
	}
	if p.Rights == "" {
		p.Rights = shared.rights()
	}
	if p.Credit == "" {
		p.Credit = shared.credit()
	}
	if len(w.order) == 0 {
		w = t.captions()
	}
	if !slices.Contains(w.order, p.Lang) && len(w.order) > 0 {
		p.Lang = w.order[0]
	}
	alt, known := t.c.lang(f.at, f.lang)
	if f.alt != "" && known && f.lang == "" {
		alt = p.Lang
	}
	first := w.in(p.Lang)
	p.Caption = first.title
	if f.alt != "" && alt == p.Lang {
		p.Alt = cleaned(f.alt)
	}
	id := t.c.Pictured(t.c.src, f.at, p)
	if id == "" {
		return ""
	}
	base := "media/" + id
	for _, lang := range w.order {
		t.captioned(base, lang, w.by[lang], own)
	}
	if f.alt != "" && known && alt != p.Lang {
		t.c.Words(base, alt, "media").Set("text", cleaned(f.alt))
	}
	if own != t {
		own.sidecar(base)
	}
	return id
}

// captions are the titles of an item, for a picture that has none of its own.
func (t *taking) captions() wordings {
	var w wordings
	for _, v := range t.r.values {
		if roles[v.term] != title {
			continue
		}
		if read := t.c.read(v.lang); v.lang == "" || read.good {
			lang := t.c.Lang
			if v.lang != "" {
				lang = read.lang
			}
			if one := w.in(lang); one.title == "" {
				one.title = line(v)
			}
		}
	}
	if len(w.order) == 0 && t.k.title != "" {
		w.in(t.c.Lang).title = t.k.title
	}
	return w
}

// captioned writes a picture's words in a language. A description tells it to who cannot
// see it, where nothing else does.
func (t *taking) captioned(base string, lang content.Lang, one *wording, own *taking) {
	words := t.c.Words(base, lang, "media")
	if one.title != "" && !words.Has("title") {
		words.Set("title", one.title)
	}
	text := strings.Join(one.text, "\n\n")
	switch {
	case text == "":
	case !words.Has("text"):
		words.Set("text", text)
		t.c.Once(exchange.Decide, own.r.at, "alt-text", "a picture is described, and nothing says whether that serves who cannot see it; the description came as its text", "read it so, and write what is to be seen")
	case words.Text("text") != text:
		t.c.Once(exchange.LeftOut, own.r.at, "description", "the description of a picture that has a text for who cannot see it did not come over", "write what matters of it into the caption")
	}
}

// sidecar writes what a medium says of itself besides.
func (t *taking) sidecar(base string) {
	side := t.c.File(base + ".yaml")
	read, v, err := t.when()
	switch {
	case err == nil && !read.Date.IsZero():
		side.Set("date", read.Date.EDTF)
	case v.term != "":
		t.undatable(read, v, err, exchange.LeftOut, "the picture came without a date")
	}
	for _, id := range t.people() {
		side.Append("people", id)
	}
	side.Set("place", t.whereabouts())
	for _, id := range t.cites() {
		side.Append("sources", id)
	}
}

// unseen says why a file did not come over.
func (c *catalogue) unseen(f file) {
	name := path.Base(strings.ReplaceAll(f.names[0], `\`, "/"))
	ext := strings.ToLower(path.Ext(name))
	image := strings.HasPrefix(f.form, "image/") || f.form == "" && slices.Contains([]string{"", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp"}, ext)
	switch {
	case !image:
		c.Once(exchange.LeftOut, f.at, "media-form", "a file of the form "+quoted(cmp.Or(f.form, ext))+" is no picture, and is not shown in a kiosk", "put a picture in its place")
	case slices.Contains([]string{".jpg", ".jpeg", ".png", ""}, ext):
		c.Note(exchange.LeftOut, f.at, "picture-missing", "the picture "+quoted(name)+" does not lie beside the source", "put it into files/original beside the source")
	default:
		c.Note(exchange.LeftOut, f.at, "picture-form", quoted(name)+" is no picture that the kiosk shows", "save it as .jpg or .png, and name it so in the catalogue")
	}
}

// silence keeps the values of a medium that did not come over from being named one by one;
// those of an item are its own.
func (t *taking) silence(item *taking) {
	if t != item {
		t.used = slices.Repeat([]bool{true}, len(t.used))
	}
}

// taken takes what is left of a role.
func (t *taking) taken(r role) {
	for i, v := range t.r.values {
		if roles[v.term] == r && !t.used[i] {
			t.used[i] = true
		}
	}
}

// mediaToo says that the media of a record stayed away with it.
func (t *taking) mediaToo() {
	for _, m := range t.c.media[t.r.key] {
		t.c.Once(exchange.LeftOut, m.at, "media-alone", "a medium did not come over, for its item did not", "see what is said of the item")
	}
}

// alone says that a medium stands without its item.
func (c *catalogue) alone(r *record) {
	k := c.known[r.of]
	switch {
	case k != nil && (k.sort != unclassed || k.private || k.broken):
		return
	case k != nil:
		c.Once(exchange.LeftOut, r.at, "media-alone", "a medium did not come over, for its item did not", "see what is said of the item")
	default:
		c.Once(exchange.LeftOut, r.at, "media-alone", "a medium did not come over, for its item is not in the source", "put items.json, as /api/items gives it, beside media.json")
	}
}

// joined takes the values of a role, on one line.
func (t *taking) joined(r role) string {
	var list []string
	for _, v := range t.take(r) {
		s := line(v)
		switch {
		case v.form == link:
			s = t.linked(v)
		case v.form == address && v.text != "" && r == rights:
			s += " (" + oneLine(cleaned(v.uri)) + ")"
		case v.form == address && v.text != "":
			t.c.Once(exchange.Altered, v.at, "address", "of a name with an address under "+quoted(v.term)+" the name came over alone", "")
		}
		if s == "" {
			t.c.leave(v)
			continue
		}
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return strings.Join(list, "; ")
}

func cleaned(s string) string {
	s, _ = authoring.Clean(s)
	return s
}
