package authoring

import "slices"

// Entry is one record of an archive as its file has it: keys in their order, and behind
// each what is written there, not yet judged. A whole file of YAML is an Entry too. It is
// what imports make and exports take; what a record means is for Load.
//
// A key that was cleared is there without a value: when entries are merged it takes away
// what stood there.
type Entry struct{ fields []written }

// written is a key and what stands behind it; one of the parts is used.
type written struct {
	key     string
	text    string
	list    []string // not nil where the value is a list
	entries []*Entry // a list of records
	keyed   []keyed  // records, or texts, by a name of the writer's own, such as words by id
	cleared bool
	index   index // of entries or keyed, where there are many; see find
}

// index is where things stand by their names, of a number of things.
type index struct {
	of int
	at map[string]int
}

// many is from how many things on an index is made.
const many = 32

// keyed is a record or a text under a name.
type keyed struct {
	key   string
	entry *Entry // nil where it is a text
	text  string
}

func (e *Entry) field(key string) *written {
	for i := range e.fields {
		if e.fields[i].key == key {
			return &e.fields[i]
		}
	}
	return nil
}

// put makes room for the value of a key, empty.
func (e *Entry) put(key string) *written {
	if f := e.field(key); f != nil {
		*f = written{key: key}
		return f
	}
	e.fields = append(e.fields, written{key: key})
	return &e.fields[len(e.fields)-1]
}

// Keys are the keys that the entry has, in their order.
func (e *Entry) Keys() []string {
	keys := make([]string, len(e.fields))
	for i, f := range e.fields {
		keys[i] = f.key
	}
	return keys
}

// Has reports whether the entry has a value for the key, or says that it has none.
func (e *Entry) Has(key string) bool { return e.field(key) != nil }

// Empty reports whether the entry says nothing.
func (e *Entry) Empty() bool { return len(e.fields) == 0 }

// Text is the text, number or truth behind a key, as written; "" where there is none.
func (e *Entry) Text(key string) string {
	if f := e.field(key); f != nil {
		return f.text
	}
	return ""
}

// Set writes a text, number or truth behind a key; "" takes the key away.
func (e *Entry) Set(key, text string) *Entry {
	if text == "" {
		e.Remove(key)
		return e
	}
	e.put(key).text = text
	return e
}

// Clear says that the key has no value: merging takes away what stands there.
func (e *Entry) Clear(key string) *Entry {
	e.put(key).cleared = true
	return e
}

// Remove takes a key away, as if nothing were said of it.
func (e *Entry) Remove(key string) {
	e.fields = slices.DeleteFunc(e.fields, func(f written) bool { return f.key == key })
}

// List is the list of texts behind a key, or nil.
func (e *Entry) List(key string) []string {
	if f := e.field(key); f != nil {
		return f.list
	}
	return nil
}

// SetList writes a list of texts behind a key; nil takes the key away, an empty list says
// that there is none.
func (e *Entry) SetList(key string, list []string) *Entry {
	if list == nil {
		e.Remove(key)
		return e
	}
	e.put(key).list = list
	return e
}

// Append adds a text to the list behind a key, once.
func (e *Entry) Append(key, text string) *Entry {
	if list := e.List(key); !slices.Contains(list, text) {
		e.SetList(key, append(slices.Clone(list), text))
	}
	return e
}

// Entries is the list of records behind a key.
func (e *Entry) Entries(key string) []*Entry {
	if f := e.field(key); f != nil {
		return f.entries
	}
	return nil
}

// Record is the record with that id in the list behind a key; it is added where there is
// none. Without an id it is always added.
func (e *Entry) Record(key, id string) *Entry {
	f := e.field(key)
	if f == nil {
		f = e.put(key)
	}
	if found := f.record(id); found != nil {
		return found
	}
	one := &Entry{}
	one.Set("id", id)
	f.entries = append(f.entries, one)
	f.found(id, len(f.entries))
	return one
}

func (f *written) record(id string) *Entry {
	if id == "" {
		return nil
	}
	i := f.find(id, len(f.entries), func(i int) string { return f.entries[i].Text("id") })
	if i < 0 {
		return nil
	}
	return f.entries[i]
}

