import { language } from '../text/language';
import { read } from './client';
import type { MethodPage, Territory } from './types';

export interface FoundIndicator {
  code: string;
  label: string;
  aimLabel: string;
}

export async function findTerritories(text: string, limit: number): Promise<Territory[]> {
  const parameters = new URLSearchParams({ q: text, limit: String(limit), lang: language.value });
  try {
    const answer = await read<Territory[] | { territories: Territory[] }>(`/api/v1/territories?${parameters}`);
    return (Array.isArray(answer) ? answer : answer.territories).slice(0, limit);
  } catch {
    return [];
  }
}

const known = new Map<string, Promise<FoundIndicator[]>>();

/** The catalogue is short: read once per language, then searched here. */
export function listIndicators(): Promise<FoundIndicator[]> {
  const lang = language.value;
  let list = known.get(lang);
  if (!list) {
    list = read<MethodPage>(`/api/v1/pages/method?lang=${lang}`).then((page) => page.indicators);
    list.catch(() => known.delete(lang));
    known.set(lang, list);
  }
  return list;
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
    const all = await listIndicators();
    return all.filter((item) => matches(`${item.label} ${item.code}`, text)).slice(0, limit);
  } catch {
    return [];
  }
}
