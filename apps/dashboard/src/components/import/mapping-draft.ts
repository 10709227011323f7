import type { ColumnUse, ImportReading, ReadingHints } from '../../api/imports';

/** What a person sees and changes of how a file is read. Texts as typed. */
export interface ColumnDraft {
  /** As hints name it: its header, or its rank when it has none ("#3"). */
  readonly name: string;
  readonly rank: number;
  as: ColumnUse['as'];
  indicator: string;
  period: string;
}

export interface MappingDraft {
  sheet: string;
  encoding: ImportReading['encoding'];
  delimiter: string;
  headerLine: string;
  headerLineCount: string;
  shape: ImportReading['shape'];
  columns: ColumnDraft[];
  indicator: string;
  period: string;
  level: string;
  vintage: string;
  factor: string;
  leavesOthers: boolean;
}

export function draftOf(reading: ImportReading, hints: ReadingHints): MappingDraft {
  return {
    sheet: reading.sheet ?? '',
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    headerLine: String(reading.headerLine),
    headerLineCount: String(reading.headerLineCount),
    shape: reading.shape,
    columns: reading.columns.map(({ header, use }, index) => ({
      name: header,
      rank: index + 1,
      as: use.as,
      indicator: use.as === 'value' ? (use.indicator ?? '') : '',
      period: use.as === 'value' ? (use.period ?? '') : '',
    })),
    indicator: hints.indicator ?? '',
    period: hints.period ?? '',
    level: hints.level ?? '',
    vintage: hints.vintage ? String(hints.vintage) : '',
    factor: String(reading.factor).replace('.', ','),
    leavesOthers: hints.otherIndicators === 'ignored',
  };
}

/** Parts that say how the file is opened: once changed, its columns are others. */
const openingParts = ['sheet', 'encoding', 'delimiter', 'headerLine', 'headerLineCount', 'shape'] as const;
const sharedParts = ['indicator', 'period', 'level', 'vintage', 'factor', 'leavesOthers'] as const;

export const isOpenedOtherwise = (draft: MappingDraft, first: MappingDraft): boolean =>
  openingParts.some((part) => draft[part] !== first[part]);

const isSame = (one: ColumnDraft, other: ColumnDraft | undefined): boolean =>
  one.as === other?.as &&
  (one.as !== 'value' || (one.indicator === other.indicator && one.period.trim() === other.period.trim()));

const changedColumns = (draft: MappingDraft, first: MappingDraft): ColumnDraft[] =>
  draft.columns.filter((column, index) => !isSame(column, first.columns[index]));

export const isChanged = (draft: MappingDraft, first: MappingDraft): boolean =>
  isOpenedOtherwise(draft, first) ||
  sharedParts.some((part) => draft[part] !== first[part]) ||
  changedColumns(draft, first).length > 0;

const numberOf = (text: string): number => Number(text.trim().replace(/\s/g, '').replace(',', '.'));

const isWhole = (text: string, from: number, to: number): boolean =>
  /^\d+$/.test(text.trim()) && numberOf(text) >= from && numberOf(text) <= to;

/** The fields that cannot be sent as they are typed. */
export function faultsOf({ headerLine, headerLineCount, vintage, factor }: MappingDraft): Set<keyof MappingDraft> {
  const faults = new Set<keyof MappingDraft>();
  if (!isWhole(headerLine, 1, 10_000)) faults.add('headerLine');
  if (!isWhole(headerLineCount, 1, 10)) faults.add('headerLineCount');
  if (vintage.trim() !== '' && !isWhole(vintage, 1943, 2200)) faults.add('vintage');
  if (factor.trim() === '' || !(numberOf(factor) > 0)) faults.add('factor');
  return faults;
}

function useOf(column: ColumnDraft, before: ColumnUse | undefined): ColumnUse {
  if (column.as !== 'value') return column.as === before?.as ? before : ({ as: column.as } as ColumnUse);
  return {
    ...(before?.as === 'value' ? before : {}),
    as: 'value',
    indicator: column.indicator || null,
    period: column.period.trim() || null,
  };
}

/**
 * The hints that say what was changed, over those already given. What was not touched stays a guess, so that next year's
 * file, whose titles bear another year, is guessed anew.
 */
export function hintsFrom(
  draft: MappingDraft,
  first: MappingDraft,
  reading: ImportReading,
  before: ReadingHints,
): ReadingHints {
  const hints: ReadingHints = { ...before };
  if (draft.sheet !== first.sheet) hints.sheet = draft.sheet;
  if (draft.encoding !== first.encoding) hints.encoding = draft.encoding;
  if (draft.delimiter !== first.delimiter) hints.delimiter = draft.delimiter as NonNullable<ReadingHints['delimiter']>;
  if (draft.headerLine !== first.headerLine || draft.headerLineCount !== first.headerLineCount) {
    hints.headerLine = numberOf(draft.headerLine);
    hints.headerLineCount = numberOf(draft.headerLineCount);
  }
  if (draft.shape !== first.shape) hints.shape = draft.shape;
  setShared(hints, draft, first);
  if (isOpenedOtherwise(draft, first)) {
    // they name columns and lines that may no longer be there
    delete hints.columns;
    delete hints.corrections;
    if (draft.sheet !== first.sheet && draft.headerLine === first.headerLine) {
      delete hints.headerLine;
      delete hints.headerLineCount;
    }
    return hints;
  }
  const changed = changedColumns(draft, first);
  if (changed.length === 0) return hints;
  const columns = new Map((before.columns ?? []).map(({ header, use }) => [header, use]));
  // a person who says what columns are for has also seen which are left out
  const said = draft.columns.filter((column) => changed.includes(column) || column.as === 'ignored');
  for (const column of said) columns.set(column.name, useOf(column, reading.columns[column.rank - 1]?.use));
  hints.columns = [...columns].map(([header, use]) => ({ header, use }));
  return hints;
}

function setShared(hints: ReadingHints, draft: MappingDraft, first: MappingDraft): void {
  for (const part of ['indicator', 'period'] as const) {
    if (draft[part] === first[part]) continue;
    const text = draft[part].trim();
    if (text === '') delete hints[part];
    else hints[part] = text;
  }
  if (draft.level !== first.level) {
    if (draft.level === '') delete hints.level;
    else hints.level = draft.level as NonNullable<ReadingHints['level']>;
  }
  if (draft.vintage !== first.vintage) hints.vintage = draft.vintage.trim() === '' ? null : numberOf(draft.vintage);
  if (draft.factor !== first.factor) hints.factor = numberOf(draft.factor);
  if (draft.leavesOthers === first.leavesOthers) return;
  if (draft.leavesOthers) hints.otherIndicators = 'ignored';
  else delete hints.otherIndicators;
}
