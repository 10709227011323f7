import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module';
import { ProgrammesModule } from '../programmes/programmes.module';
import { TerritoriesModule } from '../territories/territories.module';
import { DemonstrationService } from './demonstration.service';
import { ExamplesController } from './examples.controller';

@Module({
  imports: [ImportsModule, ProgrammesModule, TerritoriesModule],
  controllers: [ExamplesController],
  providers: [DemonstrationService],
  exports: [DemonstrationService],
})
export class DemonstrationModule {}
