import type { CustomSeriesOption, CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { drawnWords } from '../wording/effects/drawn-words';
import { formatValue } from '../wording/format-measure';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { chartStyle, isNarrow } from './chart-style';
import { composeCounterfactual, counterfactualRange, endIndex, expectedBounds, periodLabel } from './counterfactual';
import type { EffectPathFacts } from './effect-facts';
import { axisNumber, placedText, valueAxis, widest } from './plot';
import { textWidth, wrapText } from './text-width';
import { tokens } from './tokens';

export const counterfactualHeight = (width: number): number => (isNarrow(width) ? 280 : 400);

const labelWidth = 150;
const bandOpacity = 0.16;

/** The chart of C1: band, dashed expectation, solid observation, and where the project starts. */
export function counterfactualOption(facts: EffectPathFacts, locale: Locale, width: number): EChartsOption {
  const { path } = facts;
  const { fontSize, base } = chartStyle(width);
  const range = counterfactualRange(facts);
  const axisText = (value: number): string => axisNumber(value, facts.indicator, range, locale);
  const left = widest([axisText(range.min), axisText(range.max)], fontSize) + 12;
  const top = fontSize + 18;
  const bottom = fontSize + 18;
  const plotHeight = counterfactualHeight(width) - top - bottom;
  const labels = endLabels(facts, width, locale).map((label) => ({
    ...label,
    y: top + ((range.max - label.value) / (range.max - range.min)) * plotHeight,
  }));
  const right = Math.max(
    20,
    widest(
      labels.flatMap(({ lines }) => lines),
      fontSize,
    ) *
      1.05 +
      22,
  );
  const shown = shownYears(
    path.map(({ period }) => periodLabel(period, facts, locale)),
    width - left - right,
    fontSize,
  );
  return {
    ...base,
    aria: { enabled: true, label: { description: composeCounterfactual(facts, locale).sentence } },
    grid: { left, right, top, bottom, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: path.map(({ period }) => periodLabel(period, facts, locale)),
      axisLine: { lineStyle: { color: tokens.line }, onZero: false },
      axisTick: { show: false },
      axisLabel: { color: tokens.ink2, fontSize, interval: (index: number) => shown.has(index) },
    },
    yAxis: valueAxis(range, fontSize, axisText),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      formatter: (items) => tooltip(facts, (Array.isArray(items) ? items[0] : items)?.dataIndex ?? 0, locale),
    },
    series: [
      band(path),
      line(
        path.map(({ counterfactual }) => counterfactual),
        { color: tokens.expected, width: 2.5, dash: [6, 4] },
      ),
      line(
        path.map(({ observed }) => observed),
        { color: tokens.observed, width: 3, dash: null },
      ),
    ],
    graphic: [
      ...separate(labels, fontSize).map(({ lines, y, color }) =>
        placedText(lines.join('\n'), { x: width - right + 10, y }, { fontSize, fill: color, weight: 600 }),
      ),
      ...startMark(facts, { left, right, top, bottom }, width, locale),
      ...endMark(facts, { left, right, top, bottom }, width),
    ],
  };
}

function line(data: readonly number[], style: { color: string; width: number; dash: number[] | null }) {
  return {
    type: 'line' as const,
    data: [...data],
    connectNulls: false,
    smooth: false,
    symbol: style.dash ? 'none' : 'circle',
    symbolSize: 8,
    showAllSymbol: true,
    lineStyle: { color: style.color, width: style.width, type: style.dash ?? ('solid' as const) },
    itemStyle: { color: style.color },
    emphasis: { disabled: true },
  };
}

/** One polygon per run of periods that have an interval. */
function band(path: EffectPathFacts['path']): CustomSeriesOption {
  const runs: { index: number; low: number; high: number }[][] = [];
  path.forEach((point, index) => {
    const bounds = expectedBounds(point);
    if (!bounds) return;
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === index - 1) run.push({ index, ...bounds });
    else runs.push([{ index, ...bounds }]);
  });
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const run = runs[dataIndex] ?? [];
    const upper = run.map(({ index, high }) => api.coord([index, high]));
    const lower = run.map(({ index, low }) => api.coord([index, low])).reverse();
    const shape = { points: [...upper, ...lower] };
    return { type: 'polygon', shape, style: { fill: tokens.expected, opacity: bandOpacity }, silent: true };
  };
  return { type: 'custom', renderItem, data: runs.map((run) => [run[0]!.index, run[0]!.low]), silent: true, z: 1 };
}

