import { deviationsOf } from './deviations';
import type { ProjectOutcome, TreatedTerritory } from './project';

const outcome = (indicator: string, isMain: boolean): ProjectOutcome => ({
  indicator,
  isMain,
  baseline: null,
  target: null,
  milestones: [],
});
const place = (code: string, startDate: string): TreatedTerritory => ({ level: 'commune', code, startDate });
const asFixed = {
  territories: [place('1', '2026-03-01'), place('2', '2026-03-01')],
  endDate: null,
  anticipationPeriods: 0,
};
const fixed = { mainOutcome: 'A', asFixed };
const kept = { ...asFixed, outcomes: [outcome('B', false), outcome('A', true)] };

describe('deviations from what was fixed beforehand', () => {
  it('are none while nothing changed, whatever else the project follows', () => {
    expect(deviationsOf(fixed, kept)).toEqual([]);
    expect(deviationsOf(fixed, { ...kept, territories: [...kept.territories].reverse() })).toEqual([]);
  });

  it.each([
    ['another main outcome', { outcomes: [outcome('B', true)] }, { kind: 'main-outcome', fixed: 'A', current: 'B' }],
    ['no main outcome', { outcomes: [] }, { kind: 'main-outcome', fixed: 'A', current: null }],
    [
      'other places',
      { territories: [place('1', '2026-03-01'), place('3', '2026-03-01')] },
      { kind: 'territories', added: [{ level: 'commune', code: '3' }], removed: [{ level: 'commune', code: '2' }] },
    ],
    [
      'a later start',
      { territories: [place('1', '2026-03-01'), place('2', '2027-01-01')] },
      {
        kind: 'start-dates',
        changes: [{ level: 'commune', code: '2', fixed: '2026-03-01', current: '2027-01-01' }],
      },
    ],
    ['an end', { endDate: '2028-12-31' }, { kind: 'end-date', fixed: null, current: '2028-12-31' }],
    ['an anticipation', { anticipationPeriods: 1 }, { kind: 'anticipation', fixed: 0, current: 1 }],
  ])('tell %s', (_, change, deviation) => {
    expect(deviationsOf(fixed, { ...kept, ...change })).toEqual([deviation]);
  });
});
