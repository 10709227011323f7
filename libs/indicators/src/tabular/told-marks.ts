import { absenceOfMark } from './absence-mark';
import { aFinding, type Finding } from './finding';

/** Tells, at the first cell of each, what the marks of absence of a file were taken for. */
export class ToldMarks {
  private readonly told = new Set<string>();

  tell(cell: string, line: number, column: string, findings: Finding[]): void {
    const text = cell.trim();
    const reason = this.told.has(text) ? undefined : absenceOfMark(text);
    if (!reason) return;
    this.told.add(text);
    findings.push({ ...aFinding('VALEURS_MANQUANTES', line, column, text, { reason }), severity: 'information' });
  }
}
