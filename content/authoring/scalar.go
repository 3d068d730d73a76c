package authoring

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/route"
)

// scalar reads one text, number, truth, date, language or passage.
func (d *decoder) scalar(n ast.Node, v reflect.Value, key *key) {
	switch v.Kind() {
	case reflect.Bool:
		d.truth(n, v)
	case reflect.Int, reflect.Int64:
		d.integer(n, v)
	case reflect.Float64:
		d.float(n, v)
	default:
		if p, ok := d.text(n); ok {
			if key.line || v.Type() == reflect.TypeFor[Passage]() {
				d.cut(n)
			}
			d.textual(p, v, key)
		}
	}
}

func (d *decoder) truth(n ast.Node, v reflect.Value) {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		d.wrong(n, "true or false")
		return
	}
	v.SetBool(b.Value)
}

func (d *decoder) integer(n ast.Node, v reflect.Value) {
	if n.Type() == ast.FloatType {
		at := d.start(n, position{1, 1})
		d.report(at.line, at.col, "wrong-type", "a count is a whole number, and this is the number "+Quote(n.GetToken().Value), wholeMend(n.GetToken().Value))
		return
	}
	if n.Type() != ast.IntegerType {
		d.wrong(n, "a whole number")
		return
	}
	i, err := strconv.ParseInt(n.GetToken().Value, 10, v.Type().Bits())
	if err != nil {
		d.wrong(n, "a whole number in plain digits")
		return
	}
	v.SetInt(i)
}

func (d *decoder) float(n ast.Node, v reflect.Value) {
	if words, ok := n.(*ast.StringNode); ok && grouped.MatchString(words.Value) {
		at := d.start(n, position{1, 1})
		d.report(at.line, at.col, "wrong-type", "here stands a text, not a number", wholeMend(words.Value))
		return
	}
	if n.Type() != ast.IntegerType && n.Type() != ast.FloatType {
		d.wrong(n, "a number")
		return
	}
	f, err := strconv.ParseFloat(n.GetToken().Value, 64)
	if err != nil {
		d.wrong(n, "a number in plain digits")
		return
	}
	v.SetFloat(f)
}

// grouped is a number as some write its thousands.
var grouped = regexp.MustCompile(`^[+-]?[1-9][0-9]{0,2}([.,'_ \x{a0}\x{202f}][0-9]{3})+$`)

// wholeMend says how to write a count: YAML reads 800.000 as eight hundred.
func wholeMend(written string) string {
	if grouped.MatchString(written) {
		return "where thousands are meant write " + strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '-' {
				return r
			}
			return -1
		}, written) + ", in plain digits"
	}
	return "write a whole number in plain digits"
}

// whole reports a count that is written with a dot. Its value does not tell: as
// YAML reads it, 800.000 is the whole number eight hundred.
func (s *source) whole(at position) {
	if at.line < 1 || at.line > len(s.lines) {
		return
	}
	line := []rune(s.lines[at.line-1])
	written := string(line[min(max(at.col-1, 0), len(line)):])
	if end := strings.IndexAny(written, " \t,}]#"); end >= 0 {
		written = written[:end]
	}
	if strings.Contains(written, ".") && strings.Trim(written, "+-0123456789.eE") == "" {
		s.report(at.line, at.col, "count", "a count is a whole number, and YAML reads "+Quote(written)+" as a fraction or less than is meant", wholeMend(written))
	}
}

// remark reports whether what begins at " #" is meant as one: behind the end of a list
// or map, or two spaces and more away from the words with a space behind the mark, as
// writers of YAML set remarks.
func remark(rest string, i int) bool {
	before, after := rest[:i], rest[i+len(" #"):]
	if strings.HasSuffix(strings.TrimSpace(before), "]") || strings.HasSuffix(strings.TrimSpace(before), "}") {
		return true
	}
	return strings.HasSuffix(before, " ") && (after == "" || after[0] == ' ')
}

// cut warns where YAML takes the end of unquoted words for a remark: what stands
// behind a space and # is not read.
func (d *decoder) cut(n ast.Node) {
	words, ok := n.(*ast.StringNode)
	if !ok || words.GetToken() == nil {
		return
	}
	at := d.start(n, position{1, 1})
	if quote := d.letter(at); quote == '"' || quote == '\'' || at.line > len(d.lines) {
		return
	}
	line := []rune(d.lines[at.line-1])
	rest := string(line[min(at.col-1, len(line)):])
	if i := strings.Index(rest, " #"); i >= 0 && !strings.Contains(words.Value, " #") && !remark(rest, i) {
		d.tell(Warning, at.line, at.col+utf8.RuneCountInString(rest[:i])+1, "cut", Quote(strings.TrimSpace(rest[i:]))+" is not read: behind a space, # begins a remark",
			"put all the words in quotation marks, or the remark on a line of its own")
	}
}

