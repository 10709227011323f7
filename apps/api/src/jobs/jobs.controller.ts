import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { jobsEn, jobsFr, type Locale } from '@sillage/indicators';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import { Schedule } from '../platform/schedule';
import { composeJob, composeRun } from './compose';
import { JobRegistry } from './job-registry';
import { JobDto, JobsDto, LanguageQuery, RunDto, RunsDto, RunsQuery, ScheduleChange } from './jobs.dto';
import { findRun, listLastRuns, listRuns } from './jobs.queries';
import { JobsService } from './jobs.service';
import { listSchedules } from './schedules.queries';

const runsShown = 50;

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOkResponse({ type: JobsDto })
  async list(@Query() { lang = 'fr' }: LanguageQuery): Promise<JobsDto> {
    return { jobs: await this.compose(lang) };
  }

  @Get('runs')
  @ApiOkResponse({ type: RunsDto })
  async history(@Query() { lang = 'fr', job, before, limit = runsShown }: RunsQuery): Promise<RunsDto> {
    const rows = await listRuns(this.database, { jobId: job ?? null, before: before ?? null, limit: limit + 1 });
    const runs = rows.slice(0, limit).map((row) => composeRun(row, lang));
    return { runs, nextBefore: rows.length > limit ? (runs.at(-1)?.id ?? null) : null };
  }

  @Get('runs/:id')
  @ApiOkResponse({ type: RunDto })
  async run(@Param('id') id: string, @Query() { lang = 'fr' }: LanguageQuery): Promise<RunDto> {
    const row = /^\d{1,18}$/.test(id) ? await findRun(this.database, id) : null;
    if (!row) throw new Problem(404, 'execution-inconnue', (lang === 'en' ? jobsEn : jobsFr).unknownRun(id));
    return composeRun(row, lang);
  }

  /** Queues a run now; read its progress at /api/v1/jobs/runs/:id. */
  @Post(':id/run')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: RunDto })
  async start(@Param('id') id: string, @Query() { lang = 'fr' }: LanguageQuery): Promise<RunDto> {
    const job = this.registry.find(id);
    if (job && job.schedule === null) throw new Problem(409, 'tache-a-la-demande', jobsFr.notStartedByHand(id));
    return composeRun(await this.jobs.queue(id, `manual:${randomUUID()}`), lang);
  }

  /** Takes effect at once; nothing due before the change is caught up. */
  @Put(':id/schedule')
  @ApiOkResponse({ type: JobDto })
  async reschedule(
    @Param('id') id: string,
    @Body() change: ScheduleChange,
    @Query() { lang = 'fr' }: LanguageQuery,
  ): Promise<JobDto> {
    await this.jobs.changeSchedule(id, change.schedule, change.isEnabled);
    const changed = (await this.compose(lang)).find((job) => job.id === id);
    if (!changed) throw new Problem(404, 'tache-inconnue', jobsFr.unknownJob(id));
    return changed;
  }

  private async compose(language: Locale) {
    const schedules = await listSchedules(this.database);
    const lastRuns = await listLastRuns(this.database);
    const now = this.clock.now();
    return this.registry.list().map((job) => {
      const schedule = schedules.find(({ jobId }) => jobId === job.id);
      const nextDue = schedule?.isEnabled ? (Schedule.parse(schedule.schedule)?.nextAfter(now) ?? null) : null;
      const lastRun = lastRuns.find(({ jobId }) => jobId === job.id);
      return composeJob(job, { schedule, nextDue, lastRun }, language);
    });
  }
}
