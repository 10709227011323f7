import { plain } from '../api/search';
import { language } from '../text/language';

type Query = Record<string, string | undefined>;

/** An address of the dashboard in the language being read: French is the default and is left out. */
export function addressOf(path: string, query: Query = {}): string {
  const [beforeHash = '/', hash] = path.split('#');
  const [pathname = '/', given = ''] = beforeHash.split('?');
  const parameters = new URLSearchParams(given);
  for (const [name, value] of Object.entries(query)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  if (language.value === 'en') parameters.set('lang', 'en');
  const text = parameters.toString();
  return pathname + (text === '' ? '' : `?${text}`) + (hash ? `#${hash}` : '');
}

export const territoryAddress = (territory: { level: string; code: string }): string =>
  addressOf(`/territoires/${territory.level}/${territory.code}`);

export const indicatorAddress = (code: string, query: Query = {}): string => addressOf(`/indicateurs/${code}`, query);

/** "Travail transversal" → "travail-transversal" */
export const anchorOf = (label: string): string => plain(label).replace(/[^a-z0-9]+/g, '-');
