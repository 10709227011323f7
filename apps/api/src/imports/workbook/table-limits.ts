import { csvLimits } from '@sillage/indicators';

/** What a workbook or an archive may hold. A sheet is then read as text, with the limits of text. */
export const tableLimits = {
  /** Files in an archive, or parts in a workbook. */
  entries: 1_000,
  sheets: 500,
  /** Of a sheet, in every format. */
  rows: 1_048_576,
  /** One more than a text file may have, so that its own check speaks. */
  columns: csvLimits.columns + 1,
  cellLength: csvLimits.cellLength + 1,
  /** Texts that a workbook keeps apart from its cells, once each. */
  sharedTextBytes: 48 * 1024 * 1024,
  merges: 100_000,
  styles: 100_000,
  /** What a part may weigh once unpacked, and the table once written. */
  unpackedBytes: 2 * 1024 ** 3,
  /** Beyond the free bytes, an archive may not grow more than this. */
  ratio: 100,
  freeBytes: 50_000_000,
  /** Between two marks of an XML part. */
  xmlRun: 4 * 1024 * 1024,
  xmlDepth: 256,
} as const;
