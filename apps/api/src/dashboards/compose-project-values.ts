import {
  type DatedValue,
  effectWords,
  fewestParticipants,
  formatDate,
  formatMeasure,
  formatNumber,
  formatValue,
  isValue,
  type Known,
  type Locale,
  type Measure,
  publishedLevel,
  publishParticipation,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import type { Project } from '../programmes/programmes.queries';
import type { Indicator } from './page-facts';
import type { ProjectFacts } from './project-facts';
import { projectSheetWords, projectWords, whenText } from './project-words';

// What people gave of a project, each value with its date, how it is known and from whom.

export function targetsOf({ progress }: Pick<ProjectFacts, 'progress'>, locale: Locale) {
  const words = effectWords[locale].sheet.targets;
  return progress
    .filter(({ outcome: { target, baseline, milestones } }) => target ?? baseline ?? milestones[0])
    .map(({ outcome, indicator, current, period, progress: share, milestones }) => {
      const told = formatMeasure(current, indicator, locale);
      return {
        label: indicator[locale].label,
        baseline: toldValue(outcome.baseline, indicator, locale),
        current: period && isValue(current) ? words.at(told, whenText(period, locale)) : words.unknown,
        milestones: outcome.milestones.map((milestone, rank) => ({
          ...toldValue(milestone, indicator, locale),
          progress: shareText(milestones[rank], projectSheetWords[locale].milestoneProgress, locale),
        })),
        target: toldValue(outcome.target, indicator, locale),
        progress: shareText(share, isBeyond(share) ? words.beyond : words.progress, locale),
      };
    });
}

const isBeyond = (share: Measure): boolean => isValue(share) && share.value > 100;

function shareText(share: Measure | undefined, write: (share: string) => string, locale: Locale): string {
  if (!share || !isValue(share)) return typeset(effectWords[locale].sheet.targets.noProgress, locale);
  return typeset(write(vocabulary[locale].relative(formatNumber(share.value, 0, locale))), locale);
}

function toldValue(given: DatedValue | null, indicator: Indicator, locale: Locale) {
  const words = effectWords[locale].sheet.targets;
  if (!given) return { value: words.none, known: '', url: null };
  const level = publishedLevel(given, indicator);
  const told = isValue(level)
    ? formatValue(level.value, indicator, locale)
    : vocabulary[locale].absences[level.absence].words;
  const value = words.at(told, formatDate(given.date, locale));
  return { value, known: knownText(given, locale), url: given.source?.url ?? null };
}

const knownText = ({ status, source }: Known, locale: Locale): string =>
  typeset(
    projectSheetWords[locale].known(projectWords[locale].statementStatuses[status], source?.label ?? null),
    locale,
  );

/** Years that are known in the same way, together. */
export function budgetSourcesOf({ budget }: Project, locale: Locale) {
  const groups = new Map<string, { years: number[] } & Known>();
  for (const { year, status, source } of [...budget].sort((a, b) => a.year - b.year)) {
    const key = `${status} ${source?.label} ${source?.url}`;
    const group = groups.get(key) ?? { years: [], status, source };
    group.years.push(year);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ years, status, source }) => ({
    text: typeset(
      projectSheetWords[locale].budget(
        years.join(', '),
        projectWords[locale].statementStatuses[status],
        source?.label ?? null,
      ),
      locale,
    ),
    url: source?.url ?? null,
  }));
}

/** People and attendances are told apart; a few people are nobody's to know. */
export function participantsOf({ participation }: Project, locale: Locale): string[] {
  const words = effectWords[locale].sheet.participants;
  const { secret } = projectSheetWords[locale];
  const rows = publishParticipation(participation);
  const threshold = formatNumber(fewestParticipants, 0, locale);
  const lines = rows.flatMap(({ period, distinctPeople, attendances, status }) => {
    const when = whenText(period, locale);
    const told = projectWords[locale].statementStatuses[status];
    const line = (count: Measure, write: typeof words.people, withhold: typeof secret.people): string[] => {
      if (isValue(count)) return [write(when, formatNumber(count.value, 0, locale), told)];
      if (count.absence === 'suppressed-secondary') return [secret.deducible(when, told)];
      return count.absence === 'suppressed-primary' ? [withhold(when, threshold, told)] : [];
    };
    return [
      ...line(distinctPeople, words.people, secret.people),
      ...line(attendances, words.attendances, secret.attendances),
    ];
  });
  const both = rows.some(({ distinctPeople, attendances }) => isValue(distinctPeople) && isValue(attendances));
  return [...lines, ...(both ? [words.apart] : [])].map((line) => typeset(line, locale));
}
