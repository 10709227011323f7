import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { Config } from './platform/config';

export async function createApplication(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
    logger: ['error', 'warn'],
  });
  return app;
}

/** Serves until SIGINT or SIGTERM. */
export async function startServer(): Promise<number> {
  const app = await createApplication();
  const { host, port } = app.get(Config);
  await app.listen(port, host);
  console.log(`Sillage : ${await app.getUrl()}`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await app.close();
  return 0;
}
