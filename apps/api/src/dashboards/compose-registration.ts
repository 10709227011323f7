import {
  type Deviation,
  deviationsOf,
  effectWords,
  formatDate,
  formatEffect,
  formatNumber,
  keepsDesign,
  type Locale,
  parisDate,
  typeset,
} from '@sillage/indicators';
import type { ProjectFacts } from './project-facts';
import { projectSheetWords, projectWords } from './project-words';

/** What was fixed before the start, and plainly what changed since. */
export function registrationOf(facts: ProjectFacts, locale: Locale) {
  const { preRegistration, indicators, item } = facts;
  if (!preRegistration) return null;
  const words = effectWords[locale].sheet.registration;
  const more = projectSheetWords[locale].registration;
  const { mainOutcome, comparisonPool, readingDate, negligible, isRandomised, fixedAt, fixedBy } = preRegistration;
  const outcome = indicators.find(({ code }) => code === mainOutcome);
  const name = outcome?.[locale].label ?? mainOutcome;
  const size = negligible !== null && outcome ? formatEffect(negligible, outcome, locale).replace('+', '') : null;
  const deviations = deviationsOf(preRegistration, item.project);
  const isKept = keepsDesign(deviations);
  const sameOutcome = !deviations.some(({ kind }) => kind === 'main-outcome');
  // what was fixed binds only the project that was fixed
  const write = !isKept ? words.designChanged : sameOutcome ? words.text : words.outcomeChanged;
  return {
    text: typeset(write(formatDate(parisDate(fixedAt), locale)), locale),
    items: [
      { term: words.outcome, text: name },
      { term: words.pool, text: projectWords[locale].comparisonPools[comparisonPool] },
      { term: words.reading, text: formatDate(readingDate, locale) },
      ...(size === null ? [] : [{ term: more.negligible, text: typeset(more.below(size), locale) }]),
      ...(isRandomised ? [{ term: more.lot, text: more.drawn }] : []),
      { term: words.author, text: fixedBy },
    ],
    deviations: deviations.flatMap((deviation) => sentencesOf(deviation, facts, locale)),
    kept: deviations.length === 0 ? typeset(more.kept, locale) : null,
    fixedEvaluation: sameOutcome ? null : evaluationOf(facts, outcome?.id, typeset(more.readFixed(name), locale)),
  };
}

/** The estimation of the outcome that was fixed stays, at its own address. */
function evaluationOf({ history, item }: ProjectFacts, indicatorId: number | undefined, label: string) {
  const current = history.find((record) => record.indicatorId === indicatorId && record.isCurrent);
  return current ? { label, link: `/projets/${encodeURIComponent(item.project.code)}?edition=${current.id}` } : null;
}

function sentencesOf(deviation: Deviation, { indicators, item }: ProjectFacts, locale: Locale): string[] {
  const words = projectSheetWords[locale].deviations;
  const outcomeName = (code: string): string =>
    indicators.find((indicator) => indicator.code === code)?.[locale].label ?? code;
  const placeName = (place: { level: string; code: string }): string =>
    item.treatments.find(({ level, code }) => level === place.level && code === place.code)?.name ?? place.code;
  const names = (places: readonly { level: string; code: string }[]): string => places.map(placeName).join(', ');
  const day = (date: string | null): string | null => date && formatDate(date, locale);
  const told = (): string[] => {
    switch (deviation.kind) {
      case 'main-outcome':
        return [words.mainOutcome(outcomeName(deviation.fixed), deviation.current && outcomeName(deviation.current))];
      case 'territories':
        return [
          ...(deviation.added.length > 0 ? [words.added(names(deviation.added))] : []),
          ...(deviation.removed.length > 0 ? [words.removed(names(deviation.removed))] : []),
        ];
      case 'start-dates':
        return deviation.changes.map((change) =>
          words.startDate(placeName(change), formatDate(change.fixed, locale), formatDate(change.current, locale)),
        );
      case 'end-date':
        return [words.endDate(day(deviation.fixed), day(deviation.current))];
      case 'anticipation':
        return [
          words.anticipation(formatNumber(deviation.fixed, 0, locale), formatNumber(deviation.current, 0, locale)),
        ];
    }
  };
  return told().map((sentence) => typeset(sentence, locale));
}
