import {
  type EncodingName,
  type HintedColumn,
  type Layout,
  periodOfCode,
  periodText,
  type TerritoryLevel,
} from '@sillage/indicators';
import type { RowSource } from './read-rows';
import type { Sheet } from './workbook/workbook';

/**
 * How a file was read, kept with its batch: every guess, in the words of the hints that correct it. Of a refused layout,
 * what was understood all the same: then there is no vintage, no way, and no value column.
 */
export interface FileReading {
  /** Name of the sheet, when the file has several or is a workbook. */
  readonly sheet: string | null;
  /** All the sheets of a workbook. */
  readonly sheets: readonly Sheet[];
  readonly encoding: EncodingName;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly headerLineCount: number;
  readonly headers: readonly string[];
  readonly shape: Layout['shape'];
  readonly columns: readonly HintedColumn[];
  readonly territoryColumn: string;
  readonly level: TerritoryLevel | null;
  /** The period that all values share. */
  readonly period: string | null;
  readonly vintage: number | null;
  readonly factor: number;
  /** Identifier of the preset that was recognised, or asked for. */
  readonly preset: string | null;
  readonly values: readonly {
    readonly header: string;
    readonly indicator: string | null;
    readonly period: number | null;
  }[];
  readonly path: 'bytes' | 'text' | null;
}

/** What the reading of the rows settled. */
export interface Settled {
  readonly vintage: number;
  readonly path: 'bytes' | 'text';
  readonly level: TerritoryLevel | null;
}

/** The sheet of a workbook that was read; an archive's entry is none. */
export const sheetOf = ({ sheets, hints }: Pick<RowSource, 'sheets' | 'hints'>): string | undefined =>
  sheets.length > 0 ? hints.sheet : undefined;

export function readingOf(
  { layout, sample, encoding, hints, sheets }: RowSource,
  { vintage, path, level }: Settled,
): FileReading {
  return {
    sheet: hints.sheet ?? null,
    sheets,
    encoding: encoding.encoding,
    delimiter: sample.delimiter,
    headerLine: layout.headerLine,
    headerLineCount: layout.headerLineCount,
    headers: layout.headers,
    shape: layout.shape,
    columns: layout.columns,
    territoryColumn: layout.headers[layout.territory] ?? '',
    level: layout.levels?.[0] ?? level,
    period: sharedPeriod(layout.values),
    vintage,
    factor: hints.factor ?? 1,
    preset: layout.preset,
    values: layout.values.map(({ header, indicator, period }) => ({
      header,
      indicator: indicator?.code ?? null,
      period,
    })),
    path,
  };
}

/** What is known of a file whose layout is refused; null when not even titles were found. */
export function draftReading({
  encoding,
  sample,
  hints,
  sheets,
}: Pick<RowSource, 'sample' | 'hints' | 'sheets'> & { readonly encoding: EncodingName }): FileReading | null {
  const draft = sample.layout.kind === 'refused' ? sample.layout.draft : undefined;
  if (!draft) return null;
  const { headerLine, headerLineCount, headers, shape, columns, preset } = draft;
  return {
    sheet: hints.sheet ?? null,
    sheets,
    encoding,
    delimiter: sample.delimiter,
    headerLine,
    headerLineCount,
    headers,
    shape,
    columns,
    territoryColumn: columns.find(({ use }) => use.as === 'territory')?.header ?? '',
    level: hints.level ?? null,
    period: hints.period ?? null,
    vintage: null,
    factor: hints.factor ?? 1,
    preset,
    values: [],
    path: null,
  };
}

function sharedPeriod(values: Layout['values']): string | null {
  const first = values[0]?.period ?? null;
  const isShared = first !== null && values.every(({ period }) => period === first);
  return isShared ? periodText(periodOfCode(first)) : null;
}
