package tree_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"vigil/content/exchange/tree"
)

func parse(t *testing.T, text string) *tree.Node {
	t.Helper()
	n, err := tree.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAsked(t *testing.T) {
	n := parse(t, `{"a": {"b": "one", "c": [1, true, {"d/e": "two"}], "empty": " ", "none": null}, "f": "three"}`)
	if n.Get("a", "b").Text() != "one" || n.Get("a", "c").All()[0].Text() != "1" || n.Get("a", "nothing", "deeper").Text() != "" {
		t.Error("values are not found")
	}
	var left []string
	n.Unread(func(n *tree.Node) { left = append(left, n.Pointer()+"="+n.Peek()) })
	if want := []string{"/a/c/1=true", "/a/c/2/d~1e=two", "/f=three"}; !slices.Equal(left, want) {
		t.Errorf("left %q, want %q", left, want)
	}
	n.Ask()
	n.Unread(func(n *tree.Node) { t.Errorf("%s is left", n.Pointer()) })
}

func TestTwice(t *testing.T) {
	n := parse(t, `{"a": "one", "a": "two"}`)
	if n.Get("a").Text() != "two" {
		t.Error("the last does not count")
	}
	var left []string
	n.Unread(func(n *tree.Node) { left = append(left, n.Peek()) })
	if !slices.Equal(left, []string{"one"}) {
		t.Errorf("left %q", left)
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":       {"", "ends before"},
		"half":          {`{"a": [1,`, "ends before"},
		"no JSON":       {"{\n\"a\": x}", "line 2"},
		"two documents": {"{}\n{}", "line 2"},
		"deep":          {"\n" + strings.Repeat("[", 65) + strings.Repeat("]", 65), "line 2: the JSON is nested"},
		"wide":          {"[" + strings.Repeat("1,", tree.MostValues) + "1]", "values"},
		"long":          {`["` + strings.Repeat("x", tree.MostText+2) + `"]`, "text of more than"},
		"UTF-16":        {"\xff\xfe{\x00}\x00", "UTF-16"},
		"Latin":         {"[\"\xe9\"]", "UTF-8"},
	} {
		if _, err := tree.Parse([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := tree.Parse([]byte("\ufeff" + strings.Repeat("[", 64) + strings.Repeat("]", 64))); err != nil {
		t.Error(err)
	}
}

// FuzzTree: what is read is what encoding/json takes for JSON, and every value of it has a
// place.
func FuzzTree(f *testing.F) {
	for _, s := range []string{`{"a":[1,"b",null,true,{"c":{}}]}`, `[]`, `"x"`, `{"a":1,"a":2}`, "\ufeff{}", `{"\"":"\\"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := tree.Parse(data)
		if err != nil {
			return
		}
		if !json.Valid([]byte(strings.TrimPrefix(string(data), "\ufeff"))) {
			t.Fatal("this is no JSON, and was read")
		}
		n.Unread(func(n *tree.Node) {
			if n.Kind == tree.Nothing || !n.Twice() && (n.Kind == tree.List || n.Kind == tree.Object) {
				t.Fatalf("%s is %d", n.Pointer(), n.Kind)
			}
		})
	})
}
