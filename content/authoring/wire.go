package authoring

import (
	"path"
	"slices"
	"strings"
)

// SchemaOf is the name of the schema of a file, by its path in an archive. It reports
// whether there is one: none is of Markdown, of pictures, fonts and the interface.
func SchemaOf(name string) (string, bool) {
	f, ok := classify(name)
	if !ok || path.Ext(name) != ".yaml" {
		return "", false
	}
	if f.kind != wordsFile {
		return string(f.kind), true
	}
	beside, ok := classify(f.base + ".yaml")
	return string(beside.kind) + ".words", ok
}

// modeline is how a file tells an editor of its schema, in YAML's own remarks.
const modeline = "# yaml-language-server: $schema="

// SchemaDir is the folder of an archive that keeps the schemas. The loader passes over it.
const SchemaDir = ".schema"

// SchemaLine is the first line of a file whose schema an editor is to find, by the file's
// path in an archive; "" where it has none.
func SchemaLine(name string) string {
	schema, ok := SchemaOf(name)
	if !ok {
		return ""
	}
	return modeline + strings.Repeat("../", strings.Count(name, "/")) + SchemaDir + "/" + schema + schemaEnd
}

// Wired is the text of a file with the line that leads to its schema, and no other such
// line in its first remarks. What else stands there stays as it is, byte for byte.
func Wired(name, text string) string {
	line := SchemaLine(name)
	if line == "" {
		return text
	}
	end := "\n"
	if first, _, _ := strings.Cut(text, "\n"); strings.HasSuffix(first, "\r") {
		end = "\r\n"
	}
	mark, rest := cutMark(Unwired(text))
	return mark + line + end + rest
}

// Unwired is the text of a file without the line that leads to its schema.
func Unwired(text string) string {
	mark, rest := cutMark(text)
	lines := strings.SplitAfter(rest, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, modeline) && strings.Contains(line, SchemaDir+"/") {
			return mark + strings.Join(slices.Delete(lines, i, i+1), "")
		}
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			break
		}
	}
	return text
}

// cutMark parts the byte order mark, which some editors of Windows write, from a text.
func cutMark(text string) (mark, rest string) {
	if rest, marked := strings.CutPrefix(text, "\ufeff"); marked {
		return "\ufeff", rest
	}
	return "", text
}
