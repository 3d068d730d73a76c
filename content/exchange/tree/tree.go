// Package tree reads a JSON document (RFC 8259) of a shape that is not known beforehand, as
// museums' software writes it, within bounds, and knows what of it nobody has asked for.
//
// An importer asks for what it understands; what is left is named in its report by its JSON
// Pointer (RFC 6901), so that nothing is dropped silently.
//
// Bounds, held to before a value is made: [MostDepth], [MostValues], [MostText]. The length
// of the document is for who reads the file.
package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"vigil/content/authoring"
)

// The bounds of a document.
const (
	MostDepth  = 64
	MostValues = 400_000
	MostText   = 1 << 20 // bytes of one text
)

// Kind tells what a value is.
type Kind uint8

// The kinds of value. What is not there and what is null are Nothing.
const (
	Nothing Kind = iota
	Text
	Number
	Truth
	List
	Object
)

// Node is a value of a document.
type Node struct {
	Kind   Kind
	Key    string // in the object that holds it
	text   string // of a text; a number and a truth as written
	parts  []*Node
	parent *Node
	index  int // in the list that holds it
	asked  bool
	twice  bool // another value of that key follows, which counts
}

// Parse reads a document. An error says why nothing can be read of it, and where.
func Parse(data []byte) (*Node, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := bounded(data); err != nil {
		return nil, err
	}
	p := &parser{dec: json.NewDecoder(bytes.NewReader(data)), data: data}
	p.dec.UseNumber()
	root := &Node{}
	if err := p.value(root); err != nil {
		return nil, p.broken(err)
	}
	if _, err := p.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("line %d: something stands behind the end of the JSON: take it away", p.line(p.dec.InputOffset()))
	}
	return root, nil
}

// bounded holds a document to its bounds before anything is made of it.
func bounded(data []byte) error {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return errors.New("this file is UTF-16: save it as UTF-8")
	}
	if !utf8.Valid(data) {
		return errors.New("this file is not UTF-8: save it as UTF-8")
	}
	depth, values, from, line := 0, 1, -1, 1
	for i := 0; i < len(data); i++ {
		c := data[i]
		if c == '\n' {
			line++
		}
		if from >= 0 {
			switch {
			case c == '\\':
				i++
			case c == '"':
				from = -1
			case i-from > MostText:
				return fmt.Errorf("line %d: a text of more than %d MB: shorten it", line, MostText>>20)
			}
			continue
		}
		switch c {
		case '"':
			from = i
		case '{', '[':
			depth++
			values++
		case '}', ']':
			depth--
		case ',':
			values++
		}
		switch {
		case depth > MostDepth:
			return fmt.Errorf("line %d: the JSON is nested more than %d deep", line, MostDepth)
		case values > MostValues:
			return fmt.Errorf("line %d: the JSON has more than %d values: divide it and import the parts one after the other", line, MostValues)
		}
	}
	return nil
}

type parser struct {
	dec  *json.Decoder
	data []byte
}

func (p *parser) value(n *Node) error {
	tok, err := p.dec.Token()
	if err != nil {
		return err
	}
	switch t := tok.(type) {
	case json.Delim:
		if t == '{' {
			n.Kind = Object
			return p.object(n)
		}
		n.Kind = List
		return p.list(n)
	case string:
		n.Kind, n.text = Text, t
	case json.Number:
		n.Kind, n.text = Number, t.String()
	case bool:
		n.Kind, n.text = Truth, strconv.FormatBool(t)
	}
	return nil
}

func (p *parser) list(n *Node) error {
	for i := 0; p.dec.More(); i++ {
		part := &Node{parent: n, index: i}
		n.parts = append(n.parts, part)
		if err := p.value(part); err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}

func (p *parser) object(n *Node) error {
	seen := map[string]*Node{}
	for p.dec.More() {
		key, err := p.dec.Token()
		if err != nil {
			return err
		}
		part := &Node{parent: n}
		part.Key, _ = key.(string)
		if before := seen[part.Key]; before != nil {
			before.twice = true
		}
		seen[part.Key] = part
		n.parts = append(n.parts, part)
		if err := p.value(part); err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}

// broken says where a document cannot be read.
func (p *parser) broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the file ends before its JSON does: save it once more")
	case errors.As(err, &syntax):
		return fmt.Errorf("line %d: this is no JSON: %s", p.line(syntax.Offset), authoring.Printable(syntax.Error()))
	}
	return err
}

func (p *parser) line(offset int64) int {
	return 1 + bytes.Count(p.data[:min(int(offset), len(p.data))], []byte("\n"))
}

// Get is the value behind a key, and behind further keys in it; one of kind Nothing where
// there is none. Of two values behind a key the last counts.
func (n *Node) Get(keys ...string) *Node {
	for _, key := range keys {
		n = n.get(key)
	}
	return n
}

func (n *Node) get(key string) *Node {
	if n.Kind == Object {
		for i := len(n.parts) - 1; i >= 0; i-- {
			if n.parts[i].Key == key {
				return n.parts[i]
			}
		}
	}
	return &Node{Key: key, parent: n}
}

// Has reports whether an object has a value behind a key that is not null.
func (n *Node) Has(key string) bool { return n.get(key).Kind != Nothing }

// Text is a text, or a number or truth as written, and counts as asked for; "" of anything
// else.
func (n *Node) Text() string {
	if n.Kind == List || n.Kind == Object {
		return ""
	}
	n.asked = true
	return n.text
}

// Peek is as Text, but does not count as asked for.
func (n *Node) Peek() string { return n.text }

// All are the values of a list, the value itself where there is one alone, or none.
func (n *Node) All() []*Node {
	switch n.Kind {
	case Nothing:
		return nil
	case List:
		n.asked = true
		return n.parts
	}
	return []*Node{n}
}

// Fields are the values of an object in their order.
func (n *Node) Fields() []*Node {
	if n.Kind != Object {
		return nil
	}
	n.asked = true
	return n.parts
}

// Ask counts a value and all within it as asked for.
func (n *Node) Ask() {
	n.asked = true
	for _, part := range n.parts {
		part.Ask()
	}
}

// Unread gives each value that says something and that nobody has asked for, lists and
// objects as the texts, numbers and truths within them.
func (n *Node) Unread(each func(*Node)) {
	if n.twice {
		if !n.Empty() {
			each(n)
		}
		return
	}
	for _, part := range n.parts {
		part.Unread(each)
	}
	if !n.asked && len(n.parts) == 0 && !n.Empty() {
		each(n)
	}
}

// Twice reports whether the value does not count because another stands behind the same
// key.
func (n *Node) Twice() bool { return n.twice }

// Empty reports whether a value says nothing.
func (n *Node) Empty() bool {
	switch n.Kind {
	case Nothing:
		return true
	case List, Object:
		for _, part := range n.parts {
			if !part.Empty() {
				return false
			}
		}
		return true
	}
	return strings.TrimSpace(n.text) == ""
}

// Pointer is where the value stands, as a JSON Pointer.
func (n *Node) Pointer() string {
	var steps []string
	for ; n.parent != nil; n = n.parent {
		step := strconv.Itoa(n.index)
		if n.parent.Kind != List {
			step = strings.NewReplacer("~", "~0", "/", "~1").Replace(n.Key)
		}
		steps = append(steps, step)
	}
	var b strings.Builder
	for i := len(steps) - 1; i >= 0; i-- {
		b.WriteByte('/')
		b.WriteString(steps[i])
	}
	return b.String()
}
