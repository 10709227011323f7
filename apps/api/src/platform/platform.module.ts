import { Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { Config, readEnv } from './config';
import { HealthController } from './health.controller';

@Global()
@Module({
  controllers: [HealthController],
  providers: [{ provide: Config, useFactory: () => readEnv(process.env) }, Clock],
  exports: [Config, Clock],
})
export class PlatformModule {}
