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
  return Array.from({ length: thresholds.sdidDraws }, () => {
    const order = shuffledFirst(donors.length, treatedCount, random.below);
    const chosen = order.slice(0, treatedCount);
    const rest = order.slice(treatedCount);
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
