import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { drawnWords } from '../wording/effects/drawn-words';
import { effectDecimals } from '../wording/effects/effect-number';
import { formatMeanEffect } from '../wording/effects/mean-effect';
import { formatSigned } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { vocabulary } from '../wording/vocabulary/vocabulary';
import { differenceRange } from './axis-range';
import { chartStyle, isNarrow } from './chart-style';
import type { EffectRow, EffectsFacts } from './effect-facts';
import { composeEffectsForest, drawnEffect, isRelative, markOf, orderedEffects } from './effects-forest';
import { axisDifference, fontFamily, placedText, widest, zeroLine } from './plot';
import { textWidth, wrapText } from './text-width';
import { tokens } from './tokens';

const bottomOf = (fontSize: number): number => fontSize + 16;
const topOf = (fontSize: number): number => fontSize + 14;

interface Layout {
  readonly rows: readonly EffectRow[];
  /** Lines of each row's name, and of its indicator below. */
  readonly names: readonly { readonly title: readonly string[]; readonly detail: readonly string[] }[];
  readonly rowHeight: number;
}

function layout(facts: EffectsFacts, width: number): Layout {
  const { fontSize } = chartStyle(width);
  const rows = orderedEffects(facts);
  const share = isNarrow(width) ? width - 16 : width * 0.34;
  const names = rows.map(({ name, indicator }) => {
    const title = facts.rowsAre === 'outcomes' ? indicator.label : name;
    const detail = facts.rowsAre === 'projects' ? wrapText(indicator.label, share, fontSize - 1) : [];
    return { title: wrapText(title, share / 1.06, fontSize), detail };
  });
  const lines = Math.max(1, ...names.map(({ title, detail }) => title.length + detail.length));
  // on a phone the name stands above its mark
  const rowHeight = lines * (fontSize + 4) + (isNarrow(width) ? 34 : 16);
  return { rows, names, rowHeight };
}

export function effectsForestHeight(facts: EffectsFacts, width: number): number {
  const { fontSize } = chartStyle(width);
  const { rows, rowHeight } = layout(facts, width);
  return topOf(fontSize) + Math.max(1, rows.length) * rowHeight + bottomOf(fontSize);
}

/** The chart of C3: a mark and its interval per row around the line of no difference. */
export function effectsForestOption(facts: EffectsFacts, locale: Locale, width: number): EChartsOption {
  const { fontSize, base } = chartStyle(width);
  const words = drawnWords[locale].figures.forest;
  const narrow = isNarrow(width);
  const relative = isRelative(facts);
  const { rows, names, rowHeight } = layout(facts, width);
  const drawn = rows.map((row) => drawnEffect(row, relative));
  const values = drawn.flatMap((row) => (row ? [row.value, row.low ?? row.value, row.high ?? row.value] : []));
  const range = differenceRange(values);
  const axisText = (value: number): string =>
    relative ? vocabulary[locale].relative(axisDifference(value, range, locale)) : axisDifference(value, range, locale);
  const texts = rows.map(({ effect, indicator }) =>
    effect ? valueText(effect, indicator, narrow, locale) : words.refused,
  );
  const left = narrow
    ? widest([axisText(range.min)], fontSize) / 2 + 6
    : widest(
        names.flatMap(({ title, detail }) => [...title, ...detail]),
        fontSize,
      ) *
        1.06 +
      20;
  const right = widest(texts, fontSize) + 22;
  const top = topOf(fontSize);
  const refusedTexts = new Set(rows.flatMap(({ effect }, index) => (effect ? [] : [index])));
  const render: CustomSeriesRenderItem = ({ dataIndex }, api) => {
    const row = rows[dataIndex]!;
    const mark = drawn[dataIndex];
    const [zero = 0, middle = 0] = api.coord([0, dataIndex]);
    const y = narrow ? middle + rowHeight / 2 - 18 : middle;
    const [last = 0] = api.coord([range.max, dataIndex]);
    const rightText = {
      type: 'text' as const,
      x: last + 14,
      y,
      style: {
        text: texts[dataIndex] ?? '',
        fill: refusedTexts.has(dataIndex) ? tokens.ink2 : tokens.ink,
        fontSize,
        fontFamily,
        fontWeight: 600,
        verticalAlign: 'middle' as const,
      },
    };
    const children = [...nameTexts(names[dataIndex]!, { narrow, left, width, middle, rowHeight, fontSize }), rightText];
    if (!mark) {
      // a refusal keeps its row: the whole scale is possible
      const x1 = api.coord([range.min, dataIndex])[0]!;
      const style = { stroke: tokens.ink3, lineWidth: 1.5, lineDash: [2, 5] };
      return {
        type: 'group',
        children: [...children, { type: 'line' as const, shape: { x1, y1: y, x2: last, y2: y }, style }],
      };
    }
    const { color, shape } = markOf(row);
    const [x = zero] = api.coord([mark.value, dataIndex]);
    const x1 = mark.low === null ? x : api.coord([mark.low, dataIndex])[0]!;
    const x2 = mark.high === null ? x : api.coord([mark.high, dataIndex])[0]!;
    const whisker = { type: 'line' as const, shape: { x1, y1: y, x2, y2: y }, style: { stroke: color, lineWidth: 3 } };
    return { type: 'group', children: [...children, whisker, symbol(shape, x, y, color)] };
  };
  return {
    ...base,
    aria: { enabled: true, label: { description: composeEffectsForest(facts, locale).sentence } },
    grid: { left, right, top, bottom: bottomOf(fontSize), outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: range.min,
      max: range.max,
      interval: range.interval,
      axisLabel: { color: tokens.ink2, fontSize, formatter: axisText, hideOverlap: true },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: tokens.grid } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((_, index) => String(index)),
      axisLabel: { show: false },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (item) => {
        const index = (Array.isArray(item) ? item[0] : item)?.dataIndex ?? 0;
        return typeset(`${rows[index]?.name ?? ''} : ${texts[index] ?? ''}`, locale);
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: render,
        data: rows.map((_, index) => [0, index]),
        clip: false,
        z: 4,
        markLine: zeroLine({ xAxis: 0 }),
      },
    ],
    graphic: [zeroLabel(words.zero, { left, right, width, range }, fontSize)],
  };
}

