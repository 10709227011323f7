import { Controller, Get } from '@nestjs/common';

@Controller('api/v1/health')
export class HealthController {
  /** Cheap on purpose: takes no connection from the pool. */
  @Get()
  read(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
