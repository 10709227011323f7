import { language } from './language';

const locale = (): string => (language.value === 'fr' ? 'fr-FR' : 'en-GB');

export const formatCount = (count: number): string =>
  new Intl.NumberFormat(locale()).format(count).replace('-', '\u2212');

export const formatDateTime = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(
    new Date(iso),
  );

export const formatPercent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** 1 536 → "1,5 ko": decimal units, one decimal below ten. */
export function formatSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let size = bytes;
  let rank = 0;
  while (size >= 1000 && rank < units.length - 1) {
    size /= 1000;
    rank += 1;
  }
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[rank] ?? 'byte',
    maximumFractionDigits: size < 10 && rank > 0 ? 1 : 0,
  }).format(size);
}

export function formatDuration(seconds: number): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale(), {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(value);
  if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}

export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 10_000) return formatDuration(milliseconds / 1000);
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumFractionDigits: milliseconds < 1000 ? 2 : 1,
  }).format(milliseconds / 1000);
}
