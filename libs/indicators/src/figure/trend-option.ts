import type { EChartsOption } from 'echarts';
import type { SeriesPoint } from '../comparison/notable-change';
import { type Period, periodCode } from '../period';
import { figureWords } from '../wording/figures/figure-words';
import { unitWords } from '../wording/format-measure';
import { formatNumber } from '../wording/format-number';
import { formatPeriod, formatShortPeriod } from '../wording/format-period';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { AxisRange } from './axis-range';
import { chartStyle } from './chart-style';
import type { TrendFacts } from './facts';
import { spokenMeasure } from './measure-cell';
import { periodAxis } from './period-axis';
import { textWidth } from './text-width';
import { tokens } from './tokens';
import { composeTrend, trendRange } from './trend';
import { type EndLabel, endLabels, shownPeriods, trendHeight, trendMargins } from './trend-layout';
import { lineSeries, peerSeries } from './trend-series';

/** The chart of C4. Every value comes from the facts; only the width changes its layout. */
export function trendOption(facts: TrendFacts, locale: Locale, width: number): EChartsOption {
  const { series, reference, peers } = facts;
  const periods = periodAxis(series.map(({ period }) => period));
  const own = placed(series, periods);
  const other = reference ? placed(reference.series, periods) : [];
  const range = trendRange(facts);
  const { fontSize, base } = chartStyle(width);
  const labels = endLabels(facts, range, width, locale);
  const axisText = (value: number): string => axisLabel(value, facts, range, locale);
  const left =
    Math.ceil(Math.max(textWidth(axisText(range.max), fontSize), textWidth(axisText(range.min), fontSize))) + 12;
  const right = Math.ceil(Math.max(20, ...labels.map((label) => label.width + 22)));
  const plot = { left, right, ...trendMargins(width) };
  const shown = shownPeriods(periods, width - left - right, fontSize, locale);
  return {
    ...base,
    aria: { enabled: true, label: { description: composeTrend(facts, locale).sentence } },
    grid: { ...plot, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: periods.map((period) => formatPeriod(period, locale)),
      axisLine: { lineStyle: { color: tokens.line }, onZero: false },
      axisTick: { show: false },
      axisLabel: {
        color: tokens.ink2,
        fontSize,
        interval: (index: number) => shown.has(index),
        formatter: (_: string, index: number) => formatShortPeriod(periods[index]!, locale),
      },
    },
    yAxis: {
      type: 'value',
      min: range.min,
      max: range.max,
      interval: range.interval,
      axisLabel: { color: tokens.ink2, fontSize, formatter: axisText },
      splitLine: { lineStyle: { color: tokens.grid } },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      formatter: (items) => {
        const index = (Array.isArray(items) ? items[0] : items)?.dataIndex ?? 0;
        return tooltipText(facts, periods[index], own[index], other[index], locale);
      },
    },
    series: [
      ...peerSeries(peers, periods),
      ...lineSeries(other, { color: tokens.ink3, width: 2, dash: [6, 4], symbol: 'rect' }),
      ...lineSeries(own, { color: tokens.observed, width: 3, dash: null, symbol: 'circle' }),
    ],
    graphic: [
      ...labels.map((label) => labelText(label, width - right + 10, fontSize)),
      ...breakMarks(own, plot, width, fontSize, locale),
    ],
  };
}

function placed(series: readonly SeriesPoint[], periods: readonly Period[]): (SeriesPoint | undefined)[] {
  const byPeriod = new Map(series.map((point) => [periodCode(point.period), point]));
  return periods.map((period) => byPeriod.get(periodCode(period)));
}

/** The axis carries the sign of percentages only; other units are in the subtitle. */
function axisLabel(value: number, { indicator }: TrendFacts, { interval }: AxisRange, locale: Locale): string {
  const decimals = Math.min(
    3,
    Math.max(0, Math.ceil(-Math.log10(interval) - 1e-9), Number.isInteger(interval) ? 0 : 1),
  );
  const number = formatNumber(value, decimals, locale);
  return indicator.unit === 'percent' ? unitWords('percent', locale).value(number, false) : number;
}

const labelText = (label: EndLabel, x: number, fontSize: number) => ({
  type: 'text' as const,
  x,
  y: label.y,
  silent: true,
  style: {
    text: label.text,
    fill: label.color,
    fontSize,
    fontFamily: 'Source Sans 3',
    fontWeight: label.isMain ? 600 : 400,
    lineHeight: fontSize + 4,
    verticalAlign: 'middle' as const,
  },
});

/** A break stands between the last old value and the first new one: dotted, and named. */
function breakMarks(
  own: readonly (SeriesPoint | undefined)[],
  plot: { left: number; right: number; top: number; bottom: number },
  width: number,
  fontSize: number,
  locale: Locale,
) {
  const height = trendHeight(width);
  const stride = (width - plot.left - plot.right) / Math.max(own.length - 1, 1);
  const text = figureWords[locale].trend.seriesBreakLabel;
  return own.flatMap((point, index) => {
    if (point?.status !== 'series-break' || index === 0) return [];
    const x = plot.left + (index - 0.5) * stride;
    const half = textWidth(text, fontSize) / 2;
    const shape = { x1: x, y1: plot.top - 6, x2: x, y2: height - plot.bottom };
    return [
      { type: 'line' as const, silent: true, shape, style: { stroke: tokens.ink2, lineWidth: 1.5, lineDash: [2, 3] } },
      {
        type: 'text' as const,
        x: Math.min(Math.max(x, half + 2), width - half - 2),
        y: plot.top - 10,
        silent: true,
        style: {
          text,
          fill: tokens.ink2,
          fontSize,
          fontFamily: 'Source Sans 3',
          align: 'center' as const,
          verticalAlign: 'bottom' as const,
        },
      },
    ];
  });
}

function tooltipText(
  { indicator, territory, reference }: TrendFacts,
  period: Period | undefined,
  own: SeriesPoint | undefined,
  other: SeriesPoint | undefined,
  locale: Locale,
): string {
  if (!period) return '';
  const spoken = (point: SeriesPoint | undefined): string =>
    point ? spokenMeasure(point.measure, indicator, locale) : figureWords[locale].tooltipNone;
  const lines = [formatPeriod(period, locale), `${territory.name} : ${spoken(own)}`];
  if (reference) lines.push(`${reference.territory.name} : ${spoken(other)}`);
  return lines.map((line) => typeset(line, locale)).join('\n');
}
