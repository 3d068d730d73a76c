package translation

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"vigil/content"
)

// PO is read and written here and not by a library: of those for Go one drops comments,
// contexts and what was before, the other takes what it does not understand for nothing and
// says so nowhere. What a translator wrote must not be lost in silence.

// message is one message of a PO file.
type message struct {
	line     int
	remarks  []string // "# " of translators
	notes    []string // "#." of who made the file
	places   []string // "#:"
	flags    []string // "#,"
	previous string   // "#| msgid"
	context  string
	id       string
	plural   string
	text     []string // msgstr, or msgstr[n]
}

func (m *message) fuzzy() bool { return slices.Contains(m.flags, "fuzzy") }

// poText is a line of PO's words: what stands between the quotation marks.
func poText(line string) (string, error) {
	line = strings.TrimSpace(line)
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return "", errors.New("a text in PO stands in quotation marks")
	}
	line = line[1 : len(line)-1]
	if !strings.ContainsAny(line, `\"`) {
		return line, nil
	}
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '"':
			return "", errors.New("a quotation mark within a text has a backslash before it")
		case c != '\\':
			b.WriteByte(c)
		case i+1 == len(line):
			return "", errors.New("a backslash stands at the end of a text")
		default:
			i++
			letter, width := escapedLetter(line[i:])
			if width == 0 {
				return "", fmt.Errorf("PO knows no letter \\%c", line[i])
			}
			b.WriteString(letter)
			i += width - 1
		}
	}
	return b.String(), nil
}

// escapedLetter is what stands behind a backslash, and how long it is.
func escapedLetter(s string) (string, int) {
	if i := strings.IndexByte(`abfnrtv\"`, s[0]); i >= 0 {
		return "\a\b\f\n\r\t\v\\\""[i : i+1], 1
	}
	digits, base := 0, 8
	if s[0] == 'x' {
		s, base = s[1:], 16
	}
	for digits < len(s) && digits < 3-base/16 && isDigit(s[digits], base) {
		digits++
	}
	n, err := strconv.ParseUint(s[:digits], base, 16)
	if err != nil || n > 0x7f {
		return "", 0
	}
	return string(rune(n)), digits + base/16
}

func isDigit(c byte, base int) bool {
	_, err := strconv.ParseUint(string(rune(c)), base, 8)
	return err == nil
}

// poReader reads PO line by line.
type poReader struct {
	messages []*message
	now      *message
	into     *string // what a line of words alone goes on with
	text     strings.Builder
	before   strings.Builder // of "#| msgid"
	size     int             // bytes of the message that is read
}

// turn ends the text that is read, and begins another or, with nil, none.
func (r *poReader) turn(into *string) {
	if r.into != nil {
		*r.into = r.text.String()
	}
	r.into = into
	r.text.Reset()
}

