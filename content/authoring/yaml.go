package authoring

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// parseYAML reads the file's one document, or reports why it cannot. Nothing
// is handed to the parser that its tokens have not shown to be plain and flat.
func (s *source) parseYAML() (body ast.Node) {
	// The parser is not ours and reads hostile text.
	defer func() {
		if recover() != nil {
			s.lose(1, 1, "yaml", "this is not YAML that can be read", "write it as the examples in the format's description are written")
			body = nil
		}
	}()
	if signs(s.text) > maxSigns {
		s.lose(1, 1, "too-large", fmt.Sprintf("the file has more than %d marks of YAML", maxSigns), "divide it")
		return nil
	}
	tokens := lexer.Tokenize(s.text)
	if len(tokens) == 0 || !s.plain(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		s.syntax(err)
		return nil
	}
	if len(file.Docs) == 0 {
		return nil
	}
	return file.Docs[0].Body
}

// signs counts the letters that may begin or end a token, for each token costs
// some hundred bytes before any rule can look at it.
func signs(text string) int {
	n := 0
	for i := range len(text) {
		switch text[i] {
		case '\n', '[', ']', '{', '}', ',', ':', '-', '?', '&', '*', '!', '\'', '"', '#', '|', '>':
			n++
		}
	}
	return n
}

// syntax reports the parser's complaint without its picture of the source.
func (s *source) syntax(err error) {
	var at yaml.Error
	line, col, message := 1, 1, "cannot be read"
	if errors.As(err, &at) {
		message = at.GetMessage()
		if tk := at.GetToken(); tk != nil && tk.Position != nil {
			line, col = tk.Position.Line, max(tk.Position.Column, 1)
		}
	}
	s.lose(line, col, "yaml", "this is not YAML: "+message, mendOf(message))
}

// mendOf is what mends what the parser complains of. A colon in a title is what curators
// meet first, and the parser's words for it say nothing of a colon.
func mendOf(message string) string {
	if strings.HasPrefix(message, "mapping value is not allowed") {
		return "where this line's words have a colon in them, put all of them in quotation marks; where not, begin the line at the column of the one before it"
	}
	return "look at the indentation and the quotation marks of this line and the one before it"
}

// notPlain names what YAML can do and the format does not use. Anchors and
// aliases let a line stand for a gigabyte; tags and merge keys hide what a
// file says from whoever reads it.
var notPlain = map[token.Type]string{
	token.AnchorType:         "an anchor (&)",
	token.AliasType:          "an alias (*)",
	token.TagType:            "a tag (!)",
	token.MergeKeyType:       "a merge key (<<)",
	token.MappingKeyType:     "a complex key (?)",
	token.DirectiveType:      "a directive (%)",
	token.DocumentHeaderType: "a mark between documents (---)",
	token.DocumentEndType:    "a mark of a document's end (...)",
}

// plain reports whether the tokens are of the plain part of YAML and within
// the limits of depth and size, which the parser itself does not bound. The
// first offence is told, for behind it every token may be another.
func (s *source) plain(tokens token.Tokens) bool {
	g := gauge{most: max(maxKeys, len(s.text)/minRecord)}
	for i, tk := range tokens {
		line, col := tk.Position.Line, max(tk.Position.Column, 1)
		if tk.Type == token.InvalidType {
			s.lose(line, col, "yaml", "this is not YAML: "+tk.Error, "look at the indentation and the quotation marks of this line")
			return false
		}
		if what, found := notPlain[tk.Type]; found {
			s.lose(line, col, "yaml-plain", what+" is not part of the format", "write the text out; put it in quotes if it is meant as text")
			return false
		}
		if tk.Type == token.MappingValueType && i > 0 {
			col = max(tokens[i-1].Position.Column, 1)
		}
		if empty(tokens, i, col) {
			g.empty++
		}
		switch g.read(tk.Type, col) {
		case tooDeep:
			s.lose(line, col, "too-deep", "this is nested too deeply", "write it with fewer levels")
			return false
		case tooMany:
			s.lose(line, col, "too-many-keys", fmt.Sprintf("more than %d keys in one map", g.most), "divide the file")
			return false
		case tooEmpty:
			s.lose(line, col, "too-many-keys", fmt.Sprintf("more than %d keys and items without a value", maxEmpty), "take them out")
			return false
		}
	}
	return true
}

// gauge follows how deep and how wide YAML tokens nest.
type gauge struct {
	brackets int
	most     int                // keys that a map may have
	empty    int                // keys and items without a value
	keys     [maxColumn + 1]int // of the map that is open at each column
}

type excess int

const (
	within excess = iota
	tooDeep
	tooMany
	tooEmpty
)

// empty reports whether the i-th token, which begins at col or ends a key that
// does, promises a value that does not come.
func empty(tokens token.Tokens, i, col int) bool {
	if kind := tokens[i].Type; kind != token.SequenceEntryType && kind != token.MappingValueType {
		return false
	}
	for _, next := range tokens[i+1:] {
		switch next.Type {
		case token.CommentType:
			continue
		case token.CollectEntryType, token.MappingEndType, token.SequenceEndType:
			return true
		}
		if tokens[i].Type == token.MappingValueType && next.Type == token.SequenceEntryType && next.Position.Column == col {
			return false // a list may begin below its key, where the key begins
		}
		return next.Position.Line > tokens[i].Position.Line && next.Position.Column <= col
	}
	return true
}

// read takes in a token; col is where it, or the key that it ends, begins.
func (g *gauge) read(kind token.Type, col int) excess {
	if g.empty > maxEmpty {
		return tooEmpty
	}
	switch kind {
	case token.SequenceStartType, token.MappingStartType:
		if g.brackets++; g.brackets > maxFlow {
			return tooDeep
		}
		return within
	case token.SequenceEndType, token.MappingEndType:
		g.brackets--
		return within
	case token.SequenceEntryType, token.MappingValueType:
	default:
		return within
	}
	switch {
	case g.brackets > 0:
		return within
	case col > maxColumn:
		return tooDeep
	}
	clear(g.keys[col+1:])
	if kind == token.MappingValueType {
		g.keys[col]++
	}
	if g.keys[col] > g.most {
		return tooMany
	}
	return within
}
