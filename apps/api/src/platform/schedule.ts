import { Cron } from 'croner';

const timeZone = 'Europe/Paris';

/**
 * A schedule is a cron expression of five fields read in Europe/Paris. croner gives each local time one instant at both
 * changes of hour; the cron package under @nestjs/schedule fires 03:00 twice on the autumn Sunday.
 */
export class Schedule {
  private readonly cron: Cron;

  private constructor(readonly expression: string) {
    this.cron = new Cron(expression, { timezone: timeZone, paused: true, mode: '5-part' });
  }

  /** null when the expression cannot be read or never falls due (30 February). */
  static parse(expression: string): Schedule | null {
    const fields = expression.trim().split(/\s+/);
    if (fields.length !== 5) return null;
    try {
      const schedule = new Schedule(fields.join(' '));
      return schedule.nextAfter(new Date('2026-01-01T00:00:00Z')) ? schedule : null;
    } catch {
      return null;
    }
  }

  nextAfter(instant: Date): Date | null {
    return this.cron.nextRun(instant);
  }

  /** The last instants due at or before `now` and not before `from`, the latest first. */
  latestDue(from: Date, now: Date, count: number): Date[] {
    // croner looks strictly before its reference
    const reference = new Date(now.getTime() + 1);
    return this.cron.previousRuns(count, reference).filter((due) => due >= from && due <= now);
  }
}

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** The name of a due slot: "2026-10-25T03:00:00+01:00". */
export function dueSlot(instant: Date): string {
  const parts = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]));
  const offset = parts['timeZoneName'] === 'GMT' ? '+00:00' : (parts['timeZoneName'] ?? '').replace('GMT', '');
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}${offset}`;
}
