import type { CsvRow } from './csv-rows';
import type { CellCorrection } from './reading-hints';

/** Cells that a person rewrote, put in their rows before these are read. */
export class Corrections {
  private readonly byLine = new Map<number, CellCorrection[]>();

  constructor(
    corrections: readonly CellCorrection[],
    private readonly headers: readonly string[],
  ) {
    for (const correction of corrections) {
      const same = this.byLine.get(correction.line);
      if (same) same.push(correction);
      else this.byLine.set(correction.line, [correction]);
    }
  }

  get isEmpty(): boolean {
    return this.byLine.size === 0;
  }

  apply(row: CsvRow): CsvRow {
    const corrections = this.byLine.get(row.line);
    if (!corrections) return row;
    const cells = [...row.cells];
    for (const { column, value } of corrections) {
      const index = indexOfColumn(column, this.headers);
      if (index < 0) continue;
      while (cells.length <= index) cells.push('');
      cells[index] = value;
    }
    return { ...row, cells };
  }
}

/** The rank of a column named by its header, or as "#3"; -1 when there is none. */
export function indexOfColumn(column: string, headers: readonly string[]): number {
  const rank = /^#(\d+)$/.exec(column)?.[1];
  return rank === undefined ? headers.indexOf(column) : Number(rank) <= headers.length ? Number(rank) - 1 : -1;
}
