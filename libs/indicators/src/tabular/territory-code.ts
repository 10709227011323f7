import type { TerritoryLevel } from '../territory';
import { comparableName, stripInvisible } from './cell-text';
import { levelFamily } from './column-role';
import type { FindingCode } from './finding';
import { atVintage, type TerritoryCode, type TerritoryIndex } from './territory-index';

/** What a file tells of its territories besides the code itself. */
export interface TerritoryContext {
  /** Levels that the header allows ("code_dep"); all when it says nothing ("code_territoire"). */
  readonly levels: readonly TerritoryLevel[] | null;
  /** Level of most of the file's codes: settles a code that several levels share. */
  readonly mainLevel: TerritoryLevel | null;
  /** Date of the geography vintage. */
  readonly vintage: string;
}

export type TerritoryReading =
  | {
      readonly kind: 'territory';
      readonly id: number;
      readonly level: TerritoryLevel;
      readonly code: string;
      /** First day on which the perimeter no longer exists; null when it still does. */
      readonly validTo: string | null;
      readonly remarks: readonly FindingCode[];
      /** Every perimeter of this code at this level. */
      readonly entries: readonly TerritoryCode[];
      /** Whether the cell names the level beside the code: 2025-COM-44109, D34. */
      readonly saysLevel?: boolean;
    }
  | { readonly kind: 'total' }
  | { readonly kind: 'ambiguous'; readonly codes?: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestion: string | null };

const preferred: readonly TerritoryLevel[] = [
  'commune',
  'epci',
  'departement',
  'commune-part',
  'departement-part',
  'departement-group',
  'region',
  'canton',
  'arrondissement',
];
const rank = (level: TerritoryLevel): number => {
  const index = preferred.indexOf(level);
  return index < 0 ? preferred.length : index;
};

const melodiLevels: Readonly<Record<string, TerritoryLevel>> = {
  COM: 'commune',
  ARM: 'commune-part',
  EPCI: 'epci',
  DEP: 'departement',
  REG: 'region',
  FRANCE: 'france',
  CAN: 'canton',
  ARR: 'arrondissement',
};
const totalName =
  /^(sous_)?(total|totaux|ensemble|somme)(_|$)|^france_(entiere|metro|hors)|_(total|ensemble)$|^(metropole|moyenne|dom|drom)(_|$)/;

/** A row that adds up others ("TOTAL", "Ensemble", "France métropolitaine"): its territory cell or its label says so. */
export const isTotalName = (cell: string): boolean => totalName.test(comparableName(cell));

