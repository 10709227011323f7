import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type BoundaryHistory,
  boundaryHistory,
  departementOfCommune,
  type IndicatorDefinition,
  importsFr,
  type TerritoryLevel,
} from '@sillage/indicators';
import { decodeText, type Fault, readCsvTable } from '../platform/csv-table';
import { levelWords, yesNoWords } from '../platform/csv-words';
import { Problem } from '../platform/problem';

interface ListedTerritory {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly population: null;
}

/** A small catalogue, the territories that files may name, and the communes that merged. */
export interface ReferentialFiles {
  readonly territories: readonly ListedTerritory[];
  /** Parts of a listed whole, told by their codes. */
  readonly links: readonly {
    readonly parentLevel: TerritoryLevel;
    readonly parentCode: string;
    readonly childLevel: TerritoryLevel;
    readonly childCode: string;
  }[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly history: BoundaryHistory;
}

const titles = {
  'territoires.csv': ['code', 'niveau', 'libelle'],
  'indicateurs.csv': ['code', 'libelle', 'type', 'agregation', 'negatif_permis', 'decimales'],
  'fusions.csv': ['ancien', 'nouveau', 'date_effet'],
} as const;
type FileName = keyof typeof titles;

const kinds = {
  effectif: { unit: 'persons', scale: 1, suppressionThreshold: 11 },
  montant: { unit: 'euros', scale: 1, suppressionThreshold: null },
  taux: { unit: 'percent', scale: 100, suppressionThreshold: null },
  solde: { unit: 'persons', scale: 1, suppressionThreshold: null },
  nombre: { unit: 'count', scale: 1, suppressionThreshold: null },
} as const;
const rules = {
  somme: 'sum',
  ratio_des_sommes: 'ratio-of-sums',
  moyenne_ponderee: 'weighted-mean',
  comptage_distinct: 'distinct-count',
  aucune: 'none',
} as const;

/** Reads the three files of a folder; a missing file or a wrong row refuses it whole, with everything to mend. */
export async function readReferential(folder: string): Promise<ReferentialFiles> {
  const faults: Fault[] = [];
  const names = Object.keys(titles) as FileName[];
  const texts = await Promise.all(names.map((name) => readText(folder, name, faults)));
  const text = (name: FileName): string => texts[names.indexOf(name)] ?? '';
  const within = <Row>(name: FileName, read: (text: string, faults: Fault[]) => Row[]): Row[] => {
    if (text(name) === '') return [];
    const own: Fault[] = [];
    const rows = read(text(name), own);
    if (own.length === 0 && rows.length === 0 && name !== 'fusions.csv')
      own.push({ pointer: '/lignes/2', detail: importsFr.referential.empty });
    faults.push(...own.map(({ pointer, detail }) => ({ pointer: `/${name}${pointer}`, detail })));
    return rows;
  };
  const territories = within('territoires.csv', territoriesOf);
  const indicators = within('indicateurs.csv', indicatorsOf);
  const communes = territories.filter(({ level }) => level === 'commune');
  const mergers = within('fusions.csv', (content, own) =>
    mergersOf(content, new Set(communes.map(({ code }) => code)), own),
  );
  if (faults.length > 0)
    throw new Problem(
      422,
      'referentiel-refuse',
      importsFr.referential.refused(folder, faults.length),
      undefined,
      faults,
    );
  const nameOf = new Map(communes.map(({ code, name }) => [code, name]));
  const movements = mergers.flatMap(({ from, to, date }) =>
    [from, to].map((code) => ({ kind: 32, date, fromCode: code, fromName: nameOf.get(code) ?? code, toCode: to })),
  );
  return { territories, links: linksOf(territories), indicators, history: boundaryHistory(movements, communes) };
}

async function readText(folder: string, name: FileName, faults: Fault[]): Promise<string> {
  try {
    const text = decodeText(await readFile(path.join(folder, name)));
    if (text.trim() === '') faults.push({ pointer: `/${name}`, detail: importsFr.referential.empty });
    return text.trim() === '' ? '' : text;
  } catch {
    faults.push({ pointer: `/${name}`, detail: importsFr.referential.missingFile(name, titles[name].join(';')) });
    return '';
  }
}

function territoriesOf(text: string, faults: Fault[]): ListedTerritory[] {
  const lines = new Map<string, number>();
  return readCsvTable(text, { mandatory: titles['territoires.csv'], optional: [] }, faults).flatMap((row) => {
    const code = row.mandatory('code');
    const name = row.mandatory('libelle');
    const said = row.word('niveau', levelWords);
    if (code === '' || name === '' || !said) return [];
    if (!/^[0-9A-Z_-]{1,20}$/.test(code)) row.wrong('code', code, importsFr.referential.aCode);
    const level = preciseLevel(said, code);
    const first = lines.get(`${level} ${code}`);
    if (first !== undefined) row.fault('code', importsFr.referential.twice(row.line, code, first));
    lines.set(`${level} ${code}`, row.line);
    return [{ level, code, name, population: null }];
  });
}

/** 75101 is an arrondissement of a commune, 69D a part of a département, 20 the two of Corse. */
function preciseLevel(level: TerritoryLevel, code: string): TerritoryLevel {
  if (level === 'arrondissement' && code.length === 5) return 'commune-part';
  if (level === 'departement' && /^69[DM]$/.test(code)) return 'departement-part';
  return level === 'departement' && code === '20' ? 'departement-group' : level;
}

function indicatorsOf(text: string, faults: Fault[]): IndicatorDefinition[] {
  const lines = new Map<string, number>();
  return readCsvTable(text, { mandatory: titles['indicateurs.csv'], optional: [] }, faults).flatMap((row) => {
    const code = row.mandatory('code');
    const label = row.mandatory('libelle');
    const kind = row.word('type', kinds);
    const territorialRule = row.word('agregation', rules);
    const allowsNegative = row.word('negatif_permis', yesNoWords);
    const decimals = row.number('decimales', 0);
    if (code !== '' && !/^[A-Z0-9][A-Z0-9_-]{0,39}$/.test(code)) row.wrong('code', code, importsFr.referential.aCode);
    if (decimals > 6) row.wrong('decimales', String(decimals), importsFr.referential.decimals);
    const first = lines.get(code);
    if (first !== undefined) row.fault('code', importsFr.referential.twice(row.line, code, first));
    lines.set(code, row.line);
    if (!kind || !territorialRule || allowsNegative === undefined) return [];
    return [definitionOf({ code, label, ...kind, territorialRule, allowsNegative, decimals })];
  });
}

const definitionOf = ({
  label,
  ...given
}: Pick<
  IndicatorDefinition,
  'code' | 'unit' | 'scale' | 'suppressionThreshold' | 'territorialRule' | 'allowsNegative' | 'decimals'
> & { readonly label: string }): IndicatorDefinition => {
  const wording = { subject: label.charAt(0).toLowerCase() + label.slice(1), isFeminine: false, isPlural: false };
  const text = { label, definition: label, formula: label, caveat: '', wording: { ...wording, counted: label } };
  return {
    ...given,
    synonyms: [],
    kind: 'context',
    aim: null,
    polarity: 'none',
    temporalRule: 'none',
    numerator: null,
    denominator: null,
    weight: null,
    derivation: null,
    coverageThreshold: 0.8,
    source: 'departement-services',
    frequency: 'P1Y',
    expectedDelayDays: 120,
    levels: ['commune', 'epci', 'canton', 'arrondissement', 'departement', 'region', 'france'],
    leadRank: null,
    fr: text,
    en: text,
  };
};

function mergersOf(text: string, communes: ReadonlySet<string>, faults: Fault[]) {
  return readCsvTable(text, { mandatory: titles['fusions.csv'], optional: [] }, faults).map((row) => {
    const [from, to, date] = [row.mandatory('ancien'), row.mandatory('nouveau'), row.mandatory('date_effet')];
    if (communes.has(from)) row.wrong('ancien', from, importsFr.referential.former);
    if (to !== '' && !communes.has(to)) row.wrong('nouveau', to, importsFr.referential.listedCommune);
    if (date !== '' && (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))))
      row.wrong('date_effet', date, importsFr.referential.aDate);
    return { from, to, date };
  });
}

function linksOf(territories: readonly ListedTerritory[]): ReferentialFiles['links'] {
  const known = new Set(territories.map(({ level, code }) => `${level} ${code}`));
  return territories.flatMap(({ level, code }) => {
    const [parentLevel, parentCode] =
      level === 'commune'
        ? (['departement', departementOfCommune(code)] as const)
        : level === 'commune-part'
          ? (['commune', { '75': '75056', '69': '69123', '13': '13055' }[code.slice(0, 2)] ?? ''] as const)
          : level === 'departement-part'
            ? (['departement', code.slice(0, 2)] as const)
            : (['departement', ''] as const);
    return known.has(`${parentLevel} ${parentCode}`)
      ? [{ parentLevel, parentCode, childLevel: level, childCode: code }]
      : [];
  });
}
