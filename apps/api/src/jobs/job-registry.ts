import type { Job } from './job';

/** The jobs that this version knows, read at first use: the features that own them are then built. */
export class JobRegistry {
  private jobs: ReadonlyMap<string, Job> | undefined;

  constructor(private readonly load: () => readonly Job[]) {}

  find(id: string): Job | undefined {
    return this.byId.get(id);
  }

  list(): Job[] {
    return [...this.byId.values()];
  }

  get ids(): string[] {
    return [...this.byId.keys()];
  }

  private get byId(): ReadonlyMap<string, Job> {
    this.jobs ??= new Map(this.load().map((job) => [job.id, job]));
    return this.jobs;
  }
}
