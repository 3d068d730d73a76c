package omeka

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"vigil/content/authoring"
)

// node is a part of a JSON document.
type node struct {
	kind   nodeKind
	text   string // of a text, a number or a truth
	list   []node
	fields []field
}

type nodeKind uint8

const (
	nothing nodeKind = iota
	text
	number
	truth
	list
	object
)

type field struct {
	key  string
	node node
}

// get is what stands behind a key; of two that are called the same, the last.
func (n *node) get(key string) *node {
	for i := len(n.fields) - 1; i >= 0; i-- {
		if n.fields[i].key == key {
			return &n.fields[i].node
		}
	}
	return &node{}
}

// said is the text or number behind a key.
func (n *node) said(key string) string {
	if v := n.get(key); v.kind == text || v.kind == number {
		return v.text
	}
	return ""
}

// is reports whether a truth stands behind a key and is that one.
func (n *node) is(key, word string) bool {
	v := n.get(key)
	return v.kind == truth && v.text == word || word == "false" && v.kind == number && v.text == "0"
}

// all is a list's parts, or the one thing that stands where a list may.
func (n *node) all() []node {
	switch n.kind {
	case nothing:
		return nil
	case list:
		return n.list
	}
	return []node{*n}
}

// Why a record is not read whole.
var (
	errDeep  = fmt.Errorf("is nested more than %d deep", mostDepth)
	errParts = fmt.Errorf("has more than %d parts", mostNodes)
)

// stream reads the records of a JSON document one after the other.
type stream struct {
	dec   *json.Decoder
	parts int // of the record
	fault error
}

// records gives each record of a document with its JSON Pointer: those of an array, of the
// arrays behind @graph, items, item_sets and media, a single one, or each of several lines.
// One that goes beyond the bounds is given with a fault and without its parts.
func records(ctx context.Context, r io.Reader, each func(pointer string, n node, fault error) error) error {
	s := &stream{dec: json.NewDecoder(r)}
	s.dec.UseNumber()
	for i := 0; ; i++ {
		tok, err := s.dec.Token()
		if errors.Is(err, io.EOF) && i > 0 {
			return nil
		}
		if err != nil {
			return s.broken(err)
		}
		switch tok {
		case json.Delim('['):
			err = s.array(ctx, "", each)
		case json.Delim('{'):
			err = s.top(ctx, each)
		default:
			err = errors.New("this is JSON, but no list of records")
		}
		if err != nil {
			return err
		}
	}
}

// broken says where a document cannot be read.
func (s *stream) broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends before its JSON does: export it once more")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("this is no JSON from byte %d on (%s): export it once more", syntax.Offset, authoring.Printable(syntax.Error()))
	}
	return err
}

// array gives the records of an array whose bracket is read.
func (s *stream) array(ctx context.Context, at string, each func(string, node, error) error) error {
	for i := 0; s.dec.More(); i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.parts, s.fault = 0, nil
		n, err := s.value(1)
		if err != nil {
			return err
		}
		if err := each(fmt.Sprintf("%s/%d", at, i), n, s.fault); err != nil {
			return err
		}
	}
	if _, err := s.dec.Token(); err != nil {
		return s.broken(err)
	}
	return nil
}

// lists are the keys of an object behind which records may stand.
var lists = map[string]bool{"@graph": true, "items": true, "item_sets": true, "media": true, "resources": true}

// top reads an object whose brace is read: a record, or one that holds lists of them.
func (s *stream) top(ctx context.Context, each func(string, node, error) error) error {
	one := node{kind: object}
	s.parts, s.fault = 0, nil
	held := false
	var fault error
	for s.dec.More() {
		key, err := s.key()
		if err != nil {
			return err
		}
		if lists[key] {
			tok, err := s.dec.Token()
			if err != nil {
				return s.broken(err)
			}
			if tok == json.Delim('[') {
				held = true
				if err := s.array(ctx, "/"+pointed(key), each); err != nil {
					return err
				}
				s.fault = nil
				continue
			}
			if err := s.skip(tok); err != nil {
				return err
			}
			continue
		}
		n, err := s.value(1)
		if err != nil {
			return err
		}
		if fault = cmp.Or(fault, s.fault); fault == nil {
			one.fields = append(one.fields, field{key, n})
		}
	}
	if _, err := s.dec.Token(); err != nil {
		return s.broken(err)
	}
	if held {
		return nil
	}
	if n := one.get("errors"); n.kind == object {
		return fmt.Errorf("the catalogue answered with an error and no records: %s", authoring.Quote(n.said("error")))
	}
	return each("", one, fault)
}

func (s *stream) key() (string, error) {
	tok, err := s.dec.Token()
	if err != nil {
		return "", s.broken(err)
	}
	key, ok := tok.(string)
	if !ok {
		return "", errors.New("this is no JSON: a key is no text")
	}
	return key, nil
}

// value reads one value. Where it goes beyond the bounds it is passed over, and the fault
// is kept.
func (s *stream) value(depth int) (node, error) {
	tok, err := s.dec.Token()
	if err != nil {
		return node{}, s.broken(err)
	}
	if s.parts++; s.parts > mostNodes {
		s.fault = errParts
	}
	if depth > mostDepth {
		s.fault = errDeep
	}
	if s.fault != nil {
		return node{}, s.skip(tok)
	}
	switch tok := tok.(type) {
	case string:
		return node{kind: text, text: tok}, nil
	case json.Number:
		return node{kind: number, text: tok.String()}, nil
	case bool:
		return node{kind: truth, text: fmt.Sprint(tok)}, nil
	case json.Delim:
		if tok == '[' {
			return s.list(depth)
		}
		return s.object(depth)
	}
	return node{}, nil
}

func (s *stream) list(depth int) (node, error) {
	n := node{kind: list}
	for s.dec.More() {
		one, err := s.value(depth + 1)
		if err != nil {
			return n, err
		}
		if s.fault == nil {
			n.list = append(n.list, one)
		}
	}
	_, err := s.dec.Token()
	if err != nil {
		return n, s.broken(err)
	}
	return n, nil
}

func (s *stream) object(depth int) (node, error) {
	n := node{kind: object}
	for s.dec.More() {
		key, err := s.key()
		if err != nil {
			return n, err
		}
		one, err := s.value(depth + 1)
		if err != nil {
			return n, err
		}
		if s.fault == nil {
			n.fields = append(n.fields, field{key, one})
		}
	}
	_, err := s.dec.Token()
	if err != nil {
		return n, s.broken(err)
	}
	return n, nil
}

// skip passes over the rest of a value whose first token is read.
func (s *stream) skip(first json.Token) error {
	depth := 0
	for tok := first; ; {
		switch tok {
		case json.Delim('['), json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		if depth > hopeless {
			return fmt.Errorf("the file %w", errDeep)
		}
		var err error
		if tok, err = s.dec.Token(); err != nil {
			return s.broken(err)
		}
	}
}

// pointed is a key as a JSON Pointer writes it.
func pointed(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

// withoutMark is a document without the byte order mark that some editors put before it.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, err := b.Peek(3); err == nil && string(head) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3)
	}
	return b
}
