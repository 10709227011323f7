import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { consoleFr } from '@sillage/indicators';
import { AppModule } from './app.module';
import { Database } from './database/database';
import { isInstalled, refreshReference } from './first-start';
import { installApart } from './install-apart';
import { JobScheduler } from './jobs/job-scheduler';
import { JobWorker } from './jobs/job-worker';
import { Config } from './platform/config';
import { configureHttp, fastifyOptions } from './platform/configure-http';
import { webQueryTimeoutMs } from './platform/limits';
import { Log } from './platform/log';
import { checkPort } from './platform/port';

const closeWithinMs = 2_000;

/** The features without a server: for commands. */
export async function createContext(): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
  const log = app.get(Log);
  log.keepErrorsOnly();
  app.useLogger(log);
  return app;
}

/** The whole application, ready to listen. */
export async function createApplication(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(fastifyOptions), {
    // a fault of the start is told once, by whoever called
    logger: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  await configureHttp(app);
  await app.init();
  return app;
}

/** Serves until SIGINT or SIGTERM. */
export async function startServer(): Promise<number> {
  const stopped = signalled();
  console.log(consoleFr.starting);
  const app = await createApplication();
  try {
    await Promise.race([serve(app, stopped), stopped]);
    await stopped;
    console.log(consoleFr.stopping);
  } finally {
    await stop(app);
  }
  console.log(consoleFr.stopped);
  return 0;
}

async function serve(app: NestFastifyApplication, stopped: Promise<void>): Promise<void> {
  const { host, port } = app.get(Config);
  const log = app.get(Log);
  await checkPort(port, host);
  if (!(await isInstalled(app)) && !(await installApart(stopped))) return;
  await refreshReference(app);
  app.get(Database).limitQueries(webQueryTimeoutMs, (error) => log.failure('database-connection', error));
  await app.listen(port, host);
  await app.get(JobScheduler).start();
  app.get(JobWorker).start();
  console.log(consoleFr.address(await app.getUrl()));
  console.log(isLoopback(host) ? consoleFr.loopbackOnly : consoleFr.openToOthers(host));
  console.log(consoleFr.howToStop);
}

const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host);

async function signalled(): Promise<void> {
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

/** No more jobs, then no more requests, then no more connections; what does not end in time is left to its lease. */
async function stop(app: NestFastifyApplication): Promise<void> {
  app.get(JobScheduler).stop();
  await app.get(JobWorker).stop();
  await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, closeWithinMs))]);
  app.get(Log).flush();
}
