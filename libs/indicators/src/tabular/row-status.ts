import type { AbsenceReason, ObservationStatus } from '../measure';
import { aFinding, type Finding } from './finding';
import type { Layout } from './layout';
import { readFlag, readStatus } from './observation-status';

export interface RowStatus {
  readonly status: ObservationStatus;
  readonly absence: AbsenceReason | null;
}

/** Joins what the status, provisional and series-break columns of a row say. A break matters most, then a provisional value. */
export function readRowStatus(
  cells: readonly string[],
  { roles, headers }: Layout,
  line: number,
  findings: Finding[],
): RowStatus {
  let status: ObservationStatus = 'normal';
  let absence: AbsenceReason | null = null;
  const unknown = (index: number) =>
    findings.push(aFinding('STATUT_INCONNU', line, headers[index] ?? null, cells[index] ?? ''));
  if (roles.status !== undefined) {
    const reading = readStatus(cells[roles.status] ?? '');
    if (reading === undefined) unknown(roles.status);
    else if (typeof reading === 'string') status = reading;
    else absence = reading.absence;
  }
  if (roles.provisional !== undefined) {
    const flag = readFlag(cells[roles.provisional] ?? '');
    if (flag === undefined) unknown(roles.provisional);
    if (flag && status === 'normal') status = 'provisional';
  }
  if (roles.break !== undefined) {
    const flag = readFlag(cells[roles.break] ?? '');
    if (flag === undefined) unknown(roles.break);
    if (flag) status = 'series-break';
  }
  return { status, absence };
}
