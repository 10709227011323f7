import type { AggregationRule } from './aggregation-rule';
import type { BaseRow } from './base-row';
import type { BoundaryEvent } from './boundary-event';
import { type Count, conserveCounts } from './conserve-counts';
import { deriveValue } from './derive-value';
import { hideLoneSecrets } from './hide-lone-secrets';
import { absent, isSuppressed, isValue } from './measure';
import { pairComponents } from './pair-components';
import type { PerimeterFigure } from './perimeter-figure';
import { isSuppressedPrimary } from './suppression/primary';
import { worstStatus } from './year-from-periods';

/** Perimeters that ground passed between, and what is known of their populations. */
export interface PerimeterFamily {
  readonly events: readonly BoundaryEvent[];
  readonly populations: ReadonlyMap<number, number | null>;
}

type Cells = ReadonlyMap<number, PerimeterFigure>;
type Periods = ReadonlyMap<number, Cells>;

/**
 * What every perimeter of a family counts in every period, so that a commune nouvelle equals the sum of its parts
 * whatever the vintage. `rules`: the indicator's last, its components before it.
 */
export function figuresOfFamily(
  rules: readonly AggregationRule[],
  family: PerimeterFamily,
  given: readonly PerimeterFigure[],
): PerimeterFigure[] {
  const done = new Map<string, Periods>();
  let last: Periods = new Map();
  for (const rule of rules) {
    const own = byPeriod(given.filter(({ indicator }) => indicator === rule.code));
    const periods = new Set([...own.keys(), ...(done.get(rule.numerator ?? '')?.keys() ?? [])]);
    last = new Map(
      [...periods]
        .sort((a, b) => a - b)
        .map((period) => {
          const cells = own.get(period) ?? new Map<number, PerimeterFigure>();
          return [period, cellsOf(rule, family, period, cells, done)];
        }),
    );
    done.set(rule.code, last);
  }
  return [...last.values()].flatMap((cells) => [...cells.values()]);
}

function cellsOf(
  rule: AggregationRule,
  family: PerimeterFamily,
  period: number,
  given: Cells,
  done: ReadonlyMap<string, Periods>,
): Cells {
  const own = carryUnchanged(rule, family.events, given);
  const counts = rule.form === 'published' ? undefined : countsOf(rule, family, own, given);
  const cells = new Map<number, PerimeterFigure>();
  for (const perimeter of family.populations.keys()) {
    const mine = own.get(perimeter);
    const place = { perimeter, indicator: rule.code, period };
    const kept = mine && (isValue(mine.measure) || isSuppressed(mine.measure)) ? mine : undefined;
    const computed = counts?.(place, kept) ?? kept ?? pairAt(rule, place, done);
    const cell = computed ?? mine;
    if (cell) cells.set(perimeter, cell);
    else if (given.size > 0) {
      const reason = isAdded(rule, given) ? 'insufficient-coverage' : 'not-aggregable';
      cells.set(perimeter, { ...place, ...nothing, measure: absent(reason) });
    }
  }
  return hideLoneSecrets(family.events, cells);
}

const nothing = { status: 'normal', numerator: null, denominator: null, origin: 'parts', basis: 'partial' } as const;

/** Medians and distinct counts never add up; a ratio only with the counts behind it. */
const isAdded = (rule: AggregationRule, given: Cells): boolean =>
  rule.form === 'sum' || (rule.form !== 'published' && [...given.values()].some((row) => countsBehind(rule, row)));

/** Where one perimeter became one other, the ground is the same: any figure of the one is the other's. */
function carryUnchanged(rule: AggregationRule, events: readonly BoundaryEvent[], given: Cells): Cells {
  const own = new Map([...given].filter(([, { basis }]) => basis === 'own'));
  if (rule.form === 'sum') return own;
  const carry = (from: number | undefined, to: number | undefined) => {
    const figure = from === undefined ? undefined : own.get(from);
    if (figure && to !== undefined && !own.has(to)) own.set(to, { ...figure, perimeter: to });
  };
  const same = events.filter(({ sources, targets }) => sources.length === 1 && targets.length === 1);
  for (const { sources, targets } of same) carry(sources[0], targets[0]);
  for (const { sources, targets } of [...same].reverse()) carry(targets[0], sources[0]);
  return own;
}

