import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemsFr } from '@sillage/indicators';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unlessSame } from './etag';
import { Log } from './log';
import { PageDataProvider } from './page-data';
import { PageTemplate } from './page-template';
import { Problem } from './problem';
import { ProblemFilter } from './problem.filter';
import { WrittenPages } from './written-pages';

/** dist/dashboard, seen from the compiled file or from the source. */
const builtFolder = (): string | undefined =>
  ['../../../../dashboard', '../../../../dist/dashboard']
    .map((relative) => path.resolve(__dirname, relative))
    .find((folder) => existsSync(path.join(folder, 'index.html')));

/** Serves the built files, and index.html with the page's data for every other address that is not the API's. */
export async function serveDashboard(app: NestFastifyApplication, filter: ProblemFilter): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const folder = builtFolder();
  const template = folder ? PageTemplate.read(folder) : null;
  if (folder) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      globIgnore: ['index.html', '**/*.br'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        // Vite names the files of assets/ after their content
        const isNamedByContent = path.relative(folder, file).startsWith('assets');
        reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  addPages(server, template, { filter, log: app.get(Log), provider: providerOf(app) });
}

function providerOf(app: NestFastifyApplication): PageDataProvider | null {
  try {
    return app.get(ModuleRef).get(PageDataProvider, { strict: false });
  } catch {
    return null;
  }
}

function addPages(
  server: FastifyInstance,
  template: PageTemplate | null,
  { filter, log, provider }: { filter: ProblemFilter; log: Log; provider: PageDataProvider | null },
): void {
  const pages = template && new WrittenPages(template);
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const isPage = !/^\/(api|assets)(\/|$)/.test(pathname) && !/\.[a-z0-9]{1,8}$/i.test(pathname);
    if (!isPage) return filter.answer(new NotFoundException(), request, reply);
    if (!pages) {
      const { title, detail } = problemsFr.notBuilt;
      return filter.answer(new Problem(503, 'pages-absentes', title, detail), request, reply);
    }
    const data = await provider?.find(pathname, searchParams).catch((error: unknown) => {
      // the browser then asks the API, which words the problem
      log.failure('page-data', error, { request: request.id });
      return null;
    });
    const language = searchParams.get('lang') === 'en' ? 'en' : 'fr';
    reply.header('content-type', 'text/html; charset=utf-8');
    const { html, tag } = pages.write(language, data ?? null);
    return reply.send(unlessSame(request, reply, html, tag));
  });
}
