import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { aggregatesFr, isTerritoryLevel, periodCode, periodOfText, type TerritoryLevel } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findIndicator } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { unlessUnchanged } from '../platform/etag';
import { Problem } from '../platform/problem';
import { findTerritory, type TerritoryRecord } from '../territories/territories.queries';
import { listParts } from '../territories/territory-lists.queries';
import { MeasuresDto, MeasuresQuery, StateDto, StatesDto } from './aggregates.dto';
import { findCurrentState, findState, listMeasures, listStates, type PublishedState } from './aggregates.queries';
import { composeCsv, composeMeasure, composeState } from './compose';

@ApiTags('figures')
@Controller('api/v1')
export class AggregatesController {
  constructor(private readonly database: Database) {}

  @Get('states')
  @ApiOkResponse({ type: StatesDto })
  async states(): Promise<StatesDto> {
    return { states: (await listStates(this.database)).map(composeState) };
  }

  @Get('states/current')
  @ApiOkResponse({ type: StateDto })
  async currentState(): Promise<StateDto> {
    return composeState(await this.findState(undefined));
  }

  /** Figures of one indicator; `version` reads an earlier published state, for ever the same. */
  @Get('measures')
  @ApiOkResponse({ type: MeasuresDto })
  async measures(
    @Query() query: MeasuresQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeasuresDto | string | undefined> {
    const state = await this.findState(query.version);
    return unlessUnchanged(request, reply, state.version, async () => {
      const answer = await this.read(state, query);
      if (query.format !== 'csv') return answer;
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="${query.indicator.replace(/[^\w-]/g, '_')}.csv"`);
      return composeCsv(answer.indicator, answer.measures);
    });
  }

  private async read(state: PublishedState, query: MeasuresQuery): Promise<MeasuresDto> {
    const indicator = await findIndicator(this.database, query.indicator);
    if (!indicator) throw new Problem(404, 'indicateur-inconnu', aggregatesFr.unknownIndicator(query.indicator));
    const territories = await this.findTerritories(query);
    const places = new Map(territories.map((territory) => [territory.id, territory]));
    const rows = await listMeasures(this.database, state, {
      territoryIds: [...places.keys()],
      indicatorIds: [indicator.id],
      ...(query.from === undefined ? {} : { from: readPeriod(query.from) }),
      ...(query.to === undefined ? {} : { to: readPeriod(query.to) }),
    });
    const measures = rows
      .flatMap((row) => {
        const place = places.get(row.territoryId);
        return place ? [composeMeasure(place, row)] : [];
      })
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.period < b.period ? -1 : 1));
    return { indicator: indicator.code, version: state.version, measures };
  }

  private async findTerritories({ level, code, within }: MeasuresQuery): Promise<readonly TerritoryRecord[]> {
    if (code !== undefined) return [await this.findTerritory(level, code)];
    const [wholeLevel = '', wholeCode = ''] = within?.split(':') ?? [];
    if (within === undefined || !isTerritoryLevel(wholeLevel))
      throw new Problem(400, 'territoire-a-preciser', aggregatesFr.territoryMissing);
    const whole = await this.findTerritory(wholeLevel, wholeCode);
    return listParts(this.database, whole.id, level);
  }

  private async findTerritory(level: TerritoryLevel, code: string): Promise<TerritoryRecord> {
    const territory = await findTerritory(this.database, level, code);
    if (!territory) throw new Problem(404, 'territoire-inconnu', aggregatesFr.unknownTerritory(level, code));
    return territory;
  }

  private async findState(version: number | undefined): Promise<PublishedState> {
    const state =
      version === undefined ? await findCurrentState(this.database) : await findState(this.database, version);
    if (state) return state;
    throw version === undefined
      ? new Problem(404, 'aucun-etat', aggregatesFr.noState)
      : new Problem(404, 'etat-inconnu', aggregatesFr.unknownState(String(version)));
  }
}

function readPeriod(text: string): number {
  const period = periodOfText(text);
  if (!period) throw new Problem(400, 'periode-illisible', aggregatesFr.periodNotRead(text));
  return periodCode(period);
}
