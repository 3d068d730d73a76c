package i18n_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"vigil/content"
)

// An id looks like this; one that ends in a dot is completed by a value.
var idLike = regexp.MustCompile(`^[a-z]+(\.[a-z]+[a-z-]*)*\.[a-z-]*$`)

var fileName = regexp.MustCompile(`\.(yaml|md|toml|json|png|go|pdf|txt|ttf)$`)

// Every id in the program is in the English catalogue: those handed to Say,
// SayWith and Count anywhere in the module, and in app all that begin as a
// group of messages does, for screens keep ids in tables too.
func TestEveryIDIsKnown(t *testing.T) {
	english := read(t, "en")
	groups := map[string]bool{}
	for id := range english {
		group, _, _ := strings.Cut(id, ".")
		groups[group] = true
	}
	found := 0
	walkSources(t, func(path string, file *ast.File) {
		inApp := strings.HasPrefix(path, filepath.Join("..", "app"))
		check := func(id string) {
			found++
			if !known(english, id) {
				t.Errorf("%s says %q, which is in no catalogue", path, id)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && says(call) {
				for _, id := range literals(call.Args) {
					if idLike.MatchString(id) {
						check(id)
					}
				}
				return true
			}
			id := literal(n)
			group, _, _ := strings.Cut(id, ".")
			if inApp && groups[group] && idLike.MatchString(id) && !fileName.MatchString(id) {
				check(id)
			}
			return true
		})
	})
	if found < 100 {
		t.Errorf("only %d ids were found: the search itself is broken", found)
	}
}

// walkSources parses every Go file of the module that is not a test.
func walkSources(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && len(d.Name()) > 2 && (d.Name()[0] == '.' || d.Name() == "testdata" || d.Name() == "dist"):
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err == nil {
			visit(path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// says reports whether a call says a message; strings.Count does not.
func says(call *ast.CallExpr) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	if x, ok := selector.X.(*ast.Ident); ok && (x.Name == "strings" || x.Name == "bytes") {
		return false
	}
	switch selector.Sel.Name {
	case "Say", "SayWith", "Count":
		return true
	}
	return false
}

// literals are the strings in the first argument, which may be "kind." + kind.
func literals(args []ast.Expr) []string {
	var out []string
	if len(args) > 0 {
		ast.Inspect(args[0], func(n ast.Node) bool {
			if s := literal(n); s != "" {
				out = append(out, s)
			}
			return true
		})
	}
	return out
}

func literal(n ast.Node) string {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

func known(english map[string]message, id string) bool {
	if _, ok := english[id]; ok {
		return true
	}
	for have := range english {
		if strings.HasSuffix(id, ".") && strings.HasPrefix(have, id) {
			return true
		}
	}
	return false
}

// Every word of the archive format that a screen names has its message.
func TestEveryValueOfTheFormatHasItsName(t *testing.T) {
	english := read(t, "en")
	for prefix, values := range map[string][]string{
		"group.":         content.Groups,
		"kind.":          content.EventKinds,
		"source.":        content.SourceKinds,
		"charge.":        charges(t),
		"outcome.":       append(texts(content.Results), "concluded", "not-concluded", "annulled"),
		"standing.":      texts(content.Standings),
		"body.":          content.BodyKinds,
		"figures.unit.":  {"people", "days", "buildings"},
		"know.verified.": {string(content.OnPage), string(content.FromMemory)},
		"textsize.":      {"title", "value"},
	} {
		for _, value := range values {
			if _, ok := english[prefix+value]; !ok {
				t.Errorf("there is no message %s%s", prefix, value)
			}
		}
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// charges reads the list in the format's description.
func charges(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "content", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?s)\nCharges:\n\n(.+?)\n\n`).FindSubmatch(data)
	if m == nil {
		t.Fatal("content/README.md lists no charges")
	}
	return strings.Fields(string(m[1]))
}
