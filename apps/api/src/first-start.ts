import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { consoleFr } from '@sillage/indicators';
import { CatalogueService } from './catalogue/catalogue.service';
import { Database } from './database/database';
import { DemonstrationService } from './demonstration/demonstration.service';
import { findInstallation, type Installation } from './first-start.queries';
import { describeFailure } from './jobs/jobs.commands';
import { JobsService } from './jobs/jobs.service';
import { InstallationFault } from './platform/installation-fault';
import { ProgrammesService } from './programmes/programmes.service';
import { TerritoriesService } from './territories/territories.service';

interface Step {
  readonly announcement: string;
  isDone(installation: Installation): boolean;
  run(app: INestApplicationContext): Promise<unknown>;
}

const referenceSteps: readonly Step[] = [
  {
    announcement: consoleFr.firstStart.territories,
    isDone: ({ hasTerritories }) => hasTerritories,
    run: (app) => app.get(TerritoriesService, { strict: false }).loadReference(),
  },
  {
    announcement: consoleFr.firstStart.catalogue,
    isDone: ({ hasIndicators }) => hasIndicators,
    run: loadCatalogue,
  },
];

const figureSteps: readonly Step[] = [
  {
    announcement: consoleFr.firstStart.demonstration,
    isDone: ({ hasHome }) => hasHome,
    run: (app) => app.get(DemonstrationService, { strict: false }).seed(),
  },
  {
    announcement: consoleFr.firstStart.rebuild,
    isDone: ({ hasState }) => hasState,
    run: rebuild,
  },
];

/** Indicators, then the examples of projects that are judged on them. */
async function loadCatalogue(app: INestApplicationContext): Promise<void> {
  await app.get(CatalogueService, { strict: false }).loadDefault();
  await app.get(ProgrammesService, { strict: false }).loadExamples();
}

/** Through the table of jobs: the first run opens the history, and covers those that the demonstration's files asked for. */
async function rebuild(app: INestApplicationContext): Promise<void> {
  const run = await app.get(JobsService, { strict: false }).runQueued('rebuild', `start:${randomUUID()}`);
  if (run.state !== 'succeeded') throw new InstallationFault(describeFailure(run));
}

/**
 * Gives an empty database its territories and catalogue, and for the server a demo département and a first state.
 * Each step looks at what is there: an interrupted first start goes on where it stopped.
 */
export async function firstStart(
  app: INestApplicationContext,
  { withFigures, say }: { withFigures: boolean; say: (line: string) => void },
): Promise<void> {
  const steps = withFigures ? [...referenceSteps, ...figureSteps] : referenceSteps;
  const database = app.get(Database);
  if (await areDone(database, steps)) return;
  // Several instances may start together: one installs, the others wait for it.
  await database.withClient(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', ['sillage-first-start']);
    try {
      for (const step of steps) {
        if (step.isDone(await findInstallation(database))) continue;
        say(step.announcement);
        const startedAt = performance.now();
        await step.run(app);
        const seconds = (performance.now() - startedAt) / 1000;
        say(consoleFr.firstStart.done(seconds.toFixed(1).replace('.', ',')));
      }
    } finally {
      await client.query('select pg_advisory_unlock(hashtext($1))', ['sillage-first-start']);
    }
  });
}

export const isInstalled = (app: INestApplicationContext): Promise<boolean> =>
  areDone(app.get(Database), [...referenceSteps, ...figureSteps]);

/** A newer release may bring newer codes or definitions; both do nothing when they are loaded already. */
export async function refreshReference(app: INestApplicationContext): Promise<void> {
  await app.get(TerritoriesService, { strict: false }).loadReference();
  await loadCatalogue(app);
}

async function areDone(database: Database, steps: readonly Step[]): Promise<boolean> {
  const installation = await findInstallation(database);
  return steps.every((step) => step.isDone(installation));
}
