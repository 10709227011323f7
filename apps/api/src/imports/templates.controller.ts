import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  catalogueFr,
  columnsOfTemplate,
  importsFr,
  lastExpectedPeriod,
  periodText,
  type TerritoryLevel,
  templatedCode,
  templateLevels,
  templateSchema,
} from '@sillage/indicators';
import { ZodResponse } from 'nestjs-zod';
import { findIndicator, type Indicator, listIndicators } from '../catalogue/catalogue.queries';
import { Database } from '../database/database';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import { findHome } from '../territories/territories.queries';
import { listTerritories } from '../territories/territory-lists.queries';
import { attachmentOf } from './attachment';
import { templateCsv } from './template-csv';
import { TemplateQuery, TemplatesDto, TemplatesQuery } from './templates.dto';

const mostTerritories = 10_000;

/** Files to fill in: one per indicator, with the territories of the département. */
@ApiTags('imports')
@Controller('api/v1/imports/templates')
export class TemplatesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ZodResponse({ type: TemplatesDto })
  async list(@Query() { lang = 'fr' }: TemplatesQuery) {
    const indicators = await listIndicators(this.database);
    const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    return {
      templates: indicators.map((indicator) => {
        const given = byCode.get(templatedCode(indicator)) ?? indicator;
        return {
          indicator: indicator.code,
          label: indicator[lang].label,
          levels: [...templateLevels(given)],
          columns: [...columnsOfTemplate(given)],
          period: periodText(this.lastPeriod(given)),
          csv: `/api/v1/imports/templates/${given.code}.csv`,
          schema: `/api/v1/imports/templates/${given.code}.json`,
        };
      }),
    };
  }

  /** A CSV that a French spreadsheet opens: one row per territory of the level, values to fill in. */
  @Get(':indicator(^[\\w-]+).csv')
  @ApiParam({ name: 'indicator', type: 'string' })
  @ApiProduces('text/csv')
  async csv(@Param('indicator') code: string, @Query() { level }: TemplateQuery): Promise<StreamableFile> {
    const indicator = await this.indicator(code);
    const { chosen, territories } = await this.territories(indicator, level);
    const rows = territories.map((territory) => ({ ...territory, level: chosen }));
    const text = templateCsv(indicator, rows, periodText(this.lastPeriod(indicator)));
    return new StreamableFile(Buffer.from(text, 'utf8'), attachmentOf(`modele-${indicator.code}-${chosen}.csv`));
  }

  /** The same as a Frictionless Table Schema: fields, types, constraints and marks of absence. */
  @Get(':indicator(^[\\w-]+).json')
  @ApiParam({ name: 'indicator', type: 'string' })
  @ApiProduces('application/json')
  async schema(@Param('indicator') code: string, @Query() { level }: TemplateQuery) {
    const indicator = await this.indicator(code);
    const { chosen, territories } = await this.territories(indicator, level);
    const codes = territories.map((territory) => territory.code);
    return templateSchema(indicator, chosen, codes, this.lastPeriod(indicator));
  }

  private lastPeriod({ frequency, expectedDelayDays }: Indicator) {
    return lastExpectedPeriod(this.clock.now().toISOString().slice(0, 10), frequency, expectedDelayDays);
  }

  private async indicator(code: string): Promise<Indicator> {
    const asked = await findIndicator(this.database, code);
    const component = asked && templatedCode(asked);
    const given = component === code ? asked : component && (await findIndicator(this.database, component));
    if (!given) throw new Problem(404, 'indicateur-inconnu', catalogueFr.unknownIndicator(code), catalogueFr.howToFind);
    return given;
  }

  private async territories(indicator: Indicator, asked: TerritoryLevel | undefined) {
    const { templates } = importsFr;
    const levels = templateLevels(indicator);
    const chosen = asked ?? levels[0];
    const home = await findHome(this.database);
    const { territories } =
      home && chosen && levels.includes(chosen)
        ? await listTerritories(this.database, { level: chosen, within: home.id, limit: mostTerritories })
        : { territories: [] };
    if (!chosen || territories.length === 0)
      throw new Problem(
        422,
        'modele-sans-territoire',
        templates.noTerritory(chosen ?? ''),
        templates.otherLevels(levels.join(', ')),
      );
    return { chosen, territories };
  }
}
