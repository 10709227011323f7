import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { jobsFr } from '@sillage/indicators';
import { JobsService } from './jobs.service';

/** `sillage rebuild`: the same path and history as a scheduled run; the result is the exit code. */
export async function rebuildCommand(app: INestApplicationContext): Promise<number> {
  console.log(jobsFr.cli.rebuilding);
  const startedAt = performance.now();
  const run = await app.get(JobsService, { strict: false }).runQueued('rebuild', `manual:${randomUUID()}`);
  if (run.state !== 'succeeded') {
    const last = run.errors.at(-1);
    console.error(jobsFr.cli.failed(last ? (jobsFr.errors[last.code]?.(last.detail) ?? last.detail) : run.state));
    return 1;
  }
  for (const message of run.report?.messages ?? []) console.log(message);
  console.log(jobsFr.cli.done(((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')));
  return 0;
}
