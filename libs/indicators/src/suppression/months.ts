import { periodOfText, periodsPerYear } from '../period';

/** Months counted from year 0: `to` is the first one after. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** A school year goes from September to August. */
export function monthsOf(text: string): Months | undefined {
  const period = periodOfText(text);
  if (!period) return undefined;
  const length = 12 / periodsPerYear(period.kind);
  const before = period.kind === 'school-year' ? 8 : Math.max(0, period.index - 1) * length;
  const from = period.year * 12 + before;
  return { from, to: from + length };
}

export const overlap = (one: Months, other: Months): boolean => one.from < other.to && other.from < one.to;
export const isWithin = (part: Months, whole: Months): boolean => part.from >= whole.from && part.to <= whole.to;
