package check_test

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
	"vigil/content/check"
)

// reported are the names of rules that the code of a package reports, with a place
// where it does.
func reported(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(dir, err)
	}
	set, out := token.NewFileSet(), map[string]string{}
	var parsed []*ast.File
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, f)
	}
	names := &ruleNames{t: t, set: set, takes: takers(parsed), out: out}
	for _, f := range parsed {
		ast.Inspect(f, names.look)
	}
	return out
}

// taker is a function by its name and its number of parameters.
type taker struct {
	name   string
	params int
}

// takers are the methods with a parameter called rule, and its place.
func takers(files []*ast.File) map[taker]int {
	out := map[taker]int{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil {
				continue
			}
			place, n := -1, 0
			for _, field := range fn.Type.Params.List {
				for _, name := range field.Names {
					if name.Name == "rule" {
						place = n
					}
					n++
				}
			}
			if place >= 0 {
				out[taker{fn.Name.Name, n}] = place
			}
		}
	}
	return out
}

// ruleNames gathers the rules that a file names.
type ruleNames struct {
	t     *testing.T
	set   *token.FileSet
	takes map[taker]int
	out   map[string]string
}

func (r *ruleNames) look(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		if i, ok := r.takes[taker{callee(n), len(n.Args)}]; ok {
			r.name(n.Args[i])
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if s, ok := left.(*ast.SelectorExpr); ok && s.Sel.Name == "rule" && i < len(n.Rhs) {
				r.name(n.Rhs[i])
			}
		}
	case *ast.CompositeLit:
		r.literal(n)
	}
	return true
}

// literal looks at problems and at lists of rules.
func (r *ruleNames) literal(n *ast.CompositeLit) {
	switch list, isList := n.Type.(*ast.ArrayType); {
	case isList && called(list.Elt) == "rule":
		for _, e := range n.Elts {
			if one, ok := e.(*ast.CompositeLit); ok && len(one.Elts) > 0 {
				r.name(one.Elts[0])
			}
		}
	case called(n.Type) == "Problem":
		for i, e := range n.Elts {
			pair, keyed := e.(*ast.KeyValueExpr)
			switch {
			case keyed && called(pair.Key) == "Rule":
				r.name(pair.Value)
			case !keyed && i == 3:
				r.name(e)
			}
		}
	}
}

func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func callee(c *ast.CallExpr) string { return called(c.Fun) }

// name takes a rule's name that is written out. What is handed on under the names rule
// and name was written where it came from.
func (r *ruleNames) name(e ast.Expr) {
	where := r.set.Position(e.Pos()).String()
	if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		name, err := strconv.Unquote(literal.Value)
		if err != nil {
			r.t.Fatal(err)
		}
		r.out[name] = where
		return
	}
	if n := called(e); n != "rule" && n != "name" {
		r.t.Errorf("%s: a rule's name that is not written out cannot be explained", where)
	}
}

// No mistake is told under a name that nobody explains, and nothing is explained that
// is never told.
func TestEveryRuleIsExplained(t *testing.T) {
	all := reported(t, ".")
	for name, where := range reported(t, "../authoring") {
		all[name] = where
	}
	if len(all) < 80 {
		t.Errorf("only %d rules were found in the code", len(all))
	}
	seen := map[string]bool{}
	for _, e := range check.Explained() {
		if seen[e.Rule] {
			t.Errorf("%s is explained twice", e.Rule)
		}
		seen[e.Rule] = true
		if all[e.Rule] == "" {
			t.Errorf("%s is explained and never told", e.Rule)
		}
		if e.Part == "" || e.Brief == "" || e.Why == "" || (len(e.Wrong) == 0 || len(e.Right) == 0) == (e.Untried == "") {
			t.Errorf("%s is not explained to its end: %+v", e.Rule, e)
		}
	}
	for name, where := range all {
		if !seen[name] {
			t.Errorf("%s: %q is told and not explained", where, name)
		}
	}
}

