import type { TerritoryLevel } from '../territory';
import { roleOfHeader } from './column-role';
import type { CsvRow } from './csv-rows';
import type { Layout } from './layout';
import { levelsOfLabel } from './place-title';
import { mayBeName } from './territory-names';

export interface LabelColumn {
  readonly index: number;
  /** Levels whose names its title announces; null when it says none. */
  readonly levels: readonly TerritoryLevel[] | null;
}

/** Columns that may name the territories of the codes. */
export function labelColumns({ headers, territory, codeStart }: Layout): LabelColumn[] {
  return headers.flatMap((header, index) => {
    if (index === territory || index === codeStart) return [];
    const role = roleOfHeader(header);
    if (role?.role === 'territory') return [{ index, levels: role.levels ?? null }];
    if (role?.role !== 'label') return [];
    return [{ index, levels: levelsOfLabel(header) }];
  });
}

/** Whether names of territories are needed to read a file: beside its codes, or instead of them. */
export const hasNames = (layout: Layout, rows: readonly CsvRow[]): boolean =>
  labelColumns(layout).length > 0 ||
  rows.some(({ line, cells }) => line > layout.headerLine && mayBeName((cells[layout.territory] ?? '').trim()));
