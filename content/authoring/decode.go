package authoring

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// decoder reads a YAML tree into raw records and reports every mistake of form
// that it meets, going on with the next value.
type decoder struct {
	*source
	shapes map[reflect.Type]*shape
}

// decode reads a document of shape T. A file without any content is an empty T.
func decode[T any](s *source) *T {
	d := &decoder{source: s, shapes: map[reflect.Type]*shape{}}
	record := new(T)
	body := s.parseYAML()
	if body == nil && len(s.problems) > 0 {
		return record
	}
	if body == nil {
		body = ast.Null(nil)
	}
	d.record(body, position{1, 1}, reflect.ValueOf(record).Elem())
	return record
}

// record reads a map into a struct.
func (d *decoder) record(n ast.Node, at position, v reflect.Value) {
	shape := d.shapeOf(v.Type())
	own := &node{position: at}
	var entries []*ast.MappingValueNode
	if n.Type() != ast.NullType {
		var ok bool
		if entries, ok = d.entries(n); !ok {
			d.lost = true
			return
		}
	}
	for _, entry := range entries {
		d.entry(entry, own, shape, v)
	}
	for _, key := range shape.keys {
		if key.required && !own.has(key.name) && own.understood(key.name) {
			d.lost = d.lost || key.naming()
			d.report(at.line, at.col, "missing-key", "there is no "+Quote(key.name)+" here", "add "+key.name+": ...")
		}
	}
	if p, ok := v.Addr().Interface().(placed); ok {
		p.put(own)
	}
}

// entry reads one key of a record.
func (d *decoder) entry(entry *ast.MappingValueNode, own *node, shape *shape, v reflect.Value) {
	name, at, ok := d.key(entry)
	if !ok {
		return
	}
	key := shape.key(name)
	switch {
	case key == nil:
		meant := Nearest(name, shape.missing(own))
		d.report(at.line, at.col, "unknown-key", "there is no key "+Quote(name)+" here", didYouMean(name, shape.names(), "the keys are "+strings.Join(shape.names(), ", ")))
		own.garbled = append(own.garbled, meant)
		d.lost = d.lost || shape.key(meant).naming()
		return
	case key.gone:
		d.report(at.line, at.col, "moved-key", Quote(name)+" no longer stands here: a charge stands with what became of it",
			"write it under outcomes:, such as - {person: ID, outcome: convicted, charges: [genocide]}")
		return
	case own.has(name):
		d.report(at.line, at.col, "duplicate-key", "the key "+Quote(name)+" stands here twice", "keep one of them")
		return
	case entry.Value == nil || entry.Value.Type() == ast.NullType:
		if !key.required {
			return
		}
		d.report(at.line, at.col, "missing-key", Quote(name)+" is empty", "write something after the colon")
	}
	own.fields = append(own.fields, field{name: name, position: d.start(entry.Value, at)})
	before := len(d.problems)
	d.value(entry.Value, at, v.Field(key.index), key, &own.fields[len(own.fields)-1])
	if len(d.problems) > before {
		own.garbled = append(own.garbled, name)
	}
}

// value reads what stands behind a key into a field.
func (d *decoder) value(n ast.Node, at position, v reflect.Value, key *key, own *field) {
	if n == nil || n.Type() == ast.NullType {
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		d.list(n, v, key, own)
	case reflect.Map:
		if v.Type().Elem().Kind() == reflect.String {
			d.pairs(n, v, key)
			return
		}
		d.table(n, v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.record(n, d.start(n, at), v.Elem())
	default:
		d.scalar(n, v, key)
	}
}

// list reads a list of records or of scalars.
func (d *decoder) list(n ast.Node, v reflect.Value, key *key, own *field) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		d.lost = d.lost || holdsRecords(v.Type())
		d.wrong(n, "a list")
		return
	}
	v.Grow(len(list.Values))
	for i, item := range list.Values {
		at := d.start(item, own.position)
		// An empty item has no letter of its own: it stands where its dash does.
		if item.Type() == ast.NullType && i < len(list.Entries) && list.Entries[i].Start != nil {
			at = position{list.Entries[i].Start.Position.Line, list.Entries[i].Start.Position.Column}
		}
		if item.Type() == ast.NullType {
			d.report(at.line, at.col, "wrong-type", "this item of the list is empty", "write it or take it out")
			continue
		}
		one, before := reflect.New(v.Type().Elem()).Elem(), len(d.problems)
		d.value(item, at, one, key, own)
		if one.IsZero() && len(d.problems) == before {
			d.report(at.line, at.col, "wrong-type", "this item of the list is empty", "write it or take it out")
		}
		if one.IsZero() {
			continue
		}
		v.Set(reflect.Append(v, one))
		own.items = append(own.items, at)
	}
}

