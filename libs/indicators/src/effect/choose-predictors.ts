import { cohortsOf, type Panel } from './panel';
import type { Predictor } from './predictor-features';

/** A characteristic as it is asked for: averaged over the periods given, or over all those before the start. */
export interface WantedPredictor {
  /** A covariate of the panel; the outcome itself without it. */
  readonly covariate?: string;
  readonly from?: number;
  readonly to?: number;
}

/**
 * Predictors of a synthetic control. Covariates alone would let it forget the outcome: unless the outcome is asked for by name, it
 * is matched at three periods (after a quarter of the time before, after two thirds, and the last), as Abadie, Diamond and
 * Hainmueller (2010) did: all periods at once would make the covariates useless (Kaul et al. 2015).
 */
export function choosePredictors(panel: Panel, wanted: readonly WantedPredictor[]): Predictor[] {
  const start = cohortsOf(panel)[0] ?? panel.periods.length;
  const before = panel.periods.slice(0, start);
  const predictors = wanted.map(({ covariate, from, to }): Predictor => {
    const periods =
      from === undefined ? before : panel.periods.filter((period) => period >= from && period <= (to ?? from));
    return covariate === undefined ? { periods } : { covariate, periods };
  });
  if (wanted.some(({ covariate }) => covariate === undefined)) return predictors;
  const ranks = new Set([Math.floor(start / 4), Math.floor((2 * start) / 3), start - 1]);
  return [...predictors, ...[...ranks].map((rank) => ({ periods: [panel.periods[rank]!] }))];
}
