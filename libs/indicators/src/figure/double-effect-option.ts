import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import { drawnWords } from '../wording/effects/drawn-words';
import type { Locale } from '../wording/locale';
import { chartStyle, isNarrow } from './chart-style';
import { composeDoubleEffect, doubleReading, isApartFromZero, isPlaced, type PlacedProject } from './double-effect';
import type { DoubleEffectFacts } from './effect-facts';
import { symbol } from './effects-forest-option';
import { type Box, placeLabels } from './place-labels';
import { axisDifference, fontFamily, placedText, valueAxis, widest, zeroLine } from './plot';
import { textWidth, wrapText } from './text-width';
import { tokens } from './tokens';

export const doubleEffectHeight = (width: number): number => (isNarrow(width) ? 340 : 480);

const steps = [0.25, 0.5, 1, 1.5, 2, 2.5, 5, 10];

/** Both axes share one scale around zero: a step to the right is worth a step up. */
export function doubleEffectOption(facts: DoubleEffectFacts, locale: Locale, width: number): EChartsOption {
  const { fontSize, base } = chartStyle(width);
  const narrow = isNarrow(width);
  const words = drawnWords[locale].figures.double;
  const placed = facts.projects.filter(isPlaced);
  const ends = placed.flatMap(({ people, place }) =>
    [people, place].flatMap(({ value, interval }) => [value, interval?.low ?? value, interval?.high ?? value]),
  );
  const most = Math.max(0.4, ...ends.map(Math.abs)) * 1.02;
  const step = steps.find((candidate) => 2 * candidate >= most) ?? Math.ceil(most / 2);
  const half = 2 * step;
  const range = { min: -half, max: half, interval: step };
  const axisText = (value: number): string => axisDifference(value, range, locale);
  const left = widest([axisText(range.min), axisText(range.max)], fontSize) + 12;
  const plot = { left, right: 16, top: 2 * fontSize + 20, bottom: 2 * fontSize + 26 };
  const height = doubleEffectHeight(width);
  const size = { width: width - plot.left - plot.right, height: height - plot.top - plot.bottom };
  const toX = (value: number): number => plot.left + ((value + half) / (2 * half)) * size.width;
  const toY = (value: number): number => plot.top + ((half - value) / (2 * half)) * size.height;
  const corners = quadrantTexts(words.quadrants, plot, size, fontSize);
  const labels = placeLabels(
    placed.map((project) => labelOf(project, toX, toY, fontSize, narrow ? 150 : 220)),
    { ...plot, ...size },
    [...placed.flatMap((project) => boxesOfMark(project, toX, toY)), ...corners.map(({ box }) => box)],
    [
      { x: toX(0) - 3, y: plot.top, width: 6, height: size.height },
      { x: plot.left, y: toY(0) - 3, width: size.width, height: 6 },
    ],
  );
  const render: CustomSeriesRenderItem = ({ dataIndex }) => {
    const { people, place } = placed[dataIndex]!;
    const isSure = isApartFromZero(people) && isApartFromZero(place);
    const color = isSure ? tokens.observed : tokens.ink3;
    const x = toX(people.value);
    const y = toY(place.value);
    const stroke = { stroke: color, lineWidth: 2 };
    const children = [];
    if (people.interval)
      children.push({
        type: 'line' as const,
        shape: { x1: toX(people.interval.low), y1: y, x2: toX(people.interval.high), y2: y },
        style: stroke,
      });
    if (place.interval)
      children.push({
        type: 'line' as const,
        shape: { x1: x, y1: toY(place.interval.low), x2: x, y2: toY(place.interval.high) },
        style: stroke,
      });
    return { type: 'group', children: [...children, symbol(isSure ? 'point' : 'hollow', x, y, color)] };
  };
  return {
    ...base,
    aria: { enabled: true, label: { description: composeDoubleEffect(facts, locale).sentence } },
    grid: { left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom, outerBoundsMode: 'none' },
    xAxis: { ...valueAxis(range, fontSize, axisText), axisLine: { show: false } },
    yAxis: valueAxis(range, fontSize, axisText),
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (item) => {
        const project = placed[(Array.isArray(item) ? item[0] : item)?.dataIndex ?? 0];
        return project ? `${project.name}\n${doubleReading(project, locale)}` : '';
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: render,
        data: placed.map(({ people, place }) => [people.value, place.value]),
        z: 4,
        markLine: zeroLine({ xAxis: 0 }, { yAxis: 0 }),
      },
    ],
    graphic: [
      ...corners.flatMap(({ text, x, y, align, box }) => [
        whiteBox(box),
        { ...placedText(text, { x, y }, { fontSize, fill: tokens.ink3, align }), z: 3 },
      ]),
      ...labels.flatMap(({ text, box }) =>
        box
          ? [
              whiteBox(box),
              { type: 'text' as const, x: box.x, y: box.y, z: 6, silent: true, style: labelStyle(text, fontSize) },
            ]
          : [],
      ),
      placedText(narrow ? words.yNarrow : words.y, { x: 2, y: fontSize * 0.8 }, { fontSize, fill: tokens.ink2 }),
      placedText(
        narrow ? words.xNarrow : words.x,
        { x: width - plot.right, y: height - fontSize * 0.8 },
        { fontSize, fill: tokens.ink2, align: 'right' },
      ),
    ],
  };
}

