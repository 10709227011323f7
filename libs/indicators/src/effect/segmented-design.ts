export interface SegmentedOptions {
  /** Whether the trend may change at the start, and not only the level. */
  readonly slope?: boolean;
  /** Pairs of sine and cosine for a season. */
  readonly harmonics?: number;
  /** Periods in a season: 12 months. */
  readonly season?: number;
}

export interface SegmentedDesign {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** The same columns had nothing started. */
  readonly without: readonly Float64Array[];
}

/** Level and trend before, step at the start, change of trend counted from the last period before; time goes 1, 2, 3… */
export function segmentedDesign(count: number, start: number, options: SegmentedOptions = {}): SegmentedDesign {
  const { slope = true, harmonics = 0, season = 12 } = options;
  const column = (value: (time: number) => number) => Float64Array.from({ length: count }, (_, row) => value(row + 1));
  const always: [string, Float64Array][] = [
    ['intercept', column(() => 1)],
    ['time', column((time) => time)],
  ];
  for (let pair = 1; pair <= harmonics; pair++) {
    const angle = (2 * Math.PI * pair) / season;
    always.push([`sine-${pair}`, column((time) => Math.sin(angle * time))]);
    if (2 * pair !== season) always.push([`cosine-${pair}`, column((time) => Math.cos(angle * time))]);
  }
  const change: [string, Float64Array][] = [['level', column((time) => Number(time > start))]];
  if (slope) change.push(['slope', column((time) => Math.max(0, time - start))]);
  return {
    names: [...always, ...change].map(([name]) => name),
    columns: [...always, ...change].map(([, values]) => values),
    without: [...always.map(([, values]) => values), ...change.map(() => new Float64Array(count))],
  };
}
