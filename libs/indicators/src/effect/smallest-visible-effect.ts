import { differenceInDifferences } from './difference-in-differences';
import { type EffectResult, type Refusal, refuse } from './effect';
import { keepPeers } from './keep-peers';
import { type Panel, rowOf, treatedOf } from './panel';
import { syntheticDifferenceInDifferences } from './synthetic-difference-in-differences';
import { thresholds } from './thresholds';

/** 1.96 + 0.84: found 8 times in 10 by a test at 5 % (methods.md §1.10). */
const standardErrors = 2.8;

/** The smallest effect that a result of this standard error would have shown. */
export const effectVisible = (standardError: number | null): number | null =>
  standardError === null ? null : standardErrors * standardError;

/** Over the mean of the treated units before they start; null when that mean is 0. */
export function shareOfLevelBefore(panel: Panel, effect: number | null): number | null {
  let sum = 0;
  let count = 0;
  for (const unit of treatedOf(panel)) {
    for (const value of rowOf(panel, unit).subarray(0, panel.treatedFrom[unit]!)) {
      sum += value;
      count += 1;
    }
  }
  return effect === null || sum === 0 ? null : effect / Math.abs(sum / count);
}

export interface VisibleEffect {
  readonly status: 'ok';
  /** In the outcome's unit. */
  readonly effect: number;
  /** Over the mean of the units to be treated; null when that mean is 0. */
  readonly relative: number | null;
  readonly donorCount: number;
}

export interface PowerQuestion {
  /** History without any project, `treatedFrom` all null. */
  readonly panel: Panel;
  /** Indices of the units where the project will be. */
  readonly units: readonly number[];
  /** Periods that will be known when the effect is read. */
  readonly periodsAfter: number;
  readonly seed?: number;
}

/**
 * Before a project starts: the smallest effect that could be seen. A start is pretended in the known past, where every
 * territory without a project shows how far chance alone goes.
 */
export function smallestVisibleEffect({
  panel,
  units,
  periodsAfter,
  seed = 1,
}: PowerQuestion): VisibleEffect | Refusal {
  const periods = panel.periods.length;
  const length = Math.min(periodsAfter, periods - thresholds.evaluationPeriodsBefore);
  if (units.length === 0) return refuse(null, 'no-treated-unit');
  if (length < 1) {
    return refuse(null, 'too-few-periods-before', { have: periods, need: thresholds.evaluationPeriodsBefore + 1 });
  }
  const chosen = new Set(units);
  const start = Math.max(Math.min(periods - length, periods - 1), thresholds.evaluationPeriodsBefore);
  const pretended = keepPeers(
    { ...panel, treatedFrom: panel.units.map((_, unit) => (chosen.has(unit) ? start : null)) },
    thresholds.peersKept,
  );
  const found = firstWithError([
    () => syntheticDifferenceInDifferences(pretended, { seed }),
    () => differenceInDifferences(pretended, { seed }),
  ]);
  if (found.status === 'refused') return found;
  const mean = meanOf(panel, units);
  const effect = standardErrors * (found.standardError ?? 0);
  return { status: 'ok', effect, relative: mean === 0 ? null : effect / Math.abs(mean), donorCount: found.donorCount };
}

/** The first result that has a standard error, else the first refusal. */
function firstWithError(attempts: readonly (() => EffectResult)[]): EffectResult {
  let refusal: Refusal | undefined;
  for (const attempt of attempts) {
    const result = attempt();
    if (result.status === 'ok' && result.standardError !== null) return result;
    if (result.status === 'refused') refusal ??= result;
  }
  return refusal ?? refuse(null, 'no-donor');
}

function meanOf({ outcomes, periods }: Panel, units: readonly number[]): number {
  let sum = 0;
  for (const unit of units) {
    for (let time = 0; time < periods.length; time++) sum += outcomes[unit * periods.length + time]!;
  }
  return sum / (units.length * periods.length);
}
