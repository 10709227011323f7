import { comparableName } from './cell-text';
import type { ColumnUse, HintedColumn } from './reading-hints';

/** The uses that someone gave to columns, found by header, or by rank for those without ("#3"). */
export class HintedColumns {
  private readonly byName = new Map<string, ColumnUse>();

  constructor(private readonly columns: readonly HintedColumn[]) {
    for (const { header, use } of columns) this.byName.set(keyOf(header), use);
  }

  find(header: string, index: number): ColumnUse | undefined {
    if (this.byName.size === 0) return undefined;
    return this.byName.get(`#${index + 1}`) ?? (header === '' ? undefined : this.byName.get(keyOf(header)));
  }

  isTerritory(header: string): boolean {
    return this.byName.size > 0 && this.byName.get(keyOf(header))?.as === 'territory';
  }

  /** A column that reading needs and that the header does not have: headers change from one year to the next. */
  missing(headers: readonly string[]): string | undefined {
    return this.columns.find(
      ({ header, use, isOptional }) =>
        !isOptional &&
        use.as !== 'ignored' &&
        use.as !== 'label' &&
        use.as !== 'description' &&
        !headers.some((other, index) => keyOf(header) === `#${index + 1}` || keyOf(other) === keyOf(header)),
    )?.header;
  }
}

const keyOf = (header: string): string => (/^#\d+$/.test(header) ? header : comparableName(header) || header.trim());

export const noHintedColumns = new HintedColumns([]);
