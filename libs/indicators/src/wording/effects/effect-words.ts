import type { Locale } from '../locale';
import { effectWordsEn } from './en';
import { effectWordsFr } from './fr';

export const effectWords: Record<Locale, typeof effectWordsFr> = { fr: effectWordsFr, en: effectWordsEn };
