import {
  effectWords,
  formatEffect,
  formatValue,
  type Locale,
  type Told,
  typeset,
  warningSentences,
} from '@sillage/indicators';
import type { EvaluatedOutcome, ProjectItem } from './project-facts';

interface DatedProject {
  readonly project: Pick<ProjectItem['project'], 'endDate'>;
  readonly treatments: readonly Pick<ProjectItem['treatments'][number], 'startDate'>[];
}

/** What the evaluation does not say: its own warnings first, then what holds for every one. */
export function limitsOf(
  told: Told,
  pool: Pick<EvaluatedOutcome['record']['pool'], 'knowsNeighbours' | 'periods'>,
  { project, treatments }: DatedProject,
  locale: Locale,
): string[] {
  const words = effectWords[locale].limits;
  const { result } = told.evaluation;
  if (result.status === 'refused') return [];
  const lines = [...warningSentences(result.warnings, told, locale)];
  if (!pool.knowsNeighbours && result.method !== 'its') lines.push(words.spillover);
  const endYear = project.endDate?.slice(0, 4);
  if (endYear && Number(endYear) < (pool.periods.at(-1) ?? 0)) lines.push(words.ended(endYear));
  if (treatments.some(({ startDate }) => startDate.slice(5, 7) > '06')) lines.push(words.lateStart);
  lines.push(result.method === 'its' ? words.beforeAfter : words.elsewhere, words.mechanism);
  lines.push(words.scope(told.subject.label), words.people);
  return lines.map((line) => typeset(line, locale));
}

/** The smallest effect that the data could show; before the first result it says what can be hoped for. */
export function powerOf({ indicator, record }: EvaluatedOutcome, locale: Locale): string[] {
  const { smallestVisibleEffect, smallestVisibleShare: share, result } = record.evaluation;
  if (smallestVisibleEffect === null) return [];
  const words = effectWords[locale].limits;
  const size = formatEffect(Math.abs(smallestVisibleEffect), indicator, locale).replace('+', '');
  const percent = typeof share === 'number' && formatValue(100 * share, { unit: 'percent', decimals: 0 }, locale);
  const told = percent ? words.shareOfBefore(percent, size) : size;
  return [typeset((result.status === 'ok' ? words.powerPast : words.power)(told), locale)];
}
