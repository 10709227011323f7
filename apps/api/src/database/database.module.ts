import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config';
import { connect } from './connect';
import { migrate } from './data-source';
import { Database } from './database';

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: async (config: Config) => {
        const dataSource = await connect(config.databaseUrl);
        await migrate(dataSource);
        return dataSource;
      },
    },
    Database,
  ],
  exports: [Database, DataSource],
})
export class DatabaseModule {}
