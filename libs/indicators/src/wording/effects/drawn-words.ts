import type { Locale } from '../locale';
import * as certaintyEn from './en/certainty';
import { figures as figuresEn } from './en/figures';
import { finding as findingEn } from './en/finding';
import * as certaintyFr from './fr/certainty';
import { figures as figuresFr } from './fr/figures';
import { finding as findingFr } from './fr/finding';

const fr = { ...certaintyFr, figures: figuresFr, finding: findingFr };

/** What figures say of effects. The browser draws them again: refusals, warnings and checks must not travel with them. */
export const drawnWords: Record<Locale, typeof fr> = {
  fr,
  en: { ...certaintyEn, figures: figuresEn, finding: findingEn },
};
