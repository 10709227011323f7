import type { SeriesPoint } from '../comparison/notable-change';
import { isValue } from '../measure';
import { periodRank } from '../period';
import { periodAxis } from './period-axis';
import { tokens } from './tokens';

/** Text inside an attribute of an SVG. */
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const open = (width: number, height: number, sentence: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" focusable="false" aria-label="${escapeAttribute(sentence)}">`;

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** C6: the peers as grey dots on a line, their median as a tick, the territory as a large navy dot. */
export function stripDrawing(value: number, peers: readonly number[], median: number, sentence: string): string {
  const width = 160;
  const height = 28;
  const low = Math.min(value, ...peers);
  const high = Math.max(value, ...peers);
  const toX = (at: number): number => (high === low ? width / 2 : 8 + ((at - low) / (high - low)) * (width - 16));
  // Two pixels apart at least: 300 communes in one cell must not weigh 300 circles.
  const places = [...new Set(peers.map((peer) => Math.round(toX(peer) / 2) * 2))].sort((a, b) => a - b);
  const dots = places.map((x) => `M${x} 14h0`).join('');
  const tick = short(toX(median));
  return `${open(width, height, sentence)}<path d="${dots}" fill="none" stroke="${tokens.peers}" stroke-width="5" stroke-linecap="round" stroke-opacity="0.55"/><path d="M${tick} 4v20" stroke="${tokens.ink}" stroke-width="1.5"/><circle cx="${short(toX(value))}" cy="14" r="6" fill="${tokens.observed}" stroke="${tokens.white}" stroke-width="1.5"/></svg>`;
}

/** C11: the shape of a series, without axes; a hole is a hole, a lonely point is a point. */
export function sparklineDrawing(series: readonly SeriesPoint[], sentence: string): string {
  const width = 110;
  const height = 28;
  const axis = periodAxis(series.map(({ period }) => period));
  const known = series.flatMap(({ period, measure, status }) =>
    isValue(measure) ? [{ rank: periodRank(period), value: measure.value, isNewStart: status === 'series-break' }] : [],
  );
  const values = known.map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const firstRank = axis[0] ? periodRank(axis[0]) : 0;
  const span = axis.length > 1 ? periodRank(axis.at(-1)!) - firstRank : 0;
  const stride = axis.length > 1 ? periodRank(axis[1]!) - firstRank : 1;
  const toX = (rank: number): number => (span === 0 ? width / 2 : 5 + ((rank - firstRank) / span) * (width - 10));
  const toY = (value: number): number => (high === low ? height / 2 : 23 - ((value - low) / (high - low)) * 18);
  const path = known
    .map(({ rank, value, isNewStart }, index) => {
      const before = known[index - 1];
      const isJoined = before !== undefined && rank - before.rank === stride && !isNewStart;
      return `${isJoined ? 'L' : 'M'}${short(toX(rank))} ${short(toY(value))}${isJoined ? '' : 'h0'}`;
    })
    .join('');
  const last = known.at(-1);
  const end = last
    ? `<circle cx="${short(toX(last.rank))}" cy="${short(toY(last.value))}" r="3.5" fill="${tokens.observed}"/>`
    : '';
  return `${open(width, height, sentence)}<path d="${path}" fill="none" stroke="${tokens.observed}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>${end}</svg>`;
}
