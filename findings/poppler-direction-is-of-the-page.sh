#!/usr/bin/env bash
# poppler 22.12.0, pdftotext: whether lines are read from the right is decided once for
# a page, by which letters are more. Hebrew with a number, beside more English, comes
# out in pieces from left to right; so do, on a Hebrew page, the space and the bracket
# behind a number, which have no direction of their own: they come before it.
# Expected of "שלום 1995 (שלום": the same, on both pages.
# Seen: "שלום ( 1995שלום" alone, "(שלום 1995 שלום" beside English. Words are whole.
# Needs pdftotext of that version: apt-get install poppler-utils
set -eu
pdftotext -v 2>&1 | grep -q '22\.12\.0' || { echo "needs pdftotext 22.12.0" >&2; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
printf 'module finding\n\ngo 1.24\n' >go.mod
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"os"
)

func main() {
	// From left to right: שלום as it stands, a bracket that opens, 1995, שלום again.
	const line = "BT /F 12 Tf 1 0 0 1 50 100 Tm (dcbaefghhifdcba) Tj ET\n"
	const letters = "שלום( 195English"
	write("hebrew", page(letters, line))
	write("beside", page(letters, line+"BT /F 12 Tf 1 0 0 1 50 60 Tm (jklmnopjklmnopjklmnop) Tj ET\n"))
}

func write(name string, data []byte) {
	if err := os.WriteFile(name+".pdf", data, 0o600); err != nil {
		panic(err)
	}
}

// page is a PDF of one page with one font, whose codes a, b, c ... are the letters.
func page(letters, content string) []byte {
	var out bytes.Buffer
	var at []int
	add := func(body string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	stream := func(s string) string { return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s) }
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n"
	all := []rune(letters)
	cmap += fmt.Sprintf("%d beginbfchar\n", len(all))
	for i, r := range all {
		cmap += fmt.Sprintf("<%02X> <%04X>\n", 'a'+i, r)
	}
	cmap += "endbfchar\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
	out.WriteString("%PDF-1.7\n")
	add("<</Type/Catalog/Pages 2 0 R>>")
	add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	add(stream(content))
	add("<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>")
	add(stream(cmap))
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return out.Bytes()
}
GO
go run .
# The marks of direction that pdftotext adds are left out.
seen=$(for f in hebrew beside; do pdftotext "$f.pdf" - | head -1 | LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g'; done)
printf 'pdftotext 22.12.0\n%s\n' "$seen"
expected='שלום ( 1995שלום
 (שלום1995 שלום'
[ "$seen" = "$expected" ] || { echo changed >&2; exit 1; }
