import { createHash } from 'node:crypto';
import { type EvaluationOptions, isHeadcount, isRatio, methodVersion } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { lastYearBy } from './assemble-outcome';
import type { DonorPool } from './donor-pool';
import type { EstimateTask } from './estimate.worker';
import type { Candidates } from './gather-pool';
import type { OutcomeToEvaluate, ProjectToEvaluate } from './projects-to-evaluate';
import { readOutcome } from './read-outcome';

export interface PreparedOutcome {
  readonly indicatorId: number;
  readonly stateVersion: number;
  readonly pool: DonorPool;
  readonly task: EstimateTask;
  /** The same hash gives the same result: nothing else enters the estimation. */
  readonly inputHash: string;
}

/** Everything that the estimation of one outcome rests on. */
export async function prepareOutcome(
  db: Queryable,
  project: ProjectToEvaluate,
  candidates: Candidates,
  { indicator, given, readingDate, negligible }: OutcomeToEvaluate,
): Promise<PreparedOutcome> {
  const { panel, pool, isFuture, eventsByUnit, ...facts } = await readOutcome(db, project.state, candidates, {
    indicatorId: indicator.id,
    anticipationPeriods: project.anticipationPeriods,
    readingDate,
    isPreRegistered: project.preRegistration !== null,
    eventsIn: isRatio(indicator) ? 'numerator' : isHeadcount(indicator.unit) ? 'value' : null,
  });
  const options: EvaluationOptions = {
    polarity: indicator.polarity,
    negligible,
    seed: seedOf(`${project.code}/${indicator.code}`),
    isRandomised: project.isRandomised,
    declaredEvents: project.declaredEvents,
    ...facts,
  };
  const units = isFuture ? pool.treated.map((_, unit) => unit) : [];
  const power = isFuture ? { units, periodsAfter: periodsToRead(pool, project.preRegistration?.readingDate) } : null;
  const alone = given.isMain && !isFuture ? eventsByUnit : null;
  const task = { panel, options, power, alone };
  return { indicatorId: indicator.id, stateVersion: project.state.version, pool, task, inputHash: hashOf(task, pool) };
}

/** Years of effect that will be known when a project that has not started is read. */
function periodsToRead({ treated }: DonorPool, readingDate: string | undefined): number {
  const start = Math.min(...treated.map(({ since }) => since));
  return readingDate === undefined ? yearsOfEffect : Math.max(1, lastYearBy(readingDate) - start + 1);
}

/** Where nobody fixed a date of reading. */
const yearsOfEffect = 3;

/** Drawn from the names: the same estimation draws the same numbers on every machine, two outcomes draw apart. */
const seedOf = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE(0) >>> 1;

function hashOf({ panel, options, power, alone }: EstimateTask, pool: DonorPool): string {
  const hash = createHash('sha256').update(JSON.stringify([methodVersion, options, power, pool, alone]));
  if ('status' in panel) return hash.update(JSON.stringify(panel)).digest('hex');
  const { outcomes, ...rest } = panel;
  return hash.update(JSON.stringify(rest)).update(outcomes).digest('hex');
}
