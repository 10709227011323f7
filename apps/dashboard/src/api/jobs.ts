import { language } from '../text/language';
import { send } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type JobList = Schemas['JobsDto'];
export type RunList = Schemas['RunsDto'];
export type ScheduledJob = JobList['jobs'][number];
export type JobRun = RunList['runs'][number];

export const jobsAddress = (): string => `/api/v1/jobs?lang=${language.value}`;

export const runsAddress = (job: string): string =>
  `/api/v1/jobs/runs?lang=${language.value}&limit=30${job === '' ? '' : `&job=${encodeURIComponent(job)}`}`;

export const runJob = (id: string): Promise<unknown> =>
  send('POST', `/api/v1/jobs/${encodeURIComponent(id)}/run?lang=${language.value}`);

export const changeSchedule = (id: string, schedule: string, isEnabled: boolean): Promise<unknown> =>
  send('PUT', `/api/v1/jobs/${encodeURIComponent(id)}/schedule?lang=${language.value}`, { schedule, isEnabled });
