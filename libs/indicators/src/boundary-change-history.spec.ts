import fc from 'fast-check';
import type { CommuneMovement, CurrentCommune } from './boundary-change';
import { boundaryConverter } from './boundary-change-conversion';
import { boundaryHistory } from './boundary-change-history';
import { isValidAt, vintageDate } from './geography-vintage';

const move = (kind: number, date: string, fromCode: string, toCode: string, fromName = fromCode): CommuneMovement => ({
  kind,
  date,
  fromCode,
  fromName,
  toCode,
});
const commune = (code: string, population: number | null = null, name = code): CurrentCommune => ({
  code,
  name,
  population,
});
const sharesAt = (history: ReturnType<typeof boundaryHistory>, code: string, known: string, asked: string) => {
  const converter = boundaryConverter(history);
  const perimeter = converter.find(code, known);
  if (!perimeter) return undefined;
  return Object.fromEntries(converter.convertTo(perimeter, asked).map((part) => [part.perimeter.code, part.share]));
};

describe('boundaryHistory', () => {
  const valserhone = boundaryHistory(
    [
      move(32, '2019-01-01', '01033', '01033', 'Bellegarde-sur-Valserine'),
      move(32, '2019-01-01', '01091', '01033', 'Châtillon-en-Michaille'),
      move(32, '2019-01-01', '01205', '01033', 'Lancrans'),
      move(31, '1971-01-01', '01018', '01033', 'Arlod'),
      move(31, '1971-01-01', '01033', '01033', 'Bellegarde-sur-Valserine'),
      move(10, '1956-10-19', '01033', '01033', 'Bellegarde'),
    ],
    [commune('01033', 16000, 'Valserhône')],
  );

  it('gives one code three perimeters when its commune merged twice', () => {
    expect(valserhone.perimeters.filter(({ code }) => code === '01033')).toEqual([
      { code: '01033', name: 'Valserhône', validFrom: '2019-01-01', validTo: null },
      { code: '01033', name: 'Bellegarde-sur-Valserine', validFrom: '1971-01-01', validTo: '2019-01-01' },
      { code: '01033', name: 'Bellegarde-sur-Valserine', validFrom: '1943-01-01', validTo: '1971-01-01' },
    ]);
  });

  it('says what composed a commune nouvelle the day before, and long before', () => {
    expect(sharesAt(valserhone, '01033', '2026-01-01', '2018-01-01')).toEqual({ '01033': 1, '01091': 1, '01205': 1 });
    expect(sharesAt(valserhone, '01033', '2026-01-01', '1965-01-01')).toEqual({
      '01018': 1,
      '01033': 1,
      '01091': 1,
      '01205': 1,
    });
  });

  it('leads a former commune to the one that holds it now, through chained mergers', () => {
    expect(sharesAt(valserhone, '01018', '1965-01-01', '1980-01-01')).toEqual({ '01033': 1 });
    expect(sharesAt(valserhone, '01018', '1965-01-01', '2026-01-01')).toEqual({ '01033': 1 });
  });

  const neussargues = (populations: Record<string, number | null>) =>
    boundaryHistory(
      ['15031', '15035', '15141'].map((code) => move(21, '2025-01-01', '15141', code, 'Neussargues en Pinatelle')),
      ['15031', '15035', '15141'].map((code) => commune(code, populations[code] ?? null)),
    );

  it('shares a re-established commune by the population of the new ones', () => {
    const history = neussargues({ '15031': 200, '15035': 300, '15141': 500 });
    expect(sharesAt(history, '15141', '2020-01-01', '2026-01-01')).toEqual({
      '15031': 0.2,
      '15035': 0.3,
      '15141': 0.5,
    });
    expect(history.changes.map(({ kind }) => kind)).toEqual(['split', 'split', 'split']);
  });

  it('shares it equally when a population is unknown', () => {
    const shares = sharesAt(neussargues({ '15031': 200, '15035': 300 }), '15141', '2020-01-01', '2026-01-01');
    expect(shares).toEqual({ '15031': 1 / 3, '15035': 1 / 3, '15141': 1 / 3 });
  });

  it('joins a change of département and the merger of the same day', () => {
    const history = boundaryHistory(
      [
        move(41, '2018-01-01', '14513', '50649', 'Pont-Farcy'),
        move(32, '2018-01-01', '50649', '50592', 'Pont-Farcy'),
        move(32, '2018-01-01', '50592', '50592', 'Tessy-Bocage'),
      ],
      [commune('50592', 2000, 'Tessy-Bocage')],
    );
    expect(history.perimeters.map(({ code }) => code).sort()).toEqual(['14513', '50592', '50592']);
    expect(sharesAt(history, '14513', '2017-06-01', '2018-01-01')).toEqual({ '50592': 1 });
    expect(history.changes.find(({ from }) => from.code === '14513')?.kind).toBe('merger');
  });

  it('follows a code that comes and goes with its chef-lieu', () => {
    const history = boundaryHistory(
      [move(50, '2023-01-01', '27058', '27676'), move(50, '2021-01-01', '27676', '27058')],
      [commune('27676')],
    );
    expect(history.perimeters).toHaveLength(3);
    expect(sharesAt(history, '27676', '2015-01-01', '2022-01-01')).toEqual({ '27058': 1 });
    expect(sharesAt(history, '27676', '2015-01-01', '2026-01-01')).toEqual({ '27676': 1 });
  });

  it.each([
    ['a renaming', [move(10, '2000-01-01', '01001', '01001')]],
    ['a commune associée that disappears', [move(34, '2000-01-01', '01001', '01001')]],
    ['a merger that names only itself', [move(31, '2000-01-01', '01001', '01001')]],
  ])('makes no new perimeter of %s', (_, movements) => {
    expect(boundaryHistory(movements, [commune('01001')]).perimeters).toHaveLength(1);
  });

  it('sets aside a movement towards a commune that the current list does not know', () => {
    const history = boundaryHistory([move(31, '2000-01-01', '01002', '01009')], [commune('01001')]);
    expect(history.contradictions).toHaveLength(1);
    expect(history.perimeters).toHaveLength(1);
  });
});

