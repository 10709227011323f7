import { type Locale, type Period, periodCode } from '@sillage/indicators';
import { listMeasures, type MeasureRow, type PublishedState } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';
import { findTerritory } from '../territories/territories.queries';
import type { Origin, ProvenanceFacts } from './compose-provenance';
import type { CommonFacts, Indicator } from './page-facts';
import { unknownDatum, unknownIndicator, unknownTerritory } from './page-problems';
import type { TerritoryName } from './page-request';
import { listLines } from './provenance-lines.queries';

export interface DatumName {
  readonly indicator: string;
  readonly territory: TerritoryName;
  readonly period: Period;
}

const origins = { published: 'published', parts: 'sum', components: 'derived', periods: 'periods' } as const;
/** The first lines are shown, the others counted. */
const mostLines = 50;

export async function readProvenance(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState,
  datum: DatumName,
  locale: Locale,
): Promise<ProvenanceFacts> {
  const indicator = common.indicators.find(({ code }) => code === datum.indicator);
  if (!indicator) throw unknownIndicator(locale, datum.indicator);
  const { level, code } = datum.territory;
  const territory = await findTerritory(db, level, code);
  if (!territory) throw unknownTerritory(locale, level, code);
  const period = periodCode(datum.period);
  const range = { territoryIds: [territory.id], indicatorIds: [indicator.id], from: period, to: period };
  const [found] = await listMeasures(db, state, range);
  if (!found) throw unknownDatum(locale);
  const origin: Origin = origins[found.origin];
  const isOwn = origin === 'published';
  const { lines, lineCount } = await listLines(db, state, {
    territoryId: territory.id,
    indicatorIds: isOwn ? [indicator.id] : idsBehind(indicator, common.indicators),
    period,
    isOwn,
    limit: mostLines,
  });
  return {
    ...common,
    indicator,
    territory,
    period: datum.period,
    measure: found.measure,
    origin,
    coverage: isOwn ? null : shareOf(found.coverage),
    lines: lines.map(({ territoryName, indicatorId, importedAt, ...line }) => ({
      ...line,
      territory: territoryName,
      indicator: common.indicators.find(({ id }) => id === indicatorId),
      importedAt: importedAt.toISOString(),
    })),
    lineCount,
  };
}

const shareOf = ({ availableWeight, expectedWeight }: MeasureRow['coverage']): number | null =>
  availableWeight === null || !expectedWeight ? null : availableWeight / expectedWeight;

/** The indicator and those that it is computed from. */
function idsBehind(indicator: Indicator, indicators: readonly Indicator[]): number[] {
  const codes = [indicator.numerator, indicator.denominator, indicator.weight];
  return [indicator.id, ...indicators.filter(({ code }) => codes.includes(code)).map(({ id }) => id)];
}
