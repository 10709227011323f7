import { type Panel, type Refusal, refuse } from '@sillage/indicators';
import type { Cell, Cells } from './cells';
import type { DonorPool, ExclusionReason, TreatedUnit } from './donor-pool';
import type { Candidate, Candidates, TreatedTerritory } from './gather-pool';
import { seriesBreakOf } from './series-break';

export interface OutcomeRequest {
  readonly indicatorId: number;
  readonly anticipationPeriods: number;
  /** ISO date fixed beforehand: years that end later are left out. */
  readonly readingDate: string | null;
  readonly isPreRegistered: boolean;
  /** Where an outcome counts events; null for what is not a count (an income, a score). */
  readonly eventsIn: 'value' | 'numerator' | null;
}

/** A panel that can be estimated, or why there is none; the pool tells who is in it. */
export interface OutcomeReading {
  readonly panel: Panel | Refusal;
  readonly pool: DonorPool;
  /** Of the treated units in their treated years; null for what is not counted. */
  readonly treatedEvents: number | null;
  /** The same for each treated unit of the panel, in its order. */
  readonly eventsByUnit: readonly (number | null)[];
  /** A value of the panel may still be revised. */
  readonly hasProvisionalValues: boolean;
  /** Last year from which values of the panel are counted in another way; null: none. */
  readonly seriesBreak: number | null;
  /** No treated unit had started by the last year: there is nothing to estimate yet. */
  readonly isFuture: boolean;
}

/** What can be made of the cells that were read. */
export function assembleOutcome(cells: Cells, candidates: Candidates, request: OutcomeRequest): OutcomeReading {
  const { level, scope, otherSizeCount, knowsNeighbours } = candidates;
  const lastYear = lastYearBy(request.readingDate);
  const years = [...new Set([...cells.values()].flatMap((ofUnit) => [...ofUnit.keys()]))]
    .filter((year) => year <= lastYear && [...cells.values()].some((ofUnit) => hasValue(ofUnit.get(year))))
    .sort((a, b) => a - b);
  const common = years.filter((year) => candidates.treated.every(({ id }) => hasValue(cells.get(id)?.get(year))));
  const periods = years.filter((year) => year >= (common[0] ?? 0) && year <= (common.at(-1) ?? 0));
  const treated = candidates.treated.map((unit) => ({ ...unit, since: sinceOf(unit, request) }));
  const kept: Candidate[] = [];
  const excluded = candidates.excluded.map(({ code, name, reason }) => ({ code, name, reason }));
  for (const candidate of candidates.kept) {
    const reason = lackOf(cells.get(candidate.id), periods);
    if (reason === null) kept.push(candidate);
    else excluded.push({ code: candidate.code, name: candidate.name, reason });
  }
  const last = periods.at(-1) ?? Number.NEGATIVE_INFINITY;
  // one that starts after the last year was neither treated nor comparable: it stays out
  const started = treated.filter(({ since }) => since <= last);
  const shown = started.length > 0 ? started : treated;
  const pool: DonorPool = {
    level,
    scope,
    isPreRegistered: request.isPreRegistered,
    readingDate: request.readingDate,
    treated: shown.map(({ code, name, since }): TreatedUnit => ({ code, name, since })),
    donors: kept.map(({ code, name }) => ({ code, name })),
    excluded,
    otherSizeCount,
    knowsNeighbours,
    periods,
  };
  const seriesBreak = seriesBreakOf(cells, periods, shown, kept);
  const refusal = candidates.refusal ?? refusalOf(cells, treated, periods, lastYear) ?? seriesBreak.refusal;
  const isFuture = started.length === 0;
  if (refusal) {
    const nothing = { treatedEvents: null, eventsByUnit: [], hasProvisionalValues: false, seriesBreak: null };
    return { panel: refusal, pool, ...nothing, isFuture };
  }
  const units = [...shown, ...kept];
  const sizes = units.map(({ id }) => Math.log(candidates.populations.get(id) ?? Number.NaN));
  const isOfKnownSize = !sizes.some(Number.isNaN);
  const outcomes = new Float64Array(units.length * periods.length);
  units.forEach(({ id }, unit) => {
    periods.forEach((year, time) => {
      outcomes[unit * periods.length + time] = cells.get(id)?.get(year)?.value ?? Number.NaN;
    });
  });
  return {
    panel: {
      units: units.map(({ code }) => code),
      periods,
      outcomes,
      treatedFrom: units.map((unit) => ('since' in unit ? firstFrom(periods, unit.since) : null)),
      ...(isOfKnownSize && { structure: { population: sizes } }),
    },
    pool: { ...pool, matchesPopulation: isOfKnownSize },
    treatedEvents: isFuture ? null : eventsOf(cells, started, periods),
    eventsByUnit: shown.map((unit) => eventsOf(cells, [unit], periods)),
    hasProvisionalValues: units.some(({ id }) => periods.some((year) => cells.get(id)?.get(year)?.isProvisional)),
    seriesBreak: seriesBreak.year,
    isFuture,
  };
}