// readPO reads the messages of a PO file, the header among them. Obsolete ones are left out.
func readPO(text string) ([]*message, error) {
	r := &poReader{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if err := r.line(line, number); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	r.end()
	return r.messages, nil
}

// words are what a line of PO may begin with, the longer first.
var words = []string{"msgid_plural", "msgctxt", "msgid", "msgstr"}

func (r *poReader) line(line string, number int) error {
	switch {
	case line == "":
		return nil
	case strings.HasPrefix(line, "#~"):
		r.turn(nil)
		return nil
	case line[0] == '#':
		return r.comment(line, number)
	case line[0] == '"':
		if r.into == nil {
			return errors.New("a text stands here that belongs to nothing")
		}
		return r.add(line, &r.text)
	}
	for _, word := range words {
		if rest, ok := strings.CutPrefix(line, word); ok {
			return r.begin(word, rest, number)
		}
	}
	return fmt.Errorf("this is no line of PO: %q", short(line))
}

func short(s string) string {
	if len(s) <= 40 {
		return s
	}
	end := 40
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}

// message is the one that is read; one with a text is over when something else begins.
func (r *poReader) message(number int) *message {
	if r.now != nil && len(r.now.text) > 0 {
		r.end()
	}
	if r.now == nil {
		r.now, r.size = &message{line: number}, 0
	}
	return r.now
}

func (r *poReader) end() {
	r.turn(nil)
	if r.now != nil {
		r.now.previous = r.before.String()
		r.before.Reset()
	}
	if r.now != nil && len(r.now.text) > 0 {
		r.messages = append(r.messages, r.now)
	}
	r.now = nil
}

func (r *poReader) comment(line string, number int) error {
	r.turn(nil)
	m := r.message(number)
	if r.size += len(line); r.size > mostNotes+4*mostText {
		return errors.New("more is said of one message than can be read")
	}
	body := strings.TrimSpace(line[min(2, len(line)):])
	switch {
	case strings.HasPrefix(line, "#."):
		m.notes = append(m.notes, body)
	case strings.HasPrefix(line, "#:"):
		m.places = append(m.places, body)
	case strings.HasPrefix(line, "#,"):
		for flag := range strings.SplitSeq(body, ",") {
			m.flags = append(m.flags, strings.TrimSpace(flag))
		}
	case strings.HasPrefix(line, "#|"):
		if rest, ok := strings.CutPrefix(body, "msgid "); ok {
			body = rest
		}
		if strings.HasPrefix(body, `"`) {
			return r.add(body, &r.before)
		}
	default:
		m.remarks = append(m.remarks, strings.TrimSpace(strings.TrimPrefix(line, "#")))
	}
	return nil
}

// begin reads the first line of a part of a message.
func (r *poReader) begin(word, rest string, number int) error {
	r.turn(nil)
	m := r.now
	if m == nil || len(m.text) > 0 && word != "msgstr" {
		m = r.message(number)
	}
	switch word {
	case "msgctxt":
		r.turn(&m.context)
	case "msgid":
		m.line = number
		r.turn(&m.id)
	case "msgid_plural":
		r.turn(&m.plural)
	default:
		n, after, err := formNumber(rest)
		if err != nil {
			return err
		}
		if n != len(m.text) {
			return errors.New("the plural forms of a message stand in the order of their numbers, from 0")
		}
		m.text = append(m.text, "")
		rest = after
		r.turn(&m.text[n])
		if len(r.messages) >= mostUnits {
			return fmt.Errorf("more than %d messages", mostUnits)
		}
	}
	return r.add(rest, &r.text)
}

// formNumber reads the [2] of msgstr[2].
func formNumber(rest string) (n int, after string, err error) {
	inner, ok := strings.CutPrefix(rest, "[")
	if !ok {
		return 0, rest, nil
	}
	number, after, ok := strings.Cut(inner, "]")
	n, err = strconv.Atoi(number)
	if !ok || err != nil || n < 0 || n > 9 {
		return 0, "", errors.New("the number of a plural form stands in brackets, from 0 to 9")
	}
	return n, after, nil
}

func (r *poReader) add(line string, into *strings.Builder) error {
	text, err := poText(line)
	if err != nil {
		return err
	}
	if r.size += len(text); r.size > mostNotes+4*mostText || into.Len()+len(text) > mostText {
		return fmt.Errorf("a text of more than %d bytes", mostText)
	}
	into.WriteString(text)
	return nil
}

// documentOfPO makes a document of messages.
func documentOfPO(text string) (*Document, error) {
	messages, err := readPO(text)
	if err != nil {
		return nil, err
	}
	doc := &Document{Format: PO}
	var header map[string]string
	for _, m := range messages {
		if m.id == "" && m.context == "" {
			if header, err = poHeader(m.text[0]); err != nil {
				return nil, err
			}
			if err := doc.header(m.text[0]); err != nil {
				return nil, err
			}
			continue
		}
		doc.Units = append(doc.Units, m.units(doc.To, header)...)
	}
	return doc, nil
}

// header takes in what a header of PO says of the whole file.
func (d *Document) header(text string) error {
	header, err := poHeader(text)
	if err != nil {
		return err
	}
	if lang := header["language"]; lang != "" {
		d.To = content.Lang(strings.ReplaceAll(lang, "_", "-"))
	}
	d.From = content.Lang(cmp.Or(header["x-source-language"], string(d.From)))
	d.Translator = cmp.Or(nameIn(header["last-translator"]), d.Translator)
	return nil
}

// poHeader reads the header of a PO file.
func poHeader(text string) (map[string]string, error) {
	out := map[string]string{}
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(line, ":")
		if ok {
			out[strings.ToLower(strings.TrimSpace(key))] = strings.TrimSpace(value)
		}
	}
	_, charset, ok := strings.Cut(strings.ToLower(out["content-type"]), "charset=")
	if ok && charset != "utf-8" && charset != "utf8" && charset != "us-ascii" && charset != "charset" {
		return nil, fmt.Errorf("the file is written in %s: save it as UTF-8", charset)
	}
	return out, nil
}

// nameIn is the name in "Ana Marić <ana@example.org>", or "" where none was written.
func nameIn(s string) string {
	name, _, _ := strings.Cut(s, "<")
	name = strings.TrimSpace(name)
	if name == "FULL NAME" || name == "Automatically generated" {
		return ""
	}
	return name
}

// units are what a message holds: one, or one for each plural form.
func (m *message) units(lang content.Lang, header map[string]string) []*Unit {
	notes := strings.Join(m.notes, "\n")
	u := &Unit{ID: m.context, Source: m.id, Line: m.line, Notes: m.remarks, Previous: m.previous, mark: readMark(notes)}
	u.ID = unitID(u.mark, u.ID, m.places...)
	state := Approved
	if m.fuzzy() {
		state = Unsure
	}
	if m.plural == "" {
		u.Target = m.text[0]
		u.State = stateOf(u.Target, state)
		return []*Unit{u}
	}
	var out []*Unit
	for i, form := range formsOf(lang, header["plural-forms"], len(m.text)) {
		one := *u
		one.ID, one.Target = u.ID+"/"+form, m.text[i]
		one.State = stateOf(one.Target, state)
		if form != "one" {
			one.Source = m.plural
		}
		out = append(out, &one)
	}
	return out
}

func stateOf(target string, state State) State {
	if strings.TrimSpace(target) == "" {
		return Missing
	}
	return state
}

// unitID is the name of a unit: what its mark says, else its own id, else a place that
// looks like one.
func unitID(m *mark, id string, places ...string) string {
	if m != nil && m.id != "" {
		return m.id
	}
	for _, place := range append([]string{id}, places...) {
		if place = strings.ReplaceAll(place, "%23", "#"); strings.Contains(place, "#") {
			return place
		}
	}
	return id
}
