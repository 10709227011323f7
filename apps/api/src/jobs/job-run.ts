import type { JobProgress, JobReport } from './job';

export type RunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'set-aside';

export interface AttemptError {
  readonly attempt: number;
  readonly at: string;
  readonly code: string;
  readonly detail: string;
}

export interface RunRow {
  /** bigint, hence a string */
  readonly id: string;
  readonly jobId: string;
  readonly dueSlot: string;
  readonly state: RunState;
  readonly input: unknown;
  readonly attempts: number;
  readonly progress: (JobProgress & { readonly elapsedMs: number }) | null;
  readonly report: JobReport | null;
  readonly errors: readonly AttemptError[];
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface ScheduleRow {
  readonly jobId: string;
  readonly schedule: string;
  readonly isEnabled: boolean;
  readonly effectiveFrom: Date;
}
