package translation

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"vigil/content"
)

// xliffReader reads XLIFF of both kinds, element by element.
type xliffReader struct {
	*xml.Decoder
	doc   *Document
	depth int
}

// documentOfXLIFF reads XLIFF 1.0 to 1.2 and 2.0.
func documentOfXLIFF(data []byte) (*Document, error) {
	if err := calmXML(data); err != nil {
		return nil, err
	}
	r := &xliffReader{Decoder: xml.NewDecoder(bytes.NewReader(data)), doc: &Document{}}
	r.Strict = true
	begun := false
	for {
		token, err := r.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, r.at(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != "xliff" || begun {
			return nil, fmt.Errorf("it is XML, and no XLIFF: it begins with <%s>", short(start.Name.Local))
		}
		begun = true
		if err := r.root(start); err != nil {
			return nil, r.at(err)
		}
	}
	if !begun {
		return nil, errors.New("there is no XLIFF in it")
	}
	return r.doc, nil
}

// at says in which line something is wrong.
func (r *xliffReader) at(err error) error {
	line, _ := r.InputPos()
	if syntax := new(xml.SyntaxError); errors.As(err, &syntax) {
		return fmt.Errorf("line %d: this is not XML: %s", syntax.Line, syntax.Msg)
	}
	return fmt.Errorf("line %d: %w", line, err)
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (r *xliffReader) root(start xml.StartElement) error {
	r.doc.Format = XLIFF1
	if strings.HasPrefix(attr(start, "version"), "2") {
		r.doc.Format = XLIFF2
		r.doc.From, r.doc.To = content.Lang(attr(start, "srcLang")), content.Lang(attr(start, "trgLang"))
	}
	return r.each(func(e xml.StartElement) error { return r.structure(e) })
}

// each reads the elements within the one that was begun, up to its end. What do does not
// read of an element it must skip.
func (r *xliffReader) each(do func(xml.StartElement) error) error {
	return r.content(func(string) error { return nil }, do)
}

// content reads what stands within the element that was begun, up to its end.
func (r *xliffReader) content(text func(string) error, do func(xml.StartElement) error) error {
	if r.depth++; r.depth > deepest {
		return fmt.Errorf("elements stand in one another more than %d deep", deepest)
	}
	defer func() { r.depth-- }()
	for {
		token, err := r.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			err = text(string(token))
		case xml.StartElement:
			err = do(token)
		case xml.EndElement:
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *xliffReader) skip() error {
	return r.each(func(xml.StartElement) error { return r.skip() })
}

// structure reads what units stand in.
func (r *xliffReader) structure(e xml.StartElement) error {
	switch e.Name.Local {
	case "trans-unit", "unit":
		if len(r.doc.Units) >= mostUnits {
			return fmt.Errorf("more than %d units", mostUnits)
		}
		u, err := r.unit(e)
		if err != nil {
			return err
		}
		if attr(e, "restype") == "x-gettext-domain-header" { // of a file that was PO
			return r.doc.header(u.Source)
		}
		r.doc.Units = append(r.doc.Units, u)
		return nil
	case "file":
		if r.doc.Format == XLIFF1 && r.doc.To == "" {
			r.doc.From, r.doc.To = content.Lang(attr(e, "source-language")), content.Lang(attr(e, "target-language"))
		}
	case "phase":
		if name := attr(e, "contact-name"); r.doc.Translator == "" {
			r.doc.Translator = name
		}
	case "skeleton", "bin-unit", "alt-trans":
		return r.skip()
	}
	return r.each(r.structure)
}

// half is what is read of a unit.
type halves struct {
	*Unit
	notes  strings.Builder // with the mark
	places []string
	data   map[string]string // of codes, by id
	states []State
	parts  int // segments with letters
	done   int // of them translated
}

func (r *xliffReader) unit(e xml.StartElement) (*Unit, error) {
	line, _ := r.InputPos()
	h := &halves{Unit: &Unit{Line: line}, data: map[string]string{}}
	h.ID = attr(e, "id")
	for _, name := range []string{attr(e, "resname"), attr(e, "name")} {
		if name != "" && !strings.Contains(h.ID, "#") {
			h.ID = name
		}
	}
	approved := attr(e, "approved") == "yes"
	if err := r.each(func(e xml.StartElement) error { return r.part(h, e) }); err != nil {
		return nil, err
	}
	u := h.Unit
	u.mark = readMark(h.notes.String())
	u.ID = unitID(u.mark, u.ID, h.places...)
	if r.doc.Format == XLIFF1 {
		u.State = stateOf(u.Target, state1(h.states, approved))
		return u, nil
	}
	u.half = h.done > 0 && h.done < h.parts
	u.State = Missing
	if len(h.states) > 0 && h.done == h.parts {
		u.State = h.states[0]
		for _, s := range h.states {
			u.State = min(u.State, s)
		}
		u.State = stateOf(u.Target, u.State)
	}
	return u, nil
}

// state1 is the state of a unit of XLIFF 1 with a target.
func state1(states []State, approved bool) State {
	state := Draft
	if len(states) > 0 {
		state = states[0]
	}
	if approved && state != Unsure {
		return Approved
	}
	return state
}

// targetState reads the state of a target of XLIFF 1.
func targetState(s string) State {
	switch {
	case strings.HasPrefix(s, "needs-"):
		return Unsure
	case s == "final" || s == "signed-off":
		return Approved
	}
	return Draft
}

// part reads one element of a unit.
func (r *xliffReader) part(h *halves, e xml.StartElement) error {
	switch e.Name.Local {
	case "source", "target":
		text, err := r.inline(h)
		if e.Name.Local == "source" {
			h.Source = text
			return err
		}
		h.Target = text
		if state := attr(e, "state"); state != "" {
			h.states = []State{targetState(state)}
		}
		return err
	case "segment", "ignorable":
		return r.segment(h, e)
	case "note":
		return r.note(h, e)
	case "notes":
		return r.each(func(e xml.StartElement) error { return r.note(h, e) })
	case "originalData":
		return r.each(func(e xml.StartElement) error {
			text, err := r.inline(h)
			h.data[attr(e, "id")] = text
			return err
		})
	case "context-group":
		return r.each(func(e xml.StartElement) error {
			text, err := r.inline(h)
			switch attr(e, "context-type") {
			case "sourcefile":
				h.places = append(h.places, text)
			}
			return err
		})
	}
	return r.skip()
}

// note keeps what a translator says, and finds the mark in what does not come from one.
func (r *xliffReader) note(h *halves, e xml.StartElement) error {
	text, err := r.inline(h)
	if err != nil || h.notes.Len()+len(text) > mostNotes {
		return err
	}
	h.notes.WriteString(text + "\n")
	ours := attr(e, "from") == "developer" || attr(e, "category") != "" && attr(e, "category") != "comment"
	if !ours && strings.TrimSpace(text) != "" {
		h.Notes = append(h.Notes, text)
	}
	return nil
}

// segment reads a segment of XLIFF 2, which is put together with the others of its unit.
func (r *xliffReader) segment(h *halves, e xml.StartElement) error {
	source, target, targeted := "", "", false
	err := r.each(func(e xml.StartElement) error {
		text, err := r.inline(h)
		switch e.Name.Local {
		case "source":
			source = text
		case "target":
			target, targeted = text, true
		}
		return err
	})
	if err != nil {
		return err
	}
	if e.Name.Local == "ignorable" {
		if !targeted {
			target = source
		}
		h.Source, h.Target = h.Source+source, h.Target+target
		return nil
	}
	h.parts++
	if strings.TrimSpace(target) != "" {
		h.done++
	}
	h.Source, h.Target = h.Source+source, h.Target+target
	state := Draft
	switch {
	case attr(e, "subState") == staleState:
		state = Unsure
	case attr(e, "state") == "reviewed" || attr(e, "state") == "final":
		state = Approved
	}
	h.states = append(h.states, state)
	return nil
}

// inline reads a text with codes as the Markdown that it is.
func (r *xliffReader) inline(h *halves) (string, error) {
	var b strings.Builder
	add := func(s string) error {
		if b.Len()+len(s) > mostText {
			return fmt.Errorf("a text of more than %d bytes", mostText)
		}
		b.WriteString(s)
		return nil
	}
	err := r.content(add, func(e xml.StartElement) error {
		inner, err := r.inline(h)
		if err != nil {
			return err
		}
		return add(h.code(e, inner))
	})
	return b.String(), err
}

// code is what an inline element stands for.
func (h *halves) code(e xml.StartElement, inner string) string {
	look := func(name string) string {
		ref := attr(e, name)
		text, ok := h.data[ref]
		h.bare = h.bare || !ok
		return text
	}
	switch e.Name.Local {
	case "pc":
		return look("dataRefStart") + trimmed(inner) + look("dataRefEnd")
	case "sc", "ec":
		return look("dataRef")
	case "cp":
		if n, err := strconv.ParseUint(attr(e, "hex"), 16, 32); err == nil {
			return string(rune(n))
		}
	case "x", "bx", "ex", "g":
		h.bare = true
	case "ph":
		if attr(e, "dataRef") != "" {
			return look("dataRef")
		}
	}
	return inner
}

// trimmed is the inside of a code without lines that a tool broke for the eye alone.
func trimmed(s string) string {
	if t := strings.TrimLeft(s, " \t\r\n"); strings.Contains(s[:len(s)-len(t)], "\n") {
		s = t
	}
	if t := strings.TrimRight(s, " \t\r\n"); strings.Contains(s[len(t):], "\n") {
		s = t
	}
	return s
}
