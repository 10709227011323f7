import { Module } from '@nestjs/common';
import { AggregatesModule } from './aggregates/aggregates.module';
import { RebuildJob } from './aggregates/rebuild.job';
import { CatalogueModule } from './catalogue/catalogue.module';
import { DashboardsModule } from './dashboards/dashboards.module';
import { DatabaseModule } from './database/database.module';
import { DemonstrationModule } from './demonstration/demonstration.module';
import { EffectsJob } from './effects/effects.job';
import { EffectsModule } from './effects/effects.module';
import { ImportPullJob } from './imports/arrivals/import-pull.job';
import { ImportPullsJob } from './imports/arrivals/import-pulls.job';
import { WatchFolderJob } from './imports/arrivals/watch-folder.job';
import { ImportCheckJob } from './imports/import-check.job';
import { ImportPublishJob } from './imports/import-publish.job';
import { ImportsModule } from './imports/imports.module';
import { withJobs } from './jobs/jobs.module';
import { PlatformModule } from './platform/platform.module';
import { ProgrammesModule } from './programmes/programmes.module';
import { TerritoriesModule } from './territories/territories.module';

@Module({
  imports: [
    PlatformModule,
    DatabaseModule,
    TerritoriesModule,
    CatalogueModule,
    ProgrammesModule,
    DemonstrationModule,
    ImportsModule,
    AggregatesModule,
    EffectsModule,
    withJobs([RebuildJob, ImportCheckJob, ImportPublishJob, ImportPullsJob, ImportPullJob, WatchFolderJob, EffectsJob]),
    DashboardsModule,
  ],
})
export class AppModule {}
