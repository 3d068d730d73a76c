package exchange

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vigil/content"
	"vigil/content/authoring"
)

// Draft is what an import writes into: the records, the report, and what whoever imports
// has said beforehand.
type Draft struct {
	*authoring.Manuscript
	*Report
	Options

	ids map[string]string // of names that were given, by kind and what they stand for
}

// Options are what whoever imports says of the source.
type Options struct {
	Lang content.Lang // of words whose language the source does not say
	Case string       // the history that events come into; "" makes one of the source's title
	Now  time.Time    // for what an archive must say of its own date
	Old  Existing     // of the folder that is imported into

	Replace bool // what the source says takes the place of what the folder says

	Step func(done, of int) // is told how far a long import is; of is 0 where that is not known
}

// Existing is what an import must know of the folder that it goes into.
type Existing struct {
	Original  content.Lang   // "" where there is no archive yet
	Languages []content.Lang // that it offers
	Histories []string       // ids of its histories, in their order

	Manuscript *authoring.Manuscript // its records as they stand; nil where there is none
}

// NewDraft is a draft in which nothing stands.
func NewDraft(r *Report, o Options) *Draft {
	if o.Lang == "" {
		o.Lang = cmp.Or(o.Old.Original, "en")
	}
	if o.Step == nil {
		o.Step = func(int, int) {}
	}
	return &Draft{Manuscript: authoring.NewManuscript(), Report: r, Options: o, ids: map[string]string{}}
}

// Original is the language that the archive is written in.
func (d *Draft) Original() content.Lang { return cmp.Or(d.Old.Original, d.Lang) }

// Whole begins what an archive must have beside what came: archive.yaml, where the folder
// has none, with every language that words came in.
func (d *Draft) Whole(title string) {
	langs := []content.Lang{d.Original()}
	for _, name := range d.Names() {
		if lang := langOf(name); lang != "" && !slices.Contains(langs, lang) {
			langs = append(langs, lang)
		}
	}
	var list []string
	for _, l := range langs {
		list = append(list, string(l))
	}
	if d.Old.Original != "" {
		var all []string
		for _, l := range d.Old.Languages {
			all = append(all, string(l))
		}
		for _, l := range list {
			if !slices.Contains(all, l) {
				all = append(all, l)
			}
		}
		d.File("archive.yaml").SetList("languages", all)
		return
	}
	if d.Find("archive.yaml") != nil {
		return
	}
	e := d.Begin("archive.yaml")
	e.Set("id", d.ID("archive", title, "archive")).Set("version", d.Now.Format("2006")+".1").
		Set("publisher", "Your museum").Set("rights", "Who owns the texts, and how they may be used.").
		Set("as_of", d.Now.Format("2006-01")).Set("review", "draft").Set("original", string(d.Original())).SetList("languages", list)
	d.Begin("archive."+string(d.Original())+".yaml").Set("review", "draft").Name("words", "archive").Set("title", cmp.Or(title, "The title of your archive"))
	d.Once(Decide, Place{}, "archive", "the source does not say who publishes the archive and how its texts may be used", "write publisher and rights into archive.yaml")
}

func langOf(name string) content.Lang {
	parts := strings.Split(name[strings.LastIndex(name, "/")+1:], ".")
	if len(parts) != 3 {
		return ""
	}
	return content.Lang(parts[1])
}

// History is the id of the history that events come into, begun where the folder has it
// not: the one that was named beforehand, or one of the source's title.
func (d *Draft) History(title string) string {
	id := d.Case
	if id == "" {
		id = d.ID("case", title, "history")
	}
	d.Case = id
	if slices.Contains(d.Old.Histories, id) || d.Find("cases/"+id+"/case.yaml") != nil {
		return id
	}
	base := "cases/" + id + "/case"
	d.Begin(base+".yaml").Set("order", fmt.Sprint(len(d.Old.Histories)+1))
	words := d.Begin(base + "." + string(d.Original()) + ".yaml")
	words.Set("review", "draft").Name("words", "case").Set("title", cmp.Or(title, "The title of your history"))
	return id
}

// Span tells a history that was begun from when to when it goes.
func (d *Draft) Span(id string, dates []content.Date) {
	e := d.Find("cases/" + id + "/case.yaml")
	if e == nil || e.Has("span") || len(dates) == 0 {
		return
	}
	first := slices.MinFunc(dates, func(a, b content.Date) int { return a.Earliest().Compare(b.Earliest()) })
	last := slices.MaxFunc(dates, func(a, b content.Date) int { return a.Latest().Compare(b.Latest()) })
	from, to := first.Earliest().Year(), last.Latest().AddDate(0, 0, -1).Year()
	span := fmt.Sprintf("%s/%s", year(from), year(to))
	if from == to {
		span = year(from)
	}
	e.Set("span", span)
}

func year(y int) string {
	return content.Moment{Year: y, Precision: content.Year}.EDTF()
}

// Said marks the files of words that came as drafts, which they are until somebody has
// read them here.
func (d *Draft) Said() {
	for _, name := range d.Names() {
		if langOf(name) == "" || d.Find(name).Has("review") {
			continue
		}
		d.Find(name).Set("review", "draft")
	}
}

// ID is an id for what a source calls name: the same for the same name. Otherwise is what
// it is called where the name has no letter that an id may have.
func (d *Draft) ID(kind, name, otherwise string) string { return d.called(kind, name, name, otherwise) }

// Called is an id, made of a name, for a thing that is known by something else, such as its
// address: the same for the same thing, another where the id is another thing's.
func (d *Draft) Called(kind, thing, name string) string { return d.called(kind, thing, name, kind) }

// called parts ids by kind. A second thing of a name is marked by what it is, so that it is
// called the same when the source is read again with more in it.
func (d *Draft) called(kind, thing, name, otherwise string) string {
	if id, known := d.ids[kind+"\x00"+thing]; known {
		return id
	}
	slug := Slug(name)
	if slug == "" {
		slug = otherwise + "-" + mark(thing)
	}
	id := slug
	if d.ids[kind+"\x01"+id] != "" {
		id = slug + "-" + mark(thing)
	}
	for n := 2; d.ids[kind+"\x01"+id] != ""; n++ {
		id = fmt.Sprintf("%s-%s-%d", slug, mark(thing), n)
	}
	d.ids[kind+"\x00"+thing], d.ids[kind+"\x01"+id] = id, cmp.Or(thing, id)
	return id
}

// Taken keeps an id from being given to something else.
func (d *Draft) Taken(kind, id, name string) {
	d.ids[kind+"\x00"+name], d.ids[kind+"\x01"+id] = id, cmp.Or(name, id)
}

// mark is a short name for a text that has no letters for one; the same text has the same.
func mark(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:3])
}

// longestSlug leaves room for a number behind an id, which has at most 64 letters.
const longestSlug = 48

// Slug is a name as an id: small Latin letters and digits, words parted by hyphens; "" of a
// name in which there is none.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		if s, ok := folded[r]; ok {
			b.WriteString(s)
			continue
		}
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsMark(r), r == '\'', r == '’':
		default:
			if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() > 4*longestSlug {
			break
		}
	}
	slug := strings.Trim(b.String(), "-")
	if len(slug) > longestSlug {
		slug = slug[:longestSlug]
		if i := strings.LastIndexByte(slug, '-'); i > longestSlug/2 {
			slug = slug[:i]
		}
	}
	return strings.Trim(slug, "-")
}

// folded are Latin letters that do not fall apart into one and a mark.
var folded = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "dj", 'ł': "l", 'ð': "d", 'þ': "th", 'ı': "i"}
