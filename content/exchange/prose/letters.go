package prose

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"vigil/content/authoring"
)

var (
	entity  = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)
	address = regexp.MustCompile(`(?i)\b(?:https?://|ftp://|mailto:|www\.)[^\s]+`)
)

// mostEscaped is how often a text may have been escaped: programs do it to what is
// escaped already.
const mostEscaped = 3

// mostAddress is the length of the longest address that is kept, in bytes.
const mostAddress = 2000

// clean is a text without entities that were left in it, without letters that no archive
// may hold, and with the site in the place of an address, which becomes a link.
func (w *writer) clean(s string) string {
	for range mostEscaped {
		if !entity.MatchString(s) {
			break
		}
		s = html.UnescapeString(s)
	}
	s = entity.ReplaceAllString(s, "& $1;")
	s = strings.Map(w.letter, strings.ToValidUTF8(s, "\ufffd"))
	return w.withoutAddresses(s)
}

// withoutAddresses puts the name of the site in the place of an address.
func (w *writer) withoutAddresses(s string) string {
	if !strings.ContainsAny(s, ":.") {
		return s
	}
	for range mostEscaped {
		if !address.MatchString(s) {
			return s
		}
		s = address.ReplaceAllStringFunc(s, w.site)
	}
	return address.ReplaceAllString(s, "")
}

// letter is a letter as an archive may hold it, negative where it may not.
func (w *writer) letter(r rune) rune {
	switch {
	case r == '\n', r == '\t', r == '\r', r == '\f', r == '\v', r == '\u2028', r == '\u2029', r == '\u0085':
		return ' '
	case r == '\ufeff' || r >= 0x80 && r < 0xa0 || r < ' ':
		return -1
	case !authoring.Permitted(r):
		w.lost.add(aLetter, "")
		return -1
	}
	return r
}

// site is what stands for an address in a text: its host. What ends a sentence is not part
// of the address.
func (w *writer) site(found string) string {
	bare := strings.TrimRight(found, ".,;:!?)]}>'\"”’»…")
	if strings.Count(bare, "(") > strings.Count(bare, ")") && strings.HasPrefix(found[len(bare):], ")") {
		bare += ")"
	}
	rest := found[len(bare):]
	if after, ok := strings.CutPrefix(strings.ToLower(bare), "mailto:"); ok {
		return bare[len(bare)-len(after):] + rest
	}
	full := bare
	if strings.HasPrefix(strings.ToLower(bare), "www.") {
		full = "http://" + bare
	}
	u, err := url.Parse(full)
	if err != nil || u.Hostname() == "" {
		w.lost.add(anAddress, full)
		return rest
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	if w.anchor == nil {
		w.link(host, full)
	}
	return host + rest
}

// link keeps a link to the open web, and names one that leads elsewhere.
func (w *writer) link(words, to string) {
	to = strings.TrimSpace(to)
	if strings.HasPrefix(to, "//") {
		to = "https:" + to
	}
	u, err := url.Parse(to)
	switch {
	case err != nil || cleanAddress(to) == "":
		w.lost.add(anAddress, "")
	case u.Scheme == "":
		w.lost.add(aPlaceLink, to)
	case u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "ftp" || u.Host == "":
		w.lost.add(anAddress, to)
	default:
		if words == "" {
			words = u.Hostname()
		}
		w.links = append(w.links, Link{Text: spaced(words), URL: to})
	}
}

// cleanAddress is an address that may be printed, or "".
func cleanAddress(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > mostAddress || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !authoring.Permitted(r) }) {
		return ""
	}
	if strings.HasPrefix(strings.ToLower(s), "data:") || strings.HasPrefix(strings.ToLower(s), "javascript:") {
		return ""
	}
	return s
}

// spaced is a text in which white space is single spaces. A space that keeps words
// together stays where a language sets one: between figures, and beside signs.
func spaced(s string) string {
	if !strings.ContainsRune(s, '\u00a0') {
		return strings.Join(strings.FieldsFunc(s, isSpace), " ")
	}
	letters := []rune(s)
	var b strings.Builder
	for i := 0; i < len(letters); i++ {
		if !isSpace(letters[i]) {
			b.WriteRune(letters[i])
			continue
		}
		end := i
		for end+1 < len(letters) && isSpace(letters[end+1]) {
			end++
		}
		if i > 0 && end+1 < len(letters) {
			if i == end && letters[i] == '\u00a0' && keeps(letters[i-1], letters[i+1]) {
				b.WriteRune('\u00a0')
			} else {
				b.WriteByte(' ')
			}
		}
		i = end
	}
	return b.String()
}

func isSpace(r rune) bool {
	return r != '\u200b' && unicode.IsSpace(r) && !(r == '\u202f' || r == '\u2007')
}

// keeps reports whether a space between two letters is one that no line breaks at.
func keeps(before, after rune) bool {
	return unicode.IsDigit(before) || unicode.IsDigit(after) || strings.ContainsRune("«‹", before) || strings.ContainsRune("»›:;!?%€", after)
}
