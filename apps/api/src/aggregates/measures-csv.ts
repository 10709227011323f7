import { absenceSymbol, aggregatesEn, aggregatesFr, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import type { MeasuresDto } from './measures.dto';

type Measures = z.output<typeof MeasuresDto.schema>;

/** French spreadsheets want a semicolon and a decimal comma; the byte order mark tells them that it is UTF-8. */
const dialects = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
} as const;

/** A text that a spreadsheet would run as a formula is disarmed by an apostrophe. */
function quoted(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One line per measure, under the names of the tidy format that the import reads; an absence is its French
 * producers' mark in any language (an "x" could be read as anything), never 0.
 */
export function measuresCsv({ indicator, measures }: Measures, locale: Locale): string {
  const { separator, decimal } = dialects[locale];
  const { columns } = locale === 'fr' ? aggregatesFr : aggregatesEn;
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', decimal));
  const header = [
    columns.level,
    columns.code,
    columns.name,
    columns.indicator,
    columns.period,
    columns.value,
    columns.status,
    columns.coverage,
  ];
  const lines = measures.map((row) => [
    row.level,
    row.code,
    quoted(row.name, separator),
    indicator.code,
    row.period,
    row.absence === null ? number(row.value) : absenceSymbol(row.absence, 'fr'),
    row.status,
    number(row.coverage),
  ]);
  return `\ufeff${[header, ...lines].map((line) => line.join(separator)).join('\r\n')}\r\n`;
}
