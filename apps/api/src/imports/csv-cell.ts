import { disarmed, quotedCell } from '../platform/csv-cell';

/** Marks of an absence that begin with a sign: an apostrophe would make a text of them. */
const absence = /^-{1,3}$/;
const number = /^[-+]\s?\d[\d\s.,]*%?$/u;

/** A cell of a CSV with semicolons; the sign of a number or a mark of absence begins no formula. */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return quotedCell(number.test(text) || absence.test(text) ? text : disarmed(text), ';');
}
