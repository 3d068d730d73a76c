package table

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// sampled is how many bytes of a file its form is judged by.
const sampled = 256 << 10

// decode gives the text of a file with line breaks of one kind, and says how it was read.
func decode(data []byte, langs []content.Lang, notes *Notes) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return "", "", fmt.Errorf("this is UTF-32: save it as UTF-8")
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data, encoding = data[3:], "UTF-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text, encoding = wide(data[2:], binary.LittleEndian), "UTF-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, encoding = wide(data[2:], binary.BigEndian), "UTF-16"
	case bytes.IndexByte(data[:min(len(data), sampled)], 0) >= 0:
		text, encoding, err = unmarked(data, notes)
	}
	switch {
	case err != nil:
		return "", "", err
	case encoding == "UTF-16":
		if strings.Count(text, "\x00") > 0 {
			return "", "", ErrNoText
		}
		return lines(text), encoding, nil
	case encoding == "" && !mostlyUTF8(data):
		text, encoding = paged(data, langs, notes)
		return lines(text), encoding, nil
	}
	if bytes.IndexByte(data, 0) >= 0 || control(data) {
		return "", "", ErrNoText
	}
	if !utf8.Valid(data) {
		at := firstBroken(data)
		notes.say(exchange.Decide, exchange.Place{Row: 1 + bytes.Count(data[:at], []byte("\n"))}, "letters",
			"this file is UTF-8 but for some letters that are broken, the first near "+authoring.Quote(around(data, at)), `look for "�" in what came over, and write the letters anew`)
	}
	return lines(strings.ToValidUTF8(string(data), "\ufffd")), "UTF-8", nil
}

// lines gives a text line breaks of one kind.
func lines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '\r':
			b.WriteByte(text[i])
		case i+1 >= len(text) || text[i+1] != '\n':
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// unmarked is UTF-16 without a byte order mark: of what is written in the letters of one
// script, and has digits, spaces and line breaks, the zero bytes are all on one side.
func unmarked(data []byte, notes *Notes) (string, string, error) {
	var zeros [2]int
	for i, c := range data[:min(len(data), sampled)] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	var order binary.ByteOrder = binary.BigEndian
	few, many := zeros[1], zeros[0]
	if few > many {
		order, few, many = binary.LittleEndian, many, few
	}
	if few*20 > many || many*20 < min(len(data), sampled)/2 {
		return "", "", ErrNoText
	}
	text := wide(data, order)
	notes.say(exchange.Altered, exchange.Place{Row: 1}, "encoding", "nothing says how the letters of this file are encoded; it was read as UTF-16", "")
	return text, "UTF-16", nil
}

// wide is UTF-16 as a text. What is half a letter becomes U+FFFD.
func wide(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(data))
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(data) {
				low = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mostlyUTF8 reports whether what is not ASCII is UTF-8 but for one letter in twenty, which
// chance does not bring about.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good > 20*bad
}

// control reports whether there is what no text has: a file of another kind.
func control(data []byte) bool {
	n := 0
	head := data[:min(len(data), sampled)]
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
			n++
		}
	}
	return n*50 > len(head)
}

func firstBroken(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// around is the line's part in which something stands.
func around(data []byte, at int) string {
	from, to := max(at-20, 0), min(at+20, len(data))
	if i := bytes.LastIndexByte(data[from:at], '\n'); i >= 0 {
		from += i + 1
	}
	if i := bytes.IndexByte(data[at:to], '\n'); i >= 0 {
		to = at + i
	}
	return strings.ToValidUTF8(string(data[from:to]), "\ufffd")
}

// page is an encoding of one byte a letter.
type page struct {
	name  string
	set   *charmap.Charmap
	langs string // those of the languages that are written in it, for what letters do not settle
}

// pages are those that spreadsheets write, the likeliest first.
var pages = []page{
	{"Windows-1252", charmap.Windows1252, "en de es fr rw it pt nl"},
	{"Windows-1250", charmap.Windows1250, "bs hr sr-Latn sl pl cs sk hu"},
	{"Windows-1255", charmap.Windows1255, "he yi"},
	{"Windows-1256", charmap.Windows1256, "ar fa ur"},
	{"Windows-1251", charmap.Windows1251, "sr sr-Cyrl ru uk bg mk"},
	{"Macintosh", charmap.Macintosh, ""},
}

// paged reads a file in the page whose letters make the likelier words.
func paged(data []byte, langs []content.Lang, notes *Notes) (string, string) {
	best, most := pages[0], score(data, pages[0], langs)
	for _, p := range pages[1:] {
		if n := score(data, p, langs); n > most {
			best, most = p, n
		}
	}
	at := firstHigh(data)
	text := best.decode(data)
	notes.say(exchange.Decide, exchange.Place{Row: 1 + bytes.Count(data[:at], []byte("\n"))}, "encoding",
		fmt.Sprintf("nothing says how the letters of this file are encoded; it was read as %s, in which this stands here: %s", best.name, authoring.Quote(best.decode([]byte(rawAround(data, at))))),
		"if that is not what was written, save the file as UTF-8 and import it again")
	return text, best.name
}

func (p page) decode(data []byte) string {
	size := 0
	for _, c := range data {
		size += utf8.RuneLen(p.set.DecodeByte(c))
	}
	var b strings.Builder
	b.Grow(size)
	for _, c := range data {
		b.WriteRune(p.set.DecodeByte(c))
	}
	return b.String()
}

func firstHigh(data []byte) int {
	return max(bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }), 0)
}

// rawAround are the bytes of the line's part in which something stands.
func rawAround(data []byte, at int) []byte {
	from, to := max(at-20, 0), min(at+20, len(data))
	if i := bytes.LastIndexByte(data[from:at], '\n'); i >= 0 {
		from += i + 1
	}
	if i := bytes.IndexByte(data[at:to], '\n'); i >= 0 {
		to = at + i
	}
	return data[from:to]
}
