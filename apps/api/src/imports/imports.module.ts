import { Module } from '@nestjs/common';
import { ImportCheckJob } from './import-check.job';
import { ImportPublishJob } from './import-publish.job';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { ReadingHintsController } from './reading-hints.controller';
import { TemplatesController } from './templates.controller';

@Module({
  controllers: [ImportsController, ReadingHintsController, TemplatesController],
  providers: [ImportsService, ImportCheckJob, ImportPublishJob],
  exports: [ImportsService, ImportCheckJob, ImportPublishJob],
})
export class ImportsModule {}
