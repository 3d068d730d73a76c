#!/usr/bin/env bash
# sfomuseum/go-edtf 1.2.1 gives dates whose unspecified digits (X) stand before given
# ones as level 1, "Unspecified digit(s) from the right", and as one span: "199X-07-11"
# runs from 11 July 1990 to 11 July 1999, "1995-XX-11" from 11 January to 11 December.
# ISO 8601-2 has unspecified digits from the right alone in level 1; these are level 2
# and mean one day of ten, or of twelve.
# Expected: level 2, as for the sub-year grouping "2001-34", or an error.
# Seen: level 1 and the span.
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
	for _, s := range []string{"2001-34", "199X-07-11", "1995-XX-11"} {
		d, err := parser.ParseString(s)
		if err != nil {
			fmt.Printf("%s: refused\n", s)
			continue
		}
		a, b := d.Start.Lower.YMD, d.End.Upper.YMD
		fmt.Printf("%s: level %d, %04d-%02d-%02d to %04d-%02d-%02d\n", s, d.Level, a.Year, a.Month, a.Day, b.Year, b.Month, b.Day)
	}
}
GO
go mod tidy >/dev/null 2>&1
seen=$(go run .)
expected='2001-34: level 2, 2001-04-01 to 2001-06-30
199X-07-11: level 1, 1990-07-11 to 1999-07-11
1995-XX-11: level 1, 1995-01-11 to 1995-12-11'
[ "$seen" = "$expected" ] || { printf 'changed:\n%s\n' "$seen" >&2; exit 1; }
printf 'go-edtf v1.2.1\n%s\n' "$seen"
