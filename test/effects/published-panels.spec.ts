import {
  baconDecomposition,
  calendarAggregate,
  callawaySantAnna,
  differenceInDifferences,
  dynamicAggregate,
  eventStudy,
  groupAggregate,
  groupTimeEffects,
  groupTimePretest,
  interruptedTimeSeries,
  simpleAggregate,
  twoWayFixedEffects,
} from '@sillage/indicators';
import { durbinWatson } from '../../libs/indicators/src/effect/autocorrelation';
import { clusterCovariance } from '../../libs/indicators/src/effect/influence-covariance';
import { neweyWest } from '../../libs/indicators/src/effect/newey-west';
import { ordinaryLeastSquares } from '../../libs/indicators/src/effect/ordinary-least-squares';
import { clusterRobust, panelNeweyWest } from '../../libs/indicators/src/effect/panel-covariance';
import { poissonRegression } from '../../libs/indicators/src/effect/poisson-regression';
import { diagonalRoots } from '../../libs/indicators/src/effect/sandwich';
import { segmentedDesign } from '../../libs/indicators/src/effect/segmented-design';
import { describeWithSharedData } from '../support/shared';
import { numbers, panelFromRows, type Row, readExpected, readRows } from './csv-table';

type Pair = [estimate: number, standardError: number];

const ones = (count: number): Float64Array => new Float64Array(count).fill(1);

function expectPair(seen: { estimate: number; standardError: number }, [estimate, standardError]: Pair, digits = 6) {
  expect(seen.estimate).toBeCloseTo(estimate, digits);
  expect(seen.standardError).toBeCloseTo(standardError, digits);
}

describeWithSharedData('base_did, as fixest prints it', () => {
  const rows = readRows('effects/09-base-did/base_did.csv');
  const expected = readExpected<{
    published: { x1: Pair; event: Record<string, Pair>; newey_west_panel_L1: string; cluster_y_x1: string };
    recomputed: { TWFE_post_x_treat: Pair; x1: Pair };
  }>('09-base-did');
  const x1 = numbers(rows, 'x1');
  const y = numbers(rows, 'y');
  const panel = panelFromRows(rows, { unit: 'id', period: 'period', outcome: 'y' }, (row) =>
    row['treat'] === '1' ? 6 : null,
  );
  const shape = { unitCount: 108, periodCount: 10, outcome: y };

  it('finds the effect and its clustered error', () => {
    const treatment = Float64Array.from(rows, (row) => Number(row['post']) * Number(row['treat']));
    const fit = twoWayFixedEffects({ ...shape, regressors: [treatment, x1] })!;
    const at = (index: number) => ({ estimate: fit.coefficients[index]!, standardError: fit.standardErrors[index]! });
    expectPair(at(0), expected.recomputed.TWFE_post_x_treat);
    expectPair(at(1), expected.recomputed.x1);
    const result = differenceInDifferences({ ...panel, covariates: { x1 } });
    expect(result).toMatchObject({ status: 'ok', inference: 'cluster-robust', treatedCount: 55, donorCount: 53 });
    if (result.status === 'ok')
      expectPair({ ...result, standardError: result.standardError! }, expected.recomputed.TWFE_post_x_treat);
  });

  it('finds the effect of each period', () => {
    const study = eventStudy({
      ...shape,
      isTreated: panel.treatedFrom.map((from) => from !== null),
      start: 5,
      covariates: [x1],
    })!;
    expect(study.coefficients).toHaveLength(9);
    for (const { period, value, standardError } of study.coefficients)
      expectPair({ estimate: value, standardError }, expected.published.event[String(period + 1)]!);
    const [covariate] = study.covariates;
    expectPair({ estimate: covariate!.value, standardError: covariate!.standardError }, expected.published.x1, 5);
    expect(study.bandCritical).toBeGreaterThan(2.4);
    expect(study.bandCritical).toBeLessThan(2.9);
  });

  it('finds the errors of a plain regression, clustered and autocorrelated', () => {
    const columns = [ones(y.length), x1];
    const fit = ordinaryLeastSquares(columns, y)!;
    // "y~x1: 1.988753 (0.174111), 0.983110 (0.052699)"
    const printed = (line: string) =>
      [...line.matchAll(/(\d+\.\d+) \((\d+\.\d+)\)/g)].map((match) => match.slice(1).map(Number));
    const lines: [string, Float64Array][] = [
      [expected.published.newey_west_panel_L1, panelNeweyWest(columns, fit, { lag: 1, periodCount: 10 })],
      [expected.published.cluster_y_x1, clusterRobust(columns, fit, { rowsPerCluster: 10 })],
    ];
    for (const [line, covariance] of lines) {
      const errors = diagonalRoots(covariance);
      printed(line).forEach(([estimate, standardError], index) => {
        expectPair({ estimate: fit.coefficients[index]!, standardError: errors[index]! }, [estimate!, standardError!]);
      });
    }
  });
});

