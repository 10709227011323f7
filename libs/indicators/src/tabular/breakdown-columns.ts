import type { CsvRow } from './csv-rows';
import type { Layout } from './layout';
import { isWholeName } from './set-aside';

/**
 * Columns that split the values, by sex or by age: where the same word of a total stands beside two codes, it is the name of
 * neither, and a code that is wrong there is no total.
 */
export function breakdownColumns({ headerLine, territory }: Layout, rows: readonly CsvRow[]): ReadonlySet<number> {
  const firstCodes = new Map<string, string>();
  const found = new Set<number>();
  for (const { line, cells } of rows) {
    const code = (cells[territory] ?? '').trim();
    if (line <= headerLine || code === '') continue;
    for (const [index, cell] of cells.entries()) {
      if (index === territory || found.has(index) || !isWholeName(cell)) continue;
      const word = `${index} ${cell.trim()}`;
      const first = firstCodes.get(word);
      if (first === undefined) firstCodes.set(word, code);
      else if (first !== code) found.add(index);
    }
  }
  return found;
}
