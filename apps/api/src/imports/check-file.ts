import { open, rm } from 'node:fs/promises';
import {
  aFinding,
  atVintage,
  contextOfSample,
  detectEncoding,
  type Finding,
  type FindingCode,
  foreignKind,
  guessVintage,
  type IndicatorIndex,
  type Layout,
  type PreviewRow,
  type ReadingHints,
  RowLedger,
  RowReader,
  readSample,
  type TerritoryIndex,
  vintageDate,
} from '@sillage/indicators';
import iconv from 'iconv-lite';
import { announcedSize } from './archive-size';
import { headBytes, surveyFile } from './file-survey';
import { type FindingGroup, FindingLog } from './finding-log';
import { type RowSource, readRows } from './read-rows';
import { settleDuplicates } from './settle-duplicates';

/** What rows are checked against. */
export interface Referential {
  readonly territories: TerritoryIndex;
  readonly indicators: IndicatorIndex;
}

export interface CheckOptions {
  readonly batchId: number;
  /** Where the observations are written, ready for COPY. */
  readonly spool: string;
  /** Where every finding is written; nowhere when undefined. */
  readonly findingsFile?: string;
  /** Findings of each code that come back with the result. */
  readonly findingsPerCode: number;
  readonly today: Date;
  readonly hints?: ReadingHints;
  readonly signal?: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => Promise<void> | void;
  /** Reads plain files as text too: for the test that holds both ways equal. */
  readonly withoutBytePath?: boolean;
}

/** How a file was read, kept with its batch. */
export interface FileReading {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly shape: Layout['shape'];
  readonly territoryColumn: string;
  readonly level: string | null;
  readonly vintage: number;
  readonly values: readonly {
    readonly header: string;
    readonly indicator: string | null;
    readonly period: number | null;
  }[];
  readonly path: 'bytes' | 'text';
}

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
  readonly contents: readonly { readonly indicatorId: number; readonly period: number; readonly count: number }[];
  readonly preview: readonly PreviewRow[];
}

/** Reads a file once, as a stream, and gives every data row its verdict. */
export async function checkFile(path: string, referential: Referential, options: CheckOptions): Promise<CheckResult> {
  const prepared = await prepare(path, referential, options);
  if (!prepared.source) return structuralResult(prepared.findings, options);
  const { source } = prepared;
  const newest = options.today.getUTCFullYear();
  let pass = await runPass(source, referential, newest, prepared.findings, options);
  const vintage = guessVintage(pass.ledger.reader.codesSeen(), newest);
  if (vintage !== newest && resolvesOtherwise(pass.ledger, newest, vintage))
    pass = await runPass(source, referential, vintage, prepared.findings, options);
  await settleDuplicates(options.spool, pass.ledger, pass.log);
  return resultOf(pass, source, vintage);
}

interface Pass {
  readonly ledger: RowLedger;
  readonly log: FindingLog;
  readonly path: 'bytes' | 'text';
}

async function prepare(
  path: string,
  { indicators }: Referential,
  { today, hints }: CheckOptions,
): Promise<{ findings: readonly Finding[]; source?: RowSource }> {
  const refuse = (code: FindingCode, detail?: Finding['detail']) => ({
    findings: [aFinding(code, null, null, null, detail)],
  });
  const survey = await surveyFile(path);
  if (survey.size === 0) return refuse('FICHIER_VIDE');
  const kind = foreignKind(survey.head);
  if (kind === 'zip') {
    const megabytes = Math.round((await announcedSize(path)) / 1e6);
    return megabytes > 50 && megabytes * 1e6 > survey.size * 100
      ? refuse('BOMBE_DECOMPRESSION', { megabytes })
      : refuse('ARCHIVE_INTERDITE');
  }
  if (kind) return refuse('TYPE_FICHIER', { kind });
  const encoding = detectEncoding(survey);
  if (encoding.kind === 'refused') return refuse(encoding.code);
  const isWhole = survey.size <= headBytes;
  const text = sampleText(survey.head.subarray(encoding.bomLength), encoding.encoding, isWhole);
  if (text.trim() === '' && isWhole) return refuse('FICHIER_VIDE');
  const sample = readSample(text, isWhole, indicators, today.getUTCFullYear() + 1, hints);
  const findings = [
    ...(encoding.remark ? [aFinding(encoding.remark, null, null, null)] : []),
    ...sample.findings,
    ...sample.layout.findings,
  ];
  if (sample.layout.kind === 'refused') return { findings };
  return { findings, source: { path, survey, encoding, sample, layout: sample.layout.layout } };
}

