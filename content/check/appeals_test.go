package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
	"vigil/content/check"
)

// appealed is the good archive with a second decision after its one finding.
func appealed(t *testing.T, decision string) check.Report {
	t.Helper()
	fsys := good(t)
	data := strings.TrimRight(string(fsys[caseFile].Data), "\n")
	fsys[caseFile] = &fstest.MapFile{Data: []byte(data + "\n  - {id: second, citation: C, sources: [icty-krstic-aj], verified: page, " + decision + "}\n")}
	return check.Folder(context.Background(), fsys, check.Tools{})
}

func TestDecisionsThatComeAfter(t *testing.T) {
	const upheld = "outcomes: [{person: radislav-krstic, outcome: convicted, charges: [aiding-genocide]}]"
	const undone = "outcomes: [{person: radislav-krstic, outcome: overturned-on-appeal, charges: [aiding-genocide]}]"
	for _, test := range []struct{ name, decision, rule, says string }{
		{"an appeal that upholds", `body: icty, date: "2005", appeal_of: krstic-appeal, ` + upheld, "", ""},
		{"a later step", `body: icty, date: "2005", follows: krstic-appeal, ` + upheld, "", ""},
		{"an appeal that undoes the one conviction of a convict", `body: icty, date: "2005", appeal_of: krstic-appeal, ` + undone, "convicted", "that stands"},
		{"an appeal before its trial", `body: icty, date: "2001", appeal_of: krstic-appeal, ` + upheld, "finding", "look both dates up"},
		{"an appeal to no court", `body: icrtop, date: "2005", appeal_of: krstic-appeal, outcomes: [{person: radislav-krstic, outcome: found, charges: [aiding-genocide]}]`, "finding", "kind:"},
		{"both an appeal and a later step", `body: icty, date: "2005", appeal_of: krstic-appeal, follows: krstic-appeal, ` + upheld, "finding", "keep appeal_of"},
		{"an appeal of itself", `body: icty, date: "2005", appeal_of: second, ` + upheld, "finding", "none can come after itself"},
	} {
		r := appealed(t, test.decision)
		if test.rule == "" {
			// It has no words here, which is told.
			r.Problems = slices.DeleteFunc(r.Problems, func(p authoring.Problem) bool { return p.Rule == "title" })
			if r.Errors() > 0 {
				t.Errorf("%s: %s", test.name, list(r))
			}
			continue
		}
		found := false
		for _, p := range r.Problems {
			found = found || p.Rule == test.rule && strings.Contains(p.Message+p.Mend, test.says)
		}
		if !found {
			t.Errorf("%s: no %s that says %q, but\n%s", test.name, test.rule, test.says, list(r))
		}
	}
}
