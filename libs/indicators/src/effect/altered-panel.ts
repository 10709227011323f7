import { cohortsOf, type Panel } from './panel';

/** Periods that must be left before a pretended start. */
const leastBefore = 3;

/** Without the last period before the start: projects begin after bad years. null where starts differ or too little is left. */
export function endingEarlier(panel: Panel): Panel | null {
  const starts = cohortsOf(panel);
  const start = starts[0];
  if (start === undefined || starts.length > 1 || start - 1 < leastBefore) return null;
  const kept = panel.periods.flatMap((_, time) => (time === start - 1 ? [] : [time]));
  return selectPeriods(panel, kept, (from) => (from === null ? null : from - 1));
}

/** Only what was before the first start, where a project that never was begins: it should find nothing. */
export function pretendedStart(panel: Panel): { readonly panel: Panel; readonly period: number } | null {
  const starts = cohortsOf(panel);
  const start = starts[0];
  if (start === undefined) return null;
  const length = Math.max(1, Math.min(panel.periods.length - start, Math.floor(start / 3)));
  const pretended = start - length;
  if (pretended < leastBefore) return null;
  const kept = Array.from({ length: start }, (_, time) => time);
  return {
    panel: selectPeriods(panel, kept, (from) => (from === null ? null : pretended)),
    period: panel.periods[pretended]!,
  };
}

function selectPeriods(panel: Panel, kept: readonly number[], start: (from: number | null) => number | null): Panel {
  const take = (cells: Float64Array): Float64Array => {
    const taken = new Float64Array(panel.units.length * kept.length);
    panel.units.forEach((_, unit) => {
      kept.forEach((time, index) => {
        taken[unit * kept.length + index] = cells[unit * panel.periods.length + time]!;
      });
    });
    return taken;
  };
  return {
    ...panel,
    periods: kept.map((time) => panel.periods[time]!),
    outcomes: take(panel.outcomes),
    treatedFrom: panel.treatedFrom.map(start),
    ...(panel.covariates && {
      covariates: Object.fromEntries(Object.entries(panel.covariates).map(([name, cells]) => [name, take(cells)])),
    }),
  };
}
