import fc from 'fast-check';
import type { Participation } from '../project';
import { publishParticipation } from './participation';

const row = (period: string, distinctPeople: number | null, attendances: number | null, label = 'Registre') =>
  ({ period, distinctPeople, attendances, status: 'observed', source: { label, url: null } }) satisfies Participation;
const shown = (...rows: Participation[]) =>
  publishParticipation(rows).map(({ distinctPeople, attendances }) =>
    [distinctPeople, attendances].map((measure) => ('value' in measure ? measure.value : measure.absence)),
  );
const primary = 'suppressed-primary';

describe('participation that is published', () => {
  it.each([
    [0, 0, [0, 0]],
    [1, 40, [primary, 40]],
    [10, 10, [primary, primary]],
    [11, 40, [11, 40]],
    [null, 10, ['not-available', primary]],
    [10, null, [primary, 'not-available']],
  ])('of %p people and %p attendances tells nothing of a few', (people, attendances, expected) => {
    expect(shown(row('2025', people, attendances))).toEqual([expected]);
  });

  it('withholds a year beside one of its parts, as told by the same source', () => {
    const parts = [row('2025-S1', 20, 50), row('2025-S2', 8, 9)];
    const years = [row('2025', 24, 59), row('2024', 30, 70), row('2025', 25, 60, 'Autre')];
    expect(shown(...parts, ...years)).toEqual([
      [20, 50],
      [primary, primary],
      [24, 'suppressed-secondary'],
      [30, 70],
      [25, 60],
    ]);
  });

  const secondary = 'suppressed-secondary';
  it.each<[string, [string, number][], (number | string)[]]>([
    [
      'a quarter beside one of its months',
      [
        ['2025-T1', 59],
        ['2025-01', 30],
        ['2025-02', 20],
        ['2025-03', 9],
      ],
      [secondary, 30, 20, primary],
    ],
    [
      'every total of a few, up to the school year',
      [
        ['2025-2026', 300],
        ['2025', 200],
        ['2025-S2', 90],
        ['2025-T4', 40],
        ['2025-11', 5],
        ['2025-S1', 110],
      ],
      [secondary, secondary, secondary, secondary, primary, 110],
    ],
    [
      'a year that a lone half leaves a few of',
      [
        ['2025', 59],
        ['2025-S1', 50],
      ],
      [secondary, 50],
    ],
    [
      'a school year that cuts the quarter of a few',
      [
        ['2025-2026', 59],
        ['2025-T3', 9],
      ],
      [secondary, primary],
    ],
    [
      'a total found again by the total around it',
      [
        ['2025', 159],
        ['2025-S2', 100],
        ['2025-S1', 59],
        ['2025-T1', 50],
      ],
      [secondary, 100, secondary, 50],
    ],
    [
      'nothing beside a lone half that leaves many',
      [
        ['2025', 61],
        ['2025-S1', 50],
      ],
      [61, 50],
    ],
    [
      'nothing where parts leave nothing',
      [
        ['2025-S1', 50],
        ['2025-T1', 20],
        ['2025-T2', 30],
      ],
      [50, 20, 30],
    ],
  ])('withholds %s', (_name, rows, expected) => {
    expect(
      shown(...rows.map(([period, attendances]) => row(period, null, attendances))).map(([, told]) => told),
    ).toEqual(expected);
  });

  it('lets no subtraction of what is shown give a few, whatever the rows', () => {
    const periods = ['2025', '2025-S1', '2025-S2', '2025-T1', '2025-T2', '2025-T3', '2025-01', '2025-02', '2025-03'];
    const months = fc.array(fc.constantFrom(0, 3, 9, 15, 40), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(months, fc.subarray(periods), (counts, given) => {
        const rows = given.map((period) => ({ period, ...spanOf(period) }));
        const told = shown(...rows.map(({ period, from, to }) => row(period, null, sumOf(counts, from, to))));
        const visible = rows.flatMap((span, rank) => {
          const count = told[rank]![1]!;
          return typeof count === 'number' ? [{ ...span, count }] : [];
        });
        for (const total of visible) {
          const inside = visible.filter(({ from, to }) => from >= total.from && to <= total.to);
          for (const parts of subsets(inside.filter((part) => part !== total)))
            if (areDisjoint(parts)) {
              const rest = total.count - parts.reduce((sum, { count }) => sum + count, 0);
              expect(rest <= 0 || rest >= 11).toBe(true);
            }
        }
      }),
    );
  });
});

const spanOf = (period: string): { from: number; to: number } => {
  const [, kind, digits] = /-([ST]?)(\d+)$/.exec(period) ?? [];
  const length = digits === undefined ? 12 : kind === 'S' ? 6 : kind === 'T' ? 3 : 1;
  const from = digits === undefined ? 0 : (Number(digits) - 1) * length;
  return { from, to: from + length };
};
const sumOf = (counts: readonly number[], from: number, to: number): number =>
  counts.slice(from, to).reduce((sum, count) => sum + count, 0);
const subsets = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, rank) => mask & (1 << rank)));
const areDisjoint = (spans: readonly { from: number; to: number }[]): boolean =>
  spans.every((span, rank) => spans.slice(rank + 1).every(({ from, to }) => to <= span.from || from >= span.to));