// find is where the first of n things of a name stands, or -1. The index is made anew when
// it was made of another number of things.
func (f *written) find(name string, n int, nameOf func(int) string) int {
	if n < many {
		for i := range n {
			if nameOf(i) == name {
				return i
			}
		}
		return -1
	}
	if f.index.of != n {
		f.index = index{n, make(map[string]int, n)}
		for i := range n {
			if _, first := f.index.at[nameOf(i)]; !first {
				f.index.at[nameOf(i)] = i
			}
		}
	}
	if i, known := f.index.at[name]; known {
		return i
	}
	return -1
}

// found keeps the index true after an n-th thing was put at the end.
func (f *written) found(name string, n int) {
	if f.index.at != nil && f.index.of == n-1 {
		f.index.at[name], f.index.of = n-1, n
	}
}

// Names are the names under which records or texts stand behind a key.
func (e *Entry) Names(key string) []string {
	f := e.field(key)
	if f == nil {
		return nil
	}
	names := make([]string, len(f.keyed))
	for i, k := range f.keyed {
		names[i] = k.key
	}
	return names
}

// Named is the record under a name behind a key, or nil.
func (e *Entry) Named(key, name string) *Entry {
	if k := e.named(key, name); k != nil {
		return k.entry
	}
	return nil
}

func (e *Entry) named(key, name string) *keyed {
	f := e.field(key)
	if f == nil {
		return nil
	}
	i := f.find(name, len(f.keyed), func(i int) string { return f.keyed[i].key })
	if i < 0 {
		return nil
	}
	return &f.keyed[i]
}

// Name is the record under a name behind a key; it is added where there is none.
func (e *Entry) Name(key, name string) *Entry {
	if k := e.named(key, name); k != nil && k.entry != nil {
		return k.entry
	}
	f := e.field(key)
	if f == nil {
		f = e.put(key)
	}
	one := &Entry{}
	f.keyed = append(f.keyed, keyed{key: name, entry: one})
	f.found(name, len(f.keyed))
	return one
}

// Pair is the text under a name behind a key.
func (e *Entry) Pair(key, name string) string {
	if k := e.named(key, name); k != nil {
		return k.text
	}
	return ""
}

// SetPair writes a text under a name behind a key.
func (e *Entry) SetPair(key, name, text string) *Entry {
	if k := e.named(key, name); k != nil {
		k.text = text
		return e
	}
	f := e.field(key)
	if f == nil {
		f = e.put(key)
	}
	f.keyed = append(f.keyed, keyed{key: name, text: text})
	f.found(name, len(f.keyed))
	return e
}

// Clone is a copy that shares nothing.
func (e *Entry) Clone() *Entry {
	out := &Entry{fields: make([]written, len(e.fields))}
	for i, f := range e.fields {
		out.fields[i] = f.clone()
	}
	return out
}

func (f written) clone() written {
	f.list, f.index = slices.Clone(f.list), index{}
	entries := f.entries
	f.entries = nil
	for _, one := range entries {
		f.entries = append(f.entries, one.Clone())
	}
	f.keyed = slices.Clone(f.keyed)
	for i, k := range f.keyed {
		if k.entry != nil {
			f.keyed[i].entry = k.entry.Clone()
		}
	}
	return f
}

// Equal reports whether two entries say the same; the order of keys says nothing.
func (e *Entry) Equal(other *Entry) bool {
	if len(e.fields) != len(other.fields) {
		return false
	}
	for i := range e.fields {
		f := other.field(e.fields[i].key)
		if f == nil || !e.fields[i].equal(f) {
			return false
		}
	}
	return true
}

func (f *written) equal(other *written) bool {
	if f.text != other.text || f.cleared != other.cleared || (f.list == nil) != (other.list == nil) || !slices.Equal(f.list, other.list) {
		return false
	}
	return slices.EqualFunc(f.entries, other.entries, (*Entry).Equal) && sameKeyed(f.keyed, other.keyed)
}

func sameKeyed(a, b []keyed) bool {
	if len(a) != len(b) {
		return false
	}
	by := make(map[string]keyed, len(b))
	for _, k := range b {
		by[k.key] = k
	}
	for _, k := range a {
		other, ok := by[k.key]
		if !ok || k.text != other.text || (k.entry == nil) != (other.entry == nil) || k.entry != nil && !k.entry.Equal(other.entry) {
			return false
		}
	}
	return true
}
