/** `observed` minus the weighted rows of donors, period by period. `outcomes`: row-major, one row per donor. */
export function weightedGaps(observed: Float64Array, outcomes: Float64Array, weights: Float64Array): Float64Array {
  const length = observed.length;
  const gaps = Float64Array.from(observed);
  for (let donor = 0; donor < weights.length; donor++) {
    const weight = weights[donor]!;
    if (weight === 0) continue;
    for (let time = 0; time < length; time++) gaps[time]! -= weight * outcomes[donor * length + time]!;
  }
  return gaps;
}