// table reads a map from ids to records.
func (d *decoder) table(n ast.Node, v reflect.Value) {
	d.keyed(n, v, func(value ast.Node, at position) reflect.Value {
		record := reflect.New(v.Type().Elem().Elem())
		d.record(value, at, record.Elem())
		return record
	})
}

// pairs reads a map from words to texts.
func (d *decoder) pairs(n ast.Node, v reflect.Value, key *key) {
	d.keyed(n, v, func(value ast.Node, _ position) reflect.Value {
		one := reflect.New(v.Type().Elem()).Elem()
		d.scalar(value, one, key)
		return one
	})
}

// keyed reads a map whose keys stand once each.
func (d *decoder) keyed(n ast.Node, v reflect.Value, read func(value ast.Node, at position) reflect.Value) {
	entries, ok := d.entries(n)
	if !ok {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(entries)))
	for _, entry := range entries {
		name, at, ok := d.key(entry)
		if !ok {
			continue
		}
		id := reflect.ValueOf(name)
		if v.MapIndex(id).IsValid() {
			d.report(at.line, at.col, "duplicate-key", "the key "+Quote(name)+" stands here twice", "keep one of them")
			continue
		}
		v.SetMapIndex(id, read(entry.Value, at))
	}
}

// entries are the keys of a map, written either way.
func (d *decoder) entries(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	d.wrong(n, "a map of keys and values")
	return nil, false
}

// key is an entry's key as text.
func (d *decoder) key(entry *ast.MappingValueNode) (string, position, bool) {
	at := d.start(entry.Key, position{1, 1})
	switch key := entry.Key.(type) {
	case *ast.StringNode:
		return key.Value, at, true
	case *ast.IntegerNode, *ast.BoolNode, *ast.FloatNode, *ast.NullNode:
		return key.GetToken().Value, at, true
	}
	d.report(at.line, at.col, "wrong-type", "a key must be a word", "write a word before the colon")
	return "", at, false
}

// start is the first letter of a value. For a map that is its first key.
func (d *decoder) start(n ast.Node, otherwise position) position {
	for n != nil {
		switch v := n.(type) {
		case *ast.MappingNode:
			if !v.IsFlowStyle && len(v.Values) > 0 {
				n = v.Values[0].Key
				continue
			}
		case *ast.MappingValueNode:
			n = v.Key
			continue
		}
		break
	}
	if n == nil || n.Type() == ast.NullType || n.GetToken() == nil || n.GetToken().Position == nil {
		return otherwise
	}
	p := n.GetToken().Position
	return position{max(p.Line, 1), max(p.Column, 1)}
}

// wrong reports a value of another kind than the format wants.
func (d *decoder) wrong(n ast.Node, want string) {
	at := d.start(n, position{1, 1})
	d.report(at.line, at.col, "wrong-type", fmt.Sprintf("here stands %s, not %s", kindName(n), want), "write "+want)
}

// kindName says in words what a value is.
func kindName(n ast.Node) string {
	switch n.Type() {
	case ast.MappingType, ast.MappingValueType:
		return "a map of keys and values"
	case ast.SequenceType:
		return "a list"
	case ast.StringType, ast.LiteralType:
		return "a text"
	case ast.IntegerType, ast.FloatType, ast.InfinityType, ast.NanType:
		return "a number"
	case ast.BoolType:
		return "true or false"
	}
	return "something else"
}
