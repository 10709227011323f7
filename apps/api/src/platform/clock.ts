import { Injectable } from '@nestjs/common';

/** The only place that reads the time. Tests give their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
