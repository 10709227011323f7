import type { TerritoryLevel } from '../territory';
import { readTerritory, type TerritoryContext, type TerritoryReading } from './territory-code';
import type { TerritoryCode, TerritoryIndex } from './territory-index';

/** Distinct cells remembered; beyond, cells are simply read again. */
export const memoryLimit = 100_000;

/** What each distinct code cell means, at the level that its row or its table says. */
export class TerritoryCells {
  /** Distinct codes that the geography vintage does not know. */
  strangers = 0;
  private readonly known = new Map<string, TerritoryReading>();

  constructor(
    private readonly index: TerritoryIndex,
    private readonly context: TerritoryContext,
  ) {}

  /** `key` tells apart equal cells of other levels; '' for the levels of the file. */
  read(cell: string, key: string, levels: readonly TerritoryLevel[] | null): TerritoryReading {
    const name = key === '' ? cell : `${key} ${cell}`;
    const before = this.known.get(name);
    if (before) return before;
    const reading = readTerritory(cell, this.index, { ...this.context, levels });
    if (reading.kind === 'territory' && reading.remarks.includes('CODE_AUTRE_MILLESIME')) this.strangers += 1;
    if (this.known.size < memoryLimit) this.known.set(name, reading);
    return reading;
  }

  /** All perimeters of every distinct code met so far, to choose the geography vintage. */
  *codesSeen(): Generator<readonly TerritoryCode[]> {
    for (const reading of this.known.values()) if (reading.kind === 'territory') yield reading.entries;
  }
}
