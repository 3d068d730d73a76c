package paper

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// ref is the number of an object of the file (ISO 32000-1, 7.3.10).
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// file is a PDF file as it is written: objects, then the table of where they are.
// Objects may be promised first and written later, in any order.
type file struct {
	out bytes.Buffer
	at  []int // where object i+1 begins; 0 is not written yet
}

// The second line says to programs that the file is not text (7.5.2).
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

func newFile() *file {
	f := &file{}
	f.out.WriteString(header)
	return f
}

// promise gives a number to an object that is written later.
func (f *file) promise() ref {
	f.at = append(f.at, 0)
	return ref(len(f.at))
}

// write writes the object that was promised.
func (f *file) write(r ref, body string) {
	f.at[r-1] = f.out.Len()
	fmt.Fprintf(&f.out, "%d 0 obj\n%s\nendobj\n", int(r), body)
}

func (f *file) add(body string) ref {
	r := f.promise()
	f.write(r, body)
	return r
}

// stream writes data, compressed, with the entries of its dictionary.
func (f *file) stream(r ref, entries string, data []byte) {
	f.bytes(r, entries+"/Filter/FlateDecode", deflate(data))
}

// bytes writes data as it is.
func (f *file) bytes(r ref, entries string, data []byte) {
	f.at[r-1] = f.out.Len()
	fmt.Fprintf(&f.out, "%d 0 obj\n<<%s/Length %d>>\nstream\n", int(r), entries, len(data))
	f.out.Write(data)
	f.out.WriteString("\nendstream\nendobj\n")
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	// Neither fails: the level exists, and a buffer takes all.
	z, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
	z.Write(data)
	z.Close()
	return out.Bytes()
}

// finish writes the table of objects and what begins the reading of the file.
func (f *file) finish(w io.Writer, root, info ref, id string) error {
	start := f.out.Len()
	fmt.Fprintf(&f.out, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, at := range f.at {
		fmt.Fprintf(&f.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&f.out, "trailer\n<</Size %d/Root %v/Info %v/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, root, info, id, id, start)
	_, err := w.Write(f.out.Bytes())
	return err
}

// text is a string for people: UTF-16, in hexadecimal (7.9.2.2).
func text(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	hex16(&b, s)
	b.WriteByte('>')
	return b.String()
}

func hex16(b *strings.Builder, s string) {
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(b, "%04X", u)
	}
}

// name is a name (7.3.5); only ASCII letters, digits and some marks are kept.
func name(s string) string {
	keep := func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' || r == '+' {
			return r
		}
		return -1
	}
	return "/" + strings.Map(keep, s)
}

// mostNumber bounds a coordinate: ten sheets of A0 side by side.
const mostNumber = 32000

// number is a length or a coordinate, to a thousandth of a point. What is no number is
// 0, for a file with "NaN" in it opens nowhere.
func number(f float32) string {
	if math.IsNaN(float64(f)) {
		f = 0
	}
	f = min(max(f, -mostNumber), mostNumber)
	s := strconv.FormatFloat(float64(f), 'f', 3, 32)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

// numbers joins numbers and an operator of a page's content.
func numbers(operator string, all ...float32) string {
	var b strings.Builder
	for _, f := range all {
		b.WriteString(number(f))
		b.WriteByte(' ')
	}
	return b.String() + operator + "\n"
}
