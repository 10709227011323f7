import { isValue } from '../measure';
import type { Period } from '../period';
import { formatValue } from '../wording/format-measure';
import { formatShortPeriod } from '../wording/format-period';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import type { AxisRange } from './axis-range';
import { chartStyle, isNarrow } from './chart-style';
import type { TrendFacts } from './facts';
import { textWidth, wrapText } from './text-width';
import { tokens } from './tokens';

export const trendHeight = (width: number): number => (isNarrow(width) ? 260 : 380);

export interface EndLabel {
  readonly text: string;
  readonly color: string;
  readonly isMain: boolean;
  readonly width: number;
  readonly height: number;
  /** Middle of the label, in pixels from the top. */
  readonly y: number;
}

const labelWidth = 170;

/** Names and last values written at the end of the lines, moved apart where they would overlap; none on a phone. */
export function endLabels(facts: TrendFacts, range: AxisRange, width: number, locale: Locale): EndLabel[] {
  if (isNarrow(width)) return [];
  const { fontSize } = chartStyle(width);
  const { top, bottom } = trendMargins(width);
  const plotHeight = trendHeight(width) - top - bottom;
  const toY = (value: number): number => top + ((range.max - value) / (range.max - range.min)) * plotHeight;
  const label = (name: string, value: number, color: string, isMain: boolean): EndLabel => {
    const lines = wrapText(
      typeset(`${name} : ${formatValue(value, facts.indicator, locale)}`, locale),
      labelWidth,
      fontSize,
    );
    return {
      text: lines.join('\n'),
      color,
      isMain,
      width: Math.max(...lines.map((line) => textWidth(line, fontSize))) * (isMain ? 1.05 : 1),
      height: lines.length * (fontSize + 4),
      y: toY(value),
    };
  };
  const labels: EndLabel[] = [];
  const main = facts.series.findLast(({ measure }) => isValue(measure))?.measure;
  if (main && isValue(main)) labels.push(label(facts.territory.name, main.value, tokens.observed, true));
  const other = facts.reference?.series.findLast(({ measure }) => isValue(measure))?.measure;
  if (facts.reference && other && isValue(other))
    labels.push(label(facts.reference.territory.name, other.value, tokens.ink3, false));
  return apart(labels);
}

function apart(labels: readonly EndLabel[]): EndLabel[] {
  const [first, second] = [...labels].sort((a, b) => a.y - b.y);
  if (!first || !second) return [...labels];
  const overlap = first.y + first.height / 2 + 2 - (second.y - second.height / 2);
  if (overlap <= 0) return [first, second];
  return [
    { ...first, y: first.y - overlap / 2 },
    { ...second, y: second.y + overlap / 2 },
  ];
}

export const trendMargins = (width: number): { top: number; bottom: number } => ({
  top: 34,
  bottom: chartStyle(width).fontSize + 18,
});

/** Which periods have their name under the axis: as many as fit, the last one always, whole years for months. */
export function shownPeriods(
  periods: readonly Period[],
  plotWidth: number,
  fontSize: number,
  locale: Locale,
): Set<number> {
  const widest = Math.max(...periods.map((period) => textWidth(formatShortPeriod(period, locale), fontSize)), 1);
  const fitting = Math.max(2, Math.floor(plotWidth / (widest + 14)));
  const needed = Math.ceil(periods.length / fitting);
  const step = [1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120, 240].find((candidate) => candidate >= needed) ?? needed;
  return new Set(periods.flatMap((_, index) => ((periods.length - 1 - index) % step === 0 ? [index] : [])));
}
