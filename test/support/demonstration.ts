import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { Database } from '../../apps/api/src/database/database';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service';
import { firstStart } from '../../apps/api/src/first-start';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { anOwnApplication, type OwnApplication } from './application';

/** Territories, catalogue, demonstration and the first state, as a first start leaves them. */
export async function aDemonstration(): Promise<OwnApplication> {
  const own = await anOwnApplication();
  await firstStart(own.app, { withFigures: true, say: () => undefined });
  return own;
}

/** The fictitious projects and the founding example with the first state; no effect is estimated yet. */
export async function someProjects(): Promise<OwnApplication> {
  const own = await anOwnApplication();
  const { app } = own;
  await app.get(CatalogueService).loadDefault();
  await app.get(Database).query(`insert into territory (level, code, name) values ('commune', '47167', 'Mézin')`);
  await app.get(ProgrammesService).loadExamples();
  await app.get(DemonstrationService).seed();
  await app.get(JobsService).runQueued('rebuild', 'test');
  return own;
}
