import {
  type AggregationRule,
  absenceOfCode,
  aggregationRules,
  type IndicatorDefinition,
  type Measure,
  type ProjectDefinition,
  periodOfCode,
  periodText,
  shownMeasure,
  statusOfCode,
} from '@sillage/indicators';
import type { PoolClient } from 'pg';
import { listIndicators } from '../catalogue/catalogue.queries';
import { listProjects } from '../programmes/programmes.queries';
import type { Batch } from './imports.queries';
import {
  type Change,
  countReplacements,
  listLargestChanges,
  listOtherBatches,
  listTouchedIndicators,
  prepareProposal,
  proposePublication,
  proposeWithdrawal,
  type ReplacementCounts,
  type StoredMeasure,
} from './replacements.queries';

const changesShown = 20;

/** What publishing (or withdrawing) a batch would do, before anything is done. */
export interface ReplacementPlan {
  readonly kind: 'publication' | 'withdrawal';
  readonly counts: Pick<ReplacementCounts, 'created' | 'changed' | 'identical' | 'removed' | 'territories'>;
  /** Rows of the file that a person left out. */
  readonly leftOut: number;
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  /** Imports of which figures give way to this one, or come back. */
  readonly otherBatches: readonly { readonly id: number; readonly fileName: string; readonly values: number }[];
  /** `values` is null for an indicator that is computed from those of the batch. */
  readonly indicators: readonly (Pick<IndicatorDefinition, 'code' | 'fr' | 'en'> & {
    readonly values: number | null;
  })[];
  /** Projects whose effect is read on one of these indicators: it will be estimated again. */
  readonly projects: readonly Pick<ProjectDefinition, 'code' | 'fr' | 'en'>[];
  readonly largestChanges: readonly ShownChange[];
}

export interface ShownChange extends Pick<Change, 'level' | 'code' | 'name'> {
  readonly indicator: string;
  readonly period: string;
  readonly before: Measure;
  /** null: no figure is left. */
  readonly after: Measure | null;
}

/** Runs in a transaction of its own, that writes nothing but its temporary tables. */
export async function planReplacement(
  client: PoolClient,
  batch: Pick<Batch, 'id' | 'state' | 'summary'> & { readonly spool: string },
): Promise<ReplacementPlan> {
  const isPublication = batch.state === 'checked';
  const indicators = await listIndicators(client);
  const rules = new Map(aggregationRules(indicators).map((rule) => [rule.code, rule]));
  const limits = indicators.flatMap(({ id, code }) => {
    const rule = rules.get(code);
    return rule ? [{ ...rule, indicatorId: id }] : [];
  });
  await prepareProposal(client, limits);
  if (isPublication) await proposePublication(client, batch.id, batch.spool);
  else await proposeWithdrawal(client, batch.id);
  const codes = new Map(indicators.map(({ id, code }) => [id, code]));
  const { firstPeriod, lastPeriod, ...counts } = await countReplacements(client);
  const given = new Map(
    (await listTouchedIndicators(client)).map(({ indicatorId, values }) => [codes.get(indicatorId) ?? '', values]),
  );
  const moving = withComputed(new Set(given.keys()), indicators);
  const projects = (await listProjects(client)).filter(({ outcomes }) =>
    outcomes.some(({ indicator }) => moving.has(indicator)),
  );
  const changes = await listLargestChanges(client, changesShown);
  return {
    kind: isPublication ? 'publication' : 'withdrawal',
    counts,
    leftOut: batch.summary?.find(({ code }) => code === 'LIGNE_ECARTEE')?.count ?? 0,
    firstPeriod: firstPeriod === null ? null : periodText(periodOfCode(firstPeriod)),
    lastPeriod: lastPeriod === null ? null : periodText(periodOfCode(lastPeriod)),
    otherBatches: await listOtherBatches(client, isPublication ? 'old' : 'new'),
    indicators: indicators
      .filter(({ code }) => moving.has(code))
      .map(({ code, fr, en }) => ({ code, fr, en, values: given.get(code) ?? null })),
    projects: projects.map(({ code, fr, en }) => ({ code, fr, en })),
    largestChanges: changes.map((change) => shown(change, codes.get(change.indicatorId) ?? '', rules)),
  };
}

/** These indicators, and those computed from them, directly or through others. */
function withComputed(given: ReadonlySet<string>, indicators: readonly IndicatorDefinition[]): ReadonlySet<string> {
  const found = new Set(given);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { code, numerator, denominator, weight } of indicators)
      if ([numerator, denominator, weight].some((part) => part !== null && found.has(part))) found.add(code);
  }
  return found;
}

/** Small counts stay hidden here as everywhere. */
function shown(
  { level, code, name, period, before, after }: Change,
  indicator: string,
  rules: ReadonlyMap<string, AggregationRule>,
): ShownChange {
  const measureOf = ({ value, numerator, denominator, absence, status }: StoredMeasure): Measure => {
    const rule = rules.get(indicator);
    if (!rule) throw new Error(`No rule for ${indicator}`);
    return shownMeasure(rule, {
      indicator,
      period,
      value,
      numerator,
      denominator,
      absence: absence === null ? null : absenceOfCode(absence),
      status: statusOfCode(status),
      origin: 'published',
    });
  };
  return {
    level,
    code,
    name,
    indicator,
    period: periodText(periodOfCode(period)),
    before: measureOf(before),
    after: after && measureOf(after),
  };
}