/** Hides the lines of the scale under a text; marks and whiskers are never under one. */
const whiteBox = (shape: Box) => ({ type: 'rect' as const, silent: true, z: 3, shape, style: { fill: tokens.white } });

const labelStyle = (text: string, fontSize: number) => ({
  text,
  fill: tokens.ink,
  fontSize,
  fontFamily,
  fontWeight: 600,
  lineHeight: fontSize + 3,
  verticalAlign: 'top' as const,
});

function labelOf(
  { name, people, place }: PlacedProject,
  toX: (value: number) => number,
  toY: (value: number) => number,
  fontSize: number,
  most: number,
) {
  const lines = wrapText(name, most / 1.06, fontSize);
  return {
    text: lines.join('\n'),
    at: { x: toX(people.value), y: toY(place.value) },
    width: widest(lines, fontSize) * 1.06,
    height: lines.length * (fontSize + 3),
  };
}

/** What a label must not cover nor touch: the mark and its whiskers. */
function boxesOfMark(
  { people, place }: PlacedProject,
  toX: (value: number) => number,
  toY: (value: number) => number,
): Box[] {
  const x = toX(people.value);
  const y = toY(place.value);
  const boxes: Box[] = [{ x: x - 7, y: y - 7, width: 14, height: 14 }];
  const { interval: across } = people;
  const { interval: along } = place;
  if (across) boxes.push({ x: toX(across.low), y: y - 6, width: toX(across.high) - toX(across.low), height: 12 });
  if (along) boxes.push({ x: x - 6, y: toY(along.high), width: 12, height: toY(along.low) - toY(along.high) });
  return boxes;
}

/** The meaning of each corner, in words, wrapped into its corner. */
function quadrantTexts(
  words: Record<'both' | 'people' | 'place' | 'none', string>,
  plot: { left: number; top: number },
  size: { width: number; height: number },
  fontSize: number,
) {
  const corner = (text: string, isRight: boolean, isTop: boolean) => {
    const lines = wrapText(text, size.width / 2 - 16, fontSize);
    const height = lines.length * (fontSize + 4);
    const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
    const x = isRight ? plot.left + size.width - 4 : plot.left + 4;
    const y = isTop ? plot.top + height / 2 + 2 : plot.top + size.height - height / 2 - 2;
    return {
      text: lines.join('\n'),
      x,
      y,
      align: isRight ? ('right' as const) : ('left' as const),
      box: { x: isRight ? x - width : x, y: y - height / 2, width, height },
    };
  };
  return [
    corner(words.both, true, true),
    corner(words.people, true, false),
    corner(words.place, false, true),
    corner(words.none, false, false),
  ];
}
