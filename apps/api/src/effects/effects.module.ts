import { Module } from '@nestjs/common';
import { EffectsController } from './effects.controller';
import { EffectsJob } from './effects.job';
import { EffectsService } from './effects.service';
import { Estimator } from './estimator';

@Module({
  controllers: [EffectsController],
  providers: [{ provide: Estimator, useFactory: () => new Estimator() }, EffectsService, EffectsJob],
  exports: [EffectsJob],
})
export class EffectsModule {}
