import { language } from '../text/language';
import { ApiProblem, send } from './client';

// What the imports API answers, written after its schemas.

export type ImportState = 'draft' | 'checked' | 'rejected' | 'published' | 'withdrawn';
export type Severity = 'error' | 'warning' | 'information';

export interface FindingGroup {
  code: string;
  severity: Severity;
  count: number;
  line: number | null;
  column: string | null;
  title: string;
  message: string;
}

export interface ImportProgress {
  done: number;
  total: number;
  unit: 'bytes' | 'rows' | 'steps';
  ratePerSecond: number | null;
  secondsLeft: number | null;
}

export interface ImportReading {
  encoding: string;
  delimiter: string;
  headerLine: number;
  headers: string[];
  shape: 'long' | 'wide';
  territoryColumn: string;
  level: string | null;
  vintage: number;
  values: { header: string; indicator: string | null; period: string | null }[];
}

export interface ImportBatch {
  id: number;
  state: ImportState;
  fileName: string;
  fileSize: number;
  fileHash: string;
  source: string | null;
  reading: ImportReading | null;
  counts: { read: number; kept: number; ignored: number; rejected: number; values: number } | null;
  findings: FindingGroup[];
  progress: ImportProgress | null;
  isDemo: boolean;
  createdAt: string;
  checkedAt: string | null;
  publishedAt: string | null;
  withdrawnAt: string | null;
}

export interface ImportFinding {
  code: string;
  severity: Severity;
  line: number | null;
  column: string | null;
  seen: string | null;
  expected: string | null;
  message: string;
}

export interface ImportPreview {
  headers: string[];
  rows: {
    line: number;
    cells: string[];
    verdict: 'kept' | 'ignored' | 'rejected';
    findings: { code: string; column: string | null; message: string }[];
  }[];
}

export interface ExampleFile {
  name: string;
  label: string;
  url: string;
}

const withLanguage = (path: string): string =>
  `/api/v1/imports${path}${path.includes('?') ? '&' : '?'}lang=${language.value}`;

export const importsAddress = (): string => withLanguage('');
export const examplesAddress = (): string => withLanguage('/examples');
export const importAddress = (id: string): string => withLanguage(`/${id}`);
export const previewAddress = (id: string): string => withLanguage(`/${id}/preview`);
export const allFindingsAddress = (id: string): string => `/api/v1/imports/${id}/findings.csv`;
export const originalAddress = (id: string): string => `/api/v1/imports/${id}/original`;
export const findingsAddress = (id: string, code: string): string =>
  withLanguage(`/${id}/findings?code=${encodeURIComponent(code)}`);

export const publishImport = (id: string): Promise<unknown> => send('POST', withLanguage(`/${id}/publish`));
export const withdrawImport = (id: string): Promise<unknown> => send('POST', withLanguage(`/${id}/withdraw`));

export interface ReceivedFile {
  id: number;
  /** false when the same file was already there */
  isNew: boolean;
}

/** Sends a file and tells how far it is: fetch cannot, XMLHttpRequest can. */
export function uploadFile(file: File, onProgress: (sent: number, total: number) => void): Promise<ReceivedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', withLanguage(''));
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response);
      else reject(new ApiProblem(request.status, request.response?.title ?? '', request.response?.detail ?? null));
    });
    request.addEventListener('error', () => reject(new ApiProblem(0, '', null)));
    const form = new FormData();
    form.append('fichier', file);
    request.send(form);
  });
}
