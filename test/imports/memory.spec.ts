import { existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { aDatabase, TestDatabase } from '../support/database';
import { RunningServer, startServer } from '../support/server';

// The demonstration's communes, a tidy file of 200 MB: the API must read it as a stream, whatever its size.
const fileBytes = 200 * 1024 * 1024;
const limitMb = 350;
const isLinux = process.platform === 'linux';
const isBuilt = existsSync('dist/built-at');

const residentMb = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const indicators = [
  'POP',
  'POP_0_17',
  'POP_0_19',
  'POP_0_20',
  'POP_15_69',
  'POP_20_59',
  'POP_60_PLUS',
  'POP_75_PLUS',
].concat(['NAISSANCES', 'DECES', 'ETAB_CREATIONS', 'ETAB_STOCK']);

/** A tidy file made line by line: indicators × years × months of the demonstration's communes, each cell once. */
function* tidyFile(boundary: string): Generator<Buffer> {
  yield Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="fichier"; filename="gros.csv"\r\ncontent-type: text/csv\r\n\r\n`,
  );
  yield Buffer.from('code_territoire;periode;indicateur;valeur;commentaire\n');
  let sent = 0;
  const padding = 'x'.repeat(60);
  for (const indicator of indicators) {
    for (let year = 1900; year <= 2024 && sent < fileBytes; year += 1) {
      let block = '';
      for (let commune = 1; commune <= 150; commune += 1) {
        for (let month = 1; month <= 12; month += 1) {
          block += `${String(commune).padStart(5, '0')};${year}-${String(month).padStart(2, '0')};${indicator};${100 + commune + month};${padding}\n`;
        }
      }
      sent += block.length;
      yield Buffer.from(block);
    }
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

const suite = isLinux && isBuilt ? describe : describe.skip;

suite(`importing a file of 200 MB${isLinux && isBuilt ? '' : ' (skipped: needs Linux’s /proc and a build)'}`, () => {
  let database: TestDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await aDatabase();
    // a first start, which loads a country, draws the first pages and estimates the first effects meanwhile
    server = await startServer(database.url);
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await database?.drop();
  });

  it('keeps the API under 350 MB and shows its progress', async () => {
    const boundary = 'sillage-memory-test';
    const response = await fetch(`${server.url}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-sillage': '1' },
      body: Readable.toWeb(Readable.from(tidyFile(boundary))) as ReadableStream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as { id: number };
    let progressed = false;
    let state = 'draft';
    for (let second = 0; second < 240 && state === 'draft'; second += 1) {
      const batch = (await (await fetch(`${server.url}/api/v1/imports/${id}`)).json()) as {
        state: string;
        progress: { done: number; total: number } | null;
      };
      state = batch.state;
      progressed ||= (batch.progress?.done ?? 0) > 0;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(state).not.toBe('draft');
    expect(progressed).toBe(true);
    expect(residentMb(server.pid, 'VmHWM')).toBeLessThan(limitMb);
  }, 300_000);
});
