import { effectWords, formatEffect, type Locale, type Told, typeset, warningSentences } from '@sillage/indicators';
import type { EvaluatedOutcome } from './project-facts';

/** What the evaluation does not say: its own warnings first, then what holds for every one. */
export function limitsOf(told: Told, { record }: EvaluatedOutcome, locale: Locale): string[] {
  const words = effectWords[locale].limits;
  const { result } = told.evaluation;
  if (result.status === 'refused') return [];
  const lines = [...warningSentences(result.warnings, told, locale)];
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
