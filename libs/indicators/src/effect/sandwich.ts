/** Bread · meat · bread, row-major, all symmetric. */
export function sandwich(bread: Float64Array, meat: Float64Array, factor = 1): Float64Array {
  const size = Math.round(Math.sqrt(bread.length));
  const left = multiply(bread, meat, size);
  return multiply(left, bread, size).map((value) => value * factor);
}

function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let inner = 0; inner < size; inner++) {
      const value = left[row * size + inner]!;
      if (value === 0) continue;
      for (let column = 0; column < size; column++)
        product[row * size + column]! += value * right[inner * size + column]!;
    }
  return product;
}

export function diagonalRoots(covariance: Float64Array): Float64Array {
  const size = Math.round(Math.sqrt(covariance.length));
  return Float64Array.from({ length: size }, (_, index) => Math.sqrt(Math.max(0, covariance[index * size + index]!)));
}
