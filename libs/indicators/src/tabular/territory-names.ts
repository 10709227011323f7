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

/** Names of every territory: its own, those of its former perimeters, of what it merged from or into. */
export class TerritoryNames {
  private readonly own = new Map<string, string[]>();
  /** Codes that bear a name now; made when a label is not the expected one. */
  private bearers: Map<string, string[]> | undefined;

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

  private bearersOf(key: string, level: TerritoryLevel): readonly string[] {
    this.bearers ??= bearersOfNames(this.names);
    return this.bearers.get(`${kindOf(level)} ${key}`) ?? [];
  }
}

/** "Langon" for "Langon-sur-Cher": most renamings add words, and people leave them out. */
const isNamedAs = (one: string, other: string): boolean =>
  one === other || `${one}_`.startsWith(`${other}_`) || `${other}_`.startsWith(`${one}_`);

function bearersOfNames(names: readonly TerritoryName[]): Map<string, string[]> {
  const bearers = new Map<string, string[]>();
  for (const { level, code, name, isCurrent } of names) {
    if (!isCurrent) continue;
    const key = `${kindOf(level)} ${placeNameKey(name)}`;
    const same = bearers.get(key);
    if (same) same.push(code);
    else bearers.set(key, [code]);
  }
  return bearers;
}

/** Names are compared within a level, and between départements and régions, whose codes are alike. */
function kindOf(level: TerritoryLevel): TerritoryLevel {
  if (level === 'region' || levelFamily('departement').includes(level)) return 'departement';
  return levelFamily('commune').includes(level) ? 'commune' : level;
}
