package prose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	breakTag  = regexp.MustCompile(`(?i)<br\s*/?>|</?p\s*>`)
	bullet    = regexp.MustCompile(`^\s*[-•·*–]\s+`)
	numbering = regexp.MustCompile(`^\s*(\d{1,3})[.)]\s+`)
)

// Lines of this many letters were broken by a typewriter or a program of mail; shorter and
// longer ones where somebody meant it.
const (
	brokenFrom = 50
	brokenTo   = 100
)

// lines reads text without tags line by line.
func (w *writer) lines(text string) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n").Replace(text)
	list := strings.Split(breakTag.ReplaceAllString(text, "\n"), "\n")
	numbers := numbered(list)
	before := ""
	for i, line := range list {
		if joins(before, line) {
			w.say(" " + line)
			before = line
			continue
		}
		w.end("p")
		w.close(0)
		rest := line
		switch m := numbering.FindStringSubmatch(line); {
		case bullet.MatchString(line) && len(strings.TrimSpace(bullet.ReplaceAllString(line, ""))) > 0:
			rest = bullet.ReplaceAllString(line, "")
			w.open = append(w.open, element{name: "li", item: true})
		case m != nil && numbers[i] > 0:
			rest = line[len(m[0]):]
			w.open = append(w.open, element{name: "li", item: true, number: numbers[i]})
		}
		w.say(rest)
		before = line
	}
	w.flush()
	w.close(0)
}

// numbered are the lines that count from 1, by index: a single "1. September 1939" is a date.
func numbered(list []string) map[int]int {
	out := map[int]int{}
	var run []int
	for i, line := range list {
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := numbering.FindStringSubmatch(line)
		if m == nil || m[1] != strconv.Itoa(len(run)+1) {
			run = nil
		}
		if m != nil && m[1] == strconv.Itoa(len(run)+1) {
			run = append(run, i)
		}
		if len(run) > 1 {
			for n, at := range run {
				out[at] = n + 1
			}
		}
	}
	return out
}

// joins reports whether a line goes on where the one before it was broken.
func joins(before, line string) bool {
	n := utf8.RuneCountInString(before)
	return n >= brokenFrom && n <= brokenTo && strings.TrimSpace(before) != "" && strings.TrimSpace(line) != "" && !bullet.MatchString(line) && !numbering.MatchString(line)
}
