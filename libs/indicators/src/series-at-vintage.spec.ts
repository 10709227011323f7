import fc from 'fast-check';
import { anAggregationRule } from '../../../test/support/builders';
import type { AggregationRule } from './aggregation-rule';
import { boundaryEvents, type PerimeterLink } from './boundary-event';
import { absent, isValue, type Measure } from './measure';
import type { PerimeterFigure } from './perimeter-figure';
import { figuresOfFamily } from './series-at-vintage';

const count = anAggregationRule();
const ratio = anAggregationRule({ form: 'ratio', scale: 100 });
const median = anAggregationRule({ form: 'published' });

const given = (
  perimeter: number,
  measure: number | Measure,
  change: Partial<PerimeterFigure> = {},
): PerimeterFigure => ({
  perimeter,
  indicator: 'X',
  period: 2015000,
  measure: typeof measure === 'number' ? { value: measure } : measure,
  status: 'normal',
  numerator: null,
  denominator: null,
  origin: 'published',
  basis: 'own',
  ...change,
});

/** 1 (3 000 inhabitants) and 2 (1 000) merge into 3 in 2016. */
const merger: PerimeterLink[] = [1, 2].map((from) => ({ from, to: 3, date: '2016-01-01', share: 1 }));
const populations = new Map<number, number | null>([
  [1, 3000],
  [2, 1000],
  [3, 4000],
]);

const settle = (rule: AggregationRule, links: PerimeterLink[], figures: PerimeterFigure[]) =>
  new Map(
    figuresOfFamily([rule], { events: boundaryEvents(links), populations }, figures).map((row) => [
      row.perimeter,
      isValue(row.measure) ? `${row.measure.value} ${row.status}` : row.measure.absence,
    ]),
  );

describe('a merger, in the geography of any vintage', () => {
  const secret = absent('suppressed-by-source');
  it.each<[string, AggregationRule, PerimeterFigure[], (string | undefined)[]]>([
    ['sums its parts', count, [given(1, 30), given(2, 12)], ['30 normal', '12 normal', '42 normal']],
    ['is shared by population', count, [given(3, 40)], ['30 estimated', '10 estimated', '40 normal']],
    [
      'leaves what is left to the other part',
      count,
      [given(1, 30), given(3, 42)],
      ['30 normal', '12 normal', '42 normal'],
    ],
    [
      'stands against parts that disagree',
      count,
      [given(1, 30), given(2, 10), given(3, 80)],
      ['60 estimated', '20 estimated', '80 normal'],
    ],
    ['lacks what a part lacks', count, [given(1, 30)], ['30 normal', 'insufficient-coverage', 'insufficient-coverage']],
    [
      'is secret when a part is',
      count,
      [given(1, 30), given(2, secret)],
      ['30 normal', 'suppressed-by-source', 'suppressed-secondary'],
    ],
    [
      'keeps a part secret from subtraction',
      count,
      [given(1, 30), given(2, secret), given(3, 42)],
      ['suppressed-secondary', 'suppressed-by-source', '42 normal'],
    ],
    [
      'is secret, so are its parts',
      count,
      [given(3, secret)],
      ['suppressed-secondary', 'suppressed-secondary', 'suppressed-by-source'],
    ],
    [
      'hides a share that is too small',
      anAggregationRule({ valueThreshold: 11 }),
      [given(3, 40)],
      ['suppressed-secondary', 'suppressed-primary', '40 normal'],
    ],
    [
      'divides the sum of numerators by that of denominators',
      ratio,
      [given(1, 10, { numerator: 10, denominator: 100 }), given(2, 50, { numerator: 150, denominator: 300 })],
      ['10 normal', '50 normal', '40 normal'],
    ],
    [
      'has no ratio without the counts',
      ratio,
      [given(1, 10), given(2, 50)],
      ['10 normal', '50 normal', 'not-aggregable'],
    ],
    ['has no median of medians', median, [given(1, 10), given(2, 50)], ['10 normal', '50 normal', 'not-aggregable']],
    ['gives no median to its parts', median, [given(3, 20)], ['not-aggregable', 'not-aggregable', '20 normal']],
  ])('%s', (_, rule, figures, expected) => {
    const found = settle(rule, merger, figures);
    expect([found.get(1), found.get(2), found.get(3)]).toEqual(expected);
  });

  it('keeps a median through a change of code', () => {
    const moved = [{ from: 1, to: 2, date: '2016-01-01', share: 1 }];
    expect(settle(median, moved, [given(1, 20)]).get(2)).toBe('20 normal');
  });
});

