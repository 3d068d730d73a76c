package check

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/picture"
	"vigil/i18n"
)

// The limits of a keyboard: what a finger finds its way on.
const (
	mostPages    = 8
	mostRows     = 4
	mostInRow    = 12
	mostVariants = 12
	mostInKey    = 4 // letters
)

// catalogue is the interface that Vigil speaks, read once: a folder that is checked each
// time it is saved does not wait for it.
var catalogue = sync.OnceValues(i18n.Load)

// interfaces asks that the interface has the archive's languages, in Vigil or in a
// file of the archive.
func interfaces(in *inspection) {
	vigil, err := catalogue()
	if err != nil {
		return
	}
	for i, lang := range in.archive.Languages {
		name := "interface." + string(lang) + ".toml"
		text, brought := in.archive.Interfaces[lang]
		switch {
		case vigil.Speaks(lang) && brought:
			in.place(name, 0, 0, authoring.Warning, "Vigil speaks this language itself, and this file is not used", "take it out")
		case vigil.Speaks(lang), brought, in.Unread("", name):
		default:
			in.warn(fmt.Sprintf("archive#languages/%d", i), "the interface does not speak "+authoring.Quote(string(lang))+": its buttons and dates are said in English", "bring "+name+", the messages of Vigil's interface in this language")
		}
		if !brought {
			continue
		}
		if in.tools.Glyphs != nil {
			in.boxes(name, text)
		}
		for _, f := range i18n.Inspect(lang, text) {
			severity := authoring.Error
			if f.Warning {
				severity = authoring.Warning
			}
			in.place(name, f.Line, min(f.Line, 1), severity, authoring.Printable(f.Message), f.Mend)
		}
	}
}

// boxes reports once a script the letters of an interface that would show as an empty
// box.
func (in *inspection) boxes(name, text string) {
	told := map[string]bool{}
	for _, r := range in.tools.Glyphs.Missing(text) {
		if script := scriptName(r); r >= ' ' && !told[script] {
			told[script] = true
			line := 1 + strings.Count(text[:strings.IndexRune(text, r)], "\n")
			in.place(name, line, 1, authoring.Error, fmt.Sprintf("no font has letters of %s here, such as U+%04X", cmp.Or(script, "this sign"), r), "bring a font of that script: fonts/NAME.ttf, and its licence beside it, fonts/NAME.txt")
		}
	}
}

// keyboards asks that keys can be found and touched.
func keyboards(in *inspection) {
	for lang, k := range in.archive.Keyboards {
		key := "keyboard/" + string(lang)
		if len(k.Pages) > mostPages {
			in.fail(key, fmt.Sprintf("%d pages of keys", len(k.Pages)), fmt.Sprintf("keep to %d; variants of a key stand under a long press", mostPages))
		}
		for i, page := range k.Pages {
			in.keys(fmt.Sprintf("%s/%d", key, i+1), page)
		}
	}
}

func (in *inspection) keys(key string, page content.KeyPage) {
	if len(page.Rows) > mostRows {
		in.fail(key+"#rows", fmt.Sprintf("%d rows of keys", len(page.Rows)), fmt.Sprintf("keep to %d, and put the rest on another page", mostRows))
	}
	var all []string
	for i, row := range page.Rows {
		at := fmt.Sprintf("%s#rows/%d", key, i)
		if len(row) > mostInRow {
			in.fail(at, fmt.Sprintf("%d keys in a row", len(row)), fmt.Sprintf("keep to %d, so that each is large enough for a finger", mostInRow))
		}
		for _, typed := range row {
			if utf8.RuneCountInString(typed) > mostInKey {
				in.fail(at, authoring.Quote(typed)+" is a key of more than "+fmt.Sprint(mostInKey)+" letters", "put a space between two keys")
			}
			if slices.Contains(all, typed) {
				in.fail(at, "the key "+authoring.Quote(typed)+" stands here twice", "keep one of them")
			}
			all = append(all, typed)
		}
	}
	for typed, letters := range page.Variants {
		if !slices.Contains(all, typed) {
			in.fail(key+"#variants", "there is no key "+authoring.Quote(typed)+" that these variants could stand under", "add it to a row, or take them out")
		}
		if len(letters) > mostVariants {
			in.fail(key+"#variants", fmt.Sprintf("the key %s has %d variants", authoring.Quote(typed), len(letters)), fmt.Sprintf("keep to %d", mostVariants))
		}
	}
}

