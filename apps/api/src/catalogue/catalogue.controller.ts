import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { catalogueFr, type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import {
  IndicatorDefinitionDto,
  IndicatorDto,
  IndicatorListQueryDto,
  IndicatorVersionsDto,
  type SourceDefinition,
  SourceDto,
} from './catalogue.dto';
import { findIndicator, type Indicator, listIndicators, listIndicatorVersions, listSources } from './catalogue.queries';
import { CatalogueService } from './catalogue.service';

@ApiTags('catalogue')
@Controller('api/v1')
export class CatalogueController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
  ) {}

  @Get('indicators')
  @ApiOkResponse({ type: [IndicatorDto] })
  async list(@Query() query: IndicatorListQueryDto): Promise<Indicator[]> {
    const indicators = await listIndicators(this.database);
    const wanted = indicatorName(query.q ?? '');
    return indicators.filter(
      (indicator) => (!query.aim || indicator.aim === query.aim) && searchable(indicator).includes(wanted),
    );
  }

  @Get('indicators/:code')
  @ApiOkResponse({ type: IndicatorVersionsDto })
  async read(@Param('code') code: string): Promise<IndicatorVersionsDto> {
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
  @ApiCreatedResponse({ type: IndicatorDto })
  async add(@Body() definition: IndicatorDefinitionDto): Promise<Indicator> {
    return this.catalogue.add(definition);
  }

  @Get('sources')
  @ApiOkResponse({ type: [SourceDto] })
  async listSources(): Promise<SourceDefinition[]> {
    return listSources(this.database);
  }
}

const searchable = ({ code, synonyms, fr, en }: IndicatorDefinition): string =>
  [code, ...synonyms, fr.label, fr.definition, en.label, en.definition].map(indicatorName).join('\n');
