import { language } from '../text/language';
import { ApiProblem, send } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ImportBatch = Schemas['BatchDto_Output'];
export type ImportState = ImportBatch['state'];
export type FindingGroup = ImportBatch['findings'][number];
export type ImportPreview = Schemas['PreviewDto_Output'];
export type ImportList = Schemas['BatchesDto_Output'];
export type FindingList = Schemas['FindingsDto_Output'];
export type ExampleList = Schemas['ExamplesDto'];
type ReceivedFile = Schemas['ReceivedBatchDto_Output'];

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
