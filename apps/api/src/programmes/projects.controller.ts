import { basename } from 'node:path';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { programmesEn, programmesFr } from '@sillage/indicators';
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database';
import { decodeText } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { findHome } from '../territories/territories.queries';
import { composeSheet } from './compose-sheet';
import { crossingOfAll } from './crossing';
import { listOutcomeProgress } from './outcome-progress.queries';
import {
  CrossingDto,
  NewProjectDto,
  ProjectChangeDto,
  ProjectDto,
  ProjectFileReportDto,
  ProjectListQueryDto,
  ProjectSheetDto,
  ProjectsTemplateDto,
  ProjectsTemplateQueryDto,
  ProjectVersionsDto,
} from './programmes.dto';
import {
  findPreRegistration,
  listProjectNotes,
  listProjects,
  listProjectTreatments,
  listProjectVersions,
  type Project,
} from './programmes.queries';
import { ProgrammesService } from './programmes.service';
import { projectsTemplate, templateColumns } from './project-template';
import { type Public, publicProject } from './public-project';
import type { ProjectsReport } from './write-shipped';

const fileLimitMebibytes = 5;

@ApiTags('projects')
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesService,
  ) {}

  @Get()
  @ApiOkResponse({ type: [ProjectDto] })
  async list(@Query() { programme, examples }: ProjectListQueryDto): Promise<Public<Project>[]> {
    const projects = await listProjects(this.database);
    return projects
      .filter(
        (project) =>
          (programme === undefined || project.programme === programme) &&
          (examples === undefined || project.isExample === (examples === 'true')),
      )
      .map(publicProject);
  }

  /** Décloisonnement over the projects of the département that is shown, examples left out. */
  @Get('crossing')
  @ApiOkResponse({ type: CrossingDto })
  async crossing(): Promise<CrossingDto> {
    const home = await findHome(this.database);
    const projects = await listProjects(this.database);
    return crossingOfAll(projects.filter(({ isExample, isDemo }) => !isExample && isDemo === (home?.isDemo ?? false)));
  }

  /** The columns of a file of projects, in words. */
  @Get('template')
  @ApiOkResponse({ type: ProjectsTemplateDto })
  template(@Query() { lang = 'fr' }: ProjectsTemplateQueryDto): ProjectsTemplateDto {
    const { csv } = lang === 'en' ? programmesEn : programmesFr;
    return { name: csv.templateName, url: '/api/v1/projects/template.csv', columns: templateColumns(csv.columns) };
  }

  /** A file of projects to fill in; it loads as it is on the fictional département. */
  @Get('template.csv')
  @ApiProduces('text/csv')
  templateFile(): StreamableFile {
    return new StreamableFile(Buffer.from(projectsTemplate(), 'utf8'), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${programmesFr.csv.templateName}"`,
    });
  }

  /** All the projects of a CSV or JSON file or, when one has a fault, none. */
  @Post('file')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { fichier: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: ProjectFileReportDto })
  async load(@Req() request: FastifyRequest): Promise<ProjectsReport> {
    if (!request.isMultipart()) throw new Problem(415, 'formulaire-attendu', programmesFr.csv.notACsv);
    const part = await request.file({
      limits: { fileSize: fileLimitMebibytes * 1024 * 1024 },
      throwFileSizeLimit: false,
    });
    if (!part) throw new Problem(400, 'fichier-manquant', programmesFr.csv.notACsv);
    const bytes = await part.toBuffer();
    if (part.file.truncated)
      throw new Problem(413, 'fichier-trop-grand', programmesFr.csv.tooLarge(fileLimitMebibytes));
    return this.programmes.loadText(basename(part.filename || 'projets.csv'), decodeText(bytes));
  }

  @Post()
  @ApiCreatedResponse({ type: ProjectDto })
  async create(@Body() given: NewProjectDto): Promise<Public<Project>> {
    return publicProject(await this.programmes.create(given));
  }

  @Get(':code')
  @ApiOkResponse({ type: ProjectSheetDto })
  async read(@Param('code') code: string): Promise<ProjectSheetDto> {
    const project = await this.programmes.project(code);
    return composeSheet({
      project,
      treatments: await listProjectTreatments(this.database, project.id),
      progress: await listOutcomeProgress(this.database, project),
      preRegistration: (await findPreRegistration(this.database, project.id)) ?? null,
      notes: await listProjectNotes(this.database, project.id),
    });
  }

  /** Replaces the fields that are named, in a new version. */
  @Patch(':code')
  @ApiOkResponse({ type: ProjectDto })
  async change(@Param('code') code: string, @Body() change: ProjectChangeDto): Promise<Public<Project>> {
    return publicProject(await this.programmes.change(code, change));
  }

  @Get(':code/versions')
  @ApiOkResponse({ type: ProjectVersionsDto })
  async versions(@Param('code') code: string): Promise<ProjectVersionsDto> {
    const { id } = await this.programmes.project(code);
    const versions = await listProjectVersions(this.database, id);
    return {
      versions: versions.map(({ definition, createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        definition: publicProject(definition),
      })),
    };
  }
}
