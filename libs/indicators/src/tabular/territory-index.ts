import { isValidAt, vintageDate } from '../geography-vintage';
import type { TerritoryLevel } from '../territory';

export interface TerritoryCode {
  readonly id: number;
  readonly level: TerritoryLevel;
  readonly code: string;
  /** ISO dates; valid_to is the first day on which the code no longer designates this perimeter. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every code of every level and perimeter, for lookups by the million. */
export class TerritoryIndex {
  private readonly byCode = new Map<string, TerritoryCode[]>();
  readonly maxId: number;

  constructor(territories: Iterable<TerritoryCode>) {
    let maxId = 0;
    for (const territory of territories) {
      const same = this.byCode.get(territory.code);
      if (same) same.push(territory);
      else this.byCode.set(territory.code, [territory]);
      if (territory.id > maxId) maxId = territory.id;
    }
    this.maxId = maxId;
  }

  find(code: string): readonly TerritoryCode[] {
    return this.byCode.get(code) ?? [];
  }
}

/** The perimeter that a code designates at a date; else its last one, which the caller must report. */
export function atVintage(
  entries: readonly TerritoryCode[],
  date: string,
): { readonly territory: TerritoryCode; readonly isCurrent: boolean } | undefined {
  const valid = entries.find((entry) => isValidAt(entry, date));
  if (valid) return { territory: valid, isCurrent: true };
  const last = [...entries].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return last ? { territory: last, isCurrent: false } : undefined;
}

const oldestVintage = 1968;

/** Says nothing of the vintage: always valid. */
const isTimeless = (entries: readonly TerritoryCode[]): boolean =>
  entries.some(({ validFrom, validTo }) => validTo === null && validFrom <= vintageDate(oldestVintage));

/** The newest year in which the most codes of a file are valid together. */
export function guessVintage(groups: Iterable<readonly TerritoryCode[]>, newest: number): number {
  const known = new Array<number>(newest - oldestVintage + 1).fill(0);
  for (const entries of groups) {
    if (isTimeless(entries)) continue;
    for (let year = oldestVintage; year <= newest; year += 1) {
      const date = vintageDate(year);
      if (entries.some((entry) => isValidAt(entry, date))) known[year - oldestVintage]! += 1;
    }
  }
  let best = newest;
  for (let year = newest; year >= oldestVintage; year -= 1) {
    if (known[year - oldestVintage]! > known[best - oldestVintage]!) best = year;
  }
  return best;
}
