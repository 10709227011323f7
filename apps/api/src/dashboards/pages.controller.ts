import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unlessUnchanged } from '../platform/etag';
import {
  homeRequest,
  indicatorRequest,
  methodRequest,
  type Query as PageQuery,
  type PageRequest,
  projectRequest,
  projectsRequest,
  territoryRequest,
} from './page-request';
import { HomePageDto, IndicatorPageDto, MethodPageDto, TerritoryPageDto } from './pages.dto';
import { PagesService } from './pages.service';
import { ProjectPageDto, ProjectsPageDto } from './project-pages.dto';

const json = ['content-type', 'application/json; charset=utf-8'] as const;

/** The data of one screen in one answer, worded in the language asked for. The address holds the whole view. */
@Controller('api/v1/pages')
@ApiQuery({ name: 'lang', required: false, enum: ['fr', 'en'] })
@ApiQuery({ name: 'version', required: false, description: 'An earlier published state' })
export class PagesController {
  constructor(private readonly pages: PagesService) {}

  @Get('home')
  @Header(...json)
  @ApiQuery({ name: 'map', required: false, description: 'Code of the indicator on the map' })
  @ApiOkResponse({ type: HomePageDto })
  home(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(homeRequest(query), request, reply);
  }

  @Get('territory/:level/:code')
  @Header(...json)
  @ApiOkResponse({ type: TerritoryPageDto })
  territory(
    @Param('level') level: string,
    @Param('code') code: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(territoryRequest(level, code, query), request, reply);
  }

  @Get('indicator/:code')
  @Header(...json)
  @ApiQuery({ name: 'territory', required: false, description: 'level:code, the home territory by default' })
  @ApiQuery({ name: 'level', required: false, description: 'Level of the map and of the comparison' })
  @ApiQuery({ name: 'period', required: false, description: '2021, 2020-10, 2025-T3…' })
  @ApiOkResponse({ type: IndicatorPageDto })
  indicator(
    @Param('code') code: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(indicatorRequest(code, query), request, reply);
  }

  @Get('method')
  @Header(...json)
  @ApiOkResponse({ type: MethodPageDto })
  method(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(methodRequest(query), request, reply);
  }

  @Get('projects')
  @Header(...json)
  @ApiOkResponse({ type: ProjectsPageDto })
  projects(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(projectsRequest(query), request, reply);
  }

  @Get('projects/:code')
  @Header(...json)
  @ApiQuery({ name: 'edition', required: false, description: 'An earlier estimation, by its id' })
  @ApiOkResponse({ type: ProjectPageDto })
  project(
    @Param('code') code: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return this.answer(projectRequest(code, query), request, reply);
  }

  private async answer(page: PageRequest, request: FastifyRequest, reply: FastifyReply): Promise<Buffer | undefined> {
    const state = await this.pages.find(page);
    // Before the first state a page changes with the catalogue and the territories: nothing to compare it with.
    if (!state) return this.pages.body(page, undefined);
    return unlessUnchanged(request, reply, `${state.version}-${state.stamp}`, () => this.pages.body(page, state));
  }
}
