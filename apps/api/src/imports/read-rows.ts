import { type FileHandle, open } from 'node:fs/promises';
import {
  ByteRows,
  type ByteSurvey,
  Corrections,
  type CsvRow,
  type EncodingReading,
  type ImportedIndicator,
  type Layout,
  type ReadingHints,
  type RowLedger,
  type SampleReading,
} from '@sillage/indicators';
import { piecesOf } from './file-survey';
import { textRows } from './text-rows';
import type { Sheet } from './workbook/workbook';

/** A file whose making is known. */
export interface RowSource {
  readonly path: string;
  readonly survey: ByteSurvey;
  readonly encoding: Extract<EncodingReading, { kind: 'encoding' }>;
  readonly sample: SampleReading;
  readonly layout: Layout;
  readonly hints: ReadingHints;
  readonly sheets: readonly Sheet[];
}

export interface ReadingControl {
  readonly signal?: AbortSignal;
  /** Called after each piece; may throw to stop. */
  readonly onPiece?: (() => void) | undefined;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => Promise<void> | void;
}

const bytePieces = 1 << 18;
const longestLine = 1 << 20;

/** Reads every data row into the ledger, on bytes or as text; null when the byte path cannot read this file. */
export async function readRows(
  way: 'bytes' | 'text',
  source: RowSource,
  ledger: RowLedger,
  indicators: readonly ImportedIndicator[],
  spool: FileHandle,
  control: ReadingControl,
): Promise<'bytes' | 'text' | null> {
  const file = await open(source.path);
  const afterPiece = async (position: number): Promise<void> => {
    control.signal?.throwIfAborted();
    control.onPiece?.();
    if (ledger.copy.length > 0) await spool.write(ledger.copy.take());
    await control.onProgress?.(position, source.survey.size);
  };
  try {
    if (way === 'text') await readText(file, source, ledger, afterPiece);
    else {
      const isPlain =
        source.encoding.encoding === 'utf8' &&
        source.survey.isUtf8 &&
        !source.hints.corrections?.length &&
        !source.hints.leftOut?.lines?.length &&
        !source.hints.schema &&
        ByteRows.canRead(ledger);
      if (!isPlain || !(await readBytes(file, source, ledger, indicators, afterPiece))) return null;
    }
    await afterPiece(source.survey.size);
    return way;
  } finally {
    await file.close();
  }
}

async function readText(
  file: FileHandle,
  { encoding, sample, layout, hints, survey }: RowSource,
  ledger: RowLedger,
  afterPiece: (position: number) => Promise<void>,
): Promise<void> {
  const corrections = new Corrections(hints.corrections ?? [], layout.headers);
  const text = { encoding: encoding.encoding, delimiter: sample.delimiter, start: encoding.bomLength };
  const isBroken = encoding.encoding === 'utf8' && !survey.isUtf8;
  for await (const { rows, position } of textRows(file, text)) {
    for (const row of rows) {
      if (row.line > layout.headerLine)
        ledger.enter(isBroken && isReplaced(row) ? { ...row, problem: 'not-utf8' } : corrections.apply(row));
    }
    await afterPiece(position);
  }
}

/** Whether bytes that are no character were met. */
const isReplaced = ({ cells }: CsvRow): boolean => cells.some((cell) => cell.includes('\ufffd'));

/** False when the file turns out not to be plain. */
async function readBytes(
  file: FileHandle,
  { encoding, sample, layout }: RowSource,
  ledger: RowLedger,
  indicators: readonly ImportedIndicator[],
  afterPiece: (position: number) => Promise<void>,
): Promise<boolean> {
  const rows = new ByteRows(ledger, sample.delimiter, indicators, layout.headerLine + 1);
  let linesToSkip = layout.headerLine;
  let carried = Buffer.alloc(0);
  for await (const { bytes, position } of piecesOf(file, encoding.bomLength, bytePieces)) {
    let joined = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
    while (linesToSkip > 0) {
      const end = joined.indexOf(10);
      if (end < 0) return false;
      // a carriage return alone ends a line too, for the text path that counted them
      const firstReturn = joined.subarray(0, end).indexOf(13);
      if (firstReturn >= 0 && firstReturn < end - 1) return false;
      joined = joined.subarray(end + 1);
      linesToSkip -= 1;
    }
    const read = rows.read(joined, joined.length);
    if (rows.hasGivenUp || joined.length - read > longestLine) return false;
    carried = Buffer.from(joined.subarray(read));
    await afterPiece(position);
    if (rows.isEnded) return true;
  }
  rows.end(carried, carried.length);
  return !rows.hasGivenUp;
}
