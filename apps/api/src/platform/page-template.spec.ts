import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PageTemplate } from './page-template';
import { WrittenPages } from './written-pages';

describe('the page sent for every address', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-page-'));
  beforeAll(() => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'assets/source-sans-3-Ab12.woff2'), '');
    writeFileSync(
      path.join(folder, 'index.html'),
      '<!doctype html><html lang="fr"><head><title>S</title></head><body><div id="app"></div></body></html>',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const template = () => PageTemplate.read(folder)!;

  it('says its language and preloads the font', () => {
    expect(template().write('en', null)).toBe(
      '<!doctype html><html lang="en"><head><title>S</title><link rel="preload" href="/assets/source-sans-3-Ab12.woff2" as="font" type="font/woff2" crossorigin></head><body><div id="app"></div></body></html>',
    );
  });

  it("carries the page's data where no HTML parser can take it for markup", () => {
    const data = { titre: '</script><script>alert(1)</script><!--', ligne: 'a\u2028b\u2029c' };
    const html = template().write('fr', { key: '/api/v1/pages/home?lang=fr&x="y"', json: JSON.stringify(data) });
    const [, key, json] = /data-key="([^"]*)">([^<]*)<\/script><\/body>/.exec(html) ?? [];
    expect(key).toBe('/api/v1/pages/home?lang=fr&amp;x=&quot;y&quot;');
    expect(JSON.parse(json ?? '')).toEqual(data);
    expect(html).not.toMatch(/[\u2028\u2029]/);
  });

  it('is written again only when its data changes', () => {
    const pages = new WrittenPages(template());
    const first = pages.write('fr', { key: '/a', json: '{"n":1}' });
    expect(pages.write('fr', { key: '/a', json: '{"n":1}' })).toBe(first);
    const changed = pages.write('fr', { key: '/a', json: '{"n":2}' });
    expect(changed.html).toContain('{"n":2}');
    expect(changed.tag).not.toBe(first.tag);
    expect(pages.write('en', { key: '/a', json: '{"n":2}' }).html).toContain('<html lang="en">');
  });

  it('is absent when the dashboard is not built', () => {
    expect(PageTemplate.read(path.join(folder, 'rien'))).toBeNull();
  });
});
