package authoring

import (
	"path"
	"slices"
	"strings"

	"vigil/content/route"
)

// fileKind tells the files of the format apart by what they hold.
type fileKind string

const (
	archiveFile       fileKind = "archive"
	sourcesFile       fileKind = "sources"
	peopleFile        fileKind = "people"
	organisationsFile fileKind = "organisations"
	placesFile        fileKind = "places"
	glossaryFile      fileKind = "glossary"
	quotationsFile    fileKind = "quotations"
	caseFile          fileKind = "case"
	speechFile        fileKind = "speech"
	timelineFile      fileKind = "timeline"
	wordsFile         fileKind = "words"
	essayFile         fileKind = "essay"
	spokenFile        fileKind = "text"
	lessonFile        fileKind = "lesson"
	mediumFile        fileKind = "media"
	pictureFile       fileKind = "picture"
	topicsFile        fileKind = "topics"
	interfaceFile     fileKind = "interface"
	keyboardFile      fileKind = "keyboard"
	fontFile          fileKind = "font"
	licenceFile       fileKind = "licence"
)

// topFiles are the facts at the root; all but the bibliography and the topics have
// words.
var topFiles = []fileKind{archiveFile, sourcesFile, peopleFile, organisationsFile, placesFile, glossaryFile, quotationsFile, topicsFile}

// knownDir reports whether name is a folder of the format.
func knownDir(name string) bool {
	parent, id := path.Split(name)
	switch parent {
	case "":
		return slices.Contains(folders, id)
	case "cases/", "speeches/":
		return route.ValidID(id)
	}
	return false
}

// folders are those at the root.
var folders = []string{"cases", "speeches", "lessons", "media", "fonts"}

// pictures are the formats of pictures, by the end of their names.
var pictures = []string{"jpg", "jpeg", "png"}

// fonts are the formats of fonts, by the end of their names.
var fonts = []string{"ttf", "otf"}

// classify says which file of the format name is.
func classify(name string) (found, bool) {
	dir, base := path.Split(name)
	parts := strings.Split(base, ".")
	stem, ext := fileKind(parts[0]), parts[len(parts)-1]
	facts, prose := kindsIn(dir)
	f := found{name: name, kind: stem, base: dir + parts[0]}
	switch dir {
	case "lessons/", "media/":
		return named(f, dir, parts)
	case "fonts/":
		f.kind = licenceFile
		if slices.Contains(fonts, ext) {
			f.kind = fontFile
		}
		return f, len(parts) == 2 && parts[0] != "" && (f.kind == fontFile || ext == "txt")
	}
	switch {
	case dir == "" && len(parts) == 3 && (base == "interface."+parts[1]+".toml" || base == "keyboard."+parts[1]+".yaml"):
		f.lang = parts[1]
		return f, true
	case len(parts) == 2 && ext == "yaml":
		return f, slices.Contains(facts, stem)
	case len(parts) == 3 && ext == "yaml" && stem != sourcesFile && stem != topicsFile:
		f.kind, f.lang = wordsFile, parts[1]
		return f, slices.Contains(facts, stem)
	case len(parts) == 3 && ext == "md":
		f.lang = parts[1]
		return f, prose != "" && stem == prose
	}
	return found{}, false
}

// named says which file it is in a folder where files are called by their ids.
func named(f found, dir string, parts []string) (found, bool) {
	ext := parts[len(parts)-1]
	f.kind = lessonFile
	if dir == "media/" {
		f.kind = mediumFile
	}
	switch {
	case !route.ValidID(parts[0]) || len(parts) > 3:
		return found{}, false
	case len(parts) == 2 && dir == "media/" && slices.Contains(pictures, ext):
		f.kind = pictureFile
	case len(parts) == 3:
		f.kind, f.lang = wordsFile, parts[1]
	}
	return f, f.kind == pictureFile || ext == "yaml"
}

// kindsIn lists the files that a folder may hold, dir as path.Split gives it.
func kindsIn(dir string) (facts []fileKind, prose fileKind) {
	switch {
	case dir == "":
		return topFiles, ""
	case strings.HasPrefix(dir, "cases/") && strings.Count(dir, "/") == 2:
		return []fileKind{caseFile, timelineFile}, essayFile
	case strings.HasPrefix(dir, "speeches/") && strings.Count(dir, "/") == 2:
		return []fileKind{speechFile, timelineFile}, spokenFile
	}
	return nil, ""
}

// nearestFile is the file that an unknown one was probably meant to be, or "",
// and the mend.
func nearestFile(name string) (file, mend string) {
	dir, base := path.Split(name)
	stem, rest, _ := strings.Cut(base, ".")
	if lower := strings.ToLower(base); lower != base {
		if f, ok := classify(dir + lower); ok {
			return f.name, "rename it to " + lower + ", in small letters"
		}
	}
	facts, prose := kindsIn(dir)
	var known []string
	for _, kind := range append(slices.Clone(facts), prose) {
		known = append(known, string(kind))
	}
	if slices.Contains(known, stem) && stem != "" {
		return dir + stem + ".yaml", "write " + stem + ".yaml, or with a language such as " + stem + ".en.yaml, essay.en.md, text.en.md"
	}
	if near := Nearest(stem, known); near != "" {
		return dir + near + "." + rest, mendName(near+"."+rest, "")
	}
	return "", "remove it, or begin its name with a dot"
}