export function readTerritory(cell: string, index: TerritoryIndex, context: TerritoryContext): TerritoryReading {
  const text = cell.trim();
  // of a file of communes that lost their zeros, 1001 is no canton
  const { mainLevel } = context;
  if (mainLevel !== null && context.levels === null) {
    const atMain = readTerritory(cell, index, { ...context, levels: levelFamily(mainLevel) });
    if (atMain.kind === 'territory') return atMain;
  }
  const found = lookUp(text, [], index, context);
  if (found) return found;
  if (isTotalName(text)) return { kind: 'total' };
  for (const { code, remark, level } of repairs(text, context)) {
    const repaired = lookUp(code, [remark], index, level ? { ...context, levels: [level] } : context);
    if (repaired) return level && repaired.kind === 'territory' ? { ...repaired, saysLevel: true } : repaired;
  }
  // A name is no identity: France has several Saint-Denis.
  if (/^\p{L}[\p{L}\s'’.-]{3,}$/u.test(text)) return { kind: 'ambiguous' };
  return { kind: 'unknown', suggestion: null };
}

function lookUp(
  code: string,
  remarks: readonly FindingCode[],
  index: TerritoryIndex,
  { levels, mainLevel, vintage }: TerritoryContext,
): TerritoryReading | undefined {
  const all = index.find(code);
  const allowed = levels ? all.filter(({ level }) => levels.includes(level)) : all;
  if (allowed.length === 0) return undefined;
  const level =
    allowed.find((entry) => entry.level === mainLevel)?.level ??
    allowed.reduce((best, entry) => (rank(entry.level) < rank(best.level) ? entry : best)).level;
  const entries = allowed.filter((entry) => entry.level === level);
  const chosen = atVintage(entries, vintage);
  if (!chosen) return undefined;
  return {
    kind: 'territory',
    id: chosen.territory.id,
    level,
    code,
    validTo: chosen.territory.validTo,
    entries,
    remarks: chosen.isCurrent ? remarks : [...remarks, 'CODE_AUTRE_MILLESIME'],
  };
}

interface Repair {
  readonly code: string;
  readonly remark: FindingCode;
  readonly level?: TerritoryLevel;
}

/** What spreadsheets and people do to codes, undone; the caller keeps the first that exists. A formula is left alone. */
function* repairs(text: string, { levels }: TerritoryContext): Generator<Repair> {
  // ="01001": how a spreadsheet's user keeps the zeros
  const quoted = /^="([0-9A-Za-z]{1,9})"$/.exec(text)?.[1];
  const digits = /^\d[\dAB\s]{3,14}$/i.test(text) ? text.replace(/\s/g, '') : undefined;
  const bare = (quoted ?? digits ?? stripInvisible(text))
    .replace(/^['’"]+|['’"]+$/g, '')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/gu, '');
  if (bare !== text) {
    yield { code: bare, remark: 'CODE_NORMALISE' };
    yield* zeros(bare, levels);
  }
  if (/[a-z]/.test(bare)) yield { code: bare.toUpperCase(), remark: 'CODE_NORMALISE' };
  yield* zeros(bare, levels);
  const decimal = /^(\d+)[.,]0+$/.exec(bare)?.[1];
  if (decimal) {
    yield { code: decimal, remark: 'CODE_NORMALISE' };
    yield* zeros(decimal, levels);
  }
  const labelled = /^([0-9][0-9AB]?[0-9A-Z]{0,7})\s*[-–:]\s*\p{L}/u.exec(bare)?.[1];
  if (labelled) yield { code: labelled, remark: 'CODE_NORMALISE' };
  // 01001 L'Abergement, Ambérieu (01004): a name beside the code
  const named = /^(\d[\dAB](?:\d{3}|\d{7})?)\s+\p{Lu}[\p{L}'’]/u.exec(bare)?.[1];
  const enclosed = /^\p{L}.*\((\d[\dAB](?:\d{3}|\d{7})?)\)$/u.exec(bare)?.[1];
  const beside = named ?? enclosed;
  if (beside) yield { code: beside, remark: 'CODE_NORMALISE' };
  // 973353: département 973 followed by the last three digits of the commune, whose code is 97353
  const overseas = /^(97[1-8])(\d)(\d{2})$/.exec(bare);
  if (overseas && overseas[2] === overseas[1]?.[2])
    yield { code: `${overseas[1]}${overseas[3]}`, remark: 'CODE_NORMALISE' };
  // 101 to 106: the overseas régions as DREES numbers them
  const region = levels?.length === 1 && levels[0] === 'region' ? /^10([1-6])$/.exec(bare)?.[1] : undefined;
  if (region) yield { code: `0${region}`, remark: 'CODE_NORMALISE' };
  // 2025-COM-44109: INSEE's Melodi
  const melodi = /^\d{4}-([A-Z]+)-(\w+)$/.exec(bare);
  const level = melodi?.[1] ? melodiLevels[melodi[1]] : undefined;
  if (level && melodi?.[2]) yield { code: melodi[2], remark: 'CODE_NORMALISE', level };
  // 20A, 02A: Corse-du-Sud in DREES sheets
  const corsica = /^(?:20|02)([ab])$/i.exec(bare)?.[1];
  if (corsica) yield { code: `2${corsica.toUpperCase()}`, remark: 'CODE_NORMALISE' };
  // D34, R76: PILOTE's zones
  const zone = /^([DR])(\d{2,3}|2[AB])$/.exec(bare);
  if (zone) yield { code: zone[2] ?? '', remark: 'CODE_NORMALISE', level: zone[1] === 'D' ? 'departement' : 'region' };
  if (/^(fr|fra|france)$/i.test(bare) || (levels?.[0] === 'france' && /^f$/i.test(bare))) {
    for (const code of ['FR', 'FRANCE', 'F', '1']) yield { code, remark: 'CODE_NORMALISE', level: 'france' };
  }
}

/** Leading zeros that a spreadsheet dropped: 1001 → 01001, 1 → 01, 101 → 0101. */
function* zeros(text: string, levels: readonly TerritoryLevel[] | null): Generator<Repair> {
  if (!/^\d[0-9AB]?\d*$/i.test(text)) return;
  const lengths = levels?.includes('canton') ? [4] : [5, 2, 9, 3, 4];
  for (const length of lengths) {
    if (text.length === length - 1) yield { code: `0${text}`, remark: 'ZERO_INITIAL' };
  }
}