/** Names and last values at the end of the lines; on a phone the key stands above the chart. */
function endLabels({ path, indicator }: EffectPathFacts, width: number, locale: Locale) {
  const last = path.at(-1);
  if (isNarrow(width) || !last) return [];
  const words = drawnWords[locale].figures.path;
  const { fontSize } = chartStyle(width);
  const label = (name: string, value: number, color: string) => ({
    lines: wrapText(typeset(`${name} : ${formatValue(value, indicator, locale)}`, locale), labelWidth, fontSize),
    value,
    color,
  });
  return [
    label(words.expected, last.counterfactual, tokens.expected),
    label(words.observed, last.observed, tokens.observed),
  ];
}

/** Two labels that would overlap move apart, each on its own side. */
function separate<Label extends { lines: readonly string[]; y: number }>(labels: Label[], fontSize: number): Label[] {
  const [first, second] = [...labels].sort((a, b) => a.y - b.y);
  if (!first || !second) return labels;
  const heightOf = ({ lines }: Label): number => lines.length * (fontSize + 4);
  const overlap = first.y + heightOf(first) / 2 + 4 - (second.y - heightOf(second) / 2);
  if (overlap <= 0) return labels;
  return [
    { ...first, y: first.y - overlap / 2 },
    { ...second, y: second.y + overlap / 2 },
  ];
}

interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A dashed line at the declared end; the caption names it, as two labels could overlap. */
function endMark(facts: EffectPathFacts, plot: PlotArea, width: number) {
  const index = endIndex(facts);
  if (index < 0) return [];
  const x = plot.left + (index * (width - plot.left - plot.right)) / Math.max(facts.path.length - 1, 1);
  const shape = { x1: x, y1: plot.top - 4, x2: x, y2: counterfactualHeight(width) - plot.bottom };
  const style = { stroke: tokens.ink, lineWidth: 1.5, lineDash: [3, 4] };
  return [{ type: 'line' as const, silent: true, z: 2, shape, style }];
}

function startMark(facts: EffectPathFacts, plot: PlotArea, width: number, locale: Locale) {
  const { path, isStaggered, isSinceStart } = facts;
  const index = path.findIndex(({ isAfter }) => isAfter);
  if (index < 0) return [];
  const words = drawnWords[locale].figures.path;
  const { fontSize } = chartStyle(width);
  const year = String(path[index]!.period);
  const text = isSinceStart ? words.commonStart : isStaggered ? words.firstStart(year) : words.start(year);
  const x = plot.left + (index * (width - plot.left - plot.right)) / Math.max(path.length - 1, 1);
  const half = textWidth(text, fontSize) / 2;
  const shape = { x1: x, y1: plot.top - 4, x2: x, y2: counterfactualHeight(width) - plot.bottom };
  return [
    { type: 'line' as const, silent: true, z: 2, shape, style: { stroke: tokens.ink, lineWidth: 1.5 } },
    placedText(
      text,
      { x: Math.min(Math.max(x, half + 2), width - half - 2), y: plot.top - 4 - fontSize * 0.8 },
      { fontSize, weight: 600, align: 'center' },
    ),
  ];
}

function tooltip(facts: EffectPathFacts, index: number, locale: Locale): string {
  const { indicator } = facts;
  const point = facts.path[index];
  if (!point) return '';
  const words = drawnWords[locale].figures.path;
  const write = (value: number): string => formatValue(value, indicator, locale);
  return [
    periodLabel(point.period, facts, locale),
    `${words.observed} : ${write(point.observed)}`,
    `${words.expected} : ${write(point.counterfactual)}`,
  ]
    .map((text) => typeset(text, locale))
    .join('\n');
}

/** As many years under the axis as fit, the last one always. */
export function shownYears(years: readonly string[], plotWidth: number, fontSize: number): Set<number> {
  const fitting = Math.max(2, Math.floor(plotWidth / (widest(years, fontSize) + 14)));
  const needed = Math.ceil(years.length / fitting);
  const step = [1, 2, 3, 4, 5, 10, 20].find((candidate) => candidate >= needed) ?? needed;
  return new Set(years.flatMap((_, index) => ((years.length - 1 - index) % step === 0 ? [index] : [])));
}
