// A child process: the API on a port of its own, and a worker of jobs whose estimations permute every donor.
import 'reflect-metadata';
import path from 'node:path';
import { EffectsJob } from '../../apps/api/src/effects/effects.job';
import { EffectsService } from '../../apps/api/src/effects/effects.service';
import { Estimator } from '../../apps/api/src/effects/estimator';
import { createApplication } from '../../apps/api/src/main';
import { Log } from '../../apps/api/src/platform/log';
import { anInstance } from '../support/instance';

async function main(): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? '';
  const app = await createApplication();
  const file = path.join(__dirname, 'worker-that-permutes-all.ts');
  const estimator = new Estimator({ file, timeLimitMs: 120_000 });
  const instance = await anInstance(url, []);
  const effects = new EffectsService(instance.database, estimator, instance.clock, new Log(() => undefined));
  const { worker } = await anInstance(url, [new EffectsJob(effects)]);
  await app.listen(0, '127.0.0.1');
  worker.start();
  process.stdout.write(`${await app.getUrl()}\n`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
