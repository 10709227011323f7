// Writes apps/api/reference/commune-changes.json: the boundary changes of communes since 2019, read from the yearly lists
// that @etalab/decoupage-administratif has published (Licence Ouverte). Run it when that package is upgraded:
//   node test/reference/derive-commune-changes.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const editions = [
  [2019, '0.7.0'],
  [2021, '1.1.1'],
  [2022, '2.3.1'],
  [2023, '3.1.1'],
  [2024, '4.1.0'],
  [2025, '5.3.0'],
  [2026, '6.0.0'],
];
/** Changes of the year before a list, dated otherwise than the 1 January of that list (INSEE's list of movements). */
const datesOfOthers = {
  21183: '2019-02-28',
  21452: '2019-02-28',
  45307: '2019-03-01',
  14666: '2019-12-31',
  12218: '2024-03-04',
  69114: '2024-03-15',
  14581: '2024-04-24',
};
/** INSEE's MOD. */
const kinds = { split: 21, merger: 32, codeChange: 50 };

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-cog-'));
function readEdition(version) {
  const name = `@etalab/decoupage-administratif@${version}`;
  const archive = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, name], { encoding: 'utf8' });
  execFileSync('tar', ['xzf', path.join(folder, archive.trim()), '-C', folder]);
  return JSON.parse(readFileSync(path.join(folder, 'package/data/communes.json'), 'utf8'));
}

const currentOf = (list) => new Map(list.filter(({ type }) => type === 'commune-actuelle').map((c) => [c.code, c]));

function changesBetween(before, after, date) {
  const previous = currentOf(before);
  const next = currentOf(after);
  const holders = new Map(after.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((former) => [former, code])));
  const formerHolders = new Map(
    before.filter(({ chefLieu }) => chefLieu).map(({ code, chefLieu }) => [code, chefLieu]),
  );
  const groups = new Map();
  const add = (key, kind, from, to) =>
    groups.set(key, { kind, pairs: [...(groups.get(key)?.pairs ?? []), [from, to]] });
  for (const code of previous.keys()) {
    if (next.has(code)) continue;
    const holder = holders.get(code);
    if (!next.has(holder)) throw new Error(`Nothing says what became of ${code} in ${date}`);
    add(holder, previous.has(holder) ? kinds.merger : kinds.codeChange, code, holder);
  }
  for (const code of next.keys()) {
    if (previous.has(code) || groups.has(code)) continue;
    const origin = formerHolders.get(code);
    if (!next.has(origin) || !previous.has(origin)) throw new Error(`Nothing says where ${code} came from in ${date}`);
    add(origin, kinds.split, origin, code);
  }
  return [...groups].flatMap(([center, { kind, pairs }]) => {
    const all = kind === kinds.codeChange ? pairs : [...pairs, [center, center]];
    const dates = all.map(([, to]) => datesOfOthers[to]).filter((other) => other && isDuring(other, date));
    return all.map(([from, to]) => {
      const { nom, population = null } = previous.get(from);
      return { kind, date: dates[0] ?? date, fromCode: from, fromName: nom, fromPopulation: population, toCode: to };
    });
  });
}

/** The lists of 2019 and 2021 follow each other. */
const isDuring = (date, end) => date < end && Number(end.slice(0, 4)) - Number(date.slice(0, 4)) <= 2;

const lists = editions.map(([vintage, version]) => ({ vintage, list: readEdition(version) }));
rmSync(folder, { recursive: true });
const changes = lists
  .slice(1)
  .flatMap(({ vintage, list }, index) => changesBetween(lists[index].list, list, `${vintage}-01-01`))
  .sort((a, b) => (`${a.date} ${a.toCode} ${a.fromCode}` < `${b.date} ${b.toCode} ${b.fromCode}` ? -1 : 1));
const head = {
  licence: 'Licence Ouverte 2.0',
  source: `Insee, Code officiel géographique, repris par Etalab : @etalab/decoupage-administratif ${editions[0][1]} à ${editions.at(-1)[1]}`,
  firstVintage: editions[0][0],
  lastVintage: editions.at(-1)[0],
};
const file = path.join(import.meta.dirname, '../../apps/api/reference/commune-changes.json');
const rows = changes.map((change) => `    ${JSON.stringify(change)}`).join(',\n');
writeFileSync(file, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "changes": [\n${rows}\n  ]\n}\n`);
execFileSync('npx', ['biome', 'format', '--write', file]);
