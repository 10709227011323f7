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
});
