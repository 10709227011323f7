import { seededDraws } from './draws';
import type { DonorTable, SdidFit } from './sdid-cohort';
import { fitDesign, meanCurve, meanEffect, meanRow, remainingDrift, type SdidDesign, tableOf } from './sdid-design';

/** What the same estimation finds on donors that did nothing, one entry per placebo. */
export interface SdidPlacebos {
  readonly effects: Float64Array;
  readonly drifts: Float64Array;
  readonly curves: readonly Float64Array[];
  readonly isExhaustive: boolean;
}

export interface PlaceboOptions {
  readonly seed: number;
  /** Placebos drawn when there are more distinct ones than this. */
  readonly draws: number;
  /** Single treated unit: every donor is tried up to this many. */
  readonly mostDonors: number;
}

/**
 * Gives the project to donors instead: each in turn when one unit is treated, otherwise to as many donors per starting period as
 * really started then — every such choice when they are few, seeded draws when not. Ridges stay those of the real estimate.
 */
export function sdidPlacebos(design: SdidDesign, options: PlaceboOptions): SdidPlacebos {
  const { table, cohorts } = design;
  const sizes = cohorts.map(({ treatedCount }) => treatedCount);
  const size = sizes.reduce((sum, count) => sum + count, 0);
  const limit = size === 1 ? options.mostDonors : options.draws;
  const isExhaustive = choiceCount(table.count, sizes) <= limit;
  const choices = isExhaustive ? allChoices(table.count, sizes) : drawnChoices(table.count, size, options);
  const effects: number[] = [];
  const drifts: number[] = [];
  const curves: Float64Array[] = [];
  for (const choice of choices) {
    const placebo = placeboFits(design, choice);
    effects.push(
      meanEffect(
        cohorts,
        table.periods,
        placebo.map(({ effect }) => effect),
      ),
    );
    const found = placebo.map(({ curve }) => curve);
    drifts.push(remainingDrift(cohorts, found));
    curves.push(meanCurve(cohorts, found));
  }
  return { effects: Float64Array.from(effects), drifts: Float64Array.from(drifts), curves, isExhaustive };
}

function placeboFits({ table, cohorts }: SdidDesign, choice: readonly number[]): SdidFit[] {
  const { periods, count } = table;
  const row = (donor: number) => table.outcomes.subarray(donor * periods, (donor + 1) * periods);
  if (choice.length === 1) {
    const cohort = { ...cohorts[0]!, mean: row(choice[0]!) };
    return fitDesign(table, [cohort], { leftOut: choice[0]! });
  }
  const chosen = new Set(choice);
  const rest: DonorTable = tableOf(
    Array.from({ length: count }, (_, donor) => donor).flatMap((donor) => (chosen.has(donor) ? [] : [row(donor)])),
    periods,
  );
  let next = 0;
  const pretended = cohorts.map((cohort) => {
    const rows = choice.slice(next, next + cohort.treatedCount).map(row);
    next += cohort.treatedCount;
    return { ...cohort, mean: meanRow(rows, periods) };
  });
  return fitDesign(rest, pretended);
}

/** Number of ways to choose the units of each cohort among `count` donors. */
function choiceCount(count: number, sizes: readonly number[]): number {
  let ways = 1;
  let left = count;
  for (const size of sizes) {
    for (let index = 0; index < size; index++) ways *= (left - index) / (index + 1);
    left -= size;
  }
  return Math.round(ways);
}

function* allChoices(count: number, sizes: readonly number[]): Generator<number[]> {
  const taken = new Uint8Array(count);
  const choice: number[] = [];
  function* fill(cohort: number, missing: number, from: number): Generator<number[]> {
    if (missing === 0) {
      const next = sizes[cohort + 1];
      if (next === undefined) yield [...choice];
      else yield* fill(cohort + 1, next, 0);
      return;
    }
    for (let donor = from; donor < count; donor++) {
      if (taken[donor]) continue;
      taken[donor] = 1;
      choice.push(donor);
      yield* fill(cohort, missing - 1, donor + 1);
      choice.pop();
      taken[donor] = 0;
    }
  }
  yield* fill(0, sizes[0]!, 0);
}

/** Without replacement within a choice; a single unit is never drawn twice, as the donors are then a sample. */
function* drawnChoices(count: number, size: number, { seed, draws, mostDonors }: PlaceboOptions): Generator<number[]> {
  const random = seededDraws(seed);
  const order = Array.from({ length: count }, (_, donor) => donor);
  const shuffleFirst = (length: number) => {
    for (let place = 0; place < length; place++) {
      const other = place + random.below(count - place);
      [order[place], order[other]] = [order[other]!, order[place]!];
    }
    return order.slice(0, length);
  };
  if (size === 1) for (const donor of shuffleFirst(mostDonors)) yield [donor];
  else for (let draw = 0; draw < draws; draw++) yield shuffleFirst(size);
}
