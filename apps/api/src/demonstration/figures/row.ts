import type { TerritoryLevel } from '@sillage/indicators';

/** A line of a tidy file, before it is written. A ratio is given by its numerator and denominator. */
export interface Row {
  readonly territory: { readonly level: TerritoryLevel; readonly code: string };
  readonly period: string;
  readonly indicator: string;
  readonly value?: number | 's' | 'nd' | 'nr';
  readonly numerator?: number;
  readonly denominator?: number;
  /** As producers write it: P provisional, E estimated, R series break. */
  readonly status?: 'P' | 'E' | 'R';
}

/** Decimal comma, at most six decimals, no thousands separator. */
export const frenchNumber = (value: number): string => String(Number(value.toFixed(6))).replace('.', ',');

const cell = (value: Row['value']): string => {
  if (value === undefined) return '';
  return typeof value === 'number' ? frenchNumber(value) : value;
};

const header = 'code_territoire;niveau;periode;indicateur;valeur;numerateur;denominateur;statut';

/** The tidy long format: one line per territory, period and indicator. */
export const tidyFile = (rows: readonly Row[]): string =>
  `${[
    header,
    ...rows.map(({ territory, period, indicator, value, numerator, denominator, status = 'V' }) =>
      [
        territory.code,
        territory.level,
        period,
        indicator,
        cell(value),
        cell(numerator),
        cell(denominator),
        status,
      ].join(';'),
    ),
  ].join('\n')}\n`;

/** Years from the first to the last, both included. */
export const years = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