describeWithSharedData('math_reform, as bacondecomp prints it', () => {
  const rows = readRows('effects/13-math-reform/math_reform.csv');
  const expected = readExpected<{ recomputed: { summary: Record<string, Pair>; TWFE: number } }>('13-math-reform');
  const panel = panelFromRows(rows, { unit: 'state', period: 'class', outcome: 'incearn_ln' }, (_, own) => {
    const reformed = own.filter((row) => row['reform_math'] === '1').map((row) => Number(row['class']));
    return reformed.length > 0 ? Math.min(...reformed) : null;
  });

  it('decomposes two-way fixed effects', () => {
    const { summary, total } = baconDecomposition(panel);
    const names = {
      earlier_vs_later: 'earlier-versus-later',
      later_vs_earlier: 'later-versus-earlier',
      treated_vs_untreated: 'treated-versus-untreated',
    } as const;
    for (const [published, name] of Object.entries(names)) {
      const [weight, estimate] = expected.recomputed.summary[published]!;
      expect(summary[name].weight).toBeCloseTo(weight, 5);
      expect(summary[name].estimate).toBeCloseTo(estimate, 5);
    }
    expect(total).toBeCloseTo(expected.recomputed.TWFE, 8);
    const result = differenceInDifferences(panel);
    expect(result).toMatchObject({ status: 'ok', estimate: expect.closeTo(expected.recomputed.TWFE, 8) });
  });
});

describeWithSharedData('mpdta, as did prints it', () => {
  type Analytic = Record<'simple' | 'dynamic_overall' | 'group_overall', Pair> &
    Record<'dynamic' | 'group', Record<string, Pair>> & { att_gt: [number, number, number, number][] };
  const rows = readRows('effects/07-mpdta/mpdta.csv');
  const expected = readExpected<{
    published: { balance_e1: Record<string, number>; wald_pretest_p: number };
    analytic: { wald: [number, number, number]; never: Analytic; notyet: Analytic };
  }>('07-mpdta');
  const panel = panelFromRows(
    rows,
    { unit: 'countyreal', period: 'year', outcome: 'lemp' },
    (row: Row) => Number(row['first.treat']) || null,
  );

  it.each([
    ['never-treated', 'never'],
    ['not-yet-treated', 'notyet'],
  ] as const)('finds every group-time effect and aggregate against units %s', (control, name) => {
    const published = expected.analytic[name];
    const effects = groupTimeEffects(panel, { control });
    const error = (influence: Float64Array) => Math.sqrt(clusterCovariance(effects, [influence])[0]!);
    expect(effects.cells.map((cell) => [2003 + cell.cohort, 2003 + cell.period])).toEqual(
      published.att_gt.map(([cohort, period]) => [cohort, period]),
    );
    effects.cells.forEach(({ estimate, influence }, index) => {
      expectPair({ estimate, standardError: error(influence) }, published.att_gt[index]!.slice(2) as Pair, 8);
    });
    expectPair(simpleAggregate(effects), published.simple, 8);
    const dynamic = dynamicAggregate(effects, 5);
    expectPair(dynamic.overall, published.dynamic_overall, 8);
    expect(dynamic.parts).toHaveLength(7);
    for (const part of dynamic.parts) expectPair(part, published.dynamic[String(part.at)]!, 8);
    const group = groupAggregate(effects);
    expectPair(group.overall, published.group_overall, 8);
    for (const part of group.parts) expectPair(part, published.group[String(2003 + part.at)]!, 8);
    const result = callawaySantAnna(panel, { control });
    if (result.status !== 'ok') throw new Error(result.code);
    expectPair({ ...result, standardError: result.standardError! }, published.simple, 8);
  });

  it('finds the test before the start, the balanced aggregate and the calendar', () => {
    const effects = groupTimeEffects(panel, { control: 'never-treated' });
    const pretest = groupTimePretest(effects)!;
    expect([pretest.statistic, pretest.coefficients]).toEqual([expect.closeTo(expected.analytic.wald[0], 6), 5]);
    expect(pretest.p).toBeCloseTo(expected.analytic.wald[2], 8);
    expect(pretest.p).toBeCloseTo(expected.published.wald_pretest_p, 5);
    const { overall, ...byTime } = expected.published.balance_e1;
    const balanced = dynamicAggregate(effects, 5, 1);
    expect(balanced.overall.estimate).toBeCloseTo(overall!, 4);
    expect(Object.fromEntries(balanced.parts.map(({ at, estimate }) => [at, Number(estimate.toFixed(4))]))).toEqual(
      byTime,
    );
    // 2004 has one cohort only: the calendar and the cell are the same thing
    expect(calendarAggregate(effects).parts[0]!.estimate).toBeCloseTo(effects.cells[0]!.estimate, 12);
  });
});

