import type { TerritoryLevel } from '../territory';
import { comparableName } from './cell-text';
import { levelFamily, roleOfHeader } from './column-role';

const placeWord = /(?:^|_|lib|nom)(com|dep|epci|reg)(?:mune|artement|ion)?s?(?:_|$)/;
const placeLevels: Readonly<Record<string, TerritoryLevel>> = {
  com: 'commune',
  dep: 'departement',
  epci: 'epci',
  reg: 'region',
};

/** Levels that a title of names announces: null for "libelle". */
export function levelsOfLabel(header: string): readonly TerritoryLevel[] | null {
  const level = placeLevels[placeWord.exec(comparableName(header))?.[1] ?? ''];
  return level ? levelFamily(level) : null;
}

/** "nom_commune", "libgeo": in a file without codes, the column that says where. */
export const placeTitle = (header: string): { readonly levels: readonly TerritoryLevel[] | null } | undefined => {
  if (roleOfHeader(header)?.role !== 'label') return undefined;
  const levels = levelsOfLabel(header);
  return levels || /geo|territoire|zone/.test(comparableName(header)) ? { levels } : undefined;
};
