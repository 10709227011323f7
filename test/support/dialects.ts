import fc from 'fast-check';
import iconv from 'iconv-lite';

export const absenceMarks = {
  'suppressed-by-source': 's',
  'not-available': 'nd',
  'non-response': 'NR',
  'not-significant': 'ns',
  'not-applicable': '///',
  'not-disseminated': 'ndiff',
} as const;
export type MarkedAbsence = keyof typeof absenceMarks;

/** Cents, so that any way of writing decimals gives the number back exactly. */
export type Cell = { readonly cents: number } | { readonly absence: MarkedAbsence };

export interface Table {
  readonly codes: readonly string[];
  readonly years: readonly number[];
  readonly indicators: readonly string[];
  /** By code, year and indicator, in that order; null: nothing is given. */
  readonly cells: readonly (Cell | null)[];
}

export interface Dialect {
  readonly shape: 'long' | 'wide by year' | 'wide by indicator';
  readonly delimiter: ';' | ',' | '\t' | '|';
  readonly encoding: 'utf8' | 'utf8 with its mark' | 'utf16-le' | 'utf16-be' | 'win1252';
  readonly decimal: ',' | '.';
  readonly thousands: '' | ' ' | '\u00a0' | '\u202f';
  readonly lineEnd: '\r\n' | '\n' | '\r';
  readonly quotesAll: boolean;
}

export const aDialect: fc.Arbitrary<Dialect> = fc.record({
  shape: fc.constantFrom('long', 'wide by year', 'wide by indicator'),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  encoding: fc.constantFrom('utf8', 'utf8 with its mark', 'utf16-le', 'utf16-be', 'win1252'),
  decimal: fc.constantFrom(',', '.'),
  thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quotesAll: fc.boolean(),
});

const aCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(2_000_000_000).map((cents) => ({ cents })) },
  { weight: 1, arbitrary: fc.nat(30_000).map((units) => ({ cents: units * 100 })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...(Object.keys(absenceMarks) as MarkedAbsence[])).map((absence) => ({ absence })),
  },
);

export const aTable = (codes: readonly string[], indicators: readonly string[]): fc.Arbitrary<Table> =>
  fc
    .record({
      codes: fc.subarray([...codes], { minLength: 1 }),
      years: fc.uniqueArray(fc.integer({ min: 1968, max: 2025 }), { minLength: 1, maxLength: 4 }),
      indicators: fc.subarray([...indicators], { minLength: 1 }),
    })
    .chain((axes) =>
      fc
        .array(fc.option(aCell, { freq: 6 }), {
          minLength: axes.codes.length * axes.years.length * axes.indicators.length,
          maxLength: axes.codes.length * axes.years.length * axes.indicators.length,
        })
        .map((cells) => ({ ...axes, cells })),
    )
    .filter(({ cells }) => cells.some((cell) => cell !== null));

export const cellOf = (
  { years, indicators, cells }: Table,
  code: number,
  year: number,
  indicator: number,
): Cell | null => cells[(code * years.length + year) * indicators.length + indicator] ?? null;

function cellText(cell: Cell | null, { decimal, thousands, encoding }: Dialect): string {
  if (cell === null) return '';
  if ('absence' in cell) return absenceMarks[cell.absence];
  // Windows-1252 has no narrow space
  const space = encoding === 'win1252' && thousands === '\u202f' ? '\u00a0' : thousands;
  const whole = String(Math.floor(cell.cents / 100)).replace(/\B(?=(?:\d{3})+$)/g, space);
  const rest = cell.cents % 100;
  return rest === 0 ? whole : `${whole}${decimal}${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** A row for each cell, territory or territory and year; a row without any cell is not written. */
function recordsOf(table: Table, dialect: Dialect): string[][] {
  const { codes, years, indicators } = table;
  const text = (code: number, year: number, indicator: number) =>
    cellText(cellOf(table, code, year, indicator), dialect);
  const filled = (record: readonly string[], from: number): boolean => record.slice(from).some((cell) => cell !== '');
  if (dialect.shape === 'long')
    return [
      ['code_territoire', 'libellé', 'année', 'indicateur', 'valeur'],
      ...codes
        .flatMap((code, c) =>
          years.flatMap((year, y) =>
            indicators.map((indicator, i) => [code, `Commune d’été ${code}`, String(year), indicator, text(c, y, i)]),
          ),
        )
        .filter((record) => filled(record, 4)),
    ];
  if (dialect.shape === 'wide by year')
    return [
      ['code_territoire', 'libellé', 'indicateur', ...years.map(String)],
      ...codes
        .flatMap((code, c) =>
          indicators.map((indicator, i) => [
            code,
            `Commune d’été ${code}`,
            indicator,
            ...years.map((_, y) => text(c, y, i)),
          ]),
        )
        .filter((record) => filled(record, 3)),
    ];
  return [
    ['code_territoire', 'libellé', 'année', ...indicators],
    ...codes
      .flatMap((code, c) =>
        years.map((year, y) => [
          code,
          `Commune d’été ${code}`,
          String(year),
          ...indicators.map((_, i) => text(c, y, i)),
        ]),
      )
      .filter((record) => filled(record, 3)),
  ];
}

/** The table as a file of this dialect. */
export function writeTable(table: Table, dialect: Dialect): Buffer {
  const { delimiter, lineEnd, quotesAll, encoding } = dialect;
  const quoted = (cell: string): string =>
    quotesAll || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = recordsOf(table, dialect)
    .map((record) => record.map(quoted).join(delimiter) + lineEnd)
    .join('');
  const name = encoding === 'utf8 with its mark' ? 'utf8' : encoding;
  return iconv.encode(text, name, { addBOM: encoding !== 'utf8' && encoding !== 'win1252' });
}
