/** The point of the simplex nearest to `values`, in place (Michelot 1986): negative parts leave until none is left. */
export function projectOnSimplex(values: Float64Array): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > largest) largest = value;
  let total = 0;
  let kept = 0;
  // What stands 1 or more below the largest cannot stay; from there on only small numbers are added.
  for (let index = 0; index < values.length; index++) {
    const value = values[index]! - largest;
    values[index] = value;
    if (value > -1) {
      total += value;
      kept++;
    }
  }
  let threshold = (total - 1) / kept;
  for (;;) {
    let sum = 0;
    let above = 0;
    for (const value of values) {
      if (value > threshold) {
        sum += value;
        above++;
      }
    }
    // In exact arithmetic fewer and fewer stay above; rounding can leave none, or bring one back.
    if (above === 0 || above >= kept) break;
    kept = above;
    threshold = (sum - 1) / above;
  }
  for (let index = 0; index < values.length; index++) values[index] = Math.max(0, values[index]! - threshold);
}
