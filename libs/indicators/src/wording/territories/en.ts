import { formatDate } from '../format-date';
import { formatNumber } from '../format-number';
import type { territoriesFr } from './fr';

const count = (value: number): string => formatNumber(value, 0, 'en');
const date = (isoDate: string): string => formatDate(isoDate, 'en');
const plural = (value: number, one: string, many: string): string => `${count(value)} ${value === 1 ? one : many}`;
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const territoriesEn: typeof territoriesFr = {
  names: {
    france: 'France',
    corse: 'Corse',
    rhone: 'Rhône (without the Métropole de Lyon)',
    metropoleDeLyon: 'Métropole de Lyon',
    canton: (code) => `Canton ${code}`,
  },
  unknown: (level, code) => `Unknown territory: ${level} ${code}.`,
  unknownLevel: (level) => `Unknown level: ${level}.`,
  howToFind: 'Searching territories gives their codes, zeros included: GET /api/v1/territories?q=name.',
  within: (seen) => `"${seen}" names no territory: a level and a code are expected, such as departement:47.`,
  partial: (part) =>
    `${count(part.inside)} of its ${plural(part.total, 'commune', 'communes')} (${count(part.insidePopulation)} inhabitants out of ${count(part.totalPopulation)}) ${part.inside === 1 ? 'is' : 'are'} in the département ${part.departement}. Its totals cover all its communes: they are no part of the département’s.`,
  across: (departements) => `Its communes lie in several départements: ${list(departements)}.`,
  merged: (isoDate, names) =>
    `Since ${date(isoDate)} this territory has brought together: ${list(names)}. Its earlier data are the sum of those of its parts; medians cannot be made again.`,
  split: (isoDate, names) =>
    `This territory came, on ${date(isoDate)}, from a division of ${list(names)}. Its earlier data are estimated by population.`,
  recoded: (isoDate, codes) => `This territory had another code before ${date(isoDate)}: ${list(codes)}.`,
  files: {
    unreadable: (name) => `The file "${name}" does not exist or cannot be read.`,
    refused: (name, faults) =>
      `The file "${name}" was not loaded: ${faults === 1 ? 'one fault was found' : `${count(faults)} faults were found`}. Nothing was stored.`,
    missingColumn: (column, seen) =>
      `Line 1: the column "${column}" is missing. Columns read: ${seen}. Expected: a file in its published format, with its row of titles.`,
    empty: 'The file has no row of data.',
    cell: (line, column, seen, expected) =>
      `Line ${count(line)}, column "${column}": read "${seen}", expected ${expected}.`,
    notGeoJson: 'Expected: a GeoJSON (FeatureCollection) of polygons, in longitudes and latitudes.',
    notWgs84: (seen) =>
      `The coordinates are not longitudes and latitudes (read: ${seen}). Convert the file to WGS84 (EPSG:4326).`,
    noCodeProperty: (seen) =>
      `No property holds the territories’ code. Properties read: ${seen}. Name the right one with --code-property.`,
    noMatch: (level, seen) =>
      `No code of the file is that of a territory of level ${level} (read: ${seen}). Check the level and the code’s property.`,
  },
  zones: {
    type: 'MDS, QPV, PVD or zone',
    aCode: 'the code of a zone',
    aName: 'the name of the zone',
    aCommune: 'the Insee code of a current commune (five characters)',
    sameName: (name) => `the same name as on the first line of the zone ("${name}")`,
    alreadyPlaced: (zone, line) =>
      `a commune that is not in a zone of this type already (${zone}, line ${count(line)}): a sum would count it twice`,
    wholeAndPart: (whole, line) => `a commune or its arrondissements, not both (${whole} is on line ${count(line)})`,
    mixed: 'communes all real or all fictitious in one zone',
  },
  unknownHome: (code) => `No département has the code "${code}".`,
  howToChooseHome: 'Write the code with its zeros: 01, 2A, 47, 971… or 00 for the fictitious département.',
  cli: {
    usage: [
      'Usage:',
      '  sillage territories load reference',
      '  sillage territories load insee --communes FILE --movements FILE [--cantons FILE] [--populations FILE]…',
      '  sillage territories load contours FILE --level LEVEL [--code-property PROPERTY]',
      '  sillage territories load zones FILE',
      '  sillage territories home CODE',
      '',
      'LEVEL: commune, epci, canton, arrondissement, departement, region, mds, qpv, pvd or zone.',
    ].join('\n'),
    missingOption: (option) => `The option --${option} is missing.`,
    missingFile: 'The name of the file is missing.',
    unknownAction: (seen) => `Unknown action: ${seen}.`,
    reference: (vintage, report) =>
      report.territories + report.links + report.closed === 0
        ? `Geography ${vintage} was loaded already: nothing changed.`
        : `Geography ${vintage} loaded: ${plural(report.territories, 'territory', 'territories')}, ${plural(report.links, 'membership', 'memberships')}, ${plural(report.closed, 'territory gone', 'territories gone')}.`,
    history: (report) =>
      `History loaded: ${plural(report.perimeters, 'perimeter added or changed', 'perimeters added or changed')}, ${plural(report.changes, 'boundary change', 'boundary changes')}, ${plural(report.cantons, 'canton', 'cantons')}.${report.contradictions > 0 ? ` ${plural(report.contradictions, 'movement', 'movements')} left aside: contrary to the list of communes.` : ''}`,
    contours: (report) =>
      `${plural(report.loaded, 'contour', 'contours')} loaded (${count(report.kilobytes)} kB compressed), ${plural(report.derived, 'contour', 'contours')} derived for the levels above.`,
    unmatched: (codes) =>
      `${plural(codes.length, 'code', 'codes')} of the file ${codes.length === 1 ? 'names' : 'name'} no current territory: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? '…' : ''}.`,
    uncovered: (names) =>
      `${plural(names.length, 'territory has', 'territories have')} no contour in the départements of the file: ${names.slice(0, 10).join(', ')}${names.length > 10 ? '…' : ''}.`,
    zones: (report) =>
      `${plural(report.zones, 'zone', 'zones')} loaded, ${plural(report.communes, 'commune', 'communes')} placed.`,
    home: (name) => `Home territory: ${name}.`,
    rebuildQueued: 'The figures will be computed again: the job is queued.',
  },
};
