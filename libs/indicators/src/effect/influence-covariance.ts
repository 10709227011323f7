interface Clustered {
  readonly unitCount: number;
  readonly clusterOf: Int32Array;
  readonly clusterCount: number;
}

/** Influences of the units added up by cluster, over n: their squares add up to the variance. */
export function clusterInfluence({ unitCount, clusterOf, clusterCount }: Clustered, influence: Float64Array) {
  const sums = new Float64Array(clusterCount);
  for (let unit = 0; unit < unitCount; unit++) sums[clusterOf[unit]!]! += influence[unit]! / unitCount;
  return sums;
}

/** Covariance of estimates from their influences, row-major. */
export function clusterCovariance(clustered: Clustered, influences: readonly Float64Array[]): Float64Array {
  const size = influences.length;
  const sums = influences.map((influence) => clusterInfluence(clustered, influence));
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = row; column < size; column++) {
      const left = sums[row]!;
      const right = sums[column]!;
      let sum = 0;
      for (let cluster = 0; cluster < left.length; cluster++) sum += left[cluster]! * right[cluster]!;
      covariance[row * size + column] = sum;
      covariance[column * size + row] = sum;
    }
  return covariance;
}
