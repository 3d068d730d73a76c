package content

import (
	"strconv"
	"strings"
)

// Lesson is a prepared session for a class: stops in the archive, in order.
type Lesson struct {
	ID      string
	Ages    Ages
	Minutes int // the whole session
	Short   int // its cut, for a class with less time; 0 where it has none
	Cases   []string
	MadeOn  string            // the version of the archive that it was made on; "" where that is not known
	Seen    map[string]string // the print of each page as it was then, by route; see content/lesson
	Facts   FactsReview
	Stops   []*Stop
	Words   Text // Title, Role (the subjects), Text (what learners take away), Note (for the educator alone)
	Reflect Text // Text is the question at the end
}

// Stop is one step of a lesson.
type Stop struct {
	ID        string
	Minutes   int
	Short     int         // minutes in the short session; 0 where it is left out of it
	From      int         // the youngest age that it is for; 0 for all ages of the lesson
	Routes    []string    // what is looked at
	Questions []*Question // to talk about; never scored
	Words     Text        // Title, Text (what is done), Note (what to know before)
	Educator  Text        // for the educator alone: Text (why this stop), Note (private notes)
}

// Private reports whether anything of the stop is written for the educator alone.
func (s *Stop) Private() bool { return len(s.Educator) > 0 }

// Ages is the ages that something is made for, in years, both included. The zero Ages
// says nothing; without To it is for all from From on.
type Ages struct{ From, To int }

// Youngest and oldest are the ages that are believed.
const (
	youngest = 6
	oldest   = 99
)

// ParseAges reads "15-18", "15+" or "15". It reports whether that is what is written.
func ParseAges(s string) (Ages, bool) {
	from, to, ranged := strings.Cut(strings.ReplaceAll(strings.TrimSpace(s), "–", "-"), "-")
	if !ranged {
		from, open := strings.CutSuffix(from, "+")
		age, ok := years(from)
		switch {
		case !ok:
			return Ages{}, false
		case open:
			return Ages{From: age}, true
		}
		return Ages{age, age}, true
	}
	first, ok := years(from)
	last, also := years(to)
	if !ok || !also || last < first {
		return Ages{}, false
	}
	return Ages{first, last}, true
}

// years reads an age that is believed.
func years(s string) (age int, ok bool) {
	s = strings.TrimSpace(s)
	age, err := strconv.Atoi(s)
	return age, err == nil && s[0] != '+' && age >= youngest && age <= oldest
}

// String writes the ages as ParseAges reads them.
func (a Ages) String() string {
	switch {
	case a == Ages{}:
		return ""
	case a.To == 0:
		return strconv.Itoa(a.From) + "+"
	case a.To == a.From:
		return strconv.Itoa(a.From)
	default:
		return strconv.Itoa(a.From) + "-" + strconv.Itoa(a.To)
	}
}

// Meets reports whether somebody may be of both.
func (a Ages) Meets(b Ages) bool {
	return (a.To == 0 || b.From <= a.To) && (b.To == 0 || a.From <= b.To)
}
