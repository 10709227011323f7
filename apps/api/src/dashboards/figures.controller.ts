import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiQuery } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unlessUnchanged } from '../platform/etag';
import { figureCsv } from './figure-csv';
import type { FigurePage } from './page-facts';
import { unknownFigure } from './page-problems';
import {
  homeRequest,
  indicatorRequest,
  type Query as PageQuery,
  type PageRequest,
  projectRequest,
  projectsRequest,
} from './page-request';
import { PagesService } from './pages.service';
import { renderPng } from './render-png';
import { standaloneSvg } from './standalone-svg';

const contentTypes: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};

/** A figure of a page as a file: the same numbers, sentence and source as on the screen. */
@Controller('api/v1/figures')
@ApiProduces(...Object.values(contentTypes))
@ApiQuery({ name: 'lang', required: false, enum: ['fr', 'en'] })
@ApiQuery({ name: 'version', required: false, description: 'An earlier published state' })
export class FiguresController {
  constructor(private readonly pages: PagesService) {}

  @Get('home/:figure/:format')
  @ApiQuery({ name: 'map', required: false })
  home(
    @Param() { figure, format }: { figure: string; format: string },
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    return this.answer(homeRequest(query), { figure, format, name: 'departement' }, request, reply);
  }

  @Get('indicator/:code/:figure/:format')
  @ApiQuery({ name: 'territory', required: false })
  @ApiQuery({ name: 'level', required: false })
  @ApiQuery({ name: 'period', required: false })
  indicator(
    @Param() { code, figure, format }: { code: string; figure: string; format: string },
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    return this.answer(indicatorRequest(code, query), { figure, format, name: code }, request, reply);
  }

  @Get('projects/:figure/:format')
  projects(
    @Param() { figure, format }: { figure: string; format: string },
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    return this.answer(projectsRequest(query), { figure, format, name: 'projets' }, request, reply);
  }

  @Get('projects/:code/:figure/:format')
  @ApiQuery({ name: 'edition', required: false, description: 'An earlier estimation, by its id' })
  project(
    @Param() { code, figure, format }: { code: string; figure: string; format: string },
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    return this.answer(projectRequest(code, query), { figure, format, name: code }, request, reply);
  }

  private async answer(
    page: PageRequest,
    file: { figure: string; format: string; name: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | Buffer | undefined> {
    const state = await this.pages.find(page);
    const compute = async (): Promise<string | Buffer> => {
      const body = JSON.parse((await this.pages.body(page, state)).toString()) as object;
      const content = contentOf(body, file, page);
      const name = `${file.name}-${file.figure}.${file.format}`.replace(/[^\w.-]/g, '_');
      reply.header('content-type', contentTypes[file.format]);
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return content;
    };
    return state ? unlessUnchanged(request, reply, `${state.version}-${state.stamp}`, compute) : compute();
  }
}

/** A figure of a page by its anchor, wherever the page holds it. */
function findFigure(page: object, id: string): FigurePage | undefined {
  for (const part of Object.values(page)) {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) continue;
    if ('downloads' in part && 'table' in part) {
      if ('id' in part && part.id === id) return part as FigurePage;
    } else {
      const inside = findFigure(part, id);
      if (inside) return inside;
    }
  }
  return undefined;
}

function contentOf(
  body: object,
  { figure: name, format }: { figure: string; format: string },
  { locale }: PageRequest,
): string | Buffer {
  const figure = findFigure(body, name);
  if (!figure || !(format in contentTypes)) throw unknownFigure(locale, `${name}.${format}`);
  if (format === 'csv') return figureCsv(figure, locale);
  const svg = standaloneSvg(figure);
  if (!svg) throw unknownFigure(locale, `${name}.${format}`);
  return format === 'svg' ? svg : renderPng(svg);
}