/** A phone has no room for a long unit: the table names it. */
function valueText(
  { estimate, treatedCount }: NonNullable<EffectRow['effect']>,
  indicator: EffectRow['indicator'],
  narrow: boolean,
  locale: Locale,
): string {
  const text = formatMeanEffect(estimate, indicator, treatedCount, locale);
  return narrow && text.length > 14 ? formatSigned(estimate, effectDecimals([estimate], indicator), locale) : text;
}

function zeroLabel(
  text: string,
  { left, right, width, range }: { left: number; right: number; width: number; range: { min: number; max: number } },
  fontSize: number,
) {
  const x = left + (-range.min / (range.max - range.min)) * (width - left - right);
  const half = textWidth(text, fontSize) / 2;
  return placedText(
    text,
    { x: Math.min(Math.max(x, half + 2), width - half - 2), y: topOf(fontSize) / 2 },
    { fontSize, align: 'center' },
  );
}

/** The name in bold and its indicator below, on white: on a phone they stand over the lines of the scale. */
function nameTexts(
  { title, detail }: Layout['names'][number],
  place: { narrow: boolean; left: number; width: number; middle: number; rowHeight: number; fontSize: number },
) {
  const { narrow, left, width, middle, rowHeight, fontSize } = place;
  const lineHeight = fontSize + 4;
  const height = (title.length + detail.length) * lineHeight;
  const top = narrow ? middle - rowHeight / 2 + 4 : middle - height / 2;
  const text = (lines: readonly string[], y: number, style: { fill: string; fontWeight: number }) => ({
    type: 'text' as const,
    x: narrow ? 4 : left - 14,
    y,
    style: {
      ...style,
      text: lines.join('\n'),
      fontSize,
      fontFamily,
      lineHeight,
      align: narrow ? ('left' as const) : ('right' as const),
      verticalAlign: 'top' as const,
    },
  });
  const shape = { x: 0, y: top - 2, width, height: height + 2 };
  return [
    ...(narrow ? [{ type: 'rect' as const, shape, style: { fill: tokens.white } }] : []),
    text(title, top, { fill: tokens.ink, fontWeight: 600 }),
    ...(detail.length > 0
      ? [text(detail, top + title.length * lineHeight, { fill: tokens.ink2, fontWeight: 400 })]
      : []),
  ];
}

/** A circle, a hollow circle or a diamond: the shape says what the colour says. */
export function symbol(shape: 'point' | 'diamond' | 'hollow', x: number, y: number, color: string) {
  if (shape === 'diamond')
    return {
      type: 'polygon' as const,
      shape: {
        points: [
          [x, y - 8],
          [x + 8, y],
          [x, y + 8],
          [x - 8, y],
        ],
      },
      style: { fill: color },
    };
  const style = shape === 'point' ? { fill: color } : { fill: tokens.white, stroke: color, lineWidth: 2 };
  return { type: 'circle' as const, shape: { cx: x, cy: y, r: 6 }, style };
}
