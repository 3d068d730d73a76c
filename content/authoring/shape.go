package authoring

import (
	"reflect"
	"slices"
	"strings"
)

// shape is what a raw record's Go type says about the YAML map it is read from:
// `yaml:"name"` is the key, `check` holds words of the decoder's own.
//
//	required      the key must be there and have a value
//	id            the text must have the form of an id
//	line          the text must be one line
//	gone          the key stood here in an earlier form of the format
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
	gone     bool // stood here in an earlier form of the format
	records  bool // a list or a map of records, which others may name
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
	var names []string
	for _, k := range s.keys {
		if !k.gone {
			names = append(names, k.name)
		}
	}
	return names
}

// missing are the keys that a record does not name.
func (s *shape) missing(n *node) []string {
	return slices.DeleteFunc(s.names(), n.has)
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
		k := keyOf(name, i, f.Tag.Get("check"))
		k.records = holdsRecords(f.Type)
		s.keys = append(s.keys, k)
	}
	d.shapes[t] = s
	return s
}

func holdsRecords(t reflect.Type) bool {
	return (t.Kind() == reflect.Slice || t.Kind() == reflect.Map) && t.Elem().Kind() == reflect.Pointer
}

// naming reports whether others' names for records are lost with this key.
func (k *key) naming() bool { return k != nil && (k.id || k.records) }

func keyOf(name string, index int, check string) key {
	k := key{name: name, index: index}
	for word := range strings.SplitSeq(check, ",") {
		word, value, _ := strings.Cut(word, "=")
		switch word {
		case "required":
			k.required = true
		case "id":
			k.id = true
		case "gone":
			k.gone = true
		case "line":
			k.line = true
		case "enum":
			k.enum = value
		}
	}
	return k
}
