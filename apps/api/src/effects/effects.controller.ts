import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { effectsJobFr } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database';
import { unlessSame } from '../platform/etag';
import { Problem } from '../platform/problem';
import { findProject } from '../programmes/programmes.queries';
import { EvaluationDto, ProjectEvaluationsDto } from './effects.dto';
import { findShownEvaluation, listShownEvaluations, type ShownEvaluation } from './shown-evaluations.queries';

/** What was estimated of projects, now and earlier, as data. A new estimation is asked for through the jobs. */
@ApiTags('evaluations')
@Controller('api/v1')
export class EffectsController {
  constructor(private readonly database: Database) {}

  /** By outcome, the newest first. */
  @Get('projects/:code/evaluations')
  @ApiOkResponse({ type: ProjectEvaluationsDto })
  async list(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const project = await findProject(this.database, code);
    if (!project) throw new Problem(404, 'projet-inconnu', effectsJobFr.unknownProject(code));
    const records = await listShownEvaluations(this.database, project.id);
    const evaluations = records.map((record) => ({ ...originOf(record), evaluation: record.evaluation }));
    return answer(request, reply, { project: project.code, evaluations });
  }

  /** One estimation, with whom the project was compared and why not with others. */
  @Get('evaluations/:id')
  @ApiOkResponse({ type: EvaluationDto })
  async read(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const record = /^\d{1,9}$/.test(id) ? await findShownEvaluation(this.database, Number(id)) : undefined;
    if (!record) {
      throw new Problem(404, 'estimation-inconnue', effectsJobFr.unknownEvaluation(id), effectsJobFr.whereEvaluations);
    }
    const { project, evaluation, pool } = record;
    return answer(request, reply, { ...originOf(record), project, evaluation, pool });
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, body: object): string | undefined {
  reply.header('content-type', 'application/json; charset=utf-8');
  return unlessSame(request, reply, JSON.stringify(body));
}

const originOf = (record: ShownEvaluation) => ({
  id: record.id,
  indicator: record.indicator,
  isCurrent: record.isCurrent,
  computedAt: record.computedAt.toISOString(),
  stateVersion: record.stateVersion,
  methodVersion: record.methodVersion,
  seed: record.seed,
  solverGap: record.solverGap,
  inputHash: record.inputHash,
  adjustedP: record.adjustedP,
});
