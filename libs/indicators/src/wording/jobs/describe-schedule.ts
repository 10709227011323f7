export type DescribedSchedule =
  | { kind: 'daily' | 'weekdays'; hour: number; minute: number }
  | { kind: 'weekly' | 'monthly'; day: number; hour: number; minute: number }
  | { kind: 'hourly'; minute: number }
  | { kind: 'minutes'; every: number }
  | { kind: 'other' };

/** The everyday meaning of a cron expression, when it has one that a sentence can say. */
export function describeSchedule(expression: string): DescribedSchedule {
  const [minute, hour, day, month, weekday, ...rest] = expression.trim().split(/\s+/);
  if (!minute || !hour || !day || !weekday || month !== '*' || rest.length > 0) return { kind: 'other' };
  const every = /^\*\/(\d{1,2})$/.exec(minute);
  const isEveryDay = day === '*' && weekday === '*';
  if (every && hour === '*' && isEveryDay) return { kind: 'minutes', every: Number(every[1]) };
  if (!isNumber(minute)) return { kind: 'other' };
  if (hour === '*') return isEveryDay ? { kind: 'hourly', minute: Number(minute) } : { kind: 'other' };
  if (!isNumber(hour)) return { kind: 'other' };
  const time = { hour: Number(hour), minute: Number(minute) };
  if (isEveryDay) return { kind: 'daily', ...time };
  if (day === '*' && weekday === '1-5') return { kind: 'weekdays', ...time };
  if (day === '*' && isNumber(weekday)) return { kind: 'weekly', day: Number(weekday) % 7, ...time };
  if (weekday === '*' && isNumber(day)) return { kind: 'monthly', day: Number(day), ...time };
  return { kind: 'other' };
}

const isNumber = (field: string): boolean => /^\d{1,2}$/.test(field);
