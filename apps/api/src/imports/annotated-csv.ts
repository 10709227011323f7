import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import readline from 'node:readline';
import { Readable } from 'node:stream';
import { type CsvRow, describeFinding, type Finding, importsText, type Locale } from '@sillage/indicators';
import { csvCell } from './csv-cell';
import type { FileReading } from './file-reading';
import { textRows } from './text-rows';
import { extractTable } from './workbook/extract-table';

/** The rows of a file as they came, with a last column that says what is wrong with each: to be mended in a spreadsheet. */
export function annotatedCsv(file: string, reading: FileReading, findings: string, language: Locale): Readable {
  return Readable.from(linesOf(file, reading, findings, language));
}

/** Of a workbook or an archive: the table that the check read. */
async function* linesOf(
  file: string,
  reading: FileReading,
  findings: string,
  language: Locale,
): AsyncGenerator<string> {
  const target = `${file}.${randomUUID()}.table`;
  try {
    const sheet = reading.sheet ?? undefined;
    const { kind } = await extractTable(file, { fileName: 'original', target, sheet, score: (text) => text.length });
    yield* lines(kind === 'table' ? target : file, reading, findings, language);
  } finally {
    await rm(target, { force: true });
  }
}

async function* lines(path: string, reading: FileReading, findings: string, language: Locale): AsyncGenerator<string> {
  const remarks = await remarksByLine(findings, language);
  const { headerLine, headers } = reading;
  const told = ({ cells, line }: CsvRow): string => {
    const remark = line === headerLine ? importsText(language).csv.annotation : (remarks.get(line) ?? '');
    const padding = new Array<string>(Math.max(0, headers.length - cells.length)).fill('');
    return line < headerLine ? written(cells) : written([...cells, ...padding, remark]);
  };
  yield '\ufeff';
  const source = await open(path);
  try {
    for await (const { rows } of textRows(source, reading)) yield rows.map(told).join('');
  } finally {
    await source.close();
  }
}

const written = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`;

/** What stands against each line, the gravest first; of a file with very many, those that were written down. */
async function remarksByLine(path: string, language: Locale): Promise<ReadonlyMap<number, string>> {
  const remarks = new Map<number, string>();
  for await (const json of readline.createInterface({ input: createReadStream(path) })) {
    const { line, severity, message } = describeFinding(JSON.parse(json) as Finding, language);
    if (line === null || severity === 'information') continue;
    const before = remarks.get(line);
    remarks.set(
      line,
      before === undefined ? message : severity === 'error' ? `${message} ${before}` : `${before} ${message}`,
    );
  }
  return remarks;
}
