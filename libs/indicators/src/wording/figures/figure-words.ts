import type { Locale } from '../locale';
import { en } from './en';
import { fr } from './fr';

export const figureWords: Record<Locale, typeof fr> = { fr, en };
