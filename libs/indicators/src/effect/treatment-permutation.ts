import type { Interval } from '../comparison/interval';
import { seededDraws } from './draws';
import { permutationFloor } from './permutation-inference';
import { thresholds } from './thresholds';

/** What each set of units would contribute, were the set treated instead of another. */
export interface PermutationDesign {
  /** Sets of units that are treated together: one unit each, or the units of a cluster. In an order that names decide. */
  readonly blockCount: number;
  /** Kinds of start among the treated sets (one kind when all start together), and how many sets have each. */
  readonly kinds: readonly { readonly sets: number }[];
  /** Observed assignment: for each kind, its sets. */
  readonly observed: readonly (readonly number[])[];
  /** Effect that would be read for an assignment: on the outcome, and on the observed treatment itself. */
  effectOf(assignment: readonly (readonly number[])[]): { readonly effect: number; readonly share: number };
}

export interface PermutationResult {
  readonly p: number;
  /** The smallest p that this design could print. */
  readonly pFloor: number;
  readonly interval: Interval | null;
  readonly interval80: Interval | null;
  /** Standard deviation of the placebo effects once the observed effect is taken out of them. */
  readonly spread: number;
  /** Assignments other than the observed one. */
  readonly count: number;
}

/**
 * Placebo in space. The treatment is moved to every other set of units (or to seeded draws of them); p is the rank of the
 * observed effect among all, itself included. The interval holds the effects τ whose removal leaves p above the level:
 * taking τ out of the observed cells changes a placebo by τ times its share of truly treated cells, so that each placebo
 * gives one pair of bounds and the inversion is exact (Rosenbaum 2002, §2.4).
 */
export function permuteTreatment(design: PermutationDesign, seed: number): PermutationResult {
  const { effect: observed } = design.effectOf(design.observed);
  const effects: number[] = [];
  const shares: number[] = [];
  forEachAssignment(design, seed, (assignment) => {
    const { effect, share } = design.effectOf(assignment);
    effects.push(effect);
    shares.push(share);
  });
  const count = effects.length;
  const treatedSets = design.kinds.reduce((sum, { sets }) => sum + sets, 0);
  const pFloor = permutationFloor(count, design.blockCount - treatedSets);
  const tolerance = 1e-12 * Math.abs(observed);
  const asLarge = effects.filter((effect) => Math.abs(effect) >= Math.abs(observed) - tolerance).length;
  const lows = Float64Array.from(effects, (effect, index) => bounds(observed, effect, shares[index]!).low).sort();
  const highs = Float64Array.from(effects, (effect, index) => -bounds(observed, effect, shares[index]!).high).sort();
  const limits = (level: number): Interval | null => {
    const rejected = Math.floor(level * (count + 1) + 1e-9);
    if (pFloor > level + 1e-9) return null;
    return { low: lows[rejected - 1]!, high: -highs[rejected - 1]! };
  };
  return {
    p: Math.max((1 + asLarge) / (count + 1), pFloor),
    pFloor,
    interval: limits(0.05),
    interval80: limits(0.2),
    spread: deviation(effects.map((effect, index) => effect - shares[index]! * observed)),
    count,
  };
}

/** Effects τ for which |placebo − τ·share| ≥ |observed − τ|: a segment around the observed effect, as |share| < 1. */
function bounds(observed: number, placebo: number, share: number): Interval {
  const one = (observed - placebo) / (1 - share);
  const other = (observed + placebo) / (1 + share);
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

type Visit = (assignment: readonly (readonly number[])[]) => void;

function forEachAssignment(design: PermutationDesign, seed: number, visit: Visit): void {
  const { blockCount, kinds } = design;
  const treated = kinds.reduce((sum, { sets }) => sum + sets, 0);
  if (treated === 1 || (kinds.length === 1 && combinations(blockCount, treated) <= thresholds.permutationsExhaustive)) {
    forEachCombination(blockCount, treated, (combination) => {
      if (!sameSets(combination, design.observed[0]!)) visit([combination]);
    });
    return;
  }
  const draws = seededDraws(seed);
  const order = Int32Array.from({ length: blockCount }, (_, index) => index);
  for (let draw = 0; draw < thresholds.permutationDraws; draw++) {
    for (let index = 0; index < treated; index++) {
      const other = index + draws.below(blockCount - index);
      const kept = order[index]!;
      order[index] = order[other]!;
      order[other] = kept;
    }
    visit(drawn(order, kinds));
  }
}

function drawn(order: Int32Array, kinds: PermutationDesign['kinds']): number[][] {
  let from = 0;
  return kinds.map(({ sets }) => {
    from += sets;
    return Array.from(order.subarray(from - sets, from));
  });
}

const sameSets = (one: readonly number[], other: readonly number[]): boolean => {
  const members = new Set(other);
  return one.every((set) => members.has(set));
};

function combinations(size: number, chosen: number): number {
  let count = 1;
  for (let index = 1; index <= chosen; index++) count = (count * (size - chosen + index)) / index;
  return Math.round(count);
}

function forEachCombination(size: number, chosen: number, visit: (combination: readonly number[]) => void): void {
  const current = Array.from({ length: chosen }, (_, index) => index);
  for (;;) {
    visit([...current]);
    let position = chosen - 1;
    while (position >= 0 && current[position] === size - chosen + position) position--;
    if (position < 0) return;
    current[position]! += 1;
    for (let next = position + 1; next < chosen; next++) current[next] = current[next - 1]! + 1;
  }
}
