import { Injectable } from '@nestjs/common';
import { effectsJobFr } from '@sillage/indicators';
import { findCurrentState } from '../aggregates/aggregates.queries';
import { listIndicators } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { Log } from '../platform/log';
import { listPreRegistrations, listProjects, listTreatments } from '../programmes/programmes.queries';
import { adjustedOver } from './adjusted-over';
import { type EvaluationRecord, listCurrentEvaluations, listLastPs } from './effects.queries';
import { EstimationFailed, Estimator } from './estimator';
import { type EvaluationMade, saveEvaluations } from './evaluation-writer';
import { gatherPool } from './gather-pool';
import { type PreparedOutcome, prepareOutcome } from './prepare-outcome';
import { type ProjectToEvaluate, projectsToEvaluate } from './projects-to-evaluate';

export interface EffectsReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
  /** One sentence per outcome, or project, that could not be estimated: its previous estimates stay. */
  readonly failures: readonly string[];
}

export interface EffectsOptions {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => Promise<void>;
}

interface Tally {
  estimated: number;
  unchanged: number;
  readonly failures: string[];
}

/** Estimates again what rests on inputs that have changed; what has not changed is neither computed nor written. */
@Injectable()
export class EffectsService {
  constructor(
    private readonly database: Database,
    private readonly estimator: Estimator,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async estimate({ signal, progress }: EffectsOptions): Promise<EffectsReport> {
    const state = await findCurrentState(this.database);
    if (!state) return { counts: {}, messages: [effectsJobFr.nothingYet], failures: [] };
    const projects = projectsToEvaluate({
      state,
      projects: await listProjects(this.database),
      treatments: await listTreatments(this.database),
      preRegistrations: await listPreRegistrations(this.database),
      indicators: await listIndicators(this.database),
    });
    const tally: Tally = { estimated: 0, unchanged: 0, failures: [] };
    for (const [index, project] of projects.entries()) {
      await progress(index, projects.length);
      try {
        await this.estimateProject(project, tally, signal);
      } catch (error) {
        signal.throwIfAborted();
        tally.failures.push(this.tell(project.code, null, error));
      }
    }
    await progress(projects.length, projects.length);
    const { estimated, unchanged, failures } = tally;
    return {
      counts: { projects: projects.length, estimated, unchanged, failed: failures.length },
      messages: [effectsJobFr.estimated(estimated), ...(unchanged > 0 ? [effectsJobFr.unchanged(unchanged)] : [])],
      failures,
    };
  }

  private async estimateProject(project: ProjectToEvaluate, tally: Tally, signal: AbortSignal): Promise<void> {
    const records = await listCurrentEvaluations(this.database, project.id);
    const current = new Map(records.map((record) => [record.indicatorId, record]));
    const made: EvaluationMade[] = [];
    const { treatments, elsewhere, fixedScope } = project;
    const outcomes = treatments.length > 0 ? project.outcomes : [];
    if (outcomes.length === 0 && records.length === 0) return;
    const candidates = await gatherPool(this.database, treatments, elsewhere, fixedScope);
    for (const outcome of outcomes) {
      signal.throwIfAborted();
      try {
        const prepared = await prepareOutcome(this.database, project, candidates, outcome);
        const isSame = current.get(prepared.indicatorId)?.inputHash === prepared.inputHash;
        if (isSame) tally.unchanged += 1;
        else made.push(await this.evaluate(project, prepared, signal));
      } catch (error) {
        signal.throwIfAborted();
        tally.failures.push(this.tell(project.code, outcome.indicator.code, error));
      }
    }
    const shown = shownBy(
      outcomes.map(({ indicator }) => indicator.id),
      current,
      made,
    );
    tally.estimated += await saveEvaluations(this.database, {
      projectId: project.id,
      made,
      adjusted: adjustedOver(shown, await listLastPs(this.database, project.id)),
    });
  }

  private async evaluate(
    { id }: ProjectToEvaluate,
    { task, ...prepared }: PreparedOutcome,
    signal: AbortSignal,
  ): Promise<EvaluationMade> {
    const evaluation = await this.estimator.estimate(task, signal);
    return { ...prepared, projectId: id, evaluation, computedAt: this.clock.now() };
  }

  private tell(project: string, outcome: string | null, error: unknown): string {
    if (error instanceof EstimationFailed) return effectsJobFr.failed(project, outcome, error.message);
    this.log.failure('effects', error, { project, outcome });
    const reason = effectsJobFr.unexpected(error instanceof Error ? error.name : typeof error);
    return effectsJobFr.failed(project, outcome, reason);
  }
}

/** The estimate that readers will see of each outcome: the new one, or the previous one where there is none. */
function shownBy(
  indicatorIds: readonly number[],
  current: ReadonlyMap<number, EvaluationRecord>,
  made: readonly EvaluationMade[],
): Map<number, EvaluationRecord['evaluation']> {
  const shown = new Map<number, EvaluationRecord['evaluation']>();
  for (const indicatorId of indicatorIds) {
    const evaluation =
      made.find((one) => one.indicatorId === indicatorId)?.evaluation ?? current.get(indicatorId)?.evaluation;
    if (evaluation) shown.set(indicatorId, evaluation);
  }
  return shown;
}
