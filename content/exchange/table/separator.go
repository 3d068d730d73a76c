package table

import "strings"

// sampledRows is by how many rows the separator is found.
const sampledRows = 60

// separator finds what parts the cells, and takes away the line that says so.
func separator(text string) (string, rune) {
	first, rest, _ := strings.Cut(text, "\n")
	if said, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, `" `)), "sep="); ok && len(said) == 1 && strings.Contains(",;\t|", said) {
		return rest, rune(said[0])
	}
	best, most := ',', 0.0
	for _, comma := range ",;\t|" {
		if n := parts(text[:min(len(text), sampled)], byte(comma)); n > most {
			best, most = comma, n
		}
	}
	return text, best
}

// parts says how well a separator parts the rows: how many of them as the headings are, and
// of two that part them alike the one that gives more columns.
func parts(text string, comma byte) float64 {
	s := &scanner{text: text, comma: comma, notes: &Notes{}, most: sampledRows}
	rows := s.rows()
	if len(rows) == 0 || len(rows[0].Cells) < 2 {
		return 0
	}
	if s.at < len(text) || len(text) == sampled {
		rows = rows[:max(len(rows)-1, 1)]
	}
	want, alike := s.widths[0], 0.0
	for _, width := range s.widths[:len(rows)] {
		switch {
		case width == want:
			alike++
		case width > 1 && width < want:
			alike += 0.5
		}
	}
	return alike/float64(len(rows)) + float64(min(want, 100))/1000
}
