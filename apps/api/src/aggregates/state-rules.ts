import { aggregationRules, growthYears, type IndicatorDefinition } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { PublishedState } from './published-state';
import type { IndicatorRule } from './rebuild-inputs';

/** The rules under which a state was computed: an earlier state reads under the definitions of its own time. */
export async function readStateRules(db: Queryable, state: PublishedState): Promise<IndicatorRule[]> {
  const versions = Object.entries(state.report.indicatorVersions);
  const { rows } = await db.query<{ id: number; definition: IndicatorDefinition }>(
    `select indicator_id as id, definition
     from indicator_version
     join unnest($1::integer[], $2::integer[]) as given (id, version)
       on given.id = indicator_id and given.version = indicator_version.version
     order by indicator_id`,
    [versions.map(([id]) => Number(id)), versions.map(([, version]) => version)],
  );
  const ids = new Map(rows.map(({ id, definition }) => [definition.code, id]));
  return aggregationRules(rows.map(({ definition }) => definition)).map((rule) => ({
    ...rule,
    id: ids.get(rule.code) ?? 0,
  }));
}

/** The rules asked for and those of their components, in the order of the rules: components first. */
export function withComponents(rules: readonly IndicatorRule[], indicatorIds: readonly number[]): IndicatorRule[] {
  const wanted = new Set(rules.filter(({ id }) => indicatorIds.includes(id)).map(({ code }) => code));
  for (const { code, numerator, denominator, weight } of [...rules].reverse()) {
    if (!wanted.has(code)) continue;
    for (const component of [numerator, denominator, weight]) if (component !== null) wanted.add(component);
  }
  return rules.filter(({ code }) => wanted.has(code));
}

/** The period code at which a growth that ends at `period` starts. */
export const growthStartOf = (period: number): number => period - growthYears * 1000;
