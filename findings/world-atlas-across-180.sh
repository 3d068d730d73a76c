#!/usr/bin/env bash
# world-atlas 2.0.2 joins the countries that Natural Earth cuts at 180 degrees, as a
# globe wants it; mapshaper 0.7.70, asked to clip such a TopoJSON to a window of a flat
# map (-clip bbox=), clips the joined rings as they stand: Russia, which begins at 19.6
# degrees east, clipped to 20 west to 60 east reaches from 20 west, one band across
# the Atlantic and Europe.
# Expected: Russia from 19.6 degrees on, or a warning.
# Seen: from -20 to 60, and no word.
# Who clips world-atlas has to cut it at 180 degrees first (d3-geo's projections do).
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm init -y >/dev/null
npm install --silent world-atlas@2.0.2 mapshaper@0.7.70 topojson-client@3.1.0 >/dev/null 2>&1
cat >jump.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { feature } = createRequire(import.meta.url)('topojson-client');
const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json'));
const jumps = (geometries) => {
  let n = 0;
  for (const g of geometries) {
    const polygons = g.type === 'Polygon' ? [g.coordinates] : g.coordinates;
    for (const rings of polygons) for (const ring of rings)
      for (let i = 1; i < ring.length; i++) if (Math.abs(ring[i][0] - ring[i - 1][0]) > 180) n++;
  }
  return n;
};
if (process.argv[2] === 'in') {
  const f = feature(atlas, atlas.objects.countries).features.find((f) => f.properties.name === process.argv[3]);
  console.log(jumps([f.geometry]));
} else {
  const out = JSON.parse(readFileSync(process.argv[2]));
  const geometries = (out.features ?? []).map((f) => f.geometry).concat(out.geometries ?? []);
  let west = 999, east = -999;
  for (const g of geometries) for (const rings of (g.type === 'Polygon' ? [g.coordinates] : g.coordinates)) for (const ring of rings) for (const [x] of ring) { west = Math.min(west, x); east = Math.max(east, x); }
  console.log(geometries.length, west, east);
}
JS
seen=$(for name in Fiji Russia Germany; do echo "$name $(node jump.mjs in $name)"; done
	npx mapshaper node_modules/world-atlas/countries-50m.json -target countries -filter 'name == "Russia"' -clip bbox=-20,40,60,80 -o clip.json format=geojson 2>/dev/null
	echo "clipped $(node jump.mjs clip.json)")
expected='Fiji 2
Russia 4
Germany 0
clipped 1 -20 60'
[ "$seen" = "$expected" ] || { printf 'changed:\n%s\n' "$seen" >&2; exit 1; }
printf 'world-atlas 2.0.2, mapshaper 0.7.70: sides across 180 degrees, and the window that is filled\n%s\n' "$seen"
