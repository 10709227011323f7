import { Module } from '@nestjs/common';
import { ProgrammesController } from './programmes.controller';
import { ProgrammesService } from './programmes.service';
import { ProjectPapersController } from './project-papers.controller';
import { ProjectPapersService } from './project-papers.service';
import { ProjectsController } from './projects.controller';

@Module({
  controllers: [ProgrammesController, ProjectsController, ProjectPapersController],
  providers: [ProgrammesService, ProjectPapersService],
  exports: [ProgrammesService, ProjectPapersService],
})
export class ProgrammesModule {}
