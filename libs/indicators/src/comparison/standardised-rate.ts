import type { Confidence } from './confidence';
import { byarInterval, type Interval } from './interval';
import { countInterval } from './rate-interval';

/** One age group: events and people of the territory, people of the standard population. */
export interface Stratum {
  readonly count: number;
  readonly population: number;
  readonly standard: number;
}

export type StandardisedRate =
  | ({ readonly status: 'ok'; readonly value: number; readonly events: number } & Interval)
  | { readonly status: 'refused'; readonly code: 'too-few-events' | 'empty-stratum'; readonly events: number };

/** Under ten events in all, no interval of a standardised rate holds (Fingertips technical guidance). */
const fewestEvents = 10;

/**
 * Directly standardised rate per person: what the territory's rate would be with the ages of the standard population.
 * Dobson et al. (1991): the interval of the total count, by Byar, rescaled by the variance of the weighted sum.
 */
export function standardisedRate(strata: readonly Stratum[], confidence: Confidence = 0.95): StandardisedRate {
  let events = 0;
  let standard = 0;
  let weighted = 0;
  let variance = 0;
  for (const stratum of strata) {
    if (!(stratum.population > 0)) return { status: 'refused', code: 'empty-stratum', events };
    events += stratum.count;
    standard += stratum.standard;
    weighted += (stratum.count * stratum.standard) / stratum.population;
    variance += (stratum.count * stratum.standard ** 2) / stratum.population ** 2;
  }
  const limits = events < fewestEvents ? undefined : byarInterval(events, 1, confidence);
  if (!limits) return { status: 'refused', code: 'too-few-events', events };
  const value = weighted / standard;
  const scale = Math.sqrt(variance / events) / standard;
  return {
    status: 'ok',
    value,
    events,
    low: value + scale * (limits.low - events),
    high: value + scale * (limits.high - events),
  };
}

/** One age group: events and people of the territory, events and people of the reference. */
export interface ReferenceStratum {
  readonly count: number;
  readonly population: number;
  readonly referenceCount: number;
  readonly referencePopulation: number;
}

export interface IndirectRatio {
  readonly observed: number;
  readonly expected: number;
  /** Observed ÷ expected: 1 when each age has the rate of the reference. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  /** The ratio times the crude rate of the reference, per person. */
  readonly rate: number;
  readonly rateInterval: Interval;
}

/** Indirect standardisation: observed over expected, limits of the observed count by Byar or exact Poisson. */
export function indirectRatio(
  strata: readonly ReferenceStratum[],
  confidence: Confidence = 0.95,
): IndirectRatio | undefined {
  let observed = 0;
  let expected = 0;
  let referenceCount = 0;
  let referencePopulation = 0;
  for (const stratum of strata) {
    observed += stratum.count;
    expected += (stratum.population * stratum.referenceCount) / stratum.referencePopulation;
    referenceCount += stratum.referenceCount;
    referencePopulation += stratum.referencePopulation;
  }
  const limits = expected > 0 ? countInterval(observed, confidence) : undefined;
  if (!limits) return undefined;
  const crude = referenceCount / referencePopulation;
  const scaled = (factor: number): Interval => ({
    low: (limits.low / expected) * factor,
    high: (limits.high / expected) * factor,
  });
  return {
    observed,
    expected,
    ratio: observed / expected,
    ratioInterval: scaled(1),
    rate: (observed / expected) * crude,
    rateInterval: scaled(crude),
  };
}
