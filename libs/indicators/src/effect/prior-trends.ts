import { clusterIndices } from './cluster-indices';
import { treatmentBlocks } from './difference-design';
import { jointTest } from './joint-test';
import type { Panel } from './panel';
import { choleskyFactor } from './symmetric';
import { thresholds } from './thresholds';
import { permuteTreatment } from './treatment-permutation';

/** How treated and untreated units moved apart before the start. */
export interface PriorTrends {
  /** Change of the gap per period, by least squares. */
  readonly slope: number;
  /** Largest |gap| before the start, from the mean gap before. */
  readonly largestGap: number;
  /** Largest |change of the gap| from one period to the next. */
  readonly largestChange: number;
  /** Joint test that the gap did not move; null with fewer than two coefficients. */
  readonly p: number | null;
}

/** `gaps`: treated minus untreated mean at each period before the start. */
export function priorTrends(panel: Panel, start: number, gaps: readonly number[], seed: number): PriorTrends {
  const middle = (start - 1) / 2;
  let moment = 0;
  let spread = 0;
  gaps.forEach((gap, period) => {
    moment += (period - middle) * gap;
    spread += (period - middle) ** 2;
  });
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return {
    slope: spread > 0 ? moment / spread : 0,
    largestGap: gaps.reduce((largest, gap) => Math.max(largest, Math.abs(gap - mean)), 0),
    largestChange: gaps.slice(1).reduce((largest, gap, index) => Math.max(largest, Math.abs(gap - gaps[index]!)), 0),
    p: start < thresholds.differencePeriodsBefore ? null : pretestP(panel, start, seed),
  };
}

function pretestP(panel: Panel, start: number, seed: number): number | null {
  const size = start - 1;
  const { outcomes, treatedFrom, periods, weights } = panel;
  const periodCount = periods.length;
  const weightOf = (unit: number): number => (weights ? weights[unit]! : 1);
  const { clusterOf, clusterCount } = clusterIndices(treatedFrom.length, panel.clusters);
  // outcome before the start minus its value at the last period before, from the mean of the unit's group
  const vectors = new Float64Array(treatedFrom.length * size);
  const means = [new Float64Array(size), new Float64Array(size)];
  const totals = [0, 0];
  const groupOf = (unit: number): 0 | 1 => (treatedFrom[unit] === null ? 0 : 1);
  for (let unit = 0; unit < treatedFrom.length; unit++) {
    const group = groupOf(unit);
    const reference = outcomes[unit * periodCount + size]!;
    totals[group]! += weightOf(unit);
    for (let period = 0; period < size; period++) {
      const value = outcomes[unit * periodCount + period]! - reference;
      vectors[unit * size + period] = value;
      means[group]![period]! += weightOf(unit) * value;
    }
  }
  for (const group of [0, 1]) for (let period = 0; period < size; period++) means[group]![period]! /= totals[group]!;
  const clustersOf = (group: 0 | 1): number => {
    const seen = new Uint8Array(clusterCount);
    for (let unit = 0; unit < treatedFrom.length; unit++) if (groupOf(unit) === group) seen[clusterOf[unit]!] = 1;
    return seen.reduce((sum, one) => sum + one, 0);
  };
  const treatedClusters = clustersOf(1);
  const untreatedClusters = clustersOf(0);
  const isLarge = Math.min(treatedClusters, untreatedClusters) >= thresholds.clusteredPlain;
  const blocks = isLarge ? 'mixed' : treatmentBlocks(panel);
  if (blocks !== 'mixed') return permutedP({ vectors, size, panel, blocks, seed });

  const scores = new Float64Array(clusterCount * size);
  for (let unit = 0; unit < treatedFrom.length; unit++) {
    const group = groupOf(unit);
    const factor = ((group ? 1 : -1) * weightOf(unit)) / totals[group]!;
    for (let period = 0; period < size; period++)
      scores[clusterOf[unit]! * size + period]! += factor * (vectors[unit * size + period]! - means[group]![period]!);
  }
  const covariance = new Float64Array(size * size);
  for (let cluster = 0; cluster < clusterCount; cluster++)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        covariance[row * size + column]! += scores[cluster * size + row]! * scores[cluster * size + column]!;
  const gaps = means[1]!.map((value, period) => value - means[0]![period]!);
  // Hotelling's law, as the covariance is estimated too: with few units χ² or F alone would call parallel trends diverging
  const degrees = Math.min(treatedClusters, untreatedClusters) - 1;
  const shrunk = covariance.map((value) => (value * degrees) / (degrees - size + 1));
  return degrees > size ? (jointTest(gaps, shrunk, degrees - size + 1)?.p ?? null) : null;
}

/** The same statistic with the spread of all units, ranked among those of the other assignments. */
function permutedP(design: {
  readonly vectors: Float64Array;
  readonly size: number;
  readonly panel: Panel;
  readonly blocks: readonly (readonly number[])[];
  readonly seed: number;
}): number | null {
  const { vectors, size, panel, blocks, seed } = design;
  const { treatedFrom, weights } = panel;
  const weightOf = (unit: number): number => (weights ? weights[unit]! : 1);
  const unitCount = treatedFrom.length;
  const centre = new Float64Array(size);
  let total = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    total += weightOf(unit);
    for (let period = 0; period < size; period++) centre[period]! += weightOf(unit) * vectors[unit * size + period]!;
  }
  const covariance = new Float64Array(size * size);
  for (let unit = 0; unit < unitCount; unit++)
    for (let row = 0; row < size; row++) {
      const value = vectors[unit * size + row]! - centre[row]! / total;
      for (let column = 0; column < size; column++)
        covariance[row * size + column]! += value * (vectors[unit * size + column]! - centre[column]! / total);
    }
  const factor = choleskyFactor(covariance);
  if (!factor) return null;
  // whitened sums of each block, so that a statistic is a squared length
  const sums = new Float64Array(blocks.length * size);
  const blockWeights = new Float64Array(blocks.length);
  blocks.forEach((block, index) => {
    for (const unit of block) {
      blockWeights[index]! += weightOf(unit);
      for (let period = 0; period < size; period++)
        sums[index * size + period]! += weightOf(unit) * (vectors[unit * size + period]! - centre[period]! / total);
    }
    for (let row = 0; row < size; row++) {
      let value = sums[index * size + row]!;
      for (let inner = 0; inner < row; inner++) value -= factor[row * size + inner]! * sums[index * size + inner]!;
      sums[index * size + row] = value / factor[row * size + row]!;
    }
  });
  const observed = blocks.flatMap((block, index) => (treatedFrom[block[0]!] === null ? [] : [index]));
  const permuted = permuteTreatment(
    {
      blockCount: blocks.length,
      kinds: [{ sets: observed.length }],
      observed: [observed],
      effectOf([members]) {
        let weight = 0;
        for (const block of members!) weight += blockWeights[block]!;
        let squares = 0;
        for (let period = 0; period < size; period++) {
          let sum = 0;
          for (const block of members!) sum += sums[block * size + period]!;
          squares += sum * sum;
        }
        return { effect: Math.sqrt(squares) / (weight * (1 - weight / total)), share: 0 };
      },
    },
    seed,
  );
  return permuted.count > 0 ? permuted.p : null;
}
