import { escapeAttribute, type LegendItem, textWidth, tokens, wrapText } from '@sillage/indicators';
import type { FigurePage } from './page-facts';

const width = 860;
const margin = 16;
const family = 'Source Sans 3';

interface Block {
  readonly markup: string;
  readonly height: number;
}

function textBlock(text: string, size: number, color: string, weight: 400 | 600, gap: number): Block {
  const lines = wrapText(text, (width - 2 * margin) / (weight === 600 ? 1.06 : 1), size);
  const spans = lines
    .map((line, index) => `<tspan x="${margin}" y="${size + index * (size + 5)}">${escapeAttribute(line)}</tspan>`)
    .join('');
  const markup = `<text font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${color}">${spans}</text>`;
  return { markup, height: lines.length * (size + 5) + gap };
}

/** The key that stands beside the figure on a page, in rows. */
function legendBlock(legend: readonly LegendItem[]): Block {
  const size = 14;
  let x = margin;
  let y = 0;
  const parts = legend.map(({ label, color, pattern }) => {
    const itemWidth = 34 + textWidth(label, size) + 20;
    if (x + itemWidth > width - margin && x > margin) {
      x = margin;
      y += 24;
    }
    const text = `<text x="${x + 34}" y="${y + 14}" font-family="${family}" font-size="${size}" fill="${tokens.ink}">${escapeAttribute(label)}</text>`;
    const part = `${swatch(x, y + 2, color, pattern)}${text}`;
    x += itemWidth;
    return part;
  });
  return { markup: parts.join(''), height: legend.length > 0 ? y + 32 : 0 };
}

function swatch(x: number, y: number, color: string, pattern: LegendItem['pattern']): string {
  const frame = (fill: string): string =>
    `<rect x="${x}" y="${y}" width="26" height="14" fill="${fill}" stroke="${tokens.line}" stroke-width="1"/>`;
  const middle = y + 7;
  if (pattern === 'dashed')
    return `<path d="M${x} ${middle}h26" stroke="${color}" stroke-width="2.5" stroke-dasharray="6 4" fill="none"/>`;
  if (pattern === 'lines') {
    const strokes = [2, 9, 16, 23].map((start) => `M${x + start} ${y + 14}l${Math.min(12, 26 - start)} -12`).join('');
    return `${frame(tokens.white)}<path d="${strokes}" stroke="${color}" stroke-width="1.5" fill="none"/>`;
  }
  if (pattern === 'dots') {
    const dots = [4, 10, 16, 22].map((start) => `M${x + start} ${y + 4}h0M${x + start - 1} ${y + 10}h0`).join('');
    return `${frame(tokens.white)}<path d="${dots}" stroke="${color}" stroke-width="2" stroke-linecap="round" fill="none"/>`;
  }
  if (pattern === 'point') return `<circle cx="${x + 13}" cy="${middle}" r="6" fill="${color}"/>`;
  if (pattern === 'hollow')
    return `<circle cx="${x + 13}" cy="${middle}" r="5" fill="${tokens.white}" stroke="${color}" stroke-width="2"/>`;
  if (pattern === 'diamond') return `<path d="M${x + 13} ${y}l7 7l-7 7l-7 -7Z" fill="${color}"/>`;
  return frame(color);
}

/** A figure as a file of its own: title, measure, chart, key, caption, source and dates, so that it can be quoted. */
export function standaloneSvg(figure: FigurePage): string | null {
  if (!figure.svg) return null;
  const chart = figure.svg.wide;
  const chartHeight = Number(/ height="([\d.]+)"/.exec(chart)?.[1] ?? 0);
  const head = [textBlock(figure.title, 20, tokens.ink, 600, 4), textBlock(figure.subtitle, 15, tokens.ink2, 400, 10)];
  const foot = [
    legendBlock(figure.legend),
    textBlock(figure.caption, 14, tokens.ink2, 400, 4),
    textBlock([...figure.notes, ...figure.sources, ...figure.dates].join(' \u00b7 '), 14, tokens.ink3, 400, margin),
  ];
  const blocks: Block[] = [...head, { markup: nested(chart), height: chartHeight + 12 }, ...foot];
  let y = margin;
  const placed = blocks.map(({ markup, height }) => {
    const group = `<g transform="translate(0 ${y})">${markup}</g>`;
    y += height;
    return group;
  });
  const label = escapeAttribute(`${figure.title}. ${figure.sentence}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-label="${label}"><rect width="${width}" height="${y}" fill="${tokens.white}"/>${placed.join('')}</svg>`;
}

const nested = (svg: string): string => svg.replace(/ (?:role|aria-label|focusable)="[^"]*"/g, '');
