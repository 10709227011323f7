import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = path.resolve(__dirname, '../../dist/dashboard');
const assets = path.join(folder, 'assets');
const read = (name: string): string => readFileSync(path.join(assets, name), 'utf8');
const gzipped = (name: string): number => gzipSync(readFileSync(path.join(assets, name))).length;
const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

/** What a chunk needs before it runs: its static imports, and theirs. */
function withImports(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const [, imported] of read(name).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    if (imported) withImports(imported, known);
  }
  return known;
}

const describeBuilt = (name: string, tests: () => void): void => {
  if (existsSync(path.join(folder, 'index.html'))) describe(name, tests);
  else describe.skip(`${name} (skipped: no build, run npm run build)`, tests);
};

describeBuilt('what the dashboard weighs', () => {
  const names = (): string[] => readdirSync(assets).filter((name) => !name.endsWith('.br'));
  const entry = (): string =>
    /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(path.join(folder, 'index.html'), 'utf8'))![1]!;
  const pages = (): string[] => names().filter((name) => /^[A-Za-z]+Page-.*\.js$/.test(name));

  it('stays under 110 kB of gzipped script before any interaction, on the heaviest page', () => {
    expect(pages().length).toBeGreaterThan(10);
    const weights = pages().map((page) => {
      const chunks = withImports(page, withImports(entry()));
      return { page, weight: kilobytes([...chunks].reduce((sum, name) => sum + gzipped(name), 0)) };
    });
    const heaviest = weights.sort((one, other) => other.weight - one.weight)[0]!;
    expect(heaviest.weight).toBeLessThanOrEqual(110);
  });

  it('never loads the chart library before a reader asks for it', () => {
    const charts = names().filter((name) => name.endsWith('.js') && read(name).includes('registerMap'));
    expect(charts.length).toBeGreaterThan(0);
    for (const page of pages()) {
      const chunks = withImports(page, withImports(entry()));
      expect(charts.filter((name) => chunks.has(name))).toEqual([]);
    }
  });

  it('stays under 235 kB of gzipped script for the interactive charts', () => {
    const chart = names().find((name) => name.startsWith('explore-chart'))!;
    const chunks = [...withImports(chart)].filter((name) => !withImports(entry()).has(name));
    expect(kilobytes(chunks.reduce((sum, name) => sum + gzipped(name), 0))).toBeLessThanOrEqual(235);
  });

  it('stays under 20 kB of gzipped style', () => {
    const styles = names().filter((name) => name.endsWith('.css'));
    expect(kilobytes(styles.reduce((sum, name) => sum + gzipped(name), 0))).toBeLessThanOrEqual(20);
  });

  it('has one font, of 30 kB at most', () => {
    const fonts = names().filter((name) => /\.(woff2?|ttf|otf)$/.test(name));
    expect(fonts).toHaveLength(1);
    expect(kilobytes(statSync(path.join(assets, fonts[0]!)).size)).toBeLessThanOrEqual(30);
  });

  it('inlines neither script nor style in the page', () => {
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style="|<script(?![^>]*src=)/);
  });

  it('uses nothing of the design system of the State', () => {
    for (const name of names().filter((file) => /\.(js|css)$/.test(file))) {
      expect(read(name)).not.toMatch(/Marianne|\bfr-(btn|container|grid|header|footer|card)\b|@gouvfr/);
    }
  });
});
