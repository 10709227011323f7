import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { headerChange, type Locale } from '@sillage/indicators';
import type { FastifyReply } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Database } from '../database/database';
import { composeBatch } from './compose';
import { followAt } from './follow-at';
import { BatchDto, BatchQuery } from './imports.dto';
import { type Batch, findBatchRun, listMappedSources, listMappings } from './imports.queries';
import { ImportsService } from './imports.service';
import { queueBatch } from './queue-batch';
import { HintsInUseDto, hintsOf, ReadingHintsDto, SourcesDto } from './reading-hints.dto';
import { readPreview } from './stored-preview';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ReadingHintsController {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  /** The sources whose way of reading is remembered. */
  @Get('sources')
  @ZodResponse({ type: SourcesDto })
  async sources() {
    return { sources: await listMappedSources(this.database) };
  }

  /** What is said over the guesses, by a person or from what was learnt of the source; and the first rows as they stand. */
  @Get(':id/hints')
  @ZodResponse({ type: HintsInUseDto })
  async read(@Param('id', ParseIntPipe) id: number) {
    const { hints, source, reading } = await this.imports.batch(id);
    const known = hints === null && source !== null ? await listMappings(this.database, source) : [];
    const learnt = known.find(({ headers }) => headerChange(headers, reading?.headers ?? []) === null) ?? known[0];
    const kept = await readPreview(this.imports.files.of(id).preview);
    return {
      origin: hints ? ('person' as const) : learnt ? ('source' as const) : null,
      hints: { ...(hints ?? learnt?.hints) },
      firstRows: (kept?.firstRows ?? []).map(({ line, cells }) => ({ line, cells: [...cells] })),
    };
  }

  /** Says how the file is to be read, over the guesses; it is checked again. */
  @Put(':id/hints')
  @HttpCode(202)
  @ZodResponse({ status: 202, type: BatchDto })
  async write(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: ReadingHintsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { lang = 'fr' }: BatchQuery,
  ) {
    return this.checked(await this.imports.setHints(id, hintsOf(body)), reply, lang);
  }

  /** Another import of the same file, read otherwise: another sheet of a workbook, another column. */
  @Post(':id/readings')
  @HttpCode(202)
  @ZodResponse({ status: 202, type: BatchDto })
  async readAgain(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: ReadingHintsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { lang = 'fr' }: BatchQuery,
  ) {
    return this.checked(await this.imports.readAgain(id, hintsOf(body)), reply, lang);
  }

  private async checked(batch: Batch, reply: FastifyReply, language: Locale) {
    followAt(reply, batch.id);
    if (batch.state === 'draft') await queueBatch(this.database, 'import-check', batch);
    return composeBatch(batch, await findBatchRun(this.database, batch.id), language);
  }
}
