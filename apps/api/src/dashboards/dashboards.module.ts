import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PageDataProvider } from '../platform/page-data';
import { FiguresController } from './figures.controller';
import { FreshAfterWriting } from './fresh-after-writing';
import { InlinePageData } from './inline-page-data';
import { MapsController } from './maps.controller';
import { PagesController } from './pages.controller';
import { PagesService } from './pages.service';
import { ProvenanceController } from './provenance.controller';
import { WarmPages } from './warm-pages';

@Module({
  controllers: [PagesController, FiguresController, MapsController, ProvenanceController],
  providers: [
    PagesService,
    WarmPages,
    { provide: PageDataProvider, useClass: InlinePageData },
    { provide: APP_INTERCEPTOR, useClass: FreshAfterWriting },
  ],
})
export class DashboardsModule {}
