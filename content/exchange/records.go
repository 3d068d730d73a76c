package exchange

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// Event is the event of that id in a history's timeline, with what every event must say
// and a source of another kind does not: the kind, how much it weighs beside others, and
// that nobody has verified it here. What a person must then decide is in the report.
func (d *Draft) Event(at Place, history, id string) *authoring.Entry {
	return d.EventOf(at, history, id, "")
}

// EventOf is Event of a source that says which kind it is, one of content.EventKinds.
func (d *Draft) EventOf(at Place, history, id, kind string) *authoring.Entry {
	e := d.File("cases/"+history+"/timeline.yaml").Record("events", id)
	if !e.Has("kind") {
		d.Came["events"]++
		e.Set("kind", cmp.Or(kind, "background")).Set("importance", "3").Set("verified", string(content.FromMemory))
		if kind == "" {
			d.Once(Decide, at, "kind", `this event has no kind that the format knows, and came as "background"`, "write one of "+strings.Join(content.EventKinds, ", ")+" as its kind")
		}
		d.Once(Decide, at, "importance", "nothing says how much this event weighs beside the others, and it came as 3", "give the few that tell the history at a glance importance 1")
		d.Once(Decide, at, "verified", `nobody has verified this fact here, and it came as "memory"`, "read its source, and write verified: page")
	}
	return e
}

// EventWords are an event's words in a language.
func (d *Draft) EventWords(history, id string, lang content.Lang) *authoring.Entry {
	return d.Words("cases/"+history+"/timeline", lang, id)
}

// Cite is the id of a source in the bibliography: one for each address or, where there is
// none, for each title.
func (d *Draft) Cite(title, url, kind string) string {
	known := cmp.Or(url, title)
	if known == "" {
		return ""
	}
	id := d.Called("source", known, cmp.Or(title, url))
	e := d.File("sources.yaml").Record("sources", id)
	if !e.Has("title") {
		d.Came["sources"]++
		e.Set("title", oneLine(cmp.Or(title, url))).Set("kind", cmp.Or(kind, "reference")).Set("url", url)
	}
	return id
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Picture is what a source says of a picture. Only what it says is written down; what the
// format asks for besides is named in the report, and by check until it is there.
type Picture struct {
	File    string // where it lies beside the source, slashes between folders
	Name    string // what it is called, for its id; the file's name where it is empty
	Lang    content.Lang
	Caption string
	Alt     string // told to who cannot see it
	Credit  string
	Rights  string
}

// Pictured takes a picture over that lies beside the source, and gives the id by which
// records name it; "" where it cannot come over, which the report says.
func (d *Draft) Pictured(src Source, at Place, p Picture) string {
	file := path.Clean(strings.TrimPrefix(p.File, "./"))
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(file), "."))
	switch {
	case strings.Contains(p.File, "://") || strings.HasPrefix(p.File, "//"):
		d.Note(LeftOut, at, "picture-away", "the picture "+authoring.Quote(p.File)+" lies on the open web, which is not opened", "put the file beside the source, and name it there")
		return ""
	case !src.Beside(file):
		d.Note(LeftOut, at, "picture-missing", "there is no picture "+authoring.Quote(p.File)+" beside the source", "put the file there")
		return ""
	case !slices.Contains([]string{"jpg", "jpeg", "png"}, ext):
		d.Note(LeftOut, at, "picture-form", authoring.Quote(p.File)+" is no picture that the kiosk shows", "save it as .jpg or .png")
		return ""
	}
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	id := d.Called("media", file, cmp.Or(p.Name, stem))
	d.sidecar(src, at, id, file, ext, p)
	return id
}

func (d *Draft) sidecar(src Source, at Place, id, file, ext string, p Picture) {
	base := "media/" + id
	if d.Find(base+".yaml") != nil {
		return
	}
	d.Came["pictures"]++
	d.Attach(base+"."+ext, func() (io.ReadCloser, error) { return src.Files.Open(file) })
	d.File(base+".yaml").Set("file", id+"."+ext).Set("credit", oneLine(p.Credit)).Set("rights", oneLine(p.Rights))
	words := d.Words(base, cmp.Or(p.Lang, d.Lang), "media")
	words.Set("title", oneLine(p.Caption)).Set("text", p.Alt)
	var lacks []string
	for _, part := range []struct{ said, what string }{{p.Credit, "credit"}, {p.Rights, "rights"}, {p.Caption, "a caption (title)"}, {p.Alt, "a description for who cannot see it (text)"}} {
		if strings.TrimSpace(part.said) == "" {
			lacks = append(lacks, part.what)
		}
	}
	if len(lacks) > 0 {
		d.Note(Decide, at, "picture-words", fmt.Sprintf("the picture %s came without %s", authoring.Quote(id), strings.Join(lacks, ", ")), "write it into "+base+".yaml and "+base+"."+string(cmp.Or(p.Lang, d.Lang))+".yaml")
	}
	d.Once(Decide, at, "picture-note", "nothing says what one should know before looking at this picture", "write a note beside its words, or show: page in its sidecar where nothing need be known")
}