/** What may happen to communes in a year: two merge under either code, one splits, one changes its code. */
const years = fc.array(fc.record({ kind: fc.constantFrom(32, 21, 41), first: fc.nat(20), second: fc.nat(20) }), {
  maxLength: 25,
});

function simulate(events: readonly { kind: number; first: number; second: number }[]) {
  let next = 10;
  const live = Array.from({ length: 8 }, (_, index) => `c${index}`);
  const movements: CommuneMovement[] = [];
  events.forEach(({ kind, first, second }, index) => {
    const date = vintageDate(1950 + index);
    const [one] = live.splice(first % live.length, 1);
    if (one === undefined) return;
    if (kind === 32 && live.length > 0) {
      const other = live[second % live.length];
      if (other !== undefined) movements.push(move(32, date, one, other), move(32, date, other, other));
    } else if (kind === 21) {
      const created = `c${next++}`;
      movements.push(move(21, date, one, one), move(21, date, one, created));
      live.push(one, created);
    } else {
      const created = `c${next++}`;
      movements.push(move(41, date, one, created));
      live.push(created);
    }
  });
  return { movements, current: live.map((code, index) => commune(code, 100 + 37 * index)) };
}

describe('any history', () => {
  it('knows each code at most once on any date, and leads every old perimeter whole to the present', () => {
    fc.assert(
      fc.property(years, (events) => {
        const { movements, current } = simulate(events);
        const history = boundaryHistory(movements, current);
        expect(history.contradictions).toEqual([]);
        const converter = boundaryConverter(history);
        for (let year = 1949; year < 1980; year++) {
          const valid = history.perimeters.filter((perimeter) => isValidAt(perimeter, vintageDate(year)));
          expect(new Set(valid.map(({ code }) => code)).size).toBe(valid.length);
          // Counts of one year, brought to the present: nothing is lost, nothing counted twice.
          let total = 0;
          for (const perimeter of valid) {
            const parts = converter.convertTo(perimeter, '2026-01-01');
            expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
            for (const part of parts) expect(part.perimeter.validTo).toBeNull();
            total += parts.reduce((sum, part) => sum + part.share, 0);
          }
          expect(total).toBeCloseTo(valid.length, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a commune nouvelle the sum of its parts, whatever the vintage asked for', () => {
    fc.assert(
      fc.property(years, (events) => {
        const mergers = events.map((event) => ({ ...event, kind: event.kind === 21 ? 32 : event.kind }));
        const { movements, current } = simulate(mergers);
        const history = boundaryHistory(movements, current);
        const converter = boundaryConverter(history);
        const original = history.perimeters.filter((perimeter) => isValidAt(perimeter, vintageDate(1949)));
        const value = new Map(original.map(({ code }, index) => [code, 3 ** index]));
        /** A perimeter's count for 1949: the sum of what composed it then. */
        const countOf = (perimeter: (typeof original)[number]): number =>
          converter
            .convertTo(perimeter, vintageDate(1949))
            .reduce((sum, part) => sum + part.share * (value.get(part.perimeter.code) ?? Number.NaN), 0);
        for (const perimeter of history.perimeters.filter(({ validTo }) => validTo === null)) {
          const now = countOf(perimeter);
          for (let year = 1950; year < 1980; year += 3) {
            const parts = converter.convertTo(perimeter, vintageDate(year));
            expect(parts.reduce((sum, part) => sum + part.share * countOf(part.perimeter), 0)).toBeCloseTo(now, 6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
