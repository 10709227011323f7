import { language } from '../text/language';
import { send } from './client';

// What the jobs API answers, written after its schemas.

export interface JobProgress {
  done: number;
  total: number;
  unit: 'bytes' | 'rows' | 'steps';
  ratePerSecond: number | null;
  secondsLeft: number | null;
}

export interface JobRun {
  id: string;
  job: string;
  jobLabel: string;
  triggerLabel: string;
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'set-aside';
  stateLabel: string;
  attempts: number;
  queuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  durationMs: number | null;
  progress: JobProgress | null;
  counts: Record<string, number>;
  messages: string[];
  errors: { attempt: number; text: string }[];
}

export interface ScheduledJob {
  id: string;
  label: string;
  description: string;
  schedule: string | null;
  scheduleLabel: string;
  isEnabled: boolean;
  nextDue: string | null;
  lastRun: JobRun | null;
}

export const jobsAddress = (): string => `/api/v1/jobs?lang=${language.value}`;

export const runsAddress = (job: string): string =>
  `/api/v1/jobs/runs?lang=${language.value}&limit=30${job === '' ? '' : `&job=${encodeURIComponent(job)}`}`;

export const runJob = (id: string): Promise<unknown> =>
  send('POST', `/api/v1/jobs/${encodeURIComponent(id)}/run?lang=${language.value}`);

export const changeSchedule = (id: string, schedule: string, isEnabled: boolean): Promise<unknown> =>
  send('PUT', `/api/v1/jobs/${encodeURIComponent(id)}/schedule?lang=${language.value}`, { schedule, isEnabled });
