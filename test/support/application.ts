import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../apps/api/src/main';

/** The whole application on a database, in this process; it answers through `inject` and listens on no port. */
export async function anApplication(databaseUrl: string): Promise<NestFastifyApplication> {
  process.env['DATABASE_URL'] = databaseUrl;
  process.env['SILLAGE_LOG'] = 'errors';
  const app = await createApplication();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
