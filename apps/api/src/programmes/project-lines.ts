import { programmesFr, readNumber, type StatementStatus, type ValueSource } from '@sillage/indicators';
import type { CsvRow } from '../platform/csv-table';
import { statusWords } from './csv-columns';

const { csv: words } = programmesFr;

/** The lines of one project in a file: what tells of the whole project is read on whichever line gives it. */
export class ProjectLines {
  constructor(readonly rows: readonly CsvRow[]) {}

  get header(): readonly string[] {
    return this.rows[0]?.header ?? [];
  }

  /** `/territories/3/code` is the fourth line of the project, anything else its first. */
  locate(pointer: string): string {
    const rank = Number(/^\/territories\/(\d+)/.exec(pointer)?.[1] ?? 0);
    return `/lignes/${this.rows[rank]?.line ?? this.rows[0]?.line ?? 1}`;
  }

  /** The line that gives a column of the whole project; lines that contradict each other are a fault. */
  rowOf(column: string): CsvRow {
    const given = this.rows.filter((row) => row.text(column) !== '');
    const [first = this.rows[0]!] = given;
    for (const row of given) {
      if (row.text(column) === first.text(column)) continue;
      row.fault(column, words.contradiction(row.line, column, row.text(column), first.text(column)));
    }
    return first;
  }

  text(column: string): string {
    return this.rowOf(column).text(column);
  }

  mandatory(column: string): string {
    return this.rowOf(column).mandatory(column);
  }

  meanings<Meaning>(column: string, meaning: Readonly<Record<string, Meaning>>): Meaning[] {
    const row = this.rowOf(column);
    return row.list(column).flatMap((text) => row.meaning(column, text, meaning) ?? []);
  }

  /** null for an empty cell. */
  date(column: string): string | null {
    return this.text(column) === '' ? null : dateOf(this.rowOf(column), column);
  }

  number(column: string, expected: string = words.aNumber): number | null {
    const row = this.rowOf(column);
    return numberOf(row, column, row.text(column), expected);
  }

  /** Whole cents, of an amount in euros. */
  cents(column: string): number | null {
    const euros = this.number(column, words.anAmount);
    if (euros === null) return null;
    const cents = Math.round(euros * 100);
    if (Math.abs(cents - euros * 100) > 1e-6 * Math.max(1, Math.abs(cents))) {
      this.rowOf(column).wrong(column, this.text(column), words.anAmount);
    }
    return cents;
  }

  /** What does not say how it is known is what somebody says. */
  status(column: string): StatementStatus {
    const row = this.rowOf(column);
    return row.text(column) === '' ? 'declared' : (row.meaning(column, row.text(column), statusWords) ?? 'declared');
  }

  source(column: string): ValueSource | null {
    return this.text(column) === '' ? null : sourceOf(this.text(column));
  }

  /** Where the absence of a source is a fault. */
  mandatorySource(column: string): ValueSource {
    return sourceOf(this.mandatory(column));
  }
}

/** "Compte administratif 2025 (https://exemple.fr/ca.pdf)" */
function sourceOf(text: string): ValueSource {
  const [, label = text, url = null] = /^(.+?)\s*\((https?:\/\/[^\s)]+)\)$/.exec(text) ?? [];
  return { label, url };
}

/** ISO, from "2025-03-01" or "01/03/2025"; a date that does not exist is a fault. */
export function dateOf(row: CsvRow, column: string): string {
  const text = row.mandatory(column);
  if (text === '') return '';
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text;
  if (!isDay(iso)) row.wrong(column, text, words.aDate);
  return iso;
}

export const isDay = (iso: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
};

/** null for an empty cell; a number that could be read in two ways is a fault. */
export function numberOf(row: CsvRow, column: string, text: string, expected: string): number | null {
  const reading = readNumber(text);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'number' && reading.remarks.length === 0) return reading.value;
  row.wrong(column, row.text(column), expected);
  return null;
}
