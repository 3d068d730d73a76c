package authoring

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"
)

// source is the text of one file while it is read, and the problems found in it.
type source struct {
	found
	text     string
	lines    []string // of text, without their ends
	problems []Problem
	passages []Passage
	links    []Link
	quotes   []BlockQuote
	more     bool          // problems beyond maxReports were left out
	lost     bool          // it holds records that could not be read
	lostIDs  []string      // as written, of records that could not be kept
	markdown parser.Parser // made for the file's first text that needs it
}

func (s *source) report(line, col int, rule, message, mend string) {
	s.tell(Error, line, col, rule, message, mend)
}

func (s *source) tell(severity Severity, line, col int, rule, message, mend string) {
	if len(s.problems) == maxReports {
		if !s.more {
			s.more = true
			s.problems = append(s.problems, Problem{s.name, line, col, "too-many-problems", Error, "there are more problems in this file", "mend those above first"})
		}
		return
	}
	if s.more {
		return
	}
	s.problems = append(s.problems, Problem{s.name, line, col, rule, severity, Printable(message), Printable(mend)})
}

// read takes in a file whose size and kind the walker has approved. It reads
// no more than the limit, for a file may grow in between.
func read(fsys fs.FS, f found) *source {
	s := &source{found: f}
	file, err := fsys.Open(f.name)
	if err != nil {
		s.lose(0, 0, "unreadable", "this file cannot be read: "+err.Error(), "check its permissions")
		return s
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	switch {
	case err != nil:
		s.lose(0, 0, "unreadable", "this file cannot be read: "+err.Error(), "check the disk it is on")
		return s
	case len(data) > maxFile:
		s.lose(0, 0, "too-large", fmt.Sprintf("the file has more than %d bytes", maxFile), "shorten or divide it")
		return s
	}
	s.take(data)
	return s
}

// lose reports a problem that keeps the file, or records in it, from being read.
func (s *source) lose(line, col int, rule, message, mend string) {
	s.lost = true
	s.report(line, col, rule, message, mend)
}

// take accepts the bytes of a file as text, or leaves the text empty.
func (s *source) take(data []byte) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.IndexByte(data[:min(len(data), 64)], 0) >= 0 {
		s.lose(0, 0, "utf8", "this is UTF-16 text, or no text at all", "save the file as UTF-8")
		return
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	for start, line := 0, 1; start < len(text); line++ {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if !s.inspect(text[start:end], line) {
			break // saved in another encoding: so are all other lines
		}
		start = end + 1
	}
	if len(s.problems) > 0 {
		s.lost = true
		return
	}
	s.text, s.lines = text, strings.Split(text, "\n")
}

// inspect reports the letters of a line that no file may hold, and whether it is UTF-8.
func (s *source) inspect(line string, number int) bool {
	if ascii(line) {
		return true
	}
	col := 0
	for i, r := range line {
		col++
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(line[i:]); size == 1 {
				s.report(number, col, "utf8", "this is not UTF-8 text", "save the file as UTF-8")
				return false
			}
		}
		if why := forbidden(r); why != "" {
			s.report(number, col, "letter", fmt.Sprintf("U+%04X %s", r, why), "delete it")
		}
	}
	return true
}

// ascii reports whether a line holds nothing but printable ASCII and tabs, as
// most lines do.
func ascii(line string) bool {
	for i := range len(line) {
		if c := line[i]; c < ' ' && c != '\t' || c > '~' {
			return false
		}
	}
	return true
}

// forbidden says why a letter may not stand in an archive, or "".
func forbidden(r rune) string {
	switch {
	case r >= 0x202a && r <= 0x202e:
		return "reorders the letters around it"
	case r == 0xfeff:
		return "is a byte order mark, invisible inside a text"
	case r == 0xfffd:
		return "stands for a letter that was lost"
	case r == 0x2028, r == 0x2029:
		return "is a line separator"
	case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r <= 0x9f:
		return "is a control character"
	case r >= 0xfff0 && r <= 0xffff, r&0xfffe == 0xfffe, r >= 0xe0000 && r <= 0xe007f:
		return "is not a letter"
	}
	return ""
}
