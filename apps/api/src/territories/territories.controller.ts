import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isTerritoryLevel, type TerritoryLevel, territoriesFr, vocabulary } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database';
import { unlessSame } from '../platform/etag';
import { Problem } from '../platform/problem';
import { composeBoundaryNotice, composePartialNotice, partialDepartements } from './compose';
import {
  ContoursDto,
  ContoursQuery,
  LanguageQuery,
  PartsQuery,
  RelatedListDto,
  TerritoryDto,
  TerritoryListDto,
  TerritoryListQuery,
} from './territories.dto';
import {
  findHome,
  findTerritory,
  listContours,
  listFormerPerimeters,
  listPartialShare,
  type TerritoryRecord,
} from './territories.queries';
import { listParents, listParts, listTerritories, type RelatedTerritory } from './territory-lists.queries';

const territoriesShown = 50;

@ApiTags('territories')
@Controller('api/v1')
export class TerritoriesController {
  constructor(private readonly database: Database) {}

  @Get('territories')
  @ApiOkResponse({ type: TerritoryListDto })
  async list(
    @Query() { level, within, q, limit = territoriesShown, offset = 0 }: TerritoryListQuery,
  ): Promise<TerritoryListDto> {
    const whole = within === undefined ? undefined : await this.within(within);
    const page = await listTerritories(this.database, { level, within: whole?.id, search: q, limit, offset });
    return { territories: page.territories.map(asTerritory), total: page.total };
  }

  @Get('territories/:level/:code')
  @ApiOkResponse({ type: TerritoryDto })
  async read(
    @Param('level') level: string,
    @Param('code') code: string,
    @Query() { lang = 'fr' }: LanguageQuery,
  ): Promise<TerritoryDto> {
    const territory = await this.find(level, code);
    const parents = await listParents(this.database, territory.id);
    const parts = await listParts(this.database, territory.id);
    const formerPerimeters = await listFormerPerimeters(this.database, territory.id);
    const home = await this.homeShare(territory, parents);
    const counts = new Map<TerritoryLevel, number>();
    for (const part of parts) counts.set(part.level, (counts.get(part.level) ?? 0) + 1);
    return {
      ...asTerritory(territory),
      validFrom: territory.validFrom,
      parents: parents.map(asRelated),
      parts: [...counts].map(([partLevel, count]) => ({ level: partLevel, count })),
      notices: [
        ...composePartialNotice(parents, home, lang),
        ...composeBoundaryNotice(territory, formerPerimeters, lang),
      ],
      formerPerimeters: formerPerimeters.map(({ id: _, ...former }) => former),
    };
  }

  @Get('territories/:level/:code/parts')
  @ApiOkResponse({ type: RelatedListDto })
  async listParts(
    @Param('level') level: string,
    @Param('code') code: string,
    @Query() query: PartsQuery,
  ): Promise<RelatedListDto> {
    const territory = await this.find(level, code);
    const parts = await listParts(this.database, territory.id, query.level);
    return { territories: parts.map(asRelated) };
  }

  @Get('contours/:level')
  @Header('content-type', 'application/geo+json; charset=utf-8')
  @ApiOkResponse({ type: ContoursDto })
  async listContours(
    @Param('level') level: string,
    @Query() { within }: ContoursQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    if (!isTerritoryLevel(level)) throw unknownLevel(level);
    const whole = await this.within(within ?? 'france:FR');
    const contours = await listContours(this.database, level, whole.id);
    const body = JSON.stringify({
      type: 'FeatureCollection',
      features: contours.map(({ code, name, geometry }) => ({
        type: 'Feature',
        properties: { code, nom: name },
        geometry,
      })),
    });
    const answer = unlessSame(request, reply, body);
    // Contours change when an administrator loads a file: an hour later readers see it.
    reply.header('cache-control', 'private, max-age=3600');
    return answer;
  }

  private async homeShare(territory: TerritoryRecord, parents: readonly RelatedTerritory[]) {
    const home = await findHome(this.database);
    const departement = partialDepartements(parents).find(({ id }) => id === home?.id);
    if (!departement) return undefined;
    return { departement, share: await listPartialShare(this.database, territory.id, departement.id) };
  }

  private async within(address: string): Promise<TerritoryRecord> {
    const [level = '', code = ''] = address.split(':');
    if (!isTerritoryLevel(level) || code === '') {
      throw new Problem(400, 'territoire-mal-nomme', territoriesFr.within(address));
    }
    return this.find(level, code);
  }

  private async find(level: string, code: string): Promise<TerritoryRecord> {
    if (!isTerritoryLevel(level)) throw unknownLevel(level);
    const found = await findTerritory(this.database, level, code);
    if (found) return found;
    const label = vocabulary.fr.levels[level]?.one ?? level;
    throw new Problem(404, 'territoire-inconnu', territoriesFr.unknown(label, code), territoriesFr.howToFind);
  }
}

const unknownLevel = (level: string): Problem =>
  new Problem(404, 'echelon-inconnu', territoriesFr.unknownLevel(level), territoriesFr.howToFind);

const asTerritory = ({ level, code, name, population, isDemo }: TerritoryRecord) => ({
  level,
  code,
  name,
  population,
  isDemo,
});

const asRelated = (territory: RelatedTerritory) => ({ ...asTerritory(territory), isPartial: territory.isPartial });
