import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { isValue } from '../measure';
import { formatValue } from '../wording/format-measure';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { orderedAreas } from './area-table';
import { chartStyle, isNarrow } from './chart-style';
import type { Area, AreasFacts } from './facts';
import { spokenMeasure } from './measure-cell';
import { barsAtEachEnd, composeRanking, mostBars, rankingReference, readingOf } from './ranking';
import { textWidth, wrapText } from './text-width';
import { tokens } from './tokens';

/** The bars that the chart shows: all of them, or the two ends and the page's own territory. */
function shownAreas(facts: AreasFacts, locale: Locale): Area[] {
  const known = orderedAreas(facts.areas, locale).filter(({ measure }) => isValue(measure));
  if (known.length <= mostBars) return known;
  return known.filter(
    ({ territory }, index) =>
      index < barsAtEachEnd || index >= known.length - barsAtEachEnd || territory.code === facts.selected,
  );
}

const topMargin = 34;

/** Names are written whole, on as many lines as they need. */
const wrappedNames = (areas: readonly Area[], width: number): string[][] =>
  areas.map(({ territory }) =>
    wrapText(territory.name, width * (isNarrow(width) ? 0.42 : 0.34), chartStyle(width).fontSize),
  );

function rowHeight(names: readonly string[][], width: number): number {
  const lines = Math.max(1, ...names.map((name) => name.length));
  return Math.max(isNarrow(width) ? 30 : 26, lines * (chartStyle(width).fontSize + 2) + 8);
}

export function rankingHeight(facts: AreasFacts, locale: Locale, width: number): number {
  const areas = shownAreas(facts, locale);
  return topMargin + Math.max(1, areas.length) * rowHeight(wrappedNames(areas, width), width) + 12;
}

/** The chart of C7: horizontal bars from zero, whiskers where counts are known, one dashed reference. */
export function rankingOption(facts: AreasFacts, locale: Locale, width: number): EChartsOption {
  const { fontSize, base } = chartStyle(width);
  const { indicator, selected } = facts;
  const areas = shownAreas(facts, locale);
  const reference = rankingReference(facts, locale);
  const wrapped = wrappedNames(areas, width);
  const names = wrapped.map((lines) => lines.join('\n'));
  const left = Math.ceil(Math.max(0, ...wrapped.flat().map((line) => textWidth(line, fontSize)))) + 12;
  const texts = areas.map(({ measure }) => spokenMeasure(measure, indicator, locale));
  const labelWidth = Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, fontSize))));
  const highs = areas.flatMap(({ measure, interval }) =>
    isValue(measure) ? [measure.value, interval?.high ?? 0] : [],
  );
  const lows = areas.flatMap(({ measure }) => (isValue(measure) ? [measure.value] : []));
  const max = Math.max(0, ...highs, reference?.value ?? 0);
  const min = Math.min(0, ...lows, reference?.value ?? 0);
  const color = (area: Area): string => {
    if (area.territory.code === selected) return tokens.observed;
    return readingOf(area, reference?.value, facts) === 'close' ? tokens.pale : tokens.other1;
  };
  const whisker: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const interval = areas[dataIndex]?.interval;
    if (!interval) return { type: 'group', children: [] };
    const [x1, y] = api.coord([interval.low, dataIndex]);
    const [x2] = api.coord([interval.high, dataIndex]);
    const shape = { x1: x1!, y1: y!, x2: x2!, y2: y! };
    // A white edge keeps the whisker readable on the dark bar.
    return {
      type: 'group',
      silent: true,
      children: [
        { type: 'line', shape, style: { stroke: tokens.white, lineWidth: 4 } },
        { type: 'line', shape, style: { stroke: tokens.ink, lineWidth: 1.5 } },
      ],
    };
  };
  return {
    ...base,
    aria: { enabled: true, label: { description: composeRanking(facts, locale).sentence } },
    grid: { left, right: labelWidth + 14, top: topMargin, bottom: 12, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min, max: max || 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { lineStyle: { color: tokens.line } },
      axisTick: { show: false },
      axisLabel: { color: tokens.ink, fontSize, interval: 0, lineHeight: fontSize + 2 },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (item) => {
        const index = (Array.isArray(item) ? item[0] : item)?.dataIndex ?? 0;
        return typeset(`${areas[index]?.territory.name ?? ''} : ${texts[index] ?? ''}`, locale);
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: isNarrow(width) ? 14 : 16,
        data: areas.map((area) => ({
          value: isValue(area.measure) ? area.measure.value : null,
          itemStyle: { color: color(area), borderColor: tokens.other1, borderWidth: 1 },
        })),
        emphasis: { disabled: true },
        ...(reference ? { markLine: referenceLine(reference, facts, locale, fontSize) } : {}),
      },
      { type: 'custom', renderItem: whisker, data: areas.map((_, index) => [0, index]), silent: true, z: 5 },
      valueLabels(areas, texts, fontSize, max),
    ],
  };
}

function referenceLine(
  reference: { name: string; value: number },
  facts: AreasFacts,
  locale: Locale,
  fontSize: number,
) {
  const text = typeset(`${reference.name} : ${formatValue(reference.value, facts.indicator, locale)}`, locale);
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: tokens.ink, width: 1.5, type: [5, 4] },
    label: { formatter: () => text, position: 'start' as const, rotate: 0, color: tokens.ink, fontSize },
    data: [{ xAxis: reference.value }],
  };
}

/** All in one column at the right: written over a whisker they would be unreadable. */
function valueLabels(areas: readonly Area[], texts: readonly string[], fontSize: number, max: number) {
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const [x, y] = api.coord([max || 1, dataIndex]);
    return {
      type: 'text',
      x: x! + 8,
      y: y!,
      silent: true,
      style: {
        text: texts[dataIndex] ?? '',
        fill: tokens.ink,
        fontSize,
        fontFamily: 'Source Sans 3',
        verticalAlign: 'middle',
      },
    };
  };
  return {
    type: 'custom' as const,
    renderItem,
    data: areas.map((_, index) => [0, index]),
    silent: true,
    clip: false,
    z: 6,
  };
}
