import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { isTerritoryLevel } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database';
import { unlessSame } from '../platform/etag';
import { findHome } from '../territories/territories.queries';
import { noHome, unknownTerritory } from './page-problems';
import { DrawnMapDto } from './pages.dto';
import { PagesService } from './pages.service';

@Controller('api/v1/maps')
export class MapsController {
  constructor(
    private readonly database: Database,
    private readonly pages: PagesService,
  ) {}

  /** The contours that the maps of the home territory are drawn from, with their outline, for a browser to draw again. */
  @Get(':level')
  @Header('content-type', 'application/geo+json; charset=utf-8')
  @ApiOkResponse({ type: DrawnMapDto })
  async read(
    @Param('level') level: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    if (!isTerritoryLevel(level)) throw unknownTerritory('fr', level, '');
    const home = await findHome(this.database);
    if (!home) throw noHome('fr');
    const map = await this.pages.geometries.find(home, level, (await this.pages.stamps()).plain);
    const { aspectScale = 1, outline = null, features = { type: 'FeatureCollection', features: [] } } = map ?? {};
    return unlessSame(request, reply, JSON.stringify({ ...features, aspectScale, outline }));
  }
}
