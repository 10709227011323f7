import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Nothing found and no error (0 ÷ 0, a constant outcome) is no evidence of anything: 1. */
export const studentTwoSided = (statistic: number, degrees: number): number =>
  Number.isNaN(statistic) ? 1 : 2 * studentCdf(-Math.abs(statistic), degrees);
export const studentCritical = (confidence: number, degrees: number): number =>
  studentQuantile((1 + confidence) / 2, degrees);
export const chiSquareUpper = (statistic: number, degrees: number): number => 1 - chiSquareCdf(statistic, degrees);
export const fUpper = (statistic: number, left: number, right: number): number => 1 - fCdf(statistic, left, right);
