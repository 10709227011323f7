import type { Locale } from '../locale';
import { methods as en } from './en/methods';
import { methods as fr } from './fr/methods';

export const methodWords: Record<Locale, typeof fr> = { fr, en };
