import type { Locale } from '../locale';
import { en } from './en';
import { fr } from './fr';

export type Vocabulary = typeof fr;

export const vocabulary: Record<Locale, Vocabulary> = { fr, en };
