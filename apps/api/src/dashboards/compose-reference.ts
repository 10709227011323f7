import { formatPeriod, formatValue, isValue, type Locale, type Period, sentences, typeset } from '@sillage/indicators';
import { mainSeries } from './compose';
import { pointAt } from './compose-areas';
import type { CommonFacts, Indicator, MeasureTable, Place } from './page-facts';

/** Wholes whose value may stand in for a hidden one, in the order in which they are asked. */
const order = [
  'commune',
  'epci',
  'canton',
  'mds',
  'arrondissement',
  'departement',
  'departement-group',
  'region',
  'france',
];

/**
 * Where a territory has no value, the EPCI's, or else the département's, helps to read the page: at the same period when
 * there is one. null when no whole has a value either.
 */
export function referenceSentence(
  { home }: CommonFacts,
  table: MeasureTable,
  indicator: Indicator,
  parents: readonly Place[],
  period: Period | undefined,
  locale: Locale,
): string | null {
  const rank = ({ level }: Place): number => order.indexOf(level);
  const wholes = [...parents, home].sort((a, b) => rank(a) - rank(b));
  for (const whole of wholes) {
    const points = table.get(indicator.id)?.get(whole.id);
    const last = (period && pointAt(points, period)) ?? mainSeries(points, indicator.frequency).at(-1);
    if (!last || !isValue(last.measure)) continue;
    const value = formatValue(last.measure.value, indicator, locale);
    const part = { place: whole.name, value, period: formatPeriod(last.period, locale) };
    return typeset(sentences[locale].reference(part), locale);
  }
  return null;
}
