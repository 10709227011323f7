import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Locale } from '@sillage/indicators';
import { ZodResponse } from 'nestjs-zod';
import { hostText } from '../../platform/allowed-hosts';
import { Config } from '../../platform/config';
import { composePull } from './compose-pull';
import { NewPullDto, PullChangeDto, PullDto, PullsDto, PullsQuery } from './pulls.dto';
import type { Pull } from './pulls.queries';
import { PullsService } from './pulls.service';

@ApiTags('imports')
@Controller('api/v1/import-pulls')
export class PullsController {
  constructor(
    private readonly config: Config,
    private readonly pulls: PullsService,
  ) {}

  @Get()
  @ZodResponse({ type: PullsDto })
  async list(@Query() { lang = 'fr' }: PullsQuery) {
    const pulls = await this.pulls.list();
    return { hosts: this.config.pullHosts.map(hostText), pulls: pulls.map((pull) => this.compose(pull, lang)) };
  }

  /** A file to be fetched at its hours. Only administrators choose the hosts (SILLAGE_PULL_HOSTS). */
  @Post()
  @HttpCode(201)
  @ZodResponse({ status: 201, type: PullDto })
  async create(@Body() body: NewPullDto, @Query() { lang = 'fr' }: PullsQuery) {
    return this.compose(await this.pulls.create(body), lang);
  }

  @Patch(':id')
  @ZodResponse({ type: PullDto })
  async change(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: PullChangeDto,
    @Query() { lang = 'fr' }: PullsQuery,
  ) {
    return this.compose(await this.pulls.change(id, body), lang);
  }

  /** Fetches nothing more from there; what was imported stays. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.pulls.remove(id);
  }

  /** Queues a visit now; read its result at /api/v1/import-pulls. */
  @Post(':id/run')
  @HttpCode(202)
  @ZodResponse({ status: 202, type: PullDto })
  async run(@Param('id', ParseIntPipe) id: number, @Query() { lang = 'fr' }: PullsQuery) {
    return this.compose(await this.pulls.queue(id), lang);
  }

  private compose(pull: Pull, language: Locale) {
    return composePull(pull, this.pulls.nextDue(pull), language);
  }
}
