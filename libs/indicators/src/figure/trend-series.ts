import type { CustomSeriesOption, CustomSeriesRenderItem, LineSeriesOption } from 'echarts';
import type { SeriesPoint } from '../comparison/notable-change';
import { isValue } from '../measure';
import { type Period, periodCode } from '../period';
import type { TrendFacts } from './facts';
import { tokens } from './tokens';

interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: number[] | null;
  readonly symbol: 'circle' | 'rect';
}

/** Above this many points only the telling ones are marked: the last, the provisional, those without neighbours. */
const mostMarkedPoints = 40;

/** One line, cut where a series breaks: a hole is a hole, and nothing joins the two sides of a break. */
export function lineSeries(points: readonly (SeriesPoint | undefined)[], style: LineStyle): LineSeriesOption[] {
  if (points.length === 0) return [];
  const starts = [
    0,
    ...points.flatMap((point, index) => (point?.status === 'series-break' && index > 0 ? [index] : [])),
  ];
  return starts.map((start, rank) => ({
    type: 'line',
    data: points.map((point, index) =>
      index >= start && index < (starts[rank + 1] ?? points.length) ? pointItem(points, point, index, style) : null,
    ),
    connectNulls: false,
    smooth: false,
    showSymbol: true,
    showAllSymbol: true,
    symbol: style.symbol,
    lineStyle: { color: style.color, width: style.width, type: style.dash ?? 'solid' },
    itemStyle: { color: style.color },
    emphasis: { disabled: true },
  }));
}

function pointItem(
  points: readonly (SeriesPoint | undefined)[],
  point: SeriesPoint | undefined,
  index: number,
  { color, symbol }: LineStyle,
) {
  if (!point || !isValue(point.measure)) return null;
  const { value } = point.measure;
  if (point.status === 'provisional' || point.status === 'estimated')
    return { value, symbolSize: 8, itemStyle: { color: tokens.white, borderColor: color, borderWidth: 2 } };
  const isKnown = (neighbour: SeriesPoint | undefined): boolean =>
    neighbour !== undefined && isValue(neighbour.measure);
  const isAlone = !isKnown(points[index - 1]) && !isKnown(points[index + 1]);
  const isMarked = points.length <= mostMarkedPoints || isAlone || index === points.length - 1;
  return { value, symbolSize: !isMarked ? 0 : symbol === 'circle' ? 8 : 6 };
}

/** The middle half of the peers as a band, one polygon per run of known periods, and their median as a thin line. */
export function peerSeries(
  peers: TrendFacts['peers'],
  periods: readonly Period[],
): (CustomSeriesOption | LineSeriesOption)[] {
  if (!peers || peers.points.length === 0) return [];
  const byPeriod = new Map(peers.points.map((point) => [periodCode(point.period), point]));
  const placed = periods.map((period) => byPeriod.get(periodCode(period)));
  const runs: { index: number; low: number; high: number }[][] = [];
  placed.forEach((point, index) => {
    if (!point) return;
    const corner = { index, low: point.lowerQuartile, high: point.upperQuartile };
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === index - 1) run.push(corner);
    else runs.push([corner]);
  });
  const renderItem: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const run = runs[dataIndex] ?? [];
    const upper = run.map(({ index, high }) => api.coord([index, high]));
    const lower = run.map(({ index, low }) => api.coord([index, low])).reverse();
    return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: tokens.band }, silent: true };
  };
  return [
    { type: 'custom', renderItem, data: runs.map((run) => [run[0]!.index, run[0]!.low]), silent: true, z: 1 },
    {
      type: 'line',
      data: placed.map((point) => point?.median ?? null),
      connectNulls: false,
      symbol: 'none',
      lineStyle: { color: tokens.peers, width: 1.5 },
      emphasis: { disabled: true },
      silent: true,
    },
  ];
}