// topics asks that each question has one answer, and that it leads somewhere.
func topics(in *inspection) {
	first := map[string]string{}
	for _, t := range in.archive.Topics {
		key := "topic/" + t.ID
		in.routes(key, "answers", t.Answers)
		for i, asked := range t.Asked {
			folded := strings.Join(strings.Fields(strings.ToLower(asked)), " ")
			if other, taken := first[folded]; taken {
				in.fail(fmt.Sprintf("%s#asked/%d", key, i), authoring.Quote(asked)+" is asked of the topic "+authoring.Quote(other)+" too", "keep it in one of them")
				continue
			}
			first[folded] = t.ID
		}
	}
}

// fonts tries what fonts an archive brings, and asks for their licences.
func fonts(in *inspection) {
	for _, name := range in.archive.Fonts {
		stem := strings.TrimSuffix(name, path.Ext(name))
		family, _, _ := strings.Cut(stem, "-")
		if !slices.ContainsFunc([]string{stem + ".txt", family + ".txt", "fonts/OFL.txt"}, func(l string) bool { return slices.Contains(in.Licences, l) }) {
			in.place(name, 0, 0, authoring.Error, "this font has no licence beside it", "put its licence as "+stem+".txt, or fonts/OFL.txt for all")
		}
		if in.files == nil || in.tools.Glyphs == nil {
			continue
		}
		if err := in.bring(name); err != nil {
			in.place(name, 0, 0, authoring.Error, authoring.Printable(err.Error()), "take the font from where it is published again, as .ttf or .otf")
		}
	}
}

func (in *inspection) bring(name string) error {
	f, err := in.files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	return in.tools.Glyphs.Bring(name, data)
}

// pictures reads every picture as the kiosk does.
func pictures(in *inspection) {
	if in.files == nil {
		return
	}
	for _, m := range in.archive.Media {
		if in.ctx.Err() != nil {
			return
		}
		name := "media/" + m.File
		p, err := picture.Open(in.files, name)
		if err == nil {
			_, err = p.Read(in.ctx, 64)
		}
		key := "media/" + m.ID + "#file"
		switch {
		case err == nil, errors.Is(err, fs.ErrNotExist): // told where it is named
		case errors.Is(err, picture.ErrTooLarge):
			in.fail(key, "the kiosk cannot show "+authoring.Quote(name)+": "+tail(err), "save it smaller; 1,600 px a side fill the screen")
		case errors.Is(err, picture.ErrDamaged):
			in.fail(key, authoring.Quote(name)+" is damaged or cut off, and the kiosk cannot show it", "save it again from the original")
		case errors.Is(err, picture.ErrNone):
			in.fail(key, "in "+authoring.Quote(name)+" is no picture", "save it as JPEG or PNG")
		default:
			in.fail(key, "the kiosk cannot show "+authoring.Quote(name)+": "+tail(err), "save it again from the original")
		}
	}
}

// unasked keeps what is shown unasked to what needs no note, and to nobody who is
// accused or was convicted.
func unasked(in *inspection) {
	for _, m := range in.archive.Media {
		if m.Show != content.OnSight {
			continue
		}
		key := "media/" + m.ID
		for _, lang := range slices.Sorted(maps.Keys(m.Words)) {
			if len(m.Words[lang].Note) > 0 {
				in.fail(key+"@"+string(lang)+"#note", "a picture with a content note is never shown unasked", "take show: page out of its sidecar, or the note where nothing needs one")
			}
		}
		for _, id := range m.People {
			if p := in.archive.Person(id); p != nil && p.Accused() {
				in.fail(key+"#show", authoring.Quote(id)+" is accused or convicted, and is never shown unasked", "take show: page out")
			}
		}
	}
}

// tail is an error without the name of the file.
func tail(err error) string {
	_, what, ok := strings.Cut(err.Error(), ": ")
	if !ok {
		return authoring.Printable(err.Error())
	}
	return authoring.Printable(what)
}
