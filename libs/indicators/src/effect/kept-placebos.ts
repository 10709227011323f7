const most = 1000;
const digits = 4;

/** What is kept of placebo effects, ascending: all of them, or as many quantiles as there is room for. */
export function keptPlacebos(effects: Float64Array): number[] {
  const sorted = effects.slice().sort();
  const count = Math.min(most, sorted.length);
  return Array.from({ length: count }, (_, rank) =>
    Number(sorted[Math.floor(((rank + 0.5) * sorted.length) / count)]!.toPrecision(digits)),
  );
}
