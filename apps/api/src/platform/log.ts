import { LoggerService } from '@nestjs/common';
import { codeOf } from './database-away';

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | Record<string, number>>>;

const flushDelayMs = 50;

/**
 * JSON lines: one per request, job and import, with counts and names, never a cell's content. Lines are gathered for a
 * few milliseconds: a write per request would cost more than many requests.
 */
export class Log implements LoggerService {
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly write: (text: string) => void,
    private level: 'all' | 'errors' = 'all',
  ) {}

  line(level: 'info' | 'warning' | 'error', event: string, fields: LogFields = {}): void {
    if (level !== 'error' && this.level === 'errors') return;
    this.waiting.push(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
    if (level === 'error') this.flush();
    this.timer ??= setTimeout(() => this.flush(), flushDelayMs).unref();
  }

  /** For a command: its own words are its report. */
  keepErrorsOnly(): void {
    this.level = 'errors';
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting.length > 0) this.write(this.waiting.join(''));
    this.waiting = [];
  }

  /** An error's class, code and place, without its message: PostgreSQL quotes the offending value in it. */
  failure(event: string, error: unknown, fields: LogFields = {}): void {
    const { name = typeof error, stack = '' } = isErrorLike(error) ? error : {};
    this.line('error', event, {
      ...fields,
      error: name,
      code: codeOf(error) || undefined,
      at: stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 6)
        .map((line) => line.trim())
        .join(' < '),
    });
  }

  log(): void {
    // Nest's own progress (modules, routes) is of no use to an operator
  }
  warn(message: unknown): void {
    this.line('warning', 'nest', { message: String(message) });
  }
  error(message: unknown): void {
    this.line('error', 'nest', { message: String(message) });
  }
}

const isErrorLike = (error: unknown): error is { name?: string; stack?: string } =>
  typeof error === 'object' && error !== null;
