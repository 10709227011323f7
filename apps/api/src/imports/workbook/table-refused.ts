import { aFinding, type Finding, type FindingCode } from '@sillage/indicators';

/** Stops the reading of a workbook or an archive; caught where the extraction began, never beyond. */
export class TableRefused extends Error {
  readonly finding: Finding;

  constructor(found: FindingCode | Finding, detail?: Finding['detail'], cause?: unknown) {
    const finding = typeof found === 'string' ? aFinding(found, null, null, null, detail) : found;
    super(finding.code, { cause });
    this.finding = finding;
  }
}

export const unreadable = (reason: string, cause?: unknown): TableRefused =>
  new TableRefused('CLASSEUR_ILLISIBLE', { reason }, cause);
