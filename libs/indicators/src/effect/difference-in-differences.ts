import { baconDecomposition } from './bacon-decomposition';
import { trendBreakdown } from './breakdown';
import { type DifferenceInference, differenceInference } from './difference-inference';
import { differencePath, staggeredDifferencePath } from './difference-path';
import { type EffectResult, type Refusal, refuse, type Warning } from './effect';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import { type PriorTrends, priorTrends } from './prior-trends';
import { thresholds } from './thresholds';

export interface DifferenceOptions {
  /** Names of the covariates of the panel that enter; all of them without it. */
  readonly covariates?: readonly string[];
  readonly seed?: number;
  /** For a panel of one's own; under 3 periods nothing tells whether trends were parallel, and a warning says so. */
  readonly periodsBeforeNeeded?: number;
  /** Events in the treated cells after the start, where the outcome counts them. */
  readonly eventsAfter?: number;
}

/** Two-way fixed effects of a panel, refused or warned as methods.md §1.1 lists. */
export function differenceInDifferences(panel: Panel, options: DifferenceOptions = {}): EffectResult {
  const { seed = 1 } = options;
  const cohorts = cohortsOf(panel);
  const refusal = designRefusal(panel, cohorts, options);
  if (refusal) return refusal;
  const start = cohorts[0]!;
  const names = options.covariates ?? Object.keys(panel.covariates ?? {});
  const covariates = names.map((name) => panel.covariates![name]!);
  const absent = covariates.findIndex((values) => values.some((value) => !Number.isFinite(value)));
  if (absent >= 0) return refuse('did', 'missing-outcome', { lacks: names[absent]!, absence: 'not-available' });

  const warnings: Warning[] = [];
  if (cohorts.length > 1) {
    const { summary, lowestCellWeight } = baconDecomposition(panel);
    const share = summary['later-versus-earlier'].weight;
    const facts = { share, lowest: lowestCellWeight };
    if (share > thresholds.forbiddenShare || lowestCellWeight < 0) return refuse('did', 'forbidden-comparisons', facts);
    if (share > 0) warnings.push({ code: 'forbidden-comparisons', facts });
  }
  const fit = differenceInference(panel, covariates, seed);
  if (fit === 'collinear-regressors') return refuse('did', fit);
  if (fit === 'mixed-clusters') return tooFewTreated(treatedOf(panel).length);

  const donorCount = donorsOf(panel).length;
  const adjusted = withoutCovariates(panel.outcomes, covariates, fit.slopes);
  const path =
    cohorts.length === 1
      ? differencePath(panel, start, adjusted, fit.areTreatedFew)
      : staggeredDifferencePath(panel, fit.estimate);
  const trends = donorCount > 0 ? trendsBefore({ ...panel, outcomes: adjusted }, start, seed) : undefined;
  const diverged = trends && trendRefusal(trends, fit, panel.periods.length - start);
  // With several dates the test before the first start looks at a part of the comparisons only.
  if (diverged && cohorts.length === 1) return diverged;
  if (diverged) warnings.push({ code: 'parallel-trends-doubtful', facts: { p: diverged.facts['p']! } });
  warnings.push(...trendWarnings(trends, fit), ...sizeWarnings(fit, donorCount));
  const prior = path.filter((point) => !point.isAfter).map((point) => point.observed - point.counterfactual);
  const { slopes, slopeErrors, treatedClusters, areTreatedFew, ...inferred } = fit;
  return {
    status: 'ok',
    method: 'did',
    ...inferred,
    donorCount,
    treatedCount: treatedOf(panel).length,
    periodsBefore: start,
    periodsAfter: panel.periods.length - start,
    donors: [],
    periodWeights: [],
    prefit:
      cohorts.length === 1
        ? prefitOf(
            prior,
            path.slice(0, start).map(({ observed }) => observed),
          )
        : null,
    path,
    solverGap: null,
    ...(names.length > 0 && {
      terms: names.map((name, index) => ({ name, value: slopes[index]!, standardError: slopeErrors[index]! })),
    }),
    warnings,
  };
}

const tooFewTreated = (have: number): Refusal =>
  refuse('did', 'too-few-treated', { have, need: thresholds.clusteredTreated });

