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

// distance counts the letters to insert, delete or replace (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := corner
			if a[i] != b[j] {
				replaced++
			}
			corner = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
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
	if near := Nearest(name, known); near != "" {
		return "did you mean " + Quote(near) + "?"
	}
	return otherwise
}