describeWithSharedData('the Sicilian smoking ban, as its authors computed it', () => {
  type Ratio = { RR: number; lo: number; hi: number; dispersion?: number };
  const rows = readRows('effects/14-sicily-its/sicily.csv');
  const { reference_run: expected } = readExpected<{
    reference_run: {
      poisson_step: Ratio & { coef: number; se: number };
      quasi_poisson: Ratio & { dispersion: number };
      quasi_poisson_harmonic2: Ratio;
      step_plus_slope: { smokban_at_36: Pair; slope: Pair };
      ols_rate_segmented: {
        coef: { int: number; time: number; level: number; slope: number };
        se_ols: number[];
        newey_west_no_adjust: Record<string, number[]>;
        DW: number;
      };
    };
  }>('14-sicily-its');
  const counts = numbers(rows, 'aces');
  const population = numbers(rows, 'stdpop');
  const start = rows.findIndex((row) => Number(row['smokban']) === 1);
  const panel = {
    units: ['Sicily'],
    periods: Array.from(numbers(rows, 'time')),
    outcomes: counts,
    treatedFrom: [start],
    covariates: { population },
  };
  const regression = (options: { slope: boolean; harmonics?: number }) =>
    poissonRegression(segmentedDesign(counts.length, start, options).columns, counts, population.map(Math.log))!;

  it('finds the step of counts with Poisson errors', () => {
    const { coefficients, covariance, dispersion } = regression({ slope: false });
    const error = diagonalRoots(covariance)[2]!;
    expect(coefficients[2]).toBeCloseTo(expected.poisson_step.coef, 6);
    expect(error).toBeCloseTo(expected.poisson_step.se, 6);
    expect(dispersion).toBeCloseTo(expected.quasi_poisson.dispersion, 4);
    expect(Math.exp(coefficients[2]! - 1.959964 * error)).toBeCloseTo(expected.poisson_step.lo, 5);
    expect(Math.exp(coefficients[2]! + 1.959964 * error)).toBeCloseTo(expected.poisson_step.hi, 5);
  });

  it.each([
    ['quasi_poisson', 0],
    ['quasi_poisson_harmonic2', 2],
  ] as const)('finds the ratio and its interval: %s', (name, harmonics) => {
    const result = interruptedTimeSeries(panel, { family: 'poisson', offset: 'population', slope: false, harmonics });
    const { RR, lo, hi } = expected[name];
    expect(result).toMatchObject({
      status: 'ok',
      inference: 'quasi-poisson',
      ratio: { value: expect.closeTo(RR, 5), interval: { low: expect.closeTo(lo, 5), high: expect.closeTo(hi, 5) } },
    });
    expect(regression({ slope: false, harmonics }).dispersion).toBeCloseTo(expected[name].dispersion!, 4);
  });

  it('finds the step and the slope together', () => {
    const { coefficients, covariance, dispersion } = regression({ slope: true, harmonics: 2 });
    const errors = diagonalRoots(covariance).map((error) => error * Math.sqrt(dispersion));
    const at = (index: number) => ({ estimate: coefficients[index]!, standardError: errors[index]! });
    expectPair(at(6), expected.step_plus_slope.smokban_at_36);
    expectPair(at(7), expected.step_plus_slope.slope);
  });

  it('finds the segmented regression of the rate with Newey-West errors', () => {
    const rate = counts.map((count, row) => (count / population[row]!) * 1e5);
    const { columns } = segmentedDesign(rate.length, start);
    const fit = ordinaryLeastSquares(columns, rate)!;
    const { coef, se_ols, newey_west_no_adjust, DW } = expected.ols_rate_segmented;
    expect(Array.from(fit.coefficients)).toEqual(
      [coef.int, coef.time, coef.level, coef.slope].map((value) => expect.closeTo(value, 6)),
    );
    const squares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0) / (rate.length - 4);
    expect(Array.from(diagonalRoots(fit.bread.map((value) => value * squares)))).toEqual(
      se_ols.map((value) => expect.closeTo(value, 6)),
    );
    for (const lag of [1, 3, 4])
      expect(Array.from(diagonalRoots(neweyWest(columns, fit, { lag })))).toEqual(
        newey_west_no_adjust[`L${lag}`]!.map((value) => expect.closeTo(value, 5)),
      );
    expect(durbinWatson(fit.residuals)).toBeCloseTo(DW, 5);
  });
});

describeWithSharedData('investment, as sandwich prints it', () => {
  it('finds Newey-West errors of four lags', () => {
    const rows = readRows('effects/15-newey-investment/investment_greene.csv').filter((row) => row['RealInt'] !== 'NA');
    const { reference_run: expected } = readExpected<{ reference_run: { coef: number[]; se: number[] } }>(
      '15-newey-investment',
    );
    const columns = [ones(rows.length), numbers(rows, 'RealGNP'), numbers(rows, 'RealInt')];
    const fit = ordinaryLeastSquares(columns, numbers(rows, 'RealInv'))!;
    expect(Array.from(fit.coefficients)).toEqual(expected.coef.map((value) => expect.closeTo(value, 8)));
    expect(Array.from(diagonalRoots(neweyWest(columns, fit, { lag: 4 })))).toEqual(
      expected.se.map((value) => expect.closeTo(value, 8)),
    );
  });
});
