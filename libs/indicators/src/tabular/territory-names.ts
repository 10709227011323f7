import { groupBy } from '../group-by';
import type { TerritoryLevel } from '../territory';
import { levelFamily } from './column-role';
import { placeNameKey } from './place-name';

export interface TerritoryName {
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  /** Not that of a former perimeter. */
  readonly isCurrent: boolean;
}

/** Levels whose territories are known by their names. */
const namedLevels: readonly TerritoryLevel[] = ['commune', 'epci', 'departement', 'region'];

/** Names of every territory: its own, those of its former perimeters, of what it merged from or into. */
export class TerritoryNames {
  private readonly own = new Map<string, string[]>();
  /** Territories by the name that they bear now; made when a label is not the expected one. */
  private bearers: Map<string, TerritoryName[]> | undefined;

  constructor(private readonly names: readonly TerritoryName[]) {
    for (const { level, code, name, isCurrent } of names) {
      const key = `${level} ${code}`;
      const before = this.own.get(key);
      if (!before) this.own.set(key, [name]);
      else if (isCurrent) before.unshift(name);
      else before.push(name);
    }
  }

  /**
   * The name that a code should have beside it, when the label is that of another territory. A label that is nobody's, as
   * names before a renaming are, contradicts nothing.
   */
  contradictedBy(label: string, level: TerritoryLevel, code: string): string | null {
    const own = this.own.get(`${level} ${code}`);
    if (!own || own.includes(label)) return null;
    const key = placeNameKey(label);
    if (own.some((name) => isNamedAs(placeNameKey(name), key))) return null;
    return this.bearersOf(key, level).length > 0 ? own[0]! : null;
  }

  /** All that bear a name, at some levels. */
  find(name: string, levels: readonly TerritoryLevel[] | null): readonly TerritoryName[] {
    const key = placeNameKey(name);
    return (levels ?? namedLevels)
      .flatMap((level) => this.bearersOf(key, level).filter((bearer) => bearer.level === level))
      .filter((bearer, rank, all) => all.indexOf(bearer) === rank);
  }

  private bearersOf(key: string, level: TerritoryLevel): readonly TerritoryName[] {
    this.bearers ??= groupBy(
      this.names.filter(({ isCurrent }) => isCurrent),
      (one) => `${kindOf(one.level)} ${placeNameKey(one.name)}`,
    );
    return this.bearers.get(`${kindOf(level)} ${key}`) ?? [];
  }
}

/** "Langon" for "Langon-sur-Cher": most renamings add words, and people leave them out. */
const isNamedAs = (one: string, other: string): boolean =>
  one === other || `${one}_`.startsWith(`${other}_`) || `${other}_`.startsWith(`${one}_`);

/** No code, no number, and no mark of a few capitals. */
export const mayBeName = (text: string): boolean => /^\p{L}[^\d]*\p{L}/u.test(text) && !/^[A-Z]{2}$/.test(text);

/** Names are compared within a level, and between départements and régions, whose codes are alike. */
function kindOf(level: TerritoryLevel): TerritoryLevel {
  if (level === 'region' || levelFamily('departement').includes(level)) return 'departement';
  return levelFamily('commune').includes(level) ? 'commune' : level;
}
