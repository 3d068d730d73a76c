package cli_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigil/content/route"
	"vigil/content/search"
)

func results(t *testing.T, o outcome) []map[string]any {
	t.Helper()
	var all []map[string]any
	decoder := json.NewDecoder(strings.NewReader(o.out))
	if err := decoder.Decode(&all); err != nil {
		t.Fatalf("exit code %d, %v: %.200s%s", o.code, err, o.out, o.err)
	}
	if decoder.More() {
		t.Error("more than one document")
	}
	return all
}

func TestSearchFindsWhateverTheScript(t *testing.T) {
	data := t.TempDir()
	tests := []struct{ words, want string }{
		{"Milosevic", "person/slobodan-milosevic"}, {"Milošević", "person/slobodan-milosevic"}, {"Милошевић", "person/slobodan-milosevic"},
		{"MILOSEVIC", "person/slobodan-milosevic"}, {"milosev", "person/slobodan-milosevic"},
		{"hasan nuhanovic", "person/hasan-nuhanovic"}, {"Srebrenica", "place/srebrenica"}, {"Сребреница", "place/srebrenica"},
	}
	for i, lang := range []string{"en", "fr", "ar"} {
		for n, tt := range tests {
			// Each opens the archive anew: every language tries some, and all are tried.
			if n%3 != i {
				continue
			}
			t.Run(lang+" "+tt.words, func(t *testing.T) {
				o := run("search", "--data", data, "--json", "--lang", lang, tt.words)
				all := results(t, o)
				if o.code != good || o.err != "" || len(all) == 0 || all[0]["route"] != tt.want {
					t.Fatalf("exit code %d, found %v %s", o.code, all, o.err)
				}
			})
		}
	}
}

func TestSearchJSON(t *testing.T) {
	data := t.TempDir()
	all := results(t, run("search", "--data", data, "--json", "--limit", "7", "srebrenica"))
	if len(all) != 7 {
		t.Errorf("%d results, want 7", len(all))
	}
	for _, r := range all {
		if keys := slices.Sorted(maps.Keys(r)); !slices.Equal(keys, []string{"kind", "lang", "route", "snippet", "title", "why"}) {
			t.Errorf("keys %v", keys)
		}
		for key, value := range r {
			if text, ok := value.(string); !ok || text == "" && key != "snippet" {
				t.Errorf("%s of %v is %v", key, r["route"], value)
			}
		}
		if _, err := route.Parse(r["route"].(string)); err != nil {
			t.Error(err)
		}
		if !slices.Contains(search.Kinds, r["kind"].(string)) {
			t.Errorf("kind %v", r["kind"])
		}
	}
	if o := run("search", "--data", data, "--json", "zzzzzzzz"); o.code != good || strings.TrimSpace(o.out) != "[]" {
		t.Errorf("nothing found is %q, exit code %d", o.out, o.code)
	}
}

func TestSearchLines(t *testing.T) {
	o := run("search", "--data", t.TempDir(), "--limit", "5", "srebrenica")
	lines := slices.Collect(strings.Lines(o.out))
	if o.code != good || len(lines) != 5 || !strings.HasPrefix(lines[0], "place/srebrenica ") {
		t.Errorf("exit code %d:\n%s", o.code, o.out)
	}
}

// A disk that cannot hold the index costs speed, not results.
func TestSearchWithoutAnIndex(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o := run("search", "--data", file, "--json", "Milosevic")
	if all := results(t, o); o.code != good || len(all) == 0 || all[0]["route"] != "person/slobodan-milosevic" {
		t.Errorf("exit code %d, found %v", o.code, all)
	}
	if !o.complains() {
		t.Errorf("says %q", o.err)
	}
}

func FuzzSearch(f *testing.F) {
	for _, words := range []string{"tuzla", "-x", "", " ", "\x00", "\xff", "\u202eabc", "a:b AND (c", `"`, "*", strings.Repeat("a ", 300), "ـــ", "😀"} {
		f.Add(words)
	}
	data := f.TempDir()
	f.Fuzz(func(t *testing.T, words string) {
		o := run("search", "--archive", small, "--data", data, "--json", "--", words)
		if o.code != good {
			t.Fatalf("%q: exit code %d: %s", words, o.code, o.err)
		}
		results(t, o)
	})
}
