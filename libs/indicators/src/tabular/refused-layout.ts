import type { CsvRow } from './csv-rows';
import type { Finding } from './finding';
import { type Header, headerText } from './header';
import type { LayoutReading } from './layout';

/** A refusal with the titles that a person may correct; of rows without known titles, the widest of the first ones. */
export function refusedLayout(
  findings: readonly Finding[],
  rows: readonly CsvRow[] = [],
  found?: Header,
): LayoutReading {
  const last = found ? found.last : widest(rows);
  const row = rows[last];
  if (!row) return { kind: 'refused', findings };
  const headers = found ? found.cells.map(({ header }) => header) : row.cells.map(headerText);
  const columns = headers.map((header, index) => ({
    header: header === '' ? `#${index + 1}` : header,
    use: { as: 'ignored' as const },
  }));
  const headerLineCount = found ? found.last - found.first + 1 : 1;
  return {
    kind: 'refused',
    findings,
    draft: { headerLine: row.line, headerLineCount, headers, columns, shape: 'long', preset: null },
  };
}

function widest(rows: readonly CsvRow[]): number {
  const filled = rows.slice(0, 40).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  return filled.indexOf(Math.max(...filled));
}
