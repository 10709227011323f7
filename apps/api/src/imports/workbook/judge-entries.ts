import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { aFinding, foreignKind, mentionsPersons } from '@sillage/indicators';
import { judgedHeads, type Refusal } from './choose-sheet';
import { roughText } from './file-head';
import { workbookOf } from './open-workbook';
import { TableRefused } from './table-refused';
import { XlsWorkbook } from './xls/xls-workbook';
import { ZipArchive } from './zip-archive';

const judgedBytes = 64 * 1024;

/** An archive is kept whole: what is not read of it may hold no person either. */
export async function judgeEntries(zip: ZipArchive, packed: string, refusal: Refusal): Promise<void> {
  for (const { name } of zip.entries.filter((entry) => !entry.name.endsWith('/')))
    try {
      await judgeEntry(zip, name, packed, refusal);
    } catch (error) {
      // a broken file beside the table is no reason to refuse the table
      if (error instanceof TableRefused && error.finding.code !== 'DONNEES_NOMINATIVES') continue;
      throw error;
    } finally {
      await rm(packed, { force: true });
    }
}

async function judgeEntry(zip: ZipArchive, name: string, packed: string, refusal: Refusal): Promise<void> {
  const head = await firstBytes(await zip.read(name));
  const kind = foreignKind(head);
  const text = roughText(head);
  if (kind === undefined) return refuse(refusal(text, false));
  if (kind === 'xlsx' || kind === 'xls' || kind === 'ods') {
    await pipeline(await zip.read(name), createWriteStream(packed));
    return judgeWorkbook(packed, kind, refusal);
  }
  if (isPlainText(kind) && mentionsPersons(text)) refuse(aFinding('DONNEES_NOMINATIVES', null, null, null));
}

async function judgeWorkbook(path: string, kind: string, refusal: Refusal): Promise<void> {
  const workbook = kind === 'xls' ? await XlsWorkbook.open(path) : await workbookOf(await ZipArchive.open(path));
  try {
    if (workbook) await judgedHeads(workbook, refusal);
  } finally {
    await workbook?.close();
  }
}

async function firstBytes(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size >= judgedBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, judgedBytes);
}

/** Files that are text without being a table. */
export const isPlainText = (kind: string): boolean => ['json', 'html', 'xml', 'svg', 'php'].includes(kind);

function refuse(finding: ReturnType<Refusal>): void {
  if (finding) throw new TableRefused(finding);
}
