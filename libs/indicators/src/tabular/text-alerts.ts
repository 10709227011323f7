import { aFinding, type Finding } from './finding';
import { findPersonalData } from './personal-data';

/** Whether free text holds something that a browser could take for a tag. */
const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);

/** Remarks on what a cell of free text should not hold. */
export function alertOn(cell: string, line: number, column: string | null, findings: Finding[]): void {
  if (findPersonalData(cell)) findings.push(aFinding('DONNEE_PERSONNELLE', line, column, null));
  if (hasMarkup(cell)) findings.push(aFinding('BALISE_HTML', line, column, cell));
}
