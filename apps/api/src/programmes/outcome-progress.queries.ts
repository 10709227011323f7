import {
  absent,
  type DatedValue,
  hasSecretLevel,
  type Measure,
  type ProjectOutcome,
  periodOfCode,
  periodText,
} from '@sillage/indicators';
import { findCurrentState, listMeasures } from '../aggregates/aggregates.queries';
import { type Indicator, listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { currentOutcome, progressOf } from './current-outcome';
import { listProjectTreatments, listTerritoriesInside, type Project } from './programmes.queries';

/** Where an outcome stands between its baseline and its target, on the treated territories together. */
export interface OutcomeProgress {
  readonly outcome: ProjectOutcome;
  readonly indicator: Indicator;
  readonly current: Measure;
  /** As `periodText` spells it; null without a value. */
  readonly period: string | null;
  /** Percent, unclamped. */
  readonly progress: Measure;
  /** Percent of the way to each milestone, in their order, unclamped. */
  readonly milestones: readonly Measure[];
}

/** Grain: one row per outcome of a project whose indicator exists, the main one first, in the state that readers see. */
export async function listOutcomeProgress(db: Queryable, project: Project): Promise<OutcomeProgress[]> {
  const byCode = new Map((await listIndicators(db)).map((indicator) => [indicator.code, indicator]));
  const outcomes = project.outcomes.flatMap((outcome) => {
    const indicator = byCode.get(outcome.indicator);
    return indicator ? [{ outcome, indicator }] : [];
  });
  const territoryIds = (await listProjectTreatments(db, project.id)).map(({ territoryId }) => territoryId);
  const inside = await listTerritoriesInside(db, territoryIds);
  const state = await findCurrentState(db);
  const indicatorIds = outcomes.map(({ indicator }) => indicator.id);
  const rows = state ? await listMeasures(db, state, { territoryIds, indicatorIds }) : [];
  return outcomes
    .sort((a, b) => Number(b.outcome.isMain) - Number(a.outcome.isMain))
    .map(({ outcome, indicator }) => {
      const own = rows.filter(({ indicatorId }) => indicatorId === indicator.id);
      const { measure, period } = currentOutcome(indicator, territoryIds.length, own, inside);
      const towards = (level: DatedValue | null): Measure =>
        hasSecretLevel([outcome.baseline, level], indicator)
          ? absent('suppressed-secondary')
          : progressOf(outcome.baseline, level, measure);
      return {
        outcome,
        indicator,
        current: measure,
        period: period === null ? null : periodText(periodOfCode(period)),
        progress: towards(outcome.target),
        milestones: outcome.milestones.map(towards),
      };
    });
}
