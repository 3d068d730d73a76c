package translation_test

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language/display"

	"vigil/content"
	"vigil/content/exchange/translation"
	"vigil/i18n"
)

// In every language that CLDR knows the header of PO counts as the interface does: asked of
// Python's gettext, which reads such headers as gettext does.
func TestPluralsAreThoseOfCLDR(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Fatal("there is no python3: build/test installs it with translate-toolkit")
	}
	var script strings.Builder
	script.WriteString("from gettext import c2py\n")
	type asked struct {
		lang  content.Lang
		forms []string
	}
	var all []asked
	for _, tag := range display.Supported.Tags() {
		lang := content.Lang(tag.String())
		header, forms := translation.Gettext(lang)
		_, expression, _ := strings.Cut(header, "plural=")
		fmt.Fprintf(&script, "f = c2py(%q); print(''.join(str(f(n)) for n in list(range(1203)) + [100000, 1000000, 1000001, 2000000]))\n", strings.TrimSuffix(expression, ";"))
		all = append(all, asked{lang, forms})
		if n := len(forms); !strings.HasPrefix(header, fmt.Sprintf("nplurals=%d;", n)) {
			t.Errorf("%s: %s has %d forms", lang, header, n)
		}
	}
	cmd := exec.Command(python, "-")
	cmd.Stdin = strings.NewReader(script.String())
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("python3: %v\n%s", err, firstLines(out))
	}
	lines := strings.Fields(string(out))
	if len(lines) != len(all) || len(all) < 100 {
		t.Fatalf("%d answers to %d languages", len(lines), len(all))
	}
	for i, a := range all {
		for at, digit := range lines[i] {
			n := at
			if at >= 1203 {
				n = []int{100000, 1000000, 1000001, 2000000}[at-1203]
			}
			if form := a.forms[digit-'0']; form != i18n.FormOf(a.lang, n) {
				t.Errorf("%s: %d takes %s, CLDR says %s", a.lang, n, form, i18n.FormOf(a.lang, n))
				break
			}
		}
	}
}

// A tool's own rule for plural forms is read as it counts; one that cannot be read is not.
func TestPluralsOfOtherTools(t *testing.T) {
	for _, c := range []struct {
		lang   content.Lang
		header string
		n      int
		want   []string
	}{
		{"pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", 3, []string{"one", "few", "many"}},
		{"pl", "nplurals=3; plural=(n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 0 : n==1 ? 1 : 2);", 3, []string{"few", "one", "many"}},
		{"km", "nplurals=1; plural=0;", 1, []string{"other"}},
		{"pl", "", 3, []string{"one", "few", "many"}},
		{"pl", "nplurals=3; plural=(n==1 ? 0 :);", 3, []string{"one", "few", "many"}},
		{"pl", "nplurals=3; plural=" + strings.Repeat("(", 400), 3, []string{"one", "few", "many"}},
		{"pl", "nplurals=3; plural=" + strings.Repeat("!", 400) + "n", 3, []string{"one", "few", "many"}},
		{"pl", "nplurals=3; plural=n/0 + n%0 - 5", 3, nil},
	} {
		got := translation.ReadPlural(c.lang, c.header, c.n)
		if c.want != nil && !slices.Equal(got, c.want) || len(got) != c.n {
			t.Errorf("%s %s: %v, want %v", c.lang, c.header, got, c.want)
		}
	}
}
