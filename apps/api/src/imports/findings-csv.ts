import { createReadStream } from 'node:fs';
import readline from 'node:readline';
import { Readable } from 'node:stream';
import { type DescribedFinding, importsFr } from '@sillage/indicators';
import { csvCell } from './csv-cell';

/** The findings file as a CSV that a French spreadsheet opens. */
export function findingsCsv(path: string): Readable {
  return Readable.from(lines(path));
}

async function* lines(path: string): AsyncGenerator<string> {
  const { code, severity, line, column, seen, expected, message } = importsFr.csv;
  yield `\ufeff${[code, severity, line, column, seen, expected, message].join(';')}\r\n`;
  for await (const json of readline.createInterface({ input: createReadStream(path) })) {
    const finding = JSON.parse(json) as DescribedFinding;
    const { severity: gravity } = finding;
    const cells = [
      finding.code,
      gravity,
      finding.line,
      finding.column,
      finding.seen,
      finding.expected,
      finding.message,
    ];
    yield `${cells.map(csvCell).join(';')}\r\n`;
  }
}
