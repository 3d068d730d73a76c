package typeset

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// The sizes of an sfnt's header and of a record of its directory, bytes (OpenType,
// "Organization of an OpenType Font").
const (
	sfntHeader = 12
	sfntRecord = 16
	mostTables = 128
)

// read are the tables that setting words needs: outlines, metrics, letters and the
// rules of OpenType. Colour, pictures, variations and Apple's state machines are
// left unread, for nothing here draws with them.
var read = map[string]bool{
	"head": true, "hhea": true, "hmtx": true, "maxp": true, "name": true, "OS/2": true, "post": true,
	"cmap": true, "glyf": true, "loca": true, "CFF ": true, "VORG": true,
	"GDEF": true, "GSUB": true, "GPOS": true,
}

// errDamaged is what is said of a font that contradicts itself.
var errDamaged = errors.New("the font is damaged; bring an undamaged copy")

// plainFont is a font with the tables that setting words needs, each of which lies
// within the file: what reads a table takes memory for the length that the directory
// claims. A collection and a web font are refused by name.
func plainFont(data []byte) ([]byte, error) {
	if len(data) < sfntHeader {
		return nil, errDamaged
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
	case "ttcf":
		return nil, errors.New("the file is a collection of fonts; bring one font of it, as .ttf or .otf")
	case "wOFF", "wOF2":
		return nil, errors.New("the file is a font for web pages; bring the font itself, as .ttf or .otf")
	default:
		return nil, errors.New("the file is no font; bring a .ttf or .otf")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if n > mostTables || len(data) < sfntHeader+n*sfntRecord {
		return nil, errDamaged
	}
	seen := map[string]bool{}
	var records []byte
	for i := range n {
		record := data[sfntHeader+i*sfntRecord:][:sfntRecord]
		tag := string(record[:4])
		if !read[tag] {
			continue
		}
		from, length := binary.BigEndian.Uint32(record[8:]), binary.BigEndian.Uint32(record[12:])
		if uint64(from)+uint64(length) > uint64(len(data)) {
			return nil, fmt.Errorf("%w: its table %q ends beyond the file", errDamaged, tag)
		}
		if seen[tag] {
			return nil, fmt.Errorf("%w: it has two tables %q", errDamaged, tag)
		}
		seen[tag] = true
		records = append(records, record...)
	}
	if !seen["glyf"] && !seen["CFF "] {
		return nil, errors.New("the font has no plain outlines, as fonts of pictures and some variable ones; bring a plain .ttf or .otf")
	}
	// The tables stay where they are; only the directory grows shorter.
	plain := append([]byte(nil), data...)
	binary.BigEndian.PutUint16(plain[4:], uint16(len(seen)))
	copy(plain[sfntHeader:], records)
	return plain, nil
}
