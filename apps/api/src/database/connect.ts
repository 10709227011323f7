import { setTimeout as pause } from 'node:timers/promises';
import { consoleFr } from '@sillage/indicators';
import { DataSource } from 'typeorm';
import { codeOf, isDatabaseAway } from '../platform/database-away';
import { InstallationFault } from '../platform/installation-fault';
import { createDataSource } from './data-source';

const retryForMs = 10_000;
// SQLSTATE of a refused account or an unknown database (PostgreSQL documentation, appendix A)
const refused = new Set(['28000', '28P01', '3D000']);

/** Connects, patient with a server that is coming up: after a crash PostgreSQL refuses connections for some seconds. */
export async function connect(databaseUrl: string): Promise<DataSource> {
  const { host } = new URL(databaseUrl);
  const deadline = performance.now() + retryForMs;
  for (;;) {
    try {
      return await createDataSource(databaseUrl).initialize();
    } catch (error) {
      if (refused.has(codeOf(error))) {
        throw new InstallationFault(consoleFr.databaseRefused(host));
      }
      if (!isDatabaseAway(error)) throw error;
      if (performance.now() > deadline) throw new InstallationFault(consoleFr.databaseAway(host));
      await pause(500);
    }
  }
}
