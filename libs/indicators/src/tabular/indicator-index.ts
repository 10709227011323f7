import type { IndicatorDefinition } from '../indicator';
import { comparableName } from './cell-text';

/** What reading a file needs to know of an indicator. */
export type ImportedIndicator = Pick<
  IndicatorDefinition,
  | 'code'
  | 'synonyms'
  | 'unit'
  | 'decimals'
  | 'scale'
  | 'allowsNegative'
  | 'suppressionThreshold'
  | 'frequency'
  | 'territorialRule'
  | 'plausibility'
> & { readonly id: number };

export interface HeaderIndicator {
  readonly indicator: ImportedIndicator;
  /** Year found in the header ("MED21", "p13_pop"). */
  readonly year: number | null;
}

/** The threshold under which a value of the indicator will be hidden; null when its values are not counts. */
export const countThreshold = (indicator: ImportedIndicator): number | null =>
  indicator.territorialRule === 'sum' || indicator.territorialRule === 'distinct-count'
    ? indicator.suppressionThreshold
    : null;

/** Indicators by the names that files give them. */
export class IndicatorIndex {
  private readonly byExactName = new Map<string, ImportedIndicator>();
  private readonly byName = new Map<string, ImportedIndicator>();

  constructor(readonly indicators: readonly ImportedIndicator[]) {
    for (const indicator of indicators) {
      for (const name of [indicator.code, ...indicator.synonyms]) {
        if (!this.byExactName.has(name)) this.byExactName.set(name, indicator);
        const comparable = comparableName(name);
        if (!this.byName.has(comparable)) this.byName.set(comparable, indicator);
      }
    }
  }

  /** In a cell a code is written exactly: a near miss is refused with a suggestion, never guessed. */
  findExact(text: string): ImportedIndicator | undefined {
    return this.byExactName.get(text);
  }

  suggest(text: string): string | null {
    const name = comparableName(text);
    const near = this.byName.get(name);
    if (near) return near.code;
    for (const [other, indicator] of this.byName) {
      if (isOneEditAway(name, other)) return indicator.code;
    }
    return null;
  }

  /** A header names an indicator alone, or with a year: TP6021, MED2021, p13_pop, pop_2013, P22_POP. */
  findInHeader(header: string, latestYear: number): HeaderIndicator | undefined {
    const name = comparableName(header);
    const whole = this.byName.get(name);
    if (whole) return { indicator: whole, year: null };
    for (const [base, digits] of splitYear(name)) {
      const indicator = this.byName.get(base);
      const year = indicator ? yearOfDigits(digits, latestYear) : undefined;
      if (indicator && year !== undefined) return { indicator, year };
    }
    return undefined;
  }
}

function* splitYear(name: string): Generator<readonly [string, string]> {
  const suffix4 = /^(.+?)_?((?:19|20)\d\d)$/.exec(name);
  if (suffix4) yield [suffix4[1]!, suffix4[2]!];
  const suffix2 = /^(.+?)_?(\d\d)$/.exec(name);
  if (suffix2) yield [suffix2[1]!, suffix2[2]!];
  const prefix = /^[pc]?((?:19|20)\d\d|\d\d)_(.+)$/.exec(name);
  if (prefix) yield [prefix[2]!, prefix[1]!];
}

function yearOfDigits(digits: string, latestYear: number): number | undefined {
  if (digits.length === 4) return Number(digits) <= latestYear ? Number(digits) : undefined;
  const recent = 2000 + Number(digits);
  return recent <= latestYear ? recent : recent - 100;
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
