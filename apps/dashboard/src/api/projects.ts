import { language } from '../text/language';
import { ApiProblem, send } from './client';
import { address } from './pages';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ProjectsPage = Schemas['ProjectsPageDto'];
export type ProjectPage = Schemas['ProjectPageDto'];
export type ProjectCard = ProjectsPage['projects'][number];
export type EffectVerdict = ProjectCard['verdict'];
export type Evidence = NonNullable<ProjectPage['evidence']>;
export type StoredProject = Schemas['ProjectDto'];
/** What the form sends: a line that is secret goes back as it was read. */
export type SentProject = Omit<Schemas['ProjectChangeDto'], 'basedOn'> & { readonly code: string };
export type ProjectSheet = Schemas['ProjectSheetDto'];
export type Programme = Schemas['ProgrammeDto'];
export type ProjectsTemplate = Schemas['ProjectsTemplateDto'];
export type NewNote = Schemas['NewNoteDto'];
export type NewPreRegistration = Schemas['NewPreRegistrationDto'];
type FileReport = Schemas['ProjectFileReportDto'];

type Asked = string | undefined;

export const projectsPageAddress = (version: Asked): string => address('/pages/projects', { version });
/** `edition`: an earlier estimation, read as it was. */
export const projectPageAddress = (code: string, edition: Asked): string =>
  address(`/pages/projects/${encodeURIComponent(code)}`, { edition });

export const projectAddress = (code: string): string => `/api/v1/projects/${encodeURIComponent(code)}`;
export const evaluationsAddress = (code: string): string => `${projectAddress(code)}/evaluations`;
export const versionsAddress = (code: string): string => `${projectAddress(code)}/versions`;
export const programmesAddress = '/api/v1/programmes';
export const templateAddress = (): string => `/api/v1/projects/template?lang=${language.value}`;

const inLanguage = (path: string): string => `${path}?lang=${language.value}`;

export const createProject = (given: SentProject): Promise<StoredProject | null> =>
  send('POST', inLanguage('/api/v1/projects'), given);

export const changeProject = (code: string, change: Schemas['ProjectChangeDto']): Promise<StoredProject | null> =>
  send('PATCH', inLanguage(projectAddress(code)), change);

export const addNote = (code: string, note: NewNote): Promise<unknown> =>
  send('POST', inLanguage(`${projectAddress(code)}/notes`), note);

export const preRegister = (code: string, given: NewPreRegistration): Promise<unknown> =>
  send('POST', inLanguage(`${projectAddress(code)}/pre-registration`), given);

export async function loadProjects(file: File): Promise<FileReport> {
  const form = new FormData();
  form.append('fichier', file);
  const report = await send<FileReport>('POST', inLanguage('/api/v1/projects/file'), form);
  if (!report) throw new ApiProblem(0, '', null);
  return report;
}
