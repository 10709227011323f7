/** Why a value is absent. An absence is never a zero, a blank or a sentinel: it is one of these words. */
export const absenceReasons = [
  'suppressed-by-source',
  'suppressed-primary',
  'suppressed-secondary',
  'not-available',
  'non-response',
  'not-applicable',
  'not-significant',
  'not-disseminated',
  'insufficient-coverage',
  'not-aggregable',
] as const;

export type AbsenceReason = (typeof absenceReasons)[number];

/** A number, or a typed absence. */
export type Measure = { readonly value: number } | { readonly absence: AbsenceReason };

export const observationStatuses = ['normal', 'provisional', 'estimated', 'series-break'] as const;

/** SDMX CL_OBS_STATUS, less what it mixes with absences. */
export type ObservationStatus = (typeof observationStatuses)[number];

export const absent = (reason: AbsenceReason): Measure => ({ absence: reason });

/** A measure of a number that must be finite: dividing by zero or overflowing yields an absence, never NaN. */
export const measured = (value: number): Measure => (Number.isFinite(value) ? { value } : absent('not-applicable'));

export const isValue = (measure: Measure): measure is { readonly value: number } => 'value' in measure;

export const isSuppressed = (measure: Measure): boolean =>
  !isValue(measure) && measure.absence.startsWith('suppressed-');

/** Applies a function to numbers; the first absence met is the result. */
export function combine(measures: readonly Measure[], compute: (...values: number[]) => number): Measure {
  const values: number[] = [];
  for (const measure of measures) {
    if (!isValue(measure)) return measure;
    values.push(measure.value);
  }
  return measured(compute(...values));
}

/** Position in `absenceReasons` plus one: the small integer kept in the database. 0 is reserved, null means a value. */
export const absenceCode = (reason: AbsenceReason): number => absenceReasons.indexOf(reason) + 1;

export function absenceOfCode(code: number): AbsenceReason {
  const reason = absenceReasons[code - 1];
  if (!reason) throw new RangeError(`Unknown absence code ${code}`);
  return reason;
}

export const statusCode = (status: ObservationStatus): number => observationStatuses.indexOf(status);

export function statusOfCode(code: number): ObservationStatus {
  const status = observationStatuses[code];
  if (!status) throw new RangeError(`Unknown status code ${code}`);
  return status;
}
