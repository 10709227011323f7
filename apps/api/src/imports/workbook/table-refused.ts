import { aFinding, type Finding, type FindingCode } from '@sillage/indicators';

/** Stops the reading of a workbook or an archive; caught where the extraction began, never beyond. */
export class TableRefused extends Error {
  readonly finding: Finding;

  constructor(code: FindingCode, detail?: Finding['detail'], cause?: unknown) {
    super(code, { cause });
    this.finding = aFinding(code, null, null, null, detail);
  }
}

export const unreadable = (reason: string, cause?: unknown): TableRefused =>
  new TableRefused('CLASSEUR_ILLISIBLE', { reason }, cause);
