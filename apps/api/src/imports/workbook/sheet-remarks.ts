import { aFinding, type Finding } from '@sillage/indicators';
import type { SheetRow } from './workbook';

/** What is worth knowing of a sheet that its text no longer says. */
export class SheetRemarks {
  private readonly met = new Map<'FORMULES_SANS_VALEUR' | 'LIGNES_MASQUEES', { count: number; line: number }>();

  readonly look = ({ index, cells, isHidden }: SheetRow): void => {
    if (isHidden) this.count('LIGNES_MASQUEES', index + 1);
    for (const { isUncalculated } of cells) if (isUncalculated) this.count('FORMULES_SANS_VALEUR', index + 1);
  };

  get findings(): Finding[] {
    return [...this.met].map(([code, { count, line }]) => aFinding(code, line, null, null, { count }));
  }

  private count(code: 'FORMULES_SANS_VALEUR' | 'LIGNES_MASQUEES', line: number): void {
    const before = this.met.get(code);
    this.met.set(code, { count: (before?.count ?? 0) + 1, line: before?.line ?? line });
  }
}
