import { aFinding, type Finding } from './finding';
import type { ImportedIndicator } from './indicator-index';
import type { Layout } from './layout';
import { contradictsUnit, isUnitTitle, unitFamily, unitInTitle } from './unit-cell';
import type { ValueColumn } from './value-columns';

/** The units that a file gives to its values, in a column or after their titles: « valeur (k€) ». */
export class ValueUnits {
  /** -1 when no column says them, or a person has said by what to multiply. */
  readonly column: number;
  private readonly inTitles: ReadonlyMap<number, string>;
  private readonly isSilent: boolean;

  constructor(
    private readonly headers: Layout['headers'],
    values: Layout['values'],
    unread: readonly number[],
    factor: number,
  ) {
    const isAsked = factor === 1;
    this.column = isAsked ? (unread.find((index) => isUnitTitle(headers[index] ?? '')) ?? -1) : -1;
    this.inTitles = new Map(isAsked ? values.map(({ index, header }) => [index, unitInTitle(header)]) : []);
    this.isSilent = this.column < 0 && [...this.inTitles.values()].every((text) => text === '');
  }

  contradiction(
    cells: readonly string[],
    { index, header }: ValueColumn,
    { code, unit }: ImportedIndicator,
    line: number,
  ): Finding | undefined {
    if (this.isSilent) return undefined;
    const beside = cells[this.column] ?? '';
    const seen = [beside, this.inTitles.get(index) ?? ''].find((text) => contradictsUnit(unitFamily(text), unit));
    if (seen === undefined) return undefined;
    const column = seen === beside ? (this.headers[this.column] ?? null) : header;
    return aFinding('UNITE_CONTRADICTOIRE', line, column, seen, { indicator: code, unit });
  }
}
