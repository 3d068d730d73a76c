// Makes one small file a language of what Vigil asks of CLDR: names of months and
// countries, and the mark of years before the common era.
//
//   npm install && node make.mjs ../../i18n/cldr
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const out = process.argv[2];
const root = new URL('node_modules/', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root)));
const mains = readdirSync(new URL('cldr-dates-full/main', root));
const gregorian = (lang) => read(`cldr-dates-full/main/${lang}/ca-gregorian.json`).main[lang].dates.calendars.gregorian;
// What months are called in single countries or other scripts of a language.
const also = (lang, known) => {
  const names = {};
  // Serbian and Croatian names are typed on Bosnian pages too.
  const kin = lang === 'bs' ? mains.filter((l) => /^(sr|hr)(-|$)/.test(l)) : [];
  for (const kind of [...mains.filter((l) => l.startsWith(`${lang}-`)), ...kin]) {
    const { months } = gregorian(kind);
    for (const list of [months.format.wide, months['stand-alone'].wide])
      Object.values(list).forEach((name, i) => { if (!known.includes(name) && !/^M?\d+$/.test(name)) names[name] ??= i + 1; });
  }
  return names;
};
const plain = (names, pattern) => Object.fromEntries(Object.entries(names).filter(([id, name]) => pattern.test(id) && name !== id).sort());

for (const name of readdirSync(out)) if (name.endsWith('.json.gz')) rmSync(`${out}/${name}`);
for (const lang of mains) {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(lang)) continue;
  const { months, eras } = gregorian(lang);
  const list = (m) => Object.values(m);
  let regions = {};
  try {
    regions = plain(read(`cldr-localenames-full/main/${lang}/territories.json`).main[lang].localeDisplayNames.territories, /^(?!ZZ|XA|XB|EU|EZ|UN|QO)[A-Z]{2}$/);
  } catch { /* a language without names of its own */ }
  const wide = list(months.format.wide);
  // A language that has no names of months of its own has numbers or "M01" there.
  if (wide.every((m) => /^M?\d+$/.test(m)) && Object.keys(regions).length === 0) continue;
  const data = {
    months: wide, alone: list(months['stand-alone'].wide), short: list(months.format.abbreviated),
    before: eras.eraAbbr['0-alt-variant'] ?? eras.eraAbbr['0'], also: also(lang, [...wide, ...list(months['stand-alone'].wide)]), regions,
  };
  writeFileSync(`${out}/${lang}.json.gz`, gzipSync(JSON.stringify(data), { level: 9 }));
}
