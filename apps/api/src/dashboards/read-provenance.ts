import { isSuppressed, isValue, type Locale, type Period, periodCode, periodOfCode } from '@sillage/indicators';
import { listMeasures, type MeasureRow, type PublishedState } from '../aggregates/aggregates.queries';
import { listLines } from '../aggregates/provenance.queries';
import type { Queryable } from '../database/database';
import { findTerritory } from '../territories/territories.queries';
import type { Origin, ProvenanceFacts } from './compose-provenance';
import type { CommonFacts } from './page-facts';
import { unknownDatum, unknownIndicator, unknownTerritory } from './page-problems';
import type { TerritoryName } from './page-request';

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
  const datumFilter = { territoryId: territory.id, indicatorId: indicator.id, period, limit: mostLines };
  const { lines, lineCount } = await listLines(db, state, datumFilter);
  return {
    ...common,
    indicator,
    territory,
    period: datum.period,
    measure: found.measure,
    origin,
    coverage: origin === 'published' ? null : shareOf(found.coverage),
    partCount: found.coverage.availableCount,
    lines: lines.map(({ territoryName, indicatorId, importedAt, ...line }) => ({
      fileName: line.fileName,
      line: line.line,
      column: line.column,
      batchId: line.batchId,
      period: periodOfCode(line.period),
      // What a hidden figure was made of would give it away.
      measure: isSuppressed(found.measure) && isValue(line.measure) ? found.measure : line.measure,
      territory: territoryName,
      indicator: common.indicators.find(({ id }) => id === indicatorId),
      importedAt: importedAt.toISOString(),
    })),
    lineCount,
  };
}

const shareOf = ({ availableWeight, expectedWeight }: MeasureRow['coverage']): number | null =>
  availableWeight === null || !expectedWeight ? null : availableWeight / expectedWeight;
