package authoring_test

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
)

func manuscript(t *testing.T, fsys fs.FS) *authoring.Manuscript {
	t.Helper()
	m, problems := authoring.ReadManuscript(context.Background(), fsys)
	for _, p := range problems {
		t.Errorf("%s", p)
	}
	return m
}

func into(t *testing.T, m *authoring.Manuscript, fsys fs.FS, replace bool) *authoring.Merged {
	t.Helper()
	merged, err := m.Into(context.Background(), fsys, replace)
	if err != nil {
		t.Fatal(err)
	}
	return merged
}

func folderOf(files map[string][]byte) fstest.MapFS {
	out := fstest.MapFS{}
	for name, data := range files {
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

// What is written from a manuscript is read as the same manuscript, and as the same archive.
func TestManuscriptIsWrittenAsItIsRead(t *testing.T) {
	m := manuscript(t, content.Bundled())
	written := folderOf(into(t, m, nil, false).Files)
	again := manuscript(t, written)
	for _, name := range m.Names() {
		if again.Find(name) == nil || !again.Find(name).Equal(m.Find(name)) || again.Body(name) != m.Body(name) {
			t.Errorf("%s reads otherwise once it is written", name)
		}
	}
	loaded := authoring.Load(context.Background(), written)
	for _, p := range loaded.Problems {
		t.Errorf("%s", p)
	}
	if diff := differ(authoring.Load(context.Background(), content.Bundled()).Archive, loaded.Archive); diff != "" {
		t.Error(diff)
	}
}

// A folder joined with itself is left alone.
func TestJoinedWithItself(t *testing.T) {
	m := manuscript(t, content.Bundled())
	merged := into(t, m, content.Bundled(), true)
	for name := range merged.Files {
		t.Errorf("%s is written again though it says the same", name)
	}
	for _, c := range merged.Changes {
		if c.What != authoring.Same {
			t.Errorf("%s %s: %v", c.File, c.Record, c)
		}
	}
}

const remarked = `# the people of the exhibit
people:
  # found by Amra
  - id: first
    name: "First Person"   # so she signed
    group: witness
    sources: [book]
    verified: page

  - id: second
    name: Second Person
    group: survivor
    sources: [book]
    verified: page
# the end
`

func TestJoining(t *testing.T) {
	person := func(id, name, group string) *authoring.Manuscript {
		m := authoring.NewManuscript()
		m.File("people.yaml").Record("people", id).Set("name", name).Set("group", group).SetList("sources", []string{"book"}).Set("verified", "page")
		return m
	}
	there := fstest.MapFS{"people.yaml": {Data: []byte(remarked)}}
	for _, c := range []struct {
		name    string
		m       *authoring.Manuscript
		replace bool
		what    authoring.Outcome
		want    func(string) string // what becomes of the text
	}{
		{"the same", person("first", "First Person", "witness"), false, authoring.Same, nil},
		{"another", person("third", "Third Person", "victim"), false, authoring.Added, func(s string) string {
			return strings.Replace(s, "# the end", "\n  - id: third\n    name: Third Person\n    group: victim\n    sources: [book]\n    verified: page\n# the end", 1)
		}},
		{"otherwise", person("first", "First Person", "victim"), false, authoring.Kept, nil},
		{"replaced", person("second", "Second Person", "victim"), true, authoring.Changed, func(s string) string {
			return strings.Replace(s, "group: survivor", "group: victim", 1)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged := into(t, c.m, there, c.replace)
			if len(merged.Changes) != 1 || merged.Changes[0].What != c.what {
				t.Errorf("changes %v", merged.Changes)
			}
			got, changed := merged.Files["people.yaml"]
			switch {
			case c.want == nil && changed:
				t.Errorf("written:\n%s", got)
			case c.want != nil && string(got) != c.want(remarked):
				t.Errorf("got\n%s", got)
			}
			if len(merged.Reset) > 0 {
				t.Error("written anew as a whole")
			}
		})
	}
}

// A file that is not written in lines loses nothing but its form.
func TestJoiningWhatIsOnOneLine(t *testing.T) {
	there := fstest.MapFS{"people.yaml": {Data: []byte("people: [{id: first, name: A Person, group: witness, sources: [book], verified: page}]\n")}}
	m := authoring.NewManuscript()
	m.File("people.yaml").Record("people", "second").Set("name", "Another Person")
	merged := into(t, m, there, false)
	if len(merged.Reset) != 1 {
		t.Errorf("not said that it was written anew: %v", merged.Reset)
	}
	read := manuscript(t, folderOf(merged.Files)).Find("people.yaml")
	if len(read.Entries("people")) != 2 || read.Record("people", "first").Text("group") != "witness" {
		t.Errorf("%s", merged.Files["people.yaml"])
	}
}

func TestClearing(t *testing.T) {
	there := fstest.MapFS{"people.yaml": {Data: []byte(remarked)}}
	m := authoring.NewManuscript()
	m.File("people.yaml").Record("people", "first").Clear("sources").Clear("born")
	if merged := into(t, m, there, false); merged.Changes[0].What != authoring.Kept || len(merged.Files) > 0 {
		t.Errorf("cleared without being told to: %v", merged.Changes)
	}
	merged := into(t, m, there, true)
	if got := string(merged.Files["people.yaml"]); strings.Count(got, "sources:") != 1 {
		t.Errorf("got\n%s", got)
	}
}

// Everything the archive holds may be joined piece by piece, in any order, and gives the
// same archive.
func TestJoinedPieceByPiece(t *testing.T) {
	m := manuscript(t, content.Bundled())
	files := map[string][]byte{}
	for _, name := range m.Names() {
		if path.Dir(name) != "cases/rwanda" {
			continue
		}
		form, _ := authoring.FormOf(name)
		from := m.Find(name)
		for _, f := range form.Fields {
			for _, one := range from.Entries(f.Name) {
				if one.Text("id") == "" {
					continue
				}
				part := authoring.NewManuscript()
				*part.File(name).Record(f.Name, one.Text("id")) = *one.Clone()
				grow(t, part, files)
			}
		}
		whole := authoring.NewManuscript()
		*whole.File(name) = *from.Clone()
		if m.Body(name) != "" {
			whole.SetBody(name, m.Body(name))
		}
		grow(t, whole, files)
	}
	again := manuscript(t, folderOf(files))
	for name := range files {
		if !again.Find(name).Equal(m.Find(name)) || again.Body(name) != m.Body(name) {
			t.Errorf("%s reads otherwise", name)
		}
	}
}

func grow(t *testing.T, part *authoring.Manuscript, files map[string][]byte) {
	t.Helper()
	merged := into(t, part, folderOf(files), true)
	for name, data := range merged.Files {
		files[name] = data
	}
	if len(merged.Reset) > 0 {
		t.Errorf("%v written anew as a whole", merged.Reset)
	}
}
