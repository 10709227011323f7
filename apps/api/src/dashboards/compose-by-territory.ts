import {
  benjaminiHochberg,
  composeEffectsForest,
  concludeEffect,
  type EffectRow,
  type EffectsFacts,
  effectWords,
  evidenceLevel,
  formatNumber,
  type Locale,
  typeset,
  type UnitEffect,
} from '@sillage/indicators';
import { effectRow, placesOf, sourceOf } from './compose-effects';
import type { Dress, FigurePage } from './page-facts';
import type { EvaluatedOutcome, ProjectFacts } from './project-facts';

/** Above this, once adjusted for the number of territories, a difference may be chance. */
const mostP = 0.05;

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
    rows: territoryRows(effects, main, locale),
    sources: [sourceOf(facts, item, main, locale)],
  };
  const note = effectWords[locale].limits.byTerritory(formatNumber(effects.length, 0, locale));
  return dress({ ...composeEffectsForest(forest, locale), notes: [typeset(note, locale)] }, forest);
}

function territoryRows(effects: readonly UnitEffect[], main: EvaluatedOutcome, locale: Locale): EffectRow[] {
  const { indicator, record } = main;
  const names = new Map(record.pool.treated.map(({ code, name }) => [code, name]));
  const adjusted = adjustedByUnit(effects);
  return effects.map(({ unit, result }) => {
    const p = adjusted.get(unit);
    const told =
      p !== undefined && p > mostP
        ? { conclusion: 'inconclusive' as const, certainty: 'inconclusive' as const }
        : concludeEffect(result, indicator);
    const sensitivity = result.status === 'ok' ? (result.sensitivity ?? []) : [];
    const own = evidenceLevel({ result, crossChecks: [], sensitivity }).level;
    // one territory is never better established than the project that it belongs to
    const level = own < record.evaluation.evidence.level ? own : record.evaluation.evidence.level;
    const evaluation = { ...record.evaluation, ...told, result, evidence: { level, losses: [] } };
    return effectRow(names.get(unit) ?? unit, { ...main, record: { ...record, evaluation } }, locale);
  });
}

/** Benjamini and Hochberg over the territories that have a p. */
function adjustedByUnit(effects: readonly UnitEffect[]): Map<string, number> {
  const known = effects.flatMap(({ unit, result }) =>
    result.status === 'ok' && result.p !== null ? [{ unit, p: result.p }] : [],
  );
  const adjusted = benjaminiHochberg(known.map(({ p }) => p));
  return new Map(known.map(({ unit }, index) => [unit, adjusted[index]!]));
}
