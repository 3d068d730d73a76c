package authoring_test

import (
	"context"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
)

// Whatever stands in a folder's file, a record that joins it is read again as it was
// written, and whatever the file held is still there.
func FuzzJoin(f *testing.F) {
	for _, c := range hostileYAML {
		f.Add(c.before+c.unit+c.unit+c.after, "first", "A title", "Some words.\n\nAnd more.")
	}
	f.Add(remarked, "first", "Person: the first #1", "- a list\n- of two")
	f.Add("people: []\n", "no", "yes", " leading\n  more")
	f.Add("people:\n- id: a\n  name: b\n# end", "a", "'quoted'", "\ttab")
	f.Add("people:\n  -\n    id: a\n  - id: b\n", "a", "~", "|")
	f.Fuzz(func(t *testing.T, there, id, name, rights string) {
		if len(there) > 4096 || len(name)+len(rights)+len(id) > 1024 {
			return
		}
		name, _ = authoring.Clean(name)
		rights, _ = authoring.Clean(rights)
		fsys := fstest.MapFS{"people.yaml": {Data: []byte(there)}, "archive.yaml": {Data: []byte("rights: r\n")}}
		old, problems := authoring.ReadManuscript(context.Background(), fsys)
		m := authoring.NewManuscript()
		m.File("people.yaml").Record("people", id).Set("name", name)
		m.File("archive.yaml").Set("rights", rights)
		merged, err := m.Into(context.Background(), fsys, true)
		if err != nil {
			return
		}
		if len(problems) > 0 {
			t.Fatalf("joined with what could not be read: %v", problems)
		}
		for name, data := range merged.Files {
			fsys[name] = &fstest.MapFile{Data: data}
		}
		again, problems := authoring.ReadManuscript(context.Background(), fsys)
		if len(problems) > 0 {
			t.Fatalf("cannot be read: %v\n%q", problems, merged.Files)
		}
		got := again.Find("people.yaml")
		if len(got.Entries("people")) < len(old.Find("people.yaml").Entries("people")) {
			t.Errorf("somebody is gone:\n%q\n%q", there, merged.Files["people.yaml"])
		}
		if one := again.File("people.yaml").Record("people", id); id != "" && one.Text("name") != name {
			t.Errorf("%q reads %q:\n%q", name, one.Text("name"), merged.Files["people.yaml"])
		}
		second, err := m.Into(context.Background(), fsys, true)
		if id != "" && (err != nil || len(second.Files) > 0) {
			t.Errorf("joined twice: %v %q\n%q", err, second.Files, merged.Files)
		}
	})
}
