import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { aFinding, type Finding, foreignKind } from '@sillage/indicators';
import { theOneTable } from './archive-entry';
import { chooseSheet, type Refusal, type SheetScore } from './choose-sheet';
import { headOf } from './file-head';
import { isNamedAsText } from './file-name-kind';
import { judgeEntries } from './judge-entries';
import { workbookOf } from './open-workbook';
import { SheetRemarks } from './sheet-remarks';
import { writeTable } from './table-file';
import { tableLimits } from './table-limits';
import { TableRefused } from './table-refused';
import type { Sheet, Workbook } from './workbook';
import { XlsWorkbook } from './xls/xls-workbook';
import { ZipArchive } from './zip-archive';

export interface ExtractOptions {
  /** As its sender named it. */
  readonly fileName: string;
  /** Where the table is written as text; a second file stands beside it while an archive is unpacked. */
  readonly target: string;
  readonly sheet?: string | undefined;
  readonly score: SheetScore;
  readonly refusal?: Refusal;
  readonly signal?: AbortSignal | undefined;
}

export type ExtractedTable =
  /** Text already: nothing was written. */
  | { readonly kind: 'text' }
  | {
      readonly kind: 'table';
      readonly sheets: readonly Sheet[];
      /** Name of the sheet that was read; null for a text file of an archive. */
      readonly sheet: string | null;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** Makes a text file of a workbook's sheet, or of the one table of an archive. */
export async function extractTable(path: string, options: ExtractOptions): Promise<ExtractedTable> {
  try {
    return await extract(path, options, false);
  } catch (error) {
    await rm(options.target, { force: true });
    if (error instanceof TableRefused) return { kind: 'refused', findings: [error.finding] };
    throw error;
  }
}

async function extract(path: string, options: ExtractOptions, isInner: boolean): Promise<ExtractedTable> {
  const kind = foreignKind(await headOf(path));
  if (!kind) return { kind: 'text' };
  if (kind !== 'xls' && !zips.has(kind)) throw new TableRefused('TYPE_FICHIER', { kind });
  const zip = kind === 'xls' ? undefined : await opened(kind, options, () => ZipArchive.open(path));
  try {
    const workbook = zip ? await workbookOf(zip) : await opened(kind, options, () => XlsWorkbook.open(path));
    if (isInner && !workbook) throw new TableRefused('ARCHIVE_INTERDITE', { reason: 'nested' });
    if (isNamedAsText(options.fileName)) {
      await workbook?.close();
      throw workbook ? misnamed(workbook.kind) : new TableRefused('ARCHIVE_INTERDITE', { reason: 'named' });
    }
    return workbook ? await readWorkbook(path, workbook, options) : await readEntry(zip!, options);
  } finally {
    zip?.close();
  }
}

const zips: ReadonlySet<string> = new Set(['xlsx', 'ods', 'zip', 'docx', 'pptx', 'odt']);

const misnamed = (kind: string): TableRefused => new TableRefused('TYPE_FICHIER', { kind, named: 'text' });

/** A file that claims to be text and is a broken workbook is named for what it is, rather than for what is broken. */
async function opened<Opened>(
  kind: string,
  { fileName }: ExtractOptions,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    const isBroken = error instanceof TableRefused && error.finding.code === 'CLASSEUR_ILLISIBLE';
    if (!isBroken || kind === 'zip') throw error;
    if (kind !== 'xlsx' && kind !== 'xls' && kind !== 'ods') throw new TableRefused('TYPE_FICHIER', { kind });
    throw isNamedAsText(fileName) ? misnamed(kind) : error;
  }
}

async function readEntry(zip: ZipArchive, options: ExtractOptions): Promise<ExtractedTable> {
  const { target, refusal } = options;
  const packed = `${target}.entry`;
  if (refusal) await judgeEntries(zip, packed, refusal, options.signal);
  const { name, others } = theOneTable(zip.entries, options.sheet);
  const told = aFinding('ARCHIVE_LUE', null, null, null, { name, others: others.join(' ; ') });
  try {
    await pipeline(await zip.read(name), createWriteStream(packed), options.signal ? { signal: options.signal } : {});
    const inner = await extract(packed, { ...options, fileName: name, sheet: sheetOf(options.sheet, name) }, true);
    if (inner.kind === 'table') return { ...inner, findings: [told, ...inner.findings] };
    if (inner.kind === 'refused') return inner;
    await rename(packed, target);
    return { kind: 'table', sheets: [], sheet: null, findings: [told] };
  } finally {
    await rm(packed, { force: true });
  }
}

/** A hint that names the entry has said all that it had to. */
const sheetOf = (hint: string | undefined, entry: string): string | undefined =>
  hint !== undefined && entry.endsWith(hint) ? undefined : hint;

async function readWorkbook(path: string, workbook: Workbook, options: ExtractOptions): Promise<ExtractedTable> {
  try {
    const { rank, findings } = await chooseSheet(workbook, options.sheet, options.score, options.refusal);
    const size = (await stat(path)).size;
    const limit = Math.min(tableLimits.unpackedBytes, Math.max(tableLimits.freeBytes, size * tableLimits.ratio));
    const remarks = new SheetRemarks();
    await writeTable(workbook.rows(rank), options.target, limit, remarks.look, options.signal);
    return {
      kind: 'table',
      sheets: workbook.sheets,
      sheet: workbook.sheets[rank]!.name,
      findings: [
        ...(workbook.hasMacros ? [aFinding('MACROS_IGNOREES', null, null, null)] : []),
        ...findings,
        ...remarks.findings,
      ],
    };
  } finally {
    await workbook.close();
  }
}
