import { read } from './client';
import { methodPageAddress } from './pages';
import type { components } from './schema';
import type { MethodPage } from './types';

export type FoundIndicator = MethodPage['indicators'][number];
type Places = components['schemas']['TerritoryListDto'];
export type Place = Pick<Places['territories'][number], 'code' | 'name'> & { level: string };

const placesAddress = (parameters: Record<string, string>): string =>
  `/api/v1/territories?${new URLSearchParams(parameters)}`;

/** Those of the département first, then those of the whole country. */
export async function findTerritories(text: string, limit: number, home: Place | null): Promise<Place[]> {
  const asked = { q: text, limit: String(limit) };
  try {
    const answers = await Promise.all([
      home
        ? read<Places>(placesAddress({ within: `${home.level}:${home.code}`, ...asked }))
        : { territories: [], total: 0 },
      read<Places>(placesAddress(asked)),
    ]);
    const found = new Map<string, Place>();
    for (const place of answers.flatMap((answer) => answer.territories))
      found.set(`${place.level}/${place.code}`, place);
    return [...found.values()].slice(0, limit);
  } catch {
    return [];
  }
}

const pageSize = 1000;

/** Every territory inside another one, page after page. */
export async function listTerritoriesWithin(whole: Place): Promise<Place[]> {
  const places: Place[] = [];
  for (;;) {
    const within = `${whole.level}:${whole.code}`;
    const page = await read<Places>(placesAddress({ within, limit: String(pageSize), offset: String(places.length) }));
    places.push(...page.territories);
    if (page.territories.length === 0 || places.length >= page.total) return places;
  }
}

const known = new Map<string, Promise<unknown>>();

/** A short list: read once per address, which names the language, then searched here. */
export function readOnce<T>(address: string): Promise<T> {
  const answer = known.get(address) ?? read<T>(address);
  known.set(address, answer);
  answer.catch(() => known.delete(address));
  return answer as Promise<T>;
}

/** Without case nor accents, every word must be found. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export const matches = (text: string, words: string): boolean =>
  plain(words)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));

export async function findIndicators(text: string, limit: number): Promise<FoundIndicator[]> {
  try {
    const all = (await readOnce<MethodPage>(methodPageAddress())).indicators;
    return all.filter((item) => matches(`${item.label} ${item.code}`, text)).slice(0, limit);
  } catch {
    return [];
  }
}
