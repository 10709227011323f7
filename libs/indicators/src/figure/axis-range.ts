export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

const mostGridlines = 5;

/**
 * Pleasant bounds for a line chart with at most five gridlines. It starts at zero when zero is near; elsewhere the range
 * is never tighter than one and a half times the data's, so that a small change does not look like a fall.
 */
export function axisRange(values: readonly number[], smallestStep = 0): AxisRange {
  if (values.length === 0) return { min: 0, max: 1, interval: 1 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const slack = Math.max((high - low) * 0.25, Math.abs(high) * 0.02, smallestStep);
  const isNearZero = low >= 0 && low - slack <= 0.3 * high;
  const from = isNearZero ? 0 : low - slack;
  const to = high + (high <= 0 && high + slack > 0 ? -high : slack);
  const interval = Math.max(niceInterval((to - from) / (mostGridlines - 1)), smallestStep);
  const min = clean(Math.floor(from / interval) * interval);
  const max = clean(Math.ceil(to / interval) * interval);
  if ((max - min) / interval > mostGridlines + 0.5) {
    const wider = niceInterval(interval * 1.01);
    return { min: clean(Math.floor(from / wider) * wider), max: clean(Math.ceil(to / wider) * wider), interval: wider };
  }
  return { min, max, interval };
}

/** Bounds around zero for differences: as tight as five gridlines allow. */
export function differenceRange(values: readonly number[], smallestStep = 0): AxisRange {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  let interval = Math.max(niceInterval((high - low || 1) / (mostGridlines - 1)), smallestStep);
  const count = (): number => Math.ceil(high / interval - 1e-9) - Math.floor(low / interval + 1e-9) + 1;
  while (count() > mostGridlines + 1) interval = niceInterval(interval * 1.01);
  // a difference on one side only still shows some of the other: zero is not a border
  const min = clean(Math.min(Math.floor(low / interval + 1e-9), -1) * interval);
  const max = clean(Math.max(Math.ceil(high / interval - 1e-9), 1) * interval);
  return { min, max, interval };
}

function niceInterval(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const mantissa = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return clean(mantissa * power);
}

const clean = (value: number): number => Number(value.toPrecision(12));
