import { setImmediate as breathe } from 'node:timers/promises';
import { isSuppressed, isValue, periodOfCode } from '@sillage/indicators';
import { listMeasures, type PublishedState } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';
import { assembleOutcome, type OutcomeReading, type OutcomeRequest } from './assemble-outcome';
import type { Cell, Cells } from './cells';
import type { Candidates } from './gather-pool';

/** Reads one outcome of a published state for the treated and their candidates, over all its years. */
export async function readOutcome(
  db: Queryable,
  state: PublishedState,
  candidates: Candidates,
  request: OutcomeRequest,
): Promise<OutcomeReading> {
  const territoryIds = [...candidates.treated, ...candidates.kept].map(({ id }) => id);
  const cells = await readCells(db, state, territoryIds, request);
  return assembleOutcome(cells, candidates, request);
}

/** The page that a reader waits for goes between two reads. */
const readAtOnce = 200;

async function readCells(
  db: Queryable,
  state: PublishedState,
  territoryIds: readonly number[],
  { indicatorId, eventsIn }: OutcomeRequest,
): Promise<Cells> {
  const cells = new Map<number, Map<number, Cell>>();
  for (let start = 0; start < territoryIds.length; start += readAtOnce) {
    const part = territoryIds.slice(start, start + readAtOnce);
    const rows = await listMeasures(db, state, { territoryIds: part, indicatorIds: [indicatorId] });
    for (const { territoryId, period, measure, numerator, status } of rows) {
      const { kind, year } = periodOfCode(period);
      if (kind !== 'year') continue;
      const years = cells.get(territoryId) ?? new Map<number, Cell>();
      cells.set(territoryId, years);
      const value = isValue(measure) ? measure.value : null;
      years.set(year, {
        value,
        absence: isValue(measure) ? null : measure.absence,
        isSecret: isSuppressed(measure),
        isBreak: status === 'series-break',
        isProvisional: status === 'provisional' || status === 'estimated',
        events: eventsIn === 'numerator' ? numerator : eventsIn === 'value' ? value : null,
      });
    }
    await breathe();
  }
  return cells;
}
