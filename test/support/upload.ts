import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../../apps/api/src/database/database';

const boundary = 'limite';

export interface UploadWith {
  readonly fields?: Readonly<Record<string, string>>;
  /** Its Idempotency-Key. */
  readonly key?: string;
  readonly url?: string;
}

/** Sends a file as a browser does; the name is written as WHATWG's form encoding writes it. */
export function uploadFile(
  app: NestFastifyApplication,
  name: string,
  content: Buffer | string,
  { fields = {}, key, url = '/api/v1/imports' }: UploadWith = {},
) {
  const parts = Object.entries(fields).map(([field, value]) => `${partOf(field)}\r\n\r\n${value}\r\n`);
  const head = `${parts.join('')}${partOf('fichier')}; filename="${escapeName(name)}"\r\ncontent-type: text/csv\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

const partOf = (field: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"`;

const escapeName = (name: string): string =>
  name
    .replaceAll('"', '%22')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/\p{Cs}/gu, '');

/** What receiving and checking a file may write. */
const ownTables = ['import_batch', 'import_finding', 'import_request', 'job_run'];

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
