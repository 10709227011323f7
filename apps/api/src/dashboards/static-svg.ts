import { escapeAttribute } from '@sillage/indicators';

/** What an SVG may say in an attribute as well as in a style. */
const presentation = new Set([
  'fill',
  'stroke',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'opacity',
]);

/** "font-size:14px;cursor:pointer" → ' font-size="14px"': what has no attribute is only of use to an interaction. */
function toAttributes(style: string): string {
  return style
    .replace(/&quot;/g, "'")
    .split(';')
    .map((declaration) => declaration.split(':', 2).map((part) => part.trim()))
    .filter(([property]) => property !== undefined && presentation.has(property))
    .map(([property, value]) => ` ${property}="${value}"`)
    .join('');
}

/** "12px 'Source Sans 3'" as the attributes that it stands for. */
function fontAttributes(font: string): string {
  const match = /^(?:(normal|italic)\s+)?(?:(normal|bold|\d{3})\s+)?([\d.]+)px\s+(.+)$/.exec(font.trim());
  if (!match) return '';
  const [, , weight, size, family] = match;
  const heavy = weight && weight !== 'normal' && weight !== '400' ? ` font-weight="${weight}"` : '';
  return ` font-size="${size}"${heavy} font-family="${family!.replace(/"/g, "'")}"`;
}

/**
 * A tenth of a pixel is all that a screen shows; contours weigh a third of what ECharts writes. Arcs are left alone: a
 * circle is an arc whose ends nearly meet, and it vanishes when they do.
 */
const shorten = (path: string): string =>
  path.includes('A') ? path : path.replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));

/** ECharts' SVG made fit for a page whose policy forbids inline styles, with its text alternative. */
export function toStaticSvg(svg: string, id: string, sentence: string): string {
  const label = escapeAttribute(sentence);
  return (
    svg
      .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
      .replace(/<style[^>]*\/>/g, '')
      .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
      .replace(/ style="([^"]*)"/g, (_, style: string) => {
        const font = /(?:^|;)\s*font:([^;]+)/.exec(style)?.[1];
        return (font ? fontAttributes(font.replace(/&quot;/g, "'")) : '') + toAttributes(style);
      })
      .replace(/ class="[^"]*"/g, '')
      // Areas that only catch a pointer.
      .replace(/<path (?![^>]*stroke)[^>]*fill="none" pointer-events="visible"[^>]*><\/path>\n?/g, '')
      .replace(/ (?:ecmeta_[a-z_]+|xml:space|baseProfile|version)="[^"]*"/g, '')
      .replace(/\bzr\d+-/g, `${id}-`)
      .replace(/ (d|points)="([^"]*)"/g, (_, name: string, path: string) => ` ${name}="${shorten(path)}"`)
      .replace(/^<svg /, `<svg role="img" focusable="false" aria-label="${label}" `)
  );
}
