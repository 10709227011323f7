import { createWriteStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { arrivalsFr, formatNumber } from '@sillage/indicators';
import type { Job, JobContext, JobReport } from '../../jobs/job';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config';
import { codeOf, isDatabaseAway } from '../../platform/database-away';
import { Problem } from '../../platform/problem';
import { findingsCsv } from '../findings-csv';
import { type Arrival, ArrivalsService } from './arrivals.service';
import { arrivalMessage, arrivalReport } from './compose-arrival';
import {
  claimFile,
  type DroppedFile,
  giveBack,
  giveBackForgotten,
  listDropped,
  moveFile,
  openClaimed,
  settledPath,
} from './watched-folder';

const messagesShown = 20;
/** Two looks that follow each other too closely say nothing of a copy under way. */
const quietMs = 5_000;

interface Look {
  readonly size: number;
  readonly mtimeMs: number;
  readonly at: number;
}

/** Takes in the files of the watched folder that nobody is writing any more. */
@Injectable()
export class WatchFolderJob implements Job {
  readonly id = 'watch-folder';
  readonly schedule: string | null;
  readonly timeoutMs = 60 * 60_000;
  readonly isRoutine = true;
  /** What this process saw at its last look, by path. */
  private looks = new Map<string, Look>();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly arrivals: ArrivalsService,
  ) {
    this.schedule = config.watchedFolder === null ? null : '*/2 * * * *';
  }

  async run(context: JobContext): Promise<JobReport> {
    const { watchedFolder: root } = this.config;
    if (root === null) return { counts: {}, messages: [] };
    const ready = await this.readyFiles(root);
    const counts: Record<string, number> = {};
    const messages: string[] = [];
    for (const [rank, file] of ready.entries()) {
      context.signal.throwIfAborted();
      await context.progress({ done: rank, total: ready.length, unit: 'steps' });
      const taken = await this.take(file, context.signal);
      if (!taken) continue;
      counts[taken.outcome] = (counts[taken.outcome] ?? 0) + 1;
      messages.push(arrivalsFr.fileOutcome(path.relative(root, path.join(file.folder, file.name)), taken.message));
    }
    const hidden = messages.length - messagesShown;
    if (hidden > 0) messages.splice(messagesShown, hidden, arrivalsFr.more(formatNumber(hidden, 0, 'fr')));
    return { counts, messages };
  }

  /** The files that have not changed since this process's look before. */
  private async readyFiles(root: string): Promise<DroppedFile[]> {
    const now = this.clock.now();
    const dropped = await giveBackForgotten(root, now).then(
      () => listDropped(root),
      () => {
        throw new Problem(503, 'dossier-illisible', arrivalsFr.folderAway(root));
      },
    );
    const looks = new Map<string, Look>();
    const ready = dropped.filter(({ folder, name, size, mtimeMs }) => {
      const place = path.join(folder, name);
      const before = this.looks.get(place);
      const isSame = before?.size === size && before.mtimeMs === mtimeMs;
      looks.set(place, isSame ? before : { size, mtimeMs, at: now.getTime() });
      return isSame && now.getTime() - before.at >= quietMs;
    });
    this.looks = looks;
    return ready;
  }

  private async take(file: DroppedFile, signal: AbortSignal): Promise<{ outcome: string; message: string } | null> {
    let claimed: string | null = null;
    try {
      claimed = await claimFile(file, this.clock.now());
      if (claimed === null) return null;
      const bytes = await openClaimed(claimed, file);
      if (!bytes) {
        await giveBack(claimed);
        return null;
      }
      const arrival = await this.arrivals.takeIn(
        bytes,
        { fileName: file.name, source: file.source },
        {
          signal,
          progress: async () => undefined,
        },
      );
      await this.settle(claimed, file, arrival);
      return { outcome: arrival.outcome, message: arrivalMessage(arrival) };
    } catch (error) {
      // not the file's fault: it is taken up again later
      if (claimed === null || signal.aborted || isDatabaseAway(error) || codeOf(error) !== '') {
        if (claimed !== null && existsSync(claimed)) await giveBack(claimed);
        if (!signal.aborted && isOfFolder(error, file.folder))
          return { outcome: 'skipped', message: arrivalsFr.skipped(codeOf(error)) };
        throw error;
      }
      return this.refuse(claimed, file, error);
    }
  }

  private async settle(claimed: string, file: DroppedFile, arrival: Arrival): Promise<void> {
    const target = await settledPath(file, arrival.outcome === 'refused' ? 'refused' : 'taken');
    const findings = this.arrivals.findingsOf(arrival.batch);
    if (existsSync(findings)) await pipeline(findingsCsv(findings, 'fr'), createWriteStream(`${target}.rapport.csv`));
    await writeText(target, arrivalReport(arrival, file.name));
    await moveFile(claimed, target);
  }

  /** A file that could not even be received, or that no check foresaw: it must not stop those behind it. */
  private async refuse(claimed: string, file: DroppedFile, error: unknown) {
    const message =
      error instanceof Problem ? error.title : arrivalsFr.unforeseen(error instanceof Error ? error.message : '');
    const target = await settledPath(file, 'refused');
    await writeText(target, [arrivalsFr.report.file(file.name), message]);
    await moveFile(claimed, target);
    return { outcome: 'refused', message };
  }
}

/** Rights or a disk that keep one file from being read: those behind it are looked at all the same. */
function isOfFolder(error: unknown, folder: string): boolean {
  const { code = '', path: place = '', syscall = '' } = error as NodeJS.ErrnoException;
  return /^E(?!NOSPC|DQUOT|MFILE|NFILE)/.test(code) && (place.startsWith(folder) || syscall === 'read');
}

/** With a mark and line ends that the plainest Windows editor reads. */
const writeText = (target: string, lines: readonly string[]): Promise<void> =>
  writeFile(`${target}.rapport.txt`, `\ufeff${lines.join('\r\n')}\r\n`);
