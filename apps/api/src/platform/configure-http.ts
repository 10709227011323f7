import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemsFr } from '@sillage/indicators';
import type { FastifyInstance } from 'fastify';
import { ZodValidationPipe } from 'nestjs-zod';
import { config as configureZod } from 'zod';
import { fr } from 'zod/locales';
import { limitBodyTime } from './body-deadline';
import { Compression } from './compression';
import { Config } from './config';
import { bodyLimitMebibytes, headersTimeoutMs } from './limits';
import { Log } from './log';
import { serveOpenApi } from './openapi';
import { Problem } from './problem';
import { ProblemFilter } from './problem.filter';
import { refuseCrossSite } from './same-origin';
import { addSecurityHeaders } from './security-headers';
import { serveDashboard } from './serve-dashboard';

export const fastifyOptions: ConstructorParameters<typeof FastifyAdapter>[0] = {
  trustProxy: false,
  bodyLimit: bodyLimitMebibytes * 1024 * 1024,
  // node cannot spare one route: the head has this limit, each body its own
  requestTimeout: 0,
  forceCloseConnections: 'idle',
  genReqId: () => randomUUID(),
  http: { headersTimeout: headersTimeoutMs },
};

const refusals = {
  'other-site': new Problem(403, 'autre-site', problemsFr.otherSite.title, problemsFr.otherSite.detail),
  form: new Problem(403, 'formulaire-refuse', problemsFr.plainForm.title, problemsFr.plainForm.detail),
  'unexpected-host': new Problem(
    403,
    'adresse-inattendue',
    problemsFr.unexpectedHost.title,
    problemsFr.unexpectedHost.detail,
  ),
};

/** Everything between a socket and a controller. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  // messages of validation, French as every title
  configureZod(fr());
  const config = app.get(Config);
  const log = app.get(Log);
  const filter = new ProblemFilter(log);
  const server = app.getHttpAdapter().getInstance();
  app.useGlobalPipes(new ZodValidationPipe());
  app.useGlobalFilters(filter);
  addHooks(server, config, log);
  await server.register(multipart, { limits: { files: 1, fileSize: config.uploadLimitBytes, fields: 20, parts: 25 } });
  await serveDashboard(app, filter);
  serveOpenApi(app);
}

function addHooks(server: FastifyInstance, config: Config, log: Log): void {
  const compression = new Compression();
  const acceptsLoopbackOnly = !config.isHostChosen;
  server.addHook('onRequest', (request, reply, done) => {
    addSecurityHeaders(request, reply);
    const refusal = refuseCrossSite(request, { acceptsLoopbackOnly });
    if (refusal) return done(refusals[refusal]);
    limitBodyTime(request.raw, /^multipart\//i.test(request.headers['content-type'] ?? ''));
    done();
  });
  server.addHook('onSend', compression.onSend);
  server.addHook('onResponse', (request, reply, done) => {
    log.line('info', 'request', {
      request: request.id,
      method: request.method,
      // the path alone: a query may hold what a person typed
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
