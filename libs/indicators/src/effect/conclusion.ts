import type { Interval } from '../comparison/interval';
import type { Polarity } from '../indicator';
import type { EffectEstimate, EffectResult } from './effect';
import type { Conclusion, Evaluation } from './evaluation';
import { thresholds } from './thresholds';

export interface ConclusionRule {
  readonly polarity: Polarity;
  /** Size under which an effect changes nothing, fixed beforehand, in the outcome's unit; null when nobody fixed one. */
  readonly negligible?: number | null;
}

export interface ReadEffect {
  readonly conclusion: Conclusion;
  readonly certainty: Evaluation['certainty'];
}

/**
 * What may be said of a result. An effect is clear when its 95 % interval excludes 0 and its p, where it has one, is at most
 * 0.05: whatever an interval shows, a permutation that is not rare concludes nothing. When only the 80 % interval
 * excludes 0 the words are "likely, to be confirmed" and the conclusion stays open. Whether a clear effect is good is for
 * the indicator to declare: without polarity it is "unjudged".
 */
export function concludeEffect(result: EffectResult, { polarity, negligible }: ConclusionRule): ReadEffect {
  if (result.status === 'refused') return { conclusion: 'refused', certainty: null };
  const { interval, interval80, estimate } = result;
  if (interval && negligible && isWithin(interval, negligible)) {
    return { conclusion: 'negligible', certainty: 'negligible' };
  }
  if (isClear(result)) return { conclusion: judge(estimate, polarity), certainty: 'very-likely' };
  const isLikely =
    interval80 !== null && excludesZero(interval80) && (result.p === null || result.p <= thresholds.likelyP);
  return { conclusion: 'inconclusive', certainty: isLikely ? 'likely' : 'inconclusive' };
}

/** Whether an estimate is told from no effect at all, at 5 %. */
export function isClear({ interval, p, inference, donorCount }: EffectEstimate): boolean {
  if (interval === null || !excludesZero(interval)) return false;
  // A rank among fewer donors cannot be rare enough, whatever rounding makes of 1 in 20.
  if (inference === 'placebo-in-space' && donorCount < thresholds.donorsForFivePercent) return false;
  return p === null ? inference !== 'placebo-in-space' : p <= thresholds.clearP;
}

function judge(estimate: number, polarity: Polarity): Conclusion {
  if (polarity === 'none') return 'unjudged';
  return estimate > 0 === (polarity === 'higher-is-better') ? 'favourable' : 'unfavourable';
}

const excludesZero = ({ low, high }: Interval): boolean => low > 0 || high < 0;

const isWithin = ({ low, high }: Interval, size: number): boolean => low > -size && high < size;
