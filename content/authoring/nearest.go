package authoring

import "unicode/utf8"

// furthest is how many letters may differ for one name to be taken for a slip of another.
const furthest = 3

// Nearest returns the known name that somebody who wrote name most likely
// meant, or "" where none is near.
func Nearest(name string, known []string) string {
	best, least := "", min(furthest, max(1, (utf8.RuneCountInString(name)+1)/3))+1
	if len(name) > 64 {
		return ""
	}
	for _, k := range known {
		if abs(len(k)-len(name)) >= least {
			continue
		}
		if d := distance(name, k); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to insert, delete, replace or exchange with their
// neighbour (optimal string alignment).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range len(b) {
			replaced := last[j]
			if a[i] != b[j] {
				replaced++
			}
			row[j+1] = min(replaced, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}

func abs(n int) int {
	return max(n, -n)
}

// didYouMean is the mend for an unknown name: the nearest known one, else the
// advice given.
func didYouMean(name string, known []string, otherwise string) string {
	return mendName(Nearest(name, known), otherwise)
}

func mendName(near, otherwise string) string {
	if near == "" {
		return otherwise
	}
	return "did you mean " + Quote(near) + "?"
}
