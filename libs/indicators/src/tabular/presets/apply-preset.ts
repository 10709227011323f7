import { comparableName } from '../cell-text';
import { roleOfHeader } from '../column-role';
import type { CsvRow } from '../csv-rows';
import type { IndicatorIndex } from '../indicator-index';
import type { HintedColumn, ReadingHints } from '../reading-hints';
import type { RowFilter } from '../row-filter';
import type { Preset } from './preset';
import { matchTitle, yearOfDigits } from './title-pattern';

/** The hints that a preset gives for the titles of a file; what a person says comes over them. */
export function hintsOfPreset(
  preset: Preset,
  headers: readonly string[],
  indicators: IndicatorIndex,
  latestYear: number,
  hints: ReadingHints,
): ReadingHints {
  const columns = headers.flatMap((header): HintedColumn[] => {
    const name = comparableName(header);
    for (const { header: pattern, use } of preset.columns ?? []) {
      const match = matchTitle(pattern, name);
      if (!match) continue;
      if (use.as !== 'value') return [{ header, use }];
      // a small catalogue may lack an indicator: its column is then read as any other
      if (use.indicator !== null && !indicators.findExact(use.indicator)) continue;
      return [{ header, use: { ...use, period: yearOfDigits(match.digits, latestYear) } }];
    }
    return [];
  });
  return {
    ...(preset.shape ? { shape: preset.shape } : {}),
    ...(preset.level ? { level: preset.level } : {}),
    ...(preset.otherIndicators ? { otherIndicators: preset.otherIndicators } : {}),
    ...hints,
    columns: [...columns, ...(hints.columns ?? [])],
    indicatorNames: { ...preset.indicatorNames, ...hints.indicatorNames },
  };
}

/** The rows that a preset leaves: by its filters, and those that split a value in parts. */
export function filtersOf(
  { filters = [], totals }: Preset,
  headers: readonly string[],
  data: readonly CsvRow[],
): RowFilter[] {
  const names = headers.map(comparableName);
  const said = filters.flatMap(({ column, keeps, leaves }): RowFilter[] => {
    const index = names.indexOf(column);
    const lower = (cells: readonly string[]) => new Set(cells.map((cell) => cell.toLowerCase()));
    return index < 0 ? [] : [{ index, isKept: Boolean(keeps), cells: lower(keeps ?? leaves ?? []) }];
  });
  if (totals === undefined) return said;
  const split = headers.flatMap((header, index): RowFilter[] => {
    const isDimension = !roleOfHeader(header) && !/_measure$/.test(names[index] ?? '');
    const hasTotal = isDimension && data.some(({ cells }) => cells[index]?.trim() === totals);
    return hasTotal ? [{ index, isKept: true, cells: new Set([totals.toLowerCase()]) }] : [];
  });
  return [...said, ...split];
}
