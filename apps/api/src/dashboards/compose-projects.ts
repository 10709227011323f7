import {
  composeDoubleEffect,
  composeEffectsForest,
  effectWords,
  formatNumber,
  type Locale,
  typeset,
} from '@sillage/indicators';
import type { z } from 'zod';
import { frameOf } from './compose';
import { doubleEffectFacts, forestFacts, ownItems } from './compose-effects';
import { cardOf } from './compose-project-card';
import type { CommonFacts, Dress, FigurePage } from './page-facts';
import type { ProjectItem, ProjectsFacts } from './project-facts';
import type { projectsPageSchema } from './project-pages.dto';

type ProjectsPage = z.infer<typeof projectsPageSchema>;

export function composeProjects(facts: ProjectsFacts, dress: Dress, locale: Locale): ProjectsPage {
  const words = effectWords[locale].sheet.list;
  const own = ownItems(facts.items);
  const evaluated = own.filter(({ outcomes }) => outcomes.length > 0);
  const count = (items: readonly ProjectItem[]): string => formatNumber(items.length, 0, locale);
  const lead = own.length === 0 ? words.none : words.lead(count(own), own.length < 2, count(evaluated));
  return {
    frame: frameOf(facts, locale),
    title: words.title,
    lead: [typeset(lead, locale)],
    ...projectFigures(facts, facts.items, dress, locale),
    projects: own.map((item) => cardOf(item, locale)),
    examples: facts.items.filter(({ project }) => project.isExample).map((item) => cardOf(item, locale)),
  };
}

/** The two figures that set projects side by side, for the home page and the list. */
export function projectFigures(
  facts: CommonFacts,
  items: readonly ProjectItem[],
  dress: Dress,
  locale: Locale,
): { forest: FigurePage | null; doubleEffect: FigurePage | null } {
  const forest = forestFacts(facts, items, locale);
  const double = doubleEffectFacts(facts, items, locale);
  return {
    forest: forest && dress(composeEffectsForest(forest, locale), forest),
    doubleEffect: double && dress(composeDoubleEffect(double, locale), double),
  };
}
