import type { Merge, SheetRow } from './workbook';

/** The merged cells of a sheet whose format lists them apart from its rows. */
export class MergedAreas {
  private readonly byTop = new Map<number, Merge[]>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      const known = this.byTop.get(merge.top);
      if (known) known.push(merge);
      else this.byTop.set(merge.top, [merge]);
    }
  }

  /** Tells the first cell of each area how far it goes. */
  mark({ index, cells }: SheetRow): void {
    for (const { left, right, bottom } of this.byTop.get(index) ?? []) {
      const rank = cells.findIndex(({ column }) => column === left);
      if (rank >= 0) cells[rank] = { ...cells[rank]!, columnSpan: right - left + 1, rowSpan: bottom - index + 1 };
    }
  }
}
