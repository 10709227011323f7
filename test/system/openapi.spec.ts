import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '../../apps/api/src/platform/openapi';
import { anOwnApplication, type OwnApplication } from '../support/application';

const root = path.resolve(__dirname, '../..');
const contract = path.join(root, 'apps/api/openapi.json');
const types = path.join(root, 'apps/dashboard/src/api/schema.d.ts');

/** Compares with the committed file, leaving `<file>.actual` on a difference; `node test/contract.mjs --write` rewrites it. */
function expectCommitted(file: string, actual: string): void {
  if (process.env['WRITE_CONTRACT']) writeFileSync(file, actual);
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === actual;
  if (isSame) rmSync(`${file}.actual`, { force: true });
  else writeFileSync(`${file}.actual`, actual);
  expect({ file: path.relative(root, file), isUpToDate: isSame }).toEqual({
    file: path.relative(root, file),
    isUpToDate: true,
  });
}

describe('the contract of the API', () => {
  let own: OwnApplication;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    own = await anOwnApplication();
    ({ app } = own);
  });
  afterAll(() => own?.close());

  it('is the committed apps/api/openapi.json', () => {
    expectCommitted(contract, `${JSON.stringify(describeApi(app), null, 2)}\n`);
  });

  it("is the source of the dashboard's types", () => {
    const generated = execFileSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', contract], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expectCommitted(types, generated);
  });

  it('is what the server gives', async () => {
    const { body } = await app.inject({ url: '/api/v1/openapi.json' });
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(describeApi(app))));
  });

  it('describes every route under /api/v1', () => {
    expect(Object.keys(describeApi(app).paths).filter((route) => !route.startsWith('/api/v1/'))).toEqual([]);
  });
});
