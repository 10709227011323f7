import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { delimiters, territoriesFr } from '@sillage/indicators';
import Papa from 'papaparse';
import { decodeText, delimiterOf, type Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';

export const refuseFile = (file: string, faults: readonly Fault[]): Problem =>
  new Problem(
    422,
    'fichier-refuse',
    territoriesFr.files.refused(path.basename(file), faults.length),
    faults[0]?.detail,
    faults.slice(0, 100),
  );

export async function readTextFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new Problem(422, 'fichier-illisible', territoriesFr.files.unreadable(path.basename(file)));
  });
  return decodeText(bytes);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

export interface CsvRow<Column extends string> {
  /** Line in the file, the titles being the first. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Each wanted column with the titles under which files give it; case and accents do not matter. */
export type ColumnTitles<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Rows of a CSV whose wanted columns are all there (an optional one that is absent reads as empty). */
export async function readCsvFile<Column extends string>(
  file: string,
  titles: ColumnTitles<Column>,
  optional: readonly NoInfer<Column>[] = [],
): Promise<CsvRow<Column>[]> {
  const text = await readTextFile(file);
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text, delimiters) });
  const [header = [], ...body] = data;
  const seen = header.map(plain);
  const wanted = (Object.keys(titles) as Column[]).map((column) => {
    const known = titles[column];
    return { column, index: seen.findIndex((title) => known.includes(title)) };
  });
  const missing = wanted.filter(({ column, index }) => index < 0 && !optional.includes(column));
  if (missing.length > 0) {
    throw refuseFile(
      file,
      missing.map(({ column }) => ({
        pointer: '/lignes/1',
        detail: territoriesFr.files.missingColumn(column, header.join(', ')),
      })),
    );
  }
  const rows: CsvRow<Column>[] = [];
  body.forEach((values, index) => {
    if (values.every((value) => value.trim() === '')) return;
    const cells = {} as Record<Column, string>;
    for (const { column, index: position } of wanted) cells[column] = (values[position] ?? '').trim();
    rows.push({ line: index + 2, cells });
  });
  if (rows.length === 0) throw refuseFile(file, [{ pointer: '/lignes/2', detail: territoriesFr.files.empty }]);
  return rows;
}