interface Pair {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a figure brings to a sum. A count has no denominator: 0. */
function countsBehind({ form, scale }: AggregationRule, row: PerimeterFigure): Pair | undefined {
  if (!isValue(row.measure)) return undefined;
  if (form === 'sum') return { numerator: row.measure.value, denominator: 0 };
  if (row.denominator === null) return undefined;
  if (form === 'mean') return { numerator: row.measure.value * row.denominator, denominator: row.denominator };
  const numerator = row.numerator ?? (form === 'ratio' ? (row.measure.value * row.denominator) / scale : null);
  return numerator === null ? undefined : { numerator, denominator: row.denominator };
}

type Place = Pick<PerimeterFigure, 'perimeter' | 'indicator' | 'period'>;

function countsOf(rule: AggregationRule, { events, populations }: PerimeterFamily, own: Cells, given: Cells) {
  const side = (rows: Cells, part: keyof Pair): Map<number, Count> =>
    new Map(
      [...rows].flatMap(([id, row]): [number, Count][] => {
        const pair = countsBehind(rule, row);
        if (!pair && !isSuppressed(row.measure)) return [];
        return [[id, { value: pair?.[part] ?? null, status: row.status }]];
      }),
    );
  const sums = new Map([...given].filter(([, { basis, measure }]) => basis === 'sum' && isValue(measure)));
  const resolve = (part: keyof Pair) =>
    conserveCounts(events, { own: side(own, part), shownSums: side(sums, part), populations });
  const numerators = resolve('numerator');
  const denominators = rule.form === 'sum' ? numerators : resolve('denominator');

  return (place: Place, kept: PerimeterFigure | undefined): PerimeterFigure | undefined => {
    const [top, bottom] = [numerators.get(place.perimeter), denominators.get(place.perimeter)];
    if (!top || !bottom) return undefined;
    if (kept && (rule.form !== 'sum' || (isValue(kept.measure) ? kept.measure.value : null) === top.value)) return kept;
    const status = worstStatus([top.status, bottom.status]);
    if (top.value === null || bottom.value === null) {
      return { ...place, ...nothing, status, measure: absent('suppressed-secondary') };
    }
    const pair = rule.form === 'sum' ? noPair : { numerator: top.value, denominator: bottom.value };
    const measure = deriveValue(rule, top.value, bottom.value);
    return protect(rule, { ...place, measure, status, ...pair, origin: 'parts', basis: 'sum' });
  };
}

const noPair = { numerator: null, denominator: null };

/** Numerator and denominator that come as indicators of their own, each converted before the division. */
function pairAt(rule: AggregationRule, place: Place, done: ReadonlyMap<string, Periods>): PerimeterFigure | undefined {
  const row: BaseRow | undefined = pairComponents(rule, place.period, (code, period) => {
    const figure = done.get(code)?.get(period)?.get(place.perimeter);
    if (!figure) return undefined;
    const { measure, status } = figure;
    return isValue(measure)
      ? { value: measure.value, absence: null, status }
      : { value: null, absence: measure.absence, status };
  });
  if (!row) return undefined;
  const { status, numerator, denominator } = row;
  const measure = row.absence === null ? deriveValue(rule, numerator, denominator) : absent(row.absence);
  return protect(rule, { ...place, measure, status, numerator, denominator, origin: 'components', basis: 'sum' });
}

function protect(rule: AggregationRule, figure: PerimeterFigure): PerimeterFigure {
  const { measure, numerator, denominator } = figure;
  if (!isValue(measure) || !isSuppressedPrimary(rule, { value: measure.value, numerator, denominator })) return figure;
  return { ...figure, ...noPair, measure: absent('suppressed-primary') };
}

function byPeriod(figures: readonly PerimeterFigure[]): Map<number, Map<number, PerimeterFigure>> {
  const periods = new Map<number, Map<number, PerimeterFigure>>();
  for (const figure of figures) {
    const cells = periods.get(figure.period) ?? new Map<number, PerimeterFigure>();
    periods.set(figure.period, cells.set(figure.perimeter, figure));
  }
  return periods;
}