/** Whole lines only, unless the file has no line break that early. */
function sampleText(head: Uint8Array, encoding: string, isWhole: boolean): string {
  const text = iconv.decode(Buffer.from(head), encoding, { stripBOM: true });
  if (isWhole) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.includes('\n') ? -1 : text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
}

async function runPass(
  source: RowSource,
  { territories, indicators }: Referential,
  vintage: number,
  fileFindings: readonly Finding[],
  options: CheckOptions,
): Promise<Pass> {
  const latestYear = options.today.getUTCFullYear() + 1;
  for (const way of source.survey.hasQuote || options.withoutBytePath
    ? (['text'] as const)
    : (['bytes', 'text'] as const)) {
    const log = new FindingLog(options.findingsPerCode, options.findingsFile);
    for (const finding of fileFindings) log.report(finding);
    const context = contextOfSample(source.layout, source.sample.rows, territories, latestYear, vintage);
    const reader = new RowReader(source.layout, territories, indicators, context);
    const ledger = new RowLedger(reader, options.batchId, log.report);
    const spool = await open(options.spool, 'w');
    try {
      const path = await readRows(way, source, ledger, indicators.indicators, spool, options);
      if (path) return { ledger, log, path };
      await log.close();
    } finally {
      await spool.close();
    }
  }
  throw new Error('A file must be readable as text');
}

/** Whether another vintage changes the perimeter of a code of the file. */
function resolvesOtherwise(ledger: RowLedger, from: number, to: number): boolean {
  for (const entries of ledger.reader.codesSeen()) {
    const before = atVintage(entries, vintageDate(from));
    const after = atVintage(entries, vintageDate(to));
    if (before?.territory.id !== after?.territory.id || before?.isCurrent !== after?.isCurrent) return true;
  }
  return false;
}

async function resultOf({ ledger, log, path }: Pass, source: RowSource, vintage: number): Promise<CheckResult> {
  const { read, kept, ignored, rejected, values } = ledger;
  if (read !== kept + ignored + rejected)
    throw new Error(`Accounts differ: ${read} rows read, ${kept}+${ignored}+${rejected}`);
  if (read === 0) log.report(aFinding('AUCUNE_LIGNE', null, null, null));
  else if (values === 0 && rejected === 0) log.report(aFinding('AUCUNE_VALEUR', null, null, null));
  await log.close();
  const { layout, sample, encoding } = source;
  return {
    outcome: outcomeOf(log),
    read,
    kept,
    ignored,
    rejected,
    values,
    sum: Number(ledger.sum.toPrecision(15)),
    reading: {
      encoding: encoding.encoding,
      delimiter: sample.delimiter,
      headerLine: layout.headerLine,
      headers: layout.headers,
      shape: layout.shape,
      territoryColumn: layout.headers[layout.territory] ?? '',
      level: layout.levels?.[0] ?? ledger.reader.context.mainLevel,
      vintage,
      values: layout.values.map(({ header, indicator, period }) => ({
        header,
        indicator: indicator?.code ?? null,
        period,
      })),
      path,
    },
    groups: log.groups,
    findings: log.findings,
    contents: ledger.contents.filter(({ count }) => count > 0),
    preview: ledger.preview,
  };
}

const outcomeOf = (log: FindingLog): CheckResult['outcome'] =>
  log.has('error') ? 'reject' : log.has('warning') ? 'accept-with-warnings' : 'accept';

async function structuralResult(findings: readonly Finding[], options: CheckOptions): Promise<CheckResult> {
  const log = new FindingLog(options.findingsPerCode, options.findingsFile);
  for (const finding of findings) log.report(finding);
  await log.close();
  await rm(options.spool, { force: true });
  const none = { read: 0, kept: 0, ignored: 0, rejected: 0, values: 0, sum: 0 };
  return {
    outcome: 'reject',
    ...none,
    reading: null,
    groups: log.groups,
    findings: log.findings,
    contents: [],
    preview: [],
  };
}
