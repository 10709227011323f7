import type { Locale } from '../locale';
import { en } from './en';
import { fr } from './fr';

export const pageWords: Record<Locale, typeof fr> = { fr, en };
