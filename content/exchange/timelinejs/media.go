package timelinejs

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/prose"
)

// beside is what came of a slide's media.
type beside struct {
	pictures []string // ids
	sources  []string // ids
	words    string   // of a quotation that stood as media
}

var frame = regexp.MustCompile(`(?is)<iframe[^>]*\ssrc\s*=\s*["']?([^"'\s>]+)`)

// shows is the media of a slide with its words on one line each.
type shows struct {
	slide
	caption, credit string
}

// pictured takes the media of a slide over.
func (r *reader) pictured(s slide) beside {
	show := shows{slide: s}
	var links, more []prose.Link
	show.caption, links = r.line(s.media.caption)
	show.credit, more = r.line(s.media.credit)
	links = append(links, more...)
	if title, _ := r.line(s.media.title); show.caption == "" {
		show.caption = title
	} else if title != "" && title != show.caption {
		r.d.Note(exchange.LeftOut, s.place("media/title"), "media-title", "the picture has a title beside its caption, which did not come over: "+authoring.Quote(title), "write it into the caption")
	}
	if s.media.link != "" {
		links = append(links, prose.Link{Text: show.caption, URL: s.media.link})
	}
	var out beside
	for _, l := range links {
		out.cites(r.cite(l.Text, l.URL, s.place("media/caption")))
	}
	r.medium(show, &out)
	if s.media.thumbnail != "" {
		r.d.Once(exchange.Altered, s.place("media/thumbnail"), "thumbnail", "a small picture for the axis did not come over: the kiosk makes its own", "")
	}
	return out
}

func (b *beside) cites(id string) {
	if id != "" {
		b.sources = append(b.sources, id)
	}
}

// medium takes over what the address of the media stands for.
func (r *reader) medium(s shows, out *beside) {
	address := strings.TrimSpace(s.media.url)
	switch {
	case address == "":
		if lost := joinWords(joinWords(s.caption, s.credit), s.media.alt); lost != "" {
			r.d.Note(exchange.LeftOut, s.place("media/url"), "media-words", "here are a picture's words without the picture, and they did not come over: "+authoring.Quote(lost), "name its file")
		}
	case strings.HasPrefix(address, "<") && frame.MatchString(address):
		out.cites(r.away(s, frame.FindStringSubmatch(address)[1]))
	case strings.HasPrefix(address, "<"):
		out.words = r.quoted(s)
	default:
		file, here := r.beside(address)
		if !here && away(address) {
			out.cites(r.away(s, address))
			return
		}
		id := r.d.Pictured(r.src, s.place("media/url"), exchange.Picture{File: file, Caption: s.caption, Alt: r.clean(s.media.alt, s.place("media/alt")), Credit: s.credit})
		if id == "" {
			return
		}
		out.pictures = append(out.pictures, id)
		for _, source := range out.sources {
			r.d.File("media/"+id+".yaml").Append("sources", source)
		}
	}
}

func away(address string) bool {
	return strings.Contains(address, "://") || strings.HasPrefix(address, "//") || strings.HasPrefix(address, "www.")
}

// beside is the file beside the timeline that an address stands for: by its path, or by its
// name alone, so that a picture may be saved beside without writing the sheet anew.
func (r *reader) beside(address string) (string, bool) {
	name := address
	if u, err := url.Parse(address); err == nil && u.Path != "" {
		name = u.Path
	}
	name = strings.TrimLeft(path.Clean("/"+name), "/")
	if !away(address) && r.src.Beside(name) {
		return name, true
	}
	if base := path.Base(name); r.src.Beside(base) {
		return base, true
	}
	return name, false
}

var image = regexp.MustCompile(`(?i)\.(jpe?g|png|gif|svg|webp)(\?.*)?$`)

// away cites what lies on the open web, and says that it is not shown.
func (r *reader) away(s shows, address string) string {
	if strings.HasPrefix(address, "www.") {
		address = "https://" + address
	}
	at := s.place("media/url")
	id := r.cite(s.caption, address, at)
	if id == "" {
		return ""
	}
	if source := r.d.File("sources.yaml").Record("sources", id); s.credit != "" && !source.Has("publisher") {
		source.Set("publisher", s.credit)
	}
	what, mend := "what this slide shows lies on the open web, which the kiosk does not open; its address came as a source", ""
	if image.MatchString(address) {
		what, mend = "this picture lies on the open web, which is not opened; its address came as a source", "if its rights allow it, save it beside the timeline under its own name and import again"
	}
	if s.media.alt != "" {
		what += ", its description did not: " + authoring.Quote(s.media.alt)
	}
	r.d.Note(exchange.LeftOut, at, "media-away", what+": "+authoring.Quote(address), mend)
	return id
}

// quoted is a quotation, or other words, that stood as media.
func (r *reader) quoted(s shows) string {
	at := s.place("media/url")
	got, err := prose.FromHTML(s.media.url, r.d.Lang)
	if err != nil || strings.TrimSpace(got.Text) == "" {
		r.d.Note(exchange.LeftOut, at, "media-html", "what this slide shows are marks of a web page without words: "+authoring.Quote(s.media.url), "write its address alone")
		return ""
	}
	r.d.Note(exchange.Decide, at, "quotation", "a quotation stood as what this slide shows; it came as the end of its text", "say who said it, when, and where it is to be read in quotations.yaml, or take it out")
	return joinLines([]string{r.clean(got.Text, at), s.caption, s.credit})
}
