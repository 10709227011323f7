import { type Refusal, refuse } from './effect';
import type { PanelRow } from './panel-row';

/** `each-row`: 1 from the first treated period on, 0 before; `first-period`: that period, on every row of the unit. */
export type TreatmentForm = 'each-row' | 'first-period';

export interface Treatment {
  readonly form: TreatmentForm;
  /** By unit, the index in `periods` of its first treated period; null when never, or after the last period. */
  readonly from: ReadonlyMap<string, number | null>;
}

type Lines = ReadonlyMap<string, ReadonlyMap<number, PanelRow>>;

/**
 * A column that holds nothing but 0, 1 and absences says each row; any other value makes it a column of first treated periods,
 * where 0 and absences (empty, NA, Inf) mean never. A start between two periods counts from the next one.
 */
export function readTreatment(lines: Lines, periods: readonly number[], given?: TreatmentForm): Treatment | Refusal {
  const form = given ?? (isIndicator(lines) ? 'each-row' : 'first-period');
  const from = new Map<string, number | null>();
  for (const [unit, cells] of lines) {
    const start = form === 'each-row' ? firstOne(cells, unit) : onlyStart(cells, unit);
    if (start !== null && typeof start === 'object') return start;
    const index = start === null ? -1 : periods.findIndex((period) => period >= start);
    from.set(unit, index < 0 ? null : index);
  }
  return { form, from };
}

function isIndicator(lines: Lines): boolean {
  for (const cells of lines.values()) {
    for (const { treated } of cells.values()) if (treated !== null && treated !== 0 && treated !== 1) return false;
  }
  return true;
}

function firstOne(cells: ReadonlyMap<number, PanelRow>, unit: string): number | null | Refusal {
  let start: number | null = null;
  for (const period of [...cells.keys()].sort((a, b) => a - b)) {
    const { treated } = cells.get(period)!;
    if (treated === 1) start ??= period;
    else if (treated === 0 && start !== null) return refuse(null, 'treatment-reversal', { unit, period });
  }
  return start;
}

/** The dates written on the rows of a unit must be one date; rows without any do not contradict it. */
function onlyStart(cells: ReadonlyMap<number, PanelRow>, unit: string): number | null | Refusal {
  let start: number | null = null;
  for (const [period, { treated }] of cells) {
    if (treated === null) continue;
    if (start !== null && treated !== start) return refuse(null, 'treatment-reversal', { unit, period });
    start = treated;
  }
  return start === 0 ? null : start;
}
