import { effectBrief, effectWords, type Locale, shortEvidence, typeset, vocabulary } from '@sillage/indicators';
import type { z } from 'zod';
import { placesOf, projectName, refusalOf, toldOf, verdictOf } from './compose-effects';
import type { projectCardSchema } from './project-card.dto';
import type { ProjectItem } from './project-facts';

export type ProjectCard = z.infer<typeof projectCardSchema>;

export function cardOf(item: ProjectItem, locale: Locale): ProjectCard {
  const { project, programme, outcomes, treatments } = item;
  const [main] = outcomes;
  const name = projectName(item, locale);
  return {
    code: project.code,
    name,
    finding: findingOf(item, name, locale),
    verdict: verdictOf(item, locale),
    evidence: main ? shortEvidence(main.record.evaluation.evidence.level, locale) : null,
    programme: programme && (programme[locale] ?? programme.fr).title,
    aims: project.aims.map((aim) => vocabulary[locale].aims[aim]),
    place: placesOf(item, locale).card,
    dates: datesOf(
      treatments.map(({ startDate }) => startDate),
      project.endDate,
      locale,
    ),
    isFictitious: project.isDemo,
    link: `/projets/${encodeURIComponent(project.code)}`,
  };
}

function findingOf(item: ProjectItem, name: string, locale: Locale): string {
  const { finding } = effectWords[locale];
  const [main] = item.outcomes;
  if (main) return effectBrief(toldOf(item, main, locale), locale);
  return typeset(`${(refusalOf(item) ? finding.refused : finding.notEvaluated)(name)}.`, locale);
}

function datesOf(starts: readonly string[], end: string | null, locale: Locale): string {
  const words = effectWords[locale].sheet.dates;
  const first = [...starts].sort()[0]?.slice(0, 4);
  if (first === undefined) return '';
  return end ? words.from(first, end.slice(0, 4)) : words.since(first);
}
