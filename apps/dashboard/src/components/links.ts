import { language } from '../text/language';

type Query = Record<string, string | undefined>;

/** An address of the dashboard in the language being read: French is the default and is left out. */
export function addressOf(path: string, query: Query = {}): string {
  const [pathname = '/', given = ''] = path.split('?');
  const parameters = new URLSearchParams(given);
  for (const [name, value] of Object.entries(query)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  if (language.value === 'en') parameters.set('lang', 'en');
  const text = parameters.toString();
  return text === '' ? pathname : `${pathname}?${text}`;
}

export const territoryAddress = (territory: { level: string; code: string }): string =>
  addressOf(`/territoires/${territory.level}/${territory.code}`);

export const indicatorAddress = (code: string, query: Query = {}): string => addressOf(`/indicateurs/${code}`, query);
