import {
  absenceWords,
  formatDate,
  formatMeasure,
  formatNumber,
  formatPeriod,
  formatValue,
  isSuppressed,
  isValue,
  type Locale,
  type Measure,
  type Period,
  pageWords,
  parisDate,
  periodCode,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import type { CommonFacts, Indicator, Place } from './page-facts';
import type { provenanceSchema } from './pages.dto';

export type Origin = 'published' | 'sum' | 'derived' | 'periods';

/** A line of an imported file; `measure` is already hidden where it must be. */
export interface LineFacts {
  readonly territory: string;
  readonly indicator: Indicator | undefined;
  readonly period: Period;
  readonly measure: Measure;
  readonly fileName: string;
  readonly line: number;
  readonly column: number | null;
  readonly batchId: number;
  /** ISO instant. */
  readonly importedAt: string;
}

export interface ProvenanceFacts extends CommonFacts {
  readonly indicator: Indicator;
  readonly territory: Place;
  readonly period: Period;
  readonly measure: Measure;
  readonly origin: Origin;
  /** Share of the population covered; null for a value that depends on no sum. */
  readonly coverage: number | null;
  /** How many territories a sum adds up. */
  readonly partCount: number;
  readonly lines: readonly LineFacts[];
  readonly lineCount: number;
}

/** From a number on a screen back to its definition, its formula, its dates, its file and its lines. */
export function composeProvenance(facts: ProvenanceFacts, locale: Locale): z.infer<typeof provenanceSchema> {
  const words = pageWords[locale].provenance;
  const { indicator, territory, period, measure } = facts;
  const { label, definition, formula } = indicator[locale];
  const source = facts.sources.find(({ code }) => code === indicator.source);
  const isWithheld = isSuppressed(measure) && facts.origin !== 'published';
  const imported = facts.lines
    .map(({ importedAt }) => importedAt)
    .sort()
    .at(-1);
  return {
    title: typeset(words.title(label, territory.name, formatPeriod(period, locale)), locale),
    value: formatMeasure(measure, indicator, locale),
    absence: isValue(measure) ? null : absenceWords(measure.absence, locale),
    definition: typeset(definition, locale),
    formula: typeset(formula, locale),
    origin: typeset(isWithheld ? words.withheld : originOf(facts, locale), locale),
    coverage: typeset(coverageOf(facts.coverage, locale), locale),
    source: source ? `${source[locale].label} – ${source.licence}` : indicator.source,
    dates: [
      { term: words.terms.period, text: formatPeriod(period, locale) },
      ...(imported ? [{ term: words.terms.imported, text: formatDate(parisDate(imported), locale) }] : []),
      ...(facts.state
        ? [{ term: words.terms.computed, text: formatDate(parisDate(facts.state.computedAt), locale) }]
        : []),
    ],
    lines: facts.lines.map((line) => lineOf(line, period, locale)),
    lineCount: facts.lineCount,
  };
}

function originOf({ origin, partCount }: ProvenanceFacts, locale: Locale): string {
  const { origins } = pageWords[locale].provenance;
  if (origin !== 'sum') return origins[origin];
  const { one, many } = vocabulary[locale].territories;
  return origins.sum(formatNumber(partCount, 0, locale), partCount < 2 ? one : many);
}

function coverageOf(coverage: number | null, locale: Locale): string {
  const { coverage: covered, wholeCoverage } = pageWords[locale].provenance;
  if (coverage === null) return wholeCoverage;
  return covered(formatValue(coverage * 100, { unit: 'percent', decimals: 0 }, locale));
}

const lineOf = (
  { territory, indicator, period, measure, fileName, line, column, batchId, importedAt }: LineFacts,
  asked: Period,
  locale: Locale,
) => ({
  territory,
  indicator: [
    indicator?.[locale].label ?? '',
    ...(periodCode(period) === periodCode(asked) ? [] : [formatPeriod(period, locale)]),
  ].join(', '),
  value: formatMeasure(measure, indicator ?? { unit: 'count', decimals: 0 }, locale),
  file: fileName,
  line,
  column,
  batch: batchId,
  importedAt: formatDate(parisDate(importedAt), locale),
});
