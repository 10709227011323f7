import type { Queryable } from '../database/database';

export interface PublishedState {
  readonly version: number;
  readonly computedAt: Date;
  readonly durationMs: number;
  /** In order of publication: the last one wins. */
  readonly batchIds: readonly number[];
  readonly aggregateCount: number;
  readonly contentHash: string;
  readonly report: {
    readonly counts: Readonly<Record<string, number>>;
    readonly messages: readonly string[];
    /** Version in force of each indicator, by id. */
    readonly indicatorVersions: Readonly<Record<string, number>>;
  };
  /** Whether its figures can still be read. */
  readonly isReadable: boolean;
}

const stateColumns = `state.version, state.computed_at as "computedAt", state.duration_ms as "durationMs",
  state.batch_ids as "batchIds", state.aggregate_count as "aggregateCount", state.content_hash as "contentHash",
  state.report, state.is_readable as "isReadable"`;

/** Grain: at most one row, the state that readers see; none before the first rebuild. */
export async function findCurrentState(db: Queryable): Promise<PublishedState | undefined> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from current_state join published_state state on state.version = current_state.version`,
  );
  return rows[0];
}

/** Grain: at most one row, an earlier or the current state whose figures can still be read. */
export async function findState(db: Queryable, version: number): Promise<PublishedState | undefined> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from published_state state where state.version = $1 and state.is_readable`,
    [version],
  );
  return rows[0];
}

/** Grain: one row per published state, the newest first. */
export async function listStates(db: Queryable): Promise<PublishedState[]> {
  const { rows } = await db.query<PublishedState>(
    `select ${stateColumns} from published_state state order by state.version desc`,
  );
  return rows;
}
