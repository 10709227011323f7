import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import type { Locale } from '../wording/locale';
import { chartStyle, isNarrow } from './chart-style';
import { periodLabel } from './counterfactual';
import { shownYears } from './counterfactual-option';
import type { EffectPathFacts } from './effect-facts';
import { composeGapByPeriod, gapInWords, gapOf, gapRange, gapReading } from './gap-by-period';
import { axisDifference, valueAxis, widest } from './plot';
import { tokens } from './tokens';

export const gapByPeriodHeight = (width: number): number => (isNarrow(width) ? 240 : 300);

/** The chart of C2: a circle and its interval per period; hollow where the gap may be zero, grey before the start. */
export function gapByPeriodOption(facts: EffectPathFacts, locale: Locale, width: number): EChartsOption {
  const { path } = facts;
  const { fontSize, base } = chartStyle(width);
  const range = gapRange(facts);
  const axisText = (value: number): string => axisDifference(value, range, locale);
  const left = widest([axisText(range.min), axisText(range.max)], fontSize) + 12;
  const right = 16;
  const years = path.map(({ period }) => periodLabel(period, facts, locale));
  const shown = shownYears(years, width - left - right, fontSize);
  const radius = isNarrow(width) ? 4.5 : 6;
  const mark: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const point = path[dataIndex]!;
    const color = point.isAfter ? tokens.observed : tokens.peers;
    const [x = 0, y = 0] = api.coord([dataIndex, gapOf(point)]);
    const isFilled = gapReading(point) === 'clear';
    const circle = {
      type: 'circle' as const,
      shape: { cx: x, cy: y, r: radius },
      style: { fill: isFilled ? color : tokens.white, stroke: color, lineWidth: 2 },
    };
    if (!point.gap) return { type: 'group', children: [circle] };
    const y1 = api.coord([dataIndex, point.gap.low])[1]!;
    const y2 = api.coord([dataIndex, point.gap.high])[1]!;
    const whisker = { type: 'line' as const, shape: { x1: x, y1, x2: x, y2 }, style: { stroke: color, lineWidth: 3 } };
    return { type: 'group', children: [whisker, circle] };
  };
  const start = path.findIndex(({ isAfter }) => isAfter);
  return {
    ...base,
    aria: { enabled: true, label: { description: composeGapByPeriod(facts, locale).sentence } },
    grid: { left, right, top: 12, bottom: fontSize + 18, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      boundaryGap: true,
      data: years,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: tokens.ink2, fontSize, interval: (index: number) => shown.has(index) },
    },
    yAxis: valueAxis(range, fontSize, axisText),
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (item) => {
        const point = path[(Array.isArray(item) ? item[0] : item)?.dataIndex ?? 0];
        return point ? gapInWords(point, facts, locale) : '';
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: mark,
        data: path.map((point, index) => [index, gapOf(point)]),
        z: 4,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          data: [{ yAxis: 0, lineStyle: { color: tokens.ink, width: 1.5, type: 'solid' as const } }],
        },
      },
      ...(start > 0 ? [startLine(start)] : []),
    ],
  };
}

/** Dotted, between the last period before the start and the first one after it. */
function startLine(start: number) {
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const area = params.coordSys as unknown as { y: number; height: number };
    const x = (api.coord([start - 1, 0])[0]! + api.coord([start, 0])[0]!) / 2;
    return {
      type: 'line',
      shape: { x1: x, y1: area.y, x2: x, y2: area.y + area.height },
      style: { stroke: tokens.ink, lineWidth: 1.5, lineDash: [2, 3] },
    };
  };
  return { type: 'custom' as const, renderItem, data: [[start, 0]], silent: true, z: 2 };
}
