import { absenceReasons, aims, formatNumber, type Locale, pageWords, typeset, vocabulary } from '@sillage/indicators';
import type { z } from 'zod';
import { frameOf } from './compose';
import type { CommonFacts, StateFacts } from './page-facts';
import type { methodPageSchema } from './pages.dto';

type MethodPage = z.infer<typeof methodPageSchema>;

export interface MethodFacts extends CommonFacts {
  /** Readable states, the newest first. */
  readonly states: readonly StateFacts[];
}

export function composeMethod(facts: MethodFacts, locale: Locale): MethodPage {
  const { levels: _, ...words } = vocabulary[locale];
  const { threshold, none } = pageWords[locale].method;
  return {
    frame: frameOf(facts, locale),
    indicators: aims
      .flatMap((aim) => facts.indicators.filter((indicator) => indicator.aim === aim))
      .map((indicator) => ({
        code: indicator.code,
        label: indicator[locale].label,
        aimLabel: indicator.aim ? words.aims[indicator.aim] : words.noAim,
        rule: typeset(words.territorialRules[indicator.territorialRule], locale),
        threshold:
          indicator.suppressionThreshold === null
            ? none
            : threshold(formatNumber(indicator.suppressionThreshold, 0, locale)),
      })),
    sources: facts.sources.map((source) => ({
      code: source.code,
      label: source[locale].label,
      licence: source.licence,
      url: source.url,
    })),
    symbols: symbolsOf(locale),
    states: facts.states.map((state) => frameOf({ ...facts, state }, locale).state!),
  };
}

/** Each symbol once, with its words: absences, then statuses. */
function symbolsOf(locale: Locale): MethodPage['symbols'] {
  const { absences, statuses } = vocabulary[locale];
  const symbols = new Map<string, string>();
  for (const reason of absenceReasons) symbols.set(absences[reason].symbol, absences[reason].words);
  for (const { symbol, words } of Object.values(statuses)) if (symbol !== '') symbols.set(symbol, words);
  return [...symbols].map(([symbol, text]) => ({ symbol, text }));
}
