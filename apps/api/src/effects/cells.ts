/** One cell of the panel. */
export interface Cell {
  /** null: absent. */
  readonly value: number | null;
  readonly absence: string | null;
  readonly isSecret: boolean;
  readonly events: number | null;
  readonly isProvisional: boolean;
  /** Counted in another way than the years before. */
  readonly isBreak: boolean;
}

/** By territory, then by year. */
export type Cells = ReadonlyMap<number, ReadonlyMap<number, Cell>>;
