import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import {
  type DescribedFinding,
  describeFinding,
  type Finding,
  type FindingCode,
  type FindingSeverity,
  gravityOf,
} from '@sillage/indicators';

/** The findings of a code: the first of them, how many they are, and the gravest. */
export interface FindingGroup extends Finding {
  readonly severity: FindingSeverity;
  readonly count: number;
}

const gravest = ['error', 'warning'] as const;
/** Beyond, a code's findings are only counted. */
const writtenPerCode = 10_000;

/** Counts all findings, keeps the first of each code, writes the rest to a file, one JSON object a line. */
export class FindingLog {
  private readonly counts = new Map<FindingCode, number>();
  private readonly severities = new Map<FindingCode, Set<FindingSeverity>>();
  private readonly first = new Map<FindingCode, Finding[]>();
  private readonly file: WriteStream | undefined;
  private readonly held: Finding[] = [];

  constructor(
    private readonly keptPerCode: number,
    path: string | undefined,
    /** Of a workbook: the sheet whose lines the findings name. */
    private readonly sheet: string | undefined,
  ) {
    this.file = path === undefined ? undefined : createWriteStream(path);
    this.file?.on('error', () => undefined);
  }

  readonly report = (finding: Finding): void => {
    const count = (this.counts.get(finding.code) ?? 0) + 1;
    this.counts.set(finding.code, count);
    const severities = this.severities.get(finding.code);
    if (severities) severities.add(gravityOf(finding));
    else this.severities.set(finding.code, new Set([gravityOf(finding)]));
    if (count > writtenPerCode) return;
    // a conflict is written once the line that it contradicts is known
    if (finding.code === 'DOUBLON_CONFLIT') this.held.push(finding);
    else this.keep(finding);
  };

  /** Conflicting duplicates that still lack the line of the first value. */
  get conflicts(): readonly Finding[] {
    return this.held;
  }

  settleConflicts(firstLine: (finding: Finding) => number | undefined): void {
    for (const finding of this.held) {
      const line = firstLine(finding);
      this.keep(line === undefined ? finding : { ...finding, detail: { ...finding.detail, firstLine: line } });
    }
    this.held.length = 0;
  }

  has(severity: FindingSeverity): boolean {
    return [...this.severities.values()].some((severities) => severities.has(severity));
  }

  get groups(): FindingGroup[] {
    return [...this.counts].map(([code, count]) => {
      const found = this.severities.get(code)!;
      const severity = gravest.find((one) => found.has(one)) ?? 'information';
      return { ...this.first.get(code)![0]!, severity, count };
    });
  }

  get findings(): DescribedFinding[] {
    return [...this.first.values()].flat().map((finding) => describeFinding(finding, 'fr'));
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await finished(this.file);
  }

  private keep(found: Finding): void {
    const isInSheet = found.line !== null && this.sheet !== undefined;
    const finding = isInSheet ? { ...found, sheet: this.sheet } : found;
    const kept = this.first.get(finding.code);
    if (!kept) this.first.set(finding.code, [finding]);
    else if (kept.length < this.keptPerCode) kept.push(finding);
    this.file?.write(`${JSON.stringify(finding)}\n`);
  }
}
