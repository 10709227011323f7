import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { sharedFile } from '../support/shared';

/** A line of a published file: its cells by column, where "NA" and empty are absences. */
export class Row {
  constructor(private readonly cells: Readonly<Record<string, string>>) {}

  has(column: string): boolean {
    const cell = this.cells[column];
    return cell !== undefined && cell !== '' && cell !== 'NA';
  }

  text(column: string): string {
    const cell = this.cells[column];
    if (cell === undefined) throw new Error(`No column ${column}`);
    return cell;
  }

  number(column: string): number {
    const value = Number(this.text(column));
    if (!this.has(column) || Number.isNaN(value)) throw new Error(`Not a number in ${column}: ${this.text(column)}`);
    return value;
  }
}

export function readPublished(relative: string, delimiter = ','): Row[] {
  const text = readFileSync(sharedFile(relative), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true });
  return data.map((record) => new Row(record));
}

export function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), Number.MIN_VALUE));
}
