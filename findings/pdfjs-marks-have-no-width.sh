#!/usr/bin/env bash
# pdfjs-dist 5.6.205 (Firefox): a code of a font whose letters (ToUnicode) hold a mark
# without width of its own, anywhere among them, is taken to have no width itself.
# Expected of three codes of 0.6 em, "ន", "នំ" and "ន", side by side: one word, ននំន.
# Seen: "ននំ ន": the room of the second is taken for a space.
# Who writes such PDF gives the letter the width, and the mark a code of its own.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdfjs-dist@5.6.205 >/dev/null 2>&1
cat >read.mjs <<'JS'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const cmap = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n' +
  '1 begincodespacerange <00> <FF> endcodespacerange\n2 beginbfchar\n<61> <179317C6>\n<62> <1793>\nendbfchar\n' +
  'endcmap CMapName currentdict /CMap defineresource pop end end\n'
const content = 'BT /F 12 Tf 1 0 0 1 50 100 Tm (ba) Tj 1 0 0 1 64.4 100 Tm (b) Tj ET'
const stream = s => `<</Length ${s.length}>>\nstream\n${s}\nendstream`
const objects = [
  '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  stream(content), '<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>', stream(cmap),
]
let pdf = '%PDF-1.7\n'
const at = objects.map((o, i) => { const here = pdf.length; pdf += `${i + 1} 0 obj\n${o}\nendobj\n`; return here })
const start = pdf.length
pdf += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n` + at.map(o => `${String(o).padStart(10, '0')} 00000 n \n`).join('') +
  `trailer\n<</Size ${at.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
const doc = await getDocument({ data: new TextEncoder().encode(pdf), verbosity: 0 }).promise
const text = await (await doc.getPage(1)).getTextContent()
console.log(text.items.map(i => i.str).join(''))
JS
seen=$(node read.mjs)
printf 'pdfjs-dist 5.6.205\n%s\n' "$seen"
[ "$seen" = 'ននំ ន' ] || { echo changed >&2; exit 1; }
