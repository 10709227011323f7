import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { aFinding, foreignKind, mentionsPersons } from '@sillage/indicators';
import { judgedHeads, type Refusal } from './choose-sheet';
import { roughText } from './file-head';
import { workbookOf } from './open-workbook';
import { TableRefused } from './table-refused';
import type { Workbook } from './workbook';
import { XlsWorkbook } from './xls/xls-workbook';
import { ZipArchive } from './zip-archive';

const judgedBytes = 64 * 1024;
/** Of all files together, or a small archive would take minutes: one file for each département, and some more. */
const judgedInAll = 8 * 1024 * 1024;
const smallestText = 4 * 1024;
const openingOfWorkbook = 256 * 1024;

/** An archive is kept whole: what is not read of it may hold no person either. */
export async function judgeEntries(
  zip: ZipArchive,
  packed: string,
  refusal: Refusal,
  signal: AbortSignal | undefined,
): Promise<void> {
  let left = judgedInAll;
  const charge = (size: number): boolean => {
    left -= size;
    return left >= 0;
  };
  const judged: Refusal = (text, isSheet) =>
    charge(Math.max(text.length, smallestText)) ? refusal(text, isSheet) : undefined;
  for (const { name } of zip.entries.filter((entry) => !entry.name.endsWith('/'))) {
    signal?.throwIfAborted();
    try {
      await judgeEntry(zip, name, packed, judged, charge);
    } catch (error) {
      // a broken file beside the table is no reason to refuse the table
      if (!(error instanceof TableRefused) || error.finding.code === 'DONNEES_NOMINATIVES') throw error;
    } finally {
      await rm(packed, { force: true });
    }
    if (left < 0) throw new TableRefused('ARCHIVE_INTERDITE', { reason: 'entries', count: zip.entries.length });
  }
}

async function judgeEntry(
  zip: ZipArchive,
  name: string,
  packed: string,
  refusal: Refusal,
  charge: (size: number) => boolean,
): Promise<void> {
  const head = await firstBytes(await zip.read(name));
  const kind = foreignKind(head);
  const text = roughText(head);
  if (kind === undefined) return refuse(refusal(text, false));
  if (kind === 'xlsx' || kind === 'xls' || kind === 'ods') {
    if (!charge(openingOfWorkbook)) return;
    await pipeline(await zip.read(name), createWriteStream(packed));
    return judgeWorkbook(packed, kind, refusal);
  }
  if (isPlainText(kind) && mentionsPersons(text)) refuse(aFinding('DONNEES_NOMINATIVES', null, null, null));
}

async function judgeWorkbook(path: string, kind: string, refusal: Refusal): Promise<void> {
  const zip = kind === 'xls' ? undefined : await ZipArchive.open(path);
  let workbook: Workbook | undefined;
  try {
    workbook = zip ? await workbookOf(zip) : await XlsWorkbook.open(path);
    if (workbook) await judgedHeads(workbook, refusal);
  } finally {
    await workbook?.close();
    zip?.close();
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
