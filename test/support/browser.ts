import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { aDatabase, type TestDatabase } from './database';
import { type RunningServer, startServer } from './server';

const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const built = path.resolve(__dirname, '../../dist/dashboard/index.html');
const axeSource = (): string => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Where the tests leave what they saw, to be looked at. */
export const screenshotFolder = path.join(os.tmpdir(), `sillage-screenshots-${os.userInfo().username}`);

const missing = !existsSync(executable)
  ? `no Chromium at ${executable}`
  : existsSync(built)
    ? null
    : 'no build: run npm run build';

/** `describe` where a browser and a build are present; elsewhere the suite shows as skipped, with the reason in its name. */
export const describeInBrowser = (name: string, tests: () => void): void => {
  if (missing === null) describe(name, tests);
  else describe.skip(`${name} (skipped: ${missing})`, tests);
};

export interface Visit {
  readonly page: Page;
  /** Errors of the console, violations of the content security policy, requests that failed. */
  readonly faults: string[];
}

/** The real server on a database of the test file's own, seeded by its first start, and a browser before it. */
export class Sitting {
  private constructor(
    private readonly database: TestDatabase,
    readonly server: RunningServer,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Sitting> {
    const database = await aDatabase();
    const server = await startServer(database.url);
    const browser = await chromium.launch({
      executablePath: executable,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    const sitting = new Sitting(database, server, browser);
    await sitting.untilFiguresAreReady();
    return sitting;
  }

  async visit(address: string, width = 1280): Promise<Visit> {
    const context = await this.browser.newContext({
      viewport: { width, height: width > 600 ? 900 : 740 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(this.server.url + address);
    await settled(page);
    return { page, faults };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.database.drop();
  }

  /** The first rebuild may still run when the server begins to answer. */
  private async untilFiguresAreReady(): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const response = await fetch(`${this.server.url}/api/v1/pages/home`);
      const body = (await response.json()) as { frame?: { state: unknown } };
      if (body.frame?.state) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No figure after a minute:\n${this.server.output().slice(-2000)}`);
  }
}

/** Until the page shows its data: nothing waits any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** axe's violations, one line each; empty when there is none. */
export async function axeViolations(page: Page): Promise<string[]> {
  // A policy without inline scripts refuses a script element, not what the debugger evaluates.
  await page.evaluate(axeSource());
  const options = { runOnly: { type: 'tag', values: axeTags } };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} – ${node.failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** How far the page itself must be scrolled sideways, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');

export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotFolder, { recursive: true });
  await page.screenshot({ path: path.join(screenshotFolder, `${name}.png`), fullPage: true });
}
