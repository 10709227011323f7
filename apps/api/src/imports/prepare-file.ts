import {
  aFinding,
  type ByteSurvey,
  type CsvRow,
  detectEncoding,
  type Finding,
  type FindingCode,
  headerChange,
  readSample,
  type SampleReading,
  SchemaRules,
  withSchema,
} from '@sillage/indicators';
import iconv from 'iconv-lite';
import type { CheckOptions, Referential } from './check-options';
import { draftReading, type FileReading, sheetOf } from './file-reading';
import { headBytes, surveyFile } from './file-survey';
import { mayStay } from './may-stay';
import { openFile } from './open-file';
import type { RowSource } from './read-rows';

/** A file that is ready to be read row by row, or why it is not. */
export interface PreparedFile {
  readonly findings: readonly Finding[];
  readonly source?: RowSource;
  /** Of a layout that is not settled: what was understood, and the first rows as they stand. */
  readonly unread?: { readonly reading: FileReading; readonly rows: readonly CsvRow[] };
  /** Of a workbook, the sheet that was read. */
  readonly sheet?: string | undefined;
  /** Refused before its titles could be looked at. */
  readonly isUnseen?: boolean;
}

export const isNominative = ({ code }: Finding): boolean => code === 'DONNEES_NOMINATIVES';

type Survey = (path: string) => Promise<ByteSurvey>;

/** Read as the first earlier file of the source that has the same headers. */
export async function prepareFile(
  file: string,
  referential: Referential,
  options: CheckOptions,
): Promise<PreparedFile> {
  let ownSurvey: Promise<ByteSurvey> | undefined;
  const survey: Survey = (path) => {
    // a sheet's table is written again for each way of reading: only the file itself stays as it is
    if (path !== file) return surveyFile(path);
    ownSurvey ??= surveyFile(file);
    return ownSurvey;
  };
  let newest: PreparedFile | undefined;
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
): Promise<PreparedFile> {
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
  const { text, isWhole } = sampleText(survey, encoding);
  if (text.trim() === '' && isWhole) return refuse('FICHIER_VIDE');
  const sample = readSample(text, isWhole, referential.indicators, latestYear, hints);
  const isSaid = path === file && (hints.encoding !== undefined || hints.delimiter !== undefined);
  const nominative =
    sample.layout.findings.find(isNominative) ?? (isSaid ? personsOf(survey, referential, latestYear) : undefined);
  const sheet = sheetOf(opened);
  if (nominative) return { findings: [nominative], sheet };
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
      ? { findings, sheet, unread: { reading, rows: sample.rows } }
      : { findings, sheet, isUnseen: sample.rows.length === 0 };
  }
  if (hints.schema) findings.push(...new SchemaRules(hints.schema, sample.layout.layout).findings);
  return { findings, source: { path, survey, encoding, sample, layout: sample.layout.layout, hints, sheets } };
}

/** A delimiter or an encoding that someone chose may hide titles: they are looked for as the file reads by itself too. */
function personsOf(survey: ByteSurvey, { indicators }: Referential, latestYear: number): Finding | undefined {
  const encoding = detectEncoding(survey);
  if (encoding.kind === 'refused') return undefined;
  const { text, isWhole } = sampleText(survey, encoding);
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
function sampleText(
  { head, size }: ByteSurvey,
  { encoding, bomLength }: RowSource['encoding'],
): { text: string; isWhole: boolean } {
  const text = iconv.decode(Buffer.from(head.subarray(bomLength)), encoding, { stripBOM: true });
  if (size <= headBytes) return { text, isWhole: true };
  const end = Math.max(text.lastIndexOf('\n'), text.includes('\n') ? -1 : text.lastIndexOf('\r'));
  return { text: end < 0 ? text : text.slice(0, end + 1), isWhole: false };
}
