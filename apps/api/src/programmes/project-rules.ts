import { type ProjectDefinition, programmesFr, type TreatedTerritory } from '@sillage/indicators';
import { listIndicators } from '../catalogue/catalogue.queries';
import type { Queryable } from '../database/database';
import type { Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { checkProject, type KnownWorld } from './check-project';
import { listFixedOutcomes, listKnownPlaces, listProgrammes } from './programmes.queries';

/** More would not be read. */
export const faultsShown = 100;

/** What the projects on these territories are checked against. */
export async function readKnownWorld(db: Queryable, territories: readonly TreatedTerritory[]): Promise<KnownWorld> {
  // with the codes whose zero a spreadsheet may have dropped
  const places = territories.flatMap(({ level, code }) => [
    { level, code },
    { level, code: `0${code}` },
  ]);
  const known = new Set((await listKnownPlaces(db, places)).map(({ level, code }) => `${level} ${code}`));
  return {
    indicators: new Set((await listIndicators(db)).map(({ code }) => code)),
    fixedOutcomes: new Map((await listFixedOutcomes(db)).map(({ code, indicator }) => [code, indicator])),
    programmes: new Set((await listProgrammes(db)).map(({ code }) => code)),
    hasTerritory: (level, code) => known.has(`${level} ${code}`),
  };
}

export async function refuseFaults(
  db: Queryable,
  definition: ProjectDefinition,
  before: readonly Fault[] = [],
): Promise<void> {
  const found = checkProject(definition, await readKnownWorld(db, definition.territories));
  const faults = [...before, ...found];
  if (faults.length === 0) return;
  const title = programmesFr.projectRefused(definition.code);
  throw new Problem(422, 'projet-refuse', title, programmesFr.nothingWritten, faults.slice(0, faultsShown));
}
