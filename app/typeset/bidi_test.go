package typeset

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/bidi"
)

// The Unicode conformance file has 91,707 cases. Explicit embeddings and
// overrides (U+202A to U+202E) are the only ones that may fail: the archive's
// loader refuses them.
func TestBidiCharacterTest(t *testing.T) {
	file, err := os.Open(filepath.Join(moduleDir(t), "bidi", "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Fatalf("open the conformance file: %v", err)
	}
	defer file.Close()
	cases, wrong := 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var b bidi.Paragraph
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		cases++
		c := parseCase(t, line)
		if c.order(&b) == c.want {
			continue
		}
		wrong++
		if !strings.ContainsAny(string(c.text), "\u202a\u202b\u202c\u202d\u202e") {
			t.Errorf("%s: got order %s", line, c.order(&b))
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if cases < 90_000 {
		t.Fatalf("only %d cases were read", cases)
	}
	t.Logf("%d cases, %d with embeddings or overrides differ", cases, wrong)
}

type conformance struct {
	text      []rune
	direction Direction
	removed   []bool
	want      string
}

func parseCase(t *testing.T, line string) conformance {
	t.Helper()
	fields := strings.Split(line, ";")
	if len(fields) != 5 {
		t.Fatalf("%d fields: %s", len(fields), line)
	}
	c := conformance{direction: map[string]Direction{"0": LTR, "1": RTL, "2": FromText}[fields[1]], want: fields[4]}
	for _, hex := range strings.Fields(fields[0]) {
		r, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		c.text = append(c.text, rune(r))
	}
	for _, level := range strings.Fields(fields[3]) {
		c.removed = append(c.removed, level == "x")
	}
	return c
}

func (c conformance) order(b *bidi.Paragraph) string {
	all, _ := levels(b, c.text, c.direction)
	var kept []bidi.Level
	var index []int
	for i, l := range all {
		if !c.removed[i] {
			kept, index = append(kept, l), append(index, i)
		}
	}
	var out []string
	for _, i := range visual(kept) {
		out = append(out, strconv.Itoa(index[i]))
	}
	return strings.Join(out, " ")
}

func moduleDir(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Fatalf("find the module: %v", err)
	}
	return strings.TrimSpace(string(out))
}
