import { rm } from 'node:fs/promises';
import {
  aFinding,
  type ByteSurvey,
  type ContentCount,
  type CsvRow,
  detectEncoding,
  excerpt,
  type Finding,
  type FindingCode,
  headerChange,
  type PreviewRow,
  readSample,
  type SampleReading,
  SchemaRules,
  withSchema,
} from '@sillage/indicators';
import iconv from 'iconv-lite';
import type { CheckOptions, Referential } from './check-options';
import { draftReading, type FileReading, readingOf } from './file-reading';
import { headBytes, surveyFile } from './file-survey';
import { type FindingGroup, FindingLog } from './finding-log';
import { judgePlausibility } from './judge-plausibility';
import { mayStay } from './may-stay';
import { openFile, tableOf } from './open-file';
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
    const prepared = await prepare(path, referential, options);
    if (!prepared.source) return await structuralResult(prepared, options);
    const { source } = prepared;
    const pass = await readAtItsLevel(source, referential, prepared.findings, options);
    const { nominative } = pass.ledger;
    if (nominative) {
      await pass.log.close();
      return await structuralResult({ findings: [nominative] }, options);
    }
    await settleDuplicates(options.spool, pass.ledger, pass.log);
    await judgePlausibility(pass, referential, options);
    return await resultOf(pass, source);
  } finally {
    await rm(tableOf(options), { force: true });
  }
}

interface Prepared {
  readonly findings: readonly Finding[];
  readonly source?: RowSource;
  /** Of a layout that is not settled: what was understood, and the first rows as they stand. */
  readonly unread?: { readonly reading: FileReading; readonly rows: readonly CsvRow[] };
  /** Refused before its titles could be looked at. */
  readonly isUnseen?: boolean;
}

type Survey = (path: string) => Promise<ByteSurvey>;

/** Read as the first earlier file of the source that has the same headers. */
async function prepare(file: string, referential: Referential, options: CheckOptions): Promise<Prepared> {
  let ownSurvey: Promise<ByteSurvey> | undefined;
  const survey: Survey = (path) => {
    // a sheet's table is written again for each way of reading: only the file itself stays as it is
    if (path !== file) return surveyFile(path);
    ownSurvey ??= surveyFile(file);
    return ownSurvey;
  };
  let newest: Prepared | undefined;
  for (const { headers, hints } of options.learnt ?? []) {
    const prepared = await prepareAs(file, referential, { ...options, hints }, survey, headers);
    if (!prepared.findings.some(({ code }) => code === 'ENTETES_CHANGES')) return prepared;
    newest ??= prepared;
  }
  return newest ?? prepareAs(file, referential, options, survey);
}

async function prepareAs(
  file: string,
  referential: Referential,
  options: CheckOptions,
  surveyOf: Survey,
  expectedHeaders?: readonly string[],
): Promise<Prepared> {
  const refuse = (code: FindingCode) => ({ findings: [aFinding(code, null, null, null)], isUnseen: true });
  const latestYear = options.today.getUTCFullYear() + 1;
  const said = options.hints && withSchema(options.hints, referential.indicators, latestYear);
  const opened = await openFile(file, referential, { ...options, ...(said ? { hints: said } : {}) });
  if ('refused' in opened) return { findings: opened.refused, isUnseen: !(await mayStay(file, opened.refused[0]!)) };
  const { path, hints, sheets } = opened;
  const survey = await surveyOf(path);
  if (survey.size === 0) return refuse('FICHIER_VIDE');
  const encoding = detectEncoding(survey, hints.encoding);
  if (encoding.kind === 'refused') return refuse(encoding.code);
  const isWhole = survey.size <= headBytes;
  const text = sampleText(survey.head.subarray(encoding.bomLength), encoding.encoding, isWhole);
  if (text.trim() === '' && isWhole) return refuse('FICHIER_VIDE');
  const sample = readSample(text, isWhole, referential.indicators, latestYear, hints);
  const isSaid = path === file && (hints.encoding !== undefined || hints.delimiter !== undefined);
  const nominative =
    sample.layout.findings.find(isNominative) ?? (isSaid ? personsOf(survey, referential, latestYear) : undefined);
  if (nominative) return { findings: [nominative] };
  const findings = [
    ...opened.findings,
    ...(encoding.remark ? [aFinding(encoding.remark, null, null, null)] : []),
    ...sample.findings,
    ...sample.layout.findings,
    ...unexpectedHeaders(sample, expectedHeaders),
  ];
  if (sample.layout.kind === 'refused') {
    const reading = draftReading({ encoding: encoding.encoding, sample, hints, sheets });
    return reading
      ? { findings, unread: { reading, rows: sample.rows } }
      : { findings, isUnseen: sample.rows.length === 0 };
  }
  if (hints.schema) findings.push(...new SchemaRules(hints.schema, sample.layout.layout).findings);
  return { findings, source: { path, survey, encoding, sample, layout: sample.layout.layout, hints, sheets } };
}

/** A delimiter or an encoding that someone chose may hide titles: they are looked for as the file reads by itself too. */
function personsOf(survey: ByteSurvey, { indicators }: Referential, latestYear: number): Finding | undefined {
  const encoding = detectEncoding(survey);
  if (encoding.kind === 'refused') return undefined;
  const isWhole = survey.size <= headBytes;
  const text = sampleText(survey.head.subarray(encoding.bomLength), encoding.encoding, isWhole);
  return readSample(text, isWhole, indicators, latestYear).layout.findings.find(isNominative);
}

/** Columns that are no longer those of the source's last file: a person confirms, so that nothing becomes silently empty. */
function unexpectedHeaders({ layout }: SampleReading, expected: readonly string[] | undefined): Finding[] {
  const found = layout.kind === 'layout' ? layout.layout : layout.draft;
  const change = found && expected && headerChange(expected, found.headers);
  if (!change) return [];
  const detail = { missing: change.missing.join(', '), added: change.added.join(', ') };
  return [aFinding('ENTETES_CHANGES', found.headerLine, null, null, detail)];
}

/** Whole lines only, unless the file has no line break that early. */
function sampleText(head: Uint8Array, encoding: string, isWhole: boolean): string {
  const text = iconv.decode(Buffer.from(head), encoding, { stripBOM: true });
  if (isWhole) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.includes('\n') ? -1 : text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
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

const isNominative = ({ code }: Finding): boolean => code === 'DONNEES_NOMINATIVES';

async function structuralResult(
  { findings, unread, isUnseen = false }: Prepared,
  options: CheckOptions,
): Promise<CheckResult> {
  const log = new FindingLog(options.findingsPerCode, options.findingsFile);
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
