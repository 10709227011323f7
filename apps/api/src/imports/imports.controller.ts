import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import { describeFinding, importsFr, importsText, type PreviewRow } from '@sillage/indicators';
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import { attachmentOf } from './attachment';
import { composeBatch } from './compose';
import { composePlan } from './compose-plan';
import { findingsCsv } from './findings-csv';
import {
  BatchDto,
  BatchesDto,
  BatchesQuery,
  BatchQuery,
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

const batchesShown = 50;

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  /** Keeps the file and queues its check; read its progress at /api/v1/imports/:id. */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { fichier: { type: 'string', format: 'binary' } } } })
  @ZodResponse({ status: 202, type: ReceivedBatchDto })
  async upload(@Req() request: FastifyRequest, @Query() { lang = 'fr' }: BatchQuery) {
    const { problems, reports } = importsText(lang);
    if (!request.isMultipart()) throw new Problem(415, 'formulaire-attendu', problems.notMultipart);
    const part = await request.file();
    if (!part) throw new Problem(400, 'fichier-manquant', problems.missingFile);
    const { batch, isNew } = await this.imports.receive(part.file, path.basename(part.filename || 'fichier.csv'));
    if (batch.state === 'draft') await queueBatch(this.database, 'import-check', batch.id);
    const run = await findBatchRun(this.database, batch.id);
    const message = !isNew && batch.state === 'published' ? reports.samePublished : null;
    return { ...composeBatch(batch, run, lang), isNew, message };
  }

  @Get()
  @ZodResponse({ type: BatchesDto })
  async list(@Query() { lang = 'fr', before, limit = batchesShown }: BatchesQuery) {
    const rows = await listBatches(this.database, { before: before ?? null, limit: limit + 1 });
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
  async findings(@Param('id', ParseIntPipe) id: number, @Query() { code }: FindingsQuery) {
    await this.imports.batch(id);
    return { findings: await listFindings(this.database, id, code ?? null) };
  }

  /** Every finding that was written down (10,000 of each code). */
  @Get(':id/findings.csv')
  @ApiProduces('text/csv')
  async findingsFile(@Param('id', ParseIntPipe) id: number): Promise<StreamableFile> {
    const { fileName } = await this.imports.batch(id);
    const { findings } = this.imports.files.of(id);
    if (!existsSync(findings)) throw new Problem(404, 'controle-absent', importsFr.problems.noPreview);
    return new StreamableFile(findingsCsv(findings), attachmentOf(`controle-${fileName}`));
  }

  /** The first 20 rows with their verdicts. */
  @Get(':id/preview')
  @ZodResponse({ type: PreviewDto })
  async preview(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    await this.imports.batch(id);
    const { preview } = this.imports.files.of(id);
    if (!existsSync(preview)) throw new Problem(404, 'apercu-absent', importsText(lang).problems.noPreview);
    const { headers, rows } = JSON.parse(await readFile(preview, 'utf8')) as { headers: string[]; rows: PreviewRow[] };
    return {
      headers,
      rows: rows.map(({ line, cells, verdict, findings }) => ({
        line,
        cells: [...cells],
        verdict,
        findings: findings.map((finding) => {
          const { code, column, message } = describeFinding(finding, lang);
          return { code, column, message };
        }),
      })),
    };
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
  async publish(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: BatchQuery) {
    const { problems, reports, states } = importsText(lang);
    const { state } = await this.imports.batch(id);
    if (state === 'published') return { id, state, isNew: false, message: reports.samePublished };
    if (state !== 'checked') throw new Problem(409, 'publication-impossible', problems.notPublishable(states[state]));
    await queueBatch(this.database, 'import-publish', id);
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
    if (!existsSync(original)) throw new Problem(410, 'fichier-absent', importsFr.problems.unreadableFile);
    return new StreamableFile(createReadStream(original), attachmentOf(fileName));
  }
}
