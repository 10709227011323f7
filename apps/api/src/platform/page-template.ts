import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The built index.html, cut where each answer differs. */
export class PageTemplate {
  private constructor(
    private readonly beforeLanguage: string,
    private readonly afterLanguage: string,
    private readonly end: string,
  ) {}

  static read(folder: string): PageTemplate | null {
    const file = path.join(folder, 'index.html');
    if (!existsSync(file)) return null;
    const html = readFileSync(file, 'utf8').replace('</head>', `${fontPreloads(folder)}</head>`);
    const [beforeLanguage, rest] = cut(html, '<html lang="', 'fr');
    const [afterLanguage, end] = cut(rest, '', '</body>');
    return new PageTemplate(beforeLanguage, afterLanguage, `</body>${end}`);
  }

  write(language: string, data: { key: string; json: string } | null): string {
    const inlined = data
      ? `<script type="application/json" id="page-data" data-key="${attribute(data.key)}">${inert(data.json)}</script>`
      : '';
    return `${this.beforeLanguage}${language}${this.afterLanguage}${inlined}${this.end}`;
  }
}

function cut(html: string, before: string, mark: string): [string, string] {
  const at = html.indexOf(before + mark);
  if (at < 0) throw new Error(`index.html has no ${before}${mark}`);
  return [html.slice(0, at + before.length), html.slice(at + before.length + mark.length)];
}

/** The font is known by the style sheet only: naming it here saves a round trip before the text shows. */
function fontPreloads(folder: string): string {
  const assets = path.join(folder, 'assets');
  if (!existsSync(assets)) return '';
  return readdirSync(assets)
    .filter((name) => /^source-sans.*\.woff2$/i.test(name))
    .map((name) => `<link rel="preload" href="/assets/${name}" as="font" type="font/woff2" crossorigin>`)
    .join('');
}

/** JSON that no HTML parser can take for markup: "<" never appears, nor the line separators. */
const inert = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
