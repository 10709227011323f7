import {
  type BoundaryHistory,
  boundaryHistory,
  type CommuneMovement,
  type CurrentCommune,
  vintageDate,
} from '@sillage/indicators';
import type { PoolClient } from 'pg';
import recent from '../../reference/commune-changes.json';
import { type StoredPerimeter, writeChanges, writePerimeters } from './history-writer';

interface RecentChange extends CommuneMovement {
  /** Of the former commune, in the last list that named it. */
  readonly fromPopulation: number | null;
}

const changes: readonly RecentChange[] = recent.changes;

/** The communes that changed since 2019, and what became of them (test/reference/derive-commune-changes.mjs). */
export function recentHistory(current: readonly CurrentCommune[]): BoundaryHistory {
  const codes = new Set(changes.flatMap(({ fromCode, toCode }) => [fromCode, toCode]));
  return boundaryHistory(
    changes,
    current.filter(({ code }) => codes.has(code)),
  );
}

/**
 * Files of recent years name communes that have merged since: their perimeters come with the reference. INSEE's list of
 * movements, once loaded, knows more and is left as it is.
 */
export async function writeRecentHistory(
  client: PoolClient,
  current: readonly CurrentCommune[],
  vintage: number,
): Promise<void> {
  const { rows: older } = await client.query<{ isKnown: boolean }>(
    `select exists (
       select 1 from boundary_change change
       join territory former on former.id = change.from_id and not former.is_demo
       where change.effective_date < $1) as "isKnown"`,
    [vintageDate(recent.firstVintage)],
  );
  if (older[0]?.isKnown) return;
  const history = recentHistory(current);
  const populations = new Map(
    changes.map(({ fromCode, date, fromPopulation }) => [`${fromCode} ${date}`, fromPopulation]),
  );
  const perimeters: StoredPerimeter[] = history.perimeters.map((perimeter) => ({
    ...perimeter,
    population: populations.get(`${perimeter.code} ${perimeter.validTo}`) ?? null,
  }));
  await writePerimeters(client, perimeters, vintage);
  await writeChanges(client, history.changes, { isWhole: false });
}
