import { Readable } from 'node:stream';
import { type ImportsUnderTest, someCommunes, someImports } from '../support/imports';

const header = 'code_territoire;periode;indicateur;valeur;numerateur;denominateur\n';

describe('what a check tells of published values', () => {
  let under: ImportsUnderTest;
  beforeAll(async () => {
    under = await someImports();
    await someCommunes(under.database, { 47001: 'Agen', 47002: 'Agmé', 47003: 'Agnac' });
  });
  afterAll(() => under?.close());

  it('is a rate only when its counts are known and not small', async () => {
    const { rows } = await under.database.query<{ code: string }>(
      `select definition ->> 'code' as code from indicator_version
       where definition ->> 'territorialRule' = 'ratio-of-sums' and definition ->> 'unit' = 'percent'
         and (definition ->> 'suppressionThreshold')::integer = 11 order by 1 limit 1`,
    );
    const code = rows[0]!.code;
    const check = async (lines: string[]) => {
      const { batch } = await under.imports.receive(Readable.from([Buffer.from(header + lines.join(''))]), 'taux.csv');
      const result = await under.imports.check(batch.id);
      return { id: batch.id, result };
    };
    const { id } = await check([
      `47001;2020;${code};5;50;1000\n`,
      `47002;2020;${code};5;5;100\n`,
      `47003;2020;${code};5;;\n`,
    ]);
    await under.imports.publish(id);
    const next = ['47001', '47002', '47003'].map((commune) => `${commune};2021;${code};50;500;1000\n`);
    const { findings } = (await check(next)).result;
    expect(findings.filter(({ code: found }) => found === 'SAUT')).toMatchObject([{ line: 2, seen: '50' }]);
  });
});
