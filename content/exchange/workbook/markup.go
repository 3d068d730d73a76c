package workbook

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// markup reads the XML of a workbook's parts token by token, in place. The standard
// library's reader takes ten times as long: a small file that unpacks to a hundred
// megabytes of empty cells would keep it busy for a quarter of a minute. Nothing but tags,
// texts and the five entities means anything here; a document type is refused.
type markup struct {
	data  []byte
	at    int
	start bool   // the token is the beginning of an element
	end   bool   // it is its end; of an empty element both
	name  string // of the element, without its prefix
	attrs []byte // as written
	text  []byte // between tags, as written; entities stand in it
	raw   bool   // text is as it is, and holds no entities
}

var errMarkup = errors.New("a part of this workbook is not written as spreadsheets write it: open it in a spreadsheet program and save it as .xlsx again")

// newMarkup begins reading a part.
func newMarkup(data []byte) (*markup, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, errMarkup
	}
	return &markup{data: data}, nil
}

// next reads a token; false at the end.
func (m *markup) next() (bool, error) {
	m.start, m.end, m.name, m.attrs, m.text, m.raw = false, false, "", nil, nil, false
	for m.at < len(m.data) {
		rest := m.data[m.at:]
		if rest[0] != '<' {
			i := bytes.IndexByte(rest, '<')
			if i < 0 {
				i = len(rest)
			}
			m.text, m.at = rest[:i], m.at+i
			return true, nil
		}
		switch {
		case bytes.HasPrefix(rest, []byte("<?")):
			if !m.skip(rest, "?>") {
				return false, errMarkup
			}
		case bytes.HasPrefix(rest, []byte("<!--")):
			if !m.skip(rest, "-->") {
				return false, errMarkup
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			i := bytes.Index(rest, []byte("]]>"))
			if i < 0 {
				return false, errMarkup
			}
			m.text, m.raw, m.at = rest[len("<![CDATA["):i], true, m.at+i+3
			return true, nil
		case bytes.HasPrefix(rest, []byte("<!")):
			return false, errMarkup
		default:
			return m.tag(rest)
		}
	}
	return false, nil
}

func (m *markup) skip(rest []byte, end string) bool {
	i := bytes.Index(rest, []byte(end))
	m.at += i + len(end)
	return i >= 0
}

// tag reads <name ...>, </name> or <name ... />.
func (m *markup) tag(rest []byte) (bool, error) {
	i := tagEnd(rest)
	if i < 0 {
		return false, errMarkup
	}
	m.at += i + 1
	inner := rest[1:i]
	if len(inner) > 0 && inner[0] == '/' {
		m.end, inner = true, inner[1:]
	} else {
		m.start = true
		if n := len(inner); n > 0 && inner[n-1] == '/' {
			m.end, inner = true, inner[:n-1]
		}
	}
	name := inner
	if j := bytes.IndexAny(inner, " \t\r\n"); j >= 0 {
		name, m.attrs = inner[:j], inner[j:]
	}
	if j := bytes.IndexByte(name, ':'); j >= 0 {
		name = name[j+1:]
	}
	m.name = known(name)
	return true, nil
}

// tagEnd is where a tag ends; a > in quotation marks does not end it.
func tagEnd(rest []byte) int {
	i := bytes.IndexByte(rest, '>')
	if i < 0 {
		return -1
	}
	if bytes.IndexByte(rest[:i], '"') < 0 && bytes.IndexByte(rest[:i], '\'') < 0 {
		return i
	}
	quote := byte(0)
	for j, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return j
		}
	}
	return -1
}

// known gives the names that are asked for without making them anew each time.
func known(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "t":
		return "t"
	case "f":
		return "f"
	case "r":
		return "r"
	case "is":
		return "is"
	case "si":
		return "si"
	case "row":
		return "row"
	}
	if len(name) > 40 {
		return ""
	}
	return string(name)
}

// attr is the value of an attribute, without its prefix asked for.
func (m *markup) attr(name string) string {
	rest := m.attrs
	for len(rest) > 0 {
		i := bytes.IndexByte(rest, '=')
		if i < 0 {
			return ""
		}
		key := bytes.TrimSpace(rest[:i])
		if j := bytes.IndexByte(key, ':'); j >= 0 && string(key) != name {
			key = key[j+1:]
		}
		rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return ""
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return ""
		}
		if string(key) == name {
			return unescaped(rest[1 : end+1])
		}
		rest = rest[end+2:]
	}
	return ""
}

// said is a token's text.
func (m *markup) said() string {
	if m.raw {
		return strings.ToValidUTF8(string(m.text), "\ufffd")
	}
	return unescaped(m.text)
}

// unescaped is a text with its entities as letters, and line breaks of one kind.
func unescaped(raw []byte) string {
	text := string(raw)
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for {
		i := strings.IndexByte(text, '&')
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i:]
		end := strings.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			b.WriteByte('&')
			text = text[1:]
			continue
		}
		b.WriteString(entity(text[:end+1]))
		text = text[end+1:]
	}
}

func entity(s string) string {
	switch s {
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	case "&amp;":
		return "&"
	case "&quot;":
		return `"`
	case "&apos;":
		return "'"
	}
	base, digits := 10, strings.TrimSuffix(strings.TrimPrefix(s, "&#"), ";")
	if !strings.HasPrefix(s, "&#") {
		return s
	}
	if rest, hex := strings.CutPrefix(digits, "x"); hex {
		base, digits = 16, rest
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return s
	}
	return string(rune(n))
}

// unsheeted is a text in which _x000D_ and the like are the letters that they stand for:
// so spreadsheets write what XML cannot hold, and _x005F_ before what only looks so.
func unsheeted(text string) string {
	i := strings.Index(text, "_x")
	if i < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for ; i >= 0; i = strings.Index(text, "_x") {
		b.WriteString(text[:i])
		text = text[i:]
		r, ok := sheeted(text)
		if !ok {
			b.WriteString("_x")
			text = text[2:]
			continue
		}
		b.WriteRune(r)
		text = text[len("_x0000_"):]
	}
	b.WriteString(text)
	return b.String()
}

func sheeted(text string) (rune, bool) {
	if len(text) < len("_x0000_") || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:6], 16, 16)
	if err != nil || 0xD800 <= n && n < 0xE000 {
		return 0, false
	}
	return rune(n), true
}
