import { cohortMeans } from './cohort-means';
import { type EffectResult, type PathPoint, refuse, type Warning } from './effect';
import {
  type Aggregate,
  dynamicAggregate,
  groupAggregate,
  type PlacedAggregate,
  simpleAggregate,
} from './group-time-aggregation';
import { type GroupTimeEffects, type GroupTimeOptions, groupTimeEffects } from './group-time-effects';
import { groupTimePretest } from './group-time-pretest';
import { clusterCovariance, clusterInfluence } from './influence-covariance';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import { studentCritical, studentTwoSided } from './probability';
import { simultaneousCritical } from './simultaneous-critical';
import { stratifiedInference } from './stratified-inference';
import { thresholds } from './thresholds';
import { withoutSmallCohorts } from './without-small-cohorts';

/** Degrees of freedom from which Student's law is the normal one. */
const normalDegrees = 1e9;

export interface CallawaySantAnnaOptions extends GroupTimeOptions {
  /**
   * What the estimate is: the mean over treated units and periods (simple, which is what an estimate means elsewhere here), the
   * mean of cohorts' own means (group), or the mean over times since the start (dynamic).
   */
  readonly aggregation?: 'simple' | 'group' | 'dynamic';
  readonly seed?: number;
}

/**
 * Group-time effects for dates that differ. The path and the terms go by periods since the start (0: first treated period);
 * the intervals of the path hold together (simultaneous band).
 */
export function callawaySantAnna(panel: Panel, options: CallawaySantAnnaOptions = {}): EffectResult {
  const { aggregation = 'simple', seed = 1 } = options;
  const method = 'callaway-santanna';
  const cohorts = cohortsOf(panel);
  if (cohorts.length === 0) return refuse(method, 'no-treated-unit');
  if (cohorts.every((cohort) => cohort === 0)) return refuse(method, 'no-period-before');
  const { panel: kept, dropped, largest } = withoutSmallCohorts(panel);
  if (treatedOf(kept).length === 0)
    return refuse(method, 'too-few-treated', { have: largest, need: thresholds.cohortUnits });
  const effects = groupTimeEffects(kept, options);
  if (!effects.cells.some(({ isAfter }) => isAfter)) return refuse(method, 'no-donor');

  const dynamic = dynamicAggregate(effects, kept.periods.length);
  const chosen =
    aggregation === 'simple'
      ? simpleAggregate(effects)
      : aggregation === 'group'
        ? groupAggregate(effects).overall
        : dynamic.overall;
  const strata = clusterStrata(effects);
  const { treatedClusters } = strata;
  const isTested = treatedClusters >= thresholds.clusteredTreated;
  const test = inferenceOf(effects, chosen, strata);
  const around = (confidence: number) => {
    const half = studentCritical(confidence, test.degreesOfFreedom) * test.standardError;
    return isTested ? { low: chosen.estimate - half, high: chosen.estimate + half } : null;
  };
  const tests = new Map(dynamic.parts.map((part) => [part, inferenceOf(effects, part, strata)]));
  const critical = simultaneousCritical(
    clusterCovariance(
      effects,
      dynamic.parts.map(({ influence }) => influence),
    ),
    seed,
    { degreesOfFreedom: Math.min(...[...tests.values()].map(({ degreesOfFreedom }) => degreesOfFreedom)) },
  );
  // the band's own level at each of its points, under Student's law: with ten treated units its tails are far from the normal ones
  const pointwise = 1 - studentTwoSided(critical, normalDegrees);
  const halfWidth = (part: PlacedAggregate): number | null => {
    const own = tests.get(part)!;
    return isTested ? studentCritical(pointwise, own.degreesOfFreedom) * own.standardError : null;
  };
  const starts = cohortsOf(kept);
  return {
    status: 'ok',
    method,
    estimate: chosen.estimate,
    standardError: chosen.standardError,
    interval: around(0.95),
    interval80: around(0.8),
    p: isTested ? studentTwoSided(chosen.estimate / test.standardError, test.degreesOfFreedom) : null,
    pFloor: isTested ? 0 : null,
    inference: isTested ? 'influence-function' : 'none',
    donorCount: donorsOf(kept).length,
    treatedCount: treatedOf(kept).length,
    periodsBefore: starts[0]!,
    periodsAfter: kept.periods.length - starts[0]!,
    donors: [],
    periodWeights: [],
    prefit: null,
    path: pathOf(kept, effects, dynamic.parts, halfWidth),
    solverGap: null,
    terms: dynamic.parts.map(({ at, estimate, standardError }) => ({
      name: String(at),
      value: estimate,
      standardError,
    })),
    warnings: [...dropped, ...warningsOf(effects, treatedClusters)],
  };
}

