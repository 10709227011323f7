import { type Panel, rowOf } from './panel';
import type { SdidFit } from './sdid-cohort';
import type { SdidDesign } from './sdid-design';

/**
 * Standard error by leaving out one unit at a time, all weights kept (Arkhangelsky et al. 2021, algorithm 3): cheap, and a little
 * wide. null where a single donor carries everything or a single unit is treated: leaving it out leaves nothing.
 */
export function sdidJackknife(
  panel: Panel,
  { table, cohorts, members }: SdidDesign,
  fits: readonly SdidFit[],
): number | null {
  const { periods, count } = table;
  const parts = cohorts.map((cohort, index) => {
    const { unitWeights, periodWeights } = fits[index]!;
    const contrast = (row: Float64Array) => contrastOf(row, cohort.before, periodWeights);
    const donors = Float64Array.from({ length: count }, (_, donor) =>
      contrast(table.outcomes.subarray(donor * periods, (donor + 1) * periods)),
    );
    const treated = members[index]!.map((unit) => contrast(rowOf(panel, unit)));
    let expected = 0;
    for (let donor = 0; donor < count; donor++) expected += unitWeights[donor]! * donors[donor]!;
    return { unitWeights, donors, treated, expected, after: periods - cohort.before };
  });
  const overall = (effectOf: (part: (typeof parts)[number]) => { effect: number; treated: number }) => {
    let total = 0;
    let cells = 0;
    for (const part of parts) {
      const { effect, treated } = effectOf(part);
      if (treated === 0) continue;
      total += effect * treated * part.after;
      cells += treated * part.after;
    }
    return total / cells;
  };
  const values: number[] = [];
  for (let donor = 0; donor < count; donor++) {
    values.push(
      overall(({ treated, expected, unitWeights, donors }) => ({
        treated: treated.length,
        effect: meanOf(treated) - (expected - unitWeights[donor]! * donors[donor]!) / (1 - unitWeights[donor]!),
      })),
    );
  }
  for (const left of parts) {
    left.treated.forEach((_, unit) => {
      values.push(
        overall((part) => {
          const treated = part === left ? part.treated.filter((__, other) => other !== unit) : part.treated;
          return { treated: treated.length, effect: meanOf(treated) - part.expected };
        }),
      );
    });
  }
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(((values.length - 1) / values.length) * squares);
  return Number.isFinite(error) ? error : null;
}

function contrastOf(row: Float64Array, before: number, periodWeights: Float64Array): number {
  let contrast = 0;
  for (let time = before; time < row.length; time++) contrast += row[time]! / (row.length - before);
  for (let time = 0; time < before; time++) contrast -= periodWeights[time]! * row[time]!;
  return contrast;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
