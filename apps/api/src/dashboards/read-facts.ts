import { type Locale, periodCode } from '@sillage/indicators';
import type { PublishedState } from '../aggregates/aggregates.queries';
import { findIndicator, listIndicators, listSources } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import { findHome, findTerritory, listFormerPerimeters, listPartialShare } from '../territories/territories.queries';
import { listParents, listParts } from '../territories/territory-lists.queries';
import { seriesOf } from './compose';
import { chooseMap } from './compose-home';
import type { IndicatorFacts } from './compose-indicator';
import type { TerritoryFacts } from './compose-territory';
import type { CommonFacts, HomeFacts, Indicator, MeasureTable, Place } from './page-facts';
import { noHome, unknownIndicator, unknownTerritory } from './page-problems';
import type { PageRequest } from './page-request';
import { listNewestPeriods } from './pages.queries';
import { readProjectsAt } from './read-projects';
import { StateReader } from './state-reader';

type RequestOf<Page extends PageRequest['page']> = Extract<PageRequest, { page: Page }>;

/** What every page reads: the home territory, the catalogue, the state. */
export async function readCommonFacts(
  db: Queryable,
  state: PublishedState | null,
  locale: Locale,
  today: string,
): Promise<CommonFacts> {
  const [home, indicators, sources] = await Promise.all([findHome(db), listIndicators(db), listSources(db)]);
  if (!home) throw noHome(locale);
  return {
    home,
    indicators,
    sources,
    today,
    state: state && { version: state.version, computedAt: state.computedAt.toISOString() },
  };
}

export async function readHomeFacts(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
  request: RequestOf<'home'>,
): Promise<HomeFacts> {
  const { home, indicators } = common;
  const parts = await listParts(db, home.id);
  const reader = new StateReader(db, state);
  const watched = indicators.filter(({ aim }) => aim !== null);
  await reader.read([home], watched);
  const facts = (): HomeFacts => ({ ...common, parts, wishedMap: request.map, table: reader.table() });
  await reader.readAtPeriods(parts, await newestPeriods(db, state, watched, home, reader.table()));
  const chosen = chooseMap(facts()).indicator;
  if (chosen) await reader.read(parts, [chosen]);
  return facts();
}

/** The newest period of each indicator: what its batches hold, or else (a derived indicator has none) the home's own. */
async function newestPeriods(
  db: Queryable,
  state: PublishedState | null,
  indicators: readonly Indicator[],
  home: Place,
  table: MeasureTable,
): Promise<Map<Indicator, number>> {
  const imported = new Map(
    (state ? await listNewestPeriods(db, state.version) : []).map(({ indicatorId, period }) => [indicatorId, period]),
  );
  const newest = new Map<Indicator, number>();
  for (const indicator of indicators) {
    const last = seriesOf(table, indicator, home).at(-1)?.period;
    const period = last ? periodCode(last) : imported.get(indicator.id);
    if (period !== undefined) newest.set(indicator, period);
  }
  return newest;
}

export async function readTerritoryFacts(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
  request: RequestOf<'territory'>,
): Promise<TerritoryFacts> {
  const { home, indicators } = common;
  const territory = await findTerritory(db, request.level, request.code);
  if (!territory) throw unknownTerritory(request.locale, request.level, request.code);
  const [parents, parts, siblings, share, former] = await Promise.all([
    listParents(db, territory.id),
    listParts(db, territory.id),
    listParts(db, home.id, territory.level),
    territory.level === 'epci' ? listPartialShare(db, territory.id, home.id) : null,
    territory.level === 'commune' ? listFormerPerimeters(db, territory.id) : [],
  ]);
  const watched = indicators.filter(({ aim, levels }) => aim !== null && levels.includes(territory.level));
  const reader = new StateReader(db, state);
  await reader.read([territory, ...parents, home], watched);
  const table = reader.table();
  // Only territories of the home département are compared: an invented one never stands beside a real one.
  const peers = siblings.some(({ id }) => id === territory.id) ? siblings : [];
  await reader.readAtPeriods(peers, await newestPeriods(db, null, watched, territory, table));
  const mergers = former.filter(({ share: part }) => part === 1);
  return {
    ...common,
    territory,
    parents,
    parts,
    peers,
    share,
    merger: mergers[0] ? { names: mergers.map(({ name }) => name), date: mergers[0].validTo } : null,
    projects: await readProjectsAt(db, common, [territory, ...parents, ...parts]),
    table: reader.table(),
  };
}

export async function readIndicatorFacts(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
  request: RequestOf<'indicator'>,
): Promise<IndicatorFacts> {
  const { home } = common;
  const indicator = await findIndicator(db, request.code);
  if (!indicator) throw unknownIndicator(request.locale, request.code);
  const asked = request.territory;
  const territory = asked ? await findTerritory(db, asked.level, asked.code) : home;
  if (!territory) throw unknownTerritory(request.locale, asked?.level ?? '', asked?.code ?? '');
  const [parents, parts] = await Promise.all([listParents(db, territory.id), listParts(db, home.id)]);
  const reader = new StateReader(db, state);
  await reader.read([territory, home, ...parents, ...parts], [indicator]);
  const wished = { level: request.level, period: request.period };
  return { ...common, indicator, territory, parents, parts, wished, table: reader.table() };
}
