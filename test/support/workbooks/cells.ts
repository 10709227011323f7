/** A cell that a test writes: a number with a format of its own, an error, a formula, or a plain value. */
export type TestCell =
  | null
  | string
  | number
  | boolean
  | { readonly number: number; readonly format: string }
  | { readonly error: string }
  /** A formula and its saved result; none when undefined. */
  | { readonly formula: string; readonly result?: string | number };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** "A1:C1" */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** Ranks of rows hidden, or filtered out, from 0. */
  readonly hiddenRows?: readonly number[];
}

export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** 27 → "AB" */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** "A1:C2" → from 0. */
export function areaOf(reference: string): { top: number; left: number; bottom: number; right: number } {
  const [from = '', to = ''] = reference.split(':');
  const at = (cell: string) => ({ column: cell.charCodeAt(0) - 65, row: Number(cell.slice(1)) - 1 });
  return { top: at(from).row, left: at(from).column, bottom: at(to).row, right: at(to).column };
}
