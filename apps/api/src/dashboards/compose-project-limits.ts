import {
  effectWords,
  formatEffect,
  formatNumber,
  isTold,
  type Locale,
  type Told,
  typeset,
  warningSentences,
} from '@sillage/indicators';
import type { EvaluatedOutcome } from './project-facts';

/** Above this share of chance, after counting every outcome that was looked at, a difference is most likely noise. */
const noiseP = 0.05;

/** What the evaluation does not say: its own warnings first, then what holds for every one. */
export function limitsOf(told: Told, { record }: EvaluatedOutcome, outcomeCount: number, locale: Locale): string[] {
  const words = effectWords[locale].limits;
  const { result, conclusion } = told.evaluation;
  if (result.status === 'refused') return [];
  const lines = [...warningSentences(result.warnings, told, locale)];
  if (isTold(conclusion) && outcomeCount > 1 && record.adjustedP !== null && record.adjustedP > noiseP)
    lines.unshift(words.noise(formatNumber(outcomeCount, 0, locale)));
  if (!record.pool.knowsNeighbours && result.method !== 'its') lines.push(words.spillover);
  lines.push(result.method === 'its' ? words.beforeAfter : words.elsewhere, words.mechanism);
  lines.push(words.scope(told.subject.label), words.people);
  return lines.map((line) => typeset(line, locale));
}

/** The smallest effect that the data could show; before the first result it says what can be hoped for. */
export function powerOf({ indicator, record }: EvaluatedOutcome, locale: Locale): string[] {
  const { smallestVisibleEffect, result } = record.evaluation;
  if (smallestVisibleEffect === null) return [];
  const words = effectWords[locale].limits;
  const size = formatEffect(Math.abs(smallestVisibleEffect), indicator, locale).replace('+', '');
  return [typeset((result.status === 'ok' ? words.powerPast : words.power)(size), locale)];
}
