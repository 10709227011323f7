import type { AbsenceReason, ObservationStatus } from '../measure';
import { absenceOfMark } from './absence-mark';
import { comparableName } from './cell-text';
import { markAlone } from './value-mark';

/** SDMX CL_OBS_STATUS letters and the French words that files use for the same. */
const statuses: Readonly<Record<string, ObservationStatus>> = {
  '': 'normal',
  v: 'normal',
  a: 'normal',
  d: 'normal',
  f: 'normal',
  n: 'normal',
  normal: 'normal',
  valeur: 'normal',
  definitif: 'normal',
  definitive: 'normal',
  revise: 'normal',
  revisee: 'normal',
  diff: 'normal',
  p: 'provisional',
  sd: 'provisional',
  semi_definitif: 'provisional',
  provisoire: 'provisional',
  provisional: 'provisional',
  e: 'estimated',
  i: 'estimated',
  estime: 'estimated',
  estimee: 'estimated',
  estimated: 'estimated',
  impute: 'estimated',
  imputee: 'estimated',
  b: 'series-break',
  r: 'series-break',
  rupture: 'series-break',
  rupture_de_serie: 'series-break',
  series_break: 'series-break',
};
const byName = new Map(Object.entries(statuses));

/** What a status cell says: how the value must be taken, or why there is none. undefined when it is neither. */
export function readStatus(cell: string): ObservationStatus | { readonly absence: AbsenceReason } | undefined {
  const name = comparableName(cell);
  // in a column R is a break (SDMX B); in brackets it is a revised value
  const status = /^\s*\(/.test(cell) ? markAlone(cell) : byName.get(name);
  if (status) return status;
  const absence = absenceOfMark(cell) ?? (name === 'm' ? 'not-available' : undefined);
  return absence ? { absence } : undefined;
}

/** A yes/no column ("provisoire", "rupture_de_serie"): undefined when it is neither. */
export function readFlag(cell: string): boolean | undefined {
  const name = comparableName(cell);
  if (['', '0', 'non', 'n', 'faux', 'false', 'no'].includes(name)) return false;
  if (['1', 'oui', 'o', 'vrai', 'true', 'yes', 'y', 'x'].includes(name)) return true;
  return undefined;
}
