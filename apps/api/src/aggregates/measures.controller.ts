import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  aggregatesEn,
  aggregatesFr,
  coverageShare,
  isTerritoryLevel,
  isValue,
  type Locale,
  periodCode,
  periodOfCode,
  periodOfText,
  periodText,
} from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findIndicator } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { unlessUnchanged } from '../platform/etag';
import { Problem } from '../platform/problem';
import { findTerritory, type TerritoryRecord } from '../territories/territories.queries';
import { listTerritories } from '../territories/territory-lists.queries';
import { findCurrentState, findState, listMeasures } from './aggregates.queries';
import { MeasuresDto, MeasuresQuery } from './measures.dto';
import { measuresCsv } from './measures-csv';
import type { PublishedState } from './published-state';
import { listVintageSeries } from './vintage-series.queries';

type Measures = z.output<typeof MeasuresDto.schema>;

/** More than the communes of the largest région. */
const mostTerritories = 5_000;
const words = (locale: Locale): typeof aggregatesFr => (locale === 'fr' ? aggregatesFr : aggregatesEn);

/** The figures of a published state as data: the same values, absences and coverage as on the pages. */
@ApiTags('measures')
@Controller('api/v1/measures')
export class MeasuresController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOkResponse({ type: MeasuresDto })
  async list(
    @Query() query: MeasuresQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Measures | string | undefined> {
    const locale = query.lang ?? 'fr';
    const state = await this.findState(query.version, locale);
    // numbers of versions start again in a new database: the instant tells them apart
    return unlessUnchanged(request, reply, `${state.version}-${state.computedAt.getTime()}`, async () => {
      const measures = await this.read(query, state, locale);
      if (query.format !== 'csv') return measures;
      const name = `${query.indicator}-${query.level}.csv`.replace(/[^\w.-]/g, '_');
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return measuresCsv(measures, locale);
    });
  }

  private async read(query: MeasuresQuery, state: PublishedState, locale: Locale): Promise<Measures> {
    const indicator = await findIndicator(this.database, query.indicator);
    if (!indicator) throw new Problem(404, 'indicateur-inconnu', words(locale).unknownIndicator(query.indicator));
    const territories = new Map((await this.territories(query, locale)).map((territory) => [territory.id, territory]));
    const list = query.vintage === undefined ? listMeasures : listVintageSeries;
    const rows = await list(this.database, state, {
      territoryIds: [...territories.keys()],
      indicatorIds: [indicator.id],
      ...bound('from', query.from, locale),
      ...bound('to', query.to, locale),
    });
    return {
      version: state.version,
      indicator: { code: indicator.code, label: indicator[locale].label, unit: indicator.unit },
      measures: rows.flatMap(({ territoryId, period, measure, status, coverage, origin }) => {
        const territory = territories.get(territoryId);
        if (!territory) return [];
        return {
          level: territory.level,
          code: territory.code,
          name: territory.name,
          period: periodText(periodOfCode(period)),
          value: isValue(measure) ? measure.value : null,
          absence: isValue(measure) ? null : measure.absence,
          status,
          coverage: coverageShare(coverage),
          origin,
        };
      }),
    };
  }

  private async findState(version: number | undefined, locale: Locale): Promise<PublishedState> {
    if (version === undefined) {
      const current = await findCurrentState(this.database);
      if (!current) throw new Problem(404, 'aucun-etat', words(locale).noState);
      return current;
    }
    const state = await findState(this.database, version);
    if (!state) throw new Problem(404, 'etat-inconnu', words(locale).unknownState(String(version)));
    return state;
  }

  private async territories(query: MeasuresQuery, locale: Locale): Promise<TerritoryRecord[]> {
    const { level, code, within, vintage } = query;
    if (vintage !== undefined) return [await this.findCommuneAt(vintage, query, locale)];
    if (code !== undefined) return [await this.findTerritory(level, code, locale)];
    if (within === undefined && level === 'commune') {
      throw new Problem(400, 'territoire-manquant', words(locale).territoryMissing);
    }
    const [wholeLevel = '', wholeCode = ''] = within?.split(':', 2) ?? [];
    const whole = within === undefined ? undefined : await this.findTerritory(wholeLevel, wholeCode, locale);
    const search = { level, within: whole?.id, limit: mostTerritories };
    const { territories, total } = await listTerritories(this.database, search);
    if (total > territories.length) {
      throw new Problem(400, 'trop-de-territoires', words(locale).tooManyTerritories(total, mostTerritories));
    }
    return territories;
  }

  private async findCommuneAt(
    vintage: number,
    { level, code }: MeasuresQuery,
    locale: Locale,
  ): Promise<TerritoryRecord> {
    if (level !== 'commune' || code === undefined) {
      throw new Problem(400, 'millesime-sans-commune', words(locale).vintageOfOneCommune);
    }
    const territory = await findTerritory(this.database, level, code, vintage);
    if (!territory) throw new Problem(404, 'territoire-inconnu', words(locale).unknownAtVintage(code, vintage));
    return territory;
  }

  private async findTerritory(level: string, code: string, locale: Locale): Promise<TerritoryRecord> {
    const territory = isTerritoryLevel(level) ? await findTerritory(this.database, level, code) : undefined;
    if (!territory) throw new Problem(404, 'territoire-inconnu', words(locale).unknownTerritory(level, code));
    return territory;
  }
}

function bound(name: 'from' | 'to', text: string | undefined, locale: Locale): Record<string, number> {
  if (text === undefined) return {};
  const period = periodOfText(text);
  if (!period) throw new Problem(400, 'periode-invalide', words(locale).periodNotRead(text));
  return { [name]: periodCode(period) };
}
