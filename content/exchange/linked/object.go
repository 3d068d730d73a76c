package linked

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"vigil/content"
)

// object is a JSON object whose keys stand in the order in which they were written, so that
// the same archive gives the same bytes.
type object struct {
	keys   []string
	values []json.RawMessage
}

func (o *object) put(key string, value json.RawMessage) {
	o.keys, o.values = append(o.keys, key), append(o.values, value)
}

// text writes a text; an empty one is not said.
func (o *object) text(key, s string) {
	if s != "" {
		o.put(key, quoted(s))
	}
}

// quoted is a JSON string. Marshalling a string cannot fail.
func quoted(s string) json.RawMessage {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return json.RawMessage(`""`)
	}
	return bytes.TrimSpace(b.Bytes())
}

func (o *object) texts(key string, list []string) {
	values := make([]json.RawMessage, len(list))
	for i, s := range list {
		values[i] = quoted(s)
	}
	o.list(key, values)
}

// list writes one value as it is, and several as an array.
func (o *object) list(key string, values []json.RawMessage) {
	switch len(values) {
	case 0:
	case 1:
		o.put(key, values[0])
	default:
		o.put(key, slices.Concat(json.RawMessage("["), bytes.Join(raw(values), []byte(",")), json.RawMessage("]")))
	}
}

func raw(values []json.RawMessage) [][]byte {
	out := make([][]byte, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

func (o *object) number(key string, n float64) {
	o.put(key, json.RawMessage(strconv.FormatFloat(n, 'f', -1, 64)))
}

func (o *object) truth(key string, b bool) {
	if b {
		o.put(key, json.RawMessage("true"))
	}
}

func (o *object) object(key string, inner *object) {
	if len(inner.keys) > 0 {
		o.put(key, inner.json())
	}
}

func (o *object) objects(key string, list []*object) {
	var values []json.RawMessage
	for _, inner := range list {
		if len(inner.keys) > 0 {
			values = append(values, inner.json())
		}
	}
	o.list(key, values)
}

// refs names other records by their addresses: kind and id.
func (o *object) refs(key, kind string, ids ...string) {
	var values []json.RawMessage
	for _, id := range ids {
		if id == "" {
			continue
		}
		ref := &object{}
		ref.text("@id", kind+id)
		values = append(values, ref.json())
	}
	o.list(key, values)
}

// said writes a text in every language that has it.
func (o *object) said(key string, t content.Text, part func(content.Words) string) {
	var values []json.RawMessage
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		if s := part(t[lang]); s != "" {
			value := &object{}
			value.text("@value", s)
			value.text("@language", string(lang))
			values = append(values, value.json())
		}
	}
	o.list(key, values)
}

// edtf writes a date as EDTF.
func (o *object) edtf(key string, d content.Date) {
	if d.IsZero() {
		return
	}
	value := &object{}
	value.text("@value", d.EDTF)
	value.text("@type", "EDTF")
	o.object(key, value)
}

func (o *object) json() json.RawMessage {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, key := range o.keys {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(quoted(key))
		b.WriteByte(':')
		b.Write(o.values[i])
	}
	b.WriteByte('}')
	return b.Bytes()
}

func (o *object) indented() ([]byte, error) {
	var b bytes.Buffer
	if err := json.Indent(&b, o.json(), "", "  "); err != nil {
		return nil, fmt.Errorf("write JSON-LD: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