const hasValue = (cell: Cell | undefined): boolean => cell !== undefined && cell.value !== null;

const sinceOf = ({ startDate }: TreatedTerritory, { anticipationPeriods }: OutcomeRequest): number =>
  Number(startDate.slice(0, 4)) - anticipationPeriods;

/** A year is known on its last day. */
export const lastYearBy = (date: string | null): number =>
  date === null ? Number.POSITIVE_INFINITY : Number(date.slice(0, 4)) - (date.endsWith('-12-31') ? 0 : 1);

function firstFrom(periods: readonly number[], since: number): number | null {
  const index = periods.findIndex((year) => year >= since);
  return index < 0 ? null : index;
}

/** Why a donor cannot be kept: the first cell that it lacks decides. */
function lackOf(ofUnit: ReadonlyMap<number, Cell> | undefined, periods: readonly number[]): ExclusionReason | null {
  const year = periods.find((wanted) => !hasValue(ofUnit?.get(wanted)));
  if (year === undefined && periods.length > 0) return null;
  return year !== undefined && ofUnit?.get(year)?.isSecret ? 'suppressed-outcome' : 'missing-outcome';
}

/** A treated territory is never left out for want of a cell: that would change the question. */
function refusalOf(
  cells: Cells,
  treated: readonly (TreatedTerritory & { readonly since: number })[],
  periods: readonly number[],
  lastYear: number,
): Refusal | null {
  if (treated.length === 0) return refuse(null, 'no-treated-unit');
  const first = periods[0] ?? Number.NEGATIVE_INFINITY;
  const secrets = treated.flatMap(({ id, code }) =>
    [...(cells.get(id) ?? [])]
      .filter(([year, { isSecret }]) => isSecret && year >= first && year <= lastYear)
      .map(([year]) => ({ unit: code, period: year })),
  );
  if (secrets[0]) return refuse(null, 'suppressed-outcome', { count: secrets.length, ...secrets[0] });
  if (treated.every(({ since }) => first === Number.NEGATIVE_INFINITY || since <= first)) {
    return refuse(null, 'no-data-before', { ...(periods[0] !== undefined && { first: periods[0] }) });
  }
  for (const { id, code } of treated) {
    const year = periods.find((wanted) => !hasValue(cells.get(id)?.get(wanted)));
    if (year === undefined) continue;
    const absence = cells.get(id)?.get(year)?.absence ?? 'not-available';
    return refuse(null, 'missing-outcome', { unit: code, period: year, absence });
  }
  return null;
}

function eventsOf(
  cells: Cells,
  treated: readonly (TreatedTerritory & { readonly since: number })[],
  periods: readonly number[],
): number | null {
  let total = 0;
  for (const { id, since } of treated) {
    for (const year of periods) {
      if (year < since) continue;
      const events = cells.get(id)?.get(year)?.events ?? null;
      if (events === null) return null;
      total += events;
    }
  }
  return total;
}
