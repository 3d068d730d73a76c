package authoring

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// filled is a snippet as it stands when nothing has been changed in it: of a choice the
// first.
func filled(snippet string) string {
	chosen := regexp.MustCompile(`\$\{\d+\|([^,|]*)[^|]*\|\}`).ReplaceAllString(snippet, "$1")
	return regexp.MustCompile(`\$\{\d+:([^}]*)\}`).ReplaceAllString(chosen, "$1")
}

// inserted is the YAML that an editor makes of a snippet's body: texts stand in it bare.
func inserted(t *testing.T, body any) string {
	t.Helper()
	switch body := body.(type) {
	case map[string]any:
		var parts []string
		for key, value := range body {
			parts = append(parts, key+": "+inserted(t, value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		var parts []string
		for _, value := range body {
			parts = append(parts, inserted(t, value))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case string:
		return body
	}
	t.Fatalf("a snippet with %T", body)
	return ""
}

// What an editor inserts is right where it is inserted.
func TestSnippetsAreWhatTheirSchemasWant(t *testing.T) {
	for name := range snippets {
		var body any
		if err := json.Unmarshal(snippetsOf(shapeNamed(t, name))[0].Body, &body); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		valid(t, name, filled(inserted(t, body)), recordSchema(t, shapeNamed(t, name)))
	}
	for kind, keys := range wordings {
		for _, s := range wordSnippets(keys) {
			whole := "words:\n  " + strings.ReplaceAll(filled(s.Text), "\n", "\n  ") + "\n"
			all, err := Schemas()
			if err != nil {
				t.Fatal(err)
			}
			valid(t, string(kind), whole, all[string(kind)+".words"])
		}
	}
}

func shapeNamed(t *testing.T, name string) reflect.Type {
	t.Helper()
	var found reflect.Type
	seen := map[reflect.Type]bool{}
	for _, file := range files {
		everyKey(file, seen, func(reflect.Type, reflect.StructField) {})
	}
	for shape := range seen {
		if shape.Name() == name {
			found = shape
		}
	}
	if found == nil {
		t.Fatalf("no shape is called %s", name)
	}
	return found
}

func recordSchema(t *testing.T, record reflect.Type) []byte {
	t.Helper()
	s := offers(nil).schemaOf(record)
	s.Version = draft
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func valid(t *testing.T, name, text string, schema []byte) {
	t.Helper()
	packed, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, text)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("s.json", doc); err != nil {
		t.Fatal(err)
	}
	if err := c.MustCompile("s.json").Validate(value); err != nil {
		t.Errorf("%s: %v\n%s", name, err, text)
	}
}

// The keys that the tables of forms name are keys of the format.
func TestTablesNameKeys(t *testing.T) {
	known := map[string]bool{}
	seen := map[reflect.Type]bool{}
	for _, file := range files {
		everyKey(file, seen, func(record reflect.Type, f reflect.StructField) {
			known[record.Name()+"."+f.Tag.Get("yaml")] = true
		})
	}
	var named []string
	for key := range looks {
		named = append(named, key)
	}
	for key := range refers {
		named = append(named, key)
	}
	for key := range ranges {
		named = append(named, key)
	}
	for key := range longest {
		named = append(named, key)
	}
	for _, key := range append(named, wanted...) {
		if !known[key] {
			t.Errorf("%s is no key", key)
		}
	}
}
