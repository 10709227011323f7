import { constantField } from './constant-field';

const ratio = { form: 'ratio', scale: 100, coverageThreshold: 0.8 } as const;
const part = (code: string, numerator: number | null, denominator: number | null, weight = 1) => ({
  part: code,
  numerator,
  denominator,
  weight,
});

describe('a comparison at constant field', () => {
  it('keeps the parts present in both periods: a newcomer is no evolution', () => {
    const result = constantField(
      { ...ratio, coverageThreshold: 0.5 },
      [part('01', 10, 100), part('02', 20, 100)],
      [part('01', 10, 100), part('02', 20, 100), part('03', 90, 100)],
    );
    expect(result).toEqual({ before: { value: 15 }, after: { value: 15 }, keptParts: ['01', '02'], partCount: 3 });
  });

  it('leaves out a part that has no value on one side', () => {
    const result = constantField(
      { ...ratio, coverageThreshold: 0.5 },
      [part('01', 10, 100, 9), part('02', null, null)],
      [part('01', 12, 100, 9), part('02', 20, 100)],
    );
    expect(result.after).toEqual({ value: 12 });
    expect(result.keptParts).toEqual(['01']);
  });

  it('is withheld when the common parts weigh too little', () => {
    const result = constantField(ratio, [part('01', 10, 100, 1)], [part('01', 10, 100, 1), part('02', 1, 10, 9)]);
    expect(result.after).toEqual({ absence: 'insufficient-coverage' });
    expect(result.before).toEqual({ absence: 'insufficient-coverage' });
  });

  it('adds up counts that have no denominator', () => {
    const sum = { form: 'sum', scale: 1, coverageThreshold: 0.8 } as const;
    const result = constantField(
      sum,
      [part('01', 4, null), part('02', 6, null)],
      [part('01', 5, null), part('02', 7, null)],
    );
    expect([result.before, result.after]).toEqual([{ value: 10 }, { value: 12 }]);
  });
});
