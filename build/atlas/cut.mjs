// Writes the countries of Natural Earth as GeoJSON, cut at 180°, each polygon a feature
// with its country (ISO 3166-1 numeric, or a name where it has none):
// node cut.mjs 10m > cut.json
//
// world-atlas has joined what Natural Earth cuts there, which is right on a globe
// and makes bands across a flat map.
import { readFileSync } from 'node:fs';
import { geoArea, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { feature } from 'topojson-client';

const countries = (scale) => {
  const atlas = JSON.parse(readFileSync(new URL(`node_modules/world-atlas/countries-${scale}.json`, import.meta.url)));
  return feature(atlas, atlas.objects.countries).features;
};
const flat = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0).reflectY(true);
const features = [];
// The Antarctica of 1:50m has a slit to the pole, which turns it inside out when cut.
const ANTARCTICA = '010';
const all = [...countries(process.argv[2]).filter((f) => f.id !== ANTARCTICA), ...countries('10m').filter((f) => f.id === ANTARCTICA)];
for (const f of all) {
  if (!f.geometry) continue;
  const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
  for (const coordinates of polygons) {
    // A small island that is wound the wrong way is all of the earth but itself.
    for (const ring of coordinates) {
      const outer = ring === coordinates[0];
      const large = geoArea({ type: 'Polygon', coordinates: [ring] }) > 2 * Math.PI;
      if (outer === large) ring.reverse();
    }
    const cut = geoProject({ type: 'Polygon', coordinates }, flat);
    if (cut) features.push({ type: 'Feature', properties: { id: f.id ?? '', name: f.properties.name }, geometry: cut });
  }
}
process.stdout.write(JSON.stringify({ type: 'FeatureCollection', features }));
