package translation

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// Write writes a document in a format. Now is the date that a PO file states.
func Write(w io.Writer, d *Document, f Format, now time.Time) error {
	switch f {
	case XLIFF1:
		return writeXLIFF1(w, d)
	case XLIFF2:
		return writeXLIFF2(w, d)
	case PO:
		return writePO(w, d, now)
	}
	return fmt.Errorf("no format is called %q", f)
}

// Read reads a file in any of the formats.
func Read(data []byte) (*Document, error) {
	data, err := text(data)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		return documentOfXLIFF(data)
	}
	return documentOfPO(string(data))
}

// text is what a file holds as UTF-8.
func text(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return nil, fmt.Errorf("read it as UTF-16: %w", err)
		}
		// What its first line says of its encoding is no longer so.
		head, rest, ok := bytes.Cut(out, []byte("?>"))
		if ok && bytes.HasPrefix(head, []byte("<?xml")) {
			out = rest
		}
		return out, nil
	case !utf8.Valid(data):
		return nil, errors.New("it is not UTF-8: save it as UTF-8")
	}
	return bytes.TrimPrefix(data, []byte("\ufeff")), nil
}

// FormatOf is the format of a name as the command line has it, xliff or po, and of XLIFF the
// version; it reports false where there is none.
func FormatOf(name, version string) (Format, bool) {
	switch strings.ToLower(name) {
	case "po":
		return PO, version == ""
	case "xliff", "xlf":
		switch version {
		case "", "1.2":
			return XLIFF1, true
		case "2.0":
			return XLIFF2, true
		}
	}
	return "", false
}