function designRefusal(panel: Panel, cohorts: readonly number[], options: DifferenceOptions): Refusal | undefined {
  const treated = treatedOf(panel).length;
  const donors = donorsOf(panel).length;
  if (treated === 0) return refuse('did', 'no-treated-unit');
  const before = cohorts[0]!;
  const after = panel.periods.length - cohorts.at(-1)!;
  const need = Math.max(1, options.periodsBeforeNeeded ?? thresholds.differencePeriodsBefore);
  if (before === 0) return refuse('did', 'no-period-before');
  if (before < need) return refuse('did', 'too-few-periods-before', { have: before, need });
  if (after < thresholds.differencePeriodsAfter)
    return refuse('did', 'too-few-periods-after', { have: after, need: thresholds.differencePeriodsAfter });
  if (donors === 0 && cohorts.length === 1) return refuse('did', 'no-donor');
  if (treated < thresholds.clusteredTreated && donors < thresholds.donorsIndicative)
    return donors === 0
      ? tooFewTreated(treated)
      : refuse('did', 'too-few-donors', { have: donors, need: thresholds.donorsIndicative });
  const { eventsAfter } = options;
  if (eventsAfter !== undefined && eventsAfter < thresholds.eventsAfter)
    return refuse('did', 'too-few-events', { events: eventsAfter, need: thresholds.eventsAfter });
  return undefined;
}

function withoutCovariates(outcomes: Float64Array, covariates: readonly Float64Array[], slopes: Float64Array) {
  if (covariates.length === 0) return outcomes;
  const adjusted = Float64Array.from(outcomes);
  covariates.forEach((values, index) => {
    for (let cell = 0; cell < adjusted.length; cell++) adjusted[cell]! -= slopes[index]! * values[cell]!;
  });
  return adjusted;
}

function trendsBefore(panel: Panel, start: number, seed: number): PriorTrends {
  const periodCount = panel.periods.length;
  const sums = [new Float64Array(start), new Float64Array(start)];
  const totals = [0, 0];
  panel.treatedFrom.forEach((from, unit) => {
    const group = from === null ? 0 : 1;
    const weight = panel.weights ? panel.weights[unit]! : 1;
    totals[group]! += weight;
    for (let period = 0; period < start; period++)
      sums[group]![period]! += weight * panel.outcomes[unit * periodCount + period]!;
  });
  const gaps = Array.from(sums[1]!, (sum, period) => sum / totals[1]! - sums[0]![period]! / totals[0]!);
  return priorTrends(panel, start, gaps, seed);
}

/**
 * Where 0 is inside the interval nothing is claimed, and a slope as large as the estimate only means that both are small: the
 * slope refuses claims, the joint test refuses all.
 */
function trendRefusal(trends: PriorTrends, { estimate, interval }: DifferenceInference, periodsAfter: number) {
  const gap = Math.abs(trends.slope) * periodsAfter;
  const isClaim = interval !== null && (interval.low > 0 || interval.high < 0);
  // a slope between two points is all noise: that nothing was checked is said instead
  if (trends.p === null) return undefined;
  if (trends.p >= thresholds.pretrendP && !(isClaim && gap >= Math.abs(estimate))) return undefined;
  return refuse('did', 'parallel-trends-rejected', { gap, estimate, p: trends.p });
}

function trendWarnings(trends: PriorTrends | undefined, { estimate, interval }: DifferenceInference): Warning[] {
  if (!trends || trends.p === null) return [{ code: 'parallel-trends-unchecked', facts: {} }];
  const warnings: Warning[] = [];
  const gap = trends.largestGap;
  if (gap >= thresholds.priorGapShare * Math.abs(estimate))
    warnings.push({ code: 'prior-gap', facts: { gap, estimate } });
  const breakdown = interval && trendBreakdown(estimate, interval, trends.largestChange);
  if (breakdown !== null && breakdown > 0 && breakdown < thresholds.fragileBreakdown)
    warnings.push({ code: 'fragile-to-trends', facts: { breakdown } });
  return warnings;
}

function sizeWarnings({ areTreatedFew, treatedClusters, pFloor }: DifferenceInference, donors: number): Warning[] {
  if (areTreatedFew && donors < thresholds.donorsForFivePercent)
    return [{ code: 'few-donors-indicative', facts: { donors, floor: pFloor! } }];
  if (!areTreatedFew && treatedClusters < thresholds.clusteredTreatedSafe)
    return [{ code: 'few-clusters', facts: { treated: treatedClusters } }];
  return [];
}

function prefitOf(gaps: readonly number[], observed: readonly number[]) {
  const rmse = Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length);
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  return { rmse, relative: mean === 0 ? null : rmse / Math.abs(mean) };
}
