import {
  effectWords,
  fewestParticipants,
  formatNumber,
  formatValue,
  isValue,
  type Locale,
  type PublishedStatement,
  publishFacts,
  typeset,
} from '@sillage/indicators';
import type { ProjectItem } from './project-facts';
import { projectSheetWords, projectWords, whenText } from './project-words';

/** What each source says, side by side: where they differ, it is said and nothing is averaged. */
export function declaredFactsOf({ project }: ProjectItem, locale: Locale) {
  const words = effectWords[locale].sheet.facts;
  const secret = projectSheetWords[locale].secret.fact(formatNumber(fewestParticipants, 0, locale));
  return publishFacts(project.facts).map(({ label, unit, statements }) => {
    const write = (value: number): string =>
      formatValue(value, { unit, decimals: Number.isInteger(value) ? 0 : 1 }, locale);
    const ranges = statements.flatMap((statement) => rangeOf(statement) ?? []);
    const isDisputed = new Set(ranges.map(({ low, high }) => `${low}/${high}`)).size > 1;
    const extremes = [Math.min(...ranges.map(({ low }) => low)), Math.max(...ranges.map(({ high }) => high))] as const;
    return {
      label: label[locale] ?? label.fr,
      values: statements.map((statement) => {
        const { when, status, source, note } = statement;
        const range = rangeOf(statement);
        const one = range && range.low === range.high ? write(range.low) : null;
        const told = range ? (one ?? words.range(write(range.low), write(range.high))) : secret;
        const comment = note && (note[locale] ?? note.fr);
        return {
          value: typeset(comment ? `${told} – ${comment}` : told, locale),
          status: projectWords[locale].statementStatuses[status],
          date: when === null ? words.undated : whenText(when, locale),
          source: source.label,
          url: source.url,
        };
      }),
      disagreement: isDisputed ? typeset(words.disagreement(write(extremes[0]), write(extremes[1])), locale) : null,
    };
  });
}

const rangeOf = ({ low, high }: PublishedStatement): { low: number; high: number } | null =>
  isValue(low) && isValue(high) ? { low: low.value, high: high.value } : null;
