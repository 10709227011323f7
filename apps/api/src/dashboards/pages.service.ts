import { Injectable } from '@nestjs/common';
import { type Figure, type FigureFacts, type Locale, parisDate, type TerritoryLevel } from '@sillage/indicators';
import { findState, listStates, type PublishedState } from '../aggregates/aggregates.queries';
import { findIndicator } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { composeHome } from './compose-home';
import { composeIndicator } from './compose-indicator';
import { composeMethod } from './compose-method';
import { composeProject } from './compose-project';
import { composeProjects } from './compose-projects';
import { composeProvenance } from './compose-provenance';
import { composeTerritory } from './compose-territory';
import { drawFigure } from './draw-figure';
import { Geometries } from './geometry';
import type { CommonFacts, Dress, FigurePage } from './page-facts';
import { PageMemory } from './page-memory';
import { unknownVersion } from './page-problems';
import { figureAddress, keyOf, type PageRequest } from './page-request';
import {
  findCurrentVersion,
  findPage,
  hasYear,
  type PageState,
  readStamps,
  type Stamps,
  storePage,
} from './pages.queries';
import { readCommonFacts, readHomeFacts, readIndicatorFacts, readTerritoryFacts } from './read-facts';
import { readProjectFacts, readProjects } from './read-projects';
import { type DatumName, readProvenance } from './read-provenance';

interface Drawing {
  readonly page: FigurePage;
  readonly facts: FigureFacts;
}

const stampLifeMs = 250;
/** The others stay as they are when an estimation ends. */
const pagesWithProjects = new Set<PageRequest['page']>(['home', 'projects', 'project', 'territory']);

