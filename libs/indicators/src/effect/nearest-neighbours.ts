import { Matrix, pseudoInverse } from 'ml-matrix';
import { logisticProbabilities } from '../numeric/logistic-regression';

/** Covariates by name, one value per unit. */
export type Covariates = Readonly<Record<string, readonly number[]>>;

export interface MatchedPair {
  readonly treated: number;
  readonly control: number;
  readonly distance: number;
}

/**
 * One control for each treated unit, without replacement, greedily: the treated unit that is hardest to match (highest
 * propensity) chooses first (Rosenbaum and Rubin 1985). `closest` takes the closest free control. `below` takes the closest
 * whose propensity is not above the treated unit's, and one above only when none is left: this is what MatchIt 4.5.1
 * computes, where the two distances that it compares are truncated to 0. Undefined when the propensity cannot be fitted.
 */
export function matchOnPropensity(
  isTreated: readonly boolean[],
  covariates: Covariates,
  search: 'closest' | 'below' = 'closest',
): MatchedPair[] | undefined {
  const scores = logisticProbabilities(isTreated, Object.values(covariates));
  if (!scores) return undefined;
  const sorted = isTreated.map((_, unit) => unit).sort((a, b) => scores[a]! - scores[b]! || a - b);
  const rankOf = new Map(sorted.map((unit, rank) => [unit, rank]));
  const order = indicesOf(isTreated, true).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const isFree = isTreated.map((flag) => !flag);
  const nextFree = (rank: number, step: 1 | -1): number | undefined => {
    let at = rank + step;
    while (at >= 0 && at < sorted.length && !isFree[sorted[at]!]) at += step;
    return sorted[at];
  };
  const pairs: MatchedPair[] = [];
  for (const treated of order) {
    const distanceTo = (unit: number): number => Math.abs(scores[unit]! - scores[treated]!);
    const below = nextFree(rankOf.get(treated)!, -1);
    const above = nextFree(rankOf.get(treated)!, 1);
    const takesAbove =
      above !== undefined && (below === undefined || (search === 'closest' && distanceTo(above) < distanceTo(below)));
    const control = takesAbove ? above : below;
    if (control === undefined) break;
    isFree[control] = false;
    pairs.push({ treated, control, distance: distanceTo(control) });
  }
  return pairs;
}

/** The same on Mahalanobis distance with the covariance pooled within the two groups, treated units in the order given. */
export function matchOnMahalanobis(isTreated: readonly boolean[], covariates: Covariates): MatchedPair[] {
  const columns = Object.values(covariates);
  const inverse = pseudoInverse(pooledCovariance(isTreated, columns));
  const distance = (a: number, b: number): number => {
    let sum = 0;
    for (let row = 0; row < columns.length; row++) {
      const left = columns[row]![a]! - columns[row]![b]!;
      for (let column = 0; column < columns.length; column++) {
        sum += left * inverse.get(row, column) * (columns[column]![a]! - columns[column]![b]!);
      }
    }
    return Math.sqrt(Math.max(0, sum));
  };
  return matchGreedily(indicesOf(isTreated, true), indicesOf(isTreated, false), distance);
}

/** Ties go to the control that comes first. */
function matchGreedily(
  treatedInOrder: readonly number[],
  controls: readonly number[],
  distance: (treated: number, control: number) => number,
): MatchedPair[] {
  const free = new Set(controls);
  const pairs: MatchedPair[] = [];
  for (const treated of treatedInOrder) {
    let best: MatchedPair | undefined;
    for (const control of free) {
      const apart = distance(treated, control);
      if (!best || apart < best.distance) best = { treated, control, distance: apart };
    }
    if (!best) break;
    free.delete(best.control);
    pairs.push(best);
  }
  return pairs;
}

function pooledCovariance(isTreated: readonly boolean[], columns: readonly (readonly number[])[]): Matrix {
  const groups = [indicesOf(isTreated, true), indicesOf(isTreated, false)];
  const covariance = Matrix.zeros(columns.length, columns.length);
  for (const group of groups) {
    const means = columns.map((column) => group.reduce((sum, unit) => sum + column[unit]!, 0) / group.length);
    columns.forEach((left, a) => {
      columns.forEach((right, b) => {
        let sum = 0;
        for (const unit of group) sum += (left[unit]! - means[a]!) * (right[unit]! - means[b]!);
        covariance.set(a, b, covariance.get(a, b) + sum / (isTreated.length - groups.length));
      });
    });
  }
  return covariance;
}

const indicesOf = (flags: readonly boolean[], wanted: boolean): number[] =>
  flags.flatMap((flag, index) => (flag === wanted ? [index] : []));
