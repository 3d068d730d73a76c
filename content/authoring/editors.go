package authoring

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

const editorDir = ".vscode"

// EditorFiles are what Visual Studio Code reads in the folder of an archive that it opens:
// which extension knows YAML, and which schema belongs to which file, so that a file which
// somebody begins is known before it has its first line.
func EditorFiles() map[string][]byte {
	var schemas strings.Builder
	globs := schemaGlobs()
	for i, schema := range slices.Sorted(maps.Keys(globs)) {
		if i > 0 {
			schemas.WriteString(",")
		}
		list, _ := json.Marshal(globs[schema])
		fmt.Fprintf(&schemas, "\n    %q: %s", SchemaDir+"/"+schema+schemaEnd, strings.ReplaceAll(string(list), `","`, `", "`))
	}
	settings := "{\n" +
		"  \"yaml.schemas\": {" + schemas.String() + "\n  },\n" +
		"  \"yaml.schemaStore.enable\": false,\n" +
		"  \"[yaml]\": {\"editor.tabSize\": 2, \"editor.wordWrap\": \"on\", \"editor.formatOnSave\": false},\n" +
		"  \"[markdown]\": {\"editor.wordWrap\": \"on\"}\n" +
		"}\n"
	return map[string][]byte{
		editorDir + "/settings.json":   []byte(settings),
		editorDir + "/extensions.json": []byte("{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n"),
	}
}

// schemaGlobs are the files of each schema, as patterns of the editors' servers for YAML.
func schemaGlobs() map[string][]string {
	globs := map[string][]string{}
	for kind := range schemaFiles {
		under, name := "", string(kind)
		switch kind {
		case caseFile:
			under = "cases/*/"
		case speechFile:
			under = "speeches/*/"
		case timelineFile:
			under = "*/*/"
		case lessonFile:
			under, name = "lessons/", "*"
		case mediumFile:
			under, name = "media/", "*"
		case keyboardFile:
			globs[string(kind)] = []string{"keyboard.*.yaml"}
			continue
		}
		facts, beside := under+name+".yaml", under+name+".*.yaml"
		globs[string(kind)] = []string{facts}
		if name == "*" {
			globs[string(kind)] = []string{facts, "!" + beside}
		}
		if _, worded := wordings[kind]; worded {
			globs[string(kind)+".words"] = []string{beside}
		}
	}
	return globs
}
