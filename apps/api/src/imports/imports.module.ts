import { Module } from '@nestjs/common';
import { ArrivalsService } from './arrivals/arrivals.service';
import { ImportPullJob } from './arrivals/import-pull.job';
import { ImportPullsJob } from './arrivals/import-pulls.job';
import { OutgoingPolicy } from './arrivals/outgoing-policy';
import { PullsController } from './arrivals/pulls.controller';
import { PullsService } from './arrivals/pulls.service';
import { WatchFolderJob } from './arrivals/watch-folder.job';
import { ImportCheckJob } from './import-check.job';
import { ImportPublishJob } from './import-publish.job';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { ReadingHintsController } from './reading-hints.controller';
import { TemplatesController } from './templates.controller';

@Module({
  controllers: [ImportsController, ReadingHintsController, TemplatesController, PullsController],
  providers: [
    ImportsService,
    ImportCheckJob,
    ImportPublishJob,
    ArrivalsService,
    OutgoingPolicy,
    PullsService,
    ImportPullsJob,
    ImportPullJob,
    WatchFolderJob,
  ],
  exports: [ImportsService, ImportCheckJob, ImportPublishJob, ImportPullsJob, ImportPullJob, WatchFolderJob],
})
export class ImportsModule {}