function warningsOf(effects: GroupTimeEffects, treatedClusters: number): Warning[] {
  const warnings: Warning[] = [];
  if (effects.emptyCells > 0) warnings.push({ code: 'cells-dropped', facts: { periods: effects.emptyCells } });
  if (treatedClusters < thresholds.clusteredTreatedSafe)
    warnings.push({ code: 'few-clusters', facts: { treated: treatedClusters } });
  const pretest = groupTimePretest(effects);
  if (pretest?.smallSampleP == null) warnings.push({ code: 'parallel-trends-unchecked', facts: {} });
  else if (pretest.smallSampleP < thresholds.pretrendP)
    warnings.push({ code: 'parallel-trends-doubtful', facts: { p: pretest.smallSampleP } });
  return warnings;
}

interface ClusterStrata {
  readonly strata: Int32Array;
  readonly strataCount: number;
  readonly treatedClusters: number;
}

/** Clusters by cohort; treated clusters together where a cohort has too few, and those of several cohorts apart. */
function clusterStrata({ cohortOf, clusterOf, clusterCount, cohorts }: GroupTimeEffects): ClusterStrata {
  const mixed = cohorts.length + 1;
  const strata = new Int32Array(clusterCount).fill(-1);
  for (let unit = 0; unit < cohortOf.length; unit++) {
    const cluster = clusterOf[unit]!;
    const cohort = cohortOf[unit]!;
    const own = cohort === null ? 0 : cohorts.indexOf(cohort) + 1;
    strata[cluster] = strata[cluster] === -1 || strata[cluster] === own ? own : mixed;
  }
  const counts = new Int32Array(mixed + 1);
  for (const stratum of strata) counts[stratum]! += 1;
  const treatedClusters = clusterCount - counts[0]!;
  const isSmall = counts.some((count, stratum) => stratum > 0 && count > 0 && count < thresholds.cohortUnits);
  return {
    strata: isSmall ? strata.map((stratum) => Math.min(1, stratum)) : strata,
    strataCount: mixed + 1,
    treatedClusters,
  };
}

const inferenceOf = (effects: GroupTimeEffects, { influence }: Aggregate, { strata, strataCount }: ClusterStrata) =>
  stratifiedInference(clusterInfluence(effects, influence), strata, strataCount);

function pathOf(
  panel: Panel,
  effects: GroupTimeEffects,
  parts: readonly PlacedAggregate[],
  halfWidth: (part: PlacedAggregate) => number | null,
): PathPoint[] {
  const means = cohortMeans(panel, effects.cohorts);
  return parts.map((part) => {
    let total = 0;
    let sum = 0;
    for (const cell of effects.cells) {
      if (cell.period - cell.cohort !== part.at) continue;
      const own = means.get(cell.cohort)!;
      total += own.share;
      sum += own.share * own.means[cell.period]!;
    }
    const half = halfWidth(part);
    return {
      period: part.at,
      observed: sum / total,
      counterfactual: sum / total - part.estimate,
      gap: half === null ? null : { low: part.estimate - half, high: part.estimate + half },
      isAfter: part.at >= 0,
    };
  });
}
