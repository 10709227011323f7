import type { Evaluation } from '../../effect/evaluation';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { drawnWords } from './drawn-words';

/** "preuve : 3 sur 4", for a cell. */
export const shortEvidence = (level: Evaluation['evidence']['level'], locale: Locale): string =>
  typeset(drawnWords[locale].shortEvidence(String(level)), locale);