// example is the small archive that the examples stand in.
func example(e check.Explanation, files []check.Example) fstest.MapFS {
	f := fstest.MapFS{}
	if !e.Alone {
		for name, text := range map[string]string{
			"archive.yaml":                  "id: example\nversion: \"1\"\npublisher: A museum\nrights: The museum's own words\nas_of: \"2026-11\"\nreview: draft\noriginal: en\nlanguages: [en, fr]\n",
			"archive.en.yaml":               "words:\n  archive:\n    title: Vigil\n",
			"sources.yaml":                  "sources:\n  - {id: icty-krstic-aj, title: \"Prosecutor v. Krstić, judgement\", kind: judgment, seen: true}\n  - {id: icrtop-power, title: Remarks, kind: primary, seen: true}\n",
			"cases/bosnia/case.yaml":        "order: 1\nspan: \"1992-04/1995-12\"\n",
			"cases/bosnia/case.en.yaml":     "words:\n  case:\n    title: Bosnia and Herzegovina\n",
			"cases/bosnia/timeline.yaml":    "events:\n  - {id: srebrenica-falls, date: \"1995-07-11\", kind: violence, importance: 1, sources: [icty-krstic-aj], verified: page}\n  - {id: krstic-judged, date: \"2004-04-19\", kind: justice, importance: 2, sources: [icty-krstic-aj], verified: page}\n",
			"cases/bosnia/timeline.en.yaml": "words:\n  srebrenica-falls: {title: Srebrenica is taken}\n  krstic-judged: {title: The appeal is decided}\n",
		} {
			f[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for _, one := range files {
		f[one.File] = &fstest.MapFile{Data: []byte(one.Text)}
		if one.File == "media/library.yaml" && f["media/library.jpg"] == nil {
			f["media/library.jpg"] = &fstest.MapFile{Data: []byte("no picture")}
		}
	}
	return f
}

// tells reports whether a rule is told of an archive with an example's files in it, and
// all that is told. Of drafts only the example's own count: the archive around it is one.
func tells(e check.Explanation, files []check.Example) (bool, string) {
	f, tools := example(e, files), check.Tools{Glyphs: cyrillic{}, Today: today, Unwritten: []string{"Your museum"}}
	list := check.Folder(context.Background(), f, tools).Problems
	if strings.Contains(e.Part, "--publish") {
		g, _ := check.Publish(context.Background(), f, tools)
		list = nil
		for _, o := range g.Obstacles {
			if o.Rule != "draft" || slices.ContainsFunc(files, func(x check.Example) bool { return x.File == o.File }) {
				list = append(list, o.Problem)
			}
		}
	}
	return slices.ContainsFunc(list, func(p authoring.Problem) bool { return p.Rule == e.Rule }), listed(list)
}

func listed(problems []authoring.Problem) string { return list(check.Report{Problems: problems}) }

// The wrong part of each example breaks its rule; the right part keeps it and is whole
// in its form.
func TestExamplesAreWrongAndRight(t *testing.T) {
	for _, e := range check.Explained() {
		if e.Untried != "" {
			continue
		}
		t.Run(e.Rule, func(t *testing.T) {
			if broken, all := tells(e, e.Wrong); !broken {
				t.Errorf("the wrong example keeps it:\n%s", all)
			}
			if broken, all := tells(e, e.Right); broken {
				t.Errorf("the right example breaks it:\n%s", all)
			}
			for _, p := range authoring.Load(context.Background(), example(e, e.Right)).Problems {
				if p.Rule != "no-sidecar" && p.Severity == authoring.Error {
					t.Errorf("the right example is not whole: %s [%s]", p, p.Rule)
				}
			}
		})
	}
}

// What a visitor's text editor is told to write is not longer than a screen.
func TestExplanationsAreShort(t *testing.T) {
	for _, e := range check.Explained() {
		for line := range strings.Lines(e.Why) {
			if len([]rune(line)) > 152 {
				t.Errorf("%s: a line of %d letters", e.Rule, len([]rune(line)))
			}
		}
		if len(e.Brief) > 90 || strings.HasSuffix(e.Brief, ".") {
			t.Errorf("%s: %q is no brief line", e.Rule, e.Brief)
		}
	}
}

func TestExplain(t *testing.T) {
	for asked, want := range map[string]string{"bad-id": "bad-id", "bad-idd": "bad-id", "qotation": "quotation", "": "", "nothing-like-any": ""} {
		e, near, err := check.Explain(asked)
		if near != want || (err == nil) != (asked == want && want != "") || err == nil && e.Rule != asked {
			t.Errorf("%q: %q, nearest %q, %v", asked, e.Rule, near, err)
		}
	}
}
