import { autocorrelationLikelihood, durbinWatson } from './autocorrelation';
import { normalDraws } from './draws';
import type { LinearFit } from './ordinary-least-squares';
import { thresholds } from './thresholds';

export interface NeweyWestLaw {
  /** Two-sided p of a statistic; never under `floor`. */
  p(statistic: number): number;
  readonly floor: number;
  critical(confidence: number): number;
}

export interface NeweyWestDesign {
  readonly columns: readonly Float64Array[];
  readonly fit: LinearFit;
  /** The estimate, as a combination of the coefficients. */
  readonly combination: Float64Array;
  readonly lag: number;
  readonly leastAutocorrelation: number;
  readonly seed: number;
}

const drawCount = 4000;
const floor = 1 / (drawCount + 1);
const step = 0.05;
const most = 0.95;
/** Share of the likeliest under which an autocorrelation is left out. */
const unlikely = 1e-5;

/**
 * Law of a Newey-West t statistic in this very design when errors are autoregressive, by seeded draws. In short series the
 * normal law rejects a true null several times too often; the statistic depends neither on the coefficients nor on the
 * variance, so that drawing the errors gives its law for a given autocorrelation (Monte Carlo test, Dufour 2006). The
 * autocorrelation is not known either: each one counts for its likelihood, which a single estimate of it would forget.
 * Series whose Durbin-Watson is out of bounds are refused, so the draws that would be are left out, and an autocorrelation
 * that few series survive counts for more: those told of it are the lucky ones that do not show it.
 */
export function neweyWestLaw(design: NeweyWestDesign): NeweyWestLaw {
  const { columns, fit, leastAutocorrelation, seed } = design;
  const grid = Array.from(
    { length: Math.round((most - leastAutocorrelation) / step) + 1 },
    (_, index) => leastAutocorrelation + index * step,
  );
  const likelihoods = autocorrelationLikelihood(columns, fit.residuals, grid);
  const kept = grid.flatMap((autocorrelation, index) =>
    likelihoods[index]! >= unlikely ? [{ autocorrelation, likelihood: likelihoods[index]! }] : [],
  );
  const each = Math.floor(drawCount / kept.length);
  const draw = statisticsOf(design, normalDraws(seed, drawCount * columns[0]!.length));
  const parts = kept.map(({ autocorrelation, likelihood }, index) => {
    const { statistics, told } = draw(autocorrelation, index * each, each);
    return { statistics, weight: (likelihood * ((each + 1) / (told + 1))) / statistics.length };
  });
  const total = parts.reduce((sum, { statistics, weight }) => sum + weight * statistics.length, 0);
  const pAbove = (value: number): number => {
    let share = 0;
    for (const { statistics, weight } of parts)
      for (let index = 0; index < statistics.length; index++) if (statistics[index]! > value) share += weight;
    return floor + (1 - floor) * (share / total);
  };
  return {
    floor,
    p(statistic) {
      // nothing found and no error is no evidence of anything
      if (Number.isNaN(statistic)) return 1;
      return pAbove(Math.abs(statistic));
    },
    critical(confidence) {
      const sorted = Float64Array.from(parts.flatMap(({ statistics }) => Array.from(statistics))).sort();
      // the least one above which p is at most 1 − confidence
      let low = 0;
      let high = sorted.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (pAbove(sorted[middle]!) <= 1 - confidence) high = middle;
        else low = middle + 1;
      }
      return sorted[low]!;
    },
  };
}

interface DrawnStatistics {
  /** Those of the series that are told; of all where none is. */
  readonly statistics: Float64Array;
  readonly told: number;
}

/** Draws |t| under a given autocorrelation, from normal draws `first` on. */
function statisticsOf({ columns, fit: { bread }, combination, lag }: NeweyWestDesign, normals: Float64Array) {
  const size = columns.length;
  const count = columns[0]!.length;
  const weights = estimateWeights(columns, bread, combination);
  // the rows of (X'X)⁻¹X', one after the other
  const projector = columns.map((_, row) =>
    estimateWeights(
      columns,
      bread,
      Float64Array.from({ length: size }, (_, index) => Number(index === row)),
    ),
  );
  const errors = new Float64Array(count);
  const residuals = new Float64Array(count);
  const { least, most } = thresholds.durbinWatson;
  return (autocorrelation: number, first: number, draws: number): DrawnStatistics => {
    const innovation = Math.sqrt(1 - autocorrelation ** 2);
    const drawn = new Float64Array(draws);
    const refused = new Float64Array(draws);
    let told = 0;
    for (let draw = 0; draw < draws; draw++) {
      const start = (first + draw) * count;
      errors[0] = normals[start]!;
      for (let row = 1; row < count; row++)
        errors[row] = autocorrelation * errors[row - 1]! + innovation * normals[start + row]!;
      residuals.set(errors);
      for (let index = 0; index < size; index++) {
        let coefficient = 0;
        for (let row = 0; row < count; row++) coefficient += projector[index]![row]! * errors[row]!;
        for (let row = 0; row < count; row++) residuals[row]! -= coefficient * columns[index]![row]!;
      }
      const durbin = durbinWatson(residuals);
      let estimate = 0;
      for (let row = 0; row < count; row++) {
        estimate += weights[row]! * errors[row]!;
        residuals[row]! *= weights[row]!;
      }
      const variance = scalarNeweyWest(residuals, lag) * (count / (count - size));
      const statistic = Math.abs(estimate) / Math.sqrt(variance);
      if (durbin >= least && durbin <= most) drawn[told++] = statistic;
      else refused[draw - told] = statistic;
    }
    return { statistics: told > 0 ? drawn.subarray(0, told) : refused, told };
  };
}

function scalarNeweyWest(scores: Float64Array, lag: number): number {
  const count = scores.length;
  let variance = 0;
  for (let row = 0; row < count; row++) variance += scores[row]! * scores[row]!;
  for (let back = 1; back <= lag; back++) {
    let products = 0;
    for (let row = back; row < count; row++) products += scores[row]! * scores[row - back]!;
    variance += 2 * (1 - back / (lag + 1)) * products;
  }
  return Math.max(variance, 0);
}

function estimateWeights(
  columns: readonly Float64Array[],
  bread: Float64Array,
  combination: Float64Array,
): Float64Array {
  const size = columns.length;
  const weights = new Float64Array(columns[0]!.length);
  columns.forEach((column, index) => {
    let factor = 0;
    for (let other = 0; other < size; other++) factor += bread[index * size + other]! * combination[other]!;
    for (let row = 0; row < weights.length; row++) weights[row]! += factor * column[row]!;
  });
  return weights;
}
