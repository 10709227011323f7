import {
  formatDate,
  formatNumber,
  formatPeriod,
  formatValue,
  type Locale,
  nextExpectedDate,
  pageWords,
  parisDate,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import { monthsBetween } from './compose-watch';
import type { CommonFacts, Indicator, MeasurePoint } from './page-facts';

interface Entry {
  readonly term: string;
  readonly text: string;
}

const entries = (pairs: readonly (readonly [term: string, text: string])[], locale: Locale): Entry[] =>
  pairs.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text: typeset(text, locale) }));

/** Definition, formula, caveats and rules. */
export function knowledge(indicator: Indicator, locale: Locale): Entry[] {
  const words = pageWords[locale].indicator;
  const { terms } = words;
  const { definition, formula, caveat } = indicator[locale];
  const share = formatValue(indicator.coverageThreshold * 100, { unit: 'percent', decimals: 0 }, locale);
  return entries(
    [
      [terms.definition, definition],
      [terms.formula, formula],
      [terms.caveat, caveat],
      [terms.territorialRule, vocabulary[locale].territorialRules[indicator.territorialRule]],
      [terms.temporalRule, vocabulary[locale].temporalRules[indicator.temporalRule]],
      [
        terms.threshold,
        indicator.suppressionThreshold === null
          ? words.noThreshold
          : words.threshold(formatNumber(indicator.suppressionThreshold, 0, locale)),
      ],
      [terms.coverage, words.coverage(share)],
    ],
    locale,
  );
}

/** Source, last computation, next datum, periods, levels, licence, version. */
export function identityCard(
  facts: CommonFacts,
  indicator: Indicator,
  series: readonly MeasurePoint[],
  locale: Locale,
): Entry[] {
  const words = pageWords[locale].indicator;
  const { terms } = words;
  const source = facts.sources.find(({ code }) => code === indicator.source);
  const first = series[0];
  const last = series.at(-1);
  const next = last && nextExpectedDate(last.period, indicator.frequency, indicator.expectedDelayDays);
  const months = next ? monthsBetween(next, facts.today) : 0;
  const expected = next ? formatDate(next, locale) : '';
  return entries(
    [
      [terms.source, source ? source[locale].label : indicator.source],
      [terms.dataset, source?.dataset ?? ''],
      [terms.licence, source?.licence ?? ''],
      [terms.updated, facts.state ? formatDate(parisDate(facts.state.computedAt), locale) : ''],
      [terms.next, months > 0 ? words.late(expected, formatNumber(months, 0, locale)) : expected],
      [terms.frequency, vocabulary[locale].frequencies[indicator.frequency] ?? indicator.frequency],
      [
        terms.periods,
        first && last ? words.fromTo(formatPeriod(first.period, locale), formatPeriod(last.period, locale)) : '',
      ],
      [terms.levels, indicator.levels.map((level) => vocabulary[locale].levels[level]?.many ?? level).join(', ')],
      [terms.version, formatNumber(indicator.version, 0, locale)],
    ],
    locale,
  );
}
