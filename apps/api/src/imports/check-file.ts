import { rm } from 'node:fs/promises';
import { aFinding, type ContentCount, type CsvRow, excerpt, type PreviewRow } from '@sillage/indicators';
import type { CheckOptions, Referential } from './check-options';
import { type FileReading, readingOf, sheetOf } from './file-reading';
import { type FindingGroup, FindingLog } from './finding-log';
import { judgePlausibility } from './judge-plausibility';
import { tableOf } from './open-file';
import { isNominative, type PreparedFile, prepareFile } from './prepare-file';
import { readAtItsLevel } from './read-at-level';
import type { Pass } from './read-at-vintage';
import type { RowSource } from './read-rows';
import { settleDuplicates } from './settle-duplicates';

export interface CheckResult {
  readonly outcome: 'accept' | 'accept-with-warnings' | 'reject';
  readonly read: number;
  readonly kept: number;
  readonly ignored: number;
  readonly rejected: number;
  readonly values: number;
  readonly sum: number;
  readonly reading: FileReading | null;
  readonly groups: readonly FindingGroup[];
  readonly findings: FindingLog['findings'];
  readonly contents: readonly Readonly<ContentCount>[];
  readonly preview: readonly PreviewRow[];
  /** The first rejected rows, to be mended. */
  readonly rejectedRows: readonly PreviewRow[];
  /** The first rows as they stand, titles above the header included: among them a person shows the header. */
  readonly firstRows: readonly CsvRow[];
  /** False when the file holds persons, or may hold some that could not be looked for. */
  readonly mayStay: boolean;
}

const unreadRows = 20;
/** Enough to recognise a header. */
const shownCells = 30;
const firstRowsOf = (rows: readonly CsvRow[]): CsvRow[] =>
  rows.slice(0, unreadRows).map(({ line, cells }) => ({ line, cells: cells.slice(0, shownCells).map(excerpt) }));

/** Reads a file once, as a stream, and gives every data row its verdict. */
export async function checkFile(path: string, referential: Referential, options: CheckOptions): Promise<CheckResult> {
  try {
    const prepared = await prepareFile(path, referential, options);
    if (!prepared.source) return await structuralResult(prepared, options);
    const { source } = prepared;
    const pass = await readAtItsLevel(source, referential, prepared.findings, options);
    const { nominative } = pass.ledger;
    if (nominative) {
      await pass.log.close();
      return await structuralResult({ findings: [nominative], sheet: sheetOf(source) }, options);
    }
    await settleDuplicates(options.spool, pass.ledger, pass.log);
    await judgePlausibility(pass, referential, options);
    return await resultOf(pass, source);
  } finally {
    await rm(tableOf(options), { force: true });
  }
}

async function resultOf({ ledger, log, path, vintage }: Pass, source: RowSource): Promise<CheckResult> {
  const { read, kept, ignored, rejected, values } = ledger;
  if (read !== kept + ignored + rejected)
    throw new Error(`Accounts differ: ${read} rows read, ${kept}+${ignored}+${rejected}`);
  if (read === 0) log.report(aFinding('AUCUNE_LIGNE', null, null, null));
  else if (values === 0 && rejected === 0) log.report(aFinding('AUCUNE_VALEUR', null, null, null));
  await log.close();
  return {
    outcome: outcomeOf(log),
    read,
    kept,
    ignored,
    rejected,
    values,
    sum: Number(ledger.sum.toPrecision(15)),
    reading: readingOf(source, { vintage, path, level: ledger.reader.context.mainLevel }),
    groups: log.groups,
    findings: log.findings,
    contents: ledger.contents.filter(({ count }) => count > 0),
    preview: ledger.preview,
    rejectedRows: ledger.rejectedRows,
    firstRows: firstRowsOf(source.sample.rows),
    mayStay: true,
  };
}

const outcomeOf = (log: FindingLog): CheckResult['outcome'] =>
  log.has('error') ? 'reject' : log.has('warning') ? 'accept-with-warnings' : 'accept';

async function structuralResult(
  { findings, unread, sheet, isUnseen = false }: PreparedFile,
  options: CheckOptions,
): Promise<CheckResult> {
  const log = new FindingLog(options.findingsPerCode, options.findingsFile, sheet);
  for (const finding of findings) log.report(finding);
  await log.close();
  await rm(options.spool, { force: true });
  const none = { read: 0, kept: 0, ignored: 0, rejected: 0, values: 0, sum: 0 };
  return {
    outcome: 'reject',
    ...none,
    reading: unread?.reading ?? null,
    groups: log.groups,
    findings: log.findings,
    contents: [],
    rejectedRows: [],
    mayStay: !isUnseen && !findings.some(isNominative),
    firstRows: firstRowsOf(unread?.rows ?? []),
    preview: (unread?.rows ?? [])
      .slice(0, unreadRows)
      .map(({ line, cells }) => ({ line, cells, verdict: 'ignored', findings: [] })),
  };
}
