import { Module } from '@nestjs/common';
import { MeasuresController } from './measures.controller';
import { RebuildJob } from './rebuild.job';
import { RebuildService } from './rebuild.service';
import { StatesController } from './states.controller';

@Module({
  controllers: [MeasuresController, StatesController],
  providers: [RebuildService, RebuildJob],
  exports: [RebuildService, RebuildJob],
})
export class AggregatesModule {}
