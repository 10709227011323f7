import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../../apps/api/src/database/database';

const boundary = 'limite';

/** Sends a file as a browser does; the name is written as WHATWG's form encoding writes it. */
export const uploadFile = (app: NestFastifyApplication, name: string, content: Buffer) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="fichier"; filename="${escapeName(name)}"\r\ncontent-type: text/csv\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });

const escapeName = (name: string): string =>
  name
    .replaceAll('"', '%22')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/\p{Cs}/gu, '');

/** What receiving and checking a file may write. */
const ownTables = ['import_batch', 'import_finding', 'job_run'];

/** Rows of every other table. */
export async function rowsBesideImports(app: NestFastifyApplication): Promise<Record<string, number>> {
  const { rows } = await app.get(Database).query<{ name: string; count: number }>(
    `select table_name as name, (xpath('/row/count/text()', query_to_xml(format('select count(1) as count from %I', table_name),
       false, true, '')))[1]::text::integer as count
     from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  return Object.fromEntries(
    rows.filter(({ name }) => !ownTables.includes(name)).map(({ name, count }) => [name, count]),
  );
}
