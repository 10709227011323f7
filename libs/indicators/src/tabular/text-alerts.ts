import { aFinding, type Finding } from './finding';
import { findPersonalData } from './personal-data';

/** Whether free text holds something that a browser could take for a tag. */
const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);

/** Marks that turn the text after them around: what is shown is not what is written (U+202A to U+202E, U+2066 to U+2069). */
const turnsText = (text: string): boolean => /[\u202a-\u202e\u2066-\u2069]/u.test(text);

/** Remarks on what a cell of free text should not hold. */
export function alertOn(cell: string, line: number, column: string | null, findings: Finding[]): void {
  if (findPersonalData(cell)) findings.push(aFinding('DONNEE_PERSONNELLE', line, column, null));
  if (turnsText(cell)) findings.push(aFinding('CARACTERE_INVISIBLE', line, column, cell));
  if (hasMarkup(cell)) findings.push(aFinding('BALISE_HTML', line, column, cell));
}
