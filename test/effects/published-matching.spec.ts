import { readFileSync } from 'node:fs';
import {
  benjaminiHochberg,
  bonferroni,
  type Covariates,
  holm,
  type MatchedPair,
  matchOnMahalanobis,
  matchOnPropensity,
  standardisedMeanDifference,
} from '@sillage/indicators';
import { ordinaryLeastSquares } from '../../libs/indicators/src/effect/ordinary-least-squares';
import { clusterRobust } from '../../libs/indicators/src/effect/panel-covariance';
import { diagonalRoots } from '../../libs/indicators/src/effect/sandwich';
import { describeWithSharedData, sharedFile } from '../support/shared';
import { expectRelative, type Row, readPublished } from './published';

const expected = (folder: string) => JSON.parse(readFileSync(sharedFile(`effects/${folder}/expected.json`), 'utf8'));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describeWithSharedData('matching published on the training programme of LaLonde', () => {
  const figures = () => expected('19-lalonde');
  const rows = (): Row[] => readPublished('effects/19-lalonde/lalonde_matchit.csv');
  const column = (all: readonly Row[], name: string): number[] => all.map((row) => row.number(name));
  const isTreatedIn = (all: readonly Row[]): boolean[] => all.map((row) => row.number('treat') === 1);
  const covariatesOf = (all: readonly Row[]): Covariates => ({
    age: column(all, 'age'),
    educ: column(all, 'educ'),
    black: all.map((row) => Number(row.text('race') === 'black')),
    hispan: all.map((row) => Number(row.text('race') === 'hispan')),
    married: column(all, 'married'),
    nodegree: column(all, 'nodegree'),
    re74: column(all, 're74'),
    re75: column(all, 're75'),
  });
  const effectOf = (pairs: readonly MatchedPair[], all: readonly Row[]): number =>
    mean(pairs.map((pair) => all[pair.treated]!.number('re78') - all[pair.control]!.number('re78')));

  it('gives the effect of the experiment as the difference of its two groups', () => {
    const all = readPublished('effects/19-lalonde/nsw_mixtape.csv');
    const earnings = (treat: number) =>
      all.filter((row) => row.number('treat') === treat).map((row) => row.number('re78'));
    expect(mean(earnings(1)) - mean(earnings(0))).toBeCloseTo(figures().published.experimental_ATT, 2);
  });

  it('matches on propensity as MatchIt does', () => {
    const all = rows();
    const isTreated = isTreatedIn(all);
    const covariates = covariatesOf(all);
    const pairs = matchOnPropensity(isTreated, covariates, 'below')!;
    const reference = figures().reference_run.MatchIt_4_5_1;
    expectRelative(effectOf(pairs, all), reference.nn_logit_1to1_ATT, 1e-7);
    for (const [name, before] of Object.entries<number>(reference.smd_before)) {
      const values = covariates[name]!;
      const treated = values.filter((_, index) => isTreated[index]);
      const controls = values.filter((_, index) => !isTreated[index]);
      const matched = pairs.map(({ control }) => values[control]!);
      expect(standardisedMeanDifference(treated, controls)).toBeCloseTo(before, 4);
      expect(standardisedMeanDifference(treated, matched)).toBeCloseTo(reference.smd_after[name], 4);
    }
  });

  it('finds the errors clustered by matched pair, and the effect with the covariates', () => {
    const all = rows();
    const covariates = covariatesOf(all);
    const pairs = matchOnPropensity(isTreatedIn(all), covariates, 'below')!;
    const matched = pairs.flatMap(({ treated, control }) => [treated, control]);
    const ofMatched = (values: readonly number[]) => Float64Array.from(matched, (unit) => values[unit]!);
    const plain = [matched.map(() => 1), matched.map((_, place) => 1 - (place % 2))].map((one) =>
      Float64Array.from(one),
    );
    const regression = (columns: readonly Float64Array[]) => {
      const fit = ordinaryLeastSquares(columns, ofMatched(column(all, 're78')))!;
      return [fit.coefficients[1]!, diagonalRoots(clusterRobust(columns, fit, { rowsPerCluster: 2 }))[1]!] as const;
    };
    const reference = figures().reference_run.MatchIt_4_5_1;
    const [effect, standardError] = regression(plain);
    expectRelative(effect, reference.nn_logit_1to1_ATT, 1e-7);
    expectRelative(standardError, reference.se_cluster_subclass, 1e-7);
    const adjusted = regression([...plain, ...Object.values(covariates).map(ofMatched)]);
    expectRelative(adjusted[0], reference.with_covariates[0], 1e-7);
    expectRelative(adjusted[1], reference.with_covariates[1], 1e-7);
  });

  it('matches closer still when it looks both ways, as later versions of MatchIt do', () => {
    const all = rows();
    const distances = (search: 'closest' | 'below'): number =>
      matchOnPropensity(isTreatedIn(all), covariatesOf(all), search)!.reduce((sum, { distance }) => sum + distance, 0);
    expect(distances('closest')).toBeLessThan(distances('below'));
  });

  it('matches on Mahalanobis distance as MatchIt does', () => {
    const all = rows();
    const pairs = matchOnMahalanobis(isTreatedIn(all), covariatesOf(all));
    expectRelative(effectOf(pairs, all), figures().reference_run.MatchIt_4_5_1.mahalanobis_ATT, 1e-7);
  });
});

describeWithSharedData('adjustment for several outcomes', () => {
  it('follows Benjamini and Hochberg (1995), Holm and Bonferroni', () => {
    const { p, BH, rejected_at_5pct: rejected } = expected('20-multiple-testing');
    const adjusted = benjaminiHochberg(p);
    adjusted.forEach((value, index) => {
      expect(value).toBeCloseTo(BH[index], 5);
    });
    const count = (values: readonly number[]) => values.filter((value) => value <= 0.05).length;
    expect(count(adjusted)).toBe(rejected.BH);
    expect(count(holm(p))).toBe(rejected.holm);
    expect(count(bonferroni(p))).toBe(rejected.bonferroni);
  });
});
