#!/usr/bin/env bash
# github.com/go-text/typesetting 0.3.5: opentype.WriteTTF does not fill tables up to
# four bytes, and its checksum leaves out the bytes of a table's tail (it appends as
# many zeros as are over, not as many as are missing).
# Expected (OpenType, "Organization of an OpenType Font"): tables begin at multiples of
# four; the sum of "abcde" is 0x61626364 + 0x65000000 = 0xC6626364.
# Seen: the second table at 49; a sum of 0x61626364.
# Who writes fonts with it has to fill each table up first.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >go.mod <<'MOD'
module finding

go 1.24

require github.com/go-text/typesetting v0.3.5
MOD
cat >main.go <<'GO'
package main

import (
	"encoding/binary"
	"fmt"

	"github.com/go-text/typesetting/font/opentype"
)

func main() {
	out := opentype.WriteTTF([]opentype.Table{
		{Tag: opentype.MustNewTag("aaaa"), Content: []byte("abcde")},
		{Tag: opentype.MustNewTag("bbbb"), Content: []byte("fghi")},
	})
	fmt.Printf("sum of abcde %08X, second table at %d\n", binary.BigEndian.Uint32(out[16:]), binary.BigEndian.Uint32(out[12+16+8:]))
}
GO
go mod tidy >/dev/null 2>&1
seen=$(go run .)
expected='sum of abcde 61626364, second table at 49'
printf 'go-text/typesetting v0.3.5\n%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo changed >&2; exit 1; }
