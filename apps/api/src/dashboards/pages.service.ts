import { Injectable } from '@nestjs/common';
import { type AreasFacts, type Figure, parisDate, type TerritoryLevel, type TrendFacts } from '@sillage/indicators';
import { findState, listStates, type PublishedState } from '../aggregates/aggregates.queries';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { composeHome } from './compose-home';
import { composeIndicator } from './compose-indicator';
import { composeMethod } from './compose-method';
import { composeTerritory } from './compose-territory';
import { drawFigure } from './draw-figure';
import { Geometries } from './geometry';
import type { CommonFacts, Dress, FigurePage } from './page-facts';
import { unknownVersion } from './page-problems';
import { figureAddress, keyOf, type PageRequest } from './page-request';
import { findCurrentPage, findPageOf, type StoredPage, storePage } from './pages.queries';
import { readCommonFacts, readHomeFacts, readIndicatorFacts, readTerritoryFacts } from './read-facts';

interface Drawing {
  readonly page: FigurePage;
  readonly facts: TrendFacts | AreasFacts;
}

/** Lets other requests be answered between two drawings. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

@Injectable()
export class PagesService {
  readonly geometries: Geometries;
  /** Readers who ask for the same page while it is being composed share the work. */
  private readonly composing = new Map<string, Promise<string>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.geometries = new Geometries(database);
  }

  /** One query: the state that the page is of, and its body when somebody has read it before. */
  async find(request: PageRequest): Promise<StoredPage | undefined> {
    const { version, locale } = request;
    if (version === undefined) return findCurrentPage(this.database, keyOf(request), this.today());
    const stored = await findPageOf(this.database, version, keyOf(request), this.today());
    if (!stored) throw unknownVersion(locale, version);
    return stored;
  }

  /** The page's JSON: as stored, or composed now and stored. Before the first state nothing is stored. */
  async body(request: PageRequest, stored: StoredPage | undefined): Promise<string> {
    if (stored?.body) return stored.body;
    const name = `${stored?.version} ${stored?.stamp} ${keyOf(request)}`;
    const known = this.composing.get(name);
    if (known) return known;
    const composed = this.composeAndStore(request, stored).finally(() => this.composing.delete(name));
    this.composing.set(name, composed);
    return composed;
  }

  private async composeAndStore(request: PageRequest, stored: StoredPage | undefined): Promise<string> {
    const state = stored ? ((await findState(this.database, stored.version)) ?? null) : null;
    const common = await readCommonFacts(this.database, state, request, this.today());
    const drawings: Drawing[] = [];
    const dress: Dress = (figure, facts) => {
      const page = dressed(figure, facts, request, state);
      drawings.push({ page, facts });
      return page;
    };
    const page = await this.compose(request, common, state, dress);
    for (const drawing of drawings) {
      await breathe();
      await this.draw(drawing, common, request);
    }
    const body = JSON.stringify(page);
    if (stored) await storePage(this.database, stored, keyOf(request), body);
    return body;
  }

  /** The day in France: a page says what is late on that day. */
  private today(): string {
    return parisDate(this.clock.now().toISOString());
  }

  private async compose(request: PageRequest, common: CommonFacts, state: PublishedState | null, dress: Dress) {
    switch (request.page) {
      case 'home':
        return composeHome(await readHomeFacts(this.database, common, state, request), dress, request.locale);
      case 'territory':
        return composeTerritory(await readTerritoryFacts(this.database, common, state, request), request.locale);
      case 'indicator':
        return composeIndicator(await readIndicatorFacts(this.database, common, state, request), dress, request.locale);
      case 'method': {
        const readable = (await listStates(this.database)).filter(({ isReadable }) => isReadable);
        const states = readable.map(({ version, computedAt }) => ({ version, computedAt: computedAt.toISOString() }));
        return composeMethod({ ...common, states }, request.locale);
      }
    }
  }

  private async draw({ page, facts }: Drawing, { home, state }: CommonFacts, { locale }: PageRequest): Promise<void> {
    if (facts.kind === 'trend') {
      page.svg = drawFigure(page, facts, undefined, locale);
      return;
    }
    const map = await this.geometries.find(home, facts.level as TerritoryLevel, state?.version ?? null);
    const named = map && { name: `${home.code}/${facts.level}`, map };
    page.svg = drawFigure(page, facts, named, locale);
    if (!map) page.facts = { ...facts, geometryUrl: null };
  }
}

function dressed(
  figure: Figure,
  facts: TrendFacts | AreasFacts,
  request: PageRequest,
  state: PublishedState | null,
): FigurePage {
  const address = (format: string): string => figureAddress(request, state?.version ?? 0, figure.id, format);
  return {
    ...(figure as unknown as Omit<FigurePage, 'svg' | 'facts' | 'downloads'>),
    svg: null,
    facts: { ...facts },
    downloads: { csv: address('csv'), svg: address('svg'), png: address('png') },
  };
}
