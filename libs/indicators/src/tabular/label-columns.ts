import type { TerritoryLevel } from '../territory';
import { comparableName } from './cell-text';
import { levelFamily, roleOfHeader } from './column-role';
import type { Layout } from './layout';

export interface LabelColumn {
  readonly index: number;
  /** Levels whose names its title announces; null when it says none. */
  readonly levels: readonly TerritoryLevel[] | null;
}

const placeWord = /(?:^|_|lib|nom)(com|dep|epci|reg)(?:mune|artement|ion)?s?(?:_|$)/;
const placeLevels: Readonly<Record<string, TerritoryLevel>> = {
  com: 'commune',
  dep: 'departement',
  epci: 'epci',
  reg: 'region',
};

/** Columns that may name the territories of the codes. */
export function labelColumns({ headers, territory, codeStart }: Layout): LabelColumn[] {
  return headers.flatMap((header, index) => {
    if (index === territory || index === codeStart) return [];
    const role = roleOfHeader(header);
    if (role?.role === 'territory') return [{ index, levels: role.levels ?? null }];
    if (role?.role !== 'label') return [];
    const level = placeLevels[placeWord.exec(comparableName(header))?.[1] ?? ''];
    return [{ index, levels: level ? levelFamily(level) : null }];
  });
}
