import {
  fitSyntheticControl,
  fitWithPredictors,
  type Panel,
  type Predictor,
  syntheticControl,
  syntheticControlWithPredictors,
} from '@sillage/indicators';
import { describeWithSharedData } from '../support/shared';
import { covariatesOf, panelFromRows, type Row, readExpected, readRows } from './csv-table';

type Weights = Readonly<Record<string, number>>;

const years = (first: number, last: number, step = 1): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);

/** The panel of a file, with the covariates that a unit may lack in some years. */
function panelWithCovariates(
  rows: readonly Row[],
  columns: { unit: string; period: string; outcome: string },
  treated: { unit: string; from: number },
  covariates: readonly string[],
): Panel {
  const panel = panelFromRows(rows, columns, (row) => (row[columns.unit] === treated.unit ? treated.from : null));
  return { ...panel, covariates: covariatesOf(panel, rows, columns, covariates) };
}

function weightsByName(panel: Panel, weights: Float64Array): Map<string, number> {
  const donors = panel.units.filter((_, unit) => panel.treatedFrom[unit] === null);
  return new Map(donors.map((unit, index) => [unit, weights[index]!]));
}

function expectWeights(found: Map<string, number>, expected: Weights, tolerance: number): void {
  for (const [unit, weight] of Object.entries(expected)) {
    const [, value] = [...found].find(([name]) => name.replaceAll(' ', '').startsWith(unit.replaceAll(' ', '')))!;
    expect({ unit, isNear: Math.abs(value - weight) <= tolerance, value }).toMatchObject({ isNear: true });
  }
}

describeWithSharedData('the tobacco programme of California, by past outcomes', () => {
  interface Expected {
    readonly published: { readonly SC: readonly [number, number] };
    readonly exact_optimum: { readonly SC: number; readonly SC_pre_RMSE: number; readonly SC_weights: Weights };
  }
  const expected = readExpected<Expected>('01-prop99');
  const panel = panelFromRows(
    readRows('effects/01-prop99/california_prop99.csv'),
    { unit: 'State', period: 'Year', outcome: 'PacksPerCapita' },
    (_, own) => {
      const from = own.find((row) => row['treated'] === '1');
      return from ? Number(from['Year']) : null;
    },
  );

  it('reaches the exact optimum, near the published figure', () => {
    const { effect, before, solverGap, weights } = fitSyntheticControl(panel);
    expect(effect).toBeCloseTo(expected.exact_optimum.SC, 5);
    expect(Math.abs(effect - expected.published.SC[0])).toBeLessThan(0.15);
    expect(Math.sqrt(before)).toBeCloseTo(expected.exact_optimum.SC_pre_RMSE, 4);
    expectWeights(weightsByName(panel, weights), expected.exact_optimum.SC_weights, 1e-5);
    expect(solverGap).toBeLessThan(1e-9);
  });

  it('ranks California third of thirty-nine, and says what leaving a state out changes', () => {
    const result = syntheticControl(panel);
    if (result.status === 'refused') throw new Error(result.code);
    expect(result.p).toBeCloseTo(3 / 39, 10);
    expect(result.pFloor).toBeCloseTo(1 / 39, 10);
    expect(result.donors.map(({ unit }) => unit).slice(0, 3)).toEqual(['Utah', 'Montana', 'Nevada']);
    const without = result.sensitivity!.filter(({ kind }) => kind === 'without-donor');
    expect(without).toHaveLength(6);
    for (const { estimate } of without) expect(estimate).toBeLessThan(-10);
  });
});

