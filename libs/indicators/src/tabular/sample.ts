import { looksDoubleEncoded } from './cell-text';
import { CsvReader, type CsvRow } from './csv-rows';
import { type Delimiter, delimiters } from './delimiter';
import { aFinding, type Finding } from './finding';
import { findHeader, type Header } from './header';
import { HintedColumns } from './hinted-columns';
import type { IndicatorIndex } from './indicator-index';
import type { LayoutReading } from './layout';
import { readLayout } from './read-layout';
import type { ReadingHints } from './reading-hints';
import { withoutSepDirective } from './sep-directive';

export interface SampleReading {
  readonly delimiter: Delimiter;
  readonly rows: readonly CsvRow[];
  readonly findings: readonly Finding[];
  readonly layout: LayoutReading;
  /** How much of it is understood: to compare sheets. */
  readonly score: number;
}

/** Reads how a file is made from its first characters; `isWhole` when they are all of it. */
export function readSample(
  text: string,
  isWhole: boolean,
  indicators: IndicatorIndex,
  latestYear: number,
  hints?: ReadingHints,
): SampleReading {
  const findings: Finding[] = [];
  const { body, firstLine, delimiter: told } = withoutSepDirective(text);
  if (/\r(?!\n)/.test(body.slice(0, -1)) && !body.includes('\n'))
    findings.push(aFinding('FIN_LIGNE_CR', null, null, null));
  if (looksDoubleEncoded(body)) {
    const line = body.slice(0, body.search(/[ÃÂâ]/)).split('\n').length + firstLine - 1;
    findings.push(aFinding('MOJIBAKE', line, null, /\S*(?:Ã|Â|â€)\S*/.exec(body)?.[0] ?? null));
  }
  // once for all rows: the file was damaged as a whole
  const lost = body.indexOf('\ufffd');
  if (lost >= 0) {
    const line = body.slice(0, lost).split('\n').length + firstLine - 1;
    const word = /[^\s;,|]*\ufffd[^\s;,|]*/.exec(body)?.[0] ?? null;
    findings.push(aFinding('MOJIBAKE', line, null, word, { isLost: 1 }));
  }
  const hinted = new HintedColumns(hints?.columns ?? []);
  let best: { delimiter: Delimiter; rows: CsvRow[]; header: Header | undefined; score: number } | undefined;
  for (const delimiter of hints?.delimiter ? [hints.delimiter] : delimiters) {
    const rows = sampleRows(body, delimiter, firstLine, isWhole);
    const header = findHeader(rows, indicators, latestYear, hinted);
    const score = scoreOf(rows, header);
    if (!best || score > best.score) best = { delimiter, rows, header, score };
  }
  const { delimiter, rows, header, score } = best!;
  if (told !== null && told !== delimiter) findings.push(aFinding('SEP_INCOHERENT', 1, null, told));
  const layout = readLayout(rows, header, indicators, latestYear, isWhole, hints);
  return { delimiter, rows, findings, layout, score };
}

function sampleRows(text: string, delimiter: string, firstLine: number, isWhole: boolean): CsvRow[] {
  const reader = new CsvReader(delimiter, firstLine);
  const rows = reader.read(text);
  if (isWhole) rows.push(...reader.end());
  return rows.filter(({ cells, problem }) => problem || cells.some((cell) => cell.trim() !== ''));
}

/** Known headers first, then how many rows have the commonest number of columns. */
function scoreOf(rows: readonly CsvRow[], header: Header | undefined): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, 200)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let commonest = 0;
  for (const [columns, count] of counts) if (columns > 1 && count > commonest) commonest = count;
  return (header?.score ?? 0) * 10 + commonest / Math.max(1, Math.min(rows.length, 200));
}

/** Whether dates of a column can only be American (month/day/year). */
export const isAmericanDate = (cell: string): boolean =>
  /^\s*(0?[1-9]|1[0-2])\/(1[3-9]|2\d|3[01])\/\d{4}(?:[T ][\d:]+)?\s*$/.test(cell);
