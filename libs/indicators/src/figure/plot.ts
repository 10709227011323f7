import type { EChartsOption } from 'echarts';
import { unitWords } from '../wording/format-measure';
import { formatNumber, formatSigned } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import type { AxisRange } from './axis-range';
import type { FigureIndicator } from './facts';
import { textWidth } from './text-width';
import { tokens } from './tokens';

export const fontFamily = 'Source Sans 3';

const decimalsOf = (interval: number): number =>
  Math.min(3, Math.max(0, Math.ceil(-Math.log10(interval) - 1e-9), Number.isInteger(interval) ? 0 : 1));

/** Numbers of a vertical axis; it carries the sign of percentages only, other units are in the subtitle. */
export const axisNumber = (
  value: number,
  { unit }: Pick<FigureIndicator, 'unit'>,
  { interval }: AxisRange,
  locale: Locale,
): string => {
  const number = formatNumber(value, decimalsOf(interval), locale);
  return unit === 'percent' ? unitWords('percent', locale).value(number, false) : number;
};

/** Numbers of an axis of differences: signed, without a unit. */
export const axisDifference = (value: number, { interval }: AxisRange, locale: Locale): string =>
  formatSigned(value, decimalsOf(interval), locale);

export const widest = (texts: readonly string[], fontSize: number): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, fontSize))));

export const valueAxis = (range: AxisRange, fontSize: number, formatter: (value: number) => string) => ({
  type: 'value' as const,
  min: range.min,
  max: range.max,
  interval: range.interval,
  axisLabel: { color: tokens.ink2, fontSize, formatter },
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: tokens.grid } },
});

/** The line of no effect, under the marks, on each axis asked for. */
export const zeroLine = (...data: ({ xAxis: 0 } | { yAxis: 0 })[]) => ({
  silent: true,
  z: 2,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: tokens.ink, width: 1.5, type: 'solid' as const },
  data,
});

/** A text drawn at a place of the chart, which nothing moves. */
export const placedText = (
  text: string,
  at: { readonly x: number; readonly y: number },
  style: {
    readonly fontSize: number;
    readonly fill?: string;
    readonly weight?: number;
    readonly align?: 'left' | 'center' | 'right';
  },
): NonNullable<Exclude<EChartsOption['graphic'], unknown[]>> => ({
  type: 'text',
  x: at.x,
  y: at.y,
  silent: true,
  style: {
    text,
    fill: style.fill ?? tokens.ink,
    fontSize: style.fontSize,
    fontFamily,
    fontWeight: style.weight ?? 400,
    lineHeight: style.fontSize + 4,
    align: style.align ?? 'left',
    verticalAlign: 'middle',
  },
});
