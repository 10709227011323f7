import { Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { Config, readEnv } from './config';
import { HealthController } from './health.controller';
import { Log } from './log';

@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: Config, useFactory: () => readEnv(process.env) },
    Clock,
    {
      provide: Log,
      inject: [Config],
      useFactory: ({ log }: Config) => new Log((text) => process.stderr.write(text), log),
    },
  ],
  exports: [Config, Clock, Log],
})
export class PlatformModule {}