// text is a scalar's text with its place. Numbers and truths must be quoted
// where a text is meant: "1990" without quotes loses its meaning as a year, and
// 007 its zeros.
func (d *decoder) text(n ast.Node) (Passage, bool) {
	var p Passage
	switch n := n.(type) {
	case *ast.StringNode:
		at := d.start(n, position{1, 1})
		p = Passage{File: d.name, Line: at.line, Col: at.col, Text: n.Value}
		if quote := d.letter(at); quote == '"' || quote == '\'' {
			p.Col++
		}
	case *ast.LiteralNode:
		p = d.literal(n)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		at := d.start(n, position{1, 1})
		d.report(at.line, at.col, "wrong-type", "here stands "+kindName(n)+", not a text", "put it in quotation marks: "+Quote(n.GetToken().Value))
		return p, false
	default:
		d.wrong(n, "a text")
		return p, false
	}
	if !d.lettered(p) {
		return p, false
	}
	d.passages = append(d.passages, p)
	return p, true
}

// literal is a block of lines after | or >.
func (d *decoder) literal(n *ast.LiteralNode) Passage {
	line := n.Start.Position.Line + 1
	p := Passage{File: d.name, Line: line, Col: 1, Text: n.Value.Value}
	if !strings.HasPrefix(n.Start.Value, "|") {
		return p
	}
	p.block = true
	for i, text := range strings.Split(p.Text, "\n") {
		if text == "" || line+i > len(d.lines) {
			continue
		}
		if indent, ok := strings.CutSuffix(d.lines[line+i-1], text); ok {
			p.Col = utf8.RuneCountInString(indent) + 1
		}
		break
	}
	return p
}

// lettered refuses letters that an escape such as "\u202e" brought in past the
// reading of the file.
func (d *decoder) lettered(p Passage) bool {
	for i, r := range p.Text {
		if why := forbidden(r); why != "" {
			line, col := p.At(i)
			d.report(line, col, "letter", "U+"+strings.ToUpper(strconv.FormatInt(int64(r), 16))+" "+why, "delete it")
			return false
		}
	}
	return true
}

// letter is the letter at a place of the file.
func (d *decoder) letter(at position) byte {
	if at.line > len(d.lines) {
		return 0
	}
	// Only marks of ASCII are asked for; counting letters is needed only behind others.
	line := d.lines[at.line-1]
	for i := range line {
		if at.col--; at.col == 0 {
			return line[i]
		}
	}
	return 0
}

// textual sets what is written as a text: a string, a date, a language or a passage.
func (d *decoder) textual(p Passage, v reflect.Value, key *key) {
	switch v.Type() {
	case reflect.TypeFor[Passage]():
		v.Set(reflect.ValueOf(p))
	case reflect.TypeFor[content.Date]():
		if p.Text == "" && key.required {
			d.report(p.Line, p.Col, "missing-key", Quote(key.name)+" is empty", "write something after the colon")
			return
		}
		date, err := content.ParseDate(p.Text)
		if err != nil {
			d.report(p.Line, p.Col, "date", "not a date: "+dateFault(err), dateMend(p.Text, err))
			return
		}
		v.Set(reflect.ValueOf(date))
	case reflect.TypeFor[content.Lang]():
		if d.language(p.Text, position{p.Line, p.Col}) {
			v.SetString(p.Text)
		}
	default:
		if d.word(p, key) {
			v.SetString(p.Text)
		}
	}
}

func dateMend(text string, err error) string {
	if from, to, ok := strings.Cut(text, "/"); ok && errors.Is(err, content.ErrReversed) {
		return "exchange the two: " + Quote(to+"/"+from)
	}
	if wrong := new(content.DateError); errors.As(err, &wrong) {
		return wrong.Mend
	}
	return `write it in quotes, such as "1995-07-11"`
}

// dateFault is what is wrong, without the advice, which is the mend.
func dateFault(err error) string {
	if wrong := new(content.DateError); errors.As(err, &wrong) {
		return wrong.Fault
	}
	return err.Error()
}

// language reports whether tag is a BCP 47 tag in its usual form.
func (s *source) language(tag string, at position) bool {
	parsed, err := language.Parse(tag)
	if err != nil {
		s.report(at.line, at.col, "language", Quote(tag)+" is not a language", "write its BCP 47 tag, such as en, fr, bs or sr-Cyrl")
		return false
	}
	if usual := parsed.String(); usual != tag {
		s.report(at.line, at.col, "language", Quote(tag)+" is an unusual way to write a language", "write "+usual)
		return false
	}
	return true
}

// word checks a text against what its key allows.
func (d *decoder) word(p Passage, key *key) bool {
	switch {
	case key.id && !route.ValidID(p.Text):
		d.lostIDs = append(d.lostIDs, p.Text)
		d.report(p.Line, p.Col, "bad-id", Quote(p.Text)+" is not an id", "write at most 64 small letters, digits and single hyphens, such as srebrenica-falls")
		return false
	case key.required && strings.TrimSpace(p.Text) == "":
		d.report(p.Line, p.Col, "missing-key", Quote(key.name)+" is empty", "write something after the colon")
		return false
	case key.line && strings.Contains(strings.TrimSpace(p.Text), "\n"):
		d.report(p.Line, p.Col, "one-line", Quote(key.name)+" must be one line", "move what follows into text or note")
	case key.enum != "" && !slices.Contains(words(key.enum), p.Text):
		d.report(p.Line, p.Col, "unknown-value", Quote(p.Text)+" is not one of the words for "+key.name, didYouMean(p.Text, words(key.enum), "write one of "+strings.Join(words(key.enum), ", ")))
		return false
	}
	return true
}
