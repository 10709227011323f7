import { seededDraws } from './draws';
import {
  fitDesigned,
  fitPlacebo,
  meanOfRows,
  type SyntheticControlDesign,
  type SyntheticControlFit,
} from './synthetic-control-fit';
import { thresholds } from './thresholds';

/**
 * The same estimation where nothing happened: each donor in turn in the treated unit's place when there is one, as many donors
 * drawn together as there are treated units otherwise. The treated units never serve as donors.
 */
export function placebosInSpace(design: SyntheticControlDesign, seed: number): SyntheticControlFit[] {
  const count = design.donors.length;
  if (design.treatedCount > 1) return drawnTogether(design, seed);
  const most = thresholds.sdidPlaceboDonors;
  const tried = count <= most ? Array.from({ length: count }, (_, donor) => donor) : firstShuffled(count, most, seed);
  return tried.map((donor) => fitPlacebo(design, donor));
}

function drawnTogether(design: SyntheticControlDesign, seed: number): SyntheticControlFit[] {
  const { donors, features, outcomes, treatedCount, treated, treatedFeatures } = design;
  if (donors.length - treatedCount < 2) return [];
  const random = seededDraws(seed);
  const length = treatedFeatures.length;
  const periods = treated.length;
  const everyGroup = groupsOf(donors.length, treatedCount, thresholds.sdidDraws);
  const groups =
    everyGroup ??
    Array.from({ length: thresholds.sdidDraws }, () =>
      shuffledFirst(donors.length, treatedCount, random.below).slice(0, treatedCount),
    );
  return groups.map((chosen) => {
    const isChosen = new Set(chosen);
    const rest = donors.map((_, donor) => donor).filter((donor) => !isChosen.has(donor));
    return fitDesigned({
      ...design,
      donors: rest,
      outcomes: joinRows(outcomes, periods, rest),
      features: joinRows(features, length, rest),
      treated: meanOfRows(chosen.map((donor) => outcomes.subarray(donor * periods, (donor + 1) * periods))),
      treatedFeatures: meanOfRows(chosen.map((donor) => features.subarray(donor * length, (donor + 1) * length))),
    });
  });
}

/**
 * Every group of `size` among `count`; null when there are more than `most`. The same group drawn twice would be no new
 * evidence, and would let p fall below one over the number of groups.
 */
function groupsOf(count: number, size: number, most: number): number[][] | null {
  const groups: number[][] = [];
  const extend = (group: readonly number[], next: number): boolean => {
    if (group.length === size) return groups.push([...group]) <= most;
    for (let donor = next; donor <= count - (size - group.length); donor++)
      if (!extend([...group, donor], donor + 1)) return false;
    return true;
  };
  return extend([], 0) ? groups : null;
}

const firstShuffled = (count: number, most: number, seed: number): number[] =>
  shuffledFirst(count, most, seededDraws(seed).below)
    .slice(0, most)
    .sort((a, b) => a - b);

/** 0 … count − 1, of which the first `length` are drawn without replacement. */
function shuffledFirst(count: number, length: number, below: (size: number) => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let place = 0; place < length; place++) {
    const other = place + below(count - place);
    [order[place], order[other]] = [order[other]!, order[place]!];
  }
  return order;
}

function joinRows(rows: Float64Array, length: number, kept: readonly number[]): Float64Array {
  const joined = new Float64Array(kept.length * length);
  kept.forEach((row, index) => {
    joined.set(rows.subarray(row * length, (row + 1) * length), index * length);
  });
  return joined;
}
