/** Marks of an absence that begin with a sign: an apostrophe would make a text of them. */
const absence = /^-{1,3}$/;
const number = /^[-+]\s?\d[\d\s.,]*%?$/u;

/**
 * A cell of a CSV with semicolons. A spreadsheet runs a cell that begins with one of these signs: an apostrophe keeps it text
 * (OWASP ASVS 5.0, 1.2.10), unless it is the sign of a number or a mark of absence.
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r\0]/.test(text) && !number.test(text) && !absence.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
