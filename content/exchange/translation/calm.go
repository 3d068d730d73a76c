package translation

import (
	"bytes"
	"errors"
)

// Bounds of XML.
const (
	deepest = 48       // elements in one another
	mostTag = 64 << 10 // bytes of one tag
)

// calmXML refuses what would cost a parser of XML more than its length: a document type,
// and tags without an end.
func calmXML(data []byte) error {
	for i := 0; i < len(data); {
		at := bytes.IndexByte(data[i:], '<')
		if at < 0 {
			return nil
		}
		i += at
		rest := data[i:]
		skip := 0
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			skip = behind(rest, "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			skip = behind(rest, "]]>")
		case bytes.HasPrefix(rest, []byte("<?")):
			skip = behind(rest, "?>")
		case bytes.HasPrefix(rest, []byte("<!")):
			return errors.New("it has a document type (<!DOCTYPE), which is not read: take it out")
		default:
			skip = behindTag(rest)
		}
		if skip == 0 {
			return errors.New("a tag or remark in it has no end, or is too long")
		}
		i += skip
	}
	return nil
}

func behind(data []byte, end string) int {
	at := bytes.Index(data, []byte(end))
	if at < 0 {
		return 0
	}
	return at + len(end)
}

func behindTag(data []byte) int {
	quote := byte(0)
	for i, c := range data[:min(len(data), mostTag)] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}
