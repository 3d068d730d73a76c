package authoring

import (
	"reflect"
	"strings"
)

// shape is what a raw record's Go type says about the YAML map it is read from:
// `yaml:"name"` is the key, `check` holds words of the decoder's own.
//
//	required      the key must be there and have a value
//	id            the text must have the form of an id
//	line          the text must be one line
//	enum=GROUPS   the text, or each of the list, is one of a list of words
type shape struct {
	keys []key
}

type key struct {
	name     string
	index    int
	required bool
	id       bool
	line     bool
	enum     string
}

func (s *shape) key(name string) *key {
	for i := range s.keys {
		if s.keys[i].name == name {
			return &s.keys[i]
		}
	}
	return nil
}

func (s *shape) names() []string {
	names := make([]string, len(s.keys))
	for i, k := range s.keys {
		names[i] = k.name
	}
	return names
}

func (d *decoder) shapeOf(t reflect.Type) *shape {
	if known, ok := d.shapes[t]; ok {
		return known
	}
	s := &shape{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, tagged := f.Tag.Lookup("yaml")
		if !tagged {
			continue
		}
		s.keys = append(s.keys, keyOf(name, i, f.Tag.Get("check")))
	}
	d.shapes[t] = s
	return s
}

func keyOf(name string, index int, check string) key {
	k := key{name: name, index: index}
	for word := range strings.SplitSeq(check, ",") {
		word, value, _ := strings.Cut(word, "=")
		switch word {
		case "required":
			k.required = true
		case "id":
			k.id = true
		case "line":
			k.line = true
		case "enum":
			k.enum = value
		}
	}
	return k
}
