import type { FindingGroup, ImportPreview, ImportReading, ReadingHints } from '../../api/imports';

type Row = ImportPreview['rows'][number];
type Correction = NonNullable<ReadingHints['corrections']>[number];

/** Columns that tell which row it is. */
const tellingUses: readonly string[] = ['territory', 'label', 'period', 'indicator'];
const mostColumns = 12;

export interface MendColumn {
  readonly index: number;
  readonly header: string;
  /** As a correction names it: by rank where the header would not tell it from another. */
  readonly name: string;
}

const isWrong = (row: Row, header: string): boolean => row.findings.some(({ column }) => column === header);

/** The columns that rejected rows need shown: those that tell the row, and those with a cell to mend. */
export function columnsToMend(
  { headers, rows }: ImportPreview,
  { columns }: Pick<ImportReading, 'columns'>,
): MendColumn[] {
  return headers
    .map((header, index) => ({
      header,
      index,
      name: headers.indexOf(header) === index && header !== '' ? header : `#${index + 1}`,
    }))
    .filter(
      ({ header, index }) =>
        tellingUses.includes(columns[index]?.use.as ?? '') || rows.some((row) => isWrong(row, header)),
    )
    .slice(0, mostColumns);
}

export const isToMend = (row: Row, { header }: MendColumn): boolean => header !== '' && isWrong(row, header);

const keyOf = ({ line, column }: Pick<Correction, 'line' | 'column'>): string => `${line}/${column}`;

/** Cells rewritten by a person, over those rewritten before. */
export function withCorrections(before: ReadingHints, added: readonly Correction[]): ReadingHints {
  const all = new Map([...(before.corrections ?? []), ...added].map((one) => [keyOf(one), one]));
  return { ...before, corrections: [...all.values()] };
}

type LeftOut = NonNullable<ReadingHints['leftOut']>;

/** Rows that are not to be imported, beside those left out before. */
export function withoutRows(before: ReadingHints, { lines = [], faults = [] }: LeftOut): ReadingHints {
  const { leftOut } = before;
  const all = {
    lines: [...new Set([...(leftOut?.lines ?? []), ...lines])],
    faults: [...new Set([...(leftOut?.faults ?? []), ...faults])],
  };
  return { ...before, leftOut: all };
}

/** The faults of rejected rows, of which all rows may be left out at once. */
export const faultsOf = (rows: readonly Row[], groups: readonly FindingGroup[]): FindingGroup[] =>
  groups.filter(
    ({ code, severity }) =>
      severity === 'error' && rows.some(({ findings }) => findings.some((finding) => finding.code === code)),
  );

/** Repairs that one may refuse: what was seen was read as something else. */
export const repairCodes: readonly string[] = [
  'ZERO_INITIAL',
  'CODE_NORMALISE',
  'CODE_AUTRE_MILLESIME',
  'TERRITOIRE_PAR_NOM',
  'COMMUNE_FUSIONNEE',
  'PERIODE_NORMALISEE',
  'UNITE_POURCENT',
  'FORMAT_NOMBRE',
  'ESPACE_INHABITUEL',
];

export function withRepair(before: ReadingHints, code: string, isRefused: boolean): ReadingHints {
  const { [code]: _given, ...repairs } = before.repairs ?? {};
  return { ...before, repairs: isRefused ? { ...repairs, [code]: 'refused' as const } : repairs };
}

/** Questions about the values of a file, that a person may answer here. */
export const isQuestion = ({ answers }: FindingGroup): boolean => answers.length > 0;

type Accepted = NonNullable<ReadingHints['accepted']>;

export function withAnswer(before: ReadingHints, code: string, answer: FindingGroup['answers'][number]): ReadingHints {
  if (answer === 'multiply') return { ...before, factor: 100 };
  return { ...before, accepted: [...(before.accepted ?? []), code] as Accepted };
}
