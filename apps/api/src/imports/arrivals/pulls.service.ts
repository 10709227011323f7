import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { arrivalsFr, jobsFr, type ReadingHints } from '@sillage/indicators';
import { Database } from '../../database/database';
import { enqueueJob } from '../../jobs/job';
import { addressFault, readAddress } from '../../platform/allowed-hosts';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config';
import { Problem } from '../../platform/problem';
import { dueSlot, Schedule } from '../../platform/schedule';
import { findBatch } from '../imports.queries';
import { lastingHints } from '../lasting-hints';
import { hintsOf } from '../reading-hints.dto';
import { deletePull, insertPull, type PullSettings, updatePull } from './pull-writer';
import type { PullChangeDto } from './pulls.dto';
import { findPull, listPulls, type Pull, pullJobId } from './pulls.queries';

/** What is said of a pull; the rest stays as it is. */
type PullRequest = Omit<PullChangeDto, 'hints'> & { readonly hints?: PullChangeDto['hints'] | ReadingHints };

/** The addresses that are visited at their hours. */
@Injectable()
export class PullsService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async create(request: PullRequest & Pick<PullSettings, 'url' | 'source' | 'schedule'>): Promise<Pull> {
    const before = { ...request, isEnabled: request.isEnabled ?? true, hints: null, readAs: null };
    const settings = this.accepted(await this.withReading(before, request));
    return this.pull(await insertPull(this.database, settings, this.clock.now()));
  }

  async change(id: number, request: PullRequest): Promise<Pull> {
    const { url, source, schedule, isEnabled, hints, readAs } = await this.pull(id);
    const told = {
      url: request.url ?? url,
      source: request.source ?? source,
      schedule: request.schedule ?? schedule,
      isEnabled: request.isEnabled ?? isEnabled,
    };
    const after = await this.withReading({ ...told, hints, readAs }, request);
    // what is only suspended may name a host that is no longer allowed
    const accepted = after.isEnabled || after.url !== url ? this.accepted(after) : after;
    const isSameFile = accepted.url === url && accepted.source === source && isDeepStrictEqual(accepted.hints, hints);
    await updatePull(this.database, id, accepted, { now: this.clock.now(), isSameFile });
    return this.pull(id);
  }

  async remove(id: number): Promise<void> {
    if (!(await deletePull(this.database, id))) throw this.unknown();
  }

  /** Asks for a visit now; one that waits or is under way is not asked for twice. */
  async queue(id: number): Promise<Pull> {
    const { isRunning } = await this.pull(id);
    if (this.config.pullHosts.length === 0) throw this.impossible();
    if (!isRunning) await enqueueJob(this.database, pullJobId, `manual:${randomUUID()}`, { pullId: id });
    return this.pull(id);
  }

  /** Queues the visits that fell due; the unique key (job, slot) lets one instance do it. */
  async queueDue(): Promise<number> {
    if (this.config.pullHosts.length === 0) return 0;
    let count = 0;
    for (const { id, schedule, isEnabled, isRunning, effectiveFrom } of await listPulls(this.database)) {
      if (!isEnabled || isRunning) continue;
      const [due] = Schedule.parse(schedule)?.latestDue(effectiveFrom, this.clock.now(), 1) ?? [];
      if (due && (await enqueueJob(this.database, pullJobId, `pull:${id}:${dueSlot(due)}`, { pullId: id }))) count++;
    }
    return count;
  }

  nextDue({ schedule, isEnabled }: Pull): Date | null {
    if (!isEnabled || this.config.pullHosts.length === 0) return null;
    return Schedule.parse(schedule)?.nextAfter(this.clock.now()) ?? null;
  }

  async list(): Promise<Pull[]> {
    return listPulls(this.database);
  }

  async pull(id: number): Promise<Pull> {
    const pull = await findPull(this.database, id);
    if (!pull) throw this.unknown();
    return pull;
  }

  /** A reading that is not spoken of stays; one of the two ways of telling it replaces the other. */
  private async withReading(before: PullSettings, { hints, readAs }: PullRequest): Promise<PullSettings> {
    if (typeof readAs !== 'number') {
      if (hints === undefined && readAs === undefined) return before;
      return { ...before, hints: hints ? hintsOf(hints) : null, readAs: null };
    }
    const model = await findBatch(this.database, readAs);
    const isUsable = model !== undefined && model.reading !== null && model.source === before.source && !hints;
    if (isUsable) return { ...before, hints: await lastingHints(this.database, model), readAs };
    const detail = arrivalsFr.notAModel(String(readAs), before.source);
    throw new Problem(400, 'modele-de-lecture-refuse', detail, undefined, [{ pointer: '/readAs', detail }]);
  }

  private accepted(settings: PullSettings): PullSettings {
    if (this.config.pullHosts.length === 0) throw this.impossible();
    const url = readAddress(settings.url);
    const fault = addressFault(url, this.config.pullHosts);
    if (fault || !url) {
      const detail = arrivalsFr.refusals[fault ?? 'not-an-address'](url?.host ?? '');
      throw new Problem(400, 'adresse-refusee', detail, undefined, [{ pointer: '/url', detail }]);
    }
    const schedule = Schedule.parse(settings.schedule)?.expression;
    if (schedule === undefined) {
      const title = jobsFr.wrongSchedule(settings.schedule);
      const faults = [{ pointer: '/schedule', detail: jobsFr.expectedSchedule }];
      throw new Problem(400, 'horaire-illisible', title, jobsFr.expectedSchedule, faults);
    }
    return { ...settings, url: url.href, schedule };
  }

  private readonly unknown = () => new Problem(404, 'recuperation-inconnue', arrivalsFr.unknownPull);
  private readonly impossible = () => new Problem(409, 'recuperation-impossible', arrivalsFr.noHosts);
}
