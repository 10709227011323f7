import { demeanBothWays } from './demean-both-ways';
import type { Panel } from './panel';
import { invertPositive } from './symmetric';
import type { PermutationDesign } from './treatment-permutation';

/** 1 in treated cells. */
export function treatmentOf({ units, periods, treatedFrom }: Panel): Float64Array {
  const treatment = new Float64Array(units.length * periods.length);
  treatedFrom.forEach((from, unit) => {
    if (from !== null) treatment.fill(1, unit * periods.length + from, (unit + 1) * periods.length);
  });
  return treatment;
}

/** Units that are treated together, sorted by name so that the order of the lines changes no draw. */
export function treatmentBlocks({ units, clusters, treatedFrom }: Panel): readonly (readonly number[])[] | 'mixed' {
  const byName = new Map<string, number[]>();
  units.forEach((name, unit) => {
    const key = clusters?.[unit] ?? name;
    const own = byName.get(key);
    if (own) own.push(unit);
    else byName.set(key, [unit]);
  });
  const blocks = [...byName].sort(([one], [other]) => (one < other ? -1 : Number(one > other))).map(([, own]) => own);
  const isMixed = blocks.some((block) => block.some((unit) => treatedFrom[unit] !== treatedFrom[block[0]!]));
  return isMixed ? 'mixed' : blocks;
}

/**
 * Two-way fixed effects for any assignment of the observed starts to sets of units, from sums made once: the effect is
 * (D·Y − D·X (X·X)⁻¹ X·Y) / (D·D − D·X (X·X)⁻¹ X·D) on double-demeaned tables, and D·V only adds up the cells from the
 * start of each treated set.
 */
export function permutationDesign(
  panel: Panel,
  blocks: readonly (readonly number[])[],
  covariates: readonly Float64Array[],
): PermutationDesign | undefined {
  const { periods, treatedFrom, weights } = panel;
  const periodCount = periods.length;
  const shape = { unitCount: treatedFrom.length, periodCount, weights };
  const weightOf = (unit: number): number => (weights ? weights[unit]! : 1);
  const starts = [...new Set(treatedFrom.filter((from) => from !== null))].sort((a, b) => a - b);
  const tables = [panel.outcomes, treatmentOf(panel), ...covariates].map((values) => demeanBothWays(values, shape));
  const regressors = tables.slice(2);
  const dot = (one: Float64Array, other: Float64Array): number => {
    let sum = 0;
    for (let cell = 0; cell < one.length; cell++)
      sum += weightOf(Math.floor(cell / periodCount)) * one[cell]! * other[cell]!;
    return sum;
  };
  const size = regressors.length;
  const bread =
    size > 0
      ? invertPositive(Float64Array.from(regressors.flatMap((left) => regressors.map((right) => dot(left, right)))))
      : new Float64Array(0);
  if (!bread) return undefined;
  /** (X·X)⁻¹ X·V for the outcome and for the observed treatment. */
  const slopes = [tables[0]!, tables[1]!].map((table) => {
    const products = regressors.map((regressor) => dot(regressor, table));
    return regressors.map((_, row) =>
      products.reduce((sum, product, column) => sum + bread[row * size + column]! * product, 0),
    );
  });
  const blockWeights = Float64Array.from(blocks, (block) => block.reduce((sum, unit) => sum + weightOf(unit), 0));
  const total = blockWeights.reduce((sum, weight) => sum + weight, 0);
  // [start][table][block]: weighted sum of the block's cells from the start on.
  const sums = starts.map((start) => tables.map((table) => blockSums(table, blocks, start, periodCount, weightOf)));
  const treatedAt = new Float64Array(periodCount);
  const products = new Float64Array(tables.length);

  return {
    blockCount: blocks.length,
    kinds: starts.map((start) => ({ sets: blocks.filter((block) => treatedFrom[block[0]!] === start).length })),
    observed: starts.map((start) =>
      blocks.flatMap((block, index) => (treatedFrom[block[0]!] === start ? [index] : [])),
    ),
    effectOf(assignment) {
      treatedAt.fill(0);
      products.fill(0);
      let square = 0;
      assignment.forEach((members, kind) => {
        const length = periodCount - starts[kind]!;
        for (const block of members) {
          const weight = blockWeights[block]!;
          square += weight * length * (1 - length / periodCount);
          for (let period = starts[kind]!; period < periodCount; period++) treatedAt[period]! += weight;
          for (let table = 0; table < products.length; table++) products[table]! += sums[kind]![table]![block]!;
        }
      });
      let overall = 0;
      let squares = 0;
      for (const weight of treatedAt) {
        overall += weight;
        squares += weight * weight;
      }
      square += (overall * overall) / (periodCount * total) - squares / total;
      let effect = products[0]!;
      let share = products[1]!;
      for (let row = 0; row < size; row++) {
        const product = products[row + 2]!;
        effect -= product * slopes[0]![row]!;
        share -= product * slopes[1]![row]!;
        for (let column = 0; column < size; column++)
          square -= product * bread[row * size + column]! * products[column + 2]!;
      }
      return { effect: effect / square, share: share / square };
    },
  };
}

function blockSums(
  table: Float64Array,
  blocks: readonly (readonly number[])[],
  start: number,
  periodCount: number,
  weightOf: (unit: number) => number,
): Float64Array {
  return Float64Array.from(blocks, (block) => {
    let sum = 0;
    for (const unit of block) {
      let own = 0;
      for (let cell = unit * periodCount + start; cell < (unit + 1) * periodCount; cell++) own += table[cell]!;
      sum += weightOf(unit) * own;
    }
    return sum;
  });
}
