import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { listIndicators } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { Log } from '../platform/log';
import { listProjects } from '../programmes/programmes.queries';
import { findHome } from '../territories/territories.queries';
import { listParts } from '../territories/territory-lists.queries';
import {
  homeRequest,
  indicatorRequest,
  type PageRequest,
  projectRequest,
  projectsRequest,
  territoryRequest,
} from './page-request';
import { clearPages, dropOldPages, type PageState, type Stamps } from './pages.queries';
import { PagesService } from './pages.service';

const everyMs = 5_000;
/** Readers come first: between two pages the server is theirs. */
const restMs = 100;

const isOf = ({ stamp }: PageState, { plain, projects }: Stamps): boolean => stamp === plain || stamp === projects;

/** Composes the pages that people open first as soon as a state is published, so that the first reader does not wait. */
@Injectable()
export class WarmPages implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly pages: PagesService,
    private readonly log: Log,
    private readonly server: HttpAdapterHost,
  ) {}

  /** Stored pages may have been worded by an older build: they are composed again. */
  async onApplicationBootstrap(): Promise<void> {
    // A command has no readers.
    if (!this.server.httpAdapter) return;
    await clearPages(this.database);
    this.running = this.watch();
  }

  /** Before the database closes, which it does at the same step, after those who use it. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async watch(): Promise<void> {
    let warmed = '';
    while (!this.stopping.signal.aborted) {
      try {
        const home = await this.pages.find(homeRequest({}));
        const name = home ? `${home.version} ${home.stamp}` : '';
        if (home && name !== warmed) await this.warm(home);
        warmed = name;
      } catch (error) {
        if (!this.stopping.signal.aborted) this.log.failure('warm-pages', error, {});
      }
      await this.rest(everyMs);
    }
  }

  private async warm({ version }: PageState): Promise<void> {
    const stamps = await this.pages.stamps();
    await dropOldPages(this.database, stamps);
    for (const request of await this.firstPages()) {
      await this.rest(restMs);
      if (this.stopping.signal.aborted) return;
      const stored = await this.pages.find(request);
      // Something newer was published meanwhile: the next round starts over with it.
      if (stored?.version !== version || !isOf(stored, stamps)) return;
      await this.pages.body(request, stored);
    }
  }

  private async firstPages(): Promise<PageRequest[]> {
    const home = await findHome(this.database);
    if (!home) return [];
    const epci = await listParts(this.database, home.id, 'epci');
    const projects = await listProjects(this.database);
    const indicators = (await listIndicators(this.database)).filter(({ aim }) => aim !== null);
    return [
      homeRequest({}),
      projectsRequest({}),
      ...projects.map(({ code }) => projectRequest(code, {})),
      territoryRequest(home.level, home.code, {}),
      ...epci.map(({ level, code }) => territoryRequest(level, code, {})),
      ...indicators.map(({ code }) => indicatorRequest(code, {})),
    ];
  }

  private rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
