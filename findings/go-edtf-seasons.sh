#!/usr/bin/env bash
# sfomuseum/go-edtf 1.2.1 takes what level 1 of EDTF (ISO 8601-2) has behind a month or
# a day for a season, and drops it: "2004-06/.." (goes on) ends on 30 June 2004,
# "1985-04-12/" (an end that is not known) is all of April 1985, "1995-07-11?" (perhaps
# 11 July) is July, without a doubt. A doubt at either end of an interval is an error.
# Expected: an open end, an unknown end, an uncertain day; "1984?/2004~" read.
# Seen: the feature "Seasons", the month's last day, no flag set, no error; and an
# error for the last. "2004/..", behind a year, is read right.
# Who reads archives' dates with it has to part intervals and doubts from the dates first.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >go.mod <<'MOD'
module finding

go 1.21

require github.com/sfomuseum/go-edtf v1.2.1
MOD
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/sfomuseum/go-edtf/parser"
)

func main() {
	for _, s := range []string{"2004/..", "2004-06/..", "1985-04-12/", "1995-07-11?", "1984?/2004~"} {
		d, err := parser.ParseString(s)
		if err != nil {
			fmt.Printf("%s: refused\n", s)
			continue
		}
		upper := d.End.Upper
		end := "none"
		if upper.YMD != nil {
			end = fmt.Sprintf("%04d-%02d-%02d", upper.YMD.Year, upper.YMD.Month, upper.YMD.Day)
		}
		fmt.Printf("%s: %s, ends %s, open %v, unknown %v, uncertain %v\n", s, d.Feature, end, upper.Open, upper.Unknown, upper.Uncertain)
	}
}
GO
go mod tidy >/dev/null 2>&1
seen=$(go run .)
expected='2004/..: Extended Interval (End), ends none, open true, unknown false, uncertain 0
2004-06/..: Seasons, ends 2004-06-30, open false, unknown false, uncertain 0
1985-04-12/: Seasons, ends 1985-04-30, open false, unknown false, uncertain 0
1995-07-11?: Seasons, ends 1995-07-31, open false, unknown false, uncertain 0
1984?/2004~: refused'
[ "$seen" = "$expected" ] || { printf 'changed:\n%s\n' "$seen" >&2; exit 1; }
printf 'go-edtf v1.2.1\n%s\n' "$seen"
