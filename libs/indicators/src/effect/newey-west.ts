import type { LinearFit } from './ordinary-least-squares';
import { sandwich } from './sandwich';

/** Newey and West (1994): 4 (n/100)^(2/9), the lag that fits yearly and monthly series without choosing by eye. */
export const neweyWestLag = (observations: number): number => Math.floor(4 * (observations / 100) ** (2 / 9));

export interface NeweyWestOptions {
  readonly lag: number;
  /** Multiply by n/(n − k). */
  readonly isAdjusted?: boolean;
  /** Rows per unit when the rows are a panel, unit by unit: no lag crosses from one unit to the next. */
  readonly periodCount?: number;
}

/** Newey and West (1987): covariance of least-squares coefficients under autocorrelation, Bartlett weights 1 − l/(L+1). */
export function neweyWest(columns: readonly Float64Array[], fit: LinearFit, options: NeweyWestOptions): Float64Array {
  const size = columns.length;
  const rows = fit.residuals.length;
  const block = options.periodCount ?? rows;
  const meat = new Float64Array(size * size);
  const score = (row: number, column: number): number => columns[column]![row]! * fit.residuals[row]!;
  for (let row = 0; row < rows; row++) {
    const furthest = Math.min(options.lag, row % block);
    for (let lag = 0; lag <= furthest; lag++) {
      const weight = lag === 0 ? 0.5 : 1 - lag / (options.lag + 1);
      for (let left = 0; left < size; left++) {
        const here = weight * score(row, left);
        for (let right = 0; right < size; right++) {
          const product = here * score(row - lag, right);
          meat[left * size + right]! += product;
          meat[right * size + left]! += product;
        }
      }
    }
  }
  return sandwich(fit.bread, meat, options.isAdjusted ? rows / (rows - size) : 1);
}
