import { type Draws, seededDraws } from '../../libs/indicators/src/effect/draws';
import type { Panel } from '../../libs/indicators/src/effect/panel';

/** Autoregressive errors of variance 1. */
export function autoregressive(draws: Draws, count: number, correlation: number): Float64Array {
  const errors = new Float64Array(count);
  errors[0] = draws.normal();
  for (let index = 1; index < count; index++)
    errors[index] = correlation * errors[index - 1]! + Math.sqrt(1 - correlation ** 2) * draws.normal();
  return errors;
}

export function poisson(draws: Draws, mean: number): number {
  const uniform = draws.uniform();
  let count = 0;
  let probability = Math.exp(-mean);
  let sum = probability;
  while (uniform > sum && count < 100 * mean + 100) {
    count++;
    probability *= mean / count;
    sum += probability;
  }
  return count;
}

export interface Simulation {
  /** First treated period of each unit, null when never. */
  readonly starts: readonly (number | null)[];
  readonly periodCount: number;
  /** Errors: autoregressive (0.5) around levels and a common trend, or counts around the same. */
  readonly kind: 'autoregressive' | 'counts';
  readonly effect?: number;
}

export function simulatePanel(draws: Draws, { starts, periodCount, kind, effect = 0 }: Simulation): Panel {
  const outcomes = new Float64Array(starts.length * periodCount);
  starts.forEach((start, unit) => {
    const level = draws.normal();
    const errors = autoregressive(draws, periodCount, 0.5);
    for (let period = 0; period < periodCount; period++) {
      const own = start !== null && period >= start ? effect : 0;
      outcomes[unit * periodCount + period] =
        kind === 'autoregressive'
          ? 2 * level + 0.1 * period + errors[period]! + own
          : poisson(draws, 20 * Math.exp(0.3 * level + 0.02 * period + own));
    }
  });
  return {
    units: starts.map((_, unit) => `unit-${unit}`),
    periods: Array.from({ length: periodCount }, (_, period) => period),
    outcomes,
    treatedFrom: starts,
  };
}

/** So many units of each start. */
export const startsOf = (...groups: readonly [count: number, start: number | null][]): (number | null)[] =>
  groups.flatMap(([count, start]) => Array.from({ length: count }, () => start));

export const aPanel = (simulation: Simulation, seed = 1): Panel => simulatePanel(seededDraws(seed), simulation);
