import path from 'node:path';
import { type Finding, type ReadingHints, readSample } from '@sillage/indicators';
import type { CheckOptions, Referential } from './check-options';
import { extractTable } from './workbook/extract-table';
import type { Sheet } from './workbook/workbook';

/** A file as text, whatever it came as. */
export interface OpenedFile {
  readonly path: string;
  /** What was asked, with what the extraction settled. */
  readonly hints: ReadingHints;
  /** Those of a workbook. */
  readonly sheets: readonly Sheet[];
  readonly findings: readonly Finding[];
}

/** Where the table of a workbook or an archive is written while it is read. */
export const tableOf = ({ spool }: CheckOptions): string => `${spool}.table`;

/** Finds the text to read: the file itself, or the sheet of a workbook, or the one table of an archive. */
export async function openFile(
  file: string,
  { indicators }: Referential,
  options: CheckOptions,
): Promise<OpenedFile | { readonly refused: readonly Finding[] }> {
  const { hints = {}, signal, today } = options;
  const written = { delimiter: ';', encoding: 'utf8' } as const;
  const latestYear = today.getUTCFullYear() + 1;
  const table = await extractTable(file, {
    fileName: options.fileName ?? path.basename(file),
    target: tableOf(options),
    sheet: hints.sheet,
    signal,
    score(text) {
      const sample = readSample(text, true, indicators, latestYear, { ...hints, ...written });
      return sample.score + (sample.layout.kind === 'layout' ? 1_000 : 0);
    },
    refusal: (text, isSheet) =>
      readSample(text, true, indicators, latestYear, isSheet ? written : {}).layout.findings.find(
        ({ code }) => code === 'DONNEES_NOMINATIVES',
      ),
  });
  if (table.kind === 'refused') return { refused: table.findings };
  if (table.kind === 'text') return { path: file, hints, sheets: [], findings: [] };
  const { sheet, sheets, findings } = table;
  return { path: tableOf(options), hints: sheet === null ? hints : { ...hints, ...written, sheet }, sheets, findings };
}
