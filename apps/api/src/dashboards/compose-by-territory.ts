import {
  amongOutcomes,
  benjaminiHochberg,
  composeEffectsForest,
  concludeEffect,
  deviationsOf,
  type EffectRow,
  type EffectsFacts,
  effectWords,
  evidenceLevel,
  formatNumber,
  keepsDesign,
  type Locale,
  typeset,
  type UnitEffect,
} from '@sillage/indicators';
import { effectRow, placesOf, sourceOf } from './compose-effects';
import type { Dress, FigurePage } from './page-facts';
import type { EvaluatedOutcome, ProjectFacts } from './project-facts';

/** The main effect in each territory alone; null where it was not estimated. */
export function territoriesFigure(
  facts: ProjectFacts,
  main: EvaluatedOutcome,
  dress: Dress,
  locale: Locale,
): FigurePage | null {
  const { item } = facts;
  const effects = main.record.evaluation.byTerritory ?? [];
  if (effects.length === 0) return null;
  const forest: EffectsFacts = {
    kind: 'effects',
    id: 'by-territory',
    rowsAre: 'territories',
    place: placesOf(item, locale).alone,
    rows: territoryRows(effects, main, negligibleOf(facts, main), locale),
    sources: [sourceOf(facts, item, main, locale)],
  };
  const note = effectWords[locale].limits.byTerritory(formatNumber(effects.length, 0, locale));
  return dress({ ...composeEffectsForest(forest, locale), notes: [typeset(note, locale)] }, forest);
}

/** The size fixed beforehand for the main outcome; null where none was, or where the project is no longer what was fixed. */
function negligibleOf({ preRegistration, item }: ProjectFacts, { indicator }: EvaluatedOutcome): number | null {
  if (preRegistration?.mainOutcome !== indicator.code) return null;
  return keepsDesign(deviationsOf(preRegistration, item.project)) ? preRegistration.negligible : null;
}

function territoryRows(
  effects: readonly UnitEffect[],
  main: EvaluatedOutcome,
  negligible: number | null,
  locale: Locale,
): EffectRow[] {
  const { indicator, record } = main;
  const names = new Map(record.pool.treated.map(({ code, name }) => [code, name]));
  const adjusted = adjustedByUnit(effects, outcomesFactor(main));
  return effects.map(({ unit, result }) => {
    const told = concludeEffect(result, { polarity: indicator.polarity, negligible });
    const sensitivity = result.status === 'ok' ? (result.sensitivity ?? []) : [];
    const own = evidenceLevel({ result, crossChecks: [], sensitivity }).level;
    // one territory is never better established than the project that it belongs to
    const level = own < record.evaluation.evidence.level ? own : record.evaluation.evidence.level;
    const alone = { ...record.evaluation, ...told, result, evidence: { level, losses: [] } };
    const evaluation = amongOutcomes(alone, adjusted.get(unit) ?? null);
    return effectRow(names.get(unit) ?? unit, { ...main, record: { ...record, evaluation } }, locale);
  });
}

/** How many times less rare the main effect is once the project's other outcomes are counted: its territories are too. */
function outcomesFactor({ record: { evaluation, adjustedP } }: EvaluatedOutcome): number {
  const p = evaluation.result.status === 'ok' ? evaluation.result.p : null;
  return p && adjustedP !== null ? adjustedP / p : 1;
}

/** Benjamini and Hochberg over the territories that have a p. */
function adjustedByUnit(effects: readonly UnitEffect[], factor: number): Map<string, number> {
  const known = effects.flatMap(({ unit, result }) =>
    result.status === 'ok' && result.p !== null ? [{ unit, p: result.p }] : [],
  );
  const adjusted = benjaminiHochberg(known.map(({ p }) => p));
  return new Map(known.map(({ unit }, index) => [unit, Math.min(1, factor * adjusted[index]!)]));
}
