import { type DatedValue, measured } from '@sillage/indicators';
import { anIndicator } from '../../../../test/support/builders';
import { targetsOf } from './compose-project-values';

const at = (value: number, date: string): DatedValue => ({ value, date, status: 'declared', source: null });

describe('the baseline, milestones and target of a project', () => {
  const toldOf = (territorialRule: 'sum' | 'distinct-count' | 'ratio-of-sums') => {
    const indicator = { ...anIndicator({ unit: 'persons', decimals: 0, territorialRule }), id: 1, version: 1 };
    const baseline = at(7, '2020-01-01');
    const outcome = {
      indicator: 'A',
      isMain: true,
      baseline,
      target: at(31, '2025-01-01'),
      milestones: [at(9, '2022-01-01')],
    };
    const known = { current: measured(23), period: '2023', progress: measured(50), milestones: [measured(60)] };
    const [row] = targetsOf({ progress: [{ outcome, indicator, ...known }] }, 'fr');
    return [row!.baseline, ...row!.milestones, row!.target].map(({ value }) => value);
  };

  it.each(['sum', 'distinct-count'] as const)('are withheld where they count a few people (%s)', (rule) => {
    const [baseline, milestone, target] = toldOf(rule);
    for (const secret of [baseline, milestone]) expect(secret).toContain('secret statistique');
    expect([baseline, milestone].join()).not.toMatch(/^[79]|,[79]/);
    expect(target).toContain('31');
  });

  it('are told where they are rates', () => {
    expect(toldOf('ratio-of-sums').join()).not.toContain('secret');
  });
});
