import type { GroupTimeCell, GroupTimeEffects } from './group-time-effects';
import { clusterCovariance } from './influence-covariance';

export interface Aggregate {
  readonly estimate: number;
  readonly standardError: number;
  readonly influence: Float64Array;
}

/** An aggregate at one place of a scale: periods since the start, index of a cohort, index of a period. */
export interface PlacedAggregate extends Aggregate {
  readonly at: number;
}

export interface AggregateSeries {
  readonly parts: readonly PlacedAggregate[];
  readonly overall: Aggregate;
}

/** All cells after the start, each cohort by its size: mean over treated units and treated periods. */
export const simpleAggregate = (effects: GroupTimeEffects): Aggregate =>
  weighted(
    effects,
    effects.cells.filter(({ isAfter }) => isAfter),
  );

/** By time since the start. With `balance`, only cohorts seen for that long, and the times that all of them have. */
export function dynamicAggregate(effects: GroupTimeEffects, periodCount: number, balance?: number): AggregateSeries {
  const kept =
    balance === undefined
      ? effects.cells
      : effects.cells.filter(({ cohort, period }) => {
          const since = period - cohort;
          return periodCount - 1 - cohort >= balance && since <= balance && since >= balance - periodCount + 1;
        });
  const parts = placed(effects, kept, ({ cohort, period }) => period - cohort);
  return {
    parts,
    overall: plainMean(
      effects,
      parts.filter(({ at }) => at >= 0),
    ),
  };
}

/** By cohort: its mean over its treated periods; overall by the size of cohorts. */
export function groupAggregate(effects: GroupTimeEffects): AggregateSeries {
  const parts = effects.cohorts.flatMap((cohort): PlacedAggregate[] => {
    const own = effects.cells.filter((cell) => cell.cohort === cohort && cell.isAfter);
    return own.length > 0 ? [{ at: cohort, ...plainMean(effects, own) }] : [];
  });
  return {
    parts,
    overall: weighted(
      effects,
      parts.map(({ at, estimate, influence }) => ({ cohort: at, estimate, influence })),
    ),
  };
}

/** By period: all cohorts that have started. */
export function calendarAggregate(effects: GroupTimeEffects): AggregateSeries {
  const after = effects.cells.filter(({ isAfter }) => isAfter);
  const parts = placed(effects, after, ({ period }) => period);
  return { parts, overall: plainMean(effects, parts) };
}

type Weighable = Pick<GroupTimeCell, 'cohort' | 'estimate' | 'influence'>;

function placed(
  effects: GroupTimeEffects,
  cells: readonly GroupTimeCell[],
  placeOf: (cell: GroupTimeCell) => number,
): PlacedAggregate[] {
  const places = [...new Set(cells.map(placeOf))].sort((a, b) => a - b);
  return places.map((at) => ({
    at,
    ...weighted(
      effects,
      cells.filter((cell) => placeOf(cell) === at),
    ),
  }));
}

/**
 * Mean by share of cohorts, whose own sampling counts: a unit of cohort g adds w/S · Σ over the cells of g of (estimate − mean),
 * where S adds up the shares of the cells.
 */
function weighted(effects: GroupTimeEffects, cells: readonly Weighable[]): Aggregate {
  const shares = cohortShares(effects);
  const total = cells.reduce((sum, { cohort }) => sum + shares.get(cohort)!, 0);
  const estimate = cells.reduce((sum, cell) => sum + (shares.get(cell.cohort)! / total) * cell.estimate, 0);
  const influence = new Float64Array(effects.unitCount);
  const spreads = new Map<number, number>();
  for (const cell of cells) {
    addScaled(influence, cell.influence, shares.get(cell.cohort)! / total);
    spreads.set(cell.cohort, (spreads.get(cell.cohort) ?? 0) + (cell.estimate - estimate) / total);
  }
  for (let unit = 0; unit < effects.unitCount; unit++) {
    const cohort = effects.cohortOf[unit]!;
    const spread = cohort === null ? undefined : spreads.get(cohort);
    if (spread !== undefined) influence[unit]! += effects.weights[unit]! * spread;
  }
  return finish(effects, estimate, influence);
}

function plainMean(effects: GroupTimeEffects, parts: readonly Pick<Weighable, 'estimate' | 'influence'>[]): Aggregate {
  const influence = new Float64Array(effects.unitCount);
  for (const part of parts) addScaled(influence, part.influence, 1 / parts.length);
  const estimate = parts.reduce((sum, part) => sum + part.estimate, 0) / parts.length;
  return finish(effects, estimate, influence);
}

const finish = (effects: GroupTimeEffects, estimate: number, influence: Float64Array): Aggregate => ({
  estimate,
  influence,
  standardError: Math.sqrt(clusterCovariance(effects, [influence])[0]!),
});

function cohortShares({ cohortOf, weights, unitCount }: GroupTimeEffects): Map<number, number> {
  const shares = new Map<number, number>();
  for (let unit = 0; unit < unitCount; unit++) {
    const cohort = cohortOf[unit]!;
    if (cohort !== null) shares.set(cohort, (shares.get(cohort) ?? 0) + weights[unit]! / unitCount);
  }
  return shares;
}

function addScaled(target: Float64Array, values: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++) target[index]! += factor * values[index]!;
}
