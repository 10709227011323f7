import { language } from '../text/language';
import { ApiProblem, send } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

/** The generator writes a nullable text at the top of an answer as a list of texts. */
type WithTexts<T, K extends keyof T> = Omit<T, K> & { [P in K]: string | null };

export type ImportBatch = WithTexts<Schemas['BatchDto_Output'], 'source' | 'publication'>;
export type ImportReading = NonNullable<ImportBatch['reading']>;
export type ColumnUse = ImportReading['columns'][number]['use'];
export type ReadingHints = Schemas['ReadingHintsDto'];
export type HintsInUse = Omit<Schemas['HintsInUseDto_Output'], 'hints'> & { hints: ReadingHints };
export type ReplacementPlan = WithTexts<Schemas['ReplacementPlanDto_Output'], 'firstPeriod' | 'lastPeriod'>;
export type TemplateList = Schemas['TemplatesDto_Output'];
export type SourceList = Schemas['SourcesDto_Output'];
export type ImportState = ImportBatch['state'];
export type FindingGroup = ImportBatch['findings'][number];
export type ImportPreview = Schemas['PreviewDto_Output'];
export interface ImportList {
  batches: ImportBatch[];
  nextBefore: number | null;
}
export type FindingList = Schemas['FindingsDto_Output'];
export type ExampleList = Schemas['ExamplesDto'];
type ReceivedFile = Schemas['ReceivedBatchDto_Output'];

const withLanguage = (path: string): string =>
  `/api/v1/imports${path}${path.includes('?') ? '&' : '?'}lang=${language.value}`;

export const importsAddress = (before?: string): string =>
  withLanguage(before ? `?before=${encodeURIComponent(before)}` : '');
export const importsOfSourceAddress = (source: string): string =>
  withLanguage(`?limit=50&source=${encodeURIComponent(source)}`);
export const examplesAddress = (): string => withLanguage('/examples');
export const importAddress = (id: string): string => withLanguage(`/${id}`);
export const previewAddress = (id: string): string => withLanguage(`/${id}/preview`);
export const rejectedAddress = (id: string): string => withLanguage(`/${id}/rejected`);
export const planAddress = (id: string): string => withLanguage(`/${id}/plan`);
export const hintsAddress = (id: string): string => withLanguage(`/${id}/hints`);
export const templatesAddress = (): string => withLanguage('/templates');
export const sourcesAddress = '/api/v1/imports/sources';
export const annotatedAddress = (id: string): string => withLanguage(`/${id}/annotated.csv`);
export const allFindingsAddress = (id: string): string => withLanguage(`/${id}/findings.csv`);
export const originalAddress = (id: string): string => `/api/v1/imports/${id}/original`;
export const findingsAddress = (id: string, code: string): string =>
  withLanguage(`/${id}/findings?code=${encodeURIComponent(code)}`);

export const publishImport = (id: string): Promise<unknown> => send('POST', withLanguage(`/${id}/publish`));
export const withdrawImport = (id: string): Promise<unknown> => send('POST', withLanguage(`/${id}/withdraw`));

export const sendHints = (id: string, hints: ReadingHints): Promise<unknown> => send('PUT', hintsAddress(id), hints);

/** Another import of the same file, from another of its sheets; the answer is that import. */
export const importSheet = (id: string, sheet: string): Promise<Pick<ImportBatch, 'id'> | null> =>
  send('POST', withLanguage(`/${id}/readings`), { sheet });

/** Sends a file and tells how far it is: fetch cannot, XMLHttpRequest can. */
export function uploadFile(
  file: File,
  source: string,
  onProgress: (sent: number, total: number) => void,
): Promise<ReceivedFile> {
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
    // fields come before the file, which the server reads as a stream
    if (source !== '') form.append('source', source);
    form.append('fichier', file);
    request.send(form);
  });
}
