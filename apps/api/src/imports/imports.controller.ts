import { createReadStream, existsSync } from 'node:fs';
import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { importsText, type Locale } from '@sillage/indicators';
import '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import { annotatedCsv } from './annotated-csv';
import { attachmentOf } from './attachment';
import { composeBatch } from './compose';
import { composeFindings } from './compose-findings';
import { composePlan } from './compose-plan';
import { composePreview } from './compose-preview';
import { findingsCsv } from './findings-csv';
import { followAt } from './follow-at';
import { fileGone, notChecked } from './import-problems';
import {
  BatchDto,
  BatchesDto,
  BatchesQuery,
  BatchQuery,
  DryRunDto,
  FindingsDto,
  FindingsQuery,
  PreviewDto,
  PublishAnswer,
  ReceivedBatchDto,
} from './imports.dto';
import { findBatchRun, listBatches, listFindings } from './imports.queries';
import { ImportsService } from './imports.service';
import { queueBatch } from './queue-batch';
import { ReplacementPlanDto } from './replacement-plan.dto';
import { readPreview } from './stored-preview';
import { readUpload } from './upload-form';
import { verdictsOf } from './verdicts';

const batchesShown = 50;
const uploadForm = {
  type: 'object',
  properties: {
    source: { type: 'string' },
    hints: { type: 'string', description: 'JSON' },
    schema: { type: 'string', description: 'JSON' },
    fichier: { type: 'string', format: 'binary' },
  },
};

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  /**
   * Keeps the file and queues its check; read its progress at /api/v1/imports/:id. Fields before the file: source (whose file
   * it is), hints (JSON, how to read it), schema (a Table Schema). The same Idempotency-Key again answers the same import.
   */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadForm })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ZodResponse({ status: 202, type: ReceivedBatchDto })
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { lang = 'fr' }: BatchQuery,
  ) {
    const { reports } = importsText(lang);
    const { file, fileName, reception } = await readUpload(request);
    const { batch, isNew } = await this.imports.receive(file, fileName, reception);
    if (batch.state === 'draft') await queueBatch(this.database, 'import-check', batch);
    const run = await findBatchRun(this.database, batch.id);
    const message = !isNew && batch.state === 'published' ? reports.samePublished : null;
    followAt(reply, batch.id);
    return { ...composeBatch(batch, run, lang), isNew, message };
  }

  /** A trial (dryRun): the verdicts on a file, of which nothing is kept. The same form as an import. */
  @Post('dry-run')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadForm })
  @ZodResponse({ status: 200, type: DryRunDto })
  async dryRun(@Req() request: FastifyRequest, @Query() { lang = 'fr' }: BatchQuery) {
    const { file, fileName, reception } = await readUpload(request);
    return { dryRun: true as const, ...verdictsOf(await this.imports.tryOut(file, fileName, reception), lang) };
  }

  @Get()
  @ZodResponse({ type: BatchesDto })
  async list(@Query() { lang = 'fr', before, limit = batchesShown, source }: BatchesQuery) {
    const rows = await listBatches(this.database, {
      before: before ?? null,
      limit: limit + 1,
      source: source ?? null,
    });
    const batches = rows.slice(0, limit).map((batch) => composeBatch(batch, undefined, lang));
    return { batches, nextBefore: rows.length > limit ? (batches.at(-1)?.id ?? null) : null };
  }

  @Get(':id')
  @ZodResponse({ type: BatchDto })
  async read(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    return composeBatch(await this.imports.batch(id), await findBatchRun(this.database, id), lang);
  }

  @Get(':id/findings')
  @ZodResponse({ type: FindingsDto })
  async findings(@Param('id', ParseIntPipe) id: number, @Query() { code, lang = 'fr' }: FindingsQuery) {
    await this.imports.batch(id);
    return { findings: composeFindings(await listFindings(this.database, id, code ?? null), lang) };
  }

  /** Every finding that was written down (10,000 of each code). */
  @Get(':id/findings.csv')
  @ApiProduces('text/csv')
  async findingsFile(
    @Param('id', ParseIntPipe) id: number,
    @Query() { lang = 'fr' }: BatchQuery,
  ): Promise<StreamableFile> {
    const { fileName } = await this.imports.batch(id);
    const { findings } = this.imports.files.of(id);
    if (!existsSync(findings)) throw notChecked();
    return new StreamableFile(findingsCsv(findings, lang), attachmentOf(`controle-${fileName}`));
  }

  /** The first 20 rows with their verdicts. */
  @Get(':id/preview')
  @ZodResponse({ type: PreviewDto })
  async preview(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    const { headers, rows, sheet } = await this.shownRows(id, lang);
    return composePreview(headers, rows, lang, sheet);
  }

  /** The first 200 rejected rows that can be mended cell by cell (the corrections of PUT hints). */
  @Get(':id/rejected')
  @ZodResponse({ type: PreviewDto })
  async rejected(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    const { headers, rejectedRows, sheet } = await this.shownRows(id, lang);
    return composePreview(headers, rejectedRows, lang, sheet);
  }

  /** The file as a CSV with a last column, "Erreur", that says what is wrong with each row. */
  @Get(':id/annotated.csv')
  @ApiProduces('text/csv')
  async annotated(
    @Param('id', ParseIntPipe) id: number,
    @Query() { lang = 'fr' }: BatchQuery,
  ): Promise<StreamableFile> {
    const { fileName, reading } = await this.imports.batch(id);
    const { original, findings } = this.imports.files.of(id);
    if (!reading || !existsSync(findings)) throw notChecked();
    if (!existsSync(original)) throw fileGone();
    const name = `${fileName.replace(/\.[^.]*$/, '')}-annote.csv`;
    return new StreamableFile(annotatedCsv(original, reading, findings, lang), attachmentOf(name));
  }

  /** What publishing it (or, once published, withdrawing it) would change. */
  @Get(':id/plan')
  @ZodResponse({ type: ReplacementPlanDto })
  async plan(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    return composePlan(await this.imports.plan(id), lang);
  }

  /** Queues the publication of a checked file; the rebuild follows. */
  @Post(':id/publish')
  @HttpCode(202)
  @ZodResponse({ status: 202, type: PublishAnswer })
  async publish(
    @Param('id', ParseIntPipe) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { lang = 'fr' }: BatchQuery,
  ) {
    followAt(reply, id);
    const { problems, reports, states } = importsText(lang);
    const batch = await this.imports.batch(id);
    const { state } = batch;
    if (state === 'published') return { id, state, isNew: false, message: reports.samePublished };
    if (state !== 'checked') throw new Problem(409, 'publication-impossible', problems.notPublishable(states[state]));
    await queueBatch(this.database, 'import-publish', batch);
    return { id, state, isNew: true, message: reports.publishing };
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: BatchDto })
  async withdraw(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    return composeBatch(await this.imports.withdraw(id), undefined, lang);
  }

  /** The file as it was received. */
  @Get(':id/original')
  @ApiProduces('text/csv')
  async original(@Param('id', ParseIntPipe) id: number): Promise<StreamableFile> {
    const { fileName } = await this.imports.batch(id);
    const { original } = this.imports.files.of(id);
    if (!existsSync(original)) throw fileGone();
    return new StreamableFile(createReadStream(original), attachmentOf(fileName));
  }

  private async shownRows(id: number, language: Locale) {
    const { reading } = await this.imports.batch(id);
    const kept = await readPreview(this.imports.files.of(id).preview);
    if (!kept) throw new Problem(404, 'apercu-absent', importsText(language).problems.noPreview);
    const sheet = reading && reading.sheets.length > 0 ? (reading.sheet ?? undefined) : undefined;
    return { ...kept, sheet };
  }
}
