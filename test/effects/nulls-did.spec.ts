import {
  callawaySantAnna,
  differenceInDifferences,
  eventStudy,
  groupTimeEffects,
  groupTimePretest,
  type InterruptedOptions,
  type Interval,
  interruptedTimeSeries,
} from '@sillage/indicators';
import { differenceInference } from '../../libs/indicators/src/effect/difference-inference';
import { type Draws, seededDraws } from '../../libs/indicators/src/effect/draws';
import { autoregressive, poisson, type Simulation, simulatePanel, startsOf } from './simulated-panel';

const runs = 250;
/** What a true 5 % stays under in 99 % of cases. */
const mostRejections = (of = runs): number => 0.05 + 2.33 * Math.sqrt((0.05 * 0.95) / of);
/** Asked of the share seen, with no allowance for chance: 1.5 standard deviations of 250 draws under what is promised. */
const leastCoverage = 0.93;

const holds = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;

/** Share of runs in which each named thing happened. */
function rates<Name extends string>(count: number, run: () => Readonly<Record<Name, boolean>>): Record<Name, number> {
  const sums: Partial<Record<Name, number>> = {};
  for (let index = 0; index < count; index++)
    for (const [name, happened] of Object.entries<boolean>(run()))
      sums[name as Name] = (sums[name as Name] ?? 0) + Number(happened) / count;
  return sums as Record<Name, number>;
}

describe('difference in differences where nothing happened', () => {
  const start = 5;
  const design = (treated: number, others: number): Pick<Simulation, 'starts' | 'periodCount'> => ({
    starts: startsOf([treated, start], [others, null]),
    periodCount: 8,
  });

  it.each([
    ['autoregressive', 1, 30],
    ['counts', 3, 25],
    ['autoregressive', 10, 40],
    ['counts', 15, 30],
    ['autoregressive', 60, 60],
  ] as const)('%s, %i treated among %i others: 5 %% at most are called effects', (kind, treated, others) => {
    const draws = seededDraws(101 + treated);
    const seen = rates(runs, () => {
      const panel = simulatePanel(draws, { ...design(treated, others), kind });
      const result = differenceInDifferences(panel);
      // the test of trends refuses under 10 %: where it did not, p is larger than 5 %
      const inference = result.status === 'ok' ? result : differenceInference(panel, [], 1);
      if (typeof inference === 'string') throw new Error(inference);
      const isRejected = inference.p! <= 0.05;
      return {
        rejected: isRejected,
        covered: holds(inference.interval!, 0),
        likely: !holds(inference.interval80!, 0),
        told: result.status === 'ok',
        claimed: result.status === 'ok' && isRejected,
        diverged: result.status === 'refused' && Number(result.facts['p']) <= 0.05,
      };
    });
    expect(seen.rejected).toBeLessThanOrEqual(mostRejections());
    expect(seen.claimed / seen.told).toBeLessThanOrEqual(mostRejections(seen.told * runs));
    expect(seen.diverged).toBeLessThanOrEqual(mostRejections());
    expect(seen.diverged).toBeGreaterThan(0.01);
    expect(seen.covered).toBeGreaterThanOrEqual(leastCoverage);
    expect(seen.likely).toBeLessThanOrEqual(0.2 + 2.33 * Math.sqrt((0.2 * 0.8) / runs));
    // a test that never rejects would pass all the above
    expect(seen.likely).toBeGreaterThan(0.08);
  });

  it.each([
    [1, 5],
    [15, 1.5],
  ] as const)('finds an effect that is there, with %i treated', (treated, effect) => {
    const draws = seededDraws(9);
    const estimates: number[] = [];
    const seen = rates(runs, () => {
      const panel = simulatePanel(draws, { ...design(treated, 40), kind: 'autoregressive', effect });
      const inference = differenceInference(panel, [], 1);
      if (typeof inference === 'string') throw new Error(inference);
      estimates.push(inference.estimate);
      return { found: inference.p! <= 0.05, covered: holds(inference.interval!, effect) };
    });
    expect(mean(estimates)).toBeGreaterThan(effect * 0.9);
    expect(mean(estimates)).toBeLessThan(effect * 1.1);
    expect(seen.found).toBeGreaterThan(0.9);
    expect(seen.covered).toBeGreaterThanOrEqual(leastCoverage);
  });
});

describe('an event study where nothing happened', () => {
  it.each([
    ['counts', 10, 40],
    ['autoregressive', 30, 30],
  ] as const)('%s, %i treated among %i others: 5 %% at most are said to diverge before', (kind, treated, others) => {
    const draws = seededDraws(3);
    const starts = startsOf([treated, 5], [others, null]);
    const seen = rates(runs, () => {
      const { outcomes } = simulatePanel(draws, { starts, periodCount: 8, kind });
      const table = { unitCount: starts.length, periodCount: 8, outcome: outcomes };
      const study = eventStudy({ ...table, isTreated: starts.map((from) => from !== null), start: 5 })!;
      return {
        diverged: study.pretest!.p <= 0.05,
        enveloped: study.coefficients.every(
          ({ value, standardError }) => Math.abs(value) <= study.bandCritical * standardError,
        ),
      };
    });
    expect(seen.diverged).toBeLessThanOrEqual(mostRejections());
    expect(seen.diverged).toBeGreaterThan(0);
    expect(seen.enveloped).toBeGreaterThanOrEqual(leastCoverage);
  });
});

