import {
  isLocale,
  isTerritoryLevel,
  type Locale,
  type Period,
  periodOfText,
  periodText,
  type TerritoryLevel,
} from '@sillage/indicators';
import { badQuery, unknownTerritory } from './page-problems';

export interface TerritoryName {
  readonly level: TerritoryLevel;
  readonly code: string;
}

interface Common {
  readonly locale: Locale;
  /** An earlier published state; undefined for the one in force. */
  readonly version: number | undefined;
}

export type PageRequest = Common &
  (
    | { readonly page: 'home'; readonly map: string | undefined }
    | ({ readonly page: 'territory' } & TerritoryName)
    | {
        readonly page: 'indicator';
        readonly code: string;
        readonly territory: TerritoryName | undefined;
        readonly level: TerritoryLevel | undefined;
        readonly period: Period | undefined;
      }
    | { readonly page: 'method' }
    | { readonly page: 'projects' }
    | { readonly page: 'project'; readonly code: string; readonly edition: number | undefined }
  );

export type Query = Readonly<Record<string, unknown>>;

/** The dashboard's addresses are in French, the API's in English: both are understood. */
const otherNames: Record<string, readonly string[]> = {
  map: ['carte'],
  territory: ['territoire'],
  level: ['maille', 'echelon'],
  period: ['periode'],
};

export function queryText(query: Query, name: string): string | undefined {
  for (const candidate of [name, ...(otherNames[name] ?? [])]) {
    const value = query[candidate];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function localeOf(query: Query): Locale {
  const text = queryText(query, 'lang');
  return text !== undefined && isLocale(text) ? text : 'fr';
}

export function readCommon(query: Query): Common {
  const version = queryText(query, 'version');
  if (version !== undefined && !/^\d{1,9}$/.test(version)) throw badQuery(localeOf(query), 'version', version, '12');
  return { locale: localeOf(query), version: version === undefined ? undefined : Number(version) };
}

export const homeRequest = (query: Query): PageRequest => ({
  page: 'home',
  ...readCommon(query),
  map: queryText(query, 'map'),
});

export const methodRequest = (query: Query): PageRequest => ({ page: 'method', ...readCommon(query) });

export const projectsRequest = (query: Query): PageRequest => ({ page: 'projects', ...readCommon(query) });

/** `edition` is the id of an earlier estimation, read as it was. */
export function projectRequest(code: string, query: Query): PageRequest {
  const common = readCommon(query);
  const edition = queryText(query, 'edition');
  if (edition !== undefined && !/^\d{1,9}$/.test(edition)) throw badQuery(common.locale, 'edition', edition, '12');
  return { page: 'project', ...common, code, edition: edition === undefined ? undefined : Number(edition) };
}

export function territoryRequest(level: string, code: string, query: Query): PageRequest {
  const common = readCommon(query);
  if (!isTerritoryLevel(level)) throw unknownTerritory(common.locale, level, code);
  return { page: 'territory', ...common, level, code };
}

export function indicatorRequest(code: string, query: Query): PageRequest {
  const level = queryText(query, 'level');
  if (level !== undefined && !isTerritoryLevel(level))
    throw badQuery(localeOf(query), 'level', level, 'commune, epci, canton');
  return {
    page: 'indicator',
    ...readCommon(query),
    code,
    territory: territoryName(query),
    level,
    period: readPeriod(query),
  };
}

export function readPeriod(query: Query): Period | undefined {
  const text = queryText(query, 'period');
  const period = text === undefined ? undefined : periodOfText(text);
  if (text !== undefined && !period) throw badQuery(localeOf(query), 'period', text, '2021, 2020-10, 2025-T3');
  return period;
}

function territoryName(query: Query): TerritoryName | undefined {
  const text = queryText(query, 'territory');
  if (text === undefined) return undefined;
  const [level = '', code = ''] = text.split(':', 2);
  if (!isTerritoryLevel(level) || code === '') throw badQuery(localeOf(query), 'territory', text, 'commune:47001');
  return { level, code };
}

/** The view state as the API's query string, in the order in which the dashboard writes it; defaults are left out. */
function parametersOf(request: PageRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.locale !== 'fr') parameters.set('lang', request.locale);
  if (request.page === 'home' && request.map) parameters.set('map', request.map);
  if (request.page === 'project' && request.edition !== undefined) parameters.set('edition', String(request.edition));
  if (request.page === 'indicator') {
    if (request.territory) parameters.set('territory', `${request.territory.level}:${request.territory.code}`);
    if (request.level) parameters.set('level', request.level);
    if (request.period) parameters.set('period', periodText(request.period));
  }
  return parameters;
}

function pathOf(request: PageRequest): string {
  if (request.page === 'territory') return `territory/${request.level}/${encodeURIComponent(request.code)}`;
  if (request.page === 'indicator') return `indicator/${encodeURIComponent(request.code)}`;
  if (request.page === 'project') return `projects/${encodeURIComponent(request.code)}`;
  return request.page;
}

const withQuery = (path: string, parameters: URLSearchParams): string =>
  parameters.size === 0 ? path : `${path}?${parameters}`;

/** The same view has the same key, however its address was spelled; the version is kept beside. */
export const keyOf = (request: PageRequest): string => withQuery(pathOf(request), parametersOf(request));

/** The address of the API that gives the page. */
export const apiAddress = (request: PageRequest): string => `/api/v1/pages/${keyOf(request)}`;

/** The address of a figure as a file, of the state that the page shows. */
export function figureAddress(request: PageRequest, version: number, figure: string, format: string): string {
  const parameters = parametersOf(request);
  parameters.set('version', String(version));
  return withQuery(`/api/v1/figures/${pathOf(request)}/${figure}/${format}`, parameters);
}
