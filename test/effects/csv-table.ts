import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Panel } from '../../libs/indicators/src/effect/panel';
import { sharedFile } from '../support/shared';

export type Row = Record<string, string>;

export const readRows = (relative: string): Row[] =>
  Papa.parse<Row>(readFileSync(sharedFile(relative), 'utf8'), { header: true, skipEmptyLines: true }).data;

export const numbers = (rows: readonly Row[], column: string): Float64Array =>
  Float64Array.from(rows, (row) => Number(row[column]));

export const readExpected = <Shape>(folder: string): Shape =>
  JSON.parse(readFileSync(sharedFile(`effects/${folder}/expected.json`), 'utf8')) as Shape;

/** A balanced panel from a tidy file; `from` tells the first treated period of a row's unit, null when never. */
export function panelFromRows(
  rows: readonly Row[],
  columns: { unit: string; period: string; outcome: string },
  from: (row: Row, own: readonly Row[]) => number | null,
): Panel {
  const units = [...new Set(rows.map((row) => row[columns.unit]!))];
  const periods = [...new Set(rows.map((row) => Number(row[columns.period])))].sort((a, b) => a - b);
  const outcomes = new Float64Array(units.length * periods.length);
  const place = new Map(units.map((unit, index) => [unit, index]));
  for (const row of rows)
    outcomes[place.get(row[columns.unit]!)! * periods.length + periods.indexOf(Number(row[columns.period]))] = Number(
      row[columns.outcome],
    );
  const treatedFrom = units.map((unit) => {
    const own = rows.filter((row) => row[columns.unit] === unit);
    const start = from(own[0]!, own);
    return start === null ? null : periods.indexOf(start);
  });
  return { units, periods, outcomes, treatedFrom };
}

/** Cells that a unit may lack in some periods, NaN there, in the order of the panel. */
export function covariatesOf(
  panel: Panel,
  rows: readonly Row[],
  columns: { unit: string; period: string },
  names: readonly string[],
): Record<string, Float64Array> {
  const units = new Map(panel.units.map((unit, index) => [unit, index]));
  const read = (name: string): Float64Array => {
    const cells = new Float64Array(panel.outcomes.length).fill(Number.NaN);
    for (const row of rows) {
      const cell = row[name];
      if (cell === undefined || cell === '' || cell === 'NA') continue;
      const time = panel.periods.indexOf(Number(row[columns.period]));
      cells[units.get(row[columns.unit]!)! * panel.periods.length + time] = Number(cell);
    }
    return cells;
  };
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}
