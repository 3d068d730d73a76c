package authoring

import "slices"

// position is a place in a file.
type position struct{ line, col int }

// node is embedded in every raw record: where it and each of its fields stand.
type node struct {
	position
	fields  []field
	garbled []string // keys that are written, but not so that they could be read
}

// placed is a raw record that keeps its place; every type that embeds node is one.
type placed interface{ put(*node) }

func (n *node) put(read *node) { *n = *read }

// field is the place of one key's value, and of each item where it is a list.
type field struct {
	name string
	position
	items []position
}

// has reports whether the record names the key.
func (n *node) has(name string) bool {
	return slices.ContainsFunc(n.fields, func(f field) bool { return f.name == name })
}

// understood reports whether a key that the record lacks is not merely written wrongly.
func (n *node) understood(name string) bool { return !slices.Contains(n.garbled, name) }

// at is the place of a field or of its i-th item, else of the record itself.
func (n *node) at(name string, item int) position {
	for _, f := range n.fields {
		switch {
		case f.name != name:
			continue
		case item >= 0 && item < len(f.items):
			return f.items[item]
		}
		return f.position
	}
	return n.position
}

// place is a node and the file it stands in.
type place struct {
	file string
	*node
}
