import { rm } from 'node:fs/promises';
import {
  aFinding,
  type ContentCount,
  detectEncoding,
  type Finding,
  type FindingCode,
  foreignKind,
  type Layout,
  type PreviewRow,
  readSample,
} from '@sillage/indicators';
import iconv from 'iconv-lite';
import { announcedSize } from './archive-size';
import type { CheckOptions, Referential } from './check-options';
import { headBytes, surveyFile } from './file-survey';
import { type FindingGroup, FindingLog } from './finding-log';
import { type Pass, readAtItsVintage } from './read-at-vintage';
import type { RowSource } from './read-rows';
import { settleDuplicates } from './settle-duplicates';

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
  readonly contents: readonly Readonly<ContentCount>[];
  readonly preview: readonly PreviewRow[];
}

/** Reads a file once, as a stream, and gives every data row its verdict. */
export async function checkFile(path: string, referential: Referential, options: CheckOptions): Promise<CheckResult> {
  const prepared = await prepare(path, referential, options);
  if (!prepared.source) return structuralResult(prepared.findings, options);
  const { source } = prepared;
  const pass = await readAtItsVintage(source, referential, prepared.findings, options);
  await settleDuplicates(options.spool, pass.ledger, pass.log);
  return resultOf(pass, source);
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

async function resultOf({ ledger, log, path, vintage }: Pass, source: RowSource): Promise<CheckResult> {
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
