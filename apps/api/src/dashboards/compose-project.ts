import {
  checkSentence,
  composeBudget,
  composeCounterfactual,
  composeEffectsForest,
  composeGapByPeriod,
  type EffectPathFacts,
  type EffectsFacts,
  effectLead,
  effectTitle,
  effectWords,
  evidenceSentences,
  formatNumber,
  type Locale,
  refusalSentences,
  type Told,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import { figureIndicator, frameOf } from './compose';
import { avoidedCostOf } from './compose-avoided-cost';
import { territoriesFigure } from './compose-by-territory';
import { effectRow, placesOf, projectName, refusalOf, sourceOf, toldOf, verdictOf } from './compose-effects';
import { declaredFactsOf } from './compose-project-facts';
import { limitsOf, powerOf } from './compose-project-limits';
import { meansOf, tilesOf } from './compose-project-means';
import { crossChecksOf, donorsOf, historyOf, methodOf } from './compose-project-method';
import { notesOf } from './compose-project-notes';
import { targetsOf } from './compose-project-values';
import { registrationOf } from './compose-registration';
import type { Dress, FigurePage } from './page-facts';
import type { EvaluatedOutcome, ProjectFacts, ProjectItem } from './project-facts';
import type { projectPageSchema } from './project-pages.dto';

type ProjectPage = z.infer<typeof projectPageSchema>;

/** The sheet of a project: what changed because of it, how much, how sure, or why nobody can say. */
export function composeProject(facts: ProjectFacts, dress: Dress, locale: Locale): ProjectPage {
  const { item } = facts;
  const { project, programme, treatments } = item;
  const main = item.outcomes[0];
  const told = main && toldOf(item, main, locale);
  const text = (both: { fr: string; en: string | null }): string => both[locale] ?? both.fr;
  return {
    frame: frameOf(facts, locale),
    project: {
      code: project.code,
      name: projectName(item, locale),
      summary: (project[locale] ?? project.fr).summary,
      programme: programme && (programme[locale] ?? programme.fr).title,
      aims: project.aims.map((aim) => vocabulary[locale].aims[aim]),
      objectives: project.objectives.map(text),
      territories: treatments.map(({ level, code, name }) => ({
        level,
        code,
        name,
        levelLabel: vocabulary[locale].levels[level]?.one ?? level,
      })),
      isExample: project.isExample,
      isFictitious: project.isDemo,
    },
    finding: findingOf(item, told, locale),
    lead: leadOf(item, told, locale),
    verdict: verdictOf(item, locale),
    evidence: told ? evidenceSentences(told, locale) : null,
    refusal: refusalCard(item, told, locale),
    tiles: tilesOf(facts, locale),
    ...pathFigures(facts, main, dress, locale),
    checks: told ? told.evaluation.checks.map((check) => checkSentence(check, told, locale)) : [],
    limits: told && main ? limitsOf(told, main.record.pool, facts.item, locale) : [],
    outcomes: item.outcomes.length > 1 ? outcomesFigure(facts, dress, locale) : null,
    byTerritory: main ? territoriesFigure(facts, main, dress, locale) : null,
    method: main ? methodOf(main, locale) : [],
    crossChecks: told ? crossChecksOf(told, locale) : [],
    donors: main ? donorsOf(main, locale) : [],
    registration: registrationOf(facts, locale),
    power: main ? powerOf(main, locale) : [],
    avoidedCost: avoidedCostOf(item, locale),
    means: { budget: budgetFigure(item, dress, locale), ...meansOf(item, locale) },
    targets: targetsOf(facts, locale),
    declaredFacts: declaredFactsOf(item, locale),
    ...notesOf(facts, locale),
    history: historyOf(facts, locale),
  };
}

function findingOf(item: ProjectItem, told: Told | undefined, locale: Locale): string {
  if (told) return effectTitle(told, locale);
  const { finding } = effectWords[locale];
  const write = refusalOf(item) ? finding.refused : finding.notEvaluated;
  return typeset(write(projectName(item, locale)), locale);
}

function leadOf(item: ProjectItem, told: Told | undefined, locale: Locale): string[] {
  if (told) return effectLead(told, placesOf(item, locale).after, locale);
  const { refusal } = effectWords[locale].sheet;
  if (refusalOf(item)) return [typeset(refusal.descriptive, locale)];
  return [typeset(item.project.outcomes.length === 0 ? refusal.unmeasured : refusal.pending, locale)];
}

/** A refusal is as prominent as a result: the reason, and what would be needed. */
function refusalCard(item: ProjectItem, told: Told | undefined, locale: Locale): ProjectPage['refusal'] {
  const words = effectWords[locale].sheet.refusal;
  const refusal = refusalOf(item);
  if (!refusal) {
    if (told || item.project.outcomes.length > 0) return null;
    return {
      title: typeset(words.title, locale),
      reason: typeset(words.unmeasured, locale),
      needed: [typeset(words.unmeasuredNeeded, locale)],
    };
  }
  const named = told?.evaluation.result.status === 'refused' ? told.evaluation.result : refusal;
  const subject = told?.subject ?? anyQuantity;
  const [reason = '', ...needed] = refusalSentences(named, { subject }, locale);
  return { title: typeset(words.title, locale), reason, needed };
}

/** A refusal without an outcome has no amount to write. */
const anyQuantity: Told['subject'] = {
  label: '',
  unit: 'count',
  decimals: 0,
  polarity: 'none',
  wording: { subject: '', isFeminine: false, isPlural: false, counted: '' },
};

function pathFigures(
  facts: ProjectFacts,
  main: EvaluatedOutcome | undefined,
  dress: Dress,
  locale: Locale,
): { counterfactual: FigurePage | null; gapByPeriod: FigurePage | null } {
  const result = main?.record.evaluation.result;
  if (!main || result?.status !== 'ok' || result.path.length === 0) return { counterfactual: null, gapByPeriod: null };
  const { conclusion, certainty, evidence } = main.record.evaluation;
  const path: EffectPathFacts = {
    kind: 'effect-path',
    project: projectName(facts.item, locale),
    indicator: figureIndicator(main.indicator, locale),
    place: placesOf(facts.item, locale).alone,
    path: result.path,
    isStaggered: new Set(main.record.pool.treated.map(({ since }) => since)).size > 1,
    isSinceStart: result.method === 'callaway-santanna',
    endYear: facts.item.project.endDate === null ? null : Number(facts.item.project.endDate.slice(0, 4)),
    treatedCount: result.treatedCount,
    years: [main.record.pool.periods[0] ?? 0, main.record.pool.periods.at(-1) ?? 0],
    conclusion,
    certainty,
    evidence: evidence.level,
    estimate: result.estimate,
    interval: result.interval,
    source: sourceOf(facts, facts.item, main, locale),
  };
  return {
    counterfactual: dress(composeCounterfactual(path, locale), path),
    gapByPeriod: dress(composeGapByPeriod(path, locale), path),
  };
}

/** Every outcome of the project, so that none is left aside; with the warning that many results deserve. */
function outcomesFigure(facts: ProjectFacts, dress: Dress, locale: Locale): FigurePage {
  const { item } = facts;
  const forest: EffectsFacts = {
    kind: 'effects',
    id: 'outcomes',
    rowsAre: 'outcomes',
    place: placesOf(item, locale).alone,
    rows: item.outcomes.map((outcome) => effectRow(projectName(item, locale), outcome, locale)),
    sources: item.outcomes.map((outcome) => sourceOf(facts, item, outcome, locale)),
  };
  const note = effectWords[locale].limits.multiple(formatNumber(item.outcomes.length, 0, locale));
  return dress({ ...composeEffectsForest(forest, locale), notes: [typeset(note, locale)] }, forest);
}

function budgetFigure(item: ProjectItem, dress: Dress, locale: Locale): FigurePage | null {
  const { budget, isDemo } = item.project;
  if (budget.length === 0) return null;
  const euros = (cents: number | null): number | null => (cents === null ? null : cents / 100);
  const facts = {
    kind: 'budget' as const,
    project: projectName(item, locale),
    years: [...budget]
      .sort((a, b) => a.year - b.year)
      .map(({ year, votedCents, committedCents, spentCents }) => ({
        year,
        voted: euros(votedCents),
        committed: euros(committedCents),
        spent: euros(spentCents),
      })),
    isFictitious: isDemo,
  };
  return dress(composeBudget(facts, locale), facts);
}
