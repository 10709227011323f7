import { createReadStream } from 'node:fs';
import readline from 'node:readline';
import { Readable } from 'node:stream';
import { describeFinding, type Finding, importsText, type Locale } from '@sillage/indicators';
import { csvCell } from './csv-cell';

/** The findings file as a CSV that a French spreadsheet opens. */
export function findingsCsv(path: string, language: Locale): Readable {
  return Readable.from(lines(path, language));
}

async function* lines(path: string, language: Locale): AsyncGenerator<string> {
  const { code, severity, line, column, seen, expected, message } = importsText(language).csv;
  yield `\ufeff${[code, severity, line, column, seen, expected, message].join(';')}\r\n`;
  for await (const json of readline.createInterface({ input: createReadStream(path) })) {
    const finding = describeFinding(JSON.parse(json) as Finding, language);
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