/** A family drawn at random: at each date some perimeters merge, and one may split. */
const families = fc
  .record({
    start: fc.integer({ min: 1, max: 5 }),
    steps: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 5,
    }),
    isGiven: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 40, maxLength: 40 }),
    people: fc.array(fc.option(fc.integer({ min: 1, max: 9000 })), { minLength: 40, maxLength: 40 }),
  })
  .map(({ start, steps, isGiven, people }) => {
    let open = Array.from({ length: start }, (_, index) => index + 1);
    let next = start + 1;
    const links: PerimeterLink[] = [];
    const cuts = [open];
    steps.forEach(([offset, taken, made], step) => {
      const sources = [...open.slice(offset % open.length), ...open].slice(0, Math.min(taken, open.length));
      const unique = [...new Set(sources)];
      const targets = Array.from({ length: made }, () => next++);
      for (const from of unique)
        for (const to of targets)
          links.push({
            from,
            to,
            date: `${2000 + step}-01-01`,
            share: (2 * (targets.indexOf(to) + 1)) / (made * (made + 1)),
          });
      open = [...open.filter((id) => !unique.includes(id)), ...targets];
      cuts.push(open);
    });
    const all = Array.from({ length: next - 1 }, (_, index) => index + 1);
    return {
      links,
      cuts,
      populations: new Map(all.map((id) => [id, people[id] ?? null])),
      // In old codes, in new ones, in both or in neither.
      figures: all.flatMap((id) => ((isGiven[id] ?? 0) % 2 === 0 ? [given(id, isGiven[id] ?? 0)] : [])),
    };
  });

describe('any family of mergers and splits, its counts given in old codes or new ones', () => {
  it('counts the same before and after each change, or is missing on both sides', () => {
    fc.assert(
      fc.property(families, (family) => {
        const events = boundaryEvents(family.links);
        const rows = figuresOfFamily([count], { events, populations: family.populations }, family.figures);
        const values = new Map(
          rows.map((row) => [row.perimeter, isValue(row.measure) ? row.measure.value : undefined]),
        );
        const total = (ids: readonly number[]) =>
          ids.reduce<number | undefined>((sum, id) => {
            const value = values.get(id);
            return sum === undefined || value === undefined ? undefined : sum + value;
          }, 0);
        for (const { sources, targets } of events) {
          const [before, after] = [total(sources), total(targets)];
          if (before === undefined || after === undefined) expect(after).toBe(before);
          else expect(Math.abs(before - after)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('has one total in all vintages once one geography is wholly given', () => {
    fc.assert(
      fc.property(families, fc.nat(), ({ links, cuts, populations: people }, rank) => {
        const cut = cuts[rank % cuts.length] ?? [];
        const figures = cut.map((id) => given(id, id * 100));
        const rows = figuresOfFamily([count], { events: boundaryEvents(links), populations: people }, figures);
        const values = new Map(
          rows.map((row) => [row.perimeter, isValue(row.measure) ? row.measure.value : Number.NaN]),
        );
        const total = (ids: readonly number[]) => ids.reduce((sum, id) => sum + (values.get(id) ?? Number.NaN), 0);
        for (const other of cuts) expect(total(other)).toBeCloseTo(total(cut), 6);
      }),
    );
  });
});
