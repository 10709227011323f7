import type { BoundaryEvent } from './boundary-event';
import type { ObservationStatus } from './measure';
import { worstStatus } from './year-from-periods';

/** A perimeter's count: null where secrecy hides it. */
export interface Count {
  readonly value: number | null;
  readonly status: ObservationStatus;
}

export interface CountsOfFamily {
  /** By perimeter: what was given in its own code. */
  readonly own: ReadonlyMap<number, Count>;
  /** Sums that the published state shows although it hides one of their parts. */
  readonly shownSums: ReadonlyMap<number, Count>;
  /** Populations, by which a larger commune's count is shared. */
  readonly populations: ReadonlyMap<number, number | null>;
}

interface Shown {
  readonly value: number;
  readonly status: ObservationStatus;
}

/** Two counts of the same ground differ when they differ by more than the rounding of their additions. */
const slack = 1e-9;

const isShown = (count: Count | undefined): count is Shown => count !== undefined && count.value !== null;

/**
 * The counts of every perimeter of a family in one period, so that an event keeps them: either the sources and the
 * targets are all known, and add up to the same, or each side lacks one. Towards the future a perimeter takes the sum
 * of its parts; then, towards the past, what is known of the later perimeters is shared between the earlier ones.
 * Where files contradict each other the later geography stands, as a whole's figure does against its parts'.
 */
export function conserveCounts(
  events: readonly BoundaryEvent[],
  { own, shownSums, populations }: CountsOfFamily,
): Map<number, Count> {
  const counts = new Map(own);
  for (const { sources, targets, links } of events) {
    if (targets.every((id) => counts.has(id))) continue;
    const weights = new Map(targets.map((id) => [id, 0]));
    for (const { from, to, share } of links) {
      weights.set(to, (weights.get(to) ?? 0) + share * (counts.get(from)?.value ?? 0));
    }
    settleSide(counts, sources, targets, weights);
    for (const id of targets) {
      const sum = shownSums.get(id);
      if (sum && !own.has(id) && counts.get(id)?.value === null) counts.set(id, sum);
    }
  }
  for (const { sources, targets } of [...events].reverse()) {
    const known = sources.map((id) => [id, populations.get(id) ?? null] as const);
    settleSide(counts, targets, sources, new Map(known));
  }
  return counts;
}

/** Shares what one side of an event counts between the perimeters of the other, once all of it is known. */
function settleSide(
  counts: Map<number, Count>,
  givers: readonly number[],
  takers: readonly number[],
  weights: ReadonlyMap<number, number | null>,
): void {
  const given = givers.map((id) => counts.get(id));
  if (given.some((count) => count === undefined)) return;
  const shown = given.filter(isShown);
  const status = worstStatus(shown.map((count) => count.status));
  const isHidden = (id: number): boolean => counts.get(id)?.value === null;
  if (shown.length < given.length || takers.some(isHidden)) {
    for (const id of takers) if (!counts.has(id)) counts.set(id, { value: null, status });
    return;
  }
  const total = shown.reduce((sum, { value }) => sum + value, 0);
  share({ value: total, status }, takers, counts, weights);
}

function share(
  total: Shown,
  takers: readonly number[],
  counts: Map<number, Count>,
  weights: ReadonlyMap<number, number | null>,
): void {
  const [only] = takers;
  const isSame = (a: number, b: number) => Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
  const known = takers.flatMap((id) => counts.get(id)?.value ?? []);
  const sum = known.reduce((a, b) => a + b, 0);
  if (known.length === takers.length && isSame(sum, total.value)) return;
  if (takers.length === 1 && only !== undefined) {
    counts.set(only, total);
    return;
  }
  const unknown = takers.filter((id) => !counts.has(id));
  const rest = total.value - sum;
  const status = worstStatus([total.status, 'estimated']);
  if (unknown.length === 0 && known.every((value) => value >= 0) && sum > 0) {
    for (const id of takers) counts.set(id, { value: (total.value * (counts.get(id)?.value ?? 0)) / sum, status });
  } else if (unknown.length > 0 && (rest >= 0 || known.length === 0)) {
    const shares = sharesOf(unknown, weights);
    unknown.forEach((id, index) => {
      counts.set(id, {
        value: rest * (shares[index] ?? 0),
        status: unknown.length === 1 ? total.status : status,
      });
    });
  } else {
    const shares = sharesOf(takers, weights);
    takers.forEach((id, index) => {
      counts.set(id, { value: total.value * (shares[index] ?? 0), status });
    });
  }
}

/** Equal shares where a weight is unknown, as for the shares of a split. */
function sharesOf(ids: readonly number[], weights: ReadonlyMap<number, number | null>): number[] {
  const values = ids.map((id) => weights.get(id) ?? null);
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const areKnown = values.every((value) => value !== null) && total > 0;
  return values.map((value) => (areKnown ? (value ?? 0) / total : 1 / ids.length));
}
