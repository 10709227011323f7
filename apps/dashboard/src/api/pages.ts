import { language } from '../text/language';
import type { DatumReference } from './types';

// The addresses of the pages' data. Parameters are in one order, so that the server's first paint finds them.
export function address(path: string, query: Record<string, string | undefined>): string {
  const parameters = new URLSearchParams();
  if (language.value === 'en') parameters.set('lang', 'en');
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  const text = parameters.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

type Asked = string | undefined;

export const homeAddress = (view: { map: Asked; version: Asked }): string => address('/pages/home', view);

export const territoryPageAddress = (level: string, code: string, version: Asked): string =>
  address(`/pages/territory/${encodeURIComponent(level)}/${encodeURIComponent(code)}`, { version });

export const indicatorPageAddress = (
  code: string,
  view: { territory: Asked; level: Asked; period: Asked; version: Asked },
): string => address(`/pages/indicator/${encodeURIComponent(code)}`, view);

export const methodPageAddress = (): string => address('/pages/method', {});

export const provenanceAddress = (datum: DatumReference): string => address('/provenance', { ...datum });
