import { DynamicModule, Module, Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import type { Job } from './job';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { JobScheduler } from './job-scheduler';
import { JobWorker } from './job-worker';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';

@Module({})
class JobsModule {}

/** The jobs of the application: classes provided by the features that own them. */
export function withJobs(classes: readonly Type<Job>[]): DynamicModule {
  return {
    module: JobsModule,
    imports: [ScheduleModule.forRoot()],
    controllers: [JobsController],
    providers: [
      {
        provide: JobRegistry,
        inject: [ModuleRef],
        useFactory: (modules: ModuleRef) =>
          new JobRegistry(() => classes.map((type) => modules.get(type, { strict: false }))),
      },
      JobRunner,
      JobScheduler,
      JobWorker,
      JobsService,
    ],
    exports: [JobsService, JobScheduler, JobWorker],
  };
}
