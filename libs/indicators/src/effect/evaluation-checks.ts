import { isClear } from './conclusion';
import type { EffectEstimate, EffectResult, Facts, RefusalCode, SensitivityEstimate } from './effect';
import type { EvaluationCheck } from './evaluation';
import { agrees, holds, isBeyondChance, isGoodPrefit } from './evidence-level';
import { thresholds } from './thresholds';

export interface CheckedFacts {
  readonly result: EffectResult;
  readonly crossChecks: readonly EffectResult[];
  readonly sensitivity: readonly SensitivityEstimate[];
  readonly treatedEvents: number | null;
  /** Estimated periods in which something else happened to the treated, as people declared it; null: nobody said. */
  readonly declaredEvents: readonly number[] | null;
  readonly hasProvisionalValues: boolean;
  /** Year from which the values are counted in another way, inside the period studied; null or absent: none. */
  readonly seriesBreak?: number | null;
}

/** The five questions of "can it be trusted?". */
export function evaluationChecks(facts: CheckedFacts): EvaluationCheck[] {
  const { result } = facts;
  if (result.status === 'refused') return checksOfRefusal(result.code, result.facts);
  return [
    resemblance(result),
    placebo(result, facts.sensitivity),
    sensitivityCheck(result, facts),
    otherEvents(result, facts.declaredEvents),
    dataQuality(facts),
  ];
}

function resemblance({ prefit, warnings }: EffectEstimate): EvaluationCheck {
  const code = 'resemblance-before';
  const isDrifting = warnings.some((warning) => driftCodes.includes(warning.code));
  if (!prefit) return { code, verdict: isDrifting ? 'doubtful' : 'not-done', facts: {} };
  const facts: Facts = { rmse: prefit.rmse, ...(prefit.relative !== null && { relative: prefit.relative }) };
  return { code, verdict: isGoodPrefit(prefit.relative) && !isDrifting ? 'passed' : 'doubtful', facts };
}

const driftCodes: readonly string[] = [
  'residual-prior-trend',
  'parallel-trends-doubtful',
  'parallel-trends-unchecked',
  'interpolation',
];

function placebo(result: EffectEstimate, sensitivity: readonly SensitivityEstimate[]): EvaluationCheck {
  const code = 'placebo';
  const inTime = sensitivity.find(({ kind }) => kind === 'placebo-in-time');
  const hasMoved = inTime !== undefined && isBeyondChance(inTime.estimate, result);
  const pretended: Facts = inTime
    ? { estimate: inTime.estimate, ...(inTime.period !== undefined && { start: inTime.period }) }
    : {};
  if (result.inference === 'placebo-in-space' && result.p !== null) {
    const facts = { p: result.p };
    // rare among other places, but not before the start: the doubt is told by what raises it
    if (hasMoved && result.p <= thresholds.clearP) return { code, verdict: 'doubtful', facts: pretended };
    if (result.p > thresholds.likelyP) return { code, verdict: 'failed', facts };
    return { code, verdict: result.p > thresholds.clearP ? 'doubtful' : 'passed', facts };
  }
  if (!inTime) return { code, verdict: 'not-done', facts: {} };
  return { code, verdict: hasMoved ? 'failed' : 'passed', facts: pretended };
}

function sensitivityCheck(result: EffectEstimate, { crossChecks, sensitivity }: CheckedFacts): EvaluationCheck {
  const code = 'sensitivity';
  const others = crossChecks.filter((check) => check.status === 'ok');
  const altered = sensitivity.filter(({ kind }) => kind !== 'placebo-in-time');
  if (others.length === 0 && altered.length === 0) return { code, verdict: 'not-done', facts: {} };
  const estimates = [result, ...others, ...altered].map(({ estimate }) => estimate);
  const donors = altered.filter(({ kind }) => kind === 'without-donor').length;
  const facts: Facts = { low: Math.min(...estimates), high: Math.max(...estimates), ...(donors > 0 && { donors }) };
  const isStable =
    altered.every(({ estimate }) => holds(result, estimate)) && others.every((one) => agrees(result, one));
  const isReversed = isClear(result) && estimates.some((value) => Math.sign(value) !== Math.sign(result.estimate));
  return { code, verdict: isReversed ? 'failed' : isStable ? 'passed' : 'doubtful', facts };
}

function otherEvents({ warnings }: EffectEstimate, declared: CheckedFacts['declaredEvents']): EvaluationCheck {
  const code = 'other-events';
  const shock = warnings.find((warning) => warning.code === 'external-shock');
  if (shock) return { code, verdict: 'doubtful', facts: shock.facts };
  if (declared === null) return { code, verdict: 'not-done', facts: {} };
  return { code, verdict: declared.length > 0 ? 'doubtful' : 'passed', facts: {} };
}

function dataQuality({ treatedEvents, hasProvisionalValues, seriesBreak = null }: CheckedFacts): EvaluationCheck {
  const isSmall = treatedEvents !== null && treatedEvents < thresholds.eventsComfortable;
  const facts: Facts = {
    ...(treatedEvents !== null && { events: treatedEvents }),
    ...(seriesBreak !== null && { break: seriesBreak }),
  };
  return {
    code: 'data-quality',
    verdict: isSmall || seriesBreak !== null || hasProvisionalValues ? 'doubtful' : 'passed',
    facts,
  };
}

const dataRefusals: readonly RefusalCode[] = [
  'missing-outcome',
  'duplicate-cell',
  'suppressed-outcome',
  'too-few-events',
  'no-data-before',
  'series-break',
];
const resemblanceRefusals: readonly RefusalCode[] = ['poor-prefit', 'outside-donors-range', 'parallel-trends-rejected'];

function checksOfRefusal(refusal: RefusalCode, facts: Facts): EvaluationCheck[] {
  const verdictOf = (codes: readonly RefusalCode[]) => (codes.includes(refusal) ? 'failed' : 'not-done');
  return [
    { code: 'resemblance-before', verdict: verdictOf(resemblanceRefusals), facts },
    { code: 'placebo', verdict: 'not-done', facts: {} },
    { code: 'sensitivity', verdict: verdictOf(['leave-one-out-changes-sign']), facts: {} },
    { code: 'other-events', verdict: refusal === 'external-shock' ? 'failed' : 'not-done', facts },
    { code: 'data-quality', verdict: verdictOf(dataRefusals), facts },
  ];
}
