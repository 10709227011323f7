import { Readable } from 'node:stream';
import { type ImportsUnderTest, someCommunes, someImports } from '../support/imports';

const header = 'code_territoire;periode;indicateur;valeur;numerateur;denominateur;statut\n';

describe('what publishing or withdrawing would change', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await someCommunes(under.database, { 47167: 'Mézin', 47001: 'Agen', 47002: 'Agmé' });
  });
  afterAll(() => under?.close());

  const checked = async (name: string, ...rows: string[]): Promise<number> => {
    const { batch } = await under.imports.receive(Readable.from([Buffer.from(header + rows.join(''))]), name);
    expect(await under.imports.check(batch.id)).toMatchObject({ rejected: 0 });
    return batch.id;
  };
  const population = (code: string, year: number, value: string) => `${code};${year};POP;${value};;;\n`;

  it('tells what is created, changed, identical and superseded, the largest changes first', async () => {
    const first = await checked('a.csv', population('47167', 2020, '1500'), population('47001', 2020, '32000'));
    expect(await under.imports.plan(first)).toMatchObject({
      kind: 'publication',
      counts: { created: 2, changed: 0, identical: 0, removed: 0, territories: 2 },
      firstPeriod: '2020',
      lastPeriod: '2020',
      otherBatches: [],
      largestChanges: [],
    });
    await under.imports.publish(first);
    const second = await checked(
      'b.csv',
      population('47167', 2020, '1460'),
      population('47001', 2020, '32000'),
      population('47002', 2020, '360'),
      population('47002', 2021, 's'),
    );
    const plan = await under.imports.plan(second);
    expect(plan).toMatchObject({
      counts: { created: 2, changed: 1, identical: 1, removed: 0, territories: 3 },
      lastPeriod: '2021',
      otherBatches: [{ id: first, fileName: 'a.csv', values: 2 }],
      largestChanges: [
        { code: '47167', indicator: 'POP', period: '2020', before: { value: 1500 }, after: { value: 1460 } },
      ],
    });
    expect(plan.indicators.find(({ code }) => code === 'POP')).toMatchObject({ values: 4 });
    // what is computed from the population moves with it
    expect(plan.indicators.filter(({ values }) => values === null).length).toBeGreaterThan(0);
    await under.imports.publish(second);
  });

  it('tells of a withdrawal what comes back, what goes, and nothing of what a later import had replaced', async () => {
    const { rows } = await under.database.query<{ id: number }>('select id from import_batch order by id');
    const [first, second] = rows.map(({ id }) => id);
    expect(await under.imports.plan(second!)).toMatchObject({
      kind: 'withdrawal',
      counts: { created: 0, changed: 1, identical: 1, removed: 2 },
      otherBatches: [{ id: first, fileName: 'a.csv', values: 2 }],
      largestChanges: [
        { code: '47167', before: { value: 1460 }, after: { value: 1500 } },
        { code: '47002', before: { value: 360 }, after: null },
        { code: '47002', before: { absence: 'suppressed-by-source' }, after: null },
      ],
    });
    expect(await under.imports.plan(first!)).toMatchObject({ counts: { changed: 0, identical: 0, removed: 0 } });
    await under.imports.withdraw(second!);
    await expect(under.imports.plan(second!)).rejects.toMatchObject({ status: 409 });
    expect(await under.imports.plan(first!)).toMatchObject({ counts: { removed: 2 } });
  });

  it('does not tell whether a guess at a hidden count is right', async () => {
    const secret = (value: string) => `47001;2021;ASE_AED;${value};;;\n`;
    const first = await checked('secret.csv', secret('7'));
    await under.imports.publish(first);
    for (const guess of ['6', '7', '8']) {
      const id = await checked(`guess-${guess}.csv`, secret(guess), '\n');
      expect(await under.imports.plan(id)).toMatchObject({
        counts: { created: 0, changed: 1, identical: 0 },
        largestChanges: [{ before: { absence: 'suppressed-primary' }, after: { absence: 'suppressed-primary' } }],
      });
      await under.imports.withdraw(id);
    }
  });

  it('writes nothing', async () => {
    const id = await checked('c.csv', population('47002', 2019, '350'));
    const count = async () =>
      (await under.database.query('select (select count(*) from observation), (select count(*) from job_run)')).rows;
    const before = await count();
    await under.imports.plan(id);
    expect(await count()).toEqual(before);
    await under.imports.withdraw(id);
  });
});
