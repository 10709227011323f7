import type { Polarity } from '../indicator';
import { endingEarlier, pretendedStart } from './altered-panel';
import { chooseMethod } from './choose-method';
import { concludeEffect } from './conclusion';
import { differenceInDifferences } from './difference-in-differences';
import type { EffectEstimate, EffectMethod, EffectResult, Refusal, SensitivityEstimate } from './effect';
import { estimateEffect } from './estimate-effect';
import type { Evaluation } from './evaluation';
import { evaluationChecks } from './evaluation-checks';
import { evidenceLevel } from './evidence-level';
import { warnOfShock } from './external-shock';
import { keepPeers } from './keep-peers';
import type { Panel } from './panel';
import { effectVisible, shareOfLevelBefore } from './smallest-visible-effect';
import { thresholds } from './thresholds';

/** Changed with any rule that can change an answer. */
export const methodVersion = '3';

export interface EvaluationOptions {
  readonly polarity: Polarity;
  /** Size under which an effect changes nothing, fixed beforehand, in the outcome's unit. */
  readonly negligible?: number | null;
  readonly seed?: number;
  /** Events counted in the treated units after their start; null or absent where the outcome counts none. */
  readonly treatedEvents?: number | null;
  readonly isRandomised?: boolean;
  /** Periods in which something else happened to the treated units; null or absent: nobody said. */
  readonly declaredEvents?: readonly number[] | null;
  readonly hasProvisionalValues?: boolean;
  /** Year from which the values are counted in another way, inside the period studied. */
  readonly seriesBreak?: number | null;
}

/**
 * A project's effect on one outcome: the method that the situation calls for, its cross-checks, the attempts to make it
 * fail, what may be concluded and how strong the evidence is. A refusal to read the panel is an evaluation too.
 */
export function evaluateEffect(panel: Panel | Refusal, options: EvaluationOptions): Evaluation {
  const { seed = 1 } = options;
  const treatedEvents = options.treatedEvents ?? null;
  const found = 'status' in panel ? refused(panel) : estimateAll(panel, treatedEvents, seed);
  const { result } = found;
  const visible = result.status === 'ok' ? effectVisible(result.standardError) : null;
  return {
    ...concludeEffect(result, options),
    result,
    crossChecks: found.crossChecks,
    evidence: evidenceLevel({ ...found, ...options }),
    checks: evaluationChecks({
      ...found,
      treatedEvents,
      declaredEvents: options.declaredEvents?.filter((period) => isWithin(panel, period)) ?? null,
      hasProvisionalValues: options.hasProvisionalValues ?? false,
      seriesBreak: options.seriesBreak ?? null,
    }),
    smallestVisibleEffect: visible,
    smallestVisibleShare: 'status' in panel ? null : shareOfLevelBefore(panel, visible),
    methodVersion,
    seed,
  };
}

function isWithin(panel: Panel | Refusal, period: number): boolean {
  if ('status' in panel) return true;
  return period >= panel.periods[0]! && period <= panel.periods.at(-1)!;
}

interface Estimates {
  readonly result: EffectResult;
  readonly crossChecks: readonly EffectResult[];
  readonly sensitivity: readonly SensitivityEstimate[];
}

const refused = (result: Refusal): Estimates => ({ result, crossChecks: [], sensitivity: [] });

function estimateAll(whole: Panel, treatedEvents: number | null, seed: number): Estimates {
  const first = chooseMethod(whole, treatedEvents);
  if ('status' in first) return refused(first);
  const isFew = first.method === 'sdid';
  const panel = isFew ? keepPeers(whole, thresholds.peersKept) : whole;
  // Fewer donors than were offered may be near enough: the table is read again for those.
  const choice = isFew ? chooseMethod(panel, treatedEvents) : first;
  if ('status' in choice) return refused(choice);
  const estimate = (method: EffectMethod, table: Panel): EffectResult =>
    method === 'did' ? differenceInDifferences(table, { seed }) : estimateEffect(table, method, { seed });
  const result = estimate(choice.method, panel);
  if (result.status === 'refused') return refused(result);
  const forWeights = isFew ? panel : keepPeers(panel, thresholds.crossCheckDonors);
  const crossChecks = choice.crossChecks.map((method) => estimate(method, method === 'did' ? panel : forWeights));
  const sensitivity = result.sensitivity ?? alteredEstimates(panel, result, estimate);
  return { result: warnOfShock({ ...result, sensitivity }, panel), crossChecks, sensitivity };
}

/** For the methods that do not do it themselves: another last period before, and a start that never was. */
function alteredEstimates(
  panel: Panel,
  { method }: EffectEstimate,
  estimate: (method: EffectMethod, panel: Panel) => EffectResult,
): SensitivityEstimate[] {
  if (method === 'its') return [];
  const found: SensitivityEstimate[] = [];
  const shorter = endingEarlier(panel);
  const earlier = shorter && estimate(method, shorter);
  if (earlier?.status === 'ok') found.push({ kind: 'ending-earlier', estimate: earlier.estimate });
  const pretended = pretendedStart(panel);
  const inTime = pretended && estimate('did', pretended.panel);
  if (inTime?.status === 'ok') {
    found.push({ kind: 'placebo-in-time', estimate: inTime.estimate, period: pretended!.period });
  }
  return found;
}