/** Lets other requests be answered between two drawings. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

@Injectable()
export class PagesService {
  readonly geometries: Geometries;
  /** Readers who ask for the same page while it is being composed share the work. */
  private readonly composing = new Map<string, Promise<Buffer>>();
  private readonly memory = new PageMemory();
  private lastStamps: { readonly readAt: number; readonly stamps: Promise<Stamps> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.geometries = new Geometries(database);
  }

  /** One small query: the state that the page is of; undefined before the first one. */
  async find(request: PageRequest): Promise<PageState | undefined> {
    const { version, locale } = request;
    const current = version ?? (await findCurrentVersion(this.database));
    if (current === undefined) return undefined;
    if (version !== undefined && !(await findState(this.database, version))) throw unknownVersion(locale, version);
    const { plain, projects } = await this.stamps();
    return { version: current, stamp: pagesWithProjects.has(request.page) ? projects : plain };
  }

  /** The page's JSON: from memory, or as stored, or composed now and stored. Before the first state nothing is kept. */
  async body(request: PageRequest, state: PageState | undefined): Promise<Buffer> {
    if (!state) return Buffer.from(await this.compose(request, undefined));
    const name = `${state.version} ${state.stamp} ${keyOf(request)}`;
    const kept = this.memory.find(name);
    if (kept) return kept;
    const settled = await this.settle(request, state);
    if (settled !== request) return this.body(settled, state);
    const known = this.composing.get(name) ?? this.findOrCompose(request, state);
    this.composing.set(name, known);
    const body = await known.finally(() => this.composing.delete(name));
    this.memory.keep(name, body);
    return body;
  }

  /** A map or a period that does not exist is the default one: it makes no page of its own. */
  private async settle(request: PageRequest, { version }: PageState): Promise<PageRequest> {
    if (request.page === 'home' && request.map !== undefined)
      return (await findIndicator(this.database, request.map)) ? request : { ...request, map: undefined };
    if (request.page === 'indicator' && request.period)
      return (await hasYear(this.database, version, request.period.year)) ? request : { ...request, period: undefined };
    return request;
  }

  private async findOrCompose(request: PageRequest, state: PageState): Promise<Buffer> {
    const stored = await findPage(this.database, state, keyOf(request));
    if (stored !== undefined) return Buffer.from(stored);
    const body = await this.compose(request, state);
    await storePage(this.database, state, keyOf(request), body);
    return Buffer.from(body);
  }

  private async compose(request: PageRequest, pageState: PageState | undefined): Promise<string> {
    const state = (pageState && (await findState(this.database, pageState.version))) ?? null;
    const common = await readCommonFacts(this.database, state, request.locale, this.today());
    const drawings: Drawing[] = [];
    const dress: Dress = (figure, facts) => {
      const page = dressed(figure, facts, request, state);
      drawings.push({ page, facts });
      return page;
    };
    const page = await this.composePage(request, common, state, dress);
    for (const drawing of drawings) {
      await breathe();
      await this.draw(drawing, common, request);
    }
    return JSON.stringify(page);
  }

  async provenance(pageState: PageState, datum: DatumName, locale: Locale): Promise<string> {
    const state = await findState(this.database, pageState.version);
    if (!state) throw unknownVersion(locale, pageState.version);
    const common = await readCommonFacts(this.database, state, locale, this.today());
    return JSON.stringify(composeProvenance(await readProvenance(this.database, common, state, datum, locale), locale));
  }

  /** What was just written must be in the next page: its writer asks for it at once. */
  forgetStamps(): void {
    this.lastStamps = undefined;
  }

  /** Read a few times a second at most: under load it must not cost a query per request. */
  stamps(): Promise<Stamps> {
    const now = this.clock.now().getTime();
    if (!this.lastStamps || Math.abs(now - this.lastStamps.readAt) > stampLifeMs) {
      const stamps = readStamps(this.database, this.today());
      stamps.catch(() => {
        this.lastStamps = undefined;
      });
      this.lastStamps = { readAt: now, stamps };
    }
    return this.lastStamps.stamps;
  }

  /** The day in France: a page says what is late on that day. */
  private today(): string {
    return parisDate(this.clock.now().toISOString());
  }

  private async composePage(request: PageRequest, common: CommonFacts, state: PublishedState | null, dress: Dress) {
    switch (request.page) {
      case 'home':
        return composeHome(
          await readHomeFacts(this.database, common, state, request),
          await readProjects(this.database, common, state),
          dress,
          request.locale,
        );
      case 'territory':
        return composeTerritory(await readTerritoryFacts(this.database, common, state, request), request.locale);
      case 'indicator':
        return composeIndicator(await readIndicatorFacts(this.database, common, state, request), dress, request.locale);
      case 'method': {
        const readable = (await listStates(this.database)).filter(({ isReadable }) => isReadable);
        const states = readable.map(({ version, computedAt }) => ({ version, computedAt: computedAt.toISOString() }));
        return composeMethod({ ...common, states }, request.locale);
      }
      case 'projects': {
        const items = await readProjects(this.database, common, state);
        return composeProjects({ ...common, items }, dress, request.locale);
      }
      case 'project':
        return composeProject(await readProjectFacts(this.database, common, state, request), dress, request.locale);
    }
  }

  private async draw({ page, facts }: Drawing, { home }: CommonFacts, { locale }: PageRequest): Promise<void> {
    if (facts.kind !== 'areas') {
      page.svg = drawFigure(page, facts, undefined, locale);
      return;
    }
    const map = await this.geometries.find(home, facts.level as TerritoryLevel, (await this.stamps()).plain);
    const named = map && { name: `${home.code}/${facts.level}`, map };
    page.svg = drawFigure(page, facts, named, locale);
    if (!map) page.facts = { ...facts, geometryUrl: null };
  }
}

function dressed(figure: Figure, facts: FigureFacts, request: PageRequest, state: PublishedState | null): FigurePage {
  const address = (format: string): string => figureAddress(request, state?.version ?? 0, figure.id, format);
  return {
    ...(figure as unknown as Omit<FigurePage, 'svg' | 'facts' | 'downloads'>),
    svg: null,
    facts: { ...facts },
    downloads: { csv: address('csv'), svg: address('svg'), png: address('png') },
  };
}
