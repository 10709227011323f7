import type { Interval } from '../comparison/interval';
import { permutationInference, permutationInterval } from './permutation-inference';
import type { SyntheticControlFit } from './synthetic-control-fit';
import { thresholds } from './thresholds';

export interface SyntheticControlInference {
  readonly p: number;
  readonly pFloor: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly interval80: Interval | null;
  /** 95 % interval of the gap at each period; null where there are too few placebos. */
  readonly gapIntervals: readonly (Interval | null)[];
  /** Placebos left out of the interval, and those in it. */
  readonly dropped: number;
  readonly kept: number;
}

/**
 * p: rank of mean squared gap after ÷ before among all placebos (Abadie, Diamond and Hainmueller 2010). A placebo that its donors
 * follow perfectly has an immense ratio and counts against the effect: leaving such ones out, as is often advised, rejected 8 %
 * of true nulls instead of 4 % with 50 donors and 8 periods.
 *
 * Interval: every constant effect whose removal leaves the mean gap within what placebos show by chance. Placebos that follow
 * their donors five times worse than the treated unit say nothing of its gaps and are left out, if enough remain.
 */
export function inferSyntheticControl(
  fit: SyntheticControlFit,
  placebos: readonly SyntheticControlFit[],
): SyntheticControlInference {
  const { placeboPrefitMost: most, donorsForFivePercent } = thresholds;
  const ratio = ratioOf(fit);
  const rank = 1 + placebos.filter((placebo) => ratioOf(placebo) >= ratio).length;
  const near = placebos.filter(({ before }) => before <= most ** 2 * fit.before);
  const alike = near.length + 1 >= donorsForFivePercent ? near : placebos;
  const byEffect = permutationInference(
    fit.effect,
    Float64Array.from(alike, ({ effect }) => effect),
  );
  return {
    p: rank / (placebos.length + 1),
    pFloor: 1 / (placebos.length + 1),
    standardError: alike.length > 1 ? byEffect.standardError : null,
    interval: byEffect.interval,
    interval80: byEffect.interval80,
    gapIntervals: Array.from(fit.gaps, (gap, time) =>
      permutationInterval(gap, Float64Array.from(alike, ({ gaps }) => Math.abs(gaps[time]!)).sort(), 0.05),
    ),
    dropped: placebos.length - alike.length,
    kept: alike.length,
  };
}

const ratioOf = ({ before, after }: SyntheticControlFit): number => (before > 0 ? after / before : Number.MAX_VALUE);
