#!/usr/bin/env bash
# Readers of PDF that look at the order in which letters are written do not agree what
# it is for Arabic and Hebrew. The word שלום 1995 is written twice, at the same places:
# letters from left to right, as they stand ("visual"), and as they are read ("logical").
# PDFium (Chrome, Edge; github.com/klippa-app/go-pdfium v1.21.4) takes the order for that
# of the places and turns words round: right for visual, reversed for logical.
# MuPDF's mutool 1.21.1 (Debian 12) turns nothing round: reversed for visual, right for
# logical. poppler's pdftotext 22.12.0 goes by the places and turns: right for both.
# Who writes such PDF cannot please both; visual is what most readers are made for.
# Needs mutool and pdftotext of those versions: apt-get install mupdf-tools poppler-utils
set -eu
mutool -v 2>&1 | grep -q '1\.21\.1' || { echo "needs mutool 1.21.1" >&2; exit 1; }
pdftotext -v 2>&1 | grep -q '22\.12\.0' || { echo "needs pdftotext 22.12.0" >&2; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
cat >go.mod <<'MOD'
module finding

go 1.25

require github.com/klippa-app/go-pdfium v1.21.4
MOD
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
)

func main() {
	// Codes a to d are ש ל ו ם; a letter of Courier at 20 points is 12 wide.
	files := map[string][]byte{
		"visual":  page("שלום", "BT /F 20 Tf 1 0 0 1 50 100 Tm (dcba) Tj ET"),
		"logical": page("שלום", "BT /F 20 Tf 1 0 0 1 86 100 Tm [(a) 1200 (b) 1200 (c) 1200 (d)] TJ ET"),
	}
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1})
	if err != nil {
		panic(err)
	}
	reader, err := pool.GetInstance(time.Minute)
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"visual", "logical"} {
		data := files[name]
		if err := os.WriteFile(name+".pdf", data, 0o600); err != nil {
			panic(err)
		}
		doc, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
		if err != nil {
			panic(err)
		}
		text, err := reader.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document}}})
		if err != nil {
			panic(err)
		}
		fmt.Printf("pdfium %s: %s\n", name, strings.TrimSpace(text.Text))
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
go mod tidy >/dev/null 2>&1
# What is not a letter (marks of direction) is left out.
letters() { tr -d '\f\n' | sed 's/\xe2\x80[\xaa-\xae]//g; s/ *$//'; }
seen=$(go run .
	for f in visual logical; do
		printf 'mutool %s: %s\n' "$f" "$(mutool draw -q -F text "$f.pdf" 2>/dev/null | LC_ALL=C letters)"
		printf 'pdftotext %s: %s\n' "$f" "$(pdftotext "$f.pdf" - | LC_ALL=C letters)"
	done)
printf '%s\n' "$seen"
expected='pdfium visual: שלום
pdfium logical: םולש
mutool visual: םולש
pdftotext visual: שלום
mutool logical: שלום
pdftotext logical: שלום'
[ "$seen" = "$expected" ] || { echo changed >&2; exit 1; }
