import { type Refusal, refuse } from '@sillage/indicators';
import type { Cells } from './cells';

interface Place {
  readonly id: number;
}

/**
 * Values counted in another way from a year on. Where the territories compared changed on the same year, both sides moved
 * together: it is told. Where the project's changed alone, the change would pass for its effect: nothing is estimated.
 */
export function seriesBreakOf(
  cells: Cells,
  periods: readonly number[],
  treated: readonly Place[],
  donors: readonly Place[],
): { readonly year: number | null; readonly refusal: Refusal | null } {
  const breaksIn = (year: number, places: readonly Place[]): number =>
    places.filter(({ id }) => cells.get(id)?.get(year)?.isBreak).length;
  // the first year has nothing before it to differ from
  const years = periods.slice(1).filter((year) => breaksIn(year, [...treated, ...donors]) > 0);
  const alone = years.find((year) => breaksIn(year, treated) > 0 && 2 * breaksIn(year, donors) <= donors.length);
  return {
    year: years.at(-1) ?? null,
    refusal: alone === undefined ? null : refuse(null, 'series-break', { year: alone }),
  };
}
