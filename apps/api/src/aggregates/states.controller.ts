import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { aggregatesFr } from '@sillage/indicators';
import type { z } from 'zod';
import { Database } from '../database/database';
import { Problem } from '../platform/problem';
import { findCurrentState, listStates } from './aggregates.queries';
import { StateDto, StateListDto } from './measures.dto';
import type { PublishedState } from './published-state';

type State = z.output<typeof StateDto.schema>;

/** The published states: what readers saw, and when. */
@ApiTags('states')
@Controller('api/v1/states')
export class StatesController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOkResponse({ type: StateListDto })
  async list(): Promise<{ states: State[] }> {
    return { states: (await listStates(this.database)).map(asState) };
  }

  @Get('current')
  @ApiOkResponse({ type: StateDto })
  async current(): Promise<State> {
    const state = await findCurrentState(this.database);
    if (!state) throw new Problem(404, 'aucun-etat', aggregatesFr.noState);
    return asState(state);
  }
}

const asState = ({ report, computedAt, batchIds, ...state }: PublishedState): State => ({
  ...state,
  batchIds: [...batchIds],
  computedAt: computedAt.toISOString(),
  counts: { ...report.counts },
  messages: [...report.messages],
});
