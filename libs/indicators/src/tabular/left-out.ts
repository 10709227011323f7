import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, type FindingCode, severityOf } from './finding';
import type { LeftOutRows } from './reading-hints';
import type { RowVerdict } from './row-verdict';

/** What keeps a row from being cut into cells keeps those after it too: it is no row to leave out. */
const singleRowProblems: readonly CsvRow['problem'][] = [undefined, 'nul', 'not-utf8'];

/** Rows that a person leaves out of an import: by their line, or all those that have a fault. */
export class LeftOut {
  private readonly lines: ReadonlySet<number>;
  private readonly faults: ReadonlySet<FindingCode>;

  constructor({ lines = [], faults = [] }: LeftOutRows = {}) {
    this.lines = new Set(lines);
    this.faults = new Set(faults);
  }

  byLine(row: CsvRow, verdict: RowVerdict): RowVerdict {
    if (!this.lines.has(row.line) || verdict.verdict === 'ignored' || !singleRowProblems.includes(row.problem))
      return verdict;
    const fault = verdict.findings.find(({ code, line }) => severityOf(code) === 'error' && line === row.line);
    return leftOut(row.line, verdict, fault, 'line');
  }

  byFault(line: number, verdict: RowVerdict): RowVerdict {
    if (verdict.verdict !== 'rejected' || this.faults.size === 0) return verdict;
    const fault = verdict.findings.find(({ code }) => this.faults.has(code));
    return fault ? leftOut(line, verdict, fault, 'fault') : verdict;
  }
}

/** What else was remarked of the row no longer matters; what was remarked beside it (a header) does. */
function leftOut(line: number, { findings }: RowVerdict, fault: Finding | undefined, by: string): RowVerdict {
  const detail = { by, fault: fault?.code ?? '' };
  const told = aFinding('LIGNE_ECARTEE', line, fault?.column ?? null, fault?.seen ?? null, detail);
  return { verdict: 'ignored', findings: [...findings.filter((other) => other.line !== line), told], observations: [] };
}
