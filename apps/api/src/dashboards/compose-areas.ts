import {
  type Area,
  type AreasFacts,
  byarInterval,
  type Interval,
  isValue,
  type Locale,
  type Period,
  periodCode,
  type TerritoryLevel,
  wilsonInterval,
} from '@sillage/indicators';
import { figureIndicator, figureSource } from './compose';
import type { CommonFacts, Indicator, MeasurePoint, MeasureTable, Place } from './page-facts';

/** Levels that a map prefers, the finest first, when most of their values are known. */
const levelOrder: readonly TerritoryLevel[] = [
  'commune',
  'epci',
  'canton',
  'mds',
  'arrondissement',
  'qpv',
  'pvd',
  'zone',
];
const fewestAreas = 3;

export interface LevelView {
  readonly level: TerritoryLevel;
  readonly places: readonly Place[];
  /** Periods with a value or an absence, the newest first. */
  readonly periods: readonly Period[];
  readonly period: Period;
  /** Share of the places whose value is known at that period. */
  readonly knownShare: number;
}

/** What can be compared inside the home territory for one indicator: one view per level that has values. */
export function levelViews(
  table: MeasureTable,
  indicator: Indicator,
  parts: readonly Place[],
  wishedPeriod: Period | undefined,
): LevelView[] {
  return levelOrder.flatMap((level) => {
    const places = parts.filter((place) => place.level === level);
    if (places.length < fewestAreas || !indicator.levels.includes(level)) return [];
    const values = table.get(indicator.id);
    const known = new Map<number, { period: Period; count: number }>();
    for (const place of places)
      for (const { period, measure } of values?.get(place.id) ?? []) {
        const code = periodCode(period);
        const entry = known.get(code) ?? { period, count: 0 };
        known.set(code, { period, count: entry.count + (isValue(measure) ? 1 : 0) });
      }
    const entries = [...known].sort(([a], [b]) => b - a).map(([, entry]) => entry);
    const most = Math.max(0, ...entries.map(({ count }) => count));
    // The newest period that is not merely beginning to arrive.
    const usual = entries.find(({ count }) => count > 0 && count >= most / 2) ?? entries[0];
    const chosen =
      entries.find(({ period }) => wishedPeriod && periodCode(period) === periodCode(wishedPeriod)) ?? usual;
    if (!chosen) return [];
    const periods = entries.map(({ period }) => period);
    return [{ level, places, periods, period: chosen.period, knownShare: chosen.count / places.length }];
  });
}

/** The level asked for, or the finest whose values are mostly known, or else the best known. */
export function chooseView(views: readonly LevelView[], wished: string | undefined): LevelView | undefined {
  return (
    views.find(({ level }) => level === wished) ??
    views.find(({ knownShare }) => knownShare >= 0.5) ??
    [...views].sort((a, b) => b.knownShare - a.knownShare)[0]
  );
}

export const pointAt = (points: readonly MeasurePoint[] | undefined, period: Period): MeasurePoint | undefined =>
  points?.find((point) => periodCode(point.period) === periodCode(period));

export function areasFacts(
  facts: CommonFacts,
  table: MeasureTable,
  indicator: Indicator,
  view: LevelView,
  options: { readonly selected: string | null; readonly locale: Locale },
): AreasFacts {
  const values = table.get(indicator.id);
  const { home } = facts;
  const reference = pointAt(values?.get(home.id), view.period);
  return {
    kind: 'areas',
    indicator: figureIndicator(indicator, options.locale),
    home: { level: home.level, code: home.code, name: home.name },
    level: view.level,
    period: view.period,
    areas: view.places.map((place) => areaOf(place, pointAt(values?.get(place.id), view.period), indicator)),
    reference: reference
      ? { territory: { level: home.level, code: home.code, name: home.name }, measure: reference.measure }
      : null,
    selected: options.selected,
    geometryUrl: `/api/v1/maps/${view.level}`,
    source: figureSource(facts, indicator, view.periods[0], options.locale),
  };
}

const areaOf = ({ level, code, name }: Place, point: MeasurePoint | undefined, indicator: Indicator): Area => ({
  territory: { level, code, name },
  measure: point?.measure ?? { absence: 'not-available' },
  status: point?.status ?? 'normal',
  interval: point ? intervalOf(point, indicator) : null,
});

/**
 * Only for ratios that count persons or dwellings (they are those with a suppression threshold: chance means nothing for
 * a share of euros), and only beside a published value: the interval of a hidden one would give it away.
 */
function intervalOf(point: MeasurePoint, indicator: Indicator): Interval | null {
  const { measure, numerator, denominator } = point;
  if (!isValue(measure) || numerator === null || denominator === null) return null;
  if (indicator.territorialRule !== 'ratio-of-sums' || indicator.suppressionThreshold === null) return null;
  const interval =
    indicator.unit === 'percent' ? wilsonInterval(numerator, denominator) : byarInterval(numerator, denominator);
  if (!interval) return null;
  return { low: interval.low * indicator.scale, high: interval.high * indicator.scale };
}
