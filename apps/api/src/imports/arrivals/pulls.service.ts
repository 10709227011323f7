import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { arrivalsFr, jobsFr } from '@sillage/indicators';
import { Database } from '../../database/database';
import { enqueueJob } from '../../jobs/job';
import { addressFault, readAddress } from '../../platform/allowed-hosts';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config';
import { Problem } from '../../platform/problem';
import { dueSlot, Schedule } from '../../platform/schedule';
import { deletePull, insertPull, type PullSettings, updatePull } from './pull-writer';
import { findPull, listPulls, type Pull, pullJobId } from './pulls.queries';

/** The addresses that are visited at their hours. */
@Injectable()
export class PullsService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async create(settings: PullSettings): Promise<Pull> {
    return this.pull(await insertPull(this.database, this.accepted(settings), this.clock.now()));
  }

  async change(id: number, change: Partial<PullSettings>): Promise<Pull> {
    const { url, source, schedule, isEnabled } = await this.pull(id);
    const before = { url, source, schedule, isEnabled };
    const after = { ...before, ...change };
    // what is only suspended may name a host that is no longer allowed
    const accepted = after.isEnabled || after.url !== url ? this.accepted(after) : after;
    const isSameFile = accepted.url === url && accepted.source === source;
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

  async pull(id: number): Promise<Pull> {
    const pull = await findPull(this.database, id);
    if (!pull) throw this.unknown();
    return pull;
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
