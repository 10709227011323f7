import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { isTerritoryLevel } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unlessUnchanged } from '../platform/etag';
import { badQuery, unknownDatum } from './page-problems';
import { type Query as PageQuery, queryText, readCommon, readPeriod } from './page-request';
import { ProvenanceDto } from './pages.dto';
import { PagesService } from './pages.service';

@Controller('api/v1/provenance')
export class ProvenanceController {
  constructor(private readonly pages: PagesService) {}

  /** From a number on a screen back to its definition, its dates and the lines of the files that made it. */
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiQuery({ name: 'indicator' })
  @ApiQuery({ name: 'level' })
  @ApiQuery({ name: 'code' })
  @ApiQuery({ name: 'period', description: '2021, 2020-10, 2025-T3…' })
  @ApiQuery({ name: 'version', required: false })
  @ApiQuery({ name: 'lang', required: false, enum: ['fr', 'en'] })
  @ApiOkResponse({ type: ProvenanceDto })
  async read(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const common = readCommon(query);
    const { locale } = common;
    const text = (name: string, expected: string): string => {
      const value = queryText(query, name);
      if (value === undefined) throw badQuery(locale, name, '', expected);
      return value;
    };
    const level = text('level', 'commune');
    const period = readPeriod(query);
    if (!isTerritoryLevel(level)) throw badQuery(locale, 'level', level, 'commune, epci, canton');
    if (!period) throw badQuery(locale, 'period', '', '2021');
    const datum = {
      indicator: text('indicator', 'PREV-11'),
      territory: { level, code: text('code', '47001') },
      period,
    };
    const state = await this.pages.find({ page: 'method', ...common });
    if (!state) throw unknownDatum(locale);
    return unlessUnchanged(request, reply, `${state.version}-${state.stamp}`, () =>
      this.pages.provenance(state, datum, locale),
    );
  }
}