describeWithSharedData('the same, matched on predictors', () => {
  interface Expected {
    readonly published: {
      readonly ADH2010_weights_knowledge: Weights;
      readonly tidysynth_README: { readonly p: number };
    };
    readonly reference_run: {
      readonly Synth_1_1_8: {
        readonly V: readonly number[];
        readonly weights: Weights;
        readonly mean_gap: number;
        readonly gap_2000: number;
      };
    };
    readonly fixed_V_exact: {
      readonly weights: Weights;
      readonly pre_mspe: number;
      readonly ratio: number;
      readonly mean_gap: number;
      readonly gap_2000: number;
    };
  }
  const { published, reference_run: reference, fixed_V_exact: exact } = readExpected<Expected>('02-prop99-covariates');
  const panel = panelWithCovariates(
    readRows('effects/02-prop99-covariates/smoking_abadie2010.csv'),
    { unit: 'state', period: 'year', outcome: 'cigsale' },
    { unit: 'California', from: 1989 },
    ['lnincome', 'retprice', 'age15to24', 'beer'],
  );
  const predictors: Predictor[] = [
    ...['lnincome', 'retprice', 'age15to24'].map((covariate) => ({ covariate, periods: years(1980, 1988) })),
    { covariate: 'beer', periods: years(1984, 1988) },
    ...[1975, 1980, 1988].map((year) => ({ periods: [year] })),
  ];

  it('gives the exact weights of a fixed importance of predictors', () => {
    const fit = fitWithPredictors(panel, { predictors, importance: reference.Synth_1_1_8.V })!;
    expectWeights(weightsByName(panel, fit.weights), exact.weights, 1e-4);
    expect(fit.before).toBeCloseTo(exact.pre_mspe, 4);
    expect(fit.after / fit.before).toBeCloseTo(exact.ratio, 2);
    expect(fit.effect).toBeCloseTo(exact.mean_gap, 4);
    expect(fit.gaps.at(-1)).toBeCloseTo(exact.gap_2000, 4);
  });

  it('finds an importance that follows the past as well as the published one, and ranks California first', () => {
    const fit = fitWithPredictors(panel, { predictors })!;
    expect(fit.before).toBeGreaterThan(3);
    expect(fit.before).toBeLessThan(3.3);
    expectWeights(weightsByName(panel, fit.weights), reference.Synth_1_1_8.weights, 0.03);
    expectWeights(weightsByName(panel, fit.weights), published.ADH2010_weights_knowledge, 0.03);
    // "about 26 packs lower in 2000", and the mean over all years after
    expect(fit.gaps.at(-1)).toBeCloseTo(reference.Synth_1_1_8.gap_2000, 0);
    expect(Math.round(fit.gaps.at(-1)!)).toBeGreaterThanOrEqual(-26);
    expect(Math.abs(fit.effect / reference.Synth_1_1_8.mean_gap - 1)).toBeLessThan(0.02);
    expect(fit.solverGap).toBeLessThan(1e-6);
    const result = syntheticControlWithPredictors(panel, { predictors });
    expect(result).toMatchObject({ status: 'ok', p: 1 / 39, pFloor: 1 / 39, donorCount: 38, estimate: fit.effect });
    expect(1 / 39).toBeCloseTo(published.tidysynth_README.p, 4);
  });
});

describeWithSharedData('terrorism in the Basque Country, matched on predictors', () => {
  interface Expected {
    readonly published: {
      readonly pysyncon_tests: Readonly<Record<'Cataluna' | 'Madrid' | 'mspe', number>> & {
        readonly att_1975_1997: number;
      };
    };
    readonly fixed_V_exact: {
      readonly V: readonly number[];
      readonly weights: Weights;
      readonly att: number;
      readonly mspe: number;
    };
  }
  const { published, fixed_V_exact: exact } = readExpected<Expected>('03-basque');
  const schooling = ['school.illit', 'school.prim', 'school.med', 'school.high', 'school.post.high', 'invest'];
  const sectors = ['agriculture', 'energy', 'industry', 'construction', 'services.venta', 'services.nonventa'].map(
    (name) => `sec.${name}`,
  );
  const panel = panelWithCovariates(
    readRows('effects/03-basque/basque.csv'),
    { unit: 'regionname', period: 'year', outcome: 'gdpcap' },
    { unit: 'Basque Country (Pais Vasco)', from: 1975 },
    [...schooling, ...sectors, 'popdens'],
  );
  const predictors: Predictor[] = [
    ...schooling.map((covariate) => ({ covariate, periods: years(1964, 1969) })),
    { periods: years(1960, 1969) },
    ...sectors.map((covariate) => ({ covariate, periods: years(1961, 1969, 2) })),
    { covariate: 'popdens', periods: [1969] },
  ];
  const fitPeriods = years(1960, 1969);

  it('gives the exact weights of a fixed importance of predictors', () => {
    const fit = fitWithPredictors(panel, { predictors, fitPeriods, importance: exact.V })!;
    expectWeights(weightsByName(panel, fit.weights), exact.weights, 1e-4);
    expect(fit.effect).toBeCloseTo(exact.att, 5);
    expect(fit.fitError).toBeCloseTo(exact.mspe, 8);
  });

  it('finds the published weights and effect when the importance is free', () => {
    const fit = fitWithPredictors(panel, { predictors, fitPeriods })!;
    const { Cataluna, Madrid, mspe, att_1975_1997: att } = published.pysyncon_tests;
    expectWeights(weightsByName(panel, fit.weights), { Cataluna, Madrid }, 0.005);
    expect(fit.fitError).toBeCloseTo(mspe, 6);
    expect(Math.abs(fit.effect / att - 1)).toBeLessThan(0.005);
  });

  it('says that one region is nearly the whole comparison', () => {
    const result = syntheticControlWithPredictors(panel, { predictors, fitPeriods, importance: exact.V });
    if (result.status === 'refused') throw new Error(result.code);
    expect(result.warnings.map(({ code }) => code)).toContain('one-donor-weight');
    expect(result.donors[0]!.unit).toBe('Cataluna');
  });
});
