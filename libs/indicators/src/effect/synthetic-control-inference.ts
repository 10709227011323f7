import type { Interval } from '../comparison/interval';
import { permutationInference, permutationInterval } from './permutation-inference';
import type { SyntheticControlFit } from './synthetic-control-fit';
import { thresholds } from './thresholds';

export interface SyntheticControlInference {
  readonly p: number;
  readonly pFloor: number;
  /** Place of the treated unit by the ratio, 1 being the largest. */
  readonly rank: number;
  readonly ratio: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly interval80: Interval | null;
  /** 95 % interval of the gap at each period; null where there are too few placebos. */
  readonly gapIntervals: readonly (Interval | null)[];
  /** Placebos that one of the two rules below left out. */
  readonly dropped: number;
  readonly kept: number;
}

/**
 * p: rank of mean squared gap after ÷ before (Abadie, Diamond and Hainmueller 2010). A placebo that follows its donors a hundred
 * times better than the treated unit has a ratio without meaning and is left out; one that follows them badly stays, since its
 * ratio already divides by that.
 *
 * Interval: every constant effect whose removal leaves the mean gap within what placebos show by chance; placebos that follow
 * their donors five times worse than the treated unit are left out of it, as their gaps say nothing of its own.
 */
export function inferSyntheticControl(
  fit: SyntheticControlFit,
  placebos: readonly SyntheticControlFit[],
): SyntheticControlInference {
  const { placeboPrefitLeast: least, placeboPrefitMost: most } = thresholds;
  const followed = placebos.filter(({ before }) => before >= least ** 2 * fit.before);
  const ratio = ratioOf(fit);
  const atLeast = followed.filter((placebo) => ratioOf(placebo) >= ratio).length;
  const alike = placebos.filter(({ before }) => before <= most ** 2 * fit.before);
  const kept = followed.filter(({ before }) => before <= most ** 2 * fit.before).length;
  const byEffect = permutationInference(
    fit.effect,
    Float64Array.from(alike, ({ effect }) => effect),
  );
  return {
    p: (1 + atLeast) / (followed.length + 1),
    pFloor: 1 / (followed.length + 1),
    rank: 1 + atLeast,
    ratio,
    standardError: alike.length > 1 ? byEffect.standardError : null,
    interval: byEffect.interval,
    interval80: byEffect.interval80,
    gapIntervals: Array.from(fit.gaps, (gap, time) =>
      permutationInterval(gap, Float64Array.from(alike, ({ gaps }) => Math.abs(gaps[time]!)).sort(), 0.05),
    ),
    dropped: placebos.length - kept,
    kept,
  };
}

const ratioOf = ({ before, after }: SyntheticControlFit): number => (before > 0 ? after / before : Number.MAX_VALUE);
