package builder

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"vigil/content/route"
)

// longestName leaves room for a number behind it.
const longestName = 48

// Name makes of a title the id that a lesson is saved under: small letters, digits and
// hyphens, as far as the title has any; else lesson-1. It is none that is taken, and none
// that a system refuses as the name of a file.
func Name(title string, taken func(id string) bool) string {
	id := idOf(title)
	if id != "" && !slices.Contains(devices, id) && !taken(id) {
		return id
	}
	if id == "" || slices.Contains(devices, id) {
		id = "lesson"
		return free(id+"-", taken)
	}
	for n := 2; ; n++ {
		if next := fmt.Sprintf("%s-%d", id, n); !taken(next) {
			return next
		}
	}
}

// devices are names that Windows keeps for itself, whatever their ending.
var devices = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// plainLetters are those that no mark parts from a letter of ASCII.
var plainLetters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i", "’", "", "'", "")

func idOf(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(plainLetters.Replace(strings.ToLower(title))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r >= 0x300 && r <= 0x36f: // a mark of the letter before it
		default:
			gap = true
		}
		if b.Len() >= longestName {
			break
		}
	}
	id := b.String()
	if !route.ValidID(id) || !strings.ContainsFunc(id, func(r rune) bool { return r >= 'a' && r <= 'z' }) {
		return ""
	}
	return id
}
