import { Module } from '@nestjs/common';
import { RebuildJob } from './rebuild.job';
import { RebuildService } from './rebuild.service';

@Module({
  providers: [RebuildService, RebuildJob],
  exports: [RebuildService, RebuildJob],
})
export class AggregatesModule {}
