import { Injectable } from '@nestjs/common';
import { aggregatesFr } from '@sillage/indicators';
import { Database, type Queryable } from '../database/database';
import { Log } from '../platform/log';
import { findCurrentState } from './aggregates.queries';
import { completeYears, takeLatest, takeOwn } from './rebuild-base';
import { pairComponents } from './rebuild-components';
import { type RebuildInputs, readInputs } from './rebuild-inputs';
import { writeOwn, writeSums } from './rebuild-output';
import { addKey, hashState, publishState, stateTable } from './rebuild-state';
import { carefulRules, createSettled, replaceByOwn, sumLeaves, sumParts, sumWithCare } from './rebuild-sums';
import { createRowTables, writeAtoms, writeRules } from './rebuild-tables';
import { dropOldStates } from './state-retention';
import { type Atoms, cutAtoms } from './territory-atoms';

export interface RebuildReport {
  readonly version: number;
  /** false when the figures are those of the current state, which stays. */
  readonly isNew: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
}

export interface RebuildOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => Promise<void>;
}

/** The same bytes every time: one worker, scans that start at the beginning, plans that do not depend on the hour. */
const settings = `
  set local max_parallel_workers_per_gather = 0;
  set local synchronize_seqscans = off;
  set local jit = off;
  set local work_mem = '256MB';
  set local maintenance_work_mem = '256MB';
  set local statement_timeout = 0;
  set local default_statistics_target = 10;
  set local extra_float_digits = 1`;

const steps = 6;

/** latest → sum leaves → derive → suppress → swap, in one transaction: readers see the previous state until it commits. */
@Injectable()
export class RebuildService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  async rebuild(reason: string, options: RebuildOptions = {}): Promise<RebuildReport> {
    const report = await this.database.transaction(async (client) => {
      // One rebuild at a time, whatever the number of instances; a second one finds that nothing has changed.
      await client.query(`select pg_advisory_xact_lock(hashtext('sillage-rebuild'))`);
      return this.compute(client, options);
    });
    const dropped = await dropOldStates(this.database);
    this.log.line('info', 'rebuild', { reason, version: report.version, isNew: report.isNew, ...report.counts });
    return { ...report, messages: [...report.messages, ...dropped] };
  }

  private async compute(db: Queryable, { signal, progress }: RebuildOptions): Promise<RebuildReport> {
    const startedAt = performance.now();
    const step = async (done: number) => {
      signal?.throwIfAborted();
      await progress?.(done, steps);
    };
    await db.query(settings);
    const inputs = await readInputs(db);
    await writeRules(db, inputs);
    await createRowTables(db);
    await step(1);
    await takeLatest(db, inputs);
    await completeYears(db, inputs);
    const wholeIds = inputs.tree.filter(({ partitions }) => partitions.length > 0).map(({ id }) => id);
    const ownIds = new Set(await takeOwn(db, inputs, wholeIds));
    const atoms = cutAtoms(inputs.tree, ownIds);
    await writeAtoms(db, atoms);
    await step(2);
    const { skipped, means } = carefulRules(inputs.rules);
    await sumLeaves(db, inputs, skipped, haveWholeWeights(atoms));
    await sumWithCare(db, inputs, 0, means);
    await step(3);
    await climb(db, 0, atoms);
    const phases = [0];
    for (const phase of laterPhases(inputs)) {
      phases.push(phase);
      await createSettled(db, phase);
      await pairComponents(db, inputs, phase);
      await sumWithCare(db, inputs, phase, []);
      await climb(db, phase, atoms);
    }
    await step(4);

    const current = await findCurrentState(db);
    const version = await nextVersion(db);
    const table = stateTable(version);
    for (const phase of phases) await writeSums(db, table, { phase, version, hasOwn: ownIds.size > 0 });
    await writeOwn(db, table, phases, version);
    await addKey(db, table);
    await step(5);
    const { hash, count, ...tally } = await hashState(db, table, [inputs.rules, inputs.tree]);
    const counts = { aggregates: count, batches: inputs.batchIds.length, ...tally };
    if (current && current.contentHash === hash && sameList(current.batchIds, inputs.batchIds)) {
      await db.query(`drop table ${table}`);
      const messages = [aggregatesFr.unchanged(current.version), aggregatesFr.resting(inputs.batchIds.length)];
      return { version: current.version, isNew: false, counts, messages };
    }
    const odd = new Set(inputs.oddPairs.map((pair) => Math.floor(pair / 4_194_304)));
    const codes = inputs.rules.filter(({ id }) => odd.has(id)).map(({ code }) => code);
    const messages = [
      aggregatesFr.published(version, count),
      aggregatesFr.resting(inputs.batchIds.length),
      ...(tally.withheld > 0 ? [aggregatesFr.withheld(tally.withheld)] : []),
      ...(tally.suppressed > 0 ? [aggregatesFr.hidden(tally.suppressed)] : []),
      ...(codes.length > 0 ? [aggregatesFr.summedWithCare(codes)] : []),
    ];
    const durationMs = Math.round(performance.now() - startedAt);
    await publishState(db, {
      version,
      durationMs,
      batchIds: inputs.batchIds,
      count,
      hash,
      report: { counts, messages, indicatorVersions: inputs.indicatorVersions },
    });
    await step(steps);
    return { version, isNew: true, counts, messages };
  }
}

/** Whole and small enough for a sum of weights to leave room, in a double, for the count of rows. */
const haveWholeWeights = ({ leaves }: Atoms): boolean =>
  leaves.every(({ weight }) => Number.isInteger(weight)) &&
  leaves.reduce((total, { weight }) => total + weight, 0) < 2 ** 32;

async function climb(db: Queryable, phase: number, { parts, lastRank }: Atoms): Promise<void> {
  for (let rank = 1; rank <= lastRank; rank++) {
    await sumParts(db, phase, rank, parts);
    await replaceByOwn(db, phase, rank);
  }
}

/** Phases of rules made from components; none when no component has any data. */
function laterPhases({ rules, pairs }: RebuildInputs): number[] {
  const withData = new Set(pairs.map((pair) => Math.floor(pair / 4_194_304)));
  const codes = new Set(rules.filter(({ id }) => withData.has(id)).map(({ code }) => code));
  const phases = new Set<number>();
  for (const { code, phase, numerator, denominator } of rules) {
    const isFed = codes.has(code) || (numerator !== null && codes.has(numerator) && denominator !== null);
    if (phase > 0 && isFed) {
      codes.add(code);
      phases.add(phase);
    }
  }
  return [...phases].sort((a, b) => a - b);
}

async function nextVersion(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    'select coalesce(max(version), 0) + 1 as version from published_state',
  );
  return rows[0]?.version ?? 1;
}

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
