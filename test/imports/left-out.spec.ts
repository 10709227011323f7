import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReadingHints } from '@sillage/indicators';
import fc from 'fast-check';
import { annotatedCsv } from '../../apps/api/src/imports/annotated-csv';
import { parsedHints } from '../../apps/api/src/imports/upload-form';
import { type ArrivalsUnderTest, aRememberedSource, someArrivals } from '../support/arrivals';
import { runCommand } from '../support/command';
import { aDatabase, type TestDatabase } from '../support/database';
import { TestPolicy } from '../support/file-server';
import { aHome } from '../support/server';

const header = 'code_territoire;periode;indicateur;valeur\n';
const good = '47167;2020;POP;1460\n';
const stranger = '99999;2020;POP;12\n';
const other = '47001;2020;POP;32485\n';
const wordy = '47001;2021;POP;beaucoup\n';

describe('rows left out by a person', () => {
  let database: TestDatabase;
  let under: ArrivalsUnderTest;
  beforeAll(async () => {
    database = await aDatabase();
    under = await someArrivals(database.url, new TestPolicy());
    await aRememberedSource(under, 'Pays');
  });
  afterAll(async () => {
    await under?.close();
    await database?.drop();
  });

  const received = async (content: string, leftOut?: ReadingHints['leftOut']) => {
    const hints = leftOut ? { leftOut } : null;
    const { batch } = await under.imports.receive(Readable.from([content]), 'essai.csv', { source: 'Pays', hints });
    return batch.id;
  };
  const check = async (content: string, leftOut?: ReadingHints['leftOut']) => {
    const id = await received(content, leftOut);
    return { id, ...(await under.imports.check(id)) };
  };

  it('by their fault: the file is published without them, and the report, the plan and the annotated file say so', async () => {
    const content = header + good + stranger + other + stranger.replace('2020', '2021');
    const before = await check(content);
    expect(before).toMatchObject({ outcome: 'reject', kept: 2, rejected: 2 });
    await under.imports.setHints(before.id, { leftOut: { faults: ['TERRITOIRE_INCONNU'] } });
    const after = await under.imports.check(before.id);
    expect(after).toMatchObject({
      outcome: 'accept-with-warnings',
      read: 4,
      kept: 2,
      ignored: 2,
      rejected: 0,
      values: 2,
    });
    expect(after.findings.filter(({ code }) => code === 'LIGNE_ECARTEE')).toMatchObject([
      { line: 3, seen: '99999', message: expect.stringContaining('territoire inconnu') },
      { line: 5 },
    ]);
    expect(await under.imports.plan(before.id)).toMatchObject({ leftOut: 2, counts: { created: 2 } });
    const { original, findings } = under.imports.files.of(before.id);
    const lines = (await text(annotatedCsv(original, after.reading!, findings, 'fr'))).split('\r\n');
    expect(lines[2]).toContain('écartée par votre choix');
    expect(lines[1]).toMatch(/;$/);
    expect(await under.imports.publish(before.id)).toMatchObject({ values: 2 });
    // the next file of the source asks again
    expect(await check(header + stranger)).toMatchObject({ outcome: 'reject', rejected: 1 });
  });

  it('by their line, even one that could be read: a duplicate keeps the row that is left', async () => {
    const content = header + good.replace('1460', '1') + good;
    expect(await check(content)).toMatchObject({ outcome: 'reject', kept: 1, rejected: 1 });
    expect(await check(content, { lines: [2] })).toMatchObject({ kept: 1, ignored: 1, rejected: 0, sum: 1460 });
    expect(await check(content, { faults: ['DOUBLON_CONFLIT'] })).toMatchObject({ kept: 1, ignored: 1, sum: 1 });
  });

  it('leaves rejected what has another fault, and never publishes nothing', async () => {
    expect(await check(header + good + wordy, { faults: ['TERRITOIRE_INCONNU'] })).toMatchObject({
      outcome: 'reject',
      rejected: 1,
    });
    const none = await check(header + stranger, { lines: [2] });
    expect(none).toMatchObject({ outcome: 'reject', kept: 0, ignored: 1, rejected: 0 });
    expect(none.findings.map(({ code }) => code)).toContain('AUCUNE_VALEUR');
  });

  it('never hides what an unclosed quotation mark swallows', async () => {
    const content = `${header}${good}47001;2020;POP;"32485\n${good}`;
    expect(await check(content, { lines: [3, 4] })).toMatchObject({ outcome: 'reject', rejected: 1 });
  });

  it('is told faults of rows only', () => {
    expect(() => parsedHints({ leftOut: { faults: ['GUILLEMET_NON_FERME'] } })).toThrow();
    expect(() => parsedHints({ leftOut: { faults: ['ZERO_INITIAL'] } })).toThrow();
    expect(parsedHints({ leftOut: { lines: [3] } })).toEqual({ leftOut: { lines: [3] } });
  });

  it('keeps the accounts, whatever the rows and the choice', async () => {
    const row = fc.constantFrom(good, stranger, other, wordy, `Total;2020;POP;9\n`, '\n', '47001;2020\n', good);
    const faults = fc.subarray(['TERRITOIRE_INCONNU', 'NOMBRE_INVALIDE', 'DOUBLON_CONFLIT', 'NB_COLONNES'] as const);
    const file = path.join(aHome(), 'essai.csv');
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.array(fc.integer({ min: 2, max: 9 })), faults, async (rows, lines, chosen) => {
        writeFileSync(file, header + rows.join(''));
        const plain = await under.imports.checkFile(file);
        const result = await under.imports.checkFile(file, { hints: { leftOut: { lines, faults: chosen } } });
        expect(result.read).toBe(plain.read);
        expect(result.kept + result.ignored + result.rejected).toBe(result.read);
        expect(result.rejected).toBeLessThanOrEqual(plain.rejected);
        const told = result.findings.filter(({ code }) => code === 'LIGNE_ECARTEE').length;
        expect(result.ignored).toBeLessThanOrEqual(plain.ignored + told);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });

  it('is said on the command line', async () => {
    const file = path.join(aHome(), 'essai.csv');
    writeFileSync(file, header + good + stranger + wordy);
    const environment = { DATABASE_URL: database.url, SILLAGE_HOME: aHome(), SILLAGE_LOG: 'errors' };
    const said = ['check', file, '--json', '--leave-out'];
    const some = await runCommand([...said, 'TERRITOIRE_INCONNU,4'], environment);
    expect(JSON.parse(some.output)).toMatchObject({ kept: 1, ignored: 2, rejected: 0 });
    expect(some.code).toBe(0);
    expect(await runCommand([...said, 'RIEN'], environment)).toMatchObject({ code: 2 });
  }, 60_000);
});
