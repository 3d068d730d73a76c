#!/usr/bin/env bash
# markusmobius/go-dateparser 1.4.7 reads a decade as museums write it, "1940s", as 1,940
# seconds ago: half an hour before the time it is told to count from. So it reads "1890s"
# and "the 1940s". Beside them "1944" is read, precise to a year.
# Expected: ten years, or an error: the text has no word that counts back from now.
# Seen: a day of this year, precise to a day, and no error.
# Who brings in a catalogue's dates with it dates a photograph of the 1940s to yesterday.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >go.mod <<'MOD'
module finding

go 1.21

require github.com/markusmobius/go-dateparser v1.4.7
MOD
cat >main.go <<'GO'
package main

import (
	"fmt"
	"time"

	dateparser "github.com/markusmobius/go-dateparser"
)

func main() {
	from := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"1944", "1940s", "1890s", "the 1940s"} {
		d, err := dateparser.Parse(&dateparser.Configuration{CurrentTime: from, DefaultTimezone: time.UTC, Languages: []string{"en"}}, s)
		if err != nil {
			fmt.Printf("%s: refused\n", s)
			continue
		}
		fmt.Printf("%s: %s, precise to a %v\n", s, d.Time.Format("2006-01-02 15:04:05"), d.Period)
	}
}
GO
go mod tidy >/dev/null 2>&1
seen=$(go run .)
expected='1944: 1944-11-28 00:00:00, precise to a Year
1940s: 2026-11-27 23:27:40, precise to a Day
1890s: 2026-11-27 23:28:30, precise to a Day
the 1940s: 2026-11-27 23:27:40, precise to a Day'
[ "$seen" = "$expected" ] || { printf 'changed:\n%s\n' "$seen" >&2; exit 1; }
printf 'go-dateparser v1.4.7\n%s\n' "$seen"
