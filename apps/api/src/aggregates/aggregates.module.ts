import { Module } from '@nestjs/common';
import { AggregatesController } from './aggregates.controller';
import { MeasuresController } from './measures.controller';
import { RebuildJob } from './rebuild.job';
import { RebuildService } from './rebuild.service';
import { StatesController } from './states.controller';

@Module({
  controllers: [AggregatesController],
  controllers: [MeasuresController, StatesController],
  providers: [RebuildService, RebuildJob],
  exports: [RebuildService, RebuildJob],
})
export class AggregatesModule {}
