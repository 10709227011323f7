import { describeSchedule } from '@sillage/indicators';

export const frequencies = ['daily', 'weekdays', 'weekly', 'monthly', 'hourly', 'other'] as const;

/** A cron expression as a person fills it in. */
export interface ScheduleDraft {
  frequency: (typeof frequencies)[number];
  time: string;
  minute: number;
  weekday: number;
  monthday: number;
  cron: string;
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

export function scheduleDraft(cron: string): ScheduleDraft {
  const now = describeSchedule(cron);
  return {
    frequency: now.kind === 'minutes' ? 'other' : now.kind,
    time: 'hour' in now ? `${twoDigits(now.hour)}:${twoDigits(now.minute)}` : '03:00',
    minute: now.kind === 'hourly' ? now.minute : 0,
    weekday: now.kind === 'weekly' ? now.day : 1,
    monthday: now.kind === 'monthly' ? now.day : 1,
    cron,
  };
}

export function cronOf(draft: ScheduleDraft): string {
  const [hour, minute] = draft.time.split(':').map(Number);
  switch (draft.frequency) {
    case 'daily':
      return `${minute} ${hour} * * *`;
    case 'weekdays':
      return `${minute} ${hour} * * 1-5`;
    case 'weekly':
      return `${minute} ${hour} * * ${draft.weekday}`;
    case 'monthly':
      return `${minute} ${hour} ${draft.monthday} * *`;
    case 'hourly':
      return `${draft.minute} * * * *`;
    default:
      return draft.cron;
  }
}
