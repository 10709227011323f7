import { Readable } from 'node:stream';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { aDatabase, TestDatabase } from '../support/database';
import { ImportsUnderTest, someImports } from '../support/imports';

const header = 'code_territoire;periode;indicateur;valeur;numerateur;denominateur\n';

describe('what a check tells of published values', () => {
  let database: TestDatabase;
  let under: ImportsUnderTest;
  beforeAll(async () => {
    database = await aDatabase();
    under = await someImports(database.url);
    await new CatalogueService(under.database).loadDefault();
    await under.database.query(
      `insert into territory (level, code, name) select 'commune', '4700' || rank, 'Commune ' || rank from generate_series(1, 4) rank`,
    );
  });
  afterAll(async () => {
    await under?.close();
    await database?.drop();
  });

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
