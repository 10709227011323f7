import {
  aggregatesFr,
  coverageShare,
  periodOfCode,
  periodText,
  type TerritoryLevel,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import type { MeasureAnswer, StateDto } from './aggregates.dto';
import type { MeasureRow } from './own-measures';
import type { PublishedState } from './published-state';

export function composeState(state: PublishedState): z.output<typeof StateDto.schema> {
  return {
    version: state.version,
    computedAt: state.computedAt.toISOString(),
    durationMs: state.durationMs,
    batchIds: [...state.batchIds],
    aggregateCount: state.aggregateCount,
    counts: { ...state.report.counts },
    messages: [...state.report.messages],
    isReadable: state.isReadable,
  };
}

interface Place {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
}

export const composeMeasure = ({ level, code, name }: Place, row: MeasureRow): MeasureAnswer => ({
  level,
  code,
  name,
  period: periodText(periodOfCode(row.period)),
  value: 'value' in row.measure ? row.measure.value : null,
  absence: 'absence' in row.measure ? row.measure.absence : null,
  status: row.status,
  origin: row.origin,
  numerator: row.numerator,
  denominator: row.denominator,
  coverage: { ...row.coverage },
});

/** As French spreadsheets read it: byte order mark, semicolons, decimal commas; a secret is `s`, never 0. */
export function composeCsv(indicator: string, measures: readonly MeasureAnswer[]): string {
  const { columns } = aggregatesFr;
  const { absences, statuses } = vocabulary.fr;
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const header = [
    columns.level,
    columns.code,
    columns.name,
    columns.indicator,
    columns.period,
    columns.value,
    columns.numerator,
    columns.denominator,
    columns.status,
    columns.coverage,
  ];
  const lines = measures.map((row) => [
    row.level,
    row.code,
    row.name,
    indicator,
    row.period,
    row.absence === null ? number(row.value) : absences[row.absence].symbol,
    number(row.numerator),
    number(row.denominator),
    statuses[row.status].symbol,
    number(Math.round(coverageShare(row.coverage) * 1000) / 1000),
  ]);
  return `\ufeff${[header, ...lines].map((line) => line.map(cellText).join(';')).join('\r\n')}\r\n`;
}

/** Quoted when needed; a name that a spreadsheet would run as a formula is disarmed. */
function cellText(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d,]+$)/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
