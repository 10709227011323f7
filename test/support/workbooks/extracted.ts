import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type ExtractedTable,
  type ExtractOptions,
  extractTable,
} from '../../../apps/api/src/imports/workbook/extract-table';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-workbook-'));
const file = path.join(folder, 'original');
const target = path.join(folder, 'table');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lengthOf = (text: string): number => text.length;

/** Looks for the table of a file, which must leave nothing else beside it. */
export async function extracted(
  bytes: Buffer,
  {
    fileName = 'fichier',
    sheet,
    score = lengthOf,
    refusal,
  }: Partial<Pick<ExtractOptions, 'fileName' | 'sheet' | 'score' | 'refusal'>> = {},
): Promise<{ table: ExtractedTable; text: string }> {
  writeFileSync(file, bytes);
  rmSync(target, { force: true });
  const table = await extractTable(file, { fileName, target, sheet, score, ...(refusal && { refusal }) });
  const left = readdirSync(folder).filter((name) => name !== 'original');
  expect(left).toEqual(table.kind === 'table' ? ['table'] : []);
  return { table, text: existsSync(target) ? readFileSync(target, 'utf8') : '' };
}

/** A workbook of one small sheet, and the text that it is read as. */
export const smallSheets = [
  {
    name: 'Feuil1',
    rows: [
      ['code', 'valeur'],
      ['01', 12],
    ],
  },
];
export const smallText = 'code;valeur\n01;12\n';
