import { Module } from '@nestjs/common';
import { PageDataProvider } from '../platform/page-data';
import { FiguresController } from './figures.controller';
import { InlinePageData } from './inline-page-data';
import { MapsController } from './maps.controller';
import { PagesController } from './pages.controller';
import { PagesService } from './pages.service';
import { ProvenanceController } from './provenance.controller';
import { WarmPages } from './warm-pages';

@Module({
  controllers: [PagesController, FiguresController, MapsController, ProvenanceController],
  providers: [PagesService, WarmPages, { provide: PageDataProvider, useClass: InlinePageData }],
})
export class DashboardsModule {}
