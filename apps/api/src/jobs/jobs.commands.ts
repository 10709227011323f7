import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { jobsFr } from '@sillage/indicators';
import { Database } from '../database/database';
import type { RunRow } from './job-run';
import { listRuns } from './jobs.queries';
import { JobsService } from './jobs.service';

const { cli } = jobsFr;
const secondsSince = (instant: number): string => ((performance.now() - instant) / 1000).toFixed(1).replace('.', ',');

/** `sillage rebuild`: the same path and history as a scheduled run; the result is the exit code. */
export async function rebuildCommand(app: INestApplicationContext): Promise<number> {
  console.log(cli.rebuilding);
  const startedAt = performance.now();
  const run = await app.get(JobsService, { strict: false }).runQueued('rebuild', `manual:${randomUUID()}`);
  return tell(run, startedAt);
}

/** Carries out what a command queued, so that readers see its figures when it ends; the result is the exit code. */
export async function finishQueuedRuns(app: INestApplicationContext): Promise<number> {
  console.log(cli.rebuilding);
  const startedAt = performance.now();
  await app.get(JobsService, { strict: false }).drain();
  const [last] = await listRuns(app.get(Database), { jobId: 'rebuild', before: null, limit: 1 });
  return last ? tell(last, startedAt) : 0;
}

/** Why a run did not succeed, as a person at a terminal reads it. */
export function describeFailure(run: RunRow): string {
  const error = run.errors.at(-1);
  return cli.failed(error ? (jobsFr.errors[error.code]?.(error.detail) ?? error.detail) : jobsFr.states[run.state]);
}

function tell(run: RunRow, startedAt: number): number {
  const error = run.errors.at(-1);
  if (run.state !== 'succeeded' && error?.code !== 'covered') {
    console.error(describeFailure(run));
    return 1;
  }
  for (const message of run.report?.messages ?? []) console.log(message);
  console.log(cli.done(secondsSince(startedAt)));
  return 0;
}