describe("Callaway and Sant'Anna where nothing happened", () => {
  const three = startsOf([8, 5], [12, 7], [20, 9], [50, null]);

  it.each([
    ['autoregressive', 'simple', three],
    ['counts', 'dynamic', three],
    ['counts', 'group', startsOf([5, 5], [5, 9], [40, null])],
    ['autoregressive', 'dynamic', startsOf([7, 5], [7, 9], [40, null])],
  ] as const)('%s, %s mean: 5 %% at most are called effects', (kind, aggregation, starts) => {
    const draws = seededDraws(31);
    const seen = rates(runs, () => {
      const panel = simulatePanel(draws, { starts, periodCount: 12, kind });
      const result = callawaySantAnna(panel, { aggregation });
      if (result.status === 'refused') throw new Error(result.code);
      const before = groupTimePretest(groupTimeEffects({ ...panel, treatedFrom: panel.treatedFrom.map(onlyLargest) }));
      return {
        rejected: result.p! <= 0.05,
        covered: holds(result.interval!, 0),
        enveloped: result.path.every(({ gap }) => holds(gap!, 0)),
        diverged: (before?.smallSampleP ?? 1) <= 0.05,
      };
    });
    expect(seen.rejected).toBeLessThanOrEqual(mostRejections());
    expect(seen.diverged).toBeLessThanOrEqual(mostRejections());
    expect(seen.covered).toBeGreaterThanOrEqual(leastCoverage);
    expect(seen.enveloped).toBeGreaterThanOrEqual(leastCoverage);
  });

  it('finds an effect that is there', () => {
    const draws = seededDraws(32);
    const starts = startsOf([8, 5], [12, 7], [50, null]);
    const seen = rates(40, () => {
      const panel = simulatePanel(draws, { starts, periodCount: 12, kind: 'autoregressive', effect: 1.5 });
      const result = callawaySantAnna(panel);
      if (result.status === 'refused') throw new Error(result.code);
      return { found: result.p! <= 0.05, covered: holds(result.interval!, 1.5) };
    });
    expect(seen.found).toBeGreaterThan(0.9);
    expect(seen.covered).toBeGreaterThanOrEqual(leastCoverage);
  });

  /** One cohort, so that the test before the start has units enough for its eight cells. */
  const onlyLargest = (from: number | null): number | null => (from === 9 ? from : null);
});

describe('one series where nothing happened', () => {
  /** Refusals count for nothing: what is told must be true. */
  function expectHonest(
    count: number,
    start: number,
    options: InterruptedOptions,
    series: (draws: Draws) => Float64Array,
  ) {
    const draws = seededDraws(count);
    const periods = Array.from({ length: count }, (_, period) => period);
    const seen = rates(runs, () => {
      const panel = { units: ['alone'], periods, outcomes: series(draws), treatedFrom: [start] };
      const result = interruptedTimeSeries(panel, options);
      if (result.status === 'refused') return { told: false, rejected: false, covered: false };
      return { told: true, rejected: result.p! <= 0.05, covered: holds(result.interval!, 0) };
    });
    expect(seen.told * runs).toBeGreaterThan(30);
    expect(seen.rejected / seen.told).toBeLessThanOrEqual(mostRejections(seen.told * runs));
    expect(seen.covered / seen.told).toBeGreaterThanOrEqual(leastCoverage);
  }

  it.each([
    [11, 8, true, 0.5],
    [15, 10, false, 0.7],
    [20, 14, true, 0.5],
    [24, 16, true, 0.7],
    [40, 27, false, 0.5],
    [60, 40, false, 0],
    [60, 30, true, 0.7],
  ])(
    '%i points of which %i before: autoregressive errors are not called an effect',
    (count, start, slope, correlation) => {
      expectHonest(count, start, { slope }, (draws) => autoregressive(draws, count, correlation));
    },
  );

  it.each([
    [11, 8, 30],
    [20, 14, 10],
    [60, 40, 100],
  ])('%i counts of which %i before, mean %i: chance is not called an effect', (count, start, level) => {
    expectHonest(count, start, { family: 'poisson', slope: false }, (draws) =>
      Float64Array.from({ length: count }, () => poisson(draws, level)),
    );
  });

  it.each([
    [11, 8, 30],
    [24, 16, 20],
    [40, 27, 50],
    [60, 40, 8],
  ])('%i counts of which %i before, mean %i at first, growing: no change of slope is called', (count, start, level) => {
    expectHonest(count, start, { family: 'poisson', slope: true }, (draws) =>
      Float64Array.from({ length: count }, (_, period) => poisson(draws, level * Math.exp(0.01 * period))),
    );
  });

  it('finds a fall that is there, in a mean and in counts', () => {
    const draws = seededDraws(11);
    const hasStarted = (period: number): boolean => period >= 20;
    const series = (outcome: (period: number) => number) => {
      const outcomes = Float64Array.from({ length: 30 }, (_, period) => outcome(period));
      const periods = Array.from({ length: 30 }, (_, period) => period);
      return { units: ['alone'], periods, outcomes, treatedFrom: [20] };
    };
    const errors = autoregressive(draws, 30, 0.3);
    const level = interruptedTimeSeries(series((period) => 50 + errors[period]! - (hasStarted(period) ? 9 : 0)));
    const counted = interruptedTimeSeries(
      series((period) => poisson(draws, hasStarted(period) ? 60 : 100)),
      { family: 'poisson', slope: false },
    );
    expect(level).toMatchObject({ status: 'ok', inference: 'newey-west' });
    expect(counted).toMatchObject({ status: 'ok', inference: 'quasi-poisson' });
    if (level.status === 'refused' || counted.status === 'refused') return;
    expect(holds(level.interval!, -9)).toBe(true);
    expect(level.p).toBeLessThan(0.05);
    expect(holds(counted.interval!, -40)).toBe(true);
    expect(holds(counted.ratio!.interval, 0.6)).toBe(true);
    expect(counted.p).toBeLessThan(0.01);
  });
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
