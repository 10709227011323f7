import {
  formatNumber,
  formatValue,
  isSuppressed,
  type Locale,
  nextExpectedDate,
  pageWords,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import { seriesOf } from './compose';
import { levelViews, pointAt } from './compose-areas';
import type { HomeFacts, Indicator } from './page-facts';

interface Warning {
  readonly text: string;
  readonly link: string | null;
}

/** From this share of hidden values on, a map hides more than it shows. */
const muchSecrecy = 0.2;
const mostWarnings = 8;

/** Whole months between two ISO dates. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  return (toYear! - fromYear!) * 12 + (toMonth! - fromMonth!) - (toDay! < fromDay! ? 1 : 0);
}

/** Late data, much secrecy, too little coverage: the longest late first. */
export function watchList(facts: HomeFacts, locale: Locale): Warning[] {
  const watched = facts.indicators.filter(({ aim }) => aim !== null);
  const late = watched
    .flatMap((indicator) => lateness(facts, indicator))
    .sort((a, b) => b.months - a.months)
    .map(({ indicator, months }) => warn(indicator, lateText(indicator, months, locale), locale));
  const hidden = watched.flatMap((indicator) => secrecyWarnings(facts, indicator, locale));
  const uncovered = watched.flatMap((indicator) => {
    const last = seriesOf(facts.table, indicator, facts.home).at(-1)?.measure;
    if (!last || !('absence' in last) || last.absence !== 'insufficient-coverage') return [];
    return [warn(indicator, pageWords[locale].home.watch.coverage(indicator[locale].label), locale)];
  });
  return [...uncovered, ...hidden, ...late].slice(0, mostWarnings);
}

const warn = ({ code }: Indicator, text: string, locale: Locale): Warning => ({
  text: typeset(text, locale),
  link: `/indicateurs/${code}`,
});

function lateness(facts: HomeFacts, indicator: Indicator): { indicator: Indicator; months: number }[] {
  const newest = seriesOf(facts.table, indicator, facts.home).at(-1)?.period;
  if (!newest) return [];
  const expected = nextExpectedDate(newest, indicator.frequency, indicator.expectedDelayDays);
  return expected < facts.today ? [{ indicator, months: monthsBetween(expected, facts.today) }] : [];
}

function lateText(indicator: Indicator, months: number, locale: Locale): string {
  const words = pageWords[locale].home.watch;
  const { label } = indicator[locale];
  return months < 1 ? words.lateThisMonth(label) : words.late(label, formatNumber(months, 0, locale), months === 1);
}

function secrecyWarnings(facts: HomeFacts, indicator: Indicator, locale: Locale): Warning[] {
  const values = facts.table.get(indicator.id);
  const view = levelViews(facts.table, indicator, facts.parts, undefined)[0];
  if (!view) return [];
  const hidden = view.places.filter((place) => {
    const point = pointAt(values?.get(place.id), view.period);
    return point !== undefined && isSuppressed(point.measure);
  }).length;
  const share = hidden / view.places.length;
  if (share <= muchSecrecy) return [];
  const level = vocabulary[locale].levels[view.level]?.many ?? view.level;
  const text = formatValue(share * 100, { unit: 'percent', decimals: 0 }, locale);
  return [warn(indicator, pageWords[locale].home.watch.suppressed(indicator[locale].label, text, level), locale)];
}
