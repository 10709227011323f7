import { type EffectResult, type Refusal, refuse, type Warning } from './effect';
import { cohortsOf, type Panel, treatedOf } from './panel';
import type { SegmentedOptions } from './segmented-design';
import { type SegmentedSeries, segmentedCount, segmentedMean } from './segmented-series';
import { thresholds } from './thresholds';

export interface InterruptedOptions extends SegmentedOptions {
  readonly family?: 'gaussian' | 'poisson';
  /** Name of the covariate that holds the population at risk of a count; its logarithm is the offset. */
  readonly offset?: string;
  readonly seed?: number;
  /** Years whose shock cannot be told from a start within one year of them, where periods are years. */
  readonly shockYears?: readonly number[];
}

const method = 'its';
const years = { first: 1900, last: 2200 };

/** Before and after in the treated units alone, with no comparison: their mean (or their sum of counts) is one series. */
export function interruptedTimeSeries(panel: Panel, options: InterruptedOptions = {}): EffectResult {
  const treated = treatedOf(panel);
  const cohorts = cohortsOf(panel);
  if (treated.length === 0) return refuse(method, 'no-treated-unit');
  if (cohorts.length > 1) return refuse(method, 'staggered-dates', { have: cohorts.length, need: 1 });
  const start = cohorts[0]!;
  const refusal = lengthRefusal(panel, start) ?? shockRefusal(panel, start, options);
  if (refusal) return refusal;

  const isCount = options.family === 'poisson';
  const read = readSeries(panel, treated, isCount, options.offset);
  if ('status' in read) return read;
  const { values, offset } = read;
  if (isCount) {
    const events = values.subarray(start).reduce((sum, value) => sum + value, 0);
    if (events < thresholds.eventsAfter)
      return refuse(method, 'too-few-events', { events, need: thresholds.eventsAfter });
  }
  const fit = isCount ? segmentedCount(values, start, { ...options, offset }) : segmentedMean(values, start, options);
  if (!fit) return refuse(method, 'collinear-regressors');
  const { least, most } = thresholds.durbinWatson;
  if (!(fit.durbinWatson >= least && fit.durbinWatson <= most))
    return refuse(method, 'autocorrelated-residuals', { value: fit.durbinWatson });

  const share = isCount ? 1 / treated.length : 1;
  const before = values.slice(0, start).map((value, index) => value - fit.expected[index]!);
  const rmse = Math.sqrt(before.reduce((sum, gap) => sum + gap * gap, 0) / start) * share;
  const mean = (values.slice(0, start).reduce((sum, value) => sum + value, 0) / start) * share;
  return {
    status: 'ok',
    method,
    estimate: fit.estimate * share,
    standardError: fit.standardError * share,
    interval: { low: fit.interval.low * share, high: fit.interval.high * share },
    interval80: { low: fit.interval80.low * share, high: fit.interval80.high * share },
    p: fit.p,
    pFloor: fit.pFloor,
    inference: fit.inference,
    donorCount: 0,
    treatedCount: treated.length,
    periodsBefore: start,
    periodsAfter: panel.periods.length - start,
    donors: [],
    periodWeights: [],
    prefit: { rmse, relative: mean === 0 ? null : rmse / Math.abs(mean) },
    path: panel.periods.map((period, index) => pathPoint(period, index, { fit, values, start, share })),
    solverGap: null,
    ...(fit.ratio && { ratio: fit.ratio }),
    terms: fit.names.map((name, index) => ({
      name,
      value: fit.coefficients[index]!,
      standardError: fit.standardErrors[index]!,
    })),
    warnings: warningsOf(panel, start),
  };
}

function lengthRefusal({ periods }: Panel, start: number): Refusal | undefined {
  const after = periods.length - start;
  const { seriesBefore, seriesAfter, seriesLongBefore } = thresholds;
  if (start === 0) return refuse(method, 'no-period-before');
  if (start < seriesBefore) return refuse(method, 'too-few-periods-before', { have: start, need: seriesBefore });
  if (after < seriesAfter) return refuse(method, 'too-few-periods-after', { have: after, need: seriesAfter });
  const reach = start >= seriesLongBefore ? start : start / 2;
  if (after > reach)
    return refuse(method, 'too-few-periods-before', {
      have: start,
      need: Math.min(2 * after, Math.max(after, seriesLongBefore)),
    });
  return undefined;
}

function shockRefusal({ periods }: Panel, start: number, options: InterruptedOptions): Refusal | undefined {
  const year = periods[start]!;
  if (periods[0]! < years.first || periods.at(-1)! > years.last) return undefined;
  const shock = (options.shockYears ?? thresholds.shockYears).find((shocked) => Math.abs(shocked - year) <= 1);
  return shock === undefined ? undefined : refuse(method, 'external-shock', { year: shock });
}

function readSeries(
  { outcomes, periods, units, weights, covariates }: Panel,
  treated: readonly number[],
  isCount: boolean,
  offsetName: string | undefined,
): { values: Float64Array; offset: Float64Array | undefined } | Refusal {
  const width = periods.length;
  const values = new Float64Array(width);
  const exposure = offsetName === undefined ? undefined : covariates?.[offsetName];
  const exposed = new Float64Array(width);
  if (offsetName !== undefined && !exposure) return refuse(method, 'missing-outcome', { lacks: offsetName });
  let total = 0;
  for (const unit of treated) {
    const weight = isCount || !weights ? 1 : weights[unit]!;
    total += weight;
    for (let period = 0; period < width; period++) {
      const cell = unit * width + period;
      const value = outcomes[cell]!;
      const facts = { unit: units[unit]!, period: periods[period]! };
      if (isCount && !(value >= 0)) return refuse(method, 'missing-outcome', { ...facts, absence: 'not-a-count' });
      if (exposure && !(exposure[cell]! > 0))
        return refuse(method, 'missing-outcome', { ...facts, lacks: offsetName! });
      values[period]! += weight * value;
      if (exposure) exposed[period]! += exposure[cell]!;
    }
  }
  return {
    values: isCount ? values : values.map((value) => value / total),
    offset: exposure && exposed.map(Math.log),
  };
}

function pathPoint(
  period: number,
  index: number,
  series: { fit: SegmentedSeries; values: Float64Array; start: number; share: number },
) {
  const { fit, values, start, share } = series;
  const observed = values[index]! * share;
  const counterfactual = fit.expected[index]! * share;
  const half = fit.halfWidths[index]! * share;
  const gap = observed - counterfactual;
  const isAfter = index >= start;
  return { period, observed, counterfactual, gap: isAfter ? { low: gap - half, high: gap + half } : null, isAfter };
}

function warningsOf({ periods }: Panel, start: number): Warning[] {
  const after = periods.length - start;
  const warnings: Warning[] = [{ code: 'no-comparison-group', facts: {} }];
  if (after > start / 2) warnings.push({ code: 'long-extrapolation', facts: { periods: after, before: start } });
  return warnings;
}
