import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database';
import { NewProgrammeDto, ProgrammeChangeDto, ProgrammeDto } from './programmes.dto';
import { listProgrammes, type Programme } from './programmes.queries';
import { ProgrammesService } from './programmes.service';

@ApiTags('projects')
@Controller('api/v1/programmes')
export class ProgrammesController {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesService,
  ) {}

  @Get()
  @ApiOkResponse({ type: [ProgrammeDto] })
  async list(): Promise<Programme[]> {
    return listProgrammes(this.database);
  }

  @Get(':code')
  @ApiOkResponse({ type: ProgrammeDto })
  async read(@Param('code') code: string): Promise<Programme> {
    return this.programmes.programme(code);
  }

  @Post()
  @ApiCreatedResponse({ type: ProgrammeDto })
  async create(@Body() given: NewProgrammeDto): Promise<Programme> {
    return this.programmes.createProgramme(given);
  }

  /** Replaces the fields that are named, in a new version. */
  @Patch(':code')
  @ApiOkResponse({ type: ProgrammeDto })
  async change(@Param('code') code: string, @Body() change: ProgrammeChangeDto): Promise<Programme> {
    return this.programmes.changeProgramme(code, change);
  }
}
