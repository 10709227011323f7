import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { withoutProject } from './compose-sheet';
import { NewNoteDto, NewPreRegistrationDto, NoteDto, PreRegistrationDto } from './programmes.dto';
import { ProjectPapersService } from './project-papers.service';

@ApiTags('projects')
@Controller('api/v1/projects/:code')
export class ProjectPapersController {
  constructor(private readonly papers: ProjectPapersService) {}

  /** Attaches a signed note: the director's comment, or anybody's disagreement. It is never changed. */
  @Post('notes')
  @ApiCreatedResponse({ type: NoteDto })
  async addNote(@Param('code') code: string, @Body() note: NewNoteDto): Promise<NoteDto> {
    return this.papers.addNote(code, note);
  }

  /** Fixes, before the project begins, what it will be judged on; refused afterwards, and final. */
  @Post('pre-registration')
  @ApiCreatedResponse({ type: PreRegistrationDto })
  async preRegister(@Param('code') code: string, @Body() given: NewPreRegistrationDto): Promise<PreRegistrationDto> {
    return withoutProject(await this.papers.preRegister(code, given));
  }
}
