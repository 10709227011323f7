import type { EChartsOption } from 'echarts';
import { tokens } from './tokens';

/** Below this width a chart takes its phone layout: smaller text, no direct labels (the HTML key stands above). */
const narrowBelow = 600;

export const isNarrow = (width: number): boolean => width < narrowBelow;

/** What every chart shares: never animated, one family whose digits all have the same width. */
export function chartStyle(width: number): { fontSize: number; base: EChartsOption } {
  const fontSize = isNarrow(width) ? 12 : 14;
  return {
    fontSize,
    base: {
      animation: false,
      backgroundColor: tokens.white,
      textStyle: { fontFamily: 'Source Sans 3', fontSize, color: tokens.ink },
    },
  };
}
