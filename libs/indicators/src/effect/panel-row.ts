/** One line of a table of units and periods, its cells already read as numbers; null where the cell is absent. */
export interface PanelRow {
  readonly unit: string;
  readonly period: number;
  readonly outcome: number | null;
  /** Either 0 or 1 (treated from the first 1 on), or the first treated period of the unit (null or 0: never). */
  readonly treated: number | null;
  readonly covariates?: Readonly<Record<string, number | null>>;
  readonly cluster?: string;
  readonly weight?: number | null;
}
