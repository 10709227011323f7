/** Size of a balanced table, row-major: one row per unit. */
export interface TableShape {
  readonly unitCount: number;
  readonly periodCount: number;
  readonly weights?: Float64Array;
}

/** Takes unit means and (weighted) period means away: in a balanced table this is the exact projection, in one pass each. */
export function demeanBothWays(values: Float64Array, { unitCount, periodCount, weights }: TableShape): Float64Array {
  const demeaned = new Float64Array(values.length);
  const periodSums = new Float64Array(periodCount);
  let total = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const start = unit * periodCount;
    let sum = 0;
    for (let period = 0; period < periodCount; period++) sum += values[start + period]!;
    const mean = sum / periodCount;
    const weight = weights ? weights[unit]! : 1;
    total += weight;
    for (let period = 0; period < periodCount; period++) {
      const value = values[start + period]! - mean;
      demeaned[start + period] = value;
      periodSums[period]! += weight * value;
    }
  }
  for (let period = 0; period < periodCount; period++) periodSums[period]! /= total;
  for (let unit = 0; unit < unitCount; unit++) {
    const start = unit * periodCount;
    for (let period = 0; period < periodCount; period++) demeaned[start + period]! -= periodSums[period]!;
  }
  return demeaned;
}
