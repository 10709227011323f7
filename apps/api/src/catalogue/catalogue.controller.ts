import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { catalogueFr, type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import { ZodResponse } from 'nestjs-zod';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import {
  IndicatorDefinitionDto,
  IndicatorDto,
  IndicatorListQueryDto,
  IndicatorVersionsDto,
  SourceDto,
} from './catalogue.dto';
import { findIndicator, listIndicators, listIndicatorVersions, listSources } from './catalogue.queries';
import { CatalogueService } from './catalogue.service';

@Controller('api/v1')
export class CatalogueController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
  ) {}

  @Get('indicators')
  @ZodResponse({ type: [IndicatorDto] })
  async list(@Query() query: IndicatorListQueryDto) {
    const indicators = await listIndicators(this.database);
    const wanted = indicatorName(query.q ?? '');
    return indicators.filter(
      (indicator) => (!query.aim || indicator.aim === query.aim) && searchable(indicator).includes(wanted),
    );
  }

  @Get('indicators/:code')
  @ZodResponse({ type: IndicatorVersionsDto })
  async read(@Param('code') code: string) {
    const indicator = await findIndicator(this.database, code);
    if (!indicator) {
      throw new Problem(404, 'indicateur-inconnu', catalogueFr.unknownIndicator(code), catalogueFr.howToFind);
    }
    const versions = await listIndicatorVersions(this.database, indicator.id);
    return {
      indicator,
      versions: versions.map(({ version, createdAt, definition }) => ({
        version,
        createdAt: createdAt.toISOString(),
        definition,
      })),
    };
  }

  @Post('indicators')
  @ZodResponse({ status: 201, type: IndicatorDto })
  async add(@Body() definition: IndicatorDefinitionDto) {
    return this.catalogue.add(definition);
  }

  @Get('sources')
  @ZodResponse({ type: [SourceDto] })
  async listSources() {
    return listSources(this.database);
  }
}

const searchable = ({ code, synonyms, fr, en }: IndicatorDefinition): string =>
  [code, ...synonyms, fr.label, fr.definition, en.label, en.definition].map(indicatorName).join('\n');
