import { type Refusal, refuse } from './effect';
import type { Panel } from './panel';
import type { PanelRow } from './panel-row';
import { readTreatment, type TreatmentForm } from './read-treatment';

/** A comparison unit that could not be kept, and the first cell that it lacks. */
export interface DroppedUnit {
  readonly unit: string;
  readonly reason: 'missing-outcome' | 'missing-weight';
  readonly period: number;
}

export interface PanelRead {
  readonly status: 'read';
  readonly panel: Panel;
  readonly dropped: readonly DroppedUnit[];
  readonly treatment: TreatmentForm;
}

export interface PanelOptions {
  /** How the treated column is written; told from its values when absent. */
  readonly treatment?: TreatmentForm;
}

/**
 * A balanced panel, or why there is none. Units are sorted by name and periods by value, so that the order of the lines never
 * changes a result. Periods that no unit has an outcome for are left out; a donor that lacks one of the others is dropped and
 * named; a treated unit that lacks one refuses, since leaving it out would change the question. Absent covariates are NaN.
 */
export function readPanel(rows: readonly PanelRow[], options: PanelOptions = {}): PanelRead | Refusal {
  const lines = new Map<string, Map<number, PanelRow>>();
  for (const row of rows) {
    const ofUnit = lines.get(row.unit) ?? new Map<number, PanelRow>();
    if (ofUnit.has(row.period)) return refuse(null, 'duplicate-cell', { unit: row.unit, period: row.period });
    lines.set(row.unit, ofUnit.set(row.period, row));
  }
  const hasWeights = rows.some(({ weight }) => weight !== undefined && weight !== null);
  const periods = [...new Set(rows.filter(({ outcome }) => outcome !== null).map(({ period }) => period))].sort(
    (a, b) => a - b,
  );
  const treatment = readTreatment(lines, periods, options.treatment);
  if ('status' in treatment) return treatment;
  const dropped: DroppedUnit[] = [];
  const kept: string[] = [];
  for (const unit of [...lines.keys()].sort(byCode)) {
    const lack = firstLack(lines.get(unit)!, periods, hasWeights);
    const isTreated = treatment.from.get(unit) !== null;
    if (!lack) kept.push(unit);
    else if (isTreated) {
      const facts = { unit, period: lack.period, absence: 'not-available' };
      return refuse(null, 'missing-outcome', lack.reason === 'missing-weight' ? { ...facts, lacks: 'weight' } : facts);
    } else dropped.push({ unit, ...lack });
  }
  const treatedFrom = kept.map((unit) => treatment.from.get(unit) ?? null);
  const starts = treatedFrom.filter((from) => from !== null);
  if (starts.length > 0 && starts.every((from) => from === 0)) return refuse(null, 'no-period-before');
  return {
    status: 'read',
    panel: assemble(
      kept.map((unit) => lines.get(unit)!),
      { units: kept, periods, treatedFrom },
      hasWeights,
    ),
    dropped,
    treatment: treatment.form,
  };
}

/** Not by locale: the same order on every machine. */
const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function firstLack(
  cells: ReadonlyMap<number, PanelRow>,
  periods: readonly number[],
  hasWeights: boolean,
): Omit<DroppedUnit, 'unit'> | undefined {
  const period = periods.find((wanted) => (cells.get(wanted)?.outcome ?? null) === null);
  if (period !== undefined) return { reason: 'missing-outcome', period };
  if (hasWeights && !(weightOf(cells, periods) > 0)) return { reason: 'missing-weight', period: periods[0] ?? 0 };
  return undefined;
}

/** The first weight written for the unit: a weight that moved with the outcome would weigh the effect itself. */
function weightOf(cells: ReadonlyMap<number, PanelRow>, periods: readonly number[]): number {
  for (const period of periods) {
    const weight = cells.get(period)?.weight ?? null;
    if (weight !== null) return weight;
  }
  return Number.NaN;
}

function assemble(
  cells: readonly ReadonlyMap<number, PanelRow>[],
  axes: Pick<Panel, 'units' | 'periods' | 'treatedFrom'>,
  hasWeights: boolean,
): Panel {
  const { periods } = axes;
  const fill = (value: (row: PanelRow) => number | null | undefined): Float64Array => {
    const values = new Float64Array(cells.length * periods.length);
    cells.forEach((ofUnit, unit) => {
      periods.forEach((period, time) => {
        values[unit * periods.length + time] = value(ofUnit.get(period)!) ?? Number.NaN;
      });
    });
    return values;
  };
  const first = cells[0]?.values().next().value;
  const names = Object.keys(first?.covariates ?? {});
  const clusters = cells.map((ofUnit) => ofUnit.values().next().value?.cluster);
  return {
    ...axes,
    outcomes: fill(({ outcome }) => outcome),
    ...(names.length > 0 && {
      covariates: Object.fromEntries(names.map((name) => [name, fill(({ covariates }) => covariates?.[name])])),
    }),
    ...(clusters.every((cluster) => cluster !== undefined) && clusters.length > 0 && { clusters }),
    ...(hasWeights && { weights: Float64Array.from(cells, (ofUnit) => weightOf(ofUnit, periods)) }),
  };
}
