/** A balanced table of one outcome: units × consecutive periods, every cell a number. */
export interface Panel {
  readonly units: readonly string[];
  /** Increasing: years, or whatever the time column counts. */
  readonly periods: readonly number[];
  /** Row-major: outcome of unit i at period t is `outcomes[i * periods.length + t]`. */
  readonly outcomes: Float64Array;
  /** For each unit, the index in `periods` of its first treated period; null when it is never treated. */
  readonly treatedFrom: readonly (number | null)[];
  /** One value per cell, in the order of `outcomes`, by name. */
  readonly covariates?: Readonly<Record<string, Float64Array>>;
  /** Level at which the decision was taken, for standard errors; each unit is its own cluster without it. */
  readonly clusters?: readonly string[];
  /** What else is known of each unit before the start, by name: peers are near on it too. */
  readonly structure?: Readonly<Record<string, readonly number[]>>;
  /** Weight of each unit (population); 1 without it. */
  readonly weights?: Float64Array;
}

export const donorsOf = ({ treatedFrom }: Panel): number[] => indicesWhere(treatedFrom, (from) => from === null);

export const treatedOf = ({ treatedFrom }: Panel): number[] => indicesWhere(treatedFrom, (from) => from !== null);

export const rowOf = ({ outcomes, periods }: Panel, unit: number): Float64Array =>
  outcomes.subarray(unit * periods.length, (unit + 1) * periods.length);

/** The starting periods present, earliest first. */
export const cohortsOf = ({ treatedFrom }: Panel): number[] =>
  [...new Set(treatedFrom.filter((from) => from !== null))].sort((a, b) => a - b);

function indicesWhere<Item>(items: readonly Item[], test: (item: Item) => boolean): number[] {
  const indices: number[] = [];
  items.forEach((item, index) => {
    if (test(item)) indices.push(index);
  });
  return indices;
}
