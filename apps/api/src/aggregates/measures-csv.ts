import { absenceSymbol, aggregatesEn, aggregatesFr, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import { disarmed, quotedCell } from '../platform/csv-cell';
import type { MeasuresDto } from './measures.dto';

type Measures = z.output<typeof MeasuresDto.schema>;

/** French spreadsheets want a semicolon and a decimal comma; the byte order mark tells them that it is UTF-8. */
const dialects = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
} as const;

const cellText = (text: string, separator: string): string => quotedCell(disarmed(text), separator);

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
    cellText(row.name, separator),
    indicator.code,
    row.period,
    row.absence === null ? number(row.value) : absenceSymbol(row.absence, 'fr'),
    row.status,
    number(row.coverage),
  ]);
  return `\ufeff${[header, ...lines].map((line) => line.join(separator)).join('\r\n')}\r\n`;
}
