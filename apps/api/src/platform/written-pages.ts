import { contentTag } from './etag';
import type { PageTemplate } from './page-template';

interface WrittenPage {
  readonly json: string;
  readonly html: string;
  readonly tag: string;
}

const pagesKept = 100;

/** Pages as written last, each with its tag: as long as its data is the same, a page is neither written nor hashed again. */
export class WrittenPages {
  private readonly kept = new Map<string, WrittenPage>();

  constructor(private readonly template: PageTemplate) {}

  write(language: string, data: { key: string; json: string } | null): WrittenPage {
    const name = `${language} ${data?.key ?? ''}`;
    const json = data?.json ?? '';
    const known = this.kept.get(name);
    if (known && known.json === json) return known;
    const html = this.template.write(language, data);
    const page = { json, html, tag: contentTag(html) };
    this.kept.delete(name);
    this.kept.set(name, page);
    const [oldest] = this.kept.keys();
    if (this.kept.size > pagesKept && oldest !== undefined) this.kept.delete(oldest);
    return page;
  }
}
